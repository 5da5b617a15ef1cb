"""The calculation in words: months, taxable incomes, brackets and shares, with the family's own numbers."""

from __future__ import annotations

from decimal import Decimal

from calculators.kit.message import Message, _, yuan
from calculators.kit.result import Step
from calculators.kit.rules import Value
from calculators.tax_deduction.brackets import NOTHING, Bracket, taxable
from calculators.tax_deduction.claims import Claim
from calculators.tax_deduction.household import Household
from calculators.tax_deduction.payers import Payer
from calculators.tax_deduction.split import WHOLE
from calculators.tax_deduction.words import percent, span


def month_steps(household: Household) -> tuple[Step, ...]:
    """Return a step for each deduction: which months count, why, and what they come to."""
    return tuple(month_step(claim) for claim in (*household.claims, *household.elders))


def month_step(claim: Claim) -> Step:
    """Say which months of a deduction count, why, and what they come to."""
    text = _(
        "{who}的{item}：{months}，共 {count} 个月（{why}），每月 {each}，一共 {amount}",
        who=claim.who, item=claim.item, months=span(claim), count=claim.months.count,
        why=claim.why, each=yuan(claim.per_month), amount=yuan(claim.amount),
    )  # fmt: skip
    return Step(text, claim.rules)


def tax_steps(household: Household) -> tuple[Step, ...]:
    """Return each payer's tax without and with the deductions, and what is saved in all."""
    steps = [
        step for number, payer in enumerate(household.payers) if payer.income for step in _payer(household, number)
    ]
    total = household.split.saved + household.saved_by_elders
    return (*steps, Step(_("全家一共少缴：{saved}", saved=yuan(total))))


def _payer(household: Household, number: int) -> tuple[Step, ...]:
    payer, part = household.payers[number], household.part(number)
    elders = payer.before - payer.with_elders
    basic = household.year.rule("basic_deduction")
    without, with_all = taxable(payer.before), taxable(payer.with_elders - part)
    before = _(
        "{who}不算孩子和老人：收入 {income} − 基本减除费用 {basic} − 社保和公积金 {paid} − 其他扣除 {other} = "
        "应纳税所得额 {taxable}",
        who=payer.who, income=yuan(payer.income or NOTHING), basic=basic.quantity, paid=yuan(payer.contributions),
        other=yuan(payer.other), taxable=yuan(without),
    )  # fmt: skip
    after = _(
        "{who}再减孩子的扣除 {part}和老人的扣除 {elders}：应纳税所得额 {taxable}",
        who=payer.who, part=yuan(part), elders=yuan(elders), taxable=yuan(with_all),
    )  # fmt: skip
    carried = household.year.rule("not_carried_over")
    return (
        Step(before, (basic,)),
        _tax(household, payer, without),
        Step(after, (carried,) if payer.with_elders < part else ()),
        _tax(household, payer, with_all),
    )


def _tax(household: Household, payer: Payer, income: Decimal) -> Step:
    table = household.table
    line, due = table.bracket(income), yuan(table.tax(income))
    text = _(
        "{who}：{taxable}属于{line}，税率 {rate}，速算扣除数 {quick}，应缴 {taxable} × {rate} − {quick} = {tax}",
        who=payer.who, taxable=yuan(income), line=_line(line), rate=percent(line.rate), quick=yuan(line.quick),
        tax=due,
    )  # fmt: skip
    return Step(text, (table.rule,))


def _line(line: Bracket) -> Message:
    if line.up_to is None:
        return _("超过 {over}的一级", over=yuan(line.over))
    if not line.over:
        return _("不超过 {up_to}的一级", up_to=yuan(line.up_to))
    return _("超过 {over}到 {up_to}的一级", over=yuan(line.over), up_to=yuan(line.up_to))


def share_messages(household: Household) -> tuple[Message, ...]:
    """Say for each deduction who takes how much."""
    return tuple(
        _share(household, claim, share) for claim, share in zip(household.claims, household.split.shares, strict=True)
    )


def _share(household: Household, claim: Claim, share: int) -> Message:
    if len(household.payers) == 1:
        return _("{who}的{item}：{parent}扣 {share}", who=claim.who, item=claim.item,
                 parent=household.payers[0].who, share=percent(WHOLE))  # fmt: skip
    first, second = household.payers
    return _(
        "{who}的{item}：{first}扣 {share}，{second}扣 {rest}",
        who=claim.who, item=claim.item, first=first.who, share=percent(share),
        second=second.who, rest=percent(WHOLE - share),
    )  # fmt: skip


def share_steps(household: Household) -> tuple[Step, ...]:
    """Return the best way of sharing, with the rules that allow it."""
    names = ("share_of_one_parent", "share_of_each_parent")
    rules: tuple[Value, ...] = tuple(household.year.rule(name) for name in names)
    return tuple(Step(_("最省的分法：{share}", share=share), rules) for share in share_messages(household))
