/**
 * A result sheet as elements: knows the five kinds of block and nothing of any policy.
 *
 * @typedef {{text: string, grade: string, url?: string}} Citation
 * @typedef {{kind: string, items?: any[], columns?: string[], rows?: string[][], words?: Record<string, string>}} Block
 * @typedef {{verdict: {value: string, text: string, reason: string}, dated: string,
 *   sections: {id: string, heading: string, blocks: Block[]}[]}} Sheet
 */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/**
 * @param {Sheet} sheet
 * @param {Record<string, string>} words
 * @returns {HTMLElement[]}
 */
export function sheetElements(sheet, words) {
  const { verdict } = sheet;
  const head = element(
    "div",
    { class: `verdict verdict--${verdict.value}` },
    element("h2", { id: "verdict" }, verdict.text),
    element("p", {}, verdict.reason),
  );
  const sections = sheet.sections.map((section) =>
    element(
      "section",
      { class: `sheet-section sheet-section--${section.id}` },
      element("h3", {}, section.heading),
      ...section.blocks.map((block) => blockElement(block, words)),
    ),
  );
  return [head, ...sections, element("p", { class: "dated" }, sheet.dated)];
}

/**
 * @param {Block} block
 * @param {Record<string, string>} words
 */
function blockElement(block, words) {
  const items = block.items ?? [];
  switch (block.kind) {
    case "table":
      return tableElement(block.columns ?? [], block.rows ?? []);
    case "steps":
      return element("ol", {}, ...items.map((item) => element("li", {}, item.text, ...basis(item.rules, words))));
    case "checks":
      return element("ul", { class: "checks" }, ...items.map((item) => checkElement(item, block.words ?? {}, words)));
    case "list":
      return element("ul", {}, ...items.map((item) => element("li", {}, item)));
    default:
      return element("p", {}, ...items);
  }
}

/**
 * @param {{met: boolean | null, text: string, rules: Citation[]}} item
 * @param {Record<string, string>} states
 * @param {Record<string, string>} words
 */
function checkElement(item, states, words) {
  const state = element("strong", { class: `check check--${item.met}` }, states[String(item.met)]);
  return element("li", {}, state, " · ", item.text, ...basis(item.rules, words));
}

/**
 * @param {string[]} columns
 * @param {string[][]} rows
 */
function tableElement(columns, rows) {
  const head = element("tr", {}, ...columns.map((column) => element("th", { scope: "col" }, column)));
  const body = rows.map((row) => element("tr", {}, ...row.map((cell, index) => cellElement(cell, columns[index]))));
  return element("table", { class: "stacked" }, element("thead", {}, head), element("tbody", {}, ...body));
}

/**
 * @param {string} cell
 * @param {string} column shown before the cell where a narrow screen stacks the table
 */
function cellElement(cell, column) {
  return element("td", { "data-column": column }, cell);
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
