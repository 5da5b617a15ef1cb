"""The site below a path of a host that serves others too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import LEAVE, Reader
from tests.browser.served import Served

PAGES = ("", "money/", "money/childcare-subsidy/", "calculators/leave/", "search/", "about/")
ADDRESSES = """[...document.querySelectorAll("a[href], link[rel=stylesheet], link[rel=icon], link[rel=manifest], script[src]")]
  .map((element) => element.href || element.src)"""


@pytest.fixture
def service_workers() -> str:
    return "allow"


@pytest.fixture(scope="module")
def guide(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The site at `/guide/`; nothing else is on its host."""
    host = tmp_path_factory.mktemp("host")
    (host / "guide").symlink_to(site, target_is_directory=True)
    with Served(host, below="guide/") as served:
        yield served


def test_every_link_and_file_is_found_below_the_path(page: Page, guide: Served) -> None:
    addresses = set()
    for path in PAGES:
        page.goto(f"{guide.url}zh-Hans/{path}")
        addresses |= {urldefrag(address).url for address in page.evaluate(ADDRESSES)}
    here = {address for address in addresses if address.startswith("http://127.0.0.1")}
    assert [address for address in here if not address.startswith(guide.url)] == []
    assert [address for address in here if not page.request.get(address).ok] == []


def test_calculators_answer_and_search_finds_below_the_path(page: Page, guide: Served) -> None:
    reader = Reader(page, guide.url)
    reader.work_out("zh-Hans/calculators/leave/", LEAVE)
    reader.open("zh-Hans/search/#q=产假")
    page.locator("#results a").first.click()
    assert page.url.startswith(guide.url + "zh-Hans/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    outside = [asked for asked in guide.asked if not asked.startswith("GET /guide/")]
    assert outside == []


def test_the_service_worker_keeps_to_the_path(page: Page, guide: Served) -> None:
    page.goto(guide.url + "zh-Hans/")
    scope = page.evaluate("navigator.serviceWorker.ready.then((registration) => registration.scope)")
    assert scope == guide.url
    names = page.evaluate("caches.keys()")
    assert names
    assert [name for name in names if "/guide/" not in name] == []
