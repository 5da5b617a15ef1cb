/**
 * A result sheet as elements: knows the seven kinds of block and nothing of any policy.
 *
 * @typedef {{text: string, grade: string, url?: string}} Citation
 * @typedef {{met: boolean | null, text: string, rules: Citation[]}} Check
 * @typedef {{page: string, title: string, checks: Check[], change: string[], calculators: {page: string, title: string}[]}} Measure
 * @typedef {{kind: string, text?: string, items?: any[], columns?: string[], rows?: string[][], rules?: Citation[],
 *   words?: Record<string, string>}} Block
 * @typedef {{id: string, heading: string, blocks: Block[]}} Section
 * @typedef {{verdict: {value: string, text: string, reason: string}, dated: string, sections: Section[]}} Sheet
 * @typedef {{words: Record<string, string>, pages: Record<string, string>}} Settings
 */

import { chartImage } from "./calculator-chart.js";
import { element } from "./calculator-elements.js";

/** How many sections make a sheet a long one. */
const MANY = 5;

/**
 * @param {Sheet} sheet
 * @param {Settings} settings words of the page, and the addresses of others: `measure:slug` → URL
 * @returns {HTMLElement[]}
 */
export function sheetElements(sheet, settings) {
  const { verdict } = sheet;
  const head = element(
    "div",
    { class: `verdict verdict--${verdict.value}` },
    element("h2", { id: "verdict" }, verdict.text),
    element("p", {}, verdict.reason),
  );
  const sections = sectionElements(sheet.sections, settings);
  sections.forEach((section, index) => (section.id = `result-${sheet.sections[index].id}`));
  const contents = sections.length < MANY ? [] : [contentsElement(sheet.sections, settings)];
  return [head, ...contents, ...sections, element("p", { class: "dated" }, sheet.dated)];
}

/**
 * @param {Section[]} sections
 * @param {Settings} settings
 * @returns {HTMLElement} a way to each section of a long sheet
 */
function contentsElement(sections, { words }) {
  const links = sections.map(({ id, heading }) => element("a", { href: `#result-${id}` }, heading));
  return element(
    "nav",
    { class: "sheet-contents no-print", "aria-label": words.contents },
    element("ul", {}, ...links.map((link) => element("li", {}, link))),
  );
}

/**
 * @param {Section[]} sections
 * @param {Settings} settings
 * @returns {HTMLElement[]}
 */
export function sectionElements(sections, settings) {
  return sections.map((section) =>
    element(
      "section",
      { class: `sheet-section sheet-section--${section.id}` },
      element("h3", {}, section.heading),
      ...section.blocks.flatMap((block) => blockElements(block, settings)),
    ),
  );
}

/**
 * @param {Block} block
 * @param {Settings} settings
 * @returns {HTMLElement[]}
 */
function blockElements(block, settings) {
  const items = block.items ?? [];
  switch (block.kind) {
    case "table":
      return [tableElement(block.columns ?? [], block.rows ?? [])];
    case "steps":
      return [element("ol", {}, ...items.map((item) => withBasis(item, settings)))];
    case "checks":
      return [checksElement(items, block.words ?? {}, settings)];
    case "list":
      return [listElement(items)];
    case "chart":
      return [chartElement(/** @type {any} */ (block), settings)];
    case "measures":
      return items.map((item) => measureElement(item, block.words ?? {}, settings));
    default:
      return [element("p", { class: "sheet-part" }, block.text ?? "")];
  }
}

/** @param {string[]} items */
function listElement(items) {
  return element("ul", {}, ...items.map((item) => element("li", {}, item)));
}

/**
 * @param {Check[]} checks
 * @param {Record<string, string>} states
 * @param {Settings} settings
 */
function checksElement(checks, states, settings) {
  const lines = checks.map((check) => {
    const state = element("strong", { class: `check check--${check.met}` }, states[String(check.met)]);
    return withBasis(check, settings, state, " · ");
  });
  return element("ul", { class: "checks" }, ...lines);
}

/**
 * @param {import("./calculator-chart.js").Chart & {rules: Citation[]}} chart
 * @param {Settings} settings
 */
function chartElement(chart, settings) {
  return element(
    "div",
    { class: "chart" },
    element("h4", {}, chart.title),
    chartImage(chart),
    element("p", {}, chart.text),
    ...basis(chart.rules, settings.words),
  );
}

/**
 * @param {Measure} measure
 * @param {Record<string, string>} states
 * @param {Settings} settings
 */
function measureElement(measure, states, settings) {
  const links = measure.calculators.flatMap((each) => [" · ", linkElement(each, settings)]).slice(1);
  return element(
    "div",
    { class: "measure" },
    element("h4", {}, linkElement(measure, settings)),
    checksElement(measure.checks, states, settings),
    ...(measure.change.length ? [listElement(measure.change)] : []),
    ...(links.length ? [element("p", {}, element("strong", {}, settings.words.calculate), " ", ...links)] : []),
  );
}

/**
 * @param {{page: string, title: string}} to
 * @param {Settings} settings
 * @returns {HTMLElement | string} a link, where there is such a page
 */
function linkElement({ page, title }, { pages }) {
  return Object.hasOwn(pages, page) ? element("a", { href: pages[page] }, title) : title;
}

/**
 * Lay out a table; one that is too wide for a phone becomes a card for each row there. The roles keep
 * it a table for screen readers that go by how it is displayed.
 * @param {string[]} columns
 * @param {string[][]} rows
 */
function tableElement(columns, rows) {
  const head = columns.map((column) => element("th", { scope: "col" }, column));
  const body = rows.map((row) => {
    const cells = row.map((cell, index) => element("td", { role: "cell", "data-column": columns[index] }, cell));
    return element("tr", { role: "row" }, ...cells);
  });
  return element(
    "table",
    { role: "table", ...(columns.length > 2 && { class: "stacked" }) },
    element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, ...head)),
    element("tbody", { role: "rowgroup" }, ...body),
  );
}

/**
 * @param {{text: string, rules: Citation[]}} item
 * @param {Settings} settings
 * @param {...(Node | string)} before
 */
function withBasis({ text, rules }, { words }, ...before) {
  return element("li", {}, ...before, text, ...basis(rules, words));
}

/**
 * @param {Citation[]} rules
 * @param {Record<string, string>} words
 */
function basis(rules, words) {
  if (!rules.length) return [];
  const lines = rules.map((rule) => {
    const link = rule.url ? [" ", element("a", { href: rule.url, rel: "noreferrer" }, words.link)] : [];
    return element("li", {}, rule.text, ...link);
  });
  return [element("details", { class: "basis" }, element("summary", {}, words.basis), element("ul", {}, ...lines))];
}
