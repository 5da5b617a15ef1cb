"""Search: the page that answers a real question comes first."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.reader import Reader

SUBSIDY, LEAVE, VACCINATION = "money/childcare-subsidy/", "leave/maternity-leave/", "health/vaccination/"
CHINESE = {
    "产假多少天": LEAVE,
    "剖宫产多休几天": LEAVE,
    "产假期间工资谁发": LEAVE,
    "二胎补贴": SUBSIDY,
    "育儿补贴怎么领": SUBSIDY,
    "双胞胎领几份补贴": SUBSIDY,
    "打疫苗": VACCINATION,
    "接种证丢了怎么办": VACCINATION,
}
ENGLISH = {
    "how long is maternity leave": LEAVE,
    "more leave after a caesarean": LEAVE,
    "employer refuses maternity leave": LEAVE,
    "childcare subsidy amount": SUBSIDY,
    "childcare subsidy for twins": SUBSIDY,
    "which vaccines are free": VACCINATION,
    "lost vaccination certificate": VACCINATION,
    "HPV vaccine for girls": VACCINATION,
}
QUESTIONS = {"zh-Hans": CHINESE, "en": ENGLISH}


def first(reader: Reader) -> Locator:
    return reader.page.locator("#results li:first-child a")


def found_first(reader: Reader, language: str) -> str:
    """Return which page comes first, when the search is done."""
    expect(reader.page.locator("#found")).not_to_be_empty()
    address = first(reader).get_attribute("href") if first(reader).count() else ""
    return (address or "").removeprefix(f"/{language}/")


@pytest.mark.parametrize("language", QUESTIONS)
def test_on_the_search_page_the_page_that_answers_comes_first(reader: Reader, language: str) -> None:
    questions = QUESTIONS[language]
    reader.open(f"{language}/search/")
    found = {}
    for words in questions:
        reader.page.evaluate("document.querySelector('#found').textContent = ''")
        reader.page.locator("#query").fill(words)
        reader.page.locator("#search button").click()
        found[words] = found_first(reader, language)
    assert found == questions


@pytest.mark.parametrize("language", QUESTIONS)
def test_from_the_field_of_any_page_the_page_that_answers_comes_first(reader: Reader, language: str) -> None:
    questions = QUESTIONS[language]
    found = {}
    for words in questions:
        reader.open(f"{language}/about/")
        reader.page.locator("form.header__search input").fill(words)
        reader.page.keyboard.press("Enter")
        reader.page.wait_for_url("**/search/#q=*")
        found[words] = found_first(reader, language)
    assert found == questions


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
