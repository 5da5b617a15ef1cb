"""The conditions by which a measure says whom it is for.

A condition is met, not met, or not known (None). Their names are those of `who` in a
measure's data; their words stand in the result.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from calculators.kit.dates import birthday
from calculators.kit.message import Message, _
from calculators.kit.questions import Answers


@dataclass(frozen=True)
class Condition:
    """One condition: its words, and how it is judged from the answers."""

    text: Message
    met: Callable[[Answers], bool | None]


def _child(from_age: int, under_age: int) -> Callable[[Answers], bool | None]:
    """Judge whether a child is of an age, in full years on the day asked about."""

    def met(answers: Answers) -> bool | None:
        on = answers.day("on")
        births = [child.day("birth_date") for child in answers.rows("children")]
        return any(_within(born, from_age, under_age, on) for born in births)

    return met


def _within(born: date, from_age: int, under_age: int, on: date) -> bool:
    return birthday(born, from_age) <= on < birthday(born, under_age)


def _chosen(question: str, *values: str) -> Callable[[Answers], bool | None]:
    """Judge a choice; «I don't know» is not known."""

    def met(answers: Answers) -> bool | None:
        chosen = answers.choice(question)
        return None if chosen is None else chosen in values

    return met


CONDITIONS: Mapping[str, Condition] = {
    "planning": Condition(_("准备怀孕"), _chosen("expecting", "planning")),
    "pregnant": Condition(_("已经怀孕"), _chosen("expecting", "pregnant")),
    "child_under_1": Condition(_("有不满 1 周岁的孩子"), _child(0, 1)),
    "child_under_3": Condition(_("有不满 3 周岁的孩子"), _child(0, 3)),
    "child_under_4": Condition(_("有不满 4 周岁的孩子"), _child(0, 4)),
    "child_under_7": Condition(_("有不满 7 周岁的孩子"), _child(0, 7)),
    "child_3_to_6": Condition(_("有 3 到 6 周岁的孩子"), _child(3, 7)),
    "child_6_to_15": Condition(_("有 6 到 15 周岁的孩子"), _child(6, 16)),
    "child_3_to_17": Condition(_("有 3 到 17 周岁的孩子"), _child(3, 18)),
    "child": Condition(_("有未成年的孩子"), _child(0, 18)),
    "mother_employed": Condition(_("母亲在单位上班"), _chosen("mother_work", "employed")),
    "father_employed": Condition(_("父亲在单位上班"), _chosen("father_work", "employed")),
    "mother_without_work": Condition(_("母亲目前没有工作"), _chosen("mother_work", "none")),
    "mother_insured": Condition(_("母亲参加了生育保险"), _chosen("mother_insured", "yes")),
    "pays_tax": Condition(_("父母有人缴个人所得税"), _chosen("pays_tax", "yes")),
    "hardship": Condition(_("家里有困难情况"), _chosen("hardship", "yes")),
    "elder": Condition(_("家里有 60 岁以上的老人"), _chosen("elder", "yes")),
}


def either(one: bool | None, other: bool | None) -> bool | None:
    """Judge two alternatives: one that is met is enough.

    >>> either(False, None) is None
    True
    """
    if one or other:
        return True
    return None if one is None or other is None else False
