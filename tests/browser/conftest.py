"""A Chromium, the site served, and a reader with a page open."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, sync_playwright

from tests.browser.reader import Reader
from tests.browser.served import Served

QUIET = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync", "--no-sandbox"]
QUIET += ["--disable-background-networking", "--disable-component-update"]
SIZES = {"phone": (360, 780), "desktop": (1280, 800)}


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A Chromium, closed after the last of these tests: only one Playwright can run at a time."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=_chromium(driver), args=QUIET)
        yield browser
        browser.close()


def _chromium(driver: Playwright) -> str:
    """Return the machine's own Chromium, or else Playwright's."""
    own = driver.chromium.executable_path
    found = shutil.which("chromium") or (own if Path(own).exists() else None)
    assert found, "The browser tests need Chromium: `python3 bootstrap.py --browser` gets one."
    return found


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[Served]:
    """The site at an address of this machine."""
    with Served(site) as served:
        yield served


@pytest.fixture
def service_workers() -> Literal["allow", "block"]:
    """Whether the site may keep itself: not by default, for its work in the background takes time."""
    return "block"


@pytest.fixture
def context(browser: Browser, service_workers: Literal["allow", "block"]) -> Iterator[BrowserContext]:
    """A fresh profile, as of someone who has never been here."""
    context = browser.new_context(locale="zh-CN", timezone_id="Asia/Shanghai", service_workers=service_workers)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page in which no error may go unnoticed."""
    errors: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if _is_fault(said) else None)
    yield page
    assert errors == [], "the browser's console has warnings or errors"


def _is_fault(said: ConsoleMessage) -> bool:
    return said.type in ("error", "warning") and "blocked by Playwright" not in said.text


@pytest.fixture
def reader(page: Page, served: Served) -> Reader:
    """Someone who reads the site."""
    return Reader(page, served.url)
