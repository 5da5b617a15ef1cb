"""The yearly tax table of comprehensive income 综合所得: the tax of an income, and what a deduction saves.

个人所得税法, 个人所得税税率表一. Amounts are CNY a year; tax is rounded to the fen, half up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import cast

from calculators.kit.rules import Value

NOTHING = Decimal(0)
_FEN = Decimal("0.01")


def to_fen(amount: Decimal) -> Decimal:
    """Round an amount to the fen, half up.

    >>> to_fen(Decimal("0.125"))
    Decimal('0.13')
    """
    return amount.quantize(_FEN, ROUND_HALF_UP)


def taxable(amount: Decimal) -> Decimal:
    """Return a taxable income: what is left after deductions, never less than nothing."""
    return max(NOTHING, amount)


@dataclass(frozen=True)
class Bracket:
    """One line of the table: taxable income over `over` and up to `up_to` (None: without end).

    `rate` is in percent of the whole taxable income, from which `quick` 速算扣除数 is taken off.
    """

    over: Decimal
    up_to: Decimal | None
    rate: Decimal
    quick: Decimal

    def holds(self, income: Decimal) -> bool:
        """Tell whether a taxable income falls into this line; a limit belongs to the line below it."""
        return self.up_to is None or income <= self.up_to


@dataclass(frozen=True)
class TaxTable:
    """The whole table, with the rule that gives it."""

    rule: Value
    brackets: tuple[Bracket, ...]

    @classmethod
    def of(cls, rule: Value) -> TaxTable:
        """Read the rows of the rule `tax.brackets`."""
        over, found = NOTHING, []
        for row in cast("Sequence[Mapping[str, str]]", rule.value):
            up_to = Decimal(row["up_to"]) if "up_to" in row else None
            found.append(Bracket(over, up_to, Decimal(row["rate"]), Decimal(row["quick_deduction"])))
            over = up_to or over
        return cls(rule, tuple(found))

    @property
    def limits(self) -> tuple[Decimal, ...]:
        """The taxable incomes at which the rate goes up."""
        return tuple(bracket.over for bracket in self.brackets[1:])

    def bracket(self, income: Decimal) -> Bracket:
        """Return the line that a taxable income falls into."""
        return next(bracket for bracket in self.brackets if bracket.holds(income))

    def tax(self, income: Decimal) -> Decimal:
        """Return the tax on a taxable income; below zero counts as zero."""
        base = taxable(income)
        line = self.bracket(base)
        return to_fen(base * line.rate / 100 - line.quick)

    def saved(self, income: Decimal, deduction: Decimal) -> Decimal:
        """Return how much less tax is due when a deduction is taken off a taxable income."""
        return self.tax(income) - self.tax(income - deduction)
