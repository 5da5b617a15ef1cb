/**
 * The search page: asks Pagefind's index, which the build made, and lists what it found.
 */

const form = /** @type {HTMLFormElement} */ (document.querySelector("#search"));
const field = /** @type {HTMLInputElement} */ (document.querySelector("#query"));
const found = /** @type {HTMLElement} */ (document.querySelector("#found"));
const list = /** @type {HTMLElement} */ (document.querySelector("#results"));
const MOST = 20;

/** @type {Promise<any> | undefined} */
let pagefind;

/** @returns {Promise<any>} */
function engine() {
  pagefind ??= import(new URL(form.dataset.pagefind ?? "", document.baseURI).href);
  return pagefind;
}

/** @param {string} query */
async function search(query) {
  const { results } = await (await engine()).search(query);
  const best = results.length ? results : await searchWords(query);
  const pages = await Promise.all(best.slice(0, MOST).map((/** @type {any} */ result) => result.data()));
  list.replaceChildren(...namedFirst(pages, query).map(entry));
  found.textContent = (pages.length ? found.dataset.some : found.dataset.none) ?? "";
}

/**
 * Put the pages whose whole title stands in the query first: who asks for one thing by its name means that thing.
 * @template {{meta: {title?: string}}} Page
 * @param {Page[]} pages
 * @param {string} query
 * @returns {Page[]}
 */
function namedFirst(pages, query) {
  const asked = query.toLowerCase();
  /** @param {Page} page */
  const named = ({ meta: { title = "" } }) => (title && asked.includes(title.toLowerCase()) ? title.length : 0);
  return [...pages].sort((a, b) => named(b) - named(a));
}

/**
 * Search for the words of a query one by one, when no page has all of them: pages with most words first.
 * @param {string} query
 * @returns {Promise<any[]>}
 */
async function searchWords(query) {
  const segments = new Intl.Segmenter(document.documentElement.lang, { granularity: "word" }).segment(query);
  const words = [...segments].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
  const { search } = await engine();
  const lists = await Promise.all(words.map(async (word) => (await search(word)).results));
  /** @type {Map<string, {result: any, words: number, score: number}>} */
  const pages = new Map();
  for (const result of lists.flat()) {
    const page = pages.get(result.id) ?? { result, words: 0, score: 0 };
    pages.set(result.id, { result, words: page.words + 1, score: page.score + result.score });
  }
  const sorted = [...pages.values()].sort((a, b) => b.words - a.words || b.score - a.score);
  return sorted.map(({ result }) => result);
}

/**
 * @param {{url: string, meta: {title?: string}, excerpt: string}} page
 * @returns {HTMLLIElement}
 */
function entry(page) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = page.url;
  link.textContent = page.meta.title ?? page.url;
  const text = document.createElement("p");
  text.append(...marked(page.excerpt));
  item.append(link, text);
  return item;
}

/**
 * Read an excerpt's `<mark>` without taking any other markup from it.
 * @param {string} excerpt
 * @returns {(string | HTMLElement)[]}
 */
function marked(excerpt) {
  const plain = new DOMParser().parseFromString(excerpt, "text/html").body;
  return [...plain.childNodes].map((node) => {
    if (!(node instanceof HTMLElement)) return node.textContent ?? "";
    const mark = document.createElement("mark");
    mark.textContent = node.textContent;
    return mark;
  });
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
