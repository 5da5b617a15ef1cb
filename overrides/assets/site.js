/**
 * What every page does beyond HTML: keep itself for offline reading, and open search in place.
 */

document.documentElement.classList.replace("no-js", "js");

/** Tell the service worker which language is read; it keeps that language's pages. */
async function keepOffline() {
  if (!("serviceWorker" in navigator) || !location.protocol.startsWith("http")) return;
  const root = new URL("../../", import.meta.url);
  try {
    await navigator.serviceWorker.register(new URL("service-worker.js", root), { scope: root.pathname });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ kind: "page-language", language: document.documentElement.lang });
  } catch {
    // Without a service worker (private windows, old browsers) the site simply needs its network.
  }
}

/** Turn the link to the search page into a field; the words stay in the address's fragment. */
function offerSearch() {
  const link = document.querySelector("a[data-search]");
  if (!(link instanceof HTMLAnchorElement)) return;
  const form = document.createElement("form");
  form.className = "header__search";
  form.setAttribute("role", "search");
  const field = document.createElement("input");
  Object.assign(field, { type: "search", placeholder: link.dataset.search, autocomplete: "off" });
  field.setAttribute("aria-label", link.dataset.search ?? "");
  form.append(field);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (field.value.trim()) location.href = `${link.href}#q=${encodeURIComponent(field.value.trim())}`;
  });
  if (!document.querySelector("#search")) link.replaceWith(form);
}

/** A table of contents is open beside the text; above it, on a narrow screen, it would push the text down. */
function foldContents() {
  const contents = document.querySelector(".contents details");
  if (contents instanceof HTMLDetailsElement) contents.open = matchMedia("(min-width: 60em)").matches;
}

/** On a narrow screen the sections stand in one row that scrolls: begin with the one that is open. */
function showSection() {
  const [row, open] = [document.querySelector(".sections ul"), document.querySelector(".sections a[aria-current]")];
  if (row instanceof HTMLElement && open) {
    const [outer, inner] = [row.getBoundingClientRect(), open.getBoundingClientRect()];
    row.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2);
  }
}

offerSearch();
showSection();
foldContents();
keepOffline();
