"""What axe finds on every kind of page: nothing (WCAG 2.2 AA and good practice)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SIZES
from tests.browser.reader import PATIENCE, QUZHOU, SUBSIDY, Reader
from tests.browser.toy import put_toy_on, sheet, show_sheet

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
CALCULATOR = "calculators/childcare-subsidy/"


def opened(path: str) -> Callable[[Reader, str], None]:
    return lambda reader, language: reader.open(f"{language}/{path}")


def with_faults(reader: Reader, language: str) -> None:
    reader.open(f"{language}/{CALCULATOR}")
    reader.page.locator("#calculator [type=submit]").click()
    expect(reader.faults).to_be_visible(timeout=PATIENCE)


def with_result(reader: Reader, language: str) -> None:
    reader.work_out(f"{language}/{CALCULATOR}", QUZHOU)


def with_a_comparison(reader: Reader, language: str) -> None:
    with_result(reader, language)
    reader.page.locator("[data-action=compare]").click()
    reader.fill(SUBSIDY)
    reader.calculate()


def with_a_wrong_file(reader: Reader, language: str) -> None:
    reader.open(f"{language}/{CALCULATOR}")
    reader.page.locator("#file").set_input_files({"name": "a.json", "mimeType": "", "buffer": b"{"})
    expect(reader.page.locator("#file-fault")).to_be_visible()


def with_every_kind_of_question(reader: Reader, language: str) -> None:
    put_toy_on(reader.page, f"{language}/{CALCULATOR}")
    reader.open(f"{language}/{CALCULATOR}")
    reader.fill({"wage": "unknown", "vaccinated": "yes", "doses": [{"where": "away"}, {}]})


def with_every_kind_of_block(reader: Reader, language: str) -> None:
    reader.open(f"{language}/{CALCULATOR}")
    show_sheet(reader.page, sheet())


def with_search_results(reader: Reader, language: str) -> None:
    words = {"zh-Hans": "产假", "ug": "تولۇق"}
    reader.open(f"{language}/search/#q={words[language]}")
    expect(reader.page.locator("#results li").first).to_be_visible()


def with_languages_open(reader: Reader, language: str) -> None:
    reader.open(f"{language}/")
    reader.page.locator(".languages summary").click()


STATES: dict[str, Callable[[Reader, str], None]] = {
    "home": opened(""),
    "group": opened("money/"),
    "measure": opened("money/childcare-subsidy/"),
    "measure with wide tables": opened("leave/maternity-leave/"),
    "calculator": opened(CALCULATOR),
    "calculator with faults": with_faults,
    "calculator with a result": with_result,
    "calculator with a comparison": with_a_comparison,
    "calculator with a wrong file": with_a_wrong_file,
    "calculator with every kind of question": with_every_kind_of_question,
    "calculator with every kind of block": with_every_kind_of_block,
    "search": opened("search/"),
    "search with results": with_search_results,
    "list of languages": with_languages_open,
    "about": opened("about/"),
    "404": opened("404.html"),
}


SCOPES = {"list of languages": ".languages"}
"""Where only a part is looked at: an open list rightly covers what is under it."""

OPEN_ALL = "for (const details of document.querySelectorAll('main details')) details.open = true"


@pytest.fixture(scope="session")
def axe(node_modules: Path) -> str:
    return (node_modules / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def violations(reader: Reader, scope: str) -> list[str]:
    """Return each violation: its rule, what is wrong, and the element's HTML."""
    asked = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    run = "async ([scope, asked]) => (await axe.run(scope, asked)).violations"
    found: list[dict[str, Any]] = reader.page.evaluate(run, [scope, asked])
    return [
        f"{violation['id']} ({violation['impact']}): {node['html'][:300]}\n  {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("language", ["zh-Hans", "ug"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_on_a_phone_or_a_desktop(reader: Reader, axe: str, state: str, language: str) -> None:
    STATES[state](reader, language)
    reader.page.evaluate(OPEN_ALL)
    reader.page.evaluate(axe)
    found = []
    for size, (width, height) in SIZES.items():
        reader.page.set_viewport_size({"width": width, "height": height})
        found += [f"{size}: {violation}" for violation in violations(reader, SCOPES.get(state, "html"))]
    assert not found, "\n\n".join(found)
