/**
 * The rows of a list: added from its template, taken away, and numbered anew. A row's ids and names
 * begin with `list.n.`, so a row that moves up takes everything in it along.
 */

/**
 * @param {Element} list a question of the kind `list`
 * @returns {HTMLElement[]}
 */
export function rowsOf(list) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-row]"))];
}

/**
 * @param {HTMLElement} list
 * @returns {HTMLElement} the new row, at the end
 */
export function addRow(list) {
  const template = /** @type {HTMLTemplateElement} */ (list.querySelector("template"));
  const row = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  rename(row, list, rowsOf(list).length);
  list.querySelector("[data-rows]")?.append(row);
  numberRows(list);
  return row;
}

/**
 * @param {HTMLElement} list
 * @param {HTMLElement} gone one of its rows
 */
export function removeRow(list, gone) {
  gone.remove();
  rowsOf(list).forEach((row, index) => rename(row, list, index));
  numberRows(list);
}

/**
 * Take all rows away but those that the list begins with.
 * @param {HTMLElement} list
 */
export function clearRows(list) {
  const rows = rowsOf(list);
  rows.slice(Number(list.dataset.least)).forEach((row) => row.remove());
  numberRows(list);
}

/**
 * Take rows away in which nothing has been answered, where a list may be left empty.
 * @param {HTMLElement} list
 */
export function dropUntouchedRows(list) {
  if (list.dataset.least !== "0") return;
  for (const row of rowsOf(list)) if (isUntouched(row)) removeRow(list, row);
}

/** @param {HTMLElement} row */
export function isUntouched(row) {
  const fields = /** @type {NodeListOf<HTMLInputElement>} */ (row.querySelectorAll("input, select"));
  return [...fields].every((field) => {
    if (field.type === "radio" || field.type === "checkbox") return !field.checked || field.value === "";
    return field.value.trim() === (field.defaultValue ?? "") || field.value.trim() === "";
  });
}

/**
 * Number the rows for the reader; offer to add and to take away only as far as the list allows.
 * @param {HTMLElement} list
 */
export function numberRows(list) {
  const rows = rowsOf(list);
  rows.forEach((row, index) => {
    const number = row.querySelector("[data-number]");
    if (number) number.textContent = rows.length > 1 ? String(index + 1) : "";
    const remove = /** @type {HTMLElement | null} */ (row.querySelector("[data-remove]"));
    if (remove) remove.hidden = rows.length <= Number(list.dataset.least);
  });
  const add = /** @type {HTMLElement | null} */ (list.querySelector("[data-add]"));
  if (add) add.hidden = rows.length >= Number(list.dataset.most);
}

/**
 * @param {HTMLElement} row
 * @param {HTMLElement} list
 * @param {number} index
 */
function rename(row, list, index) {
  const start = `${list.dataset.question}.`;
  const old = `${start}${row.dataset.row}.`;
  row.dataset.row = String(index);
  for (const { attributes } of [row, ...row.querySelectorAll("*")]) {
    for (const attribute of attributes) {
      if (attribute.value.includes(old)) attribute.value = attribute.value.replaceAll(old, `${start}${index}.`);
    }
  }
}
