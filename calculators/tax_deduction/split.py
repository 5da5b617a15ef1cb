"""How the deductions for the children are shared between two parents so that the least tax is due.

For each deduction one parent takes the whole or each takes half (暂行办法, article 6); different
children may be shared in different ways. Every way of sharing is weighed: sums that several ways
reach are kept once, so ten children are no slower than two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from calculators.tax_deduction.brackets import NOTHING, TaxTable

WHOLE = 100
"""All of a deduction, in percent."""

type Shares = tuple[int, ...]


@dataclass(frozen=True)
class Split:
    """A way of sharing: the first parent's percent of each deduction and part of the whole, and the tax saved."""

    shares: Shares
    part: Decimal
    saved: Decimal


def saved_by(table: TaxTable, incomes: Sequence[Decimal], parts: Sequence[Decimal]) -> Decimal:
    """Return the tax saved when each payer takes a part of the deductions off the own taxable income."""
    return sum((table.saved(income, part) for income, part in zip(incomes, parts, strict=True)), NOTHING)


def every_split(
    table: TaxTable, incomes: Sequence[Decimal], amounts: Sequence[Decimal], allowed: Shares
) -> tuple[Split, ...]:
    """Return the ways of sharing, one for each sum that the first parent can have.

    `incomes` are the taxable incomes of one or two payers, `amounts` the year's deductions, and
    `allowed` the shares of a deduction that the first of two parents may take, in percent.
    """
    whole = sum(amounts, NOTHING)
    if len(incomes) == 1:
        return (Split((WHOLE,) * len(amounts), whole, table.saved(incomes[0], whole)),)
    return tuple(
        Split(shares, part, saved_by(table, incomes, (part, whole - part)))
        for part, shares in _reachable(amounts, allowed).items()
    )


def best_split(splits: Iterable[Split], *, first_has_more: bool) -> Split:
    """Return the way that saves most; of equal ones the simplest, and then for the higher income."""
    towards = 1 if first_has_more else -1
    return min(splits, key=lambda split: (-split.saved, _divided(split.shares), -split.part * towards))


def _reachable(amounts: Iterable[Decimal], allowed: Shares) -> dict[Decimal, Shares]:
    """Return every sum the first parent can have, with the simplest way to it."""
    found: dict[Decimal, Shares] = {NOTHING: ()}
    for amount in amounts:
        found = _simplest(
            (part + amount * share / WHOLE, (*shares, share)) for part, shares in found.items() for share in allowed
        )
    return found


def _simplest(ways: Iterable[tuple[Decimal, Shares]]) -> dict[Decimal, Shares]:
    kept: dict[Decimal, Shares] = {}
    for part, shares in ways:
        if part not in kept or (_divided(shares), shares) < (_divided(kept[part]), kept[part]):
            kept[part] = shares
    return kept


def _divided(shares: Shares) -> int:
    return sum(0 < share < WHOLE for share in shares)
