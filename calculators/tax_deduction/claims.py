"""Which months of a tax year can be deducted for a child, and how much.

Care of a child under 3: from the month of birth until the month before the third birthday.
Education: from the month of the third birthday until the month full-time education ends
(操作办法, article 3). So a child has no month twice and none missing, and each twin counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from calculators.kit.dates import add_months, birthday, months_from
from calculators.kit.message import Message, _
from calculators.kit.questions import Answers
from calculators.kit.rules import PlaceRules, Value

TOPIC = "tax"
CARE, EDUCATION = _("3 岁以下婴幼儿照护"), _("子女教育")


def care_months(age: Value) -> Message:
    """Say in which months care counts."""
    return _("从出生当月起，到满 {age}的前一个月", age=age.quantity)


def education_months(age: Value) -> Message:
    """Say in which months education counts."""
    return _("从满 {age}的当月起，到全日制教育结束的当月", age=age.quantity)


@dataclass(frozen=True)
class TaxYear:
    """A tax year, with the rules of its first day: the standards hold for whole years."""

    year: int
    here: PlaceRules

    @property
    def first(self) -> date:
        """1 January."""
        return date(self.year, 1, 1)

    @property
    def last(self) -> date:
        """The first day of December, which stands for the month."""
        return date(self.year, 12, 1)

    def rule(self, name: str) -> Value:
        """Return a rule of the year."""
        return self.here.on(f"{TOPIC}.{name}", self.first)

    def find(self, name: str) -> Value | None:
        """Return a rule of the year, or None before it was made."""
        return self.here.find(f"{TOPIC}.{name}", self.first)

    def day(self, name: str, year: int) -> date:
        """Return a day that the law fixes for every year, such as 03-01, in a year."""
        return date.fromisoformat(f"{year}-{self.rule(name).text}")


@dataclass(frozen=True)
class Months:
    """A run of months, both included; each is written as its first day."""

    first: date
    last: date

    @property
    def count(self) -> int:
        """How many months."""
        return months_from(self.first, self.last)


def months_within(year: TaxYear, first: date, last: date | None) -> Months | None:
    """Return the months of a tax year from the month of a day until that of another one, or None."""
    begins = max(first.replace(day=1), year.first)
    ends = min((last or year.last).replace(day=1), year.last)
    return Months(begins, ends) if begins <= ends else None


@dataclass(frozen=True)
class Claim:
    """One deduction of a year: for whom, for what, in which months and why, and by which rules."""

    who: Message
    item: Message
    months: Months
    why: Message
    per_month: Decimal
    rules: tuple[Value, ...]
    certain: bool

    @property
    def amount(self) -> Decimal:
        """The deduction of the whole year."""
        return self.per_month * self.months.count


@dataclass(frozen=True)
class Child:
    """A child in a tax year; `who` names it in the result and `key` in calendar programs."""

    answers: Answers
    year: TaxYear
    who: Message
    key: str

    @property
    def born(self) -> date:
        """The child's date of birth, or the due date."""
        return self.answers.day("birth_date")

    @property
    def turns_three(self) -> date:
        """The first day of the month in which education begins."""
        return self._month_of_age(self.year.rule("education_age_from"))

    @property
    def ended(self) -> date | None:
        """The day full-time education ended, where it has."""
        return self.answers.day("education_ended") if self.answers.known("education_ended") else None

    @property
    def stage_missing(self) -> bool:
        """Whether a child of 3 or more has months that hang on the stage of education, which is not known."""
        return self.answers.choice("stage") is None and self._education() is not None

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The deductions of the year, care before education."""
        return tuple(claim for claim in (self._care(), self._education()) if claim)

    def _month_of_age(self, age: Value) -> date:
        return birthday(self.born, age.count).replace(day=1)

    def _care(self) -> Claim | None:
        per_month = self.year.find("childcare_per_month")
        if per_month is None:
            return None
        age = self.year.rule("childcare_age_under")
        months = months_within(self.year, self.born, add_months(self._month_of_age(age), -1))
        if months is None:
            return None
        rules = (per_month, age, self.year.rule("childcare_months"))
        return Claim(self.who, CARE, months, care_months(age), per_month.number, rules, _certain(rules))

    def _education(self) -> Claim | None:
        per_month = self.year.rule("education_per_month")
        months = months_within(self.year, self.turns_three, self.ended)
        if months is None:
            return None
        age = self.year.rule("education_age_from")
        rules = (per_month, age, self.year.rule("education_months"))
        certain = self.answers.choice("stage") is not None and _certain(rules)
        return Claim(self.who, EDUCATION, months, education_months(age), per_month.number, rules, certain)


def _certain(rules: tuple[Value, ...]) -> bool:
    return all(rule.certain for rule in rules)
