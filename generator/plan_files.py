"""Reading the plan: its clauses, and the indicators by which it is followed."""

from __future__ import annotations

import re

from generator.plan_model import Clause, Indicator, IndicatorValue, Target
from generator.records import Record
from generator.rulebook import GRADES

COMPARISONS = ("up_to", "under", "at_least", "value")
_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_YEAR = re.compile(r"(19|20)\d\d")


def read_clause(_key: str, record: Record) -> Clause:
    """Read a clause of `plan/clauses.yaml`: its title, and what it sets out to do."""
    record.only("title", "text")
    return Clause(record.text("title"), record.text("text"))


def read_indicator(key: str, record: Record) -> Indicator:
    """Read an indicator of `plan/indicators.yaml`: values by year, targets, source."""
    record.only("label", "unit", "source", "note", "values", "targets")
    return Indicator(
        key=key,
        label=record.text("label"),
        unit=record.text("unit"),
        source=record.text("source"),
        note=record.text("note", ""),
        values=tuple(_value(value) for value in record.records("values")),
        targets=tuple(_target(target) for target in record.records("targets")),
        line=record.line(),
    )


def _value(record: Record) -> IndicatorValue:
    record.only("year", "value", "grade")
    return IndicatorValue(_year(record, "year"), _number(record, "value"), _grade(record))


def _target(record: Record) -> Target:
    record.only("by", *COMPARISONS, "plan", "grade")
    named = [name for name in COMPARISONS if name in record.fields]
    if len(named) != 1:
        record.faults.add(record.line(), "a target says one thing", f"write one of {', '.join(COMPARISONS)}")
    comparison = named[0] if named else "value"
    return Target(
        by=_year(record, "by") if "by" in record.fields else 0,
        comparison=comparison,
        value=_number(record, comparison),
        plan=record.text("plan"),
        grade=_grade(record),
    )


def _grade(record: Record) -> str:
    grade = record.text("grade")
    if grade and grade not in GRADES:
        record.faults.add(record.line("grade"), f"unknown grade “{grade}”", "use A, B or C")
    return grade


def _number(record: Record, key: str) -> str:
    text = record.text(key)
    if text and not _NUMBER.fullmatch(text):
        record.faults.add(record.line(key), f"“{text}” is no number", "write it with digits, such as 14.5")
    return text


def _year(record: Record, key: str) -> int:
    text = record.text(key)
    if not _YEAR.fullmatch(text):
        record.faults.add(record.line(key), f"“{text}” is no year", "write it as 2026")
        return 0
    return int(text)
