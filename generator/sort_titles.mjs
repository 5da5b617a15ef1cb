// Sorts titles as their language does and puts each under its letter. JSON in on standard input:
// {collation, letters, titles}; JSON out: [[letter, [title, …]], …], without letters that have no title.
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

const { collation, letters, titles } = JSON.parse(readFileSync(0, 'utf8'));
const { compare } = new Intl.Collator(collation);
/** @type {Map<string, string[]>} */
const found = new Map();
for (const title of titles.sort(compare)) {
  const before = headings(collation, letters).filter((heading) => compare(heading.probe, title) <= 0);
  const letter = before.at(-1)?.letter ?? '#';
  found.set(letter, [...(found.get(letter) ?? []), title]);
}
process.stdout.write(JSON.stringify([...found]));
