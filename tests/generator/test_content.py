"""The content folder as the model: what stands in the files, and nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.content import read_site
from generator.model import Citation, Site
from generator.page_files import split_front_matter
from tests.generator.small import CONTENT, LEAVE_CHINESE, LEAVE_ENGLISH, ZHEJIANG_LEAVE, form_problems, put


def test_the_small_site_has_no_problems() -> None:
    assert form_problems(CONTENT) == []


def test_the_site_says_who_where_and_for_which_day(small_site: Site) -> None:
    assert small_site.title == "小站"
    assert (small_site.place, small_site.edition) == ("cn/zhejiang", date(2026, 11, 23))
    assert (small_site.address, small_site.office.telephone) == ("https://small.example/guide/", "12345")


def test_the_first_language_is_the_source(small_site: Site) -> None:
    assert [language.tag for language in small_site.languages] == ["zh-Hans", "zh-Hant", "en"]
    assert small_site.source_language.tag == "zh-Hans"
    assert [language.converted for language in small_site.languages] == [False, True, False]
    assert [language.cldr for language in small_site.languages] == ["zh-Hans", "zh-Hant", "en-001"]


def test_groups_keep_the_order_of_the_file(content: Path) -> None:
    (content / "groups.yaml").write_text("leave: 假期\nmoney: 补贴\n", encoding="utf-8")
    assert list(read_site(content)[0].groups) == ["leave", "money"]


def test_a_measure_is_named_by_its_folders(small_site: Site) -> None:
    measure = small_site.measure("childcare-subsidy")
    assert (measure.group, measure.slug, measure.path) == ("money", "childcare-subsidy", "money/childcare-subsidy")
    assert measure.citations == (Citation("subsidy-norm", "第五条", 7),)
    assert measure.review_by == date(2027, 3, 31)


def test_a_text_knows_where_its_body_and_its_blocks_start(small_site: Site) -> None:
    text = small_site.measure("maternity-leave").texts["zh-Hans"]
    lines = (CONTENT / LEAVE_CHINESE).read_text(encoding="utf-8").split("\n")
    assert text.body.split("\n")[0] == lines[text.body_line - 1]
    assert [block.anchor for block in text.blocks] == ["head", "intro", "length"]
    assert all(lines[block.line - 1] == block.text.split("\n")[0] for block in text.blocks[2:])
    assert list(text.glance) == ["who", "amount", "apply", "documents", "deadline", "ask"]


def test_a_translation_says_what_it_was_made_from(small_site: Site) -> None:
    texts = small_site.measure("maternity-leave").texts
    assert texts["en"].made_from == {block.anchor: block.digest for block in texts["zh-Hans"].blocks}
    assert (texts["en"].drafted_by, texts["en"].reviewed) == ("machine", {})


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(content: Path) -> None:
    before = read_site(content)[0].measure("maternity-leave").texts
    for file in (LEAVE_ENGLISH, LEAVE_CHINESE):
        path = content / file
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_site(content)[0].measure("maternity-leave").texts == before


def test_places_nest_as_their_folders_do(small_site: Site) -> None:
    assert list(small_site.places) == ["cn", "cn/zhejiang"]
    assert small_site.places["cn/zhejiang"].code == "330000"
    assert "leave.bonus_leave" not in small_site.places["cn"].rules


def test_a_rule_keeps_its_values_with_their_lines(small_site: Site) -> None:
    rule = small_site.places["cn"].rules["leave.maternity_days"]
    assert [(value.start, value.value, value.line) for value in rule.values] == [
        (date(1988, 9, 1), "90", 5),
        (date(2012, 4, 28), "98", 10),
    ]
    assert (rule.unit, rule.line, rule.file) == ("day", 1, "places/cn/rules/leave.yaml")


def test_a_value_may_tell_birth_orders_apart_have_bounds_or_end(small_site: Site) -> None:
    rules = small_site.places["cn/zhejiang"].rules
    assert rules["leave.bonus_leave"].values[0].value == {"first": "60", "second": "90", "third": "90"}
    assert rules["leave.parental_days_per_year"].values[0].value == {"least": "10", "most": "12"}
    assert rules["leave.parental_until_age"].values[0].start is None
    assert rules["leave.parental_until_age"].values[1].value is None


def test_a_rule_takes_unit_and_label_from_the_place_around(content: Path) -> None:
    value = "{from: 2027-01-01, value: 100, source: leave-regulation, grade: A, checked: 2026-11-23}"
    put(content, ZHEJIANG_LEAVE, "bonus_leave:\n", f"maternity_days:\n  values:\n    - {value}\n\nbonus_leave:\n")
    site, problems = read_site(content)
    assert problems == []
    rule = site.places["cn/zhejiang"].rules["leave.maternity_days"]
    assert (rule.unit, rule.label) == ("day", "国家规定的产假")
    assert rule.values[0].unit == "day"


def test_the_outermost_rule_needs_a_label_and_a_unit(content: Path) -> None:
    put(content, ZHEJIANG_LEAVE, "  label: 延长的产假\n  unit: day\n", "")
    problems = form_problems(content)
    assert [problem.split(" — ")[0] for problem in problems] == [
        f"{ZHEJIANG_LEAVE}:1: “label” is missing or not text",
        f"{ZHEJIANG_LEAVE}:1: “unit” is missing or not text",
    ]


def test_cases_keep_answers_as_text(small_site: Site) -> None:
    (case,) = small_site.cases_of("leave")
    assert (case.key, case.on_page, case.source) == ("second-child", True, "")
    assert case.answers["babies"] == "1"
    assert case.answers["mother_employed"] == "yes"


@pytest.mark.parametrize("text", ["body only", "---\ntitle: a\nno end", "\n---\na: 1\n---\n"])
def test_a_text_without_front_matter_is_all_body(text: str) -> None:
    assert split_front_matter(text) == ("", text, 1)


def test_a_rule_line_in_the_body_does_not_end_it() -> None:
    assert split_front_matter("---\na: 1\n---\nb\n---\nc") == ("a: 1", "b\n---\nc", 4)
