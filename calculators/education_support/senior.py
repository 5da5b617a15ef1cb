"""Senior secondary education: not free by national rule, but with a grant for students in need."""

from __future__ import annotations

from calculators.education_support.hardship import NEEDY, at_school, in_need
from calculators.education_support.pupil import Aid, Pupil
from calculators.kit.message import _, place_name
from calculators.kit.result import Amount, Criterion, Kind, Part, Step, Verdict

LABEL = _("高中阶段国家助学金（全国平均，分档由各地定）")


def senior_schooling(pupil: Pupil) -> Aid:
    """Return whether the place teaches senior students free of charge (西藏)."""
    rules = pupil.rules("fifteen_years_free")
    if not rules:
        text = _("高中阶段不属于义务教育，可以收学费；中等职业学校免学费的条件请问学校")
        return Aid(Verdict.NOT_NOW, Part(assumptions=(text,)))
    text = _("{place}实行从学前到高中的十五年免费教育", place=place_name(rules[0].place))
    return Aid(Verdict.LIKELY, Part(criteria=(Criterion(text, True, rules),), steps=(Step(text, rules),)))


def senior_grant(pupil: Pupil) -> Aid:
    """Return the grant of a student from a family in need, by the year: an average, never certain."""
    met, rules = in_need(pupil), pupil.rules("senior_grant_average")
    need = Part(criteria=(Criterion(NEEDY, met, rules),))
    if met is False:
        return Aid(Verdict.NOT_NOW, need)
    ask = Part(office=(_("国家助学金分几档、孩子是哪一档，请问学校"),))
    parts = [need, ask, at_school()]
    if pupil.hardship:
        parts += [
            Part(
                amounts=(Amount(Kind.YEARLY, LABEL, rule.quantity, certain=False),),
                steps=(Step(_("国家助学金平均每人每年 {amount}", amount=rule.quantity), (rule,)),),
            )
            for rule in rules
        ]
    return Aid(Verdict.LIKELY if met else Verdict.MORE_INFORMATION, Part.join(parts))
