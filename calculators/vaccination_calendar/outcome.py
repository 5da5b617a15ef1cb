"""From the answers to the vaccination card of a child."""

from __future__ import annotations

from dataclasses import replace

from calculators.kit.message import Message, _
from calculators.kit.questions import Answers, Fault
from calculators.kit.result import Criterion, Part, Result, Verdict, unique, verdict_of
from calculators.kit.rules import Rules
from calculators.vaccination_calendar.advice import (
    AT_ENTRY,
    DOCUMENTS,
    EXPECTED,
    MONTHS,
    NO_LAST_DAY,
    ON_TIME,
    OTHERWISE,
    WHERE,
)
from calculators.vaccination_calendar.card import Card, events
from calculators.vaccination_calendar.certainty import asked_about, asked_about_all
from calculators.vaccination_calendar.child import Child, impossible
from calculators.vaccination_calendar.guidance import guidance
from calculators.vaccination_calendar.judging import doubts_of, outside
from calculators.vaccination_calendar.newborn import newborn_part
from calculators.vaccination_calendar.plan import plan_of
from calculators.vaccination_calendar.record import record_of
from calculators.vaccination_calendar.steps import steps
from calculators.vaccination_calendar.words import dose

HOTLINES = ("12320", "12345")

TOO_OLD = _("已经过了按免疫规划补种的年龄。成年以后的疫苗请问接种单位。")
ALL_DONE = _("免疫规划的疫苗都打完了，预防接种证请留好。")
UNKNOWN = _("先按出生日期排出以后的疫苗；打过哪些，请对照预防接种证再算一次。")


def calculate(answers: Answers, rules: Rules) -> Result | Fault:
    """Return every dose with its day: those to come, those late, and those given."""
    child = Child(answers, rules.at(answers.text("place")), answers.day("on"))
    if fault := impossible(child):
        return fault
    criteria = _criteria(child)
    verdict = verdict_of(criteria)
    if verdict is Verdict.NOT_NOW:
        return Result(verdict, TOO_OLD, child.on, child.here.place, Part(criteria=criteria), HOTLINES)
    record = record_of(child)
    card = Card(child, record, doubts_of(child, record), plan_of(child, record))
    part = Part.join((_card_part(card), newborn_part(card), _common(card)))
    dated = tuple(sorted(part.events, key=lambda event: (event.first, event.last, event.key)))
    part = replace(part, criteria=criteria, events=dated)
    return Result(verdict, _reason(card), child.on, child.here.place, part, HOTLINES)


def _criteria(child: Child) -> tuple[Criterion, ...]:
    free, residence = child.rule("free_of_charge"), child.rule("by_residence")
    age = child.rule("catch_up_age_under")
    return (
        Criterion(_("居住在中国境内的孩子，不看户口；免疫规划疫苗和接种都免费"), True, (free, residence)),
        Criterion(_("不满 {age}，漏打的可以补", age=age.quantity), child.on < child.reaches(age), (age,)),
        Criterion(_("知道打过哪些疫苗"), True if child.record else None),
    )


def _card_part(card: Card) -> Part:
    given = [one for series in card.doubts.values() for one in series]
    coming = [one for each in card.left for one in asked_about(card.child, card.record, each)]
    together = asked_about_all(card.child, card.left, card.plan.ended)
    office = unique([*outside(card.record), *given, *coming, *together])
    return Part(events=tuple(events(card)), steps=(*steps(card), *guidance(card)), office=tuple(office))


def _reason(card: Card) -> Message:
    child, left = card.child, card.left
    if child.record is None:
        return UNKNOWN
    if not left:
        return ALL_DONE
    visit, count = card.visit(left[0]), len(card.next_visit)
    late = any(each.late for each in card.next_visit)
    name = dose(left[0].slot)
    if visit > child.on and count == 1:
        return _("下一次：{day}起打{dose}。", day=visit, dose=name)
    if visit > child.on:
        return _("下一次：{day}起可以打 {count} 剂，有{dose}等。", day=visit, dose=name, count=count)
    if late:
        return _("有的疫苗过了推荐的时间，现在就可以补，一共可以打 {count} 剂。", count=count)
    if child.record == "on_time":
        return _("到了时间、还没打的，现在可以打，最多 {count} 剂，见下面的日期。", count=count)
    return _("现在可以打 {count} 剂，见下面的日期。", count=count)


def _common(card: Card) -> Part:
    child = card.child
    if not card.left:
        return Part(otherwise=OTHERWISE)
    assumed = [MONTHS, NO_LAST_DAY]
    if child.record in ("on_time", None):
        assumed.append(ON_TIME)
    if child.born > child.on:
        assumed.append(EXPECTED)
    return Part(
        documents=(*DOCUMENTS, AT_ENTRY) if card.before_school else DOCUMENTS,
        where=WHERE,
        assumptions=tuple(assumed),
        otherwise=OTHERWISE,
    )
