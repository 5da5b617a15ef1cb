"""Injected live vaccines: two of them are given on one day, or far enough apart (2026年版, 一般原则)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import pairwise

from calculators.vaccination_calendar.child import Child
from calculators.vaccination_calendar.programme import Slot, rows

LIVE = "live_interval_days_at_least"


def live_vaccines(child: Child) -> set[str]:
    """Return the injected live vaccines, which keep a distance from each other."""
    return {row["vaccine"] for row in rows(child.find("live_injected"))}


def held_by_given(child: Child, left: Iterable[Slot]) -> dict[str, date]:
    """Return the day for which the live doses to come wait after the last one given before today."""
    live = live_vaccines(child)
    given = [day for day in _days_given(child, live) if day < child.on]
    if not given:
        return {}
    clear = max(given) + timedelta(child.rule(LIVE).count)
    return {slot.name: clear for slot in left if slot.vaccine in live}


def held_by_planned(child: Child, coming: Mapping[str, tuple[str, date]]) -> dict[str, date]:
    """Return the first live doses to come that are too soon after another one, and the day they wait for.

    `coming` has each dose by its name, with its vaccine and its day.
    """
    interval, live = timedelta(child.rule(LIVE).count), live_vaccines(child)
    planned = {name: day for name, (code, day) in coming.items() if code in live}
    for before, day in pairwise(sorted({*_days_given(child, live), *planned.values()})):
        names = [name for name, each in planned.items() if each == day]
        if names and day - before < interval:
            return dict.fromkeys(names, before + interval)
    return {}


def _days_given(child: Child, live: set[str]) -> list[date]:
    return [given.day for given in child.given if given.day and given.vaccine in live]
