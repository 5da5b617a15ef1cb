/**
 * Answers in a file that the family keeps: `{"format": "family-calculators/1", "calculator": slug,
 * "answers": {…}}`, with `other` for a second situation. A file is read here and goes nowhere.
 *
 * @typedef {import("./calculator-fields.js").Answers} Answers
 * @typedef {{answers: Answers, other?: Answers}} Situations
 */

const FORMAT = "family-calculators/1";
const MOST_BYTES = 1_000_000;

/** Why a file cannot be opened; the page has its own words for each code. */
export class FileError extends Error {
  /** @param {"big" | "broken" | "wrong" | "other"} code */
  constructor(code) {
    super(code);
    this.name = "FileError";
    this.code = code;
  }
}

/**
 * @param {string} calculator its slug
 * @param {Situations} situations
 * @returns {string} the text of the file
 */
export function situationsText(calculator, { answers, other }) {
  return `${JSON.stringify({ format: FORMAT, calculator, answers, other }, null, 1)}\n`;
}

/**
 * @param {Blob} file
 * @param {string} calculator
 * @returns {Promise<Situations>}
 * @throws {FileError}
 */
export async function readSituations(file, calculator) {
  if (file.size > MOST_BYTES) throw new FileError("big");
  const saved = await parsed(file);
  if (saved?.format !== FORMAT || !isAnswers(saved.answers)) throw new FileError("wrong");
  if (saved.calculator !== calculator) throw new FileError("other");
  return { answers: saved.answers, ...(isAnswers(saved.other) && { other: saved.other }) };
}

/** @param {Blob} file */
async function parsed(file) {
  try {
    return JSON.parse((await file.text()).replace(/^\uFEFF/, ""));
  } catch {
    throw new FileError("broken");
  }
}

/**
 * @param {any} thing
 * @returns {thing is Answers}
 */
export function isAnswers(thing) {
  return typeof thing === "object" && thing !== null && !Array.isArray(thing);
}

/**
 * Give the reader a file to keep.
 * @param {string} name
 * @param {string} type such as `application/json`
 * @param {string} text
 */
export function saveFile(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
