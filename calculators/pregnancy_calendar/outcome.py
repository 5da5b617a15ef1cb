"""From the answers to the calendar of a pregnancy, or to what there is before one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from calculators.kit.dates import add_months
from calculators.kit.message import Message, _
from calculators.kit.questions import Answers, Fault
from calculators.kit.result import Criterion, Part, Result, Step, Verdict, verdict_of
from calculators.kit.rules import PlaceRules, Rules
from calculators.pregnancy_calendar.advice import DOCUMENTS, FREE_FOR_WHOM, NOT_ALL_FREE, OTHERWISE, WHERE
from calculators.pregnancy_calendar.claims import birth_claims, pregnancy_claims
from calculators.pregnancy_calendar.planning import planning_part
from calculators.pregnancy_calendar.pregnancy import TOPIC, Pregnancy, pregnancy_of
from calculators.pregnancy_calendar.visits import CHECKS, LABELS, SCREENINGS, visits, visits_part

HOTLINES = ("12320", "12345")

PLANNED = {
    Verdict.LIKELY: _("准备怀孕时有免费的检查和叶酸，下面是怎么办。"),
    Verdict.MORE_INFORMATION: _("检查和叶酸人人可以要；是不是免费，要看当地，下面写了问谁。"),
}
REASONS = {
    Verdict.LIKELY: _("这次怀孕的检查和要办的事，下面按日期排好了。"),
    Verdict.MORE_INFORMATION: _("有的情况还不清楚，下面是已经能确定的部分。"),
    Verdict.NOT_NOW: _("按填的日期，产后检查的时间也已经过了。日期填错了请改；孩子的体检请用儿童体检日历。"),
}


def calculate(answers: Answers, rules: Rules) -> Result | Fault:
    """Return the calendar of a pregnancy, or what there is before one."""
    here = rules.at(answers.text("place"))
    if answers.text("stage") == "planning":
        part = replace(planning_part(answers, here), otherwise=(FREE_FOR_WHOM,))
        return _result(answers, here, part, PLANNED)
    pregnancy = pregnancy_of(answers, here)
    if isinstance(pregnancy, Fault):
        return pregnancy
    part = _undated(answers, here) if pregnancy is None else _dated(pregnancy)
    return _result(answers, here, part, REASONS)


def _result(answers: Answers, here: PlaceRules, part: Part, reasons: dict[Verdict, Message]) -> Result:
    verdict = verdict_of(part.criteria)
    return Result(verdict, reasons[verdict], answers.day("on"), here.place, part, HOTLINES)


def _undated(answers: Answers, here: PlaceRules) -> Part:
    """Return the visits by week for a woman who knows neither date."""
    on = answers.day("on")
    rules = [here.on(f"{TOPIC}.{name}", on) for name in (CHECKS, *SCREENINGS)]
    weeks = [(visit, rule) for rule in rules for visit in visits(rule)]
    return Part(
        criteria=(*_resident(here, answers), Criterion(_("知道末次月经或预产期"), None)),
        documents=DOCUMENTS[:4],
        where=WHERE,
        steps=tuple(
            Step(_("{visit}：{weeks}", visit=LABELS[visit.name], weeks=visit.weeks), (rule,)) for visit, rule in weeks
        ),
        office=(_("不记得末次月经的，请尽快去医院做超声核对孕周，再来算一次。"),),
        otherwise=OTHERWISE[1:],
    )


def _dated(pregnancy: Pregnancy) -> Part:
    criteria = (
        *_resident(pregnancy.here, pregnancy.answers),
        Criterion(_("知道末次月经或预产期"), True),
        _time(pregnancy),
    )
    counted = Part(criteria=criteria, steps=_counting(pregnancy))
    if verdict_of(criteria) is Verdict.NOT_NOW:
        return counted
    parts = (counted, visits_part(pregnancy), pregnancy_claims(pregnancy), birth_claims(pregnancy), _common(pregnancy))
    whole = Part.join(parts)
    return replace(whole, events=tuple(sorted(whole.events, key=lambda event: (event.first, event.last, event.key))))


def _resident(here: PlaceRules, answers: Answers) -> tuple[Criterion, ...]:
    on = answers.day("on")
    resident, free = here.on(f"{TOPIC}.for_residents", on), here.find(f"{TOPIC}.free_of_charge", on)
    found = (resident, free) if free else (resident,)
    return (Criterion(_("常住在当地的孕产妇，户口不在也可以；规范里的检查免费"), True, found),)


def _time(pregnancy: Pregnancy) -> Criterion:
    """Judge whether the pregnancy, or the time of the check after it, still runs."""
    check = pregnancy.rule("postnatal_check_day")
    text = _("怀孕，或产后 {days}以内（按预产期 {due}）", days=check.quantity, due=pregnancy.due)
    after = pregnancy.on - pregnancy.due
    met = True if after <= timedelta(0) else None if after <= timedelta(check.count) else False
    return Criterion(text, met, (check,))


def _counting(pregnancy: Pregnancy) -> tuple[Step, ...]:
    rule, first = pregnancy.rule("gestation_days"), pregnancy.last_period
    if pregnancy.answers.choice("known_by") == "due_date":
        text = _("预产期 {due}往前数 {days}，孕周从 {first}算起", due=pregnancy.due, days=rule.quantity, first=first)
        return (Step(text, (rule,)), *_week(pregnancy))
    text = _("末次月经第一天 {first}加 {days}，预产期是 {due}", first=first, days=rule.quantity, due=pregnancy.due)
    return (Step(text, (rule,)), _by_calendar(pregnancy), *_week(pregnancy))


def _by_calendar(pregnancy: Pregnancy) -> Step:
    """Say which due date the record form of the norm may show: nine months and seven days on."""
    rule = pregnancy.rule("due_date_by_calendar")
    assert isinstance(rule.value, list)
    row = rule.value[0]
    day = add_months(pregnancy.last_period, int(row["months"])) + timedelta(int(row["days"]))
    return Step(_("登记表按月份和日子推算，可能写 {day}，相差几天是正常的", day=day), (rule,))


def _week(pregnancy: Pregnancy) -> tuple[Step, ...]:
    if pregnancy.on > pregnancy.due:
        return ()
    weeks, days = pregnancy.age
    return (Step(_("到 {on}，怀孕 {weeks}零 {days}", on=pregnancy.on, weeks=weeks, days=days)),)


def _common(pregnancy: Pregnancy) -> Part:
    assumed = [_("产后的日子按预产期算，以实际出生日期为准。")]
    if pregnancy.answers.choice("known_by") == "last_period":
        assumed.append(_("月经不规律的，请按医生用超声核对的预产期再算一次。"))
    return Part(
        documents=DOCUMENTS,
        where=WHERE,
        steps=_risk(pregnancy),
        assumptions=tuple(assumed),
        office=(NOT_ALL_FREE,),
        otherwise=OTHERWISE,
    )


def _risk(pregnancy: Pregnancy) -> tuple[Step, ...]:
    if not pregnancy.answers.known("babies") or pregnancy.answers.count("babies") == 1:
        return ()
    text = _("怀 {count} 个孩子：检查和访视的次数要增加，由医生安排", count=pregnancy.answers.count("babies"))
    return (Step(text, (pregnancy.rule("more_visits_at_risk"),)),)
