"""Indicators: a drawing of digits for every script, and beside it the same values as words of the page."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest

from calculators.kit.wording import UNSURE
from generator.charts import LEAST_VALUES, chart_svg, indicator_figure, is_drawn
from generator.model import Site
from generator.plan_model import Indicator, IndicatorValue, Target
from generator.words import Speech
from tests.generator.small import form_problems, put, words_of

FILE = "plan/indicators.yaml"
FIRST = "{year: 2023, value: 902, grade: B}"
SVG = "{http://www.w3.org/2000/svg}"
SERIES = {
    "whole numbers": {2023: "902", 2024: "954", 2025: "792"},
    "decimals, and a year between that has none": {2020: "1.30", 2022: "1.05", 2023: "1.0"},
    "below zero": {2022: "-0.60", 2023: "-1.48", 2024: "0.5"},
    "large": {2023: "140967", 2024: "140828.5", 2025: "140489"},
}


class Mark(NamedTuple):
    """A point or a number in the drawing: where it stands, and the number."""

    x: float
    y: float
    value: Decimal


def series(values: dict[int, str], grade: str = "A") -> tuple[IndicatorValue, ...]:
    return tuple(IndicatorValue(year, value, grade) for year, value in values.items())


def births(site: Site, values: dict[int, str], *targets: Target) -> Indicator:
    """Return the small site's indicator with other values and targets."""
    return replace(site.indicators["births"], values=series(values), targets=targets)


def goal(comparison: str, value: str, by: int = 2030, grade: str = "A") -> Target:
    return Target(by, comparison, value, "小站计划", grade)


def written(text: str) -> Decimal:
    return Decimal(text.replace("−", "-").replace(",", ""))


def drawn(indicator: Indicator) -> ElementTree.Element:
    return ElementTree.fromstring(chart_svg(indicator))


def marks(svg: ElementTree.Element, role: str) -> list[Mark]:
    """Return what is drawn for each value, from the left: the points, or the numbers above them."""
    found = []
    for each in svg.iter():
        if each.get("aria-roledescription") == role:
            x, y = map(float, re.findall(r"-?[\d.]+", each.get("transform", "")))
            found.append(Mark(x, y, written(each.get("aria-label", "").partition("value: ")[2])))
    return sorted(found)


def rows_of(figure: str) -> list[tuple[str, str]]:
    """Return the table of a figure without its head."""
    lines = [line.strip("| ").split(" | ") for line in figure.split("\n") if line.startswith("|")]
    return [(year, value) for year, value in lines[2:]]


@pytest.fixture
def words(small_site: Site) -> Speech:
    """The words of the source language."""
    return words_of(small_site, "zh-Hans")


@pytest.mark.parametrize("values", SERIES.values(), ids=SERIES.keys())
def test_a_drawing_shows_digits_only(small_site: Site, values: dict[int, str]) -> None:
    svg = drawn(births(small_site, values, goal("up_to", "2")))
    texts = [text for each in svg.iter() if (text := (each.text or "").strip())]
    assert len(texts) >= 2 * len(values)
    assert [text for text in texts if not re.fullmatch(r"−?[\d,]+(\.\d+)?", text)] == []
    assert not list(svg.iter(f"{SVG}image"))


@pytest.mark.parametrize("values", SERIES.values(), ids=SERIES.keys())
def test_each_point_in_the_drawing_has_its_number_and_stands_in_the_table(
    small_site: Site, words: Speech, values: dict[int, str]
) -> None:
    indicator = births(small_site, values)
    svg = drawn(indicator)
    points, numbers = marks(svg, "point"), marks(svg, "text mark")
    table = rows_of(indicator_figure(indicator, words))
    assert [point.value for point in points] == [written(value) for _year, value in table]
    assert [(number.x, number.value) for number in numbers] == [(point.x, point.value) for point in points]
    assert all(number.y < point.y for number, point in zip(numbers, points, strict=True))
    shown = [written(each.text or "") for each in svg.iter() if each.get("aria-roledescription") == "text mark"]
    assert shown == [number.value for number in numbers]


@pytest.mark.parametrize("values", SERIES.values(), ids=SERIES.keys())
def test_a_point_stands_the_higher_the_more_it_says(small_site: Site, values: dict[int, str]) -> None:
    points = marks(drawn(births(small_site, values)), "point")
    by_height = sorted(points, key=lambda point: -point.y)
    assert by_height == sorted(points, key=lambda point: point.value)
    assert len({point.y for point in points}) == len(points)


def test_each_target_is_a_dashed_line_at_its_height(small_site: Site) -> None:
    indicator = births(small_site, {2023: "902", 2024: "954", 2025: "800"}, goal("up_to", "800"), goal("under", "900"))
    svg = drawn(indicator)
    lines = [each for each in svg.iter(f"{SVG}line") if each.get("stroke-dasharray")]
    heights = [float(re.findall(r"-?[\d.]+", line.get("transform", ""))[1]) for line in lines]
    first, _second, last = (point.y for point in marks(svg, "point"))
    assert heights[0] == pytest.approx(last)
    assert first < heights[1] < last


def test_an_indicator_without_a_target_has_no_dashed_line(small_site: Site) -> None:
    assert "stroke-dasharray" not in chart_svg(births(small_site, SERIES["whole numbers"]))


def test_the_same_indicator_is_drawn_the_same_byte_for_byte(small_site: Site) -> None:
    indicator = births(small_site, SERIES["below zero"], goal("value", "1"))
    assert chart_svg(indicator) == chart_svg(indicator)


def test_a_chart_is_drawn_from_enough_years_on(small_site: Site) -> None:
    years = {2020 + number: "5" for number in range(LEAST_VALUES)}
    assert is_drawn(births(small_site, years))
    years.popitem()
    assert not is_drawn(births(small_site, years))


def test_only_what_a_page_shows_is_drawn(built: Path, small_site: Site) -> None:
    files = {path.name for path in (built / "pages" / "charts").iterdir()}
    assert files == {"births.svg"}
    shown = indicator_figure(small_site.indicators["births"], words_of(small_site, "en"))
    assert 'src="../../../charts/births.svg"' in shown


def test_a_single_year_is_said_by_the_table_alone(small_site: Site, words: Speech) -> None:
    indicator = births(small_site, {2025: "1131"}, goal("up_to", "1000"))
    said = indicator_figure(indicator, words)
    assert rows_of(said) == [("2025", "1,131")]
    assert "<img" not in said
    assert "\n\n目标：\n\n- 小站计划：到 2030 年 不超过 1,000\n\n" in said
    assert "虚线" not in said


def test_an_indicator_without_values_says_so_and_keeps_its_target(small_site: Site, words: Speech) -> None:
    said = indicator_figure(births(small_site, {}, goal("at_least", "95")), words)
    assert said.startswith("近年的数值还没有核对到可靠来源，暂不列出。\n\n目标：\n\n- 小站计划：到 2030 年 不低于 95")
    assert "|" not in said
    assert "<img" not in said


def test_the_picture_is_described_by_its_first_and_last_year(small_site: Site, words: Speech) -> None:
    said = indicator_figure(births(small_site, {2016: "1786", 2020: "1202", 2025: "792.50"}), words)
    assert 'alt="折线图：2016 年 1,786，2025 年 792.50。全部数值见下表。"' in said
    assert "<figcaption>出生人口（万人）</figcaption>" in said


def test_a_name_cannot_break_out_of_the_picture(small_site: Site, words: Speech) -> None:
    sly = replace(births(small_site, SERIES["large"]), label='A & "B" <b>')
    assert "<figcaption>A &amp; &quot;B&quot; &lt;b&gt;（万人）</figcaption>" in indicator_figure(sly, words)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("0", "0"),
        ("1.0", "1.0"),
        ("7.520", "7.520"),
        ("-0.60", "-0.60"),
        ("140489", "140,489"),
        ("140489.50", "140,489.50"),
    ],
)
def test_a_number_keeps_the_decimals_of_its_source(small_site: Site, words: Speech, value: str, said: str) -> None:
    assert rows_of(indicator_figure(births(small_site, {2025: value}), words)) == [("2025", said)]


def test_a_number_has_the_separators_of_the_language(small_site: Site, words: Speech) -> None:
    german = replace(words, language=replace(words.language, cldr="de"))
    said = indicator_figure(births(small_site, {2025: "140489.50"}, goal("under", "6.20")), german)
    assert rows_of(said) == [("2025", "140.489,50")]
    assert "低于 6,20" in said


@pytest.mark.parametrize(
    ("comparison", "said"),
    [("up_to", "不超过 9.0"), ("under", "低于 9.0"), ("at_least", "不低于 9.0"), ("value", "达到 9.0")],
)
def test_a_target_says_what_it_wants(small_site: Site, words: Speech, comparison: str, said: str) -> None:
    indicator = births(small_site, SERIES["large"], goal(comparison, "9.0"), goal(comparison, "9.0", by=0))
    lines = indicator_figure(indicator, words).split("\n")
    assert lines[lines.index("目标（图中的虚线）：") + 2 :][:2] == [
        f"- 小站计划：到 2030 年 {said}",
        f"- 小站计划：{said}",
    ]


@pytest.mark.parametrize(("grade", "doubt"), [("A", ""), ("B", ""), ("C", UNSURE.msgid)])
def test_a_value_and_a_target_that_are_not_confirmed_say_so(
    small_site: Site, words: Speech, grade: str, doubt: str
) -> None:
    indicator = births(small_site, {}, goal("value", "6", grade=grade))
    said = indicator_figure(replace(indicator, values=series({2025: "5"}, grade)), words)
    assert rows_of(said) == [("2025", f"5{doubt}")]
    assert f"达到 6{doubt}\n" in said


def test_a_figure_ends_with_its_source_and_its_note(small_site: Site, words: Speech) -> None:
    noted = replace(births(small_site, {2025: "5"}), note="估计数。")
    assert indicator_figure(noted, words).endswith("\n\n数据来源：《育儿补贴管理规范》（国发〔2025〕1号） 估计数。")


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        (FIRST, "{value: 902, grade: B}", 6, "“year” is missing"),
        ("year: 2023", "year: 23", 6, "“23” is no year"),
        ("year: 2023", "year: 2023年", 6, "“2023年” is no year"),
        ("by: 2030", "by: soon", 10, "“soon” is no year"),
        (FIRST, "902", 5, "“values” is not a list of mappings"),
        ("value: 902", "value: 1,902", 6, "unknown key “902”"),
        ("value: 902", "value: '1,902'", 6, "“1,902” is no number"),
        ("value: 902", "value: ９０２", 6, "“９０２” is no number"),
        ("grade: B}\n    - {year: 2024", "grade: D}\n    - {year: 2024", 6, "unknown grade “D”"),
        ("at_least: 800", "at_least: 800, under: 900", 10, "a target says one thing"),
        ("at_least: 800, ", "", 10, "a target says one thing"),
    ],
)
def test_an_indicator_that_cannot_be_read_is_told_with_its_line(
    content: Path, old: str, new: str, line: int, says: str
) -> None:
    put(content, FILE, old, new)
    said = form_problems(content)
    assert said[0].startswith(f"{FILE}:{line}: ")
    assert any(says in problem for problem in said), said
