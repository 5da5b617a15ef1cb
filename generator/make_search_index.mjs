// Makes the search index of each language: make_search_index.mjs <search-terms.js> <minisearch's index.js>
// JSON in on standard input: [[language, [{id, title, words, summary, headings, text}, …]], …];
// JSON out: [[language, index], …], each index as MiniSearch writes it.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [terms, library] = process.argv.slice(2).map((path) => pathToFileURL(path).href);
const { OPTIONS } = await import(terms);
const { default: MiniSearch } = await import(library);
const indexes = JSON.parse(readFileSync(0, 'utf8')).map(([language, pages]) => {
  const index = new MiniSearch(OPTIONS);
  index.addAll(pages);
  return [language, JSON.stringify(index)];
});
process.stdout.write(JSON.stringify(indexes));
