/**
 * Byte-compiles, inside Pyodide under Node, what a reader's browser will import.
 *
 *   node compile_in_pyodide.mjs <pyodide folder> <package folder> <out folder>
 *
 * Writes <out>/stdlib/… and <out>/package/…, each module as .pyc. Only the browser's own Python has
 * the right magic number; compiled there, the bytes do not depend on the Python of this machine.
 */

import { readFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [runtime, sources, out] = process.argv.slice(2).map((path) => resolve(path));
const program = readFileSync(new URL("./compile_in_pyodide.py", import.meta.url), "utf8");

try {
  const { loadPyodide } = await import(pathToFileURL(`${runtime}/pyodide.mjs`).href);
  const pyodide = await loadPyodide({ indexURL: `${runtime}/` });
  pyodide.mountNodeFS("/sources", dirname(sources));
  pyodide.mountNodeFS("/out", out);
  pyodide.runPython(program, { filename: "compile_in_pyodide.py" });
  pyodide.globals.get("main")(basename(sources));
} catch (error) {
  // Uncaught, Node would print the line of code it came from: the whole of Pyodide.
  console.error(error.message);
  process.exitCode = 1;
}
