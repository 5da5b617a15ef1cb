"""How much is paid for a child, split over the years in which it is claimed.

Management norm 国卫办人口发〔2025〕24号, articles 12 and 14; whole years come before the
remaining months (问答, 普陀区; 辽宁; 江西).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators.kit.dates import birthday, end_of_year, months_from
from calculators.kit.message import Message
from calculators.kit.questions import Answers
from calculators.kit.result import Standing
from calculators.kit.rules import PlaceRules, Value

TOPIC = "childcare-subsidy"


@dataclass(frozen=True)
class Child:
    """A child of the family, with the rules of the place on the day asked about.

    `who` names the child in the result, `key` in calendar programs.
    """

    answers: Answers
    here: PlaceRules
    on: date
    who: Message
    key: str

    def rule(self, name: str) -> Value:
        """Return a rule of the subsidy in force on the day asked about."""
        return self.here.on(f"{TOPIC}.{name}", self.on)

    def of_birth(self, name: str) -> Value | None:
        """Return a local rule in force on the day of birth, for the child's order, if there is one."""
        value = self.here.find(f"{TOPIC}.{name}", self.born)
        value = value.of(self.order) if value else None
        return value if value and value.value is not None else None

    @property
    def born(self) -> date:
        """The child's date of birth, or the due date."""
        return self.answers.day("birth_date")

    @property
    def order(self) -> str:
        """The order that rules by birth order go by; not known counts as the first, the least."""
        chosen = self.answers.choice("order") or "first"
        return "third" if chosen == "later" else chosen

    @property
    def order_missing(self) -> bool:
        """Whether the amount goes by the birth order (济南) and the order is not known."""
        return self.answers.choice("order") is None and isinstance(self.rule("annual_amount").value, Mapping)

    @property
    def in_time(self) -> bool:
        """Whether the child is young enough for the scheme at all (norm, article 5)."""
        return self.born >= self.rule("born_from").day

    @property
    def full_years(self) -> bool:
        """Whether full yearly payments are due, with no counting of months (norm, article 14)."""
        return self.born >= self.rule("full_years_for_births_from").day

    @property
    def months(self) -> int:
        """Months paid to a child born earlier: a month begun counts (湖北 鄂卫发〔2025〕23号)."""
        third_birthday = birthday(self.born, self.rule("age_under").count)
        return months_from(self.rule("scheme_begins").day, third_birthday)

    @property
    def first_claimed(self) -> int | None:
        """The year of the first claim, or None when nothing was claimed yet."""
        return self.answers.count("first_claimed") if self.answers.choice("claimed") == "yes" else None

    @property
    def last_first_claim(self) -> date:
        """The last day for the first claim (norm, article 12)."""
        if not self.full_years:
            return self.rule("first_claim_until_for_earlier_births").day
        return end_of_year(self.born.year + self.rule("first_claim_up_to_years_after_birth").count)

    @property
    def late(self) -> bool:
        """Whether the first claim of a child paid by full years would come too late."""
        claim = end_of_year(self.first_claimed) if self.first_claimed else self.on
        return self.full_years and claim > self.last_first_claim


@dataclass(frozen=True)
class Claim:
    """What is claimed in one calendar year."""

    year: int
    months: int
    amount: Decimal
    rule: Value
    opens: date

    @property
    def closes(self) -> date:
        """The last day of the year's claims."""
        return end_of_year(self.year)


def claims(child: Child) -> tuple[Claim, ...]:
    """Return the yearly claims of a child, first to last; none when not in time or late."""
    if not child.in_time or child.late:
        return ()
    months = 12 * child.rule("payments").count if child.full_years else child.months
    first = _first_year(child)
    return tuple(_claim(child, first + index, min(12, months - 12 * index)) for index in range(-(-months // 12)))


def _first_year(child: Child) -> int:
    if not child.full_years:
        return child.rule("scheme_begins").day.year
    return child.first_claimed or max(child.on.year, child.born.year)


def _claim(child: Child, year: int, months: int) -> Claim:
    rule = child.here.on(f"{TOPIC}.annual_amount", date(year, 1, 1)).of(child.order)
    round_opens = child.here.find(f"{TOPIC}.round_opens", date(year, 1, 1))
    opens = round_opens.day if round_opens else date(year, 1, 1)
    return Claim(year, months, rule.number * months / 12, rule, max(opens, min(child.born, end_of_year(year))))


def standing(child: Child, claim: Claim) -> Standing:
    """Tell how a year's claim stands on the day asked about.

    Years from the first claim until last year count as claimed; so does this year's first claim.
    """
    first = child.first_claimed
    claimed = first is not None and (first == claim.year or first < claim.year < child.on.year)
    return Standing.of(claim.opens, claim.closes, child.on, claimed=claimed)
