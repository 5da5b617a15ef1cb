/**
 * Runs the calculators in the reader's own browser: the only file that knows Pyodide.
 *
 * A module worker. Messages in: {kind: "start", runtime, rules, catalogue} with absolute URLs, then
 * {id, kind: "warm"} or {id, kind: "answer", request} with the request as JSON text. Messages out:
 * {kind: "progress", loaded, total} in bytes, {kind: "loaded", urls} with every file that was needed,
 * {id, answer} as JSON text, or {id, error}.
 *
 * @typedef {{runtime: string, rules: string, catalogue: string}} Places
 * @typedef {(request: string) => string} Answer
 * @typedef {{file: string, memory: number, sha256: string, state: object}} Image
 * @typedef {{sizes: Record<string, number>, image: Image, start: object}} Bundle
 */

const fetchPlainly = self.fetch;
const streaming = WebAssembly.instantiateStreaming;

/** @type {Places | undefined} */
let places;
/** @type {Promise<Answer> | undefined} */
let ready;

self.onmessage = async ({ data }) => {
  if (data.kind === "start") {
    places = data;
    return;
  }
  try {
    const answer = await (ready ??= load(/** @type {Places} */ (places)));
    self.postMessage({ id: data.id, answer: data.kind === "answer" ? answer(data.request) : "" });
  } catch (error) {
    self.postMessage({ id: data.id, error: String(error instanceof Error ? error.message : error) });
  }
};

/**
 * Load everything once; after a failure the next message tries again.
 * @param {Places} places
 * @returns {Promise<Answer>}
 */
async function load({ runtime, rules, catalogue }) {
  try {
    const texts = Promise.all([rules, catalogue].map(text));
    const [bridge, [rulesText, catalogueText]] = await Promise.all([start(runtime), texts]);
    const urls = performance.getEntriesByType("resource").map(({ name }) => name);
    self.postMessage({ kind: "loaded", urls });
    return (request) => bridge(request, rulesText, catalogueText);
  } catch (error) {
    ready = undefined;
    throw error;
  }
}

/**
 * Start Python and return its one door, `calculators.bridge.answer`.
 * @param {string} runtime URL of the bundle's folder, with a slash at its end
 * @returns {Promise<(request: string, rules: string, catalogue: string) => string>}
 */
async function start(runtime) {
  const [{ loadPyodide }, lock] = await Promise.all([
    import(`${runtime}pyodide.mjs`),
    text(`${runtime}pyodide-lock.json`).then(JSON.parse),
  ]);
  const load = (/** @type {object} */ options) =>
    orFailedCompile(loadPyodide({ indexURL: runtime, lockFileContents: structuredClone(lock), ...options }));
  try {
    return await startFromImage(runtime, lock.tool.bundle, load);
  } catch (error) {
    console.warn("The fast start failed, so the slower one is taken.", error);
    return startFromArchives(runtime, lock.tool.bundle, load);
  }
}

/**
 * Start from the bundle's archives, the way that Pyodide documents.
 * @param {string} runtime
 * @param {Bundle} bundle
 * @param {(options: object) => Promise<any>} load
 */
async function startFromArchives(runtime, { sizes, image }, load) {
  countBytes(runtime, sizes, (name) => name !== image.file);
  const pyodide = await load({ packageBaseUrl: runtime });
  await pyodide.loadPackage("calculators", { messageCallback() {} });
  return pyodide.pyimport("calculators.bridge").answer;
}

/**
 * Start from the image of a memory in which the calculators have been imported. The whole memory must
 * have the hash that it had when the image was taken; it is worked out while Python starts.
 * @param {string} runtime
 * @param {Bundle} bundle
 * @param {(options: object) => Promise<any>} load
 */
async function startFromImage(runtime, { sizes, image, start }, load) {
  countBytes(runtime, sizes, (name) => name === image.file || name.endsWith(".wasm"));
  const unpacked = unpack(`${runtime}${image.file}`);
  let digest = Promise.resolve(new ArrayBuffer(0));
  /** @param {any} settings */
  async function createPyodideModule(settings) {
    settings.INITIAL_MEMORY = image.memory;
    const { default: create } = await import(`${runtime}pyodide.asm.mjs`);
    const module = await create(settings);
    putBack(module.HEAPU8, await unpacked);
    digest = crypto.subtle.digest("SHA-256", module.HEAPU8);
    module.API.restoreSnapshot = () => image.state;
    return module;
  }
  const pyodide = await Promise.race([
    load({
      ...start,
      createPyodideModule,
      _loadSnapshot: new Uint8Array(4), // Says that there is a snapshot; ours is put back above.
      stdLibURL: `${runtime}pyodide-lock.json`, // Nothing is imported any more: any small file does.
    }),
    unpacked.then(() => new Promise(() => {})), // A failed fetch ends the wait.
  ]);
  if (hex(await digest) !== image.sha256) throw new Error(`${image.file}: memory is not what it was`);
  return pyodide.pyimport("calculators.bridge").answer;
}

/**
 * Fetch a file and unpack its gzip.
 * @param {string} url
 */
async function unpack(url) {
  const { ok, status, body } = await fetch(url);
  if (!ok || !body) throw new Error(`${url}: ${status}`);
  return new Response(body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

/**
 * Write the runs of an image into memory: how many, each start and length, then all their bytes.
 * @param {Uint8Array} memory
 * @param {ArrayBuffer} image
 */
function putBack(memory, image) {
  const [count] = new Uint32Array(image, 0, 1);
  const runs = new Uint32Array(image, 4, 2 * count);
  let from = 4 + runs.byteLength;
  for (let run = 0; run < runs.length; run += 2) {
    memory.set(new Uint8Array(image, from, runs[run + 1]), runs[run]);
    from += runs[run + 1];
  }
}

/** @param {ArrayBuffer} digest */
function hex(digest) {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Fetch a small text that may have changed since the browser cached it.
 * @param {string} url
 */
async function text(url) {
  const response = await fetch(url, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}

/**
 * Report how much of the runtime has come, out of sizes known from the lock file: a server that
 * compresses says nothing useful about length.
 * @param {string} runtime
 * @param {Record<string, number>} sizes
 * @param {(name: string) => boolean} counted the files that this start loads
 */
function countBytes(runtime, sizes, counted) {
  const files = Object.entries(sizes).filter(([name]) => counted(name));
  const total = files.reduce((sum, [, size]) => sum + size, 0);
  const urls = new Set(files.map(([name]) => runtime + name));
  let loaded = 0;
  self.fetch = async (input, options) => {
    const response = await fetchPlainly(input, options);
    const copy = urls.has(String(input)) && response.clone().body;
    if (copy) watch(copy);
    return response;
  };
  /** @param {ReadableStream<Uint8Array>} body */
  async function watch(body) {
    for (const reader = body.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) return;
      loaded += value.length;
      self.postMessage({ kind: "progress", loaded, total });
    }
  }
}

/**
 * Wait for Pyodide, or for the compilation of its WebAssembly to fail. Stock `loadPyodide` waits for
 * ever when a server gives the wrong media type, so such a file is compiled without streaming.
 * @template T
 * @param {Promise<T>} loading
 * @returns {Promise<T>}
 */
function orFailedCompile(loading) {
  return new Promise((resolve, reject) => {
    WebAssembly.instantiateStreaming = async (source, imports) => {
      try {
        const response = await source;
        const typed = response.headers.get("Content-Type")?.startsWith("application/wasm");
        if (typed && streaming) return await streaming(response, imports);
        return await WebAssembly.instantiate(await response.arrayBuffer(), imports);
      } catch (error) {
        reject(error);
        throw error;
      }
    };
    loading.then(resolve, reject);
  });
}
