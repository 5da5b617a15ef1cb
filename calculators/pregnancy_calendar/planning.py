"""Before a pregnancy: the free check and folic acid, and for whom they are free."""

from __future__ import annotations

from collections.abc import Mapping

from calculators.kit.message import _, months
from calculators.kit.offices import HEALTH_CENTRE
from calculators.kit.questions import Answers
from calculators.kit.result import Criterion, Document, Part, Step
from calculators.kit.rules import PlaceRules, Value
from calculators.pregnancy_calendar.pregnancy import TOPIC

DOCUMENTS = (
    Document(_("夫妻双方身份证"), office=HEALTH_CENTRE),
    Document(_("结婚证"), _("做孕前检查时，有的地方要看"), HEALTH_CENTRE),
    Document(_("户口簿或居住证"), _("要证明户口或居住地时"), HEALTH_CENTRE),
)
WHERE = (
    _("孕前检查：先问住地的社区卫生服务中心、乡镇卫生院或妇幼保健院，由定点机构做。"),
    _("叶酸：到社区卫生服务中心、乡镇卫生院或村卫生室领。"),
)


def planning_part(answers: Answers, here: PlaceRules) -> Part:
    """Return what a couple has before a pregnancy."""
    check, check_for, folic, folic_for = (
        here.on(f"{TOPIC}.{name}", answers.day("on"))
        for name in ("preconception_check", "preconception_check_for", "folic_acid", "folic_acid_free_for")
    )
    criteria = (
        Criterion(_("能享受免费孕前优生健康检查"), _free(check_for, answers), (check_for,)),
        Criterion(_("能免费领叶酸"), _free(folic_for, answers), (folic_for,)),
    )
    unclear = any(criterion.met is None for criterion in criteria)
    return Part(
        criteria=criteria,
        documents=DOCUMENTS,
        where=WHERE,
        steps=(
            Step(_("怀孕前，夫妻一起做孕前优生健康检查，一共 {items} 项", items=_row(check)["items"]), (check,)),
            folic_step(folic),
        ),
        office=(_("这里的孕前检查和叶酸是不是对所有夫妻免费"),) if unclear else (),
    )


def folic_step(folic: Value) -> Step:
    """Say when to take folic acid, and how much of it."""
    row = _row(folic)
    text = _(
        "叶酸从怀孕前 {before}吃到怀孕后 {into}，每天 {milligrams} 毫克；生过神经管缺陷的孩子或在吃抗癫痫药的，剂量听医生的",
        before=months(int(row["months_before"])),
        into=months(int(row["months_into"])),
        milligrams=row["milligrams_each_day"],
    )
    return Step(text, (folic,))


def folic_months(folic: Value) -> int:
    """Return into which month of pregnancy folic acid is taken."""
    return int(_row(folic)["months_into"])


def _row(rule: Value) -> Mapping[str, str]:
    """Return the only row of a schedule."""
    assert isinstance(rule.value, list)
    row: Mapping[str, str] = rule.value[0]
    return row


def _free(rule: Value, answers: Answers) -> bool | None:
    """Tell whether it is free; where the national rule names rural residents only, a place may do more."""
    return True if rule.text == "everyone" or answers.choice("rural") == "yes" else None
