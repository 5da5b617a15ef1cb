"""The plan as frozen data: its clauses, and the indicators by which it is followed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Clause:
    """A clause of one of the two plan documents, said in our words."""

    title: str
    text: str


@dataclass(frozen=True)
class IndicatorValue:
    """An indicator's value of a year, with its grade."""

    year: int
    value: str
    grade: str


@dataclass(frozen=True)
class Target:
    """What a programme wants an indicator to reach by a year: `comparison` is `up_to`, `under`, `at_least` or `value`."""

    by: int
    comparison: str
    value: str
    plan: str
    grade: str


@dataclass(frozen=True)
class Indicator:
    """A number by which the plan is followed: values by year, targets, and where they come from."""

    key: str
    label: str
    unit: str
    source: str
    note: str
    values: tuple[IndicatorValue, ...]
    targets: tuple[Target, ...]
    line: int
