"""The amounts of the result: tax saved and due by the year, and deductions, which are no money in hand."""

from __future__ import annotations

from calculators.kit.message import _, yuan
from calculators.kit.result import Amount, Kind
from calculators.tax_deduction.claims import Claim
from calculators.tax_deduction.household import Household
from calculators.tax_deduction.words import span


def amounts(household: Household) -> tuple[Amount, ...]:
    """Return the tax, where incomes are known, and then every deduction by month and by year."""
    tax = _tax(household) if household.incomes_known else ()
    claims = (*household.claims, *household.elders)
    return (*tax, *(_each_month(claim) for claim in claims), *(_whole_year(claim) for claim in claims))


def _tax(household: Household) -> tuple[Amount, ...]:
    year, certain = household.year.year, household.certain
    total = household.split.saved + household.saved_by_elders
    label = _("{year} 年全家少缴的个人所得税（按最省的分法）", year=year)
    found = [Amount(Kind.YEARLY, label, yuan(total), certain)]
    now = household.saved_now
    if household.claims and now is not None:
        label = _("{year} 年全家少缴的个人所得税（按已经填报的分法）", year=year)
        found.append(Amount(Kind.YEARLY, label, yuan(now + household.saved_by_elders), certain))
    for number, payer in enumerate(household.payers):
        part = household.part(number)
        without = household.table.tax(payer.before)
        due = household.table.tax(payer.with_elders - part)
        found += [
            Amount(Kind.YEARLY, _("{who}：不算孩子和老人的扣除应缴的税", who=payer.who), yuan(without), certain),
            Amount(Kind.YEARLY, _("{who}：按最省的分法应缴的税", who=payer.who), yuan(due), certain),
        ]
    return tuple(found)


def _each_month(claim: Claim) -> Amount:
    label = _("{who}：{item}每月税前扣除额，{months}", who=claim.who, item=claim.item, months=span(claim))
    return Amount(Kind.MONTHLY, label, yuan(claim.per_month), claim.certain)


def _whole_year(claim: Claim) -> Amount:
    label = _("{who}：{item}全年税前扣除额（{count} 个月）", who=claim.who, item=claim.item, count=claim.months.count)
    return Amount(Kind.IN_ALL, label, yuan(claim.amount), claim.certain)
