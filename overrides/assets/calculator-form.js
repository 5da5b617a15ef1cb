/**
 * The form of a calculator: reads the answers, asks the engine, shows faults or the result sheet.
 * Answers stay on the page; only a copied link or a saved file takes them away.
 *
 * @typedef {import("./calculator-fields.js").Answers} Answers
 * @typedef {import("./calculator-file.js").Situations} Situations
 */

import { comparisonElements, showComparing } from "./calculator-compare.js";
import { element } from "./calculator-elements.js";
import { Engine } from "./calculator-engine.js";
import { clearFaults, showFaults } from "./calculator-faults.js";
import { FileError, readSituations, saveFile, situationsText } from "./calculator-file.js";
import { decodeSituations, encodeSituations } from "./calculator-link.js";
import { fillForm, hasStrange, readForm, startForm } from "./calculator-questions.js";
import { sheetElements } from "./calculator-sheet.js";

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const form = /** @type {HTMLFormElement} */ (byId("calculator"));
const file = /** @type {HTMLInputElement} */ (byId("file"));
const [result, actions, done, progress, faults] = ["result", "actions", "done", "progress", "faults"].map(byId);
const settings = JSON.parse(byId("settings").textContent ?? "{}");
const { words } = settings;
const slug = form.dataset.calculator ?? "";

const engine = new Engine(settings);
engine.onprogress = (loaded, total) => {
  progress.textContent = `${words.loading} ${total ? Math.round((100 * loaded) / total) : 0} %`;
};

engine.onloaded = async (urls) => {
  const registration = await navigator.serviceWorker?.ready;
  registration?.active?.postMessage({ kind: "loaded", urls });
};

/** @type {any} the answer on the page, as the engine gave it */
let answered;
/** @type {Answers | undefined} the first of two situations; the form then holds the second */
let first;
/** What is to be said together with the next answer. */
let notice = "";
let asked = 0;
let busy = false;

/** @returns {Situations} what is on the page: one situation, or two */
function situations() {
  const now = readForm(form);
  return first ? { answers: first, other: now } : { answers: now };
}

async function calculate() {
  const turn = ++asked;
  busy = true;
  clearFaults(form, faults);
  progress.textContent ||= `${words.loading}…`;
  try {
    const answer = await engine.answer({ calculator: slug, ...situations() });
    if (turn !== asked) return;
    progress.textContent = "";
    show(answer);
  } catch {
    progress.textContent = words.failed;
  }
  busy = false;
}

/** Say nothing more of loading once it is over and no answer is awaited. */
function rest() {
  if (!busy) progress.textContent = "";
}

/** @param {any} answer to one situation, or to two with their comparison */
function show(answer) {
  if (first && answer.faults) {
    notice = words.first;
    fillForm(form, first);
    compareWith(undefined);
  }
  const latest = first && answer.other ? answer.other : answer;
  const said = notice ? [element("p", { class: "notice" }, notice)] : [];
  notice = "";
  if (latest.faults) {
    hideResult();
    showFaults(faults, words.faults, latest.faults);
    faults.append(...said);
    return;
  }
  answered = answer;
  const before = answer.comparison ? comparisonElements(answer.comparison, settings) : [];
  result.replaceChildren(...said, ...before, ...sheetElements(latest.sheet, settings));
  result.setAttribute("aria-labelledby", before.length ? "comparison" : "verdict");
  result.hidden = actions.hidden = false;
  done.textContent = "";
  (before[0] ?? result).focus();
  result.scrollIntoView({ block: "start" });
}

function hideResult() {
  result.hidden = actions.hidden = true;
}

/** @param {Answers | undefined} answers of the first situation, or nothing to compare no more */
function compareWith(answers) {
  first = answers;
  showComparing(answers !== undefined);
}

/**
 * Take answers from a link or a file, and answer them.
 * @param {Situations} given
 */
function take({ answers, other }) {
  fillForm(form, answers);
  compareWith(other && readForm(form)); // By way of the form, so that only what it asks for counts.
  if (other) fillForm(form, other);
  calculate();
}

/** @type {Record<string, () => void | Promise<void>>} */
const does = {
  compare() {
    compareWith(readForm(form));
    byId("comparing").focus();
    form.scrollIntoView({ block: "start" });
  },
  stop() {
    if (first) take({ answers: first });
  },
  print: () => window.print(),
  calendar() {
    const { calendar } = answered.other ?? answered;
    if (calendar) saveFile(`${slug}.ics`, "text/calendar", calendar);
    done.textContent = calendar ? words.calendar : words.nothing;
  },
  async link() {
    const address = `${location.href.split("#")[0]}#${encodeSituations(situations())}`;
    history.replaceState(null, "", address);
    try {
      await navigator.clipboard.writeText(address);
      done.textContent = words.copied;
    } catch {
      done.textContent = words.address;
    }
  },
  save: () => saveFile(`${slug}.json`, "application/json", situationsText(slug, situations())),
  result: () => saveFile(`${slug}-result.json`, "application/json", `${JSON.stringify(answered, null, 1)}\n`),
};

/** Open the file that was chosen; one that cannot be opened changes nothing. */
async function openFile() {
  const [chosen] = file.files ?? [];
  if (!chosen) return;
  const fault = await readSituations(chosen, slug).then(takeFile, (reason) => reason);
  byId("file-fault").textContent = fault instanceof FileError ? words.file[fault.code] : "";
  file.setAttribute("aria-invalid", String(fault instanceof FileError));
  file.value = ""; // The same file can be chosen again.
}

/** @param {Situations} given */
function takeFile(given) {
  const { answers, other = {} } = given;
  notice = [answers, other].some((each) => hasStrange(form, each)) ? words.strange : "";
  take(given);
}

/** Take the answers of a shared link, and answer them. */
function takeShared() {
  const shared = decodeSituations(location.hash.slice(1));
  if (shared) take(shared);
}

document.addEventListener("click", (event) => {
  const button = /** @type {HTMLElement} */ (event.target).closest("[data-action]");
  if (button instanceof HTMLElement) does[button.dataset.action ?? ""]?.();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  calculate();
});
form.addEventListener("input", hideResult); // It answers what was asked before.
form.addEventListener("focusin", () => engine.warm().catch(() => undefined).finally(rest), { once: true });
file.addEventListener("change", openFile);
startForm(form);
takeShared();
addEventListener("hashchange", takeShared);
