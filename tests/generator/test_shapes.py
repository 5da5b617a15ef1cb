"""The shapes of a rule's value: those that calculators can read, and no other."""

from __future__ import annotations

import pytest

from generator.records import Faults, parse_yaml
from generator.shapes import UNITS, flaws


def said(text: str, unit: str = "day") -> list[str]:
    """Return what is wrong with a value, with its line: the value begins on line 2."""
    faults = Faults("file.yaml")
    record = parse_yaml(f"from: 2026-01-01\nvalue: {text}\n", faults)
    assert faults.found == []
    return [f"{flaw.line}: {flaw.message} — {flaw.remedy}" for flaw in flaws(record.fields["value"], unit)]


GOOD = [
    ("3600", "CNY"),
    ("0.5", "hour"),
    ("70", "percent"),
    ("3", "child"),
    ("2026-02-28", "date"),
    ("[2026-01-01, 2026-02-16]", "date"),
    ("one_parent", "choice"),
    ("03-01", "choice"),
    ("yes", "yes_no"),
    ("{first: 60, second: 90, third: 90}", "day"),
    ("{second: 90}", "day"),
    ("{first: yes, third: no}", "yes_no"),
    ("{least: 60, most: 82}", "day"),
    ("{least: 60, most: 60}", "day"),
    ("{first: {least: 60, most: 82}, second: 90}", "day"),
    ("[{vaccine: HepB, dose: 1}, {vaccine: BCG}]", "schedule"),
]


@pytest.mark.parametrize(("text", "unit"), GOOD)
def test_a_value_that_a_calculator_can_read_is_no_fault(text: str, unit: str) -> None:
    assert said(text, unit) == []


@pytest.mark.parametrize("unit", UNITS)
def test_null_ends_a_rule_of_any_unit(unit: str) -> None:
    assert said("null", unit) == []


BAD = [
    ("{frist: 60}", "day", "2: unknown birth order “frist” — use first, second, third, or least and most"),
    ("{first: null}", "day", "2: this is no single value of the unit day — write a number"),
    ("{first: [60]}", "day", "2: this is no single value of the unit day"),
    ("{first: {}}", "day", "2: this is no single value of the unit day"),
    ("{}", "day", "2: the value is empty — write it, or null to end the rule"),
    ("{least: 60, mst: 90}", "day", "2: “mst” is no bound — write least and most"),
    ("{least: 60}", "day", "2: “most” is missing — write least and most, and nothing else"),
    ("{least: 90, most: 60}", "day", "2: least, 90, is more than most, 60 — change them round"),
    ("{first: {least: 90, most: 60}}", "day", "2: least, 90, is more than most, 60"),
    ("{least: few, most: 60}", "day", "2: “few” does not go with the unit day"),
    ("{least: 2026-01-01, most: 2026-02-01}", "date", "2: bounds do not go with the unit date"),
    ("[90, 98]", "day", "2: a list does not go with the unit day — write one value; only dates are listed"),
    ("[]", "date", "2: a list does not go with the unit date"),
    ("[2026-01-01, 2026-13-01]", "date", "2: “2026-13-01” does not go with the unit date"),
    ("[2026-01-01, [2026-02-01]]", "date", "2: this is no single value of the unit date"),
    ("20260101", "date", "2: “20260101” does not go with the unit date — write a date such as 2026-03-01"),
    ("1026-01-01", "date", "2: “1026-01-01” does not go with the unit date — write a date such as 2026-03-01, of the"),
    ("maybe", "yes_no", "2: “maybe” does not go with the unit yes_no — write yes or no"),
    ("true", "yes_no", "2: “true” does not go with the unit yes_no"),
    ("one parent", "choice", "2: “one parent” does not go with the unit choice — write a word of small letters"),
    ("02-30", "choice", "2: “02-30” does not go with the unit choice"),
    ("-15", "day", "2: “-15” does not go with the unit day — write a number without separators"),
    ("1,200", "CNY", "2: “1,200” does not go with the unit CNY"),
    ("٣", "day", "2: “٣” does not go with the unit day"),
    ("1.5", "child", "2: “1.5” does not go with the unit child — write a whole number, such as 3"),
    ("'null'", "day", "2: “null” does not go with the unit day"),
    ("90", "schedule", "2: a schedule is a list of rows — start each row"),
    ("[]", "schedule", "2: the schedule has no rows"),
    ("[{dose: 1}, 2]", "schedule", "2: a row of a schedule is keys and texts"),
    ("[{dose: [1, 2]}]", "schedule", "2: a row of a schedule is keys and texts"),
]


@pytest.mark.parametrize(("text", "unit", "flaw"), BAD)
def test_any_other_shape_is_one_fault_with_its_remedy(text: str, unit: str, flaw: str) -> None:
    (found,) = said(text, unit)
    assert found.startswith(flaw)
    assert " — " in found


def test_a_fault_deep_in_a_value_has_its_own_line() -> None:
    assert said("\n  first: 60\n  second: ninety")[0].startswith("4: “ninety” does not go with the unit day")


def test_every_fault_of_a_value_is_told() -> None:
    assert len(said("{frist: 60, second: -1, third: null}")) == 3
