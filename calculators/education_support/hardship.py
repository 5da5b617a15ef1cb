"""Aid for children of families in need that kindergartens give (学前教育法, article 65; 条例 of provinces)."""

from __future__ import annotations

from calculators.education_support.pupil import Aid, Pupil
from calculators.kit.message import Message, _, place_name
from calculators.kit.offices import KINDERGARTEN, SCHOOL
from calculators.kit.result import Criterion, Document, Part, Step, Verdict

NEEDY = _("家庭经济困难（由学校或幼儿园认定）")
"""The condition of every aid of this kind."""

DECIDED_BY_THE_SCHOOL = ("other", "disabled", "martyr")
"""Groups that count as in need only where the family's means are short too."""


def in_need(pupil: Pupil) -> bool | None:
    """Tell whether the family counts as in need, or None where the school decides or it is not known."""
    if pupil.hardship is None or pupil.hardship in DECIDED_BY_THE_SCHOOL:
        return None
    return pupil.hardship != "none"


def preschool_aid(pupil: Pupil) -> Aid:
    """Return the aid in kindergarten beside the free year; most of its amounts are local."""
    local = pupil.group_of("fee_waived_for_groups")
    if local:
        text = _("{place}的条例规定，这种情况的孩子上幼儿园免收保教费，具体标准由当地定", place=place_name(local.place))
        criterion = Criterion(_("属于条例规定免收保教费的孩子"), True, (local,))
        part = Part(criteria=(criterion,), steps=(Step(text, (local,)),))
        return Aid(Verdict.LIKELY, Part.join((part, applying(KINDERGARTEN))))
    rules = pupil.rules("preschool_aid")
    if pupil.hardship == "none":
        return Aid(Verdict.NOT_NOW, Part(criteria=(Criterion(NEEDY, False, rules),)))
    ask = Part(
        criteria=(Criterion(_("符合当地学前教育资助的条件"), None, rules),),
        office=(_("学前教育资助给哪些孩子、给多少由各地规定，请问幼儿园"),),
    )
    return Aid(Verdict.MORE_INFORMATION, Part.join((ask, applying(KINDERGARTEN))))


def applying(office: Message) -> Part:
    """Return how a family in need applies at the school or kindergarten, and with what."""
    return Part(
        where=(_("困难补助：向{office}提出申请，经评审、公示后按学期发放。", office=office),),
        documents=(
            Document(_("家庭经济困难认定申请表（向{office}领取）", office=office), None, office),
            Document(_("低保、特困、残疾、孤儿、烈士子女等证明"), _("有这种情况时"), office),
            Document(_("户口簿、领取补助的社会保障卡或银行卡"), None, office),
        ),
    )


def at_school() -> Part:
    """Return how to apply at a school."""
    return applying(SCHOOL)
