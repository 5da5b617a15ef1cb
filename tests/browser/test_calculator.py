"""The calculators in the page: by keyboard, with faults, children and languages, as links and files."""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import BrowserContext, expect

from tests.browser.reader import CHILD, LEAVE, PATIENCE, QUZHOU, SUBSIDY, Answers, Reader, answer_here

SUBSIDY_PAGE = "zh-Hans/calculators/childcare-subsidy/"
LEAVE_PAGE = "zh-Hans/calculators/leave/"


def tab_to(reader: Reader, selector: str) -> None:
    """Press Tab until an element has the focus."""
    for _ in range(40):
        reader.page.keyboard.press("Tab")
        if reader.page.evaluate(f"document.activeElement.matches({selector!r})"):
            return
    raise AssertionError(f"Tab does not reach {selector}")


def submit(reader: Reader) -> None:
    """Ask for the result, when faults are expected instead."""
    reader.page.locator("#calculator [type=submit]").click()
    expect(reader.faults).to_be_visible(timeout=PATIENCE)


def test_the_keyboard_alone_reaches_a_result(reader: Reader) -> None:
    keyboard = reader.page.keyboard
    reader.open(LEAVE_PAGE)
    tab_to(reader, "[name=place]")
    keyboard.press("ArrowDown")
    tab_to(reader, "[id=input-birth_date-year]")
    for part in ("2026", "3", "1"):
        keyboard.type(part)
        keyboard.press("Tab")
    keyboard.press("Space")
    keyboard.press("ArrowDown")
    for name in ("delivery", "mother_employed", "father_employed"):
        tab_to(reader, f"[name={name}]")
        keyboard.press("Space")
    tab_to(reader, "[type=submit]")
    keyboard.press("Enter")
    expect(reader.result).to_be_focused(timeout=PATIENCE)
    expect(reader.page.locator("[name=place]")).to_have_value("cn/beijing")
    expect(reader.page.locator("[name=order][value=second]")).to_be_checked()


def test_a_result_takes_the_focus_and_is_a_region_named_by_its_verdict(reader: Reader) -> None:
    reader.work_out(LEAVE_PAGE, LEAVE)
    region = reader.page.get_by_role("region", name="很可能可以享受")
    expect(region).to_be_focused()
    expect(region.get_by_role("heading", level=2)).to_have_text("很可能可以享受")
    expect(region.get_by_role("heading", level=3).first).to_be_visible()
    expect(region).to_be_in_viewport()


def test_what_is_wrong_is_listed_takes_the_focus_and_leads_to_the_fields(reader: Reader) -> None:
    reader.open(SUBSIDY_PAGE)
    reader.fill({"place": "cn", "children": [{**CHILD, "birth_date": "2025-02-30"}]})
    submit(reader)
    expect(reader.faults).to_be_focused()
    links = reader.faults.get_by_role("link")
    expect(links).to_have_count(1)
    links.click()
    field = reader.page.locator('[id="input-children.0.birth_date-year"]')
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile("真实存在的日期"))


def test_every_unanswered_question_is_named_with_its_label(reader: Reader) -> None:
    reader.open(LEAVE_PAGE)
    submit(reader)
    labels = ("在哪个省", "孩子的出生日期", "第几个孩子", "怎样分娩", "母亲在单位", "父亲在单位")
    for label in labels:
        expect(reader.faults.get_by_role("link", name=label)).to_have_count(1)
    expect(reader.faults.get_by_role("link")).to_have_count(len(labels))


def test_the_faults_go_when_the_answers_are_put_right(reader: Reader) -> None:
    reader.open(LEAVE_PAGE)
    submit(reader)
    reader.fill(LEAVE)
    reader.calculate()
    expect(reader.faults).to_be_hidden()
    expect(reader.page.locator("[aria-invalid]")).to_have_count(0)


def test_a_question_of_one_city_is_asked_only_there(reader: Reader) -> None:
    reader.open(SUBSIDY_PAGE)
    parents = reader.question("parent_hukou")
    expect(parents).to_be_hidden()
    for place, shown in (("cn/zhejiang/quzhou", True), ("cn/shandong/jinan", False), ("cn", False)):
        reader.fill({"place": place})
        expect(parents).to_be_visible(visible=shown)


def test_the_year_of_the_first_claim_is_asked_only_of_those_who_claimed(reader: Reader) -> None:
    reader.open(SUBSIDY_PAGE)
    year = reader.question("children.0.first_claimed")
    expect(year).to_be_hidden()
    for claimed, shown in (("yes", True), ("no", False)):
        reader.fill({"claimed": claimed}, "children.0.")
        expect(year).to_be_visible(visible=shown)


def test_an_answer_that_no_longer_applies_is_not_counted(reader: Reader) -> None:
    reader.open(SUBSIDY_PAGE)
    reader.fill({**SUBSIDY, "children": [{**CHILD, "claimed": "yes", "first_claimed": "2026"}]})
    reader.fill({"claimed": "no"}, "children.0.")
    reader.calculate()
    expect(reader.result).to_contain_text("很可能可以享受")


def test_adding_and_removing_a_child_keeps_the_answers_about_the_others(reader: Reader) -> None:
    reader.open(SUBSIDY_PAGE)
    reader.fill(QUZHOU)
    children = reader.rows("children")
    children.nth(0).locator("[data-remove]").click()
    expect(children).to_have_count(1)
    expect(reader.page.locator('[id="input-children.0.birth_date-year"]')).to_have_value("2026")
    expect(reader.page.locator('[name="children.0.arrival"][value=adopted]')).to_be_checked()
    expect(reader.question("children.0.first_claimed")).to_be_hidden()
    reader.page.locator("[data-add]").click()
    expect(children).to_have_count(2)
    expect(reader.page.locator('[id="input-children.1.birth_date-year"]')).to_be_focused()
    expect(reader.page.locator('[id="input-children.1.birth_date-year"]')).to_have_value("")
    expect(reader.page.locator('[id="input-children.0.birth_date-year"]')).to_have_value("2026")
    expect(reader.page.locator('[name="children.1.arrival"]:checked')).to_have_count(0)


CASES = [
    ("zh-Hans", "childcare-subsidy", QUZHOU),
    ("zh-Hans", "leave", LEAVE),
    ("en", "childcare-subsidy", SUBSIDY),
    ("ug", "leave", LEAVE),
    ("bo", "leave", LEAVE),
    ("ko", "leave", LEAVE),
]


def words_of(block: Mapping[str, Any], words: Mapping[str, str]) -> Iterator[str]:
    """Yield the words of a block in the order in which the page shows them; a chart's image stands apart."""
    if block["kind"] == "chart":
        yield block["title"]
    if "text" in block:
        yield block["text"]
    if block.get("rules"):
        yield from basis_of(block["rules"], words)
    yield from block.get("columns", ())
    for row in block.get("rows", ()):
        yield from row
    for item in block.get("items", ()):
        if isinstance(item, str):
            yield item
            continue
        if "met" in item:
            yield block["words"][{True: "true", False: "false", None: "null"}[item["met"]]]
        yield item["text"]
        if item["rules"]:
            yield from basis_of(item["rules"], words)


def basis_of(rules: Iterable[Mapping[str, str]], words: Mapping[str, str]) -> Iterator[str]:
    """Yield the words of the rules behind a step, a condition or a chart."""
    yield words["basis"]
    for rule in rules:
        yield rule["text"] + (words["link"] if "url" in rule else "")


WITHOUT_IMAGES = """(element) => {
  const copy = element.cloneNode(true);
  for (const image of copy.querySelectorAll("svg")) image.remove();
  return copy.textContent;
}"""


def shown(text: str) -> str:
    """Return a text without spaces and the dots that part its pieces."""
    return "".join(text.replace("·", " ").split())


@pytest.mark.parametrize(("language", "calculator", "answers"), CASES)
def test_the_page_shows_what_this_machine_s_python_answers(
    reader: Reader, site: Path, language: str, calculator: str, answers: Answers
) -> None:
    sheet = answer_here(site, language, calculator, answers)["sheet"]
    reader.work_out(f"{language}/calculators/{calculator}/", answers)
    words = reader.page.evaluate("JSON.parse(document.querySelector('#settings').textContent).words")
    verdict, *sections, dated = reader.result.locator(":scope > :not(nav)").all()
    assert shown(verdict.text_content() or "") == shown(sheet["verdict"]["text"] + sheet["verdict"]["reason"])
    assert [shown(section.evaluate(WITHOUT_IMAGES)) for section in sections] == [
        shown(section["heading"] + "".join(text for block in section["blocks"] for text in words_of(block, words)))
        for section in sheet["sections"]
    ]
    assert shown(dated.text_content() or "") == shown(sheet["dated"])


def test_a_long_result_begins_with_a_way_to_each_of_its_sections(reader: Reader) -> None:
    reader.work_out(LEAVE_PAGE, LEAVE)
    links = reader.page.get_by_role("navigation", name="结果的目录").get_by_role("link")
    assert links.all_text_contents() == reader.result.locator("h3").all_text_contents()
    links.last.click()
    expect(reader.result.locator("h3").last).to_be_in_viewport()
    expect(reader.result).to_be_visible()


def test_the_uyghur_page_answers_in_uyghur_from_right_to_left(reader: Reader) -> None:
    reader.work_out("ug/calculators/leave/", LEAVE)
    verdict = reader.result.locator("#verdict")
    expect(verdict).to_have_css("direction", "rtl")
    for heading in (verdict, *reader.result.locator("h3").all()):
        expect(heading).to_have_text(re.compile(r"^[^\u4e00-\u9fff]*[\u0620-\u06ff][^\u4e00-\u9fff]*$"))


def test_digits_of_other_scripts_are_understood(reader: Reader) -> None:
    reader.open(LEAVE_PAGE)
    reader.fill(LEAVE)
    for day, parts in enumerate((("٢٠٢٦", "٠٣", "٠١"), ("۲۰۲۶", "۳", "۲"), ("２０２６", "３", "３")), start=1):
        for part, digits in zip(("year", "month", "day"), parts, strict=True):
            field = reader.question("birth_date").locator(f"[data-part={part}]")
            field.clear()
            field.press_sequentially(digits)
        reader.calculate()
        expect(reader.result).to_contain_text(f"2026年3月{day}日")


def test_a_link_with_answers_gives_the_same_result_in_another_page(reader: Reader, context: BrowserContext) -> None:
    reader.work_out(SUBSIDY_PAGE, QUZHOU)
    reader.page.locator("[data-action=link]").click()
    expect(reader.page.locator("#done")).to_contain_text("链接已复制")
    other = Reader(context.new_page(), reader.url)
    other.page.goto(reader.page.url)
    expect(other.result).to_be_visible(timeout=PATIENCE)
    assert other.result.inner_text() == reader.result.inner_text()
    expect(other.page.locator('[id="input-children.1.birth_date-year"]')).to_have_value("2026")


BROKEN = {
    "no answers": "answers=",
    "no text": "answers=1.",
    "not base64": "answers=1.%25%25%25",
    "not JSON": "answers=1.eyJh",
    "a list": "answers=1.WzFd",
    "null": "answers=1.bnVsbA",
    "a version to come": "answers=9.eyJwbGFjZSI6ImNuIn0",
    "another thing": "examples",
}


def test_with_a_broken_or_old_link_the_page_still_works(reader: Reader) -> None:
    for fragment in BROKEN.values():
        reader.page.goto("about:blank")
        reader.open(f"{LEAVE_PAGE}#{fragment}")
        expect(reader.page.locator("[name=place]")).to_have_value("")
        reader.page.locator("[id=input-birth_date-year]").fill("2026")
        expect(reader.faults).to_be_hidden()
    reader.fill(LEAVE)
    reader.calculate()


@pytest.mark.parametrize("answers", [{"x": "y", "children": [7, None, "x"]}, {"place": [1], "children": "x"}])
def test_a_link_with_strange_answers_ends_in_a_list_of_faults(reader: Reader, answers: Answers) -> None:
    text = urlsafe_b64encode(json.dumps(answers).encode()).decode().rstrip("=")
    reader.open(f"{SUBSIDY_PAGE}#answers=1.{text}")
    expect(reader.faults).to_be_visible(timeout=PATIENCE)
    expect(reader.result).to_be_hidden()


def test_the_dates_are_saved_as_a_calendar_file(reader: Reader, site: Path, tmp_path: Path) -> None:
    reader.work_out(LEAVE_PAGE, LEAVE)
    with reader.page.expect_download() as coming:
        reader.page.locator("[data-action=calendar]").click()
    file = tmp_path / coming.value.suggested_filename
    coming.value.save_as(file)
    assert file.name == "leave.ics"
    answer = answer_here(site, "zh-Hans", "leave", LEAVE)
    assert file.read_bytes() == answer["calendar"].encode()
    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    first = min(event.decoded("DTSTART") for event in events)
    assert first == date(2026, 2, 14)
    assert len({event["UID"] for event in events}) == len(events) > 2
    expect(reader.page.locator("#done")).to_contain_text("日历文件已保存")


def test_a_change_after_the_result_gives_a_new_result(reader: Reader) -> None:
    reader.work_out(SUBSIDY_PAGE, SUBSIDY)
    reader.fill({"place": "cn/zhejiang/quzhou", "parent_hukou": "mother"})
    reader.fill({"birth_date": "2026-02-28", "order": "third"}, "children.0.")
    reader.fill({"on": "2026-11-23"})
    reader.calculate()
    expect(reader.result).to_contain_text("6,400 元")
