"""Pages as HTML alone: text without scripts, languages, and how they fit on a screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SIZES
from tests.browser.reader import QUZHOU, SUBSIDY, Reader
from tests.browser.served import Served
from tests.browser.toy import put_toy_on, sheet, show_sheet

MEASURE = "money/childcare-subsidy/"
CALCULATOR = "calculators/childcare-subsidy/"
PAGES = ["", "money/", MEASURE, "leave/maternity-leave/", "health/vaccination/", "calculators/", CALCULATOR]
PAGES += ["calculators/leave/", "search/", "about/", "404.html"]
OVERFLOW = """() => {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return "";
  const outside = [...document.querySelectorAll("main *, header *, footer *")].filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return element.checkVisibility() && (right > clientWidth + 1 || left < -1);
  });
  return `${scrollWidth} > ${clientWidth}: ${outside.slice(0, 3).map(({ outerHTML }) => outerHTML.slice(0, 200))}`;
}"""
"""What makes a page wider than the screen, or an empty text."""


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page in a browser that runs no scripts."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_without_scripts_a_measure_shows_its_text_and_its_figures(plain: Page, served: Served) -> None:
    plain.goto(served.url + "zh-Hans/" + MEASURE)
    expect(plain.get_by_role("heading", level=1)).to_have_text("育儿补贴")
    expect(plain.locator("#who")).to_be_visible()
    expect(plain.get_by_role("definition").filter(has_text="3,600").first).to_be_visible()
    expect(plain.get_by_role("table").first).to_be_visible()
    expect(plain.locator("#basis")).to_be_visible()


def test_without_scripts_a_calculator_shows_its_questions_and_why_they_are_asked(plain: Page, served: Served) -> None:
    plain.goto(served.url + "zh-Hans/" + CALCULATOR)
    expect(plain.locator("noscript p")).to_be_visible()
    expect(plain.get_by_label("孩子的户口在哪里（或准备落在哪里）")).to_be_visible()
    expect(plain.get_by_role("group", name="出生日期").get_by_label("年")).to_be_visible()
    expect(plain.get_by_text("还没出生就填预产期。")).to_be_visible()
    expect(plain.get_by_text("出生日期决定发几个月、分几年领、什么时候截止。")).to_be_visible()


def test_without_scripts_a_calculator_shows_worked_examples(plain: Page, served: Served) -> None:
    plain.goto(served.url + "zh-Hans/" + CALCULATOR)
    expect(plain.locator("#examples")).to_be_visible()
    examples = plain.locator("h3[id^=example-]")
    expect(examples.first).to_be_visible()
    expect(examples.first.locator("xpath=following::table[1]")).to_contain_text("元")


@pytest.mark.parametrize("path", ["", MEASURE, CALCULATOR, "search/"])
def test_choosing_a_language_opens_the_same_page_in_it(plain: Page, served: Served, path: str) -> None:
    plain.goto(served.url + "zh-Hans/" + path)
    for language, direction in (
        ("ug", "rtl"),
        ("bo", "ltr"),
        ("ko", "ltr"),
        ("zh-Hant", "ltr"),
        ("en", "ltr"),
        ("zh-Hans", "ltr"),
    ):
        plain.locator(".languages summary").click()
        plain.locator(f".languages a[hreflang={language}]").click()
        assert plain.url == f"{served.url}{language}/{path}"
        expect(plain.locator(f"html[lang={language}][dir={direction}]")).to_have_count(1)


def test_the_first_page_leads_to_the_source_language(plain: Page, served: Served) -> None:
    plain.goto(served.url)
    plain.wait_for_url(served.url + "zh-Hans/")


def test_the_interface_of_a_translation_has_no_chinese_in_its_header_and_form(plain: Page, served: Served) -> None:
    for language in ("en", "ug", "bo", "ko"):
        plain.goto(f"{served.url}{language}/{CALCULATOR}")
        words = plain.locator("h1, .sections, .header__search, .calculator legend, .calculator .hint").all_inner_texts()
        assert [text for text in words if any("一" <= character <= "鿿" for character in text)] == [], language


@pytest.mark.parametrize("language", ["zh-Hans", "ug"])
@pytest.mark.parametrize("size", SIZES)
def test_the_list_of_languages_is_within_the_screen(page: Page, served: Served, size: str, language: str) -> None:
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{served.url}{language}/")
    page.locator(".languages summary").click()
    for link in page.locator(".languages a").all():
        box = link.bounding_box()
        assert box
        assert 0 <= box["x"] <= box["x"] + box["width"] <= width


@pytest.mark.parametrize("language", ["zh-Hans", "ug"])
@pytest.mark.parametrize("size", SIZES)
def test_no_page_is_wider_than_the_screen(page: Page, served: Served, size: str, language: str) -> None:
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    wide = {}
    for path in PAGES:
        page.goto(f"{served.url}{language}/{path}")
        wide[path] = page.evaluate(OVERFLOW)
    reader = Reader(page, served.url)
    reader.work_out(f"{language}/{CALCULATOR}", SUBSIDY)
    wide["result"] = page.evaluate(OVERFLOW)
    page.locator("[data-action=compare]").click()
    reader.fill(QUZHOU)
    wide["second situation"] = page.evaluate(OVERFLOW)
    reader.calculate()
    wide["comparison"] = page.evaluate(OVERFLOW)
    show_sheet(page, sheet())
    wide["chart and measures"] = page.evaluate(OVERFLOW)
    put_toy_on(page, f"{language}/{CALCULATOR}")
    reader.open(f"{language}/{CALCULATOR}")
    reader.fill({"vaccinated": "yes", "doses": [{"where": "away"}]})
    wide["every kind of question"] = page.evaluate(OVERFLOW)
    assert {path: why for path, why in wide.items() if why} == {}
