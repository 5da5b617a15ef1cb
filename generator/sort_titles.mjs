// Sorts titles as their language does and puts each under its letter. JSON in on standard input:
// {collation, letters, titles, readAs}; JSON out: [[letter, [title, …]], …], without letters that have no title.
// ICU knows the orders of pinyin, strokes, Hangul and Tibetan; U+FDD0 begins its own marks for the headings of
// Chinese indexes (CLDR, «Index Characters»).
import { readFileSync } from 'node:fs';

const MARK = '\uFDD0';
const MOST_STROKES = 64;

/** @typedef {{ letter: string, probe: string }} Heading */

/**
 * @param {string} collation
 * @param {string[]} letters
 * @returns {Heading[]}
 */
function headings(collation, letters) {
  if (collation.endsWith('-stroke')) {
    const counts = Array.from({ length: MOST_STROKES }, (_, index) => index + 1);
    return counts.map((count) => ({ letter: String(count), probe: MARK + String.fromCodePoint(0x2800 + count) }));
  }
  const mark = collation.endsWith('-pinyin') ? MARK : '';
  return letters.map((letter) => ({ letter, probe: mark + letter }));
}

/**
 * In an index by sound, strokes or Hangul, Latin and digits would fall under the last letter: they stand apart.
 * @param {string} collation
 * @param {string} title
 */
function standsApart(collation, title) {
  return /-(pinyin|stroke)$|^ko\b/.test(collation) && /^[\p{Script=Latin}\p{N}]/u.test(title);
}

const { collation, letters, titles, readAs } = JSON.parse(readFileSync(0, 'utf8'));
const collator = new Intl.Collator(collation);
/** @param {string} title */
const sound = (title) => Object.entries(readAs).reduce((text, [word, other]) => text.replaceAll(word, other), title);
/** @type {(one: string, other: string) => number} */
const compare = (one, other) => collator.compare(sound(one), sound(other));
/** @type {Map<string, string[]>} */
const found = new Map();
for (const title of titles.sort(compare)) {
  const before = headings(collation, letters).filter((heading) => compare(heading.probe, title) <= 0);
  const letter = standsApart(collation, title) ? '#' : (before.at(-1)?.letter ?? '#');
  found.set(letter, [...(found.get(letter) ?? []), title]);
}
process.stdout.write(JSON.stringify([...found]));
