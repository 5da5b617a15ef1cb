"""Figures: a placeholder becomes the value in force, in words, and says when it is not sure."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from babel.messages.catalog import Catalog

from calculators.kit.wording import UNSURE
from generator.figures import Figure, fault_of, fill, parse_figure, placeholders, rules_here, rules_json, word
from generator.model import Site
from tests.generator.small import words_of

DAY = date(2026, 11, 23)


def filled(site: Site, inside: str, tag: str = "zh-Hans") -> str:
    return fill(f"a {{{{ {inside} }}}} b", rules_here(site), words_of(site, tag))[2:-2]


@pytest.mark.parametrize(
    ("inside", "chinese", "english"),
    [
        ("rule.childcare-subsidy.annual_amount", "3,600 元", "3,600 元"),
        ("rule.childcare-subsidy.annual_amount | number", "3,600", "3,600"),
        ("rule.childcare-subsidy.born_from", "2022年1月1日", "1 January 2022"),
        ("rule.leave.maternity_days", "98 天", "98 天"),
        ("rule.leave.bonus_leave.first", "60 天", "60 天"),
        ("rule.leave.bonus_leave.second|number", "90", "90"),
        ("rule.leave.maternity_days.second", "98 天", "98 天"),
        ("rule.leave.parental_days_per_year", "10 至 12 天", "10 至 12 天"),
        ("site.plan_year", "2026", "2026"),
    ],
)
def test_a_placeholder_becomes_the_value_in_the_words_of_the_page(
    small_site: Site, inside: str, chinese: str, english: str
) -> None:
    assert filled(small_site, inside) == chinese
    assert filled(small_site, inside, "en") == english


def test_a_value_that_is_not_confirmed_says_whom_to_ask(small_site: Site) -> None:
    assert filled(small_site, "rule.leave.paternity_leave") == f"15 天{UNSURE.msgid}"
    assert filled(small_site, "rule.leave.paternity_leave | number") == f"15{UNSURE.msgid}"


def test_a_unit_follows_the_plural_of_the_language(small_site: Site) -> None:
    messages = Catalog(locale="en")
    messages.add(("{n} 天", "{n} 天"), ("{n} day", "{n} days"))
    words = replace(words_of(small_site, "en"), messages=messages)
    value = rules_here(small_site).on("leave.maternity_days", DAY)
    assert [word(replace(value, value=number), words) for number in ("1", "2")] == ["1 day", "2 days"]


def test_the_value_is_the_one_in_force_on_the_day_of_the_edition(small_site: Site) -> None:
    earlier = replace(small_site, edition=date(2000, 1, 1))
    assert filled(earlier, "rule.leave.maternity_days") == "90 天"


def test_tables_and_unknown_placeholders_stay(small_site: Site) -> None:
    assert filled(small_site, "table.leave-by-place") == "{{ table.leave-by-place }}"


def test_placeholders_are_found_with_their_lines() -> None:
    assert list(placeholders("{{a}} {{ b }}\n\n{{ c|d }}")) == [(0, "a"), (0, "b"), (2, "c|d")]


def test_a_placeholder_is_read_into_its_parts() -> None:
    assert parse_figure("rule.leave.bonus_leave.third|number") == Figure("leave", "bonus_leave", "third", True)
    assert parse_figure("rule.leave.bonus_leave") == Figure("leave", "bonus_leave", None, False)


@pytest.mark.parametrize(
    "inside", ["rule.leave", "rule.leave.days.fourth", "rule.leave.days | money", "leave.days", "rule.Leave.days", ""]
)
def test_other_words_in_braces_are_no_figure(inside: str) -> None:
    assert parse_figure(inside) is None


@pytest.mark.parametrize(
    ("inside", "fault"),
    [
        ("rule.leave.maternity_days", ""),
        ("rule.leave.bonus_leave.second", ""),
        ("rule.leave.parental_days_per_year", ""),
        ("rule.leave.days", "unknown rule “leave.days”"),
        ("rule.leave.bonus_leave", "rule “leave.bonus_leave” differs by birth order (first, second, third)"),
    ],
)
def test_what_is_wrong_with_a_placeholder_is_said(small_site: Site, inside: str, fault: str) -> None:
    figure = parse_figure(inside)
    assert figure is not None
    assert fault_of(figure, rules_here(small_site), DAY) == fault


def test_a_rule_that_ended_has_no_value(small_site: Site) -> None:
    figure = Figure("leave", "parental_until_age", None, False)
    fault = fault_of(figure, rules_here(small_site), date(2030, 1, 1))
    assert fault == "rule “leave.parental_until_age” has no value on 2030-01-01"


def test_the_rules_travel_as_json_with_everything_behind_them(small_site: Site) -> None:
    places = json.loads(rules_json(small_site))["places"]
    assert places["cn/zhejiang"]["leave.paternity_leave"] == [
        {
            "from": "2021-11-25",
            "value": "15",
            "unit": "day",
            "source": "leave-regulation",
            "article": "",
            "grade": "C",
        }
    ]
    assert places["cn/zhejiang"]["leave.parental_until_age"][0]["from"] is None


def test_the_rules_as_json_do_not_depend_on_the_order_of_files(small_site: Site) -> None:
    turned = replace(small_site, places=dict(reversed(list(small_site.places.items()))))
    assert rules_json(turned) == rules_json(small_site)
