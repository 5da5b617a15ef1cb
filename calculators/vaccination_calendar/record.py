"""The doses given, set against the programme: each series of a child as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from calculators.kit.result import unique
from calculators.vaccination_calendar.child import Child, Given
from calculators.vaccination_calendar.programme import Slot, rows

DT = "DT"


@dataclass(frozen=True)
class Taken:
    """A dose of the programme that was given, maybe by another vaccine that counts for it."""

    slot: Slot
    given: Given

    @property
    def stands_in(self) -> bool:
        """Whether another vaccine was given in its place."""
        return self.given.vaccine != self.slot.vaccine


@dataclass(frozen=True)
class Course:
    """One series of the programme as it stands for a child."""

    slots: tuple[Slot, ...]
    taken: tuple[Taken, ...]

    @property
    def last(self) -> date | None:
        """The day of the latest dose, where one has a day."""
        return max((each.given.day for each in self.taken if each.given.day), default=None)

    @property
    def left(self) -> list[Slot]:
        """The doses not given."""
        had = [each.slot.name for each in self.taken]
        return [slot for slot in self.slots if slot.name not in had]

    @property
    def has_dt(self) -> bool:
        """Whether DT was given for a dose of DTaP."""
        return any(each.stands_in and each.given.vaccine == DT for each in self.taken)


@dataclass(frozen=True)
class Record:
    """Every series of a child, by its name, and the doses given that belong to none of them."""

    courses: Mapping[str, Course]
    extra: tuple[Given, ...]

    @property
    def taken(self) -> list[Taken]:
        """The doses given, in the order of the programme."""
        return [taken for course in self.courses.values() for taken in course.taken]


def record_of(child: Child) -> Record:
    """Set the doses given against the programme in force on the day asked about, the oldest dose first."""
    slots, counting = _own(child), _counting(child)
    taken: dict[str, Taken] = {}
    extra = []
    for given in child.given:
        left = [slot for slot in slots if slot.name not in taken]
        found = _slots_for(given, left, counting)
        taken |= {slot.name: Taken(slot, given) for slot in found}
        if not found:
            extra.append(given)
    return Record({series: _course(series, slots, taken) for series in _series(slots)}, tuple(extra))


def _course(series: str, slots: Iterable[Slot], taken: Mapping[str, Taken]) -> Course:
    own = tuple(slot for slot in slots if slot.series == series)
    return Course(own, tuple(taken[slot.name] for slot in own if slot.name in taken))


def _slots_for(given: Given, left: list[Slot], counting: Mapping[str, list[str]]) -> list[Slot]:
    """Return a dose's own slot, or else the next one of each series that it counts towards."""
    own = [slot for slot in left if slot.vaccine == given.vaccine]
    if own:
        return own[:1]
    following = {slot.series: slot for slot in reversed(left)}
    return [following[series] for series in counting.get(given.vaccine, ()) if series in following]


def _counting(child: Child) -> Mapping[str, list[str]]:
    counting: dict[str, list[str]] = {}
    for row in rows(child.find("counts_towards")):
        counting.setdefault(row["vaccine"], []).append(row["series"])
    return counting


def _series(slots: Iterable[Slot]) -> list[str]:
    return unique(slot.series for slot in slots)


def _own(child: Child) -> list[Slot]:
    """Leave out the other route of two, and what is for girls only where it is not for this child."""
    routes = {series: _route(child, series) for series in _series(child.programme)}
    girls_too = child.answers.choice("sex") != "male" and _eligible(child)
    return [slot for slot in child.programme if slot.route == routes[slot.series] and (girls_too or not slot.for_girls)]


def _eligible(child: Child) -> bool:
    """Tell whether a girl was born late enough for the free HPV vaccine."""
    born_from = child.find("hpv_born_from")
    return born_from is not None and child.born >= born_from.day


def _route(child: Child, series: str) -> str:
    """Return the route a child follows: the one begun, else the one answered, else the programme's first."""
    begun, answered = _begun(child, series), _answered(child, series)
    first = next(slot.route for slot in child.programme if slot.series == series)
    return begun[0] if len(begun) == 1 else (answered or begun or [first])[0]


def route_is_sure(child: Child, series: str) -> bool:
    """Tell whether the route begun and the one answered are the same, or only one of them is known."""
    return len({*_begun(child, series), *_answered(child, series)}) == 1


def _answered(child: Child, series: str) -> list[str]:
    route = child.answers.choice(f"{series.lower()}_route")
    return [route] if route else []


def _begun(child: Child, series: str) -> list[str]:
    routes = {slot.vaccine: slot.route for slot in child.programme if slot.series == series}
    return unique(routes[each.vaccine] for each in child.given if each.vaccine in routes)
