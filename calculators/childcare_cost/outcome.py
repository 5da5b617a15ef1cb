"""From a family's answers to the result: what a month of nursery care costs, and what is in that figure."""

from __future__ import annotations

from calculators.childcare_cost.cost import Cost
from calculators.childcare_cost.relief import lines_at
from calculators.childcare_cost.steps import steps
from calculators.kit.message import Message, _
from calculators.kit.offices import NURSERY, TAX_APP
from calculators.kit.questions import Answers, Fault
from calculators.kit.result import Criterion, Document, Event, Occasion, Part, Result, Verdict, verdict_of
from calculators.kit.rules import Rules
from calculators.tax_deduction.brackets import NOTHING, TaxTable

HOTLINES = ("12366", "12345")

REASONS = {
    Verdict.LIKELY: _("下面是按您填的情况算出的每月托育费用，每个数都写明包含什么。"),
    Verdict.MORE_INFORMATION: _("还不知道能少缴多少税，下面先按托育费本身列出。"),
    Verdict.NOT_NOW: _("孩子已经超过托育服务的年龄，以后请看学前教育的资助。"),
}

DOCUMENTS = (
    Document(_("托育费发票或缴费凭证"), _("申请本地补助时"), NURSERY),
    Document(_("孩子的身份证号码或出生医学证明编号"), _("填报个税扣除时"), TAX_APP),
)

WHERE = (
    _("托育机构：问清每月收费、是不是普惠机构、有没有本地补助"),
    _("个人所得税 App：填报 3 岁以下婴幼儿照护专项附加扣除"),
)

ASSUMPTIONS = (
    _("这个孩子的扣除按由一位家长全部扣除计算；两位家长怎样分最省，请用个人所得税专项附加扣除计算器。"),
    _("餐费、材料费和接送费没有算进来。"),
)

OTHERWISE = (
    _("给托育机构的补贴可能已经反映在收费里，也可能另外约定降价，以机构的收费说明为准。"),
    _("本地补助的条件和是否继续发放会变，这里没有收录的，办理机构可能另有规定。"),
    _("少缴的税按全年计算，和每个月工资里实际少扣的数不同。"),
)


def calculate(answers: Answers, rules: Rules) -> Result | Fault:
    """Return the monthly cost of a nursery place, and the yearly money that stands beside it."""
    cost = Cost(answers, rules.at(answers.text("place")), answers.day("on"))
    if fault := _no_such_rate(cost):
        return fault
    criteria = _criteria(cost)
    verdict = verdict_of(criteria)
    part = Part(criteria=criteria, otherwise=OTHERWISE)
    if verdict is not Verdict.NOT_NOW:
        part = Part.join((part, _plan(cost)))
    return Result(verdict, REASONS[verdict], cost.on, cost.here.place, part, HOTLINES)


def _no_such_rate(cost: Cost) -> Fault | None:
    table = TaxTable.of(cost.year.rule("brackets"))
    if not cost.answers.known("rate") or lines_at(table, cost.answers.count("rate"), NOTHING):
        return None
    return Fault("rate", _("综合所得的税率表里没有这一级，请查一下；不缴税填 0"))


def _criteria(cost: Cost) -> tuple[Criterion, ...]:
    age = cost.age_under
    return (
        Criterion(_("孩子不满 {age}", age=age.quantity), cost.young_enough, (age,)),
        Criterion(_("知道扣除的家长的税率或年收入"), True if cost.answers.choice("tax_by") else None),
    )


def _plan(cost: Cost) -> Part:
    return Part(
        amounts=cost.amounts,
        events=(_third_birthday(cost),),
        documents=DOCUMENTS,
        where=WHERE,
        steps=steps(cost),
        assumptions=(*ASSUMPTIONS, *_assumed(cost)),
        office=(*cost.local.office, *_office(cost)),
    )


def _third_birthday(cost: Cost) -> Event:
    day = cost.third_birthday
    label = _("孩子满 {age}，可以从托育转到幼儿园", age=cost.age_under.quantity)
    return Event(f"childcare-cost-{cost.born}-three", Occasion.APPOINTMENT, label, day, day, cost.age_under.certain)


def _assumed(cost: Cost) -> tuple[Message, ...]:
    return (_("按预产期计算，以实际出生日期为准。"),) if cost.born > cost.on else ()


def _office(cost: Cost) -> tuple[Message, ...]:
    asked = []
    if cost.answers.choice("tax_by") is None:
        asked.append(_("最高税率或年收入在个人所得税 App 的收入纳税明细里可以查到，查到后再算一次"))
    if cost.answers.choice("tax_by") == "income" and not cost.answers.known("contributions"):
        asked.append(_("社保和公积金不清楚，先按 0 算，实际少缴的税可能少一些"))
    if cost.answers.choice("using") is None:
        asked.append(_("是否已经填报这项扣除，请在个人所得税 App 里查；已填报的话，每月负担就是托育费本身"))
    return tuple(asked)
