"""The vaccination card: every dose of a child, given or to come, with its day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from calculators.kit.message import Message, _
from calculators.kit.result import Event, Occasion
from calculators.vaccination_calendar.certainty import asked_about, record_is_whole
from calculators.vaccination_calendar.child import Child, Given
from calculators.vaccination_calendar.judging import Doubts
from calculators.vaccination_calendar.plan import Plan, Planned
from calculators.vaccination_calendar.questions import OTHER
from calculators.vaccination_calendar.record import Record, Taken
from calculators.vaccination_calendar.words import dose, vaccine


@dataclass(frozen=True)
class Card:
    """A child with its record, what that leaves open, and its plan."""

    child: Child
    record: Record
    doubts: Doubts
    plan: Plan

    @cached_property
    def left(self) -> list[Planned]:
        """The doses still to be had, the next ones first.

        Who has been on time has had those whose time is over; who does not know is not told that
        one is late.
        """
        over = [each.slot.name for each in self.over]
        left = [each for each in self.plan.planned if each.slot.name not in over]
        return sorted(left, key=lambda each: (self.visit(each), each.last, each.slot.name))

    @cached_property
    def over(self) -> list[Planned]:
        """The doses whose time is over by the programme, where nobody says that one was missed."""
        if self.child.record in ("some", "none"):
            return []
        return [each for each in self.plan.planned if each.last < self.child.on]

    @property
    def next_visit(self) -> list[Planned]:
        """The doses that can be had first, all on one day."""
        return [each for each in self.left if self.visit(each) == self.visit(self.left[0])]

    @property
    def before_school(self) -> bool:
        """Whether doses for young children are left, which nursery and school will look for."""
        return any(not each.slot.for_girls for each in self.left)

    def visit(self, planned: Planned) -> date:
        """Return the first day on which a dose can still be had."""
        return max(planned.day, self.child.on)

    def is_certain(self, planned: Planned) -> bool:
        """Tell whether a dose to come may be shown as sure."""
        asked = (*self.doubts[planned.slot.series], *asked_about(self.child, self.record, planned))
        known = record_is_whole(self.child, self.record) and planned.slot.name not in self.child.changed
        return known and planned.sure and planned.slot.rule.certain and not asked


def events(card: Card) -> list[Event]:
    """Return the whole card as dates: doses given, over by the programme, and to come."""
    return [*_given(card), *_over(card), *(_to_come(card, each) for each in card.left)]


def given_name(given: Given) -> Message:
    """Return what a vaccine outside the programme's own doses is called."""
    if given.vaccine == OTHER:
        return _("其他疫苗")
    return _("{vaccine}，多出的一剂", vaccine=vaccine(given.vaccine))


def taken_name(taken: Taken) -> Message:
    """Return what a dose given is called; with the vaccine that was given in its place."""
    if taken.stands_in:
        return _("{dose}（打的是{vaccine}）", dose=dose(taken.slot), vaccine=vaccine(taken.given.vaccine))
    return dose(taken.slot)


def _given(card: Card) -> Iterator[Event]:
    named = [(taken.slot.name, taken_name(taken), taken.given.day) for taken in card.record.taken]
    named += [(f"extra-{n}", given_name(given), given.day) for n, given in enumerate(card.record.extra, 1)]
    for key, name, day in named:
        if day:
            yield _event(card, key, _("{dose}，已打", dose=name), day, day)


def _over(card: Card) -> Iterator[Event]:
    """Yield what is over, except where the edition of that time had the dose at another age, or not at all."""
    known = card.child.record is not None
    for each in card.over:
        row = card.child.row_on(each.first, each.slot)
        if row is None or row.get("age_months", "") != ("" if each.slot.age is None else str(each.slot.age)):
            continue
        name = dose(each.slot)
        label = _("{dose}，已按时打", dose=name) if known else _("{dose}，请看接种证上有没有", dose=name)
        yield _event(card, each.slot.name, label, each.first, each.last, certain=known)


def _to_come(card: Card, planned: Planned) -> Event:
    first, last = (planned.day, planned.day) if planned.late else (planned.first, planned.last)
    return _event(card, planned.slot.name, _label(card, planned), first, last, certain=card.is_certain(planned))


def _label(card: Card, planned: Planned) -> Message:
    name, child = dose(planned.slot), card.child
    if planned.slot.vaccine == "BCG" and planned.day >= child.reaches(child.rule("bcg_direct_age_under")):
        return _("{dose}，先做结核菌素试验，阴性才补种", dose=name)
    if planned.late:
        return _("{dose}，已过推荐的时间，尽早补种", dose=name)
    if child.record not in ("some", "none") and planned.first <= child.on:
        return _("{dose}，还没打的现在就可以打", dose=name)
    return name


def _event(card: Card, key: str, label: Message, first: date, last: date, *, certain: bool = True) -> Event:
    return Event(card.child.key(key), Occasion.APPOINTMENT, label, first, last, certain)
