"""Every kind of question on a page: lists by keyboard, «I don't know», optional ones, long ones."""

from __future__ import annotations

import json
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browser.reader import Reader
from tests.browser.served import Served
from tests.browser.toy import put_toy_on

PAGE = "zh-Hans/calculators/leave/"
DOSE = {"vaccine": "v3", "day": "2026-03-01", "where": "away", "times": "2"}


@pytest.fixture
def toy(reader: Reader) -> Reader:
    """A reader before a form with every kind of question."""
    put_toy_on(reader.page, PAGE)
    reader.open(PAGE)
    return reader


def answers(reader: Reader, folder: Path) -> dict[str, Any]:
    """Return the answers in the form, by way of a saved file."""
    with reader.page.expect_download() as coming:
        reader.page.locator("[data-action=save]").click()
    coming.value.save_as(folder / "answers.json")
    given: dict[str, Any] = json.loads((folder / "answers.json").read_text(encoding="utf-8"))["answers"]
    return given


def unsure(reader: Reader, name: str) -> Any:
    return reader.question(name).get_by_role("checkbox", name="不知道")


def test_what_nobody_has_answered_is_no_answer(toy: Reader, tmp_path: Path) -> None:
    assert answers(toy, tmp_path) == {"elders": [{"age": "1"}]}


@pytest.mark.parametrize(("name", "value"), [("wage", "8000.50"), ("due", "2026-03-01")])
def test_not_knowing_is_an_answer_and_closes_the_field(toy: Reader, tmp_path: Path, name: str, value: str) -> None:
    fields = toy.question(name).locator("input:not([type=checkbox])")
    toy.fill({name: value})
    unsure(toy, name).check()
    assert answers(toy, tmp_path)[name] == "unknown"
    for field in fields.all():
        expect(field).to_be_disabled()
    unsure(toy, name).uncheck()
    for field in fields.all():
        expect(field).to_be_enabled()
    assert answers(toy, tmp_path)[name] == value


def test_not_knowing_is_ticked_by_keyboard_and_named_with_its_question(toy: Reader) -> None:
    box = toy.page.get_by_role("checkbox", name="不知道 母亲的月工资")
    toy.question("wage").locator("input").first.focus()
    toy.page.keyboard.press("Tab")
    expect(box).to_be_focused()
    toy.page.keyboard.press("Space")
    expect(box).to_be_checked()
    expect(toy.question("wage").locator("input").first).to_be_disabled()


def test_not_knowing_is_offered_only_where_the_question_allows_it(toy: Reader) -> None:
    for name in ("savings", "weeks", "elders"):
        expect(unsure(toy, name)).to_have_count(0)


def test_not_knowing_can_be_selected_for_a_place_and_in_a_long_list(toy: Reader, tmp_path: Path) -> None:
    toy.fill({"place": "unknown", "sort": "unknown"})
    given = answers(toy, tmp_path)
    assert (given["place"], given["sort"]) == ("unknown", "unknown")


def test_a_question_that_may_be_left_out_says_so_in_its_label(toy: Reader) -> None:
    for label in ("其他收入（可不填）", "怀孕几周（可不填）"):
        expect(toy.page.get_by_role("textbox", name=label)).to_be_visible()
    expect(toy.page.get_by_role("group", name="要不要提醒（可不填）")).to_be_visible()
    expect(toy.page.get_by_text("（可不填）")).to_have_count(4)


def test_a_choice_that_may_be_left_out_can_be_taken_back(toy: Reader, tmp_path: Path) -> None:
    toy.fill({"note": "yes"})
    assert answers(toy, tmp_path)["note"] == "yes"
    toy.question("note").get_by_label("不填").check()
    assert "note" not in answers(toy, tmp_path)


def test_more_than_eight_options_are_a_list_to_select_from(toy: Reader, tmp_path: Path) -> None:
    sorts = toy.page.get_by_role("combobox", name="属于哪一种")
    expect(sorts.locator("option")).to_have_count(11)
    sorts.select_option(label="第 4 种")
    assert answers(toy, tmp_path)["sort"] == "v4"


def test_a_list_that_may_be_empty_begins_without_rows_and_only_when_it_applies(toy: Reader) -> None:
    expect(toy.question("doses")).to_be_hidden()
    toy.fill({"vaccinated": "yes"})
    expect(toy.question("doses")).to_be_visible()
    expect(toy.rows("doses")).to_have_count(0)
    expect(toy.rows("elders")).to_have_count(1)


def test_rows_are_added_and_taken_away_by_keyboard_and_the_focus_goes_along(toy: Reader) -> None:
    keyboard = toy.page.keyboard
    toy.fill({"vaccinated": "yes"})
    add = toy.page.get_by_role("button", name="再加一针")
    for number in range(3):
        add.focus()
        keyboard.press("Enter")
        expect(toy.page.locator(f'[id="input-doses.{number}.vaccine"]')).to_be_focused()
    toy.page.get_by_role("button", name="去掉这一针 接种记录 2").focus()
    keyboard.press("Space")
    expect(toy.rows("doses")).to_have_count(2)
    expect(toy.page.get_by_role("button", name="去掉这一针 接种记录 2")).to_be_focused()
    keyboard.press("Enter")
    expect(toy.page.get_by_role("button", name="去掉这一针")).to_be_focused()
    keyboard.press("Enter")
    expect(toy.rows("doses")).to_have_count(0)
    expect(add).to_be_focused()


def test_what_is_typed_in_a_row_stays_with_it_when_an_earlier_one_goes(toy: Reader, tmp_path: Path) -> None:
    doses = [{"vaccine": f"v{number}"} for number in range(1, 4)]
    toy.fill({"vaccinated": "yes", "doses": [*doses, DOSE]})
    toy.page.locator('[id="input-doses.2.day-year"]').fill("20")
    toy.rows("doses").nth(1).locator("[data-remove]").click()
    expect(toy.page.locator('[id="input-doses.1.day-year"]')).to_have_value("20")
    assert answers(toy, tmp_path)["doses"] == [doses[0], {"vaccine": "v3", "day": "20-00-00"}, DOSE]
    ids = toy.page.locator("[id]").evaluate_all("(all) => all.map(({ id }) => id)")
    assert len(ids) == len(set(ids))
    for row in toy.rows("doses").all():
        names = row.locator("input[type=radio]").evaluate_all("(all) => all.map(({ name }) => name)")
        assert set(names) == {f"doses.{row.get_attribute('data-row')}.where"}


def test_an_untouched_row_of_a_list_that_may_be_empty_is_left_out(toy: Reader, tmp_path: Path) -> None:
    toy.fill({"vaccinated": "yes", "doses": [{}, DOSE, {}]})
    assert answers(toy, tmp_path)["doses"] == [DOSE]
    expect(toy.rows("doses")).to_have_count(1)


def test_a_question_in_a_row_depends_on_the_answers_in_that_row(toy: Reader) -> None:
    toy.fill({"vaccinated": "yes", "doses": [{"where": "here"}, {"where": "away"}]})
    expect(toy.question("doses.0.times")).to_be_hidden()
    expect(toy.question("doses.1.times")).to_be_visible()


def test_a_list_ends_where_it_has_the_most_rows_and_stays_quick(toy: Reader, tmp_path: Path) -> None:
    toy.fill({"vaccinated": "yes"})
    add = toy.question("doses").locator("[data-add]")
    add.evaluate("(button) => { for (let row = 0; row < 39; row += 1) button.click(); }")
    expect(add).to_be_visible()
    add.click()
    expect(add).to_be_hidden()
    expect(toy.rows("doses")).to_have_count(40)
    toy.fill(DOSE, "doses.39.")
    changed = "(select) => { const begun = performance.now(); select.value = 'v1';"
    changed += " select.dispatchEvent(new Event('change', { bubbles: true })); return performance.now() - begun; }"
    assert toy.page.locator('[id="input-doses.39.vaccine"]').evaluate(changed) < 200
    assert answers(toy, tmp_path)["doses"] == [{**DOSE, "vaccine": "v1"}]


def test_a_result_goes_when_a_row_comes_or_goes(toy: Reader) -> None:
    toy.page.evaluate("document.querySelector('#result').hidden = false")
    toy.page.get_by_role("button", name="再加一位老人").click()
    expect(toy.result).to_be_hidden()
    toy.page.evaluate("document.querySelector('#result').hidden = false")
    toy.page.get_by_role("button", name="去掉这位老人 老人 2").click()
    expect(toy.result).to_be_hidden()


def test_a_question_of_some_places_waits_for_the_place(toy: Reader) -> None:
    expect(toy.question("local")).to_be_hidden()
    for place, shown in (("cn/zhejiang", True), ("cn", False), ("unknown", False)):
        toy.fill({"place": place})
        expect(toy.question("local")).to_be_visible(visible=shown)


MOVED = """() => new Promise((resolve) => {
  let moved = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) moved += value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(moved), 500);
})"""
"""How much of the screen has moved without the reader's doing, since the page was opened."""


def late(route: Route) -> None:
    """Let a file come after the page has been painted."""
    sleep(0.2)
    route.continue_()


@pytest.mark.parametrize("path", [PAGE, "ug/calculators/childcare-subsidy/"])
def test_nothing_moves_while_the_scripts_come(reader: Reader, path: str) -> None:
    reader.page.set_viewport_size({"width": 360, "height": 780})
    reader.page.route("**/calculator-*.js", late)
    put_toy_on(reader.page, path)
    reader.open(path)
    assert reader.page.evaluate(MOVED) < 0.02


def test_without_scripts_there_are_no_buttons_that_need_them(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served.url}zh-Hans/calculators/childcare-subsidy/")
    expect(page.locator("#calculator [type=submit]")).to_be_visible()
    for selector in ("[data-add]", "[data-action=save]", ".file label", "#comparing"):
        expect(page.locator(selector)).to_be_hidden()
    expect(page.get_by_text("第一次申领是哪一年")).to_be_visible()
    context.close()
