"""Answers in a file that the family keeps, and opened again; files that are something else."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, expect

from tests.browser.reader import CHILD, PATIENCE, QUZHOU, SUBSIDY, Reader, answer_here

PAGE = "zh-Hans/calculators/childcare-subsidy/"
GOOD = {"format": "family-calculators/1", "calculator": "childcare-subsidy", "answers": SUBSIDY}


def saved(reader: Reader, folder: Path, button: str = "save") -> Path:
    """Press a button that saves a file; return where it is."""
    with reader.page.expect_download() as coming:
        reader.page.locator(f"[data-action={button}]").click()
    file = folder / coming.value.suggested_filename
    coming.value.save_as(file)
    return file


def open_file(reader: Reader, content: bytes | dict[str, Any]) -> None:
    """Choose a file with this content."""
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    chosen: FilePayload = {"name": "family.json", "mimeType": "application/json", "buffer": data}
    reader.page.get_by_label("打开以前存的文件").set_input_files(chosen)


def test_a_saved_file_has_format_calculator_and_answers(reader: Reader, tmp_path: Path) -> None:
    reader.work_out(PAGE, QUZHOU)
    file = saved(reader, tmp_path)
    assert file.name == "childcare-subsidy.json"
    assert json.loads(file.read_text(encoding="utf-8")) == {**GOOD, "answers": QUZHOU}


def test_a_form_that_is_half_filled_can_be_saved_and_gone_on_with(reader: Reader, tmp_path: Path) -> None:
    reader.open(PAGE)
    reader.fill({"place": "cn", "children": [CHILD, {"order": "second"}]})
    file = saved(reader, tmp_path)
    reader.page.reload()
    reader.page.get_by_label("打开以前存的文件").set_input_files(file)
    expect(reader.faults).to_be_visible(timeout=PATIENCE)
    expect(reader.rows("children")).to_have_count(2)
    reader.fill({**CHILD, "birth_date": "2026-01-02"}, "children.1.")
    reader.calculate()


def test_an_opened_file_gives_the_result_that_was_saved(reader: Reader, tmp_path: Path) -> None:
    reader.work_out(PAGE, QUZHOU)
    before = reader.result.inner_text()
    file = saved(reader, tmp_path)
    reader.page.reload()
    reader.fill(SUBSIDY)
    reader.page.get_by_label("打开以前存的文件").set_input_files(file)
    expect(reader.result).to_be_focused(timeout=PATIENCE)
    assert reader.result.inner_text() == before
    assert json.loads(saved(reader, tmp_path).read_text(encoding="utf-8"))["answers"] == QUZHOU


def test_a_file_with_fewer_answers_leaves_nothing_of_the_earlier_ones(reader: Reader, tmp_path: Path) -> None:
    reader.open(PAGE)
    reader.fill(QUZHOU)
    open_file(reader, {**GOOD, "answers": {"children": [{"order": "first"}]}})
    expect(reader.faults).to_be_visible(timeout=PATIENCE)
    kept = json.loads(saved(reader, tmp_path).read_text(encoding="utf-8"))["answers"]
    assert kept.pop("on")
    assert kept == {"children": [{"order": "first"}]}


def test_two_situations_are_saved_and_opened_together(reader: Reader, tmp_path: Path) -> None:
    reader.work_out(PAGE, QUZHOU)
    reader.page.locator("[data-action=compare]").click()
    reader.fill({"order": "second"}, "children.1.")
    reader.calculate()
    before = reader.result.inner_text()
    file = saved(reader, tmp_path)
    situations = json.loads(file.read_text(encoding="utf-8"))
    assert situations["answers"] == QUZHOU
    assert situations["other"]["children"][1]["order"] == "second"
    reader.page.reload()
    reader.page.get_by_label("打开以前存的文件").set_input_files(file)
    expect(reader.result.locator("#comparison")).to_be_focused(timeout=PATIENCE)
    assert reader.result.inner_text() == before


WRONG: dict[str, tuple[bytes | dict[str, Any], str]] = {
    "no JSON": (b"{", "可能已损坏"),
    "no text": (b"\xff\xfe\x00\x01", "可能已损坏"),
    "empty": (b"", "可能已损坏"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "可能已损坏"),
    "null": (b"null", "不是用"),
    "a number": (b"1", "不是用"),
    "a list": (b"[]", "不是用"),
    "another format": ({**GOOD, "format": "family-calculators/2"}, "不是用"),
    "no answers": ({**GOOD, "answers": [SUBSIDY]}, "不是用"),
    "another calculator": ({**GOOD, "calculator": "leave"}, "另一个计算器"),
    "over a megabyte": (b" " * 1_000_001, "太大"),
}


def test_a_wrong_file_is_explained_at_the_field_and_changes_nothing(reader: Reader) -> None:
    reader.work_out(PAGE, SUBSIDY)
    before = reader.result.inner_text()
    field = reader.page.get_by_label("打开以前存的文件")
    for content, says in WRONG.values():
        open_file(reader, content)
        expect(reader.page.get_by_role("alert").filter(has_text=says)).to_be_visible()
        expect(field).to_have_accessible_description(re.compile(says))
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_have_value("")
    assert reader.result.inner_text() == before
    expect(reader.result).to_be_visible()
    expect(reader.page.locator("[name=place]")).to_have_value("cn")


def test_what_was_said_of_a_wrong_file_goes_with_a_right_one(reader: Reader) -> None:
    reader.open(PAGE)
    open_file(reader, b"{")
    expect(reader.page.locator("#file-fault")).to_be_visible()
    open_file(reader, GOOD)
    expect(reader.result).to_be_visible(timeout=PATIENCE)
    expect(reader.page.locator("#file-fault")).to_be_hidden()
    expect(reader.page.locator("#file")).to_have_attribute("aria-invalid", "false")


@pytest.mark.parametrize(
    "answers",
    [{**SUBSIDY, "income": "9"}, {**SUBSIDY, "children": [{**CHILD, "__proto__": {"x": "1"}, "weight": "3"}]}],
)
def test_unknown_names_in_a_file_are_left_out_and_said(reader: Reader, answers: dict[str, Any]) -> None:
    reader.open(PAGE)
    open_file(reader, {**GOOD, "answers": answers})
    expect(reader.result).to_be_visible(timeout=PATIENCE)
    expect(reader.result.locator(".notice")).to_have_text("文件里有这个计算器不认识的内容，没有采用。")
    reader.calculate()
    expect(reader.result.locator(".notice")).to_have_count(0)


def test_a_file_whose_answers_are_of_strange_kinds_ends_in_faults(reader: Reader) -> None:
    reader.open(PAGE)
    strange = {"place": {"x": 1}, "children": [7, None, "x", {"birth_date": 1}], "on": ["2026"]}
    open_file(reader, {**GOOD, "answers": strange})
    expect(reader.faults).to_be_visible(timeout=PATIENCE)
    expect(reader.rows("children")).to_have_count(4)


def test_the_whole_answer_is_saved_as_json(reader: Reader, site: Path, tmp_path: Path) -> None:
    reader.work_out(PAGE, QUZHOU)
    file = saved(reader, tmp_path, "result")
    assert file.name == "childcare-subsidy-result.json"
    answer = answer_here(site, "zh-Hans", "childcare-subsidy", QUZHOU)
    assert json.loads(file.read_text(encoding="utf-8")) == answer


def test_the_keyboard_reaches_the_field_for_a_file_and_opens_it(reader: Reader) -> None:
    reader.open(PAGE)
    reader.page.locator("[data-action=save]").focus()
    reader.page.keyboard.press("Tab")
    expect(reader.page.get_by_label("打开以前存的文件")).to_be_focused()
    expect(reader.page.locator(".file label")).to_have_css("outline-style", "solid")
    with reader.page.expect_file_chooser():
        reader.page.keyboard.press("Space")
