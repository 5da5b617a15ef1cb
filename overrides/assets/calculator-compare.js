/**
 * Two situations side by side: what differs between them, as tables.
 *
 * @typedef {{heading: string, sections: import("./calculator-sheet.js").Section[]}} Comparison
 */

import { element } from "./calculator-elements.js";
import { sectionElements } from "./calculator-sheet.js";

/**
 * @param {Comparison} comparison
 * @param {import("./calculator-sheet.js").Settings} settings
 * @returns {HTMLElement[]} the comparison, and the heading of the second situation's result
 */
export function comparisonElements({ heading, sections }, settings) {
  const { words } = settings;
  const same = sections.every(({ id }) => id !== "answers");
  return [
    element("h2", { id: "comparison", tabindex: "-1" }, heading),
    ...(same ? [element("p", {}, words.same)] : []),
    ...sectionElements(sections, settings),
    element("h2", { class: "sheet-second" }, words.second),
  ];
}

/**
 * Show on the page whether two situations are being compared.
 * @param {boolean} comparing
 */
export function showComparing(comparing) {
  for (const each of document.querySelectorAll("#comparing, .actions [data-action=stop]")) {
    /** @type {HTMLElement} */ (each).hidden = !comparing;
  }
  const begin = /** @type {HTMLElement} */ (document.querySelector("[data-action=compare]"));
  begin.hidden = comparing;
}
