"""Slow networks and servers that are set up wrongly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import IO, Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from generator.serve import Handler
from tests.browser.reader import LEAVE, PATIENCE, Reader
from tests.browser.served import Remembering, Served

PAGE = "zh-Hans/calculators/leave/"
SLOW = {"offline": False, "latency": 300, "downloadThroughput": 400_000 / 8, "uploadThroughput": 400_000 / 8}
"""400 kbit/s, as at the edge of an old mobile network."""

HALF = 1_000_000
"""Bytes of each large file of the runtime that come before the network stands still."""


class Halting(Remembering):
    """Sends a part of the runtime, and the rest when it is told to go on."""

    go_on = Event()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file."""
        if self.path.endswith(("/memory.image", "/pyodide.asm.wasm")):
            _send(source, outputfile, HALF)
            self.go_on.wait(60)
        super().copyfile(source, outputfile)


def _send(source: IO[bytes], target: IO[bytes], size: int) -> None:
    target.write(source.read(size))
    target.flush()


class WrongType(Remembering):
    """Calls WebAssembly a mere stream of bytes, as servers that do not know it do."""

    extensions_map = Handler.extensions_map | {".wasm": "application/octet-stream"}


class WithoutRuntime(Remembering):
    """Has lost the runtime."""

    def translate_path(self, path: str) -> str:
        """Find a file, but none of the runtime."""
        return super().translate_path(path.replace("/calculator/", "/lost/"))


@pytest.fixture
def service_workers() -> str:
    return "allow"


@pytest.fixture
def quiet_page(context: BrowserContext) -> Page:
    """A page whose console may complain: something is wrong, and that is meant."""
    return context.new_page()


@pytest.fixture
def halted(site: Path) -> Iterator[Served]:
    Halting.go_on.clear()
    with Served(site, Halting) as served:
        yield served
        Halting.go_on.set()


def test_on_a_slow_network_the_text_is_read_before_the_calculator_has_come(page: Page, halted: Served) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    page.goto(halted.url + PAGE, wait_until="commit")
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=10_000)
    expect(page.get_by_label("在哪个省")).to_be_visible(timeout=10_000)
    expect(page.locator("#measures")).to_be_visible()
    assert not [asked for asked in halted.asked if "/calculator/" in asked], "nothing of Python is fetched before"


@pytest.mark.parametrize("visit", ["first", "later"])
def test_while_python_comes_the_page_shows_how_far_it_is_and_then_answers(
    page: Page, halted: Served, visit: str
) -> None:
    reader = Reader(page, halted.url)
    if visit == "later":
        reader.open("zh-Hans/")
        reader.wait_until("navigator.serviceWorker.controller !== null")
    reader.open(PAGE)
    page.locator("[name=place]").focus()
    progress = page.get_by_role("status").filter(has_text="正在准备计算器")
    expect(progress).to_contain_text("%", timeout=10_000)
    reader.fill(LEAVE)
    page.locator("#calculator [type=submit]").click()
    expect(progress).to_be_visible()
    expect(reader.result).to_be_hidden()
    Halting.go_on.set()
    expect(reader.result).to_be_visible(timeout=PATIENCE)
    expect(progress).to_have_count(0)


def test_a_server_that_does_not_know_webassembly_still_lets_it_answer(page: Page, site: Path) -> None:
    with Served(site, WrongType) as served:
        Reader(page, served.url).work_out(PAGE, LEAVE)


def test_when_python_does_not_come_the_page_says_what_to_do(quiet_page: Page, site: Path) -> None:
    with Served(site, WithoutRuntime) as served:
        reader = Reader(quiet_page, served.url)
        reader.open(PAGE)
        reader.fill(LEAVE)
        quiet_page.locator("#calculator [type=submit]").click()
        expect(quiet_page.get_by_role("status").filter(has_text="12345")).to_be_visible(timeout=PATIENCE)
        expect(quiet_page.locator("[name=place]")).to_have_value(LEAVE["place"])
