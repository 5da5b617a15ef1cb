"""Compulsory education: no tuition, free textbooks, and a living allowance for pupils in need."""

from __future__ import annotations

from decimal import Decimal

from calculators.education_support.hardship import NEEDY, at_school, in_need
from calculators.education_support.pupil import Aid, Pupil
from calculators.kit.message import Message, Quantity, Span, _, yuan
from calculators.kit.result import Amount, Criterion, Kind, Part, Step, Verdict
from calculators.kit.rules import Value

LABEL = _("家庭经济困难学生生活补助（国家基础标准）")


def free_schooling(pupil: Pupil) -> Aid:
    """Return what every pupil of a primary or junior secondary school has, whatever the family's means."""
    rules = pupil.rules("tuition_free", "textbooks_free")
    steps = [Step(_("义务教育不收学费、杂费"), rules[:1])]
    if rules[1:]:
        steps.append(Step(_("教科书免费提供"), rules[1:]))
    criterion = Criterion(_("在小学或初中就读"), True, rules[:1])
    return Aid(Verdict.LIKELY, Part.join((Part(criteria=(criterion,), steps=tuple(steps)), _through_the_school(pupil))))


def _through_the_school(pupil: Pupil) -> Part:
    """Return the meal subsidy of rural schools in the programme, and the funds that go to the school."""
    steps = []
    meals = pupil.rules("nutrition_per_school_day", "nutrition_days_per_year")
    if len(meals) == 2:
        year = yuan(meals[0].number * meals[1].number)
        text = _(
            "实施营养改善计划的农村学校，每个上学日补助膳食 {day}，一年约 {year}", day=meals[0].quantity, year=year
        )
        steps.append(Step(text, meals))
    for rule in pupil.rules(f"public_funds_{pupil.stage}"):
        steps.append(Step(_("国家另给学校每个学生每年公用经费 {amount}，不发给家庭", amount=rule.quantity), (rule,)))
    return Part(steps=tuple(steps), office=(_("学校是否实施营养改善计划，请问学校"),))


def living_allowance(pupil: Pupil) -> Aid:
    """Return the living allowance of a pupil from a family in need, by the year."""
    met, full = in_need(pupil), pupil.find(f"living_{pupil.stage}")
    need = Part(criteria=(Criterion(NEEDY, met, (full,) if full else ()),))
    if met is False:
        return Aid(Verdict.NOT_NOW, need)
    if full is None:
        ask = Part(office=(_("这一天的生活补助标准没有收录，请问学校"),))
        return Aid(Verdict.MORE_INFORMATION, Part.join((need, ask, at_school())))
    if pupil.hardship is None:
        ask = Part(office=(_("家庭经济困难的学生另有生活补助，是否符合请问学校"),))
        return Aid(Verdict.MORE_INFORMATION, Part.join((need, ask, at_school())))
    share = _share(pupil, full, in_doubt=met is None)
    verdict = Verdict.LIKELY if met and share.amounts else Verdict.MORE_INFORMATION
    return Aid(verdict, Part.join((need, share, at_school())))


def _share(pupil: Pupil, full: Value, *, in_doubt: bool) -> Part:
    """Return what boarders, day pupils, or either when that is not known, have of the allowance."""
    boarding = pupil.answers.choice("boarding")
    if boarding == "yes":
        sure = full.certain and not in_doubt
        ask = (_("是否算家庭经济困难由学校认定，请问学校"),) if in_doubt else ()
        amount = Amount(Kind.YEARLY, LABEL, full.quantity, sure)
        return Part(amounts=(amount,), steps=(_boarder(pupil, full),), office=ask)
    percent = pupil.find("living_non_boarding_percent")
    if percent is None:
        return Part(office=(_("非寄宿生在这一天是否有生活补助，请问学校"),))
    half = yuan(full.number * percent.number / 100)
    if boarding is None:
        either = Span(half, full.quantity)
        steps = (_boarder(pupil, full), _day_pupil(pupil, full, percent, half))
        return Part(amounts=(Amount(Kind.YEARLY, LABEL, either, False),), steps=steps)
    listed = pupil.group_of("living_non_boarding_groups") is not None
    sure = full.certain and percent.certain and listed and not in_doubt
    return Part(
        amounts=(Amount(Kind.YEARLY, LABEL, half, sure),),
        steps=(_day_pupil(pupil, full, percent, half),),
        office=() if sure else (_group_words(pupil),),
    )


def _boarder(pupil: Pupil, full: Value) -> Step:
    text = _("寄宿生每年 {year}，按学期发放，每学期 {term}", year=full.quantity, term=_by_term(pupil, full.number))
    return Step(text, (full, *pupil.rules("living_terms_per_year")))


def _day_pupil(pupil: Pupil, full: Value, percent: Value, half: Quantity) -> Step:
    text = _(
        "非寄宿生按寄宿生标准的 {percent}：{full} × {percent} = {half}，每学期 {term}",
        percent=percent.quantity, full=full.quantity, half=half, term=_by_term(pupil, half.number),
    )  # fmt: skip
    return Step(text, (full, percent, *pupil.rules("living_terms_per_year")))


def _by_term(pupil: Pupil, year: Decimal) -> Quantity:
    terms = pupil.find("living_terms_per_year")
    return yuan(year / terms.number if terms else year)


def _group_words(pupil: Pupil) -> Message:
    if pupil.group_of("living_non_boarding_rural_groups"):
        return _("非寄宿生里国家规定补助的是农村低保、农村特困家庭的，城镇的请问学校")
    return _("这种情况的非寄宿生是否补助，各地规定不同，请问学校")
