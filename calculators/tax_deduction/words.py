"""Words that several parts of the tax result share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from calculators.kit.message import Message, Quantity, _
from calculators.kit.questions import Answers
from calculators.tax_deduction.claims import Claim

PARENTS = {"mother": _("母亲"), "father": _("父亲"), "guardian": _("监护人")}


def percent(number: Decimal | int) -> Quantity:
    """Return a share or a rate in percent."""
    return Quantity(Decimal(number), "percent")


def month(day: date) -> Message:
    """Name the month of a day."""
    return _("{year} 年 {month} 月", year=day.year, month=day.month)


def span(claim: Claim) -> Message:
    """Name the months of a claim."""
    if claim.months.count == 1:
        return month(claim.months.first)
    return _("{first}至 {last}", first=month(claim.months.first), last=month(claim.months.last))


def parents_called(given: Sequence[Answers]) -> list[Message]:
    """Name the parents; two of the same kind, such as two guardians, are numbered."""
    kinds = [answers.text("who") for answers in given]
    return [
        PARENTS[kind] if kinds.count(kind) == 1 else _("{who} {number}", who=PARENTS[kind], number=number)
        for number, kind in enumerate(kinds, 1)
    ]
