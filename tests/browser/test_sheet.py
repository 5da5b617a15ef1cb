"""Blocks of a result sheet on a page: a chart with its words and table, measures with their links."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import Locator, expect

from calculators.kit.message import _, yuan
from calculators.kit.result import Chart, Point
from tests.browser.reader import Reader
from tests.browser.toy import CHART, sheet, show_sheet

PAGE = "calculators/leave/"
STEPPED = replace(
    CHART,
    stepped=True,
    points=tuple(Point(date(2025, month, 1), yuan(amount)) for month, amount in ((1, 3600), (4, 1000), (9, 10800))),
    limit=date(2025, 4, 1),
    here=date(2025, 8, 20),
)
LONG = replace(
    CHART,
    points=(Point(date(2025, 9, 22), yuan(100_000)), Point(date(2029, 12, 31), yuan(1))),
    limit=date(2029, 12, 31),
    here=date(2025, 9, 22),
    across=_("孩子出生的日子，按户口簿上写的日子填写"),
)


def opened(reader: Reader, chart: Chart = CHART, language: str = "zh-Hans") -> Locator:
    reader.open(f"{language}/{PAGE}")
    show_sheet(reader.page, sheet(chart))
    return reader.result.locator(".chart")


def test_a_chart_is_one_image_with_a_name_and_a_description(reader: Reader) -> None:
    chart = opened(reader)
    image = chart.get_by_role("img")
    expect(image).to_have_count(1)
    expect(image).to_have_accessible_name("月工资与每月拿到的钱")
    expect(image).to_have_accessible_description("工资超过 8,000 元以后，每月拿到的钱少了 600 元。")


def test_a_chart_stands_with_its_words_its_basis_and_its_table(reader: Reader) -> None:
    chart = opened(reader)
    expect(chart.get_by_role("heading", level=4)).to_have_text("月工资与每月拿到的钱")
    expect(chart.locator("svg + p")).to_have_text("工资超过 8,000 元以后，每月拿到的钱少了 600 元。")
    expect(chart.locator(".basis li")).to_contain_text("第七条")
    rows = chart.locator("+ table").get_by_role("row")
    expect(rows).to_have_count(5)
    expect(rows.nth(2)).to_have_text("8,000 元8,600 元")
    expect(rows.first.get_by_role("columnheader").first).to_have_text("月工资")


def test_a_chart_names_its_axes_its_ends_its_limit_and_where_the_reader_stands(reader: Reader) -> None:
    texts = opened(reader).locator("text").all_text_contents()
    shown = [text.strip("\u2068\u2069") for text in texts]
    assert sorted(shown) == sorted(
        ["每月一共拿到", "月工资", "5,600 元", "12,000 元", "5,000 元", "12,000 元", "8,000 元", "您在这里"]
    )


def line_of(chart: Locator) -> str:
    return chart.locator(".chart__line").get_attribute("d") or ""


def numbers_of(chart: Locator) -> list[float]:
    """Return the line's coordinates, x and y by turns."""
    return [float(number) for number in re.findall(r"[\d.]+", line_of(chart))]


def height_of_the_reader(chart: Locator) -> float:
    return float(chart.locator("circle").get_attribute("cy") or "nan")


def x_of(mark: Locator) -> float:
    box = mark.bounding_box()
    assert box
    return box["x"] + box["width"] / 2


@pytest.mark.parametrize("language", ["zh-Hans", "ug"])
def test_numbers_run_from_left_to_right_in_every_language(reader: Reader, language: str) -> None:
    chart = opened(reader, language=language)
    least, most = (chart.locator("text", has_text=text).last for text in ("5,000", "12,000"))
    assert x_of(least) < x_of(chart.locator("circle")) < x_of(chart.locator(".chart__limit")) < x_of(most)
    assert line_of(chart) == line_of(opened(reader))


def test_a_line_in_steps_goes_across_and_then_up(reader: Reader) -> None:
    assert re.fullmatch(r"M[\d.]+ [\d.]+(H[\d.]+V[\d.]+){2}", line_of(opened(reader, STEPPED)))


def test_the_reader_stands_on_the_line(reader: Reader) -> None:
    chart = opened(reader)
    _x, begins, _x, ends, *_after = numbers_of(chart)
    share = (7600 - 5000) / (8000 - 5000)
    assert height_of_the_reader(chart) == pytest.approx(begins + share * (ends - begins))


def test_the_reader_stands_on_the_step_before_the_next_one(reader: Reader) -> None:
    chart = opened(reader, STEPPED)
    _x, _first, _x, second, *_after = numbers_of(chart)
    assert height_of_the_reader(chart) == second


def test_a_chart_without_a_place_for_the_reader_has_no_mark(reader: Reader) -> None:
    chart = opened(reader, replace(CHART, here=None))
    expect(chart.locator("circle, .chart__you")).to_have_count(0)


@pytest.mark.parametrize("chart", [CHART, STEPPED, LONG, replace(CHART, points=CHART.points[:1], limit=yuan(5000))])
@pytest.mark.parametrize("language", ["zh-Hans", "ug"])
def test_on_a_phone_the_letters_are_large_enough_and_no_label_covers_another(
    reader: Reader, language: str, chart: Chart
) -> None:
    reader.page.set_viewport_size({"width": 360, "height": 780})
    image = opened(reader, chart, language).locator("svg")
    boxes = [box for text in image.locator("text").all() if (box := text.bounding_box())]
    assert all(box["height"] >= 12 for box in boxes)
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 360 for box in boxes)
    for index, one in enumerate(boxes):
        for other in boxes[index + 1 :]:
            across = min(one["x"] + one["width"], other["x"] + other["width"]) - max(one["x"], other["x"])
            down = min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"])
            assert across <= 0 or down <= 4, (one, other)


def test_in_forced_colours_line_limit_and_mark_take_the_readers_colours(reader: Reader) -> None:
    reader.page.emulate_media(forced_colors="active")
    chart = opened(reader)
    ink = chart.locator(".chart__limit").evaluate("(line) => getComputedStyle(line).stroke")
    assert ink != "rgb(142, 28, 28)"
    assert chart.locator("text").first.evaluate("(text) => getComputedStyle(text).fill") == ink


def test_a_measure_leads_to_its_page_and_to_its_calculators(reader: Reader) -> None:
    opened(reader)
    measure = reader.result.locator(".measure").first
    link = measure.get_by_role("heading", level=4).get_by_role("link", name="产假")
    expect(measure.locator(".checks > li")).to_contain_text("符合 · 在单位上班")
    expect(measure.get_by_role("link", name="产假、陪产假、育儿假计算器")).to_have_attribute("href", "./")
    link.click()
    assert reader.page.url == f"{reader.url}zh-Hans/leave/maternity-leave/"
    expect(reader.page.get_by_role("heading", level=1)).to_have_text("产假")


def test_a_measure_without_a_page_is_named_without_a_link(reader: Reader) -> None:
    opened(reader)
    measure = reader.result.locator(".measure").last
    expect(measure.get_by_role("heading", level=4)).to_be_visible()
    expect(measure.get_by_role("link")).to_have_count(0)
    expect(measure.get_by_text("弄清这一点：出生日期")).to_be_visible()


def test_a_paragraph_before_a_list_is_shown(reader: Reader) -> None:
    opened(reader)
    expect(reader.result.get_by_text("交给医院：")).to_be_visible()
    expect(reader.result.get_by_text("交给医院：").locator("+ ul")).to_have_text("身份证")
