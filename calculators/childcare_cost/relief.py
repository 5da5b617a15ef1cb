"""What the tax deduction for the child is worth a month; it hangs on the child's age, not on the nursery.

国发〔2022〕8号: the deduction is the same whether the child goes to a nursery or stays at home.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from calculators.kit.message import Quantity, Span, yuan
from calculators.kit.questions import Answers
from calculators.tax_deduction.brackets import NOTHING, Bracket, TaxTable, to_fen
from calculators.tax_deduction.claims import Claim, TaxYear


@dataclass(frozen=True)
class Relief:
    """The tax saved in the year by the claims for one child, between two bounds.

    The bounds are the same where the income is known, and apart where only a tax rate is.
    """

    claims: tuple[Claim, ...]
    least: Decimal
    most: Decimal
    certain: bool

    @property
    def months(self) -> int:
        """The months of the year that count."""
        return sum(claim.months.count for claim in self.claims)

    @property
    def year(self) -> Quantity | Span:
        """What is saved in the year."""
        return between(self.least, self.most)

    @property
    def month(self) -> Quantity | Span:
        """What is saved in a month that counts, on average."""
        return between(*self.bounds_of_month)

    @property
    def bounds_of_month(self) -> tuple[Decimal, Decimal]:
        """The least and the most that is saved in such a month."""
        return to_fen(self.least / self.months), to_fen(self.most / self.months)


def between(least: Decimal, most: Decimal) -> Quantity | Span:
    """Return one amount, or two where they differ."""
    return yuan(least) if least == most else Span(yuan(least), yuan(most))


def relief(answers: Answers, year: TaxYear, claims: tuple[Claim, ...]) -> Relief | None:
    """Return what the claims save, or None where they, or the tax, are not known."""
    table = TaxTable.of(year.rule("brackets"))
    deduction = sum((claim.amount for claim in claims), NOTHING)
    if not claims or answers.choice("tax_by") is None:
        return None
    if answers.choice("tax_by") == "income":
        saved = table.saved(taxable_income(answers, year), deduction)
        return Relief(claims, saved, saved, answers.known("contributions"))
    lines = lines_at(table, answers.count("rate"), deduction)
    least, most = bounds(table, lines, deduction, answers.choice("using"))
    return Relief(claims, least, most, certain=True)


def taxable_income(answers: Answers, year: TaxYear) -> Decimal:
    """Return what is left of the income before the deduction for the child; may be below zero."""
    paid = answers.money("contributions") if answers.known("contributions") else NOTHING
    return answers.money("income") - year.rule("basic_deduction").number - paid


def lines_at(table: TaxTable, rate: int, deduction: Decimal) -> Sequence[Bracket]:
    """Return the line of the table that has a rate; for 0 one below it, where no tax is due; else none."""
    if rate == 0:
        return (Bracket(-deduction, NOTHING, NOTHING, NOTHING),)
    return [line for line in table.brackets if line.rate == rate]


def bounds(table: TaxTable, lines: Sequence[Bracket], deduction: Decimal, using: str | None) -> tuple[Decimal, Decimal]:
    """Return the least and the most that is saved by somebody whose income falls into a line.

    With the deduction in use already, the line is that of the income after it, else of the income
    before it; where that is not known, the bounds hold for both.
    """
    line = lines[0]
    last = line.over + deduction if line.up_to is None else line.up_to
    lowest = line.over + (deduction if using == "yes" else NOTHING)
    highest = last + (NOTHING if using == "no" else deduction)
    return table.saved(lowest, deduction), table.saved(highest, deduction)
