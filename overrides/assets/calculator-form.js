/**
 * The form of a calculator: reads the answers, asks the engine, shows faults or the result sheet.
 * Answers stay on the page; only a copied link or a saved file takes them away.
 */

import { decodeAnswers, encodeAnswers } from "./calculator-link.js";
import { Engine } from "./calculator-engine.js";
import { fillFields, readFields, setToday, watchFields } from "./calculator-fields.js";
import { sheetElements } from "./calculator-sheet.js";

const form = /** @type {HTMLFormElement} */ (document.querySelector("#calculator"));
const result = /** @type {HTMLElement} */ (document.querySelector("#result"));
const actions = /** @type {HTMLElement} */ (document.querySelector("#actions"));
const done = /** @type {HTMLElement} */ (document.querySelector("#done"));
const progress = /** @type {HTMLElement} */ (document.querySelector("#progress"));
const faults = /** @type {HTMLElement} */ (document.querySelector("#faults"));
const settings = JSON.parse(document.querySelector("#settings")?.textContent ?? "{}");
const { words } = settings;

const engine = new Engine(settings);
engine.onprogress = (loaded, total) => {
  progress.textContent = `${words.loading} ${total ? Math.round((100 * loaded) / total) : 0} %`;
};

engine.onloaded = async (urls) => {
  const registration = await navigator.serviceWorker?.ready;
  registration?.active?.postMessage({ kind: "loaded", urls });
};

/** @type {{calendar: string} | undefined} */
let answered;
let busy = false;

async function calculate() {
  busy = true;
  showFaults([]);
  progress.textContent ||= `${words.loading}…`;
  try {
    const answer = await engine.answer({ calculator: form.dataset.calculator, answers: readFields(form) });
    progress.textContent = "";
    if (answer.faults) showFaults(answer.faults);
    else showResult(answer);
  } catch {
    progress.textContent = words.failed;
  }
  busy = false;
}

/** Say nothing more of loading once it is over and no answer is awaited. */
function rest() {
  if (!busy) progress.textContent = "";
}

/** @param {{sheet: object, calendar: string}} answer */
function showResult(answer) {
  answered = answer;
  result.replaceChildren(...sheetElements(answer.sheet, words));
  result.hidden = actions.hidden = false;
  done.textContent = "";
  result.focus();
  result.scrollIntoView({ block: "start" });
}

/** @param {{field: string, text: string}[]} found */
function showFaults(found) {
  for (const line of form.querySelectorAll(".fault")) {
    /** @type {HTMLElement} */ (line).hidden = true;
  }
  for (const input of form.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
  faults.hidden = !found.length;
  if (!found.length) return;
  result.hidden = actions.hidden = true;
  const heading = document.createElement("h2");
  heading.textContent = words.faults;
  const list = document.createElement("ul");
  list.append(...found.map(faultItem));
  faults.replaceChildren(heading, list);
  faults.focus();
}

/** @param {{field: string, text: string}} fault */
function faultItem({ field, text }) {
  const item = document.createElement("li");
  const line = document.getElementById(`fault-${field}`);
  const question = line?.closest(".question");
  const input = question?.querySelector("input, select");
  if (!line || !input) {
    item.textContent = text;
    return item;
  }
  line.textContent = text;
  line.hidden = false;
  input.setAttribute("aria-invalid", "true");
  const link = document.createElement("a");
  link.href = `#${input.id || question?.id}`;
  link.textContent = `${question?.querySelector("legend, label")?.textContent?.trim()}: ${text}`;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    /** @type {HTMLElement} */ (input).focus();
  });
  item.append(link);
  return item;
}

/** @type {Record<string, () => void | Promise<void>>} */
const does = {
  print: () => window.print(),
  calendar() {
    if (!answered?.calendar) {
      done.textContent = words.nothing;
      return;
    }
    const file = new Blob([answered.calendar], { type: "text/calendar" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = `${form.dataset.calculator}.ics`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    done.textContent = words.calendar;
  },
  async link() {
    const address = `${location.href.split("#")[0]}#${encodeAnswers(readFields(form))}`;
    history.replaceState(null, "", address);
    try {
      await navigator.clipboard.writeText(address);
      done.textContent = words.copied;
    } catch {
      done.textContent = words.address;
    }
  },
};

actions.addEventListener("click", (event) => {
  const button = /** @type {HTMLElement} */ (event.target).closest("[data-action]");
  if (button instanceof HTMLElement) does[button.dataset.action ?? ""]?.();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  calculate();
});
form.addEventListener("input", () => {
  result.hidden = actions.hidden = true; // It answers what was asked before.
});
form.addEventListener("focusin", () => engine.warm().catch(() => undefined).finally(rest), { once: true });

/** Take the answers of a shared link, and answer them. */
function takeShared() {
  const shared = decodeAnswers(location.hash.slice(1));
  if (!shared) return;
  fillFields(form, shared);
  calculate();
}

setToday(form);
watchFields(form);
takeShared();
addEventListener("hashchange", takeShared);
