"""Questions: what each kind of field takes, and how faults name what is wrong."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from calculators.kit.message import Message
from calculators.kit.questions import Kind, Option, Question, read
from calculators.kit.rules import Rules
from tests.calculators.asking import Desk, child, faults


def question(kind: Kind, **other: Any) -> Question:
    return Question(name="asked", kind=kind, label=Message("?"), why=Message("!"), **other)


NOWHERE = Rules({"cn": {}})
DATE = question(Kind.DATE, least=2015, most=2040)
MONEY = question(Kind.MONEY)
COUNT = question(Kind.COUNT, least=1, most=8)
CHOICE = question(Kind.CHOICE, options=(Option("yes", Message("y")),), unknown=True)
PLACE = question(Kind.PLACE)
CHILDREN = question(Kind.LIST, most=10, fields=(COUNT,))


def value_of(asked: Question, raw: object) -> object:
    """Return the value read from a raw answer, which must have no fault."""
    answers, found = read((asked,), {"asked": raw}, NOWHERE)
    assert not found
    return answers.values["asked"]


def wrong(asked: Question, raw: object) -> bool:
    """Tell whether a raw answer is a fault of its own field."""
    found = read((asked,), {"asked": raw}, NOWHERE)[1]
    assert all(fault.field.startswith("asked") and fault.message.msgid for fault in found)
    return bool(found)


@pytest.mark.parametrize(
    "raw",
    [
        *("2025-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "2025-3-1", "2025/03/01", "20250301", "2014-12-31"),
        *("2041-01-01", "0000-01-01", "9999-99-99", "２０２５-０３-０１", "2025-03-01T00:00", "today", "二〇二五年"),
        *("1e3", "2025-W10-1", "-2025-03-01", "2025-03-01\x00"),
    ],
)
def test_a_day_that_does_not_exist_or_is_written_otherwise_is_a_fault(raw: str) -> None:
    assert wrong(DATE, raw)


@pytest.mark.parametrize("raw", ["2024-02-29", "2015-01-01", "2040-12-31", " 2025-03-01 "])
def test_a_day_of_the_calendar_is_read(raw: str) -> None:
    assert value_of(DATE, raw) == date.fromisoformat(raw.strip())


@pytest.mark.parametrize(
    "raw", ["-1", "1,000", "1e6", "12.345", "١٢", "１２", "NaN", "Infinity", "9" * 10, "8000元", "."]
)
def test_money_is_written_with_digits_and_at_most_two_decimals(raw: str) -> None:
    assert wrong(MONEY, raw)


def test_an_absurd_amount_is_a_fault() -> None:
    assert value_of(MONEY, "100000000") == Decimal(100_000_000)
    assert wrong(MONEY, "100000000.01")


@pytest.mark.parametrize(("raw", "value"), [("0", "0"), ("8000.50", "8000.50"), ("007", "7")])
def test_money_is_read_exactly(raw: str, value: str) -> None:
    assert value_of(MONEY, raw) == Decimal(value)


@pytest.mark.parametrize("raw", ["0", "9", "-1", "1.0", "1.5", "99999", "十", "１"])
def test_a_count_is_a_whole_number_within_its_bounds(raw: str) -> None:
    assert wrong(COUNT, raw)


@pytest.mark.parametrize("raw", ["1", "8"])
def test_the_bounds_of_a_count_belong_to_it(raw: str) -> None:
    assert value_of(COUNT, raw) == int(raw)


@pytest.mark.parametrize("asked", [DATE, MONEY, COUNT, CHOICE, PLACE], ids=lambda asked: str(asked.kind))
@pytest.mark.parametrize("raw", [1, 1.5, True, ["1"], {"a": "1"}, "x" * 65], ids=repr)
def test_an_answer_of_another_type_is_a_fault(asked: Question, raw: object) -> None:
    assert wrong(asked, raw)


@pytest.mark.parametrize("raw", ["1", 1, {"asked": "1"}, ["1"], [["1"]], [None], [{"asked": "1"}, 2]], ids=repr)
def test_children_are_a_list_of_answers(raw: object) -> None:
    assert wrong(CHILDREN, raw)


@pytest.mark.parametrize("raw", [None, "", []], ids=repr)
def test_no_answer_is_a_fault_unless_the_question_is_optional(raw: object) -> None:
    assert wrong(COUNT, raw)
    assert value_of(question(Kind.COUNT, least=1, most=8, optional=True), raw) is None


def test_i_do_not_know_is_an_answer_only_where_the_question_says_so() -> None:
    assert value_of(CHOICE, "unknown") is None
    assert wrong(COUNT, "unknown")


def test_no_children_and_too_many_children_are_faults(desk: Desk) -> None:
    assert faults(desk.family(on="2026-11-23")) == ["children"]
    assert faults(desk.family(*[child("2026-02-10")] * 30, on="2026-11-23")) == ["children"]
    assert faults(desk.family(*[child("2026-02-10")] * 10, on="2026-11-23")) == []


def test_a_fault_names_the_child_and_its_field(desk: Desk) -> None:
    family = child("2026-02-10"), child("2026-02-30")
    assert faults(desk.family(*family, on="2026-11-23")) == ["children.1.birth_date"]


def test_every_fault_is_found_at_once(desk: Desk) -> None:
    given = desk.family(child("2026-02-30", order="tenth"), on="tomorrow", place="atlantis")
    assert faults(given) == ["place", "children.0.birth_date", "children.0.order", "on"]


def test_a_name_that_no_question_has_is_a_fault(desk: Desk) -> None:
    assert faults(desk.birth(birthdate="2026-03-01")) == ["birthdate"]
    assert faults(desk.family(child("2026-02-10", name="x"), on="2026-11-23")) == ["children.0.name"]


@pytest.mark.parametrize("place", ["cn/", "CN", "cn/beijing/", "", "../cn", "cn/zhejiang/atlantis"])
def test_a_place_without_rules_is_a_fault(desk: Desk, place: str) -> None:
    assert faults(desk.birth(place=place)) == ["place"]
