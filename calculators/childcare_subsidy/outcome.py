"""From a family's answers to the result: the plan of each child, joined into one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from calculators.childcare_subsidy import local
from calculators.childcare_subsidy.claims import Child
from calculators.childcare_subsidy.plan import national_plan
from calculators.kit.household import ORDERS
from calculators.kit.message import _, yuan
from calculators.kit.questions import Answers, Fault
from calculators.kit.result import Document, Part, Result, Standing, Step, Verdict, best, verdict_of
from calculators.kit.rules import PlaceRules, Rules

HOTLINES = ("12345",)

REASONS = {
    Verdict.LIKELY: _("按您填的情况，可以按下面的安排申领。"),
    Verdict.MORE_INFORMATION: _("有的条件还不清楚，弄清后再算一次，或直接咨询办理机构。"),
    Verdict.NOT_NOW: _("按您填的情况，目前没有可以申领的国家育儿补贴。情况变化后可以再算。"),
}

DOCUMENTS = (
    Document(_("申领人身份证")),
    Document(_("孩子的出生医学证明")),
    Document(_("户口簿（首页和孩子页）")),
    Document(_("申领人或孩子的银行卡、社会保障卡")),
    Document(_("结婚证、离婚证、判决书等证明抚养关系的材料"), _("需要证明与孩子的关系时")),
)
ADOPTION = Document(_("收养登记证"), _("依法收养的孩子"))

WHERE = (
    _("网上：支付宝或微信搜索“育儿补贴”小程序，或本省政务服务平台"),
    _("现场：孩子户口所在地的乡镇人民政府或街道办事处"),
)

ASSUMPTIONS = (
    _("每个孩子每年只由父母一方或其他监护人申领一次，不在两个地方重复申领。"),
    _("首次申领后每年都按时续领；漏领的年份不能补领。"),
    _("今年的续领按还没有申请计算；已经申请过的不必再领。"),
    _("以后年份的标准按现在已公布的规定计算，以后可能调整。"),
)


ELSEWHERE = _("有的城市另有加发或更高标准，本站没有全部收录，请问孩子户口所在地的办理机构")


def calculate(answers: Answers, rules: Rules) -> Result | Fault:
    """Return what each child of the family can claim, and the plan of all of them together."""
    here, on = rules.at(answers.text("place")), answers.day("on")
    given = answers.children("children")
    if fault := _impossible_first_claim(given, on.year):
        return fault
    children = _children(given, here, on)
    parts = [_whole_part(child, children, answers) for child in children]
    verdict = best([verdict_of(part.criteria) for part in parts])
    family = Part.join([*parts, _common(here, children)])
    return Result(verdict, REASONS[verdict], on, here.place, family, HOTLINES)


def _impossible_first_claim(given: tuple[Answers, ...], this_year: int) -> Fault | None:
    for number, child in enumerate(given):
        if not child.known("first_claimed"):
            continue
        if not child.day("birth_date").year <= child.count("first_claimed") <= this_year:
            return Fault(f"children.{number}.first_claimed", _("首次申领的年份不能早于出生年份，也不能晚于计算的年份"))
    return None


def _children(given: tuple[Answers, ...], here: PlaceRules, on: date) -> list[Child]:
    """Name the children by age, whatever order they were entered in."""
    by_age = sorted(given, key=_age)
    children: list[Child] = []
    for number, answers in enumerate(by_age, 1):
        born = answers.day("birth_date")
        twins = sum(child.born == born for child in children)
        who = _("孩子") if len(by_age) == 1 else _("孩子 {number}（{born}）", number=number, born=born)
        children.append(Child(answers, here, on, who, f"childcare-subsidy-{born}-{twins + 1}"))
    return children


def _age(child: Answers) -> tuple[date, int, str]:
    """Sort by birth, then by birth order, then by the other answers: the form's order never matters."""
    orders = [option.value for option in ORDERS]
    chosen = child.choice("order")
    return child.day("birth_date"), orders.index(chosen) if chosen else -1, str(child.values)


def _whole_part(child: Child, children: list[Child], answers: Answers) -> Part:
    national, parents = national_plan(child), answers.choice("parent_hukou")
    if verdict_of(national.part.criteria) is Verdict.NOT_NOW:
        return national.part
    set_off = local.lump_sum(child, national.claims, answers.choice("lump_sum_received"), sure=_sure(national.part))
    # Where only a shortfall is paid, the national amounts would mislead; its deadlines stay.
    own = [national.part]
    if set_off.amounts:
        rest = set_off.amounts[0].quantity != yuan(0)
        own = [replace(national.part, amounts=(), payments=(), events=national.part.events if rest else ())]
    own.append(local.yearly(child, national.claims, parents))
    if child is [other for other in children if other.born == child.born][-1]:
        own.append(local.pregnancy_grant(child, parents))
    return Part.join([*own, local.birth_grant(child), set_off])


def _sure(part: Part) -> bool:
    return all(payment.certain and payment.standing is not Standing.MISSED for payment in part.payments)


def _common(here: PlaceRules, children: list[Child]) -> Part:
    if not children:
        return Part()
    adopted = any(child.answers.choice("arrival") == "adopted" for child in children)
    review = children[0].rule("review_working_days_up_to")
    text = _("乡镇或街道初审、县级审核，一般在 {days}内办完", days=review.quantity)
    return Part(
        documents=(*DOCUMENTS, ADOPTION) if adopted else DOCUMENTS,
        where=WHERE,
        steps=(Step(text, (review,)),),
        assumptions=ASSUMPTIONS,
        office=() if here.place.count("/") == 2 else (ELSEWHERE,),
    )
