/**
 * The fields of a form and the answers in them. Answers are text by question name; children are a
 * list. Questions that do not apply are hidden and left out.
 *
 * @typedef {Record<string, any>} Answers
 */

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
 * @param {Element} scope
 * @returns {HTMLElement[]} the questions directly in a form or a child
 */
function questions(scope) {
  const all = /** @type {NodeListOf<HTMLElement>} */ (scope.querySelectorAll("[data-question]"));
  return [...all].filter((question) => question.parentElement?.closest("[data-child], form") === scope);
}

/**
 * @param {Element} scope a form, or one child's fields
 * @returns {Answers}
 */
export function readFields(scope) {
  /** @type {Answers} */
  const answers = {};
  for (const question of questions(scope)) {
    if (question.hidden) continue;
    const value = readQuestion(question);
    if (value !== "") answers[question.dataset.question ?? ""] = value;
  }
  return answers;
}

/** @param {HTMLElement} question */
function readQuestion(question) {
  if (question.dataset.kind === "children") {
    return [...question.querySelectorAll("[data-child]")].map((child) => readFields(child));
  }
  if (question.dataset.kind === "date") return readDate(question);
  const chosen = /** @type {HTMLInputElement | null} */ (question.querySelector("input:checked"));
  const field = /** @type {HTMLInputElement | null} */ (question.querySelector("input:not([type=radio]), select"));
  if (field instanceof HTMLInputElement) return plainNumber(field.value);
  return (chosen ?? field)?.value ?? "";
}

/** @param {HTMLElement} question */
function readDate(question) {
  const parts = [...question.querySelectorAll("input")].map((input) => plainNumber(input.value));
  if (parts.every((part) => part === "")) return "";
  const [year, month, day] = parts;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/**
 * @param {Element} scope
 * @param {Answers} answers
 */
export function fillFields(scope, answers) {
  for (const question of questions(scope)) {
    const value = answers[question.dataset.question ?? ""];
    if (value !== undefined) fillQuestion(question, value);
    updateRelevance(scope);
  }
}

/**
 * @param {HTMLElement} question
 * @param {any} value
 */
function fillQuestion(question, value) {
  if (question.dataset.kind === "children" && Array.isArray(value)) {
    // One more than allowed at the most: enough for the fault to show, and no link can fill the page.
    const wanted = Math.min(value.length, Number(question.dataset.most) + 1);
    while (question.querySelectorAll("[data-child]").length < wanted) addChild(question);
    question.querySelectorAll("[data-child]").forEach((child, index) => fillFields(child, value[index] ?? {}));
  } else if (question.dataset.kind === "date") {
    const parts = String(value).split("-");
    question.querySelectorAll("input").forEach((input, index) => (input.value = parts[index] ?? ""));
  } else {
    for (const field of question.querySelectorAll("input, select")) {
      if (field instanceof HTMLInputElement && field.type === "radio") field.checked = field.value === value;
      else /** @type {HTMLInputElement} */ (field).value = String(value);
    }
  }
}

/**
 * Put the reader's own day into the question for the day.
 * @param {HTMLFormElement} form
 */
export function setToday(form) {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  fillFields(form, { on: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` });
}

/**
 * Keep the form in step with the answers: what applies, children added and taken away.
 * @param {HTMLFormElement} form
 */
export function watchFields(form) {
  form.addEventListener("change", () => updateRelevance(form));
  form.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("button");
    const question = /** @type {HTMLElement | null} */ (button?.closest("[data-kind=children]"));
    if (!button || !question) return;
    if (button.matches("[data-add]")) addChild(question).querySelector("input")?.focus();
    if (button.matches("[data-remove]")) removeChild(question, button);
  });
  for (const question of form.querySelectorAll("[data-kind=children]")) {
    numberChildren(/** @type {HTMLElement} */ (question));
  }
  updateRelevance(form);
}

/** @param {HTMLElement} question */
function addChild(question) {
  const template = /** @type {HTMLTemplateElement} */ (question.querySelector("template"));
  const list = /** @type {HTMLElement} */ (question.querySelector("[data-children]"));
  const number = String(list.children.length);
  const holder = document.createElement("template");
  holder.innerHTML = template.innerHTML.replaceAll("__n__", number);
  list.append(holder.content);
  numberChildren(question);
  const form = question.closest("form");
  if (form) updateRelevance(form);
  return /** @type {HTMLElement} */ (list.lastElementChild);
}

/**
 * @param {HTMLElement} question
 * @param {HTMLElement} button
 */
function removeChild(question, button) {
  const values = [...question.querySelectorAll("[data-child]")];
  const gone = values.findIndex((child) => child.contains(button));
  const kept = values.map((child) => readFields(child)).filter((_, index) => index !== gone);
  values.at(-1)?.remove();
  question.querySelectorAll("[data-child]").forEach((child, index) => {
    for (const input of child.querySelectorAll("input")) {
      if (input.type === "radio") input.checked = false;
      else input.value = "";
    }
    fillFields(child, kept[index]);
  });
  numberChildren(question);
  /** @type {HTMLElement | null} */ (question.querySelector("[data-add]"))?.focus();
}

/** @param {HTMLElement} question */
function numberChildren(question) {
  const children = [...question.querySelectorAll("[data-child]")];
  children.forEach((child, index) => {
    const number = child.querySelector("[data-number]");
    if (number) number.textContent = children.length > 1 ? String(index + 1) : "";
    const remove = /** @type {HTMLElement | null} */ (child.querySelector("[data-remove]"));
    if (remove) remove.hidden = children.length < 2;
  });
  const add = /** @type {HTMLElement | null} */ (question.querySelector("[data-add]"));
  if (add) add.hidden = children.length >= Number(question.dataset.most);
}

/**
 * Show the questions that earlier answers and the place make relevant, hide the others.
 * @param {Element} scope
 */
function updateRelevance(scope) {
  const place = /** @type {HTMLSelectElement | null} */ (document.querySelector("[data-kind=place] select"))?.value;
  /** @type {Answers} */
  const given = {};
  for (const question of questions(scope)) {
    const when = JSON.parse(question.dataset.when ?? "{}");
    const where = JSON.parse(question.dataset.where ?? "null");
    const fits = Object.entries(when).every(([name, values]) => values.includes(given[name]));
    question.hidden = !fits || (where !== null && !where.includes(place));
    if (question.dataset.kind === "children") {
      for (const child of question.querySelectorAll("[data-child]")) updateRelevance(child);
    } else if (!question.hidden) {
      given[question.dataset.question ?? ""] = readQuestion(question);
    }
  }
}
