"""The parents as taxpayers: their taxable income before and after deductions, and their own elders."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from calculators.kit.dates import birthday
from calculators.kit.message import Message, _
from calculators.kit.questions import Answers
from calculators.kit.rules import Value
from calculators.tax_deduction.brackets import NOTHING, taxable, to_fen
from calculators.tax_deduction.claims import Claim, Months, TaxYear, months_within

ELDERS = _("赡养老人")
WITH_ELDERS = ("only_child", "equal", "agreed")


def elder_months(age: Value) -> Message:
    """Say in which months the support of elders counts."""
    return _("从老人满 {age}的当月起", age=age.quantity)


@dataclass(frozen=True)
class Payer:
    """A parent or guardian who may deduct; `who` names them in the result."""

    answers: Answers
    year: TaxYear
    who: Message

    @property
    def works(self) -> bool:
        """Whether there is, or may be, income to deduct from."""
        return self.answers.choice("employed") != "no"

    @property
    def income(self) -> Decimal | None:
        """Comprehensive income of the year before tax, 0 without any, None when it is not known."""
        if not self.works:
            return NOTHING
        return self.answers.money("income") if self.answers.known("income") else None

    @property
    def contributions(self) -> Decimal:
        """The payer's own insurance contributions 专项扣除; not known counts as none."""
        return self._given("contributions")

    @property
    def other(self) -> Decimal:
        """Other deductions, such as mortgage interest or rent; not answered counts as none."""
        return self._given("other")

    @property
    def before(self) -> Decimal:
        """What is left of the income before the deductions for children and elders; may be below zero."""
        basic = self.year.rule("basic_deduction").number
        return (self.income or NOTHING) - basic - self.contributions - self.other

    @property
    def guessed(self) -> bool:
        """Whether the tax rests on something the family does not know, or on a doubtful rule."""
        return self.pays and (not self.answers.known("contributions") or self.elders_missing)

    @property
    def elders_missing(self) -> bool:
        """Whether the payer may deduct for elders, but it is not known if or how much."""
        if not self.works:
            return False
        share = self.answers.choice("elders")
        unknown_share = share is None or (share == "agreed" and not self.answers.known("elder_share"))
        return unknown_share or (self.supports and not self.answers.known("elder_birth_date"))

    @property
    def supports(self) -> bool:
        """Whether the payer deducts for own parents."""
        return self.works and self.answers.choice("elders") in WITH_ELDERS

    @property
    def elder_old_enough(self) -> bool | None:
        """Whether the eldest parent is of age in the year, or None when the date of birth is not known."""
        return self._elder_months() is not None if self.answers.known("elder_birth_date") else None

    @cached_property
    def elders(self) -> Claim | None:
        """The deduction for the payer's parents: from the month the eldest of them turns 60."""
        share, months = self._elder_share(), self._elder_months()
        if share is None or months is None or not self.supports:
            return None
        age = self.year.rule("elder_age_from")
        rules = (age, *(self.year.rule(name) for name in ("elder_per_month", "elder_share_up_to", "elder_months")))
        certain = all(rule.certain for rule in rules)
        return Claim(self.who, ELDERS, months, elder_months(age), share, rules, certain)

    def _elder_months(self) -> Months | None:
        if not self.answers.known("elder_birth_date"):
            return None
        turns = birthday(self.answers.day("elder_birth_date"), self.year.rule("elder_age_from").count)
        return months_within(self.year, turns, None)

    @property
    def with_elders(self) -> Decimal:
        """What is left after the payer's own deduction for elders; may be below zero."""
        return self.before - (self.elders.amount if self.elders else NOTHING)

    @property
    def pays(self) -> bool:
        """Whether there is any tax to save."""
        return taxable(self.before) > NOTHING

    def _given(self, name: str) -> Decimal:
        return self.answers.money(name) if self.answers.known(name) else NOTHING

    def _elder_share(self) -> Decimal | None:
        whole = self.year.rule("elder_per_month").number
        match self.answers.choice("elders"):
            case "only_child":
                return whole
            case "equal":
                limit = self.year.rule("elder_share_up_to").number
                return min(limit, to_fen(whole / self.answers.count("siblings")))
            case "agreed" if self.answers.known("elder_share"):
                return self.answers.money("elder_share")
            case _:
                return None
