"""The built site without a network: after one visit it is read and answers as before."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.reader import LEAVE, Reader
from tests.browser.served import Served

PAGE = "zh-Hans/calculators/leave/"
KEPT = """async () => {
  const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  const requests = (await Promise.all(caches_.map((cache) => cache.keys()))).flat();
  return requests.map(({ url }) => new URL(url).pathname);
}"""
"""The paths of all files that are kept on the device."""


@pytest.fixture
def service_workers() -> str:
    return "allow"


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page whose console may speak of what does not come: there is no network."""
    return context.new_page()


@pytest.fixture
def leaving(site: Path) -> Iterator[Served]:
    """A server of one's own, to be stopped."""
    with Served(site) as served:
        yield served


def keep_all(reader: Reader, site: Path) -> None:
    """Wait until every file of the language's list and the calculators' runtime are kept on the device."""
    listed = json.loads((site / "offline" / "zh-Hans.json").read_text(encoding="utf-8"))
    wanted = [*(f"/{path}" for path in listed), "/memory.image", "/pyodide.asm.wasm"]
    missing = f"({KEPT})().then((kept) => {wanted}.filter((end) => !kept.some((path) => path.endsWith(end))))"
    reader.wait_until(missing, [])


@pytest.fixture
def away(page: Page, leaving: Served, site: Path) -> Reader:
    """A reader who came once, used a calculator once, and now has no network."""
    reader = Reader(page, leaving.url)
    reader.work_out(PAGE, LEAVE)
    keep_all(reader, site)
    leaving.stop()
    return reader


def test_without_a_network_the_page_reloads_and_answers_as_before(away: Reader) -> None:
    before = away.result.inner_text()
    away.page.reload()
    away.fill(LEAVE)
    away.calculate()
    assert away.result.inner_text() == before


def test_without_a_network_another_calculator_opens_and_another_page_is_read(away: Reader) -> None:
    away.page.locator(".sections a").nth(2).click()
    away.page.get_by_role("link", name="育儿补贴", exact=True).click()
    expect(away.page.get_by_role("heading", level=1)).to_have_text("育儿补贴")
    expect(away.page.locator("body")).to_have_css("display", "block")
    away.open("zh-Hans/calculators/childcare-subsidy/")
    away.page.locator("#calculator [type=submit]").click()
    expect(away.faults).to_be_visible(timeout=30_000)


def test_without_a_network_a_language_never_read_gives_a_page_that_says_so(away: Reader, page: Page) -> None:
    response = page.goto(away.url + "en/money/childcare-subsidy/")
    assert response is not None
    assert response.status == 503
    expect(page.get_by_role("heading", level=1)).to_have_text("找不到这一页")
    page.get_by_role("link", name="回到首页").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("生育关怀服务指南")


def test_without_a_network_search_still_finds(away: Reader) -> None:
    away.open("zh-Hans/search/#q=产假")
    expect(away.page.locator("#results a").first).to_be_visible()
