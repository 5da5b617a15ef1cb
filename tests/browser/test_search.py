"""Search: the page that answers a real question comes first.

`questions/<language>.yaml` has what people type and the page that answers it; a few may miss.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Locator, expect

from tests.browser.reader import Reader

LISTS = Path(__file__).parent / "questions"
COUNTS = {"zh-Hans": 60, "zh-Hant": 30, "en": 60, "ug": 30, "bo": 30, "ko": 30}
"""How many questions each language has; three of them may miss."""
MAY_MISS = 3


def questions_in(language: str) -> Mapping[str, str]:
    """Return what people type, and the address of the page that answers it below the language."""
    listed = yaml.safe_load((LISTS / f"{language}.yaml").read_text(encoding="utf-8"))
    return {question: f"{page}/" for question, page in listed.items()}


def first(reader: Reader) -> Locator:
    return reader.page.locator("#results li:first-child a")


def found_first(reader: Reader, language: str) -> str:
    """Return which page comes first, when the search is done."""
    expect(reader.page.locator("#found")).not_to_be_empty()
    address = first(reader).get_attribute("href") if first(reader).count() else ""
    return (address or "").removeprefix(f"/{language}/")


def test_each_language_has_its_list_of_questions() -> None:
    assert {language: len(questions_in(language)) for language in COUNTS} == COUNTS


@pytest.mark.parametrize("language", COUNTS)
def test_on_the_search_page_the_page_that_answers_comes_first(reader: Reader, language: str) -> None:
    reader.open(f"{language}/search/")
    missed = {}
    for words, page in questions_in(language).items():
        reader.page.evaluate("document.querySelector('#found').textContent = ''")
        reader.page.locator("#query").fill(words)
        reader.page.locator("#search button").click()
        if (found := found_first(reader, language)) != page:
            missed[words] = found
    assert len(missed) <= MAY_MISS, missed


@pytest.mark.parametrize("language", ["zh-Hans", "ug"])
def test_from_the_field_of_any_page_the_page_that_answers_comes_first(reader: Reader, language: str) -> None:
    for words, page in list(questions_in(language).items())[:2]:
        reader.open(f"{language}/about/")
        reader.page.locator("form.header__search input").fill(words)
        reader.page.keyboard.press("Enter")
        reader.page.wait_for_url("**/search/#q=*")
        assert found_first(reader, language) == page, words


def test_the_first_result_opens_and_going_back_shows_the_results_again(reader: Reader) -> None:
    reader.open("zh-Hans/search/")
    reader.page.locator("#query").fill("产假")
    reader.page.keyboard.press("Enter")
    first(reader).click()
    expect(reader.page.get_by_role("heading", level=1)).to_be_visible()
    reader.page.go_back()
    expect(reader.page.locator("#query")).to_have_value("产假")
    expect(first(reader)).to_be_visible()


def test_when_nothing_is_found_the_page_says_so(reader: Reader) -> None:
    reader.open("zh-Hans/search/#q=zxqjkvw")
    expect(reader.page.get_by_text("没有找到")).to_be_visible()
    expect(reader.page.locator("#results li")).to_have_count(0)
