/**
 * Takes an image of Python's memory after our package has been imported, under Node.
 *
 *   node take_image.mjs <bundle folder> <standard library, a zip> <image file>
 *
 * Writes the runs of bytes by which that memory differs from the memory of a module just made, packed
 * with gzip, and to standard output the JSON that a browser needs to put them back: the size of the
 * memory, the sha256 it must then have, and Pyodide's own notes about it.
 */

import crypto from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const PROGRAM = `
import gc, sys
sys.path.insert(0, "/package.whl")
import calculators.bridge
# What functions of the standard library import when they run; afterwards no file is there.
import _strptime, calendar, locale, string, traceback
del _strptime, calendar, locale, string, traceback, calculators, sys.path[0]
sys.path_importer_cache.clear()
gc.collect()
`;
/** Equal bytes between two runs that cost less than beginning a run. */
const GAP = 32;

// Memory has time and chance in it: the same for every image, so that images are the same.
let clock = 0;
process.env.TZ = "UTC";
Date.now = () => Date.UTC(2025, 0, 1) + clock;
performance.now = () => clock;
crypto.randomFillSync = (view) => view.fill(7 + clock);

class Seen extends Error {}

const [bundle, stdlib, out] = process.argv.slice(2).map((path) => resolve(path));
const importFrom = (name) => import(pathToFileURL(`${bundle}/${name}`).href);
const lock = JSON.parse(readFileSync(`${bundle}/pyodide-lock.json`, "utf8"));

try {
  const { loadPyodide } = await importFrom("pyodide.mjs");
  const start = { ...lock.tool.bundle.start, indexURL: `${bundle}/`, stdLibURL: stdlib };
  const { state, memory } = await take(loadPyodide, start);
  const runs = differences(memory, ...(await untouched(loadPyodide, start, memory.length)));
  writeFileSync(out, gzipSync(packed(memory, runs), { level: 9 }));
  const sha256 = crypto.createHash("sha256").update(memory).digest("hex");
  console.log(JSON.stringify({ memory: memory.length, sha256, state }));
} catch (error) {
  // Uncaught, Node would print the line of code it came from: the whole of Pyodide.
  console.error(error.message);
  process.exitCode = 1;
}

/** Return Pyodide's snapshot, its notes and the memory apart. */
async function take(loadPyodide, start) {
  const pyodide = await loadPyodide({ ...start, lockFileContents: structuredClone(lock), _makeSnapshot: true });
  pyodide.FS.writeFile("/package.whl", readFileSync(`${bundle}/${lock.packages.calculators.file_name}`));
  pyodide.runPython(PROGRAM);
  const snapshot = pyodide.makeMemorySnapshot();
  const [, begins, length] = new Uint32Array(snapshot.buffer, 0, 3);
  const notes = new TextDecoder().decode(snapshot.subarray(48, 48 + length));
  return { state: JSON.parse(notes), memory: snapshot.subarray(begins) };
}

/** Return the memory as the module has it before, and after, its constructors have run. */
async function untouched(loadPyodide, start, size) {
  const { default: create } = await importFrom("pyodide.asm.mjs");
  clock = 0x0123456789ab; // Another time, so that what time writes is seen as a difference.
  let before;
  let after;
  async function createPyodideModule(settings) {
    settings.INITIAL_MEMORY = size;
    const instantiate = settings.instantiateWasm;
    settings.instantiateWasm = (imports, receive) =>
      instantiate(imports, (instance, module) => {
        before = new Uint8Array(instance.exports.memory.buffer).slice();
        return receive(instance, module);
      });
    after = (await create(settings)).HEAPU8.slice();
    throw new Seen();
  }
  const options = { lockFileContents: structuredClone(lock), _loadSnapshot: new Uint8Array(4) };
  await loadPyodide({ ...start, ...options, createPyodideModule }).catch((error) => {
    if (!(error instanceof Seen)) throw error;
  });
  return [before, after];
}

/** List [start, length] of the runs that are not, or may not be, in memory already. */
function differences(memory, before, after) {
  const runs = [];
  let [first, last] = [-1, -1];
  for (let at = 0; at < memory.length; at++) {
    if (memory[at] === before[at] && before[at] === after[at]) continue;
    if (first < 0) first = at;
    else if (at - last > GAP) {
      runs.push([first, last + 1 - first]);
      first = at;
    }
    last = at;
  }
  return [...runs, [first, last + 1 - first]];
}

/** Pack runs: how many, then each start and length as 32-bit numbers, then all their bytes. */
function packed(memory, runs) {
  const numbers = Uint32Array.of(runs.length, ...runs.flat());
  const bytes = runs.map(([start, length]) => memory.subarray(start, start + length));
  return Buffer.concat([new Uint8Array(numbers.buffer), ...bytes]);
}
