"""The doses to come: each on the first day that its age, the dose before and other live vaccines allow.

Who missed doses is caught up, not begun again: only what is missing, as early as it may be
(2026年版, 一般原则).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from calculators.kit.dates import add_months
from calculators.kit.result import unique
from calculators.kit.rules import Value
from calculators.vaccination_calendar.child import Child
from calculators.vaccination_calendar.live import LIVE, held_by_given, held_by_planned
from calculators.vaccination_calendar.programme import Gap, Slot, most
from calculators.vaccination_calendar.record import DT, Course, Record

ONE_DAY = timedelta(1)
ENDS = {
    "BCG": "bcg_after_test_age_under",
    "MPSV-A": "mpsv_a_age_under",
    "DTaP": "dtap_age_under",
    DT: "dt_age_under",
}
"""The rule that says from which age a vaccine is no longer given; all end with the catch-up age."""
CARRIER_HOURS, USUAL_HOURS = "hepb_carrier_mother_within_hours", "hepb_first_dose_within_hours"


@dataclass(frozen=True)
class Planned:
    """A dose to come: from its first allowed day to the last that is recommended.

    `day` is the first day on which it can still be had. `gap` and `apart` are what the first day
    keeps from the dose before and from other live vaccines. `sure` is False when a rule that is not
    confirmed sets the first day, or the programme leaves open how the series goes on.
    """

    slot: Slot
    first: date
    last: date
    day: date
    gap: Gap | None
    apart: Value | None
    sure: bool
    rules: tuple[Value, ...]

    @property
    def late(self) -> bool:
        """Whether the recommended time is over before the dose can be had."""
        return self.last < self.day


@dataclass(frozen=True)
class Ended:
    """A dose that is no longer given from an age on, and the rule that says so."""

    slot: Slot
    rule: Value


@dataclass(frozen=True)
class Plan:
    """The doses to come in the order of the programme, and those that are no longer given."""

    planned: tuple[Planned, ...]
    ended: tuple[Ended, ...]


def plan_of(child: Child, record: Record) -> Plan:
    """Plan every series, then move live vaccines apart that would come too close."""
    held = held_by_given(child, [slot for course in record.courses.values() for slot in course.left])
    while True:
        found = [each for course in record.courses.values() for each in _course(child, course, held)]
        planned = tuple(each for each in found if isinstance(each, Planned))
        moved = held_by_planned(child, {each.slot.name: (each.slot.vaccine, each.day) for each in planned})
        if not moved:
            return Plan(planned, tuple(each for each in found if isinstance(each, Ended)))
        held |= moved


def _course(child: Child, course: Course, held: Mapping[str, date]) -> Iterator[Planned | Ended]:
    before, whole = course.last, True
    for slot in course.left:
        planned = _planned(child, slot, before, held)
        rule = _ended_by(child, slot.vaccine, planned.day)
        if rule is None:
            yield planned if whole else replace(planned, sure=False)
            before = planned.day
            continue
        yield Ended(slot, rule)
        whole = False
        if slot.vaccine == "DTaP":
            if not course.has_dt:
                yield from _dt(child, planned)
            return


def _planned(child: Child, slot: Slot, before: date | None, held: Mapping[str, date]) -> Planned:
    by_age = child.born if slot.age is None else add_months(child.born, slot.age)
    by_gap = slot.gap.after(before) if slot.gap and before else by_age
    # An interval that is not confirmed is spoken of only where it decides.
    gap = slot.gap if before and slot.gap and (slot.gap.rule.certain or by_gap > by_age) else None
    first = max(by_age, by_gap, held.get(slot.name, by_age))
    apart = child.rule(LIVE) if first > max(by_age, by_gap) else None
    last, last_rule = _last(child, slot, before, first)
    rules = [slot.rule, *(gap_rule for gap_rule in (gap and gap.rule, last_rule, apart) if gap_rule)]
    sure = gap is None or gap.rule.certain
    return Planned(slot, first, last, max(first, child.begins), gap, apart, sure, tuple(unique(rules)))


def _last(child: Child, slot: Slot, before: date | None, first: date) -> tuple[date, Value | None]:
    """Return the last recommended day; a dose without one is had in the month of its age."""
    if slot.before is not None:
        return add_months(child.born, slot.before) - ONE_DAY, None
    rule = child.find(_last_by(child, slot)) if slot.last_by else None
    if rule and rule.unit == "hour":
        return child.born + timedelta(hours=rule.count), rule
    if rule and before:
        return (add_months(before, most(rule)) if rule.unit == "month" else before + timedelta(most(rule))), rule
    if slot.age is not None:
        return add_months(child.born, slot.age + 1) - ONE_DAY, None
    return add_months(first, 1) - ONE_DAY, None


def _last_by(child: Child, slot: Slot) -> str:
    """Return the rule for the last day; that of hepatitis B is sooner unless the mother is known to be free of it."""
    if slot.last_by == USUAL_HOURS and child.answers.choice("carrier") != "no":
        return CARRIER_HOURS
    return slot.last_by


def _ended_by(child: Child, vaccine: str, day: date) -> Value | None:
    names = (ENDS.get(vaccine), "catch_up_age_under")
    rules = [rule for name in names if name and (rule := child.find(name))]
    return next((rule for rule in rules if day >= child.reaches(rule)), None)


def _dt(child: Child, missed: Planned) -> Iterator[Planned | Ended]:
    """Yield DT for a child too old for DTaP; how many doses of it, the clinic says."""
    slot = replace(missed.slot, vaccine=DT, dose=1, age=None, before=None)
    planned = replace(missed, slot=slot, last=missed.first - ONE_DAY, sure=False)
    rule = _ended_by(child, DT, planned.day)
    yield Ended(slot, rule) if rule else planned
