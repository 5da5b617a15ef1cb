"""The household as the other calculators see it: its births, its children, its parents' work."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import groupby

from calculators.kit.dates import birthday
from calculators.kit.household import ORDERS
from calculators.kit.message import Message, _
from calculators.kit.questions import UNKNOWN, Answer, Answers

type Raw = dict[str, object]
"""Answers as text, as a form sends them."""


@dataclass(frozen=True)
class Child:
    """A child of the household, born or expected, with its answers as text.

    `number` counts those of one birth, and is 0 for a child born alone.
    """

    born: date
    raw: Raw
    expected: bool = False
    number: int = 0

    @property
    def who(self) -> Message:
        """How the child is called in the plan."""
        who = _("预产期 {born}的孩子", born=self.born) if self.expected else _("{born}出生的孩子", born=self.born)
        return _("{who}（{number}）", who=who, number=self.number) if self.number else who

    def under(self, age: int, on: date) -> bool:
        """Tell whether the child is not yet of an age on a day."""
        return on < birthday(self.born, age)


@dataclass(frozen=True)
class Birth:
    """One birth of one or more children to the mother."""

    born: date
    order: str
    babies: int


@dataclass(frozen=True)
class Household:
    """The answers, read."""

    answers: Answers

    @property
    def on(self) -> date:
        """The day asked about."""
        return self.answers.day("on")

    @property
    def place(self) -> str:
        """Where the children's hukou is."""
        return self.answers.text("place")

    @property
    def work_place(self) -> str:
        """Where the parents work and are insured."""
        return self.answers.choice("work_place") or self.place

    @property
    def pregnant(self) -> bool:
        """Whether a child is expected."""
        return self.answers.choice("expecting") == "pregnant"

    @property
    def mother_employed(self) -> str:
        """Whether the mother has an employer, as the leave calculator asks it."""
        insurance = self.answers.choice("insurance")
        return UNKNOWN if insurance is None else "yes" if insurance in ("employed", "not_insured") else "no"

    @property
    def children(self) -> list[Child]:
        """Every child, the eldest first, and those expected last."""
        born = [Child(row.day("birth_date"), as_text(row)) for row in self.answers.rows("children")]
        return _numbered(sorted(born, key=_age)) + _numbered(self._expected())

    @property
    def births(self) -> list[Birth]:
        """Every birth to the mother; children born on one day are one birth, adopted ones none."""
        own = [child for child in self.children if child.raw["arrival"] == "born"]
        births = []
        for born, together in groupby(own, key=lambda child: child.born):
            siblings = list(together)
            births.append(Birth(born, _least_order(siblings), len(siblings)))
        return births

    def _expected(self) -> list[Child]:
        if not self.pregnant:
            return []
        due, babies = self.answers.day("due_date"), self.answers.count("babies")
        return [
            Child(due, _newborn(due, _order_after(self.answers.choice("order"), index)), expected=True)
            for index in range(babies)
        ]

    def known(self, *names: str) -> Raw:
        """Return some of the answers as text; those that were not asked are left out."""
        return as_text(Answers({name: self.answers.values[name] for name in names if name in self.answers.values}))


def _age(child: Child) -> tuple[date, str]:
    """Sort by birth, then by the other answers: the form's order never matters."""
    return child.born, str(child.raw)


def _numbered(children: list[Child]) -> list[Child]:
    """Give a number to children that share a day of birth."""
    days = Counter(child.born for child in children)
    seen: Counter[date] = Counter()
    found = []
    for child in children:
        seen[child.born] += 1
        found.append(replace(child, number=seen[child.born]) if days[child.born] > 1 else child)
    return found


def as_text(answers: Answers) -> Raw:
    """Turn answers back into what a form sends; «I don't know» stays unknown."""
    return {name: _text(value) for name, value in answers.values.items()}


def _text(value: Answer) -> object:
    match value:
        case None:
            return UNKNOWN
        case date():
            return value.isoformat()
        case Decimal():
            return f"{value:f}"
        case tuple():
            return [as_text(row) for row in value]
        case _:
            return str(value)


def _newborn(due: date, order: str) -> Raw:
    return {
        "birth_date": due.isoformat(), "order": order, "sex": UNKNOWN, "hukou": "not_yet", "arrival": "born",
        "claimed": "no", "shots": "none", "schooling": "not_yet",
    }  # fmt: skip


def _order_after(order: str | None, index: int) -> str:
    """Return the birth order of a further baby of the same birth."""
    names = [option.value for option in ORDERS]
    return UNKNOWN if order is None else names[min(names.index(order) + index, len(names) - 1)]


def _least_order(siblings: list[Child]) -> str:
    names = [option.value for option in ORDERS]
    known = [str(child.raw["order"]) for child in siblings if child.raw["order"] in names]
    return min(known, key=names.index) if len(known) == len(siblings) else UNKNOWN
