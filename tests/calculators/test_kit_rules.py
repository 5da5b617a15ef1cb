"""Dated rules of places within places, and counting days and months."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from calculators.kit.dates import add_months, birthday, last_day, months_from
from calculators.kit.message import Quantity, Span
from calculators.kit.rules import NoValueError, Rules, Value
from tests.calculators.asking import Desk, child, faults


def rules_of(places: dict[str, dict[str, list[dict[str, object]]]]) -> Rules:
    return Rules.from_json(json.dumps({"places": places}))


def value(start: str | None, what: object, unit: str = "day", grade: str = "A") -> dict[str, object]:
    return {"from": start, "value": what, "unit": unit, "source": "law", "grade": grade}


LAYERED = rules_of(
    {
        "cn": {"leave.days": [value("2020-01-01", "98"), value("2024-01-01", "100")]},
        "cn/province": {"leave.days": [value("2022-01-01", "3", "month"), value("2023-01-01", None)]},
        "cn/province/city": {"leave.days": [value("2025-01-01", "120"), value("2026-01-01", None)]},
        "cn/province/town": {},
        "cn/island": {"leave.days": [value(None, "90")]},
    }
)


def in_force(place: str, day: str) -> tuple[str, str] | None:
    """Return the value in force and its unit."""
    found = LAYERED.at(place).find("leave.days", date.fromisoformat(day))
    return (found.text, found.unit) if found else None


def test_there_is_no_value_before_the_first_day() -> None:
    assert in_force("cn", "2019-12-31") is None
    assert in_force("cn", "2020-01-01") == ("98", "day")


def test_a_new_value_counts_from_its_first_day() -> None:
    assert in_force("cn", "2023-12-31") == ("98", "day")
    assert in_force("cn", "2024-01-01") == ("100", "day")


def test_a_value_without_a_known_start_counts_on_any_day() -> None:
    assert in_force("cn/island", "1990-01-01") == ("90", "day")


def test_a_city_comes_before_its_province_and_a_province_before_the_country() -> None:
    assert in_force("cn/province/city", "2025-06-01") == ("120", "day")
    assert in_force("cn/province/city", "2022-06-01") == ("3", "month")
    assert in_force("cn/province/town", "2022-06-01") == ("3", "month")
    assert in_force("cn/province/city", "2021-06-01") == ("98", "day")


def test_two_values_of_one_rule_may_have_two_units() -> None:
    assert in_force("cn/province", "2021-12-31") == ("98", "day")
    assert in_force("cn/province", "2022-01-01") == ("3", "month")


def test_where_a_places_own_value_ended_the_one_around_it_holds_again() -> None:
    assert in_force("cn/province", "2023-01-01") == ("98", "day")
    assert in_force("cn/province/city", "2026-01-01") == ("100", "day")


def test_asking_for_a_value_that_is_not_there_says_when_one_begins() -> None:
    with pytest.raises(NoValueError, match="no value on 2019-12-31") as caught:
        LAYERED.at("cn").on("leave.days", date(2019, 12, 31))
    assert caught.value.begins == date(2020, 1, 1)


def test_an_unknown_place_has_no_rules() -> None:
    with pytest.raises(KeyError):
        LAYERED.at("cn/atlantis")


def test_a_value_by_order_is_told_apart_and_a_range_is_not() -> None:
    by_order = Value("r", "cn", None, {"first": "60", "second": "90"}, "day", "law", "", "A")
    bounds = Value("r", "cn", None, {"least": "60", "most": "82"}, "day", "law", "", "A")
    assert by_order.of("second").number == 90
    assert by_order.of("third").value is None
    assert bounds.of("second") is bounds
    assert bounds.least == 60
    assert bounds.extent == Span(Quantity(Decimal(60), "day"), Quantity(Decimal(82), "day"))


def test_only_a_value_of_grade_c_is_uncertain() -> None:
    assert [Value("r", "cn", None, "1", "day", "law", "", grade).certain for grade in "ABC"] == [True, True, False]


def test_a_day_without_rules_is_a_fault_in_words(desk: Desk) -> None:
    given = desk.family(child("2024-06-10"), on="2024-12-31")
    assert faults(given) == [""]
    assert "2025年1月1日" in given["faults"][0]["text"]


def test_months_end_on_the_last_day_of_a_short_month() -> None:
    assert add_months(date(2023, 11, 30), 3) == date(2024, 2, 29)
    assert add_months(date(2026, 12, 31), 2) == date(2027, 2, 28)
    assert birthday(date(2024, 2, 29), 4) == date(2028, 2, 29)


def test_a_leave_of_one_day_ends_on_the_day_it_begins() -> None:
    assert last_day(date(2026, 3, 1), 1) == date(2026, 3, 1)


def test_a_month_that_is_only_touched_counts() -> None:
    assert months_from(date(2025, 1, 1), date(2025, 1, 1)) == 1
    assert months_from(date(2025, 1, 31), date(2025, 2, 1)) == 2
