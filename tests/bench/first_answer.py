"""Time to the first answer of a calculator: our bundle against stock Pyodide, in one Chromium.

    python tests/bench/first_answer.py <bundle> <node_modules> [--runs 5] [--chromium /usr/bin/chromium]

Both sides start a worker from the same page and load the same wheel; stock is npm's runtime and full
standard library with nothing but `loadPyodide` and `loadPackage`.
Each start has a browser profile of its own, a fresh one (cold) and then the same again (revisit), and
the two sides take turns, so that a slow spell of the machine falls on both. The ratio is printed,
because times depend on the machine. A server on loopback compresses with brotli, as real ones do.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
from collections import defaultdict
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import brotli  # type: ignore[import-untyped]
from playwright.sync_api import BrowserContext, Playwright, sync_playwright

ASSETS = Path(__file__).parents[2] / "overrides" / "assets"
POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; connect-src 'self'"
PAGE = f"""<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<script type="module" src="start.js"></script>"""
START = """
import { Engine } from "./calculator-engine.js";
const engine = new Engine({
  worker: "calculator-worker.js", runtime: "runtime/", rules: "rules.json", catalogue: "catalogue.json",
});
const began = performance.now();
engine.answer({ calculator: "none", answers: {} }).then(
  (answer) => { self.done = { time: performance.now() - began, answer }; },
  (error) => { self.done = { error: String(error) }; },
);
"""
STOCK_WORKER = """
import { loadPyodide } from "./runtime/pyodide.mjs";
let places;
async function load() {
  const texts = [places.rules, places.catalogue].map((url) => fetch(url).then((text) => text.text()));
  const [pyodide, ...known] = await Promise.all([loadPyodide({ indexURL: places.runtime }), ...texts]);
  await pyodide.loadPackage("calculators");
  const { answer } = pyodide.pyimport("calculators.bridge");
  return (request) => answer(request, ...known);
}
self.onmessage = async ({ data }) => {
  if (data.kind === "start") places = data;
  else self.postMessage({ id: data.id, answer: (await load())(data.request) });
};
"""
CATALOGUE = {
    "language": "en", "direction": "ltr", "messages": {}, "units": {}, "plural": "n != 1", "group": ",",
    "decimal": ".", "date": "{y}-{m}-{d}", "months": [], "names": {}, "sources": {},
}  # fmt: skip
type Times = dict[tuple[str, str], list[float]]
"""Milliseconds by side and visit."""

QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"]


@cache
def compressed(file: Path) -> bytes:
    """Return a file as a server would send it."""
    return bytes(brotli.compress(file.read_bytes(), quality=9))


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder with brotli and lets the browser cache it."""

    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012 - as the base class has it
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def do_GET(self) -> None:
        """Send one file."""
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            file = file / "index.html"
        if not file.is_file():
            self.send_error(404)
            return
        body = compressed(file)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "public, max-age=3600")
        self.send_header("Last-Modified", "Sat, 01 Jan 2000 00:00:00 GMT")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def write_site(folder: Path, bundle: Path, stock: Path | None) -> None:
    """Write a page that asks one question as soon as it is open."""
    shutil.copytree(bundle, folder / "runtime")
    for asset in ("calculator-engine.js", "calculator-worker.js"):
        shutil.copyfile(ASSETS / asset, folder / asset)
    if stock:
        for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"):
            shutil.copyfile(stock / name, folder / "runtime" / name)
        (folder / "calculator-worker.js").write_text(STOCK_WORKER, encoding="utf-8")
    texts = {
        "index.html": PAGE,
        "start.js": START,
        "rules.json": json.dumps({"places": {"cn": {}}}),
        "catalogue.json": json.dumps(CATALOGUE),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")


def first_answer(browser: BrowserContext, url: str) -> float:
    """Open the page and return the milliseconds to its first answer."""
    page = browser.pages[0]
    page.goto(url)
    for _ in range(600):
        done = page.evaluate("self.done")
        if done:
            if "error" in done:
                raise RuntimeError(done["error"])
            return float(done["time"])
        page.wait_for_timeout(50)
    raise TimeoutError(url)


def start(driver: Playwright, chromium: str, url: str) -> tuple[float, float]:
    """Return the time of a cold start and of the next start of the same browser profile."""
    with TemporaryDirectory() as profile:
        times = []
        for _ in range(2):
            browser = driver.chromium.launch_persistent_context(
                profile, executable_path=chromium, args=QUIET, headless=True
            )
            times.append(first_answer(browser, url))
            browser.close()
        return times[0], times[1]


def write_sites(root: Path, bundle: Path, node_modules: Path) -> None:
    """Write both sites, and compress their files before the clock runs."""
    for side, stock in (("ours", None), ("stock", node_modules / "pyodide")):
        (root / side).mkdir()
        write_site(root / side, bundle, stock)
    for file in root.rglob("*.*"):
        compressed(file)


def measure(root: Path, chromium: str, runs: int) -> Times:
    """Start both sites in turn, and return the times of each side and visit."""
    times: Times = defaultdict(list)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(root)))
    Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as driver:
        for _ in range(runs):
            for side in ("stock", "ours"):
                url = f"http://127.0.0.1:{server.server_port}/{side}/"
                for visit, time in zip(("cold", "revisit"), start(driver, chromium, url), strict=True):
                    times[side, visit].append(time)
    server.shutdown()
    return times


def main() -> None:
    """Measure and print the medians and their ratio."""
    parser = argparse.ArgumentParser(description="Time to the first answer of a calculator.")
    parser.add_argument("bundle", type=Path)
    parser.add_argument("node_modules", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        write_sites(Path(folder), given.bundle, given.node_modules)
        times = measure(Path(folder), given.chromium, given.runs)
    for visit in ("cold", "revisit"):
        stock, ours = (statistics.median(times[side, visit]) for side in ("stock", "ours"))
        print(f"{visit:8} stock {stock:6.0f} ms   ours {ours:6.0f} ms   ratio {ours / stock:.2f}")


if __name__ == "__main__":
    main()
