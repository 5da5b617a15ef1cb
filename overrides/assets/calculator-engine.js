/**
 * The page's side of the calculators: starts the worker on first touch and asks it.
 */

/** Why there is no answer: `old-browser`, `not-loaded` (try again) or `failed`. */
export class EngineError extends Error {
  /**
   * @param {"old-browser" | "not-loaded" | "failed"} code
   * @param {string} message for developers; the page has its own words for each code
   */
  constructor(code, message) {
    super(message);
    this.name = "EngineError";
    this.code = code;
  }
}

/** Answers requests with Python in a worker; nothing is loaded before the first `warm` or `answer`. */
export class Engine {
  /** @type {((loaded: number, total: number) => void) | undefined} bytes come so far, of how many */
  onprogress;
  /** @type {((urls: string[]) => void) | undefined} the files that a start needed */
  onloaded;
  #urls;
  /** @type {Worker | undefined} */
  #worker;
  #waiting = new Map();
  #last = 0;
  #warm = false;

  /** @param {{worker: string, runtime: string, rules: string, catalogue: string}} urls of this site */
  constructor({ worker, runtime, rules, catalogue }) {
    const absolute = (url) => new URL(url, document.baseURI).href;
    this.#urls = {
      worker: absolute(worker),
      runtime: absolute(runtime).replace(/\/?$/, "/"),
      rules: absolute(rules),
      catalogue: absolute(catalogue),
    };
  }

  /**
   * Load Python ahead of the first question.
   * @returns {Promise<void>}
   */
  async warm() {
    if (!this.#warm) await this.#ask({ kind: "warm" });
  }

  /**
   * Answer one request of a calculator.
   * @param {object} request
   * @returns {Promise<object>}
   */
  async answer(request) {
    return JSON.parse(await this.#ask({ kind: "answer", request: JSON.stringify(request) }));
  }

  /** @param {object} message */
  #ask(message) {
    return new Promise((resolve, reject) => {
      const id = ++this.#last;
      const worker = (this.#worker ??= this.#start());
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, ...message });
    });
  }

  /**
   * Start the worker from a Blob: only so does the page's Content-Security-Policy bind it.
   * @returns {Worker}
   */
  #start() {
    if (!supported()) throw new EngineError("old-browser", "no WebAssembly or no module workers");
    const source = `import ${JSON.stringify(this.#urls.worker)};`;
    const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    const worker = new Worker(url, { type: "module" });
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onerror = (event) => this.#stop(event.message || `${this.#urls.worker} did not load`);
    worker.postMessage({ kind: "start", ...this.#urls });
    return worker;
  }

  /**
   * @param {{kind?: string, id: number, answer?: string, error?: string, loaded: number, total: number,
   *   urls: string[]}} data
   */
  #receive(data) {
    if (data.kind === "progress") return this.onprogress?.(data.loaded, data.total);
    if (data.kind === "loaded") return this.onloaded?.(data.urls);
    const waiting = this.#waiting.get(data.id);
    this.#waiting.delete(data.id);
    if (data.error === undefined) {
      this.#warm = true;
      return waiting.resolve(data.answer);
    }
    return waiting.reject(new EngineError(this.#warm ? "failed" : "not-loaded", data.error));
  }

  /** @param {string} reason */
  #stop(reason) {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#warm = false;
    for (const { reject } of this.#waiting.values()) reject(new EngineError("not-loaded", reason));
    this.#waiting.clear();
  }
}

/** Tell whether the browser can run the calculators at all (Chrome 96, Firefox 100, Safari 16.4). */
function supported() {
  return typeof WebAssembly === "object" && typeof BigInt64Array === "function" && moduleWorkers();
}

/** A browser that knows module workers reads the option `type`; making this worker loads nothing. */
function moduleWorkers() {
  let asked = false;
  const options = {
    /** @returns {"module"} */
    get type() {
      asked = true;
      return "module";
    },
  };
  try {
    new Worker("blob:", options).terminate();
  } catch {
    // Some browsers refuse the empty Blob URL after they have read the option.
  }
  return asked;
}
