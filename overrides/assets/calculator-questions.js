/**
 * All questions of the form together: kept in step with the answers, read, and filled with others.
 *
 * @typedef {import("./calculator-fields.js").Answers} Answers
 */

import { fillFields, keepUnsure, questionsIn, readFields, readQuestion } from "./calculator-fields.js";
import { showRelevant } from "./calculator-relevance.js";
import { addRow, clearRows, dropUntouchedRows, numberRows, removeRow, rowsOf } from "./calculator-rows.js";

/**
 * Make the form ready: today's day in it, and from now on in step with what is answered.
 * @param {HTMLFormElement} form
 */
export function startForm(form) {
  fillFields(form, { on: today() }); // What was answered while the scripts were coming stays.
  keepInStep(form);
  form.dataset.ready = "";
  form.addEventListener("change", () => keepInStep(form));
  form.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("[data-add], [data-remove]");
    if (!(button instanceof HTMLElement)) return;
    const next = button.matches("[data-add]") ? added(button) : removed(button);
    keepInStep(form);
    [...next].find((each) => !each.closest("[hidden]"))?.focus();
    form.dispatchEvent(new Event("input"));
  });
}

/**
 * @param {HTMLFormElement} form
 * @returns {Answers}
 */
export function readForm(form) {
  listsOf(form).forEach(dropUntouchedRows); // A fault names a row by its number: sent and shown are the same.
  return readFields(form);
}

/**
 * Put other answers in the place of all that is in the form.
 * @param {HTMLFormElement} form
 * @param {Answers} answers
 */
export function fillForm(form, answers) {
  form.reset();
  listsOf(form).forEach(clearRows);
  fillFields(form, { on: today(), ...answers });
  keepInStep(form);
}

/**
 * Tell whether answers have names that the form does not ask for.
 * @param {Element | DocumentFragment} scope
 * @param {Answers} answers
 * @returns {boolean}
 */
export function hasStrange(scope, answers) {
  const questions = new Map(questionsIn(scope).map((question) => [question.dataset.question, question]));
  return Object.entries(answers ?? {}).some(([name, value]) => {
    const question = questions.get(name);
    const row = question?.querySelector("template")?.content.firstElementChild;
    return !question || (row && Array.isArray(value) && value.some((each) => hasStrange(row, each)));
  });
}

/** @param {HTMLFormElement} form */
function keepInStep(form) {
  for (const question of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-question]"))) {
    if (question.dataset.kind === "list") numberRows(question);
    else keepUnsure(question);
  }
  showRelevant(asking(form));
}

/**
 * @param {Element} scope
 * @returns {import("./calculator-relevance.js").Asking[]}
 */
function asking(scope) {
  return questionsIn(scope).map((question) => ({
    name: question.dataset.question ?? "",
    kind: question.dataset.kind ?? "",
    when: JSON.parse(question.dataset.when ?? "{}"),
    where: JSON.parse(question.dataset.where ?? "null"),
    answer: () => readQuestion(question),
    rows: () => rowsOf(question).map(asking),
    show(applies) {
      question.hidden = !applies;
    },
  }));
}

/**
 * @param {HTMLElement} button
 * @returns {Iterable<HTMLElement>} the fields of a new row, the first of which takes the focus
 */
function added(button) {
  return addRow(listOf(button)).querySelectorAll("input, select");
}

/**
 * @param {HTMLElement} button
 * @returns {Iterable<HTMLElement>} the buttons where the row was, and the one that adds
 */
function removed(button) {
  const list = listOf(button);
  const gone = /** @type {HTMLElement} */ (button.closest("[data-row]"));
  removeRow(list, gone);
  const rows = rowsOf(list);
  const near = [rows[Number(gone.dataset.row)], rows.at(-1)].map((row) => row?.querySelector("[data-remove]"));
  const buttons = [...near, list.querySelector("[data-add]")];
  return /** @type {HTMLElement[]} */ (buttons.filter(Boolean));
}

/**
 * @param {Element} inside
 * @returns {HTMLElement}
 */
function listOf(inside) {
  return /** @type {HTMLElement} */ (inside.closest("[data-kind=list]"));
}

/**
 * @param {Element} form
 * @returns {HTMLElement[]}
 */
function listsOf(form) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-kind=list]"))];
}

/** The reader's own day, as an answer. */
function today() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
