/**
 * Answers calculators with a bundle under Node: JSON lines in, one answer a line out.
 *
 *   node pyodide_node.mjs <calculator-worker.js> <bundle folder>
 *
 * Each line is {request}, and the first one also has {rules, catalogue}: all JSON text, as
 * `calculators.bridge.answer` takes them.
 * It is the browser's own worker that answers: here stands only what a browser has around it.
 */

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [worker, bundle] = process.argv.slice(2).map((path) => resolve(path));
const texts = new Map();
const waiting = new Map();

globalThis.self = globalThis;
globalThis.fetch = async (url) => new Response(texts.get(url) ?? readFileSync(url));
globalThis.postMessage = ({ id, answer, error }) => {
  if (error !== undefined) throw new Error(error);
  waiting.get(id)?.(answer);
};

let asked = 0;
function ask(message) {
  return new Promise((answered) => {
    waiting.set(++asked, answered);
    self.onmessage({ data: { id: asked, ...message } });
  });
}

try {
  await import(pathToFileURL(worker).href);
  for await (const line of createInterface({ input: process.stdin })) {
    const { request, rules, catalogue } = JSON.parse(line);
    if (texts.size === 0) {
      texts.set("rules", rules).set("catalogue", catalogue);
      self.onmessage({ data: { kind: "start", runtime: `${bundle}/`, rules: "rules", catalogue: "catalogue" } });
    }
    console.log(await ask({ kind: "answer", request }));
  }
} catch (error) {
  // Uncaught, Node would print the line of code it came from: the whole of Pyodide.
  console.error(error.message);
  process.exitCode = 1;
}
