"""How each day of the card comes about."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.kit.message import Message, _
from calculators.kit.result import Step
from calculators.vaccination_calendar.card import Card, given_name, taken_name
from calculators.vaccination_calendar.plan import Ended, Planned
from calculators.vaccination_calendar.record import DT, Taken
from calculators.vaccination_calendar.words import dose, from_age, listed, vaccine


def steps(card: Card) -> tuple[Step, ...]:
    """Return a step for every dose in the order of the programme, and from which age on some are no longer given."""
    return (*_given(card), *_over(card), *_to_come(card), *_ended(card))


def _given(card: Card) -> Iterator[Step]:
    for taken in card.record.taken:
        yield Step(_given_text(taken_name(taken), taken), (taken.slot.rule,))
    for given in card.record.extra:
        if given.day:
            yield Step(_("{dose}：{day}已打", dose=given_name(given), day=given.day))
        else:
            yield Step(_("{dose}：已打", dose=given_name(given)))


def _given_text(name: Message, taken: Taken) -> Message:
    day = taken.given.day
    return _("{dose}：{day}已打", dose=name, day=day) if day else _("{dose}：已打", dose=name)


def _over(card: Card) -> Iterator[Step]:
    """Yield what is over by the programme: all of it to be looked up, or what was then given in time."""
    child = card.child
    unknown = child.record is None
    over = [each.slot for each in card.over if unknown or child.row_on(each.first, each.slot)]
    if not over:
        return
    names, rule = listed([dose(slot) for slot in over]), over[0].rule
    if unknown:
        yield Step(_("到 {on}应该已经打的，请对照接种证：{doses}", on=child.on, doses=names), (rule,))
    else:
        yield Step(_("到 {on}已按时打的：{doses}", on=child.on, doses=names), (rule,))


def _to_come(card: Card) -> Iterator[Step]:
    left = [each.slot.name for each in card.left]
    for planned in card.plan.planned:
        if planned.slot.name in left:
            yield Step(_text(planned), planned.rules)


def _text(planned: Planned) -> Message:
    text = _with_gap(planned)
    if planned.apart:
        text = _("{dose}，离别的注射减毒活疫苗至少 {gap}", dose=text, gap=planned.apart.quantity)
    if planned.late:
        return _("{dose}；推荐的时间已过，{day}起就可以补，越早越好", dose=text, day=planned.day)
    return _("{dose}；最早 {first}，最好不晚于 {last}", dose=text, first=planned.first, last=planned.last)


def _with_gap(planned: Planned) -> Message:
    text, gap = from_age(planned.slot), planned.gap
    if gap is None:
        return text
    if gap.between:
        return _("{dose}，离上一剂 {gap}", dose=text, gap=gap.between)
    return _("{dose}，离上一剂至少 {gap}", dose=text, gap=gap.least)


def _ended(card: Card) -> Iterator[Step]:
    """Say once of each vaccine from which age on it is no longer given."""
    said: list[str] = []
    for each in card.plan.ended:
        if each.slot.vaccine not in said:
            said.append(each.slot.vaccine)
            yield Step(_ended_text(each), (each.rule,))


def _ended_text(ended: Ended) -> Message:
    name, age = vaccine(ended.slot.vaccine), ended.rule.quantity
    match ended.slot.vaccine:
        case "MPSV-A" if ended.rule.unit == "month":
            return _("满 {age}就不再补种{vaccine}，改打A群C群的", age=age, vaccine=name)
        case "DTaP" if ended.rule.rule.endswith("dtap_age_under"):
            return _("满 {age}不再打{vaccine}，没打完的改用{other}补", age=age, vaccine=name, other=vaccine(DT))
        case _:
            return _("满 {age}就不再补种{vaccine}", age=age, vaccine=name)
