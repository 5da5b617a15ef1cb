"""What leaves the device: nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from tests.browser.reader import LEAVE, QUZHOU, Reader
from tests.browser.served import Remembering, Served

REFUSED = """async (address) => {
  try {
    await fetch(address, { mode: "no-cors" });
    return "fetched";
  } catch {
    return "refused";
  }
}"""
PICTURE = """(address) => new Promise((resolve) => {
  const picture = new Image();
  picture.onload = () => resolve("shown");
  picture.onerror = () => resolve("refused");
  picture.src = address;
})"""


class Journey:
    """A whole visit, and every request that the browser made for it."""

    def __init__(self, context: BrowserContext, served: Served, folder: Path) -> None:
        """Search, read, calculate, compare, copy the link, print, save files and open one again."""
        self.context, self.served = context, served
        self.requests: list[Request] = []
        context.on("request", lambda request: self.requests.append(request))
        self.page = context.new_page()
        reader = Reader(self.page, served.url)
        reader.open("zh-Hans/")
        self.page.locator("form.header__search input").fill("育儿补贴")
        self.page.keyboard.press("Enter")
        self.page.locator("#results a").first.click()
        reader.work_out("zh-Hans/calculators/childcare-subsidy/", QUZHOU)
        reader.work_out("zh-Hans/calculators/leave/", LEAVE)
        self.page.locator("[data-action=link]").click()
        expect(self.page.locator("#done")).not_to_be_empty()
        self.link = self.page.url
        self.page.reload()
        expect(reader.result).to_be_visible(timeout=30_000)
        self.page.pdf()
        with self.page.expect_download() as coming:
            self.page.locator("[data-action=calendar]").click()
        coming.value.save_as(folder / "leave.ics")
        with self.page.expect_download() as coming:
            self.page.locator("[data-action=save]").click()
        coming.value.save_as(folder / "leave.json")
        self.page.locator("[data-action=compare]").click()
        self.page.locator("#file").set_input_files(folder / "leave.json")
        reader.calculate()


@pytest.fixture(scope="module")
def journey(browser: Browser, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journey]:
    context = browser.new_context()
    with Served(site) as served:
        yield Journey(context, served, tmp_path_factory.mktemp("journey"))
    context.close()


def test_no_request_leaves_the_site(journey: Journey) -> None:
    away = [request.url for request in journey.requests if not request.url.startswith((journey.served.url, "blob:"))]
    assert away == []
    assert len(journey.requests) > 10


def test_the_server_is_only_asked_for_files(journey: Journey) -> None:
    assert {asked.split(" ")[0] for asked in journey.served.asked} == {"GET"}


def test_the_server_never_sees_an_answer_or_a_word_searched_for(journey: Journey) -> None:
    answers = journey.link.partition("#")[2]
    assert answers.startswith("answers=1.")
    told = "\n".join(journey.served.asked)
    for secret in (answers, "answers", quote("育儿补贴"), "?q=", "2026-03-01", "quzhou", "Cookie"):
        assert secret.lower() not in told.lower(), secret


def test_nothing_is_stored_but_the_site_itself(journey: Journey) -> None:
    stored = journey.context.storage_state(indexed_db=True)
    assert stored == {"cookies": [], "origins": []}
    assert journey.page.evaluate("sessionStorage.length") == 0
    kept = "caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name))))"
    keys = f"{kept}.then((all) => Promise.all(all.map((cache) => cache.keys())))"
    urls = journey.page.evaluate(f"{keys}.then((requests) => requests.flat().map(({{ url }}) => url))")
    assert urls
    assert [url for url in urls if not url.startswith(journey.served.url) or "answers" in url] == []


class WithoutPolicy(Remembering):
    """Serves as many hosts do, without the header that forbids other hosts."""

    def send_header(self, keyword: str, value: str) -> None:
        """Send a header, unless it is the policy."""
        if keyword != "Content-Security-Policy":
            super().send_header(keyword, value)


@pytest.fixture
def service_workers() -> str:
    return "allow"


@pytest.fixture(params=[Remembering, WithoutPolicy], ids=["host with headers", "host without headers"])
def host(request: pytest.FixtureRequest, site: Path) -> Iterator[Served]:
    with Served(site, request.param) as served:
        yield served


@pytest.fixture
def elsewhere(site: Path) -> Iterator[Served]:
    """Another host, that would like to hear something."""
    with Served(site) as served:
        yield served


def test_page_and_worker_are_refused_any_other_host(context: BrowserContext, host: Served, elsewhere: Served) -> None:
    page: Page = context.new_page()
    Reader(page, host.url).work_out("zh-Hans/calculators/leave/", LEAVE)
    (worker,) = page.workers
    assert page.evaluate(REFUSED, f"{elsewhere.url}page") == "refused"
    assert page.evaluate(PICTURE, f"{elsewhere.url}picture") == "refused"
    assert worker.evaluate(REFUSED, f"{elsewhere.url}worker") == "refused"
    assert elsewhere.asked == []
    assert page.evaluate(REFUSED, f"{host.url}index.html") == "fetched", "the site itself is allowed"
