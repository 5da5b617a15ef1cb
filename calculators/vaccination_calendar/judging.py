"""Doses given too early, too close or outside the programme: nothing is silently accepted or declared void.

Whether such a dose counts is for the clinic to say; the series goes on, and is not certain.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from calculators.kit.dates import add_months
from calculators.kit.message import Message, _, days
from calculators.kit.result import unique
from calculators.vaccination_calendar.child import Child
from calculators.vaccination_calendar.live import LIVE, live_vaccines
from calculators.vaccination_calendar.questions import OTHER
from calculators.vaccination_calendar.record import Record, Taken
from calculators.vaccination_calendar.words import dose, vaccine

type Doubts = Mapping[str, list[Message]]
"""What is to be asked about the doses given, by series."""


def doubts_of(child: Child, record: Record) -> Doubts:
    """Return what is to be asked about the doses given in each series."""
    found: dict[str, list[Message]] = {series: [] for series in record.courses}
    for series, text in (*_alone(child, record), *_close(record), *_live(child, record)):
        found[series].append(text)
    return found


def outside(record: Record) -> list[Message]:
    """Return what is to be asked about doses that belong to no series."""
    return unique(_outside(given.vaccine) for given in record.extra)


def _outside(code: str) -> Message:
    if code == OTHER:
        return _("填了别的含同样成分的疫苗，能代替程序里的哪几剂，请带接种证问接种单位")
    return _("{vaccine}有多出的一剂，对以后的剂次有没有影响，请问接种单位", vaccine=vaccine(code))


def _alone(child: Child, record: Record) -> Iterator[tuple[str, Message]]:
    """Yield what is odd about a dose by itself: another vaccine, no day, or a day before its age."""
    for taken in record.taken:
        day, slot = taken.given.day, taken.slot
        if taken.stands_in:
            code = vaccine(taken.given.vaccine)
            yield slot.series, _("{vaccine}算作{dose}，是不是这样算，请问接种单位", vaccine=code, dose=dose(slot))
        if day is None:
            yield slot.series, _("{dose}没有填日期，离下一剂够不够久没法核对，请看接种证", dose=dose(slot))
        elif not taken.stands_in and day < (first := _least_day(child, taken)):
            yield (
                slot.series,
                _(
                    "{dose}打在 {day}，比程序里最早的 {first}还早，算不算数、要不要重打，请问接种单位",
                    dose=dose(slot), day=day, first=first,
                ),
            )  # fmt: skip


def _least_day(child: Child, taken: Taken) -> date:
    """Return the first day by age in the edition of that day, or of the birth where it allowed more."""
    found = (child.row_on(day, taken.slot) for day in (child.born, taken.given.day) if day)
    ages = [int(row["age_months"]) for row in found if row and "age_months" in row]
    return add_months(child.born, min(ages, default=taken.slot.age or 0))


def _close(record: Record) -> Iterator[tuple[str, Message]]:
    """Yield the doses that came too soon after the one before in their series."""
    for series, course in record.courses.items():
        dated = [(taken.given.day, taken) for taken in course.taken if taken.given.day]
        for (before, _earlier), (day, taken) in pairwise(sorted(dated, key=lambda each: each[0])):
            gap = taken.slot.gap
            if gap and not taken.stands_in and day < gap.after(before):
                yield (
                    series,
                    _(
                        "{dose}打在 {day}，离上一剂（{before}）不到 {gap}，算不算数、要不要重打，请问接种单位",
                        dose=dose(taken.slot), day=day, before=before, gap=gap.least,
                    ),
                )  # fmt: skip


def _live(child: Child, record: Record) -> Iterator[tuple[str, Message]]:
    """Yield the live vaccines that were given neither on one day nor far enough apart."""
    interval, live = child.rule(LIVE), live_vaccines(child)
    given = sorted(
        (taken.given.day, taken.given.vaccine, taken.slot.series)
        for taken in record.taken
        if taken.given.day and taken.given.vaccine in live
    )
    for (before, one, _series), (day, other, series) in pairwise(given):
        apart = (day - before).days
        if one != other and 0 < apart < interval.count:
            yield (
                series,
                _(
                    "{one}和{other}只隔 {apart}，不同一天打的要隔 {gap}以上，算不算数，请问接种单位",
                    one=vaccine(one), other=vaccine(other), apart=days(apart), gap=interval.quantity,
                ),
            )  # fmt: skip
