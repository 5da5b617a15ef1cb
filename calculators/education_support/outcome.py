"""From the answers to the result: what a child of this stage has, and when the next thing begins."""

from __future__ import annotations

from calculators.education_support.compulsory import free_schooling, living_allowance
from calculators.education_support.free_year import free_year
from calculators.education_support.hardship import preschool_aid
from calculators.education_support.pupil import Aid, Pupil
from calculators.education_support.questions import COMPULSORY_STAGES, KINDERGARTEN_STAGES
from calculators.education_support.school_years import years_part
from calculators.education_support.senior import senior_grant, senior_schooling
from calculators.kit.message import _
from calculators.kit.questions import Answers, Fault
from calculators.kit.result import Part, Result, Verdict, best
from calculators.kit.rules import Rules

HOTLINES = ("12345",)

REASONS = {
    Verdict.LIKELY: _("按您填的情况，可以享受下面的免费或补助。"),
    Verdict.MORE_INFORMATION: _("有的情况还不清楚，弄清后再算一次，或直接问学校、幼儿园。"),
    Verdict.NOT_NOW: _("按您填的情况，目前没有可以享受的免费或补助。情况变化后可以再算。"),
}

OTHERWISE = (
    _("国家规定之外，各省、市可以扩大免费的范围、提高补助的标准，当地给的可能更多。"),
    _("满几岁、到哪一天入学由各地规定，哪一学年算学前一年以幼儿园和当地教育部门为准。"),
    _("家庭经济困难由学校或幼儿园按当地的办法认定，同样的情况各地认定可能不同。"),
)
PRIVATE = _("民办幼儿园的减免，要看当地把哪些公办园算作同类型、免多少。")

ASSUMPTIONS = (_("金额是国家的标准或按您填的数计算，不含当地另加的部分。"),)


def calculate(answers: Answers, rules: Rules) -> Result | Fault:
    """Return what is free for a child and which aid it has, at its stage of education."""
    pupil = Pupil(answers, rules.at(answers.text("place")))
    if pupil.born > pupil.on and pupil.stage not in (None, "not_yet"):
        return Fault("stage", _("出生日期在计算日期以后的孩子，请选“还没上幼儿园”"))
    aids = _aids(pupil)
    verdict = best(aid.verdict for aid in aids)
    part = Part.join([*(aid.part for aid in aids), *_years(pupil), _common(pupil)])
    return Result(verdict, REASONS[verdict], pupil.on, pupil.here.place, part, HOTLINES)


def _aids(pupil: Pupil) -> list[Aid]:
    if pupil.stage in COMPULSORY_STAGES:
        return [free_schooling(pupil), living_allowance(pupil)]
    if pupil.stage == "senior":
        return [senior_schooling(pupil), senior_grant(pupil)]
    return [free_year(pupil), *([preschool_aid(pupil)] if pupil.stage in KINDERGARTEN_STAGES else [])]


def _years(pupil: Pupil) -> list[Part]:
    return [] if pupil.stage in (*COMPULSORY_STAGES, "senior") else [years_part(pupil)]


def _common(pupil: Pupil) -> Part:
    private = (PRIVATE,) if pupil.answers.choice("kindergarten") == "approved" else ()
    ask = (_("孩子在哪个阶段弄清楚以后再算一次"),) if pupil.stage is None else ()
    return Part(assumptions=ASSUMPTIONS, otherwise=(*OTHERWISE, *private), office=ask)
