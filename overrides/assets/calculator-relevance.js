/**
 * Which questions apply: the same walk as `read` in calculators/kit/questions.py, question by question.
 * An answer to a question that does not apply counts for nothing, and so does «I don't know».
 *
 * @typedef {{name: string, kind: string, when: Record<string, string[]>, where: string[] | null,
 *   answer(): string, rows(): Asking[][], show(applies: boolean): void}} Asking
 */

/** The answer «I don't know». */
export const UNKNOWN = "unknown";

/** Kinds whose answers decide what else is asked: numbers and dates never do. */
const DECIDING = ["choice", "place"];

/**
 * Show the questions that earlier answers and the place make relevant, hide the others.
 * @param {Asking[]} questions of a form, or of one row of a list
 * @param {string} place that earlier answers have named first, such as `cn/zhejiang`
 */
export function showRelevant(questions, place = "") {
  /** @type {Record<string, string>} */
  const given = {};
  for (const question of questions) {
    const applies = isRelevant(question, given, place);
    question.show(applies);
    for (const row of question.kind === "list" ? question.rows() : []) showRelevant(row, place);
    if (!applies || !DECIDING.includes(question.kind)) continue;
    const answer = question.answer();
    if (answer === "" || answer === UNKNOWN) continue;
    given[question.name] = answer;
    if (question.kind === "place") place ||= answer;
  }
}

/**
 * @param {Asking} question
 * @param {Record<string, string>} given
 * @param {string} place
 */
function isRelevant({ when, where }, given, place) {
  if (where !== null && !where.includes(place)) return false;
  return Object.entries(when).every(([name, wanted]) => wanted.includes(given[name]));
}
