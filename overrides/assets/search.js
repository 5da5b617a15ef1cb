/**
 * The search page: asks the index of its language, which the build made, and lists what it found.
 */

import { OPTIONS } from "./search-terms.js";

const form = /** @type {HTMLFormElement} */ (document.querySelector("#search"));
const field = /** @type {HTMLInputElement} */ (document.querySelector("#query"));
const found = /** @type {HTMLElement} */ (document.querySelector("#found"));
const list = /** @type {HTMLElement} */ (document.querySelector("#results"));
const MOST = 12;
/** Pages that answer this much worse than the best are left out. */
const LEAST = 0.2;

/** @typedef {{id: string, score: number, title: string, summary: string}} Found */

/** @type {Promise<{search: (query: string) => Found[]}> | undefined} */
let engine;

/** Get the library and the index, when the first question is asked. */
function ready() {
  engine ??= load();
  return engine;
}

/** @returns {Promise<{search: (query: string) => Found[]}>} */
async function load() {
  const library = import(new URL("minisearch.js", import.meta.url).href);
  const index = fetch(new URL(form.dataset.index ?? "", document.baseURI));
  const { default: MiniSearch } = await library;
  return MiniSearch.loadJSON(await (await index).text(), OPTIONS);
}

/** @param {string} query */
async function search(query) {
  const pages = (await ready()).search(query).slice(0, MOST);
  const close = pages.filter(({ score }) => score >= LEAST * pages[0].score);
  list.replaceChildren(...close.map(entry));
  found.textContent = (close.length ? found.dataset.some : found.dataset.none) ?? "";
}

/**
 * @param {Found} page
 * @returns {HTMLLIElement}
 */
function entry({ id, title, summary }) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = new URL(`../${id}/`, document.baseURI).pathname;
  link.textContent = title;
  const text = document.createElement("p");
  text.textContent = summary;
  item.append(link, text);
  return item;
}

/** Search for what stands in the fragment, so that a result can be gone back to. */
function searchFragment() {
  const query = new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
  field.value = query;
  if (query) search(query);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  location.hash = `q=${encodeURIComponent(field.value.trim())}`;
});
addEventListener("hashchange", searchFragment);
searchFragment();
