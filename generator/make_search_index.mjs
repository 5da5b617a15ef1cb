// Makes the search indexes: make_search_index.mjs <search-terms.js> <minisearch's index.js>
// On standard input a line for each language, [file, [{id, title, words, summary, headings, text}, …]] as JSON; the
// index goes into the file, as MiniSearch writes it. One language after another, so that only one is in memory.
import { createInterface } from 'node:readline';
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [terms, library] = process.argv.slice(2).map((path) => pathToFileURL(path).href);
const { OPTIONS } = await import(terms);
const { default: MiniSearch } = await import(library);
for await (const line of createInterface({ input: process.stdin })) {
  const [file, pages] = JSON.parse(line);
  const index = new MiniSearch(OPTIONS);
  index.addAll(pages);
  writeFileSync(file, JSON.stringify(index));
}
