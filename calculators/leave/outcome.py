"""From the answers to the result: every leave of both parents, joined."""

from __future__ import annotations

from calculators.kit.message import _
from calculators.kit.offices import EMPLOYER
from calculators.kit.questions import Answers, Fault
from calculators.kit.result import Criterion, Document, Part, Result, Verdict, verdict_of
from calculators.kit.rules import Rules
from calculators.leave.birth import Birth
from calculators.leave.maternity import maternity_part, order_missing
from calculators.leave.parents import nursing_part, parental_part, paternity_part

HOTLINES = ("12333", "12345")

REASONS = {
    Verdict.LIKELY: _("下面的假期是法规给职工的，具体安排请和单位商量。"),
    Verdict.MORE_INFORMATION: _("有的情况还不清楚，下面是已经能确定的部分。"),
    Verdict.NOT_NOW: _("这些假期是在单位上班的职工的假期，不上班的父母不需要请假。"),
}

DOCUMENTS = (
    Document(_("医院的预产期证明或出生医学证明"), None, EMPLOYER),
    Document(_("单位的请假单"), None, EMPLOYER),
    Document(_("医院的难产或多胞胎证明"), _("有这种情况时"), EMPLOYER),
)

ASSUMPTIONS = (
    _("假期按出生那天有效的规定计算，除写明工作日的以外都按自然日。"),
    _("单位自愿多给的假期没有计算在内。"),
)

OTHERWISE = (
    _("单位可以比法规多给假，也可以和职工商定怎样分开休。"),
    _("剖宫产和别的情况算不算难产、多胞胎怎样加，各地的口径不完全一样，一般以医院证明和当地规定为准。"),
    _("有的省没有写明节假日是否顺延，单位可能按自然日连续计算。"),
    _("工作地、参保地和户口不在同一个省的，单位可能按另一个省的规定给假。"),
)


def calculate(answers: Answers, rules: Rules) -> Result | Fault:
    """Return every leave of both parents for one birth."""
    birth = Birth(answers, rules.at(answers.text("place")))
    criteria = _criteria(birth)
    # One parent without an employer leaves the other's leave as it is.
    verdict = (
        Verdict.NOT_NOW if _nobody(answers) else verdict_of(tuple(one for one in criteria if one.met is not False))
    )
    parts = [Part(criteria=criteria)]
    if answers.choice("mother_employed") != "no":
        parts += [maternity_part(birth), nursing_part(birth)]
    if answers.choice("father_employed") != "no":
        parts.append(paternity_part(birth))
    if verdict is not Verdict.NOT_NOW:
        parts += [parental_part(birth), _common(birth, answers)]
    part = Part.join(parts)
    return Result(verdict, REASONS[verdict], answers.day("on"), birth.here.place, part, HOTLINES)


def _nobody(answers: Answers) -> bool:
    return answers.choice("mother_employed") == answers.choice("father_employed") == "no"


def _criteria(birth: Birth) -> tuple[Criterion, ...]:
    yes_no = {"yes": True, "no": False}
    bonus = birth.find("bonus_leave")
    return (
        Criterion(_("母亲在单位上班"), yes_no.get(birth.answers.choice("mother_employed") or "")),
        Criterion(_("父亲在单位上班"), yes_no.get(birth.answers.choice("father_employed") or "")),
        Criterion(_("知道按哪个省的规定"), True if bonus else None),
        Criterion(_("知道是第几个孩子（这里按孩次定假期时需要）"), None if order_missing(birth, bonus) else True),
    )


def _common(birth: Birth, answers: Answers) -> Part:
    expected = birth.day > answers.day("on")
    return Part(
        documents=DOCUMENTS,
        otherwise=OTHERWISE,
        where=(_("向所在单位人事部门请假；有争议时拨打 12333 或向当地劳动保障监察机构反映。"),),
        assumptions=(*ASSUMPTIONS, _("按预产期计算，以实际出生日期为准。")) if expected else ASSUMPTIONS,
    )
