/**
 * Tells which questions a page asks: JSON lines in, one answer a line out.
 *
 *   node relevance_node.mjs <calculator-relevance.js>
 *
 * Each line is {questions, answers}; the answer has the names that apply, each with `true` or, for a
 * list, with the same for each of its rows.
 */

import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const { showRelevant } = await import(pathToFileURL(resolve(process.argv[2])).href);

function asking(questions, answers, asked) {
  return questions.map(({ name, kind, when, where, fields }) => {
    const rows = kind === "list" ? answers[name].map((row) => ({ row, asked: {} })) : [];
    return {
      name, kind, when, where,
      answer: () => answers[name],
      rows: () => rows.map((each) => asking(fields, each.row, each.asked)),
      show(applies) {
        if (applies) asked[name] = kind === "list" ? rows.map((each) => each.asked) : true;
      },
    };
  });
}

for await (const line of createInterface({ input: process.stdin })) {
  const { questions, answers } = JSON.parse(line);
  const asked = {};
  showRelevant(asking(questions, answers, asked));
  console.log(JSON.stringify(asked));
}
