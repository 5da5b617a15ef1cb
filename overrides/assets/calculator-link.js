/**
 * Answers in the address's fragment, which no server sees: `answers=1.<base64url of JSON>`, and the same
 * as `other` for a second situation. The number is the version of the codec, so that an old link can be
 * told from a broken one.
 *
 * @typedef {import("./calculator-file.js").Situations} Situations
 */

import { isAnswers } from "./calculator-file.js";

const VERSION = "1";

/**
 * @param {Situations} situations
 * @returns {string} the fragment, without `#`
 */
export function encodeSituations({ answers, other }) {
  return `answers=${encoded(answers)}${other ? `&other=${encoded(other)}` : ""}`;
}

/**
 * @param {string} fragment without `#`
 * @returns {Situations | undefined} undefined when there are no answers in it
 */
export function decodeSituations(fragment) {
  const given = new URLSearchParams(fragment);
  const [answers, other] = ["answers", "other"].map((name) => decoded(given.get(name) ?? ""));
  return answers && { answers, ...(other && { other }) };
}

/** @param {object} answers */
function encoded(answers) {
  const bytes = new TextEncoder().encode(JSON.stringify(answers));
  const text = btoa(String.fromCharCode(...bytes));
  return `${VERSION}.${text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** @param {string} value */
function decoded(value) {
  const [version, text] = value.split(".");
  if (version !== VERSION || !text) return undefined;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const answers = JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (c) => c.charCodeAt(0))));
    return isAnswers(answers) ? answers : undefined;
  } catch {
    return undefined;
  }
}
