"""Two situations in one page: what if the child came later, or the other parent asked?"""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, expect

from calculators.bridge import answer
from tests.browser.reader import CHILD, PATIENCE, SUBSIDY, Answers, Reader

PAGE = "zh-Hans/calculators/childcare-subsidy/"
LATER: Answers = {**SUBSIDY, "children": [{**CHILD, "birth_date": "2026-06-10"}]}


def compared_here(site: Path, language: str, one: Answers, two: Answers) -> dict[str, Any]:
    """Return what this machine's own Python answers to two situations."""
    (data,) = (site / "facts").iterdir()
    files = [(data / name).read_text(encoding="utf-8") for name in ("rules.json", f"catalogue.{language}.json")]
    asked = {"calculator": "childcare-subsidy", "answers": one, "other": two}
    given: dict[str, Any] = json.loads(answer(json.dumps(asked), *files))
    return given


def compare(reader: Reader, path: str = PAGE) -> None:
    """Calculate one situation, then another beside it."""
    reader.work_out(path, SUBSIDY)
    reader.page.locator("[data-action=compare]").click()
    reader.fill({"birth_date": "2026-06-10"}, "children.0.")
    reader.calculate()


def heading(reader: Reader) -> Locator:
    return reader.result.locator("#comparison")


def tables(reader: Reader) -> list[list[list[str]]]:
    """Return the cells of the comparison's tables, row by row."""
    return [
        [row.locator("th, td").all_text_contents() for row in table.locator("tr").all()]
        for table in reader.result.locator("section:has(~ .sheet-second) table").all()
    ]


def fragment(name: str, answers: object) -> str:
    return f"{name}=1.{urlsafe_b64encode(json.dumps(answers).encode()).decode().rstrip('=')}"


def test_the_button_says_that_the_first_is_kept_and_what_to_do_and_takes_the_focus_there(reader: Reader) -> None:
    reader.work_out(PAGE, SUBSIDY)
    group = reader.page.get_by_role("group", name="现在改成第二种情况，再按“计算”")
    expect(group).to_be_hidden()
    reader.page.get_by_role("button", name="比较另一种情况").click()
    expect(group).to_be_focused()
    expect(group).to_be_in_viewport()
    expect(reader.page.locator('[id="input-children.0.birth_date-year"]')).to_have_value("2025")


@pytest.mark.parametrize("language", ["zh-Hans", "ug"])
def test_first_comes_the_comparison_and_below_it_the_second_result(reader: Reader, site: Path, language: str) -> None:
    compare(reader, f"{language}/calculators/childcare-subsidy/")
    expect(heading(reader)).to_be_focused()
    expect(heading(reader)).to_be_in_viewport()
    expected = compared_here(site, language, SUBSIDY, LATER)
    blocks = [block for section in expected["comparison"]["sections"] for block in section["blocks"]]
    assert tables(reader) == [[block["columns"], *block["rows"]] for block in blocks]
    second = reader.result.locator(".sheet-second ~ section").first.locator("td").all_text_contents()
    assert second == [cell for row in expected["other"]["sheet"]["sections"][0]["blocks"][0]["rows"] for cell in row]


def test_the_result_is_a_region_named_by_the_comparison(reader: Reader) -> None:
    compare(reader)
    expect(reader.page.get_by_role("region", name="两种情况的比较")).to_be_visible()


def test_on_a_phone_each_row_of_the_comparison_is_a_card_that_names_its_columns(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 360, "height": 780})
    compare(reader)
    row = reader.result.locator("table.stacked tbody tr").first
    first, second, third = row.locator("td").all()
    boxes = [cell.bounding_box() for cell in (first, second, third)]
    tops = [box["y"] for box in boxes if box]
    assert tops == sorted(set(tops)), "one below the other"
    named = second.evaluate("(cell) => getComputedStyle(cell, '::before').content")
    assert named == '"第一种情况"'
    expect(reader.result.get_by_role("row").nth(1).get_by_role("cell")).to_have_count(3)


def test_a_third_situation_is_compared_with_the_first(reader: Reader) -> None:
    compare(reader)
    reader.fill({"birth_date": "2026-09-30"}, "children.0.")
    expect(reader.result).to_be_hidden()
    reader.calculate()
    assert tables(reader)[0][1] == ["孩子 1 · 出生日期", "2025年6月10日", "2026年9月30日"]


def test_two_situations_that_are_the_same_say_so(reader: Reader) -> None:
    reader.work_out(PAGE, SUBSIDY)
    reader.page.locator("[data-action=compare]").click()
    reader.calculate()
    expect(heading(reader).locator("~ p").first).to_have_text("两种情况填的内容一样。")


def test_what_is_wrong_in_the_second_situation_is_shown_at_its_field(reader: Reader) -> None:
    reader.work_out(PAGE, SUBSIDY)
    reader.page.locator("[data-action=compare]").click()
    reader.fill({"birth_date": "2026-06-31"}, "children.0.")
    reader.page.locator("#calculator [type=submit]").click()
    expect(reader.faults.get_by_role("link")).to_have_count(1)
    expect(reader.result).to_be_hidden()
    reader.fill({"birth_date": "2026-06-30"}, "children.0.")
    reader.calculate()
    expect(heading(reader)).to_be_focused()


def test_the_way_back_leads_to_the_first_situation_and_its_result(reader: Reader) -> None:
    reader.work_out(PAGE, SUBSIDY)
    alone = reader.result.inner_text()
    reader.page.locator("[data-action=compare]").click()
    reader.question("children").locator("[data-add]").click()
    reader.fill({"birth_date": "2026-06-10"}, "children.0.")
    reader.page.locator("#comparing [data-action=stop]").click()
    expect(reader.result).to_be_focused(timeout=PATIENCE)
    assert reader.result.inner_text() == alone
    expect(reader.rows("children")).to_have_count(1)
    expect(reader.page.locator("#comparing")).to_be_hidden()
    expect(reader.page.locator(".actions [data-action=stop]")).to_be_hidden()
    expect(reader.page.locator("[data-action=compare]")).to_be_visible()


def test_below_the_comparison_is_the_way_back_too(reader: Reader) -> None:
    compare(reader)
    expect(reader.page.locator("[data-action=compare]")).to_be_hidden()
    reader.page.locator(".actions [data-action=stop]").click()
    expect(reader.result).to_be_focused(timeout=PATIENCE)
    expect(heading(reader)).to_have_count(0)


def test_a_link_has_both_situations(reader: Reader, context: BrowserContext) -> None:
    compare(reader)
    reader.page.locator("[data-action=link]").click()
    expect(reader.page.locator("#done")).to_contain_text("链接已复制")
    other = Reader(context.new_page(), reader.url)
    other.page.goto(reader.page.url)
    expect(heading(other)).to_be_focused(timeout=PATIENCE)
    assert other.result.inner_text() == reader.result.inner_text()
    expect(other.page.locator("#comparing")).to_be_visible()
    other.page.locator("#comparing [data-action=stop]").click()
    expect(other.result).to_be_focused(timeout=PATIENCE)
    expect(other.page.locator('[id="input-children.0.birth_date-year"]')).to_have_value("2025")


@pytest.mark.parametrize("second", ["other=1.eyJh", "other=9.e30", "other=1.bnVsbA"])
def test_a_link_whose_second_situation_is_broken_shows_the_first(reader: Reader, second: str) -> None:
    reader.open(f"{PAGE}#{fragment('answers', SUBSIDY)}&{second}")
    expect(reader.result).to_be_visible(timeout=PATIENCE)
    expect(heading(reader)).to_have_count(0)


def test_a_link_whose_first_situation_is_not_complete_asks_for_it(reader: Reader) -> None:
    first = {**SUBSIDY, "place": ""}
    reader.open(f"{PAGE}#{fragment('answers', first)}&{fragment('other', SUBSIDY)}")
    expect(reader.faults).to_be_visible(timeout=PATIENCE)
    expect(reader.faults).to_contain_text("第一种情况填得不完整")
    expect(reader.page.locator("[name=place]")).to_have_value("")
    expect(reader.page.locator("#comparing")).to_be_hidden()


def test_the_calendar_is_of_the_second_situation(reader: Reader, site: Path, tmp_path: Path) -> None:
    compare(reader)
    with reader.page.expect_download() as coming:
        reader.page.locator("[data-action=calendar]").click()
    coming.value.save_as(tmp_path / "dates.ics")
    expected = compared_here(site, "zh-Hans", SUBSIDY, LATER)["other"]["calendar"]
    assert (tmp_path / "dates.ics").read_bytes() == expected.encode()
