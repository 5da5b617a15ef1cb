"""What a payer's deductions save, over the taxable income: a line that bends at the limits of the table."""

from __future__ import annotations

from decimal import Decimal

from calculators.kit.message import _, yuan
from calculators.kit.result import Chart, Point
from calculators.tax_deduction.brackets import NOTHING, TaxTable
from calculators.tax_deduction.household import Household
from calculators.tax_deduction.words import percent


def charts(household: Household) -> tuple[Chart, ...]:
    """Return a chart for each payer who saves tax in the best way of sharing."""
    return tuple(
        _chart(household, number)
        for number, payer in enumerate(household.payers)
        if payer.pays and _deduction(household, number)
    )


def _deduction(household: Household, number: int) -> Decimal:
    payer = household.payers[number]
    return payer.before - payer.with_elders + household.part(number)


def _chart(household: Household, number: int) -> Chart:
    payer, table, deduction = household.payers[number], household.table, _deduction(household, number)
    here = payer.before
    limit = min(table.limits, key=lambda limit: abs(limit - here))
    below, above = table.bracket(limit).rate, table.bracket(limit + 1).rate
    text = _(
        "税率在应纳税所得额 {limit}处从 {below}升到 {above}：超过这里以后，同样的扣除省得更多。",
        limit=yuan(limit), below=percent(below), above=percent(above),
    )  # fmt: skip
    return Chart(
        title=_("{who}一年扣除 {deduction}能少缴多少税", who=payer.who, deduction=yuan(deduction)),
        text=text,
        across=_("扣除前的应纳税所得额"),
        upwards=_("少缴的税"),
        points=tuple(Point(yuan(at), yuan(table.saved(at, deduction))) for at in _bends(table, deduction, here, limit)),
        limit=yuan(limit),
        rules=(table.rule,),
        here=yuan(here),
    )


def _bends(table: TaxTable, deduction: Decimal, here: Decimal, limit: Decimal) -> list[Decimal]:
    """Return where the line may bend around the family and the limit: between two of these it is straight."""
    first = max(NOTHING, min(here, limit) - 2 * deduction)
    last = max(here, limit + deduction) + deduction
    bends = {NOTHING, deduction, *table.limits, *(limit + deduction for limit in table.limits)}
    return sorted({first, here, last, *(bend for bend in bends if first <= bend <= last)})
