/**
 * The fields of a form and the answers in them. Answers are text by question name; lists are lists
 * of answers. Questions that do not apply are hidden and left out.
 *
 * @typedef {Record<string, any>} Answers
 */

import { UNKNOWN } from "./calculator-relevance.js";
import { addRow, isUntouched, rowsOf } from "./calculator-rows.js";

const DIGITS = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９";

/**
 * Write any digits as Arabic ones and drop spaces and separators of thousands.
 * @param {string} text
 */
export function plainNumber(text) {
  const digits = [...text.trim()].map((c) => (DIGITS.includes(c) ? String(DIGITS.indexOf(c) % 10) : c));
  return digits.join("").replaceAll(/[\s,，]/g, "");
}

/**
 * @param {Element | DocumentFragment} scope
 * @returns {HTMLElement[]} the questions directly in a form, a row, or a row's template
 */
export function questionsIn(scope) {
  const all = /** @type {NodeListOf<HTMLElement>} */ (scope.querySelectorAll("[data-question]"));
  return [...all].filter((question) => (question.parentElement?.closest("[data-row], form") ?? scope) === scope);
}

/**
 * @param {Element} scope a form, or the fields of one row
 * @returns {Answers}
 */
export function readFields(scope) {
  /** @type {Answers} */
  const answers = {};
  for (const question of questionsIn(scope)) {
    if (question.hidden) continue;
    const value = question.dataset.kind === "list" ? readRows(question) : readQuestion(question);
    if (value !== "") answers[question.dataset.question ?? ""] = value;
  }
  return answers;
}

/**
 * @param {HTMLElement} list
 * @returns {Answers[]} without rows that nobody has touched, where the list may be left empty
 */
function readRows(list) {
  const kept = rowsOf(list).filter((row) => list.dataset.least !== "0" || !isUntouched(row));
  return kept.map((row) => readFields(row));
}

/**
 * @param {HTMLElement} question of any kind but a list
 * @returns {string}
 */
export function readQuestion(question) {
  if (unsureOf(question)?.checked) return UNKNOWN;
  if (question.dataset.kind === "date") return readDate(question);
  const field = fieldsOf(question).find((each) => each.type !== "radio" || each.checked);
  return field?.inputMode ? plainNumber(field.value) : (field?.value ?? "");
}

/** @param {HTMLElement} question */
function readDate(question) {
  const parts = fieldsOf(question).map((input) => plainNumber(input.value));
  if (parts.every((part) => part === "")) return "";
  const [year, month, day] = parts;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/**
 * @param {Element} scope
 * @param {Answers} answers
 */
export function fillFields(scope, answers) {
  for (const question of questionsIn(scope)) {
    const value = answers?.[question.dataset.question ?? ""];
    if (value === undefined || value === null) continue;
    if (question.dataset.kind === "list") fillRows(question, value);
    else fillQuestion(question, String(value));
  }
}

/**
 * @param {HTMLElement} list
 * @param {any} value
 */
function fillRows(list, value) {
  if (!Array.isArray(value)) return;
  // One more than allowed at the most: enough for the fault to show, and no link can fill the page.
  const wanted = Math.min(value.length, Number(list.dataset.most) + 1);
  while (rowsOf(list).length < wanted) addRow(list);
  rowsOf(list).forEach((row, index) => fillFields(row, value[index]));
}

/**
 * @param {HTMLElement} question
 * @param {string} value
 */
function fillQuestion(question, value) {
  const unsure = unsureOf(question);
  if (unsure) unsure.checked = value === UNKNOWN;
  if (unsure?.checked) return;
  const parts = question.dataset.kind === "date" ? value.split("-") : [value];
  fieldsOf(question).forEach((field, index) => {
    if (field.type === "radio") field.checked = field.value === value;
    else field.value = parts[index] ?? "";
  });
}

/**
 * Let nothing be typed where «I don't know» is ticked.
 * @param {HTMLElement} question
 */
export function keepUnsure(question) {
  const unsure = unsureOf(question);
  if (unsure) for (const field of fieldsOf(question)) field.disabled = unsure.checked;
}

/**
 * @param {HTMLElement} question
 * @returns {HTMLInputElement[]} what its answer is typed, chosen or selected in
 */
function fieldsOf(question) {
  return [.../** @type {NodeListOf<HTMLInputElement>} */ (question.querySelectorAll("input:not([data-unknown]), select"))];
}

/**
 * @param {HTMLElement} question
 * @returns {HTMLInputElement | null}
 */
function unsureOf(question) {
  return question.querySelector("input[data-unknown]");
}
