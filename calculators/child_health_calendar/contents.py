"""What is done at each visit: the usual check, and the tests that rules set for some ages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce

from calculators.child_health_calendar.child import TOPIC
from calculators.child_health_calendar.words import CONTENTS, LABELS, TCM, TCM_GUIDANCE, TESTS, USUAL
from calculators.kit.message import Message, _
from calculators.kit.result import Step
from calculators.kit.rules import PlaceRules, Value


@dataclass(frozen=True)
class Examination:
    """A test: what it is called, its words at each visit that has it, and the rule that says so."""

    label: Message
    at: Mapping[str, Message]
    rule: Value


def examinations(here: PlaceRules, on: date) -> tuple[Examination, ...]:
    """Return the tests that the rules of a place set on a day, guidance in Chinese medicine last."""
    found = [
        Examination(label, {row["visit"]: label for row in rows(rule)}, rule)
        for name, label in TESTS.items()
        if (rule := here.find(f"{TOPIC}.{name}", on))
    ]
    if tcm := here.find(f"{TOPIC}.tcm", on):
        found.append(Examination(TCM_GUIDANCE, {row["visit"]: TCM[row["teaches"]] for row in rows(tcm)}, tcm))
    return tuple(found)


def contents(here: PlaceRules, on: date) -> Mapping[str, Message]:
    """Return what is done at each visit, in the order of age."""
    every = examinations(here, on)
    return {
        name: reduce(_and, (test.at[name] for test in every if name in test.at), CONTENTS.get(name, USUAL))
        for name in LABELS
    }


def examination_steps(here: PlaceRules, on: date, left: tuple[str, ...]) -> tuple[Step, ...]:
    """Say of each test at which of the visits that are left it is done, with its rule."""
    found = ((test, [LABELS[name] for name in left if name in test.at]) for test in examinations(here, on))
    return tuple(
        Step(_("{test}：{visits}", test=test.label, visits=reduce(_listed, visits)), (test.rule,))
        for test, visits in found
        if visits
    )


def _and(one: Message, other: Message) -> Message:
    return _("{one}；{other}", one=one, other=other)


def _listed(one: Message, other: Message) -> Message:
    return _("{one}、{other}", one=one, other=other)


def rows(rule: Value) -> list[Mapping[str, str]]:
    """Return the rows of a schedule."""
    assert isinstance(rule.value, list)
    return rule.value
