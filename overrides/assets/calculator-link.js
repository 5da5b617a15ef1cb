/**
 * Answers in the address's fragment, which no server sees: `answers=1.<base64url of JSON>`.
 * The number is the version of the codec, so that an old link can be told from a broken one.
 */

const VERSION = "1";

/**
 * @param {object} answers
 * @returns {string} the fragment, without `#`
 */
export function encodeAnswers(answers) {
  const bytes = new TextEncoder().encode(JSON.stringify(answers));
  const text = btoa(String.fromCharCode(...bytes));
  return `answers=${VERSION}.${text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/**
 * @param {string} fragment without `#`
 * @returns {Record<string, any> | undefined} undefined when there are no answers in it
 */
export function decodeAnswers(fragment) {
  const [version, text] = (new URLSearchParams(fragment).get("answers") ?? "").split(".");
  if (version !== VERSION || !text) return undefined;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const answers = JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (c) => c.charCodeAt(0))));
    return typeof answers === "object" && answers !== null && !Array.isArray(answers) ? answers : undefined;
  } catch {
    return undefined;
  }
}
