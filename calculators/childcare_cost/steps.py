"""The calculation in words, with the family's own numbers."""

from __future__ import annotations

from calculators.childcare_cost.cost import Cost
from calculators.childcare_cost.local import TOPIC
from calculators.childcare_cost.relief import Relief, taxable_income
from calculators.kit.message import _, yuan
from calculators.kit.result import Step
from calculators.tax_deduction.brackets import taxable
from calculators.tax_deduction.steps import month_step
from calculators.tax_deduction.words import percent


def steps(cost: Cost) -> tuple[Step, ...]:
    """Return the fee beside the average, the deduction, what it saves, and what the place pays."""
    return (*_fee(cost), *_deduction(cost), *(_tax(cost, cost.relief) if cost.relief else ()), *cost.local.steps)


def _fee(cost: Cost) -> tuple[Step, ...]:
    average = cost.here.find(f"{TOPIC}.average_fee", cost.on)
    if average is None:
        return ()
    text = _("您填的托育费是每月 {fee}；全国平均收费大约每月 {average}", fee=yuan(cost.fee), average=average.quantity)
    return (Step(text, (average,)),)


def _deduction(cost: Cost) -> tuple[Step, ...]:
    plain = Step(_("这项扣除只看孩子的年龄：上不上托、托育费多少，都不会让它变多或变少"))
    return (*(month_step(claim) for claim in cost.claims), plain) if cost.claims else ()


def _tax(cost: Cost, relief: Relief) -> tuple[Step, ...]:
    table = cost.year.rule("brackets")
    month = _(
        "一年少缴 {year}，{count} 个月平均每月 {month}", year=relief.year, count=relief.months, month=relief.month
    )
    if cost.answers.choice("tax_by") == "income":
        basic = cost.year.rule("basic_deduction")
        before = taxable(taxable_income(cost.answers, cost.year))
        text = _(
            "不算这个孩子的扣除，应纳税所得额是 {income} − {basic} − {paid} = {before}",
            income=yuan(cost.answers.money("income")), basic=basic.quantity,
            paid=yuan(cost.answers.money("contributions") if cost.answers.known("contributions") else 0),
            before=yuan(before),
        )  # fmt: skip
        return (Step(text, (basic,)), Step(month, (table,)))
    text = _(
        "最高税率 {rate}的人，因收入在这一级里的位置不同，少缴的税在一个范围里",
        rate=percent(cost.answers.count("rate")),
    )
    why = (Step(text, (table,)),) if relief.least != relief.most else ()
    return (*why, Step(month, (table,)))
