"""The whole family in a tax year: what can be deducted, and how it is best shared."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from calculators.tax_deduction.brackets import NOTHING, TaxTable
from calculators.tax_deduction.claims import Child, Claim, TaxYear
from calculators.tax_deduction.payers import Payer
from calculators.tax_deduction.split import WHOLE, Shares, Split, best_split, every_split, saved_by


@dataclass(frozen=True)
class Household:
    """The children and the parents of a family in one tax year."""

    year: TaxYear
    children: tuple[Child, ...]
    payers: tuple[Payer, ...]

    @cached_property
    def table(self) -> TaxTable:
        """The tax table of the year."""
        return TaxTable.of(self.year.rule("brackets"))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The deductions for all children."""
        return tuple(claim for child in self.children for claim in child.claims)

    @cached_property
    def elders(self) -> tuple[Claim, ...]:
        """The deductions for the payers' own parents."""
        return tuple(payer.elders for payer in self.payers if payer.elders)

    @property
    def incomes_known(self) -> bool:
        """Whether the tax of everybody can be worked out."""
        return all(payer.income is not None for payer in self.payers)

    @property
    def certain(self) -> bool:
        """Whether the tax rests on sure rules and on answers that are known."""
        claims = (*self.claims, *self.elders)
        return all(claim.certain for claim in claims) and not any(payer.guessed for payer in self.payers)

    @cached_property
    def incomes(self) -> tuple[Decimal, ...]:
        """What each payer has left before the deductions for the children; may be below zero."""
        return tuple(payer.with_elders for payer in self.payers)

    @cached_property
    def amounts(self) -> tuple[Decimal, ...]:
        """The year's deductions for the children, in the order of the claims."""
        return tuple(claim.amount for claim in self.claims)

    @cached_property
    def splits(self) -> tuple[Split, ...]:
        """The ways of sharing; where only one of two parents has income, that one takes all."""
        working = [payer.works for payer in self.payers]
        allowed = self.shares
        if working in ([True, False], [False, True]):
            allowed = (WHOLE if working[0] else 0,)
        return every_split(self.table, self.incomes, self.amounts, allowed)

    @property
    def shares(self) -> Shares:
        """What the first of two parents may take of a deduction: the whole, the share of each, or nothing."""
        one, each = (self.year.rule(f"share_of_{name}_parent").count for name in ("one", "each"))
        return one, each, WHOLE - one

    @cached_property
    def split(self) -> Split:
        """The best way of sharing."""
        return best_split(self.splits, first_has_more=self.incomes[0] == max(self.incomes))

    @property
    def all_alike(self) -> bool:
        """Whether every one of several ways of sharing saves the same."""
        return len(self.splits) > 1 and len({split.saved for split in self.splits}) == 1

    @property
    def saved_by_elders(self) -> Decimal:
        """The tax saved by the deductions for elders alone, which come before those for children."""
        return sum((self.table.saved(payer.before, payer.before - payer.with_elders) for payer in self.payers), NOTHING)

    def part(self, number: int) -> Decimal:
        """Return what one payer deducts for the children in the best way of sharing."""
        return self.split.part if number == 0 else sum(self.amounts, NOTHING) - self.split.part

    @property
    def saved_now(self) -> Decimal | None:
        """The tax saved by what has been filed so far, or None where that is not known for every child."""
        parts = [NOTHING, NOTHING]
        for child in self.children:
            filed = child.answers.choice("now")
            if filed is None:
                return None
            for number, share in enumerate(self._filed(filed)):
                parts[number] += sum((claim.amount for claim in child.claims), NOTHING) * share / WHOLE
        return saved_by(self.table, self.incomes, parts[: len(self.payers)])

    def _filed(self, answer: str) -> tuple[int, int]:
        """Return what the first and the second parent have filed of a child's deductions, in percent."""
        one, each, nothing = self.shares
        ways = {"first": (one, nothing), "second": (nothing, one), "half": (each, each)}
        return ways.get(answer, (nothing, nothing))
