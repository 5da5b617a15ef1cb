/**
 * Keeps the site readable without a network. The build writes `self.SITE` above this text: every file
 * to keep, each with the sha256 that fetched bytes must have.
 *
 * A file lives in the cache of its group under its path and hash, so an update fetches only what has
 * changed. Groups: `core`, small files that all pages share, kept when this worker is installed;
 * `onDemand`, the calculators' runtime and large fonts, kept when a page first fetches them; and one
 * for each language, filled in the background once a page has said that it is read.
 *
 * @typedef {Record<string, string>} Files path in the site → sha256 in base64
 * @typedef {{list: string, hash: string, notFound: string | null}} Language
 * @typedef {{version: string, core: Files, onDemand: Files, languages: Record<string, Language>}} Site
 */

const worker = /** @type {ServiceWorkerGlobalScope & {SITE: Site}} */ (/** @type {unknown} */ (self));
const { SITE } = worker;
const SCOPE = worker.registration.scope;
const PREFIX = `site ${new URL(SCOPE).pathname} `;
/** How long a reader waits for the network when the page is at hand, in milliseconds. */
const PATIENCE = 4000;
/** How many files come at once in the background. */
const LANES = 4;
/** @type {Map<string, Promise<void>>} */
const filling = new Map();

worker.addEventListener("install", (event) => {
  event.waitUntil(keepAll("core", SITE.core).then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(removeOld().then(() => worker.clients.claim()));
});

worker.addEventListener("message", (event) => {
  const { kind, language, urls } = event.data ?? {};
  if (kind === "loaded") event.waitUntil(keepLoaded(urls));
  if (kind === "page-language" && Object.hasOwn(SITE.languages, language)) {
    event.waitUntil(fillOnce(language, event.source));
  }
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(SCOPE) || request.headers.has("Range")) return;
  event.respondWith(request.mode === "navigate" ? page(request) : asset(event));
});

/**
 * Answer a navigation: the network's page, or the kept one when the network fails or is slow.
 * @param {Request} request
 */
async function page(request) {
  const path = pathOf(request.url);
  const kept = await find(path);
  const network = fetch(request);
  if (!kept) return network.catch(() => instead(path));
  const working = network.then((response) => (response.status < 500 ? response : kept), () => kept);
  return Promise.race([working, after(PATIENCE).then(() => kept)]);
}

/**
 * Answer for a page that is not at hand: its folder's page, or the language's page of what is missing.
 * @param {string} path
 */
async function instead(path) {
  if (await find(`${path}/index.html`)) return Response.redirect(`${urlOf(path)}/`);
  const pages = Object.values(SITE.languages).flatMap(({ notFound }) => notFound ?? []);
  const folder = (/** @type {string} */ page) => page.slice(0, page.lastIndexOf("/") + 1);
  pages.sort((a, b) => folder(b).length - folder(a).length);
  const near = pages.filter((page) => path.startsWith(folder(page)));
  for (const candidate of [...near, ...pages]) {
    const kept = await find(candidate);
    if (kept) return new Response(kept.body, { status: 503, headers: kept.headers });
  }
  return Response.error();
}

/**
 * Answer for anything but a page: the kept file when it is the right one, else the network's.
 * @param {FetchEvent} event
 */
async function asset(event) {
  const { request } = event;
  const path = pathOf(request.url);
  if (Object.hasOwn(SITE.onDemand, path)) return large(event, path, SITE.onDemand[path]);
  // Bytes that are not the expected ones are newer than this worker: hand them on, do not keep them.
  if (Object.hasOwn(SITE.core, path)) return keep("core", path, SITE.core[path]).catch(() => fetch(request));
  return (await find(path)) ?? fetch(request);
}

/**
 * Answer for a large file: what comes is handed on as it comes, so that a page can show how far it is,
 * and kept once its bytes have been verified.
 * @param {FetchEvent} event
 * @param {string} path
 * @param {string} hash
 */
async function large(event, path, hash) {
  const cache = await caches.open(`${PREFIX}onDemand`);
  const kept = await cache.match(keyOf(path, hash));
  if (kept) return kept;
  const response = await fetch(event.request);
  if (response.ok) event.waitUntil(keepVerified(cache, path, hash, response.clone()));
  return response;
}

/**
 * @param {Cache} cache
 * @param {string} path
 * @param {string} hash
 * @param {Response} response
 */
async function keepVerified(cache, path, hash, response) {
  const bytes = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if (btoa(String.fromCharCode(...digest)).replace("=", "") !== hash) return;
  await cache.put(keyOf(path, hash), new Response(bytes, { headers: response.headers }));
}

/**
 * Find a kept file, by the newest list of its language first.
 * @param {string} path
 * @returns {Promise<Response | undefined>}
 */
async function find(path) {
  for (const language of Object.keys(SITE.languages)) {
    const cache = await caches.open(PREFIX + language);
    for (const list of await keptLists(cache, SITE.languages[language])) {
      const files = await list.json();
      const kept = Object.hasOwn(files, path) && (await cache.match(keyOf(path, files[path])));
      if (kept) return kept;
    }
  }
}

/**
 * Return the kept lists of a language, today's first; an older one stays until today's is filled.
 * @param {Cache} cache
 * @param {Language} language
 */
async function keptLists(cache, { list, hash }) {
  const lists = await cache.matchAll(urlOf(list), { ignoreSearch: true });
  const today = await cache.match(keyOf(list, hash));
  return today ? [today, ...lists] : lists;
}

/**
 * Fill a language's cache, one run at a time.
 * @param {string} language
 * @param {{postMessage(message: object): void} | null} page that is told how far it has come
 */
function fillOnce(language, page) {
  const run = filling.get(language) ?? fill(language, page).finally(() => filling.delete(language));
  filling.set(language, run);
  return run;
}

/**
 * @param {string} language
 * @param {{postMessage(message: object): void} | null} page
 */
async function fill(language, page) {
  if (/** @type {any} */ (navigator).connection?.saveData) return;
  const { list, hash } = SITE.languages[language];
  const files = await (await keep(language, list, hash)).json();
  const done = await keepAll(language, files, (kept, total) => {
    page?.postMessage({ kind: "offline", language, kept, total });
  }).then(() => true, () => false);
  if (done) await removeOthers(language, { ...files, [list]: hash });
}

/**
 * Keep every file of a group that is not kept yet; what fails does not stop the others.
 * @param {string} group
 * @param {Files} files
 * @param {(kept: number, total: number) => void} [report]
 */
async function keepAll(group, files, report = () => {}) {
  const cache = await caches.open(PREFIX + group);
  const there = new Set((await cache.keys()).map((request) => request.url));
  const missing = Object.entries(files).filter(([path, hash]) => !there.has(keyOf(path, hash)));
  const total = Object.keys(files).length;
  const faults = [];
  let kept = total - missing.length;
  report(kept, total);
  async function lane() {
    for (let next = missing.shift(); next; next = missing.shift()) {
      await keep(group, ...next).then(() => report(++kept, total), (fault) => faults.push(fault));
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane));
  if (faults.length) throw faults[0];
}

/**
 * Return a kept file, or fetch it, verify its bytes and keep it.
 * @param {string} group
 * @param {string} path
 * @param {string} hash
 * @returns {Promise<Response>}
 */
async function keep(group, path, hash) {
  const cache = await caches.open(PREFIX + group);
  const key = keyOf(path, hash);
  const kept = await cache.match(key);
  if (kept) return kept;
  // What the browser has at hand will do when its bytes are right; else the server is asked.
  const integrity = `sha256-${hash}=`;
  const ask = (/** @type {RequestCache} */ cache) => fetch(urlOf(path), { integrity, cache, redirect: "error" });
  const response = await ask("default").catch(() => ask("reload"));
  await cache.put(key, response.clone());
  return response;
}

/**
 * Keep files that a page has already loaded, perhaps before this worker came between it and the network.
 * @param {string[]} urls
 */
async function keepLoaded(urls) {
  const paths = urls.filter((url) => url.startsWith(SCOPE)).map(pathOf);
  const listed = paths.filter((path) => Object.hasOwn(SITE.onDemand, path));
  await keepAll("onDemand", Object.fromEntries(listed.map((path) => [path, SITE.onDemand[path]])));
}

/** Remove caches of groups that are gone, and old files of the groups that this worker lists itself. */
async function removeOld() {
  const groups = ["core", "onDemand", ...Object.keys(SITE.languages)].map((group) => PREFIX + group);
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(names.filter((name) => !groups.includes(name)).map((name) => caches.delete(name)));
  await Promise.all([removeOthers("core", SITE.core), removeOthers("onDemand", SITE.onDemand)]);
}

/**
 * Remove from a group's cache what is not among these files.
 * @param {string} group
 * @param {Files} files
 */
async function removeOthers(group, files) {
  const cache = await caches.open(PREFIX + group);
  const keys = new Set(Object.entries(files).map(([path, hash]) => keyOf(path, hash)));
  const old = (await cache.keys()).filter((request) => !keys.has(request.url));
  await Promise.all(old.map((request) => cache.delete(request)));
}

/** @param {string} url of this site; a folder stands for its page */
function pathOf(url) {
  const path = decodeURI(new URL(url).pathname.slice(new URL(SCOPE).pathname.length));
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

/** @param {string} path */
function urlOf(path) {
  return new URL(encodeURI(path), SCOPE).href;
}

/**
 * @param {string} path
 * @param {string} hash
 */
function keyOf(path, hash) {
  return `${urlOf(path)}?sha256=${encodeURIComponent(hash)}`;
}

/** @param {number} milliseconds */
function after(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
