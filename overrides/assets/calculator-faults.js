/**
 * What is wrong with the answers: a list above the form that takes the focus, and a line at each field.
 *
 * @typedef {{field: string, text: string}} Fault
 */

import { element } from "./calculator-elements.js";

/**
 * Take away what was said of earlier answers.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} box
 */
export function clearFaults(form, box) {
  for (const line of form.querySelectorAll(".fault")) {
    /** @type {HTMLElement} */ (line).hidden = true;
  }
  for (const input of form.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
  box.hidden = true;
}

/**
 * @param {HTMLElement} box
 * @param {string} heading
 * @param {Fault[]} found
 */
export function showFaults(box, heading, found) {
  box.replaceChildren(element("h2", {}, heading), element("ul", {}, ...found.map(faultItem)));
  box.hidden = false;
  box.focus();
}

/** @param {Fault} fault */
function faultItem({ field, text }) {
  const line = document.getElementById(`fault-${field}`);
  const question = line?.closest(".question");
  const input = /** @type {HTMLElement | null} */ (question?.querySelector("input, select, [data-add]"));
  if (!line || !question || !input) return element("li", {}, text);
  line.textContent = text;
  line.hidden = false;
  if (question.getAttribute("data-kind") !== "list") input.setAttribute("aria-invalid", "true");
  const link = element("a", { href: `#${input.id || question.id}` }, `${nameOf(question)}: ${text}`);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    input.focus();
  });
  return element("li", {}, link);
}

/**
 * @param {Element} question
 * @returns {string} its label, behind the row's where several rows ask the same
 */
function nameOf(question) {
  const row = question.closest("[data-row]");
  const numbered = row?.querySelector("[data-number]")?.textContent ? [row] : [];
  const labels = [...numbered, question].map((each) => each.querySelector("legend, label")?.textContent);
  return labels.map((label) => label?.trim().replaceAll(/\s+/g, " ")).join(" · ");
}
