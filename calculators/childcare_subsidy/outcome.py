"""From a family's answers to the result: the plan of each child, joined into one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from calculators.childcare_subsidy.claims import TOPIC, Child
from calculators.childcare_subsidy.local import local_part, running_by_age
from calculators.childcare_subsidy.local_grants import lump_sum
from calculators.childcare_subsidy.plan import NationalPlan, national_plan
from calculators.kit.household import ORDERS
from calculators.kit.message import _, place_name, yuan
from calculators.kit.offices import TOWNSHIP
from calculators.kit.questions import Answers, Fault
from calculators.kit.result import Criterion, Document, Part, Result, Standing, Step, Verdict, best, verdict_of
from calculators.kit.rules import PlaceRules, Rules

HOTLINES = ("12345",)

REASONS = {
    Verdict.LIKELY: _("按您填的情况，可以按下面的安排申领。"),
    Verdict.MORE_INFORMATION: _("有的条件还不清楚，弄清后再算一次，或直接咨询办理机构。"),
    Verdict.NOT_NOW: _("按您填的情况，目前没有可以申领的国家育儿补贴。情况变化后可以再算。"),
}

DOCUMENTS = (
    Document(_("申领人身份证"), office=TOWNSHIP),
    Document(_("孩子的出生医学证明"), office=TOWNSHIP),
    Document(_("户口簿（首页和孩子页）"), office=TOWNSHIP),
    Document(_("申领人或孩子的银行卡、社会保障卡"), office=TOWNSHIP),
    Document(_("结婚证、离婚证、判决书等证明抚养关系的材料"), _("需要证明与孩子的关系时"), TOWNSHIP),
)
ADOPTION = Document(_("收养登记证"), _("依法收养的孩子"), TOWNSHIP)

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

OTHERWISE = (
    _("户口在申领前后迁移的，由提交申请时的户口所在地办理，两地衔接时可能要补材料。"),
    _("再婚、收养、多胞胎家庭的孩次，各地数法不同，以办理机构审核为准。"),
)

ELSEWHERE = _("有的城市另有加发或更高标准，本站没有全部收录，请问孩子户口所在地的办理机构")


def calculate(answers: Answers, rules: Rules) -> Result | Fault:
    """Return what each child of the family can claim, and the plan of all of them together."""
    here, on = rules.at(answers.text("place")), answers.day("on")
    given = answers.rows("children")
    if fault := _impossible_first_claim(given, on.year):
        return fault
    children = _children(given, here, on)
    plans = [_whole_part(child, children, answers) for child in children]
    verdict = best(verdict for _part, verdict in plans)
    family = Part.join([_claiming(children), *(part for part, _verdict in plans), _common(here, on)])
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


def _whole_part(child: Child, children: list[Child], answers: Answers) -> tuple[Part, Verdict]:
    national = national_plan(child)
    verdict = verdict_of(national.part.criteria)
    if verdict is Verdict.NOT_NOW:
        return _after_the_national_part(child, national, answers)
    last_of_birth = child is [other for other in children if other.born == child.born][-1]
    place = local_part(child, national.claims, answers, last_of_birth=last_of_birth)
    received, certain = answers.choice("lump_sum_received"), _certain(national.part)
    set_off = lump_sum(child, national.claims, received, certain=certain)
    own = national.part
    if set_off.amounts:
        # Where only a shortfall is paid, the national amounts would mislead; its deadlines stay.
        rest = set_off.amounts[0].quantity != yuan(0)
        own = replace(own, amounts=(), payments=(), events=own.events if rest else ())
    return Part.join([own, place, set_off]), verdict


def _after_the_national_part(child: Child, national: NationalPlan, answers: Answers) -> tuple[Part, Verdict]:
    """Keep what a place still pays by the child's age when no national claim is left."""
    place = Part() if child.answers.choice("hukou") == "foreign" else running_by_age(child, answers)
    if not place.amounts:
        return national.part, Verdict.NOT_NOW
    met = all(amount.certain for amount in place.amounts) or None
    text = _("{who}：在{place}自己的补贴的发放年龄内", who=child.who, place=place_name(child.here.place))
    running = Part(criteria=(Criterion(text, met),))
    return Part.join([national.part, running, place]), verdict_of(running.criteria)


def _certain(part: Part) -> bool:
    return all(payment.certain and payment.standing is not Standing.MISSED for payment in part.payments)


def _claiming(children: list[Child]) -> Part:
    adopted = any(child.answers.choice("arrival") == "adopted" for child in children)
    return Part(documents=(*DOCUMENTS, ADOPTION) if adopted else DOCUMENTS, where=WHERE)


def _common(here: PlaceRules, on: date) -> Part:
    review = here.on(f"{TOPIC}.review_working_days_up_to", on)
    text = _("乡镇或街道初审、县级审核，一般在 {days}内办完", days=review.quantity)
    return Part(
        steps=(Step(text, (review,)),),
        assumptions=ASSUMPTIONS,
        otherwise=OTHERWISE,
        office=() if here.place.count("/") == 2 else (ELSEWHERE,),
    )
