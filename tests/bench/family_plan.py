"""One answer of the family plan for a family of five: this Python against Chromium, side by side.

    python -m tests.bench.family_plan <bundle> [--runs 30] [--chromium /usr/bin/chromium]

Both answer the same request with the real rules and the words of the source language, in turns,
after one answer that does not count. The leave calculator stands beside it as the measure of one
simple calculator. Times depend on the machine; the ratios are what to compare.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from time import perf_counter

from playwright.sync_api import Page, sync_playwright

from calculators.bridge import answer
from generator.content import read_site
from generator.figures import rules_json
from generator.messages import extract
from generator.serve import server
from generator.words import speech
from tests.bench.first_answer import ASSETS, PAGE, QUIET
from tests.calculators.asking import BIRTH
from tests.calculators.households import FIVE

ROOT = Path(__file__).parents[2]
REQUESTS = {
    "family-plan": {"calculator": "family-plan", "answers": FIVE},
    "leave": {"calculator": "leave", "answers": BIRTH},
}
START = """
import { Engine } from "./calculator-engine.js";
const engine = new Engine({
  worker: "calculator-worker.js", runtime: "runtime/", rules: "rules.json", catalogue: "catalogue.json",
});
self.ask = async (request) => {
  const began = performance.now();
  await engine.answer(request);
  return performance.now() - began;
};
"""
type Times = dict[tuple[str, str], list[float]]
"""Milliseconds by side and calculator."""


def facts() -> Mapping[str, str]:
    """Return the rules and the words of the source language, as the site has them."""
    site, problems = read_site(ROOT / "content")
    if problems:
        raise SystemExit("the content has faults; run `make check`")
    words = speech(site, site.source_language, extract(ROOT), ROOT / "content" / "locale")
    return {"rules.json": rules_json(site), "catalogue.json": words.catalogue_json}


def write_site(folder: Path, bundle: Path, texts: Mapping[str, str]) -> None:
    """Write a page that answers when it is asked."""
    shutil.copytree(bundle, folder / "runtime")
    for asset in ("calculator-engine.js", "calculator-worker.js"):
        shutil.copyfile(ASSETS / asset, folder / asset)
    for name, text in {"index.html": PAGE, "start.js": START, **texts}.items():
        (folder / name).write_text(text, encoding="utf-8")


def here(slug: str, texts: Mapping[str, str]) -> float:
    """Return the milliseconds of one answer in this Python."""
    request = json.dumps(REQUESTS[slug], ensure_ascii=False)
    began = perf_counter()
    answer(request, texts["rules.json"], texts["catalogue.json"])
    return 1000 * (perf_counter() - began)


def measure(page: Page, texts: Mapping[str, str], runs: int) -> Times:
    """Ask both sides in turn."""
    times: Times = defaultdict(list)
    for run in range(runs + 1):
        for slug, request in REQUESTS.items():
            for side, time in (("python", here(slug, texts)), ("browser", page.evaluate("self.ask", request))):
                times[side, slug] += [time] if run else []
    return times


def main() -> None:
    """Measure and print the medians and their ratios."""
    parser = argparse.ArgumentParser(description="One answer of the family plan.")
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--runs", type=int, default=30)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    given = parser.parse_args()
    texts = facts()
    with TemporaryDirectory() as folder, sync_playwright() as driver:
        write_site(Path(folder), given.bundle, texts)
        served = server(Path(folder), 0)
        Thread(target=served.serve_forever, daemon=True).start()
        browser = driver.chromium.launch(executable_path=given.chromium, args=QUIET)
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{served.server_port}/")
        page.wait_for_function("self.ask")
        times = measure(page, texts, given.runs)
        browser.close()
        served.shutdown()
    for slug in REQUESTS:
        python, browser_time = (statistics.median(times[side, slug]) for side in ("python", "browser"))
        print(f"{slug:12} python {python:6.1f} ms   browser {browser_time:6.1f} ms   ratio {browser_time / python:.2f}")


if __name__ == "__main__":
    main()
