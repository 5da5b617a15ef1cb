/**
 * How texts and questions become search terms, and how much each of them and each part of a page counts.
 *
 * The build makes the index with this file, and the page asks with it, so both cut words alike. Chinese and
 * Korean are cut into pairs of characters, Tibetan into syllables and pairs of them, since none of the three
 * needs a dictionary then; other words lose their ends, which brings «vaccine» and «vaccinated» together, and
 * the many endings of Uyghur.
 */

const OWN_WAY = "\\p{Script=Han}|\\p{Script=Hangul}|\\p{Script=Tibetan}";
/** Letters of one script, or digits. */
const RUN = new RegExp(
  `\\p{Script=Han}+|\\p{Script=Hangul}+|\\p{Script=Tibetan}+|(?:(?!${OWN_WAY})[\\p{L}\\p{M}])+|\\p{N}+`, "gu",
);
const LATIN_LETTERS = 6;
const OTHER_LETTERS = 5;
const ENGLISH_ENDING = /(?<=[a-z]{3})(?:s|es|ed|ing)$/;
/** The letters of a Tibetan syllable; what stands between them is a mark. */
const NOT_A_SYLLABLE = /[^\u0F40-\u0FBC]+/u;
/** Endings that Tibetan writes onto a syllable: genitive, «and», «or», and the agent. */
const TIBETAN_ENDING = /(?<=[\u0F40-\u0FBC]{2})(?:འི|འང|འམ|འོ|ས|ར)$/u;
/** In the text of a page: single Chinese characters, and pairs of Tibetan syllables. */
const LEFT_OUT = /^\p{Script=Han}$|་/u;
/** Words of a question that say little of what it is about, as they are cut. */
const WEAK = new Set(
  (
    "a an and are at be by can could do does for from get have how i if in is it many me much my need not of on or " +
    "the they to what when where which who will with you your"
  ).split(" "),
);

/**
 * @param {string} text
 * @param {string} [field] the part of a page that it is, when the index is made
 * @returns {string[]} of the long text pairs only in Chinese, and single syllables in Tibetan: that halves the index
 */
export function terms(text, field) {
  const found = [...text.toLowerCase().normalize("NFKC").matchAll(RUN)].flatMap(([run]) => termsOf(run));
  return field === "text" ? found.filter((term) => !LEFT_OUT.test(term)) : found;
}

/**
 * @param {string} run letters of one script, or digits
 * @returns {string[]}
 */
function termsOf(run) {
  if (/\p{Script=Han}/u.test(run)) return withPairs([...run], "");
  if (/\p{Script=Hangul}/u.test(run)) return run.length > 1 ? pairs([...run], "") : [run];
  if (/\p{Script=Tibetan}/u.test(run)) {
    const syllables = run.split(NOT_A_SYLLABLE).filter(Boolean);
    return withPairs(syllables.map((syllable) => syllable.replace(TIBETAN_ENDING, "")), "་");
  }
  if (/[a-z]/.test(run)) return [run.replace(ENGLISH_ENDING, "").slice(0, LATIN_LETTERS)];
  return /\p{N}/u.test(run) ? [run] : [[...run].slice(0, OTHER_LETTERS).join("")];
}

/**
 * @param {string[]} parts
 * @param {string} mark what joins two of them
 * @returns {string[]} each part, and each two neighbours
 */
function withPairs(parts, mark) {
  return [...parts, ...pairs(parts, mark)];
}

/**
 * @param {string[]} parts
 * @param {string} mark
 * @returns {string[]} each two neighbours
 */
function pairs(parts, mark) {
  return parts.slice(1).map((part, before) => parts[before] + mark + part);
}

const WEIGHTS = { title: 4, words: 4, summary: 2, headings: 1, text: 1 };

/** What MiniSearch is told, when the index is made and when it is read. */
export const OPTIONS = {
  fields: Object.keys(WEIGHTS),
  storeFields: ["title", "summary"],
  tokenize: terms,
  processTerm: (/** @type {string} */ term) => term,
  searchOptions: { boost: WEIGHTS, boostTerm: weightOfTerm, boostDocument: weightOfPage },
};

/**
 * A single Chinese character is in many words, and a weak word in many questions.
 * @param {string} term
 * @returns {number}
 */
function weightOfTerm(term) {
  if (WEAK.has(term)) return 0.1;
  return /^\p{Script=Han}$/u.test(term) ? 0.4 : 1;
}

/**
 * A page of a measure answers a family's question; calculators and the plan stand behind it.
 * @param {string} path
 * @returns {number}
 */
function weightOfPage(path) {
  return /^(calculators|plan)\//.test(path) || !path.includes("/") ? 0.4 : 1;
}
