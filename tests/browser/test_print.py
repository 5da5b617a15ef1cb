"""Pages on paper: the result with its figures and what they rest on, and nothing to click."""

from __future__ import annotations

import io
from unicodedata import normalize

import pikepdf
from playwright.sync_api import expect

from tests.browser.pdf_text import text_of
from tests.browser.reader import QUZHOU, SUBSIDY, Reader
from tests.browser.toy import sheet, show_sheet

PAGE = "zh-Hans/calculators/childcare-subsidy/"


def printed(reader: Reader) -> list[str]:
    """Return the text of each printed page, without spaces; fonts name some characters by their radicals."""
    with pikepdf.open(io.BytesIO(reader.page.pdf(prefer_css_page_size=True))) as pdf:
        return ["".join(normalize("NFKC", text_of(page)).split()) for page in pdf.pages]


def test_a_printed_result_has_its_amounts_on_the_first_page(reader: Reader) -> None:
    reader.work_out(PAGE, SUBSIDY)
    pages = printed(reader)
    assert "3,600" in pages[0]
    assert "10,800" in pages[0]
    assert all(len(page) > 20 for page in pages), "no page is blank"


def test_a_printed_comparison_has_both_situations_side_by_side_and_then_the_second_result(reader: Reader) -> None:
    reader.work_out(PAGE, SUBSIDY)
    reader.page.locator("[data-action=compare]").click()
    reader.fill({"birth_date": "2026-06-10"}, "children.0.")
    reader.calculate()
    pages = printed(reader)
    assert "2025年6月10日2026年6月10日" in pages[0]
    text = "".join(pages)
    assert text.index("两种情况的比较") < text.index("第二种情况的结果") < text.index("计算日期")
    assert "现在改成第二种情况" not in text


def test_a_printed_chart_stands_on_one_page_with_its_words(reader: Reader) -> None:
    reader.open(PAGE)
    show_sheet(reader.page, sheet())
    (page,) = [page for page in printed(reader) if "您在这里" in page]
    for words in ("月工资与每月拿到的钱", "8,000元", "12,000元", "每月一共拿到"):
        assert words in page


def test_a_printed_result_has_every_basis_open(reader: Reader) -> None:
    reader.work_out(PAGE, QUZHOU)
    basis = reader.result.locator(".basis li")
    expect(basis.first).to_be_hidden()
    reader.page.emulate_media(media="print")
    assert basis.count() > 3
    for line in basis.all():
        box = line.bounding_box()
        assert box is not None
        assert box["height"] > 10
    assert "2025〕15" in "".join(printed(reader))


def test_a_printed_result_leaves_out_what_can_only_be_clicked(reader: Reader) -> None:
    reader.work_out(PAGE, SUBSIDY)
    reader.page.emulate_media(media="print")
    for selector in ("#calculator", "#actions", ".header", ".sections", "footer a"):
        expect(reader.page.locator(selector).first).to_be_hidden()
    expect(reader.page.get_by_role("heading", level=1)).to_be_visible()
    expect(reader.result.locator(".dated")).to_be_visible()


def test_the_button_prints(reader: Reader) -> None:
    reader.work_out(PAGE, SUBSIDY)
    reader.page.evaluate("window.print = () => { document.title = 'printed'; }")
    reader.page.locator("[data-action=print]").click()
    expect(reader.page).to_have_title("printed")


def test_a_printed_measure_has_its_text_and_figures(reader: Reader) -> None:
    reader.open("zh-Hans/money/childcare-subsidy/")
    pages = printed(reader)
    assert "3,600" in pages[0]
    assert all(len(page) > 20 for page in pages), "no page is blank"
