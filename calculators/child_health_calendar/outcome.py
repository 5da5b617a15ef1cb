"""From the answers to the calendar of a child's health checks."""

from __future__ import annotations

from dataclasses import replace

from calculators.child_health_calendar.advice import DOCUMENTS, OTHERWISE, WHERE
from calculators.child_health_calendar.child import Child, impossible
from calculators.child_health_calendar.contents import examination_steps
from calculators.child_health_calendar.newborn import newborn_part
from calculators.child_health_calendar.visits import Visit, visits
from calculators.child_health_calendar.words import FULL_MONTH, HOME_VISIT
from calculators.kit.dates import birthday
from calculators.kit.message import Message, _
from calculators.kit.questions import Answers, Fault
from calculators.kit.result import Criterion, Event, Occasion, Part, Result, Step, Verdict, verdict_of
from calculators.kit.rules import Rules

HOTLINES = ("12320", "12345")

TOO_OLD = _("0～6 岁的体检到满 7 周岁前为止。上学以后的体检请问学校。")
ALL_DONE = _("到 6 周岁的体检都已经做了。")
LATE = _("有的体检时间已过还没做，请尽快去一次。")


def calculate(answers: Answers, rules: Rules) -> Result | Fault:
    """Return the visits that are to come, and those that are late."""
    child = Child(answers, rules.at(answers.text("place")), answers.day("on"))
    if fault := impossible(child):
        return fault
    criteria = _criteria(child)
    verdict = verdict_of(criteria)
    if verdict is Verdict.NOT_NOW:
        return Result(verdict, TOO_OLD, child.on, child.here.place, Part(criteria=criteria), HOTLINES)
    every = visits(child)
    left = tuple(visit for visit in every if _is_left(child, visit))
    parts = (Part(criteria=criteria), _visits_part(child, every, left), newborn_part(child), _risk(child, every))
    part = Part.join((*parts, _common(child, left)))
    part = replace(part, events=tuple(sorted(part.events, key=lambda event: (event.first, event.last, event.key))))
    return Result(verdict, _reason(child, left), child.on, child.here.place, part, HOTLINES)


def _criteria(child: Child) -> tuple[Criterion, ...]:
    resident, free, age = child.rule("for_residents"), child.find("free_of_charge"), child.rule("age_under")
    found = (resident, free) if free else (resident,)
    return (
        Criterion(_("常住在当地的孩子，户口不在也可以；体检免费"), True, found),
        Criterion(_("不满 {age}", age=age.quantity), child.on < birthday(child.born, age.count), (age,)),
    )


def _is_left(child: Child, visit: Visit) -> bool:
    """Tell whether a visit is still to be had; the time for a visit at home does not come again."""
    past = visit.last < child.on
    if visit.name in child.done or (past and child.answers.choice("done") == "all"):
        return False
    return not (past and visit.name == HOME_VISIT)


def _visits_part(child: Child, every: tuple[Visit, ...], left: tuple[Visit, ...]) -> Part:
    examined = examination_steps(child.here, child.on, tuple(visit.name for visit in left))
    return Part(
        events=tuple(_event(child, visit) for visit in left),
        steps=(*(_left_step(visit) if visit in left else _done_step(child, visit) for visit in every), *examined),
    )


def _event(child: Child, visit: Visit) -> Event:
    label = _("{visit}，时间已过", visit=visit.label) if visit.last < child.on else visit.label
    return Event(child.key(visit.name), Occasion.APPOINTMENT, label, visit.first, visit.last, visit.certain)


def _left_step(visit: Visit) -> Step:
    text = _(
        "{visit}：{first}至 {last}；{contents}",
        visit=visit.label, first=visit.first, last=visit.last, contents=visit.contents,
    )  # fmt: skip
    return Step(text, (visit.rule,))


def _done_step(child: Child, visit: Visit) -> Step:
    day = child.done.get(visit.name)
    if day is not None:
        return Step(_("{visit}：{day}已做", visit=visit.label, day=day))
    if visit.name in child.done or child.answers.choice("done") == "all":
        return Step(_("{visit}：已做", visit=visit.label))
    return Step(_("{visit}：时间已过", visit=visit.label))


def _reason(child: Child, left: tuple[Visit, ...]) -> Message:
    ahead = [visit for visit in left if visit.last >= child.on]
    if not ahead:
        return LATE if left else ALL_DONE
    following = ahead[0]
    if following.first <= child.on:
        return _("现在可以做：{visit}，到 {last}为止。", visit=following.label, last=following.last)
    return _("下一次：{visit}，{first}至 {last}。", visit=following.label, first=following.first, last=following.last)


def _risk(child: Child, every: tuple[Visit, ...]) -> Part:
    """Say that a child at risk is visited more often; the norm leaves open how often."""
    if not (child.premature or child.answers.choice("risk") == "yes"):
        return Part()
    rule, weeks = child.rule("more_visits_at_risk"), child.rule("premature_weeks_under")
    full_month = next(visit for visit in every if visit.name == FULL_MONTH)
    text = _("不满 {weeks}出生、低出生体重、双胞胎或多胞胎、有出生缺陷的，家庭访视的次数增加", weeks=weeks.quantity)
    steps = (Step(text, (weeks, rule)),) if child.on <= full_month.last else ()
    return Part(steps=steps, office=(_("孩子要不要多约几次检查、什么时候复查"),))


def _common(child: Child, left: tuple[Visit, ...]) -> Part:
    late = any(visit.last < child.on for visit in left)
    asked = [_("时间已过还没做的体检，请尽快去一次，医生会安排要补的项目。")] if late else []
    if child.discharged is None and any(visit.name == HOME_VISIT for visit in left):
        asked.append(_("新生儿家庭访视从出院那天算起，知道出院日期后再算一次"))
    return Part(
        documents=DOCUMENTS,
        where=WHERE,
        assumptions=(_("按预产期计算，以实际出生日期为准。"),) if child.born > child.on else (),
        office=tuple(asked),
        otherwise=OTHERWISE,
    )
