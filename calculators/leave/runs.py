"""Leaves that run from day to day, some of them longer by the statutory holidays in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from calculators.kit.dates import last_day
from calculators.kit.message import _, days
from calculators.kit.result import Step
from calculators.leave.birth import Birth

ONE_DAY = timedelta(1)


@dataclass(frozen=True)
class Run:
    """A leave that runs from a day to a day, both included; `holidays` made it that much longer."""

    first: date
    last: date
    certain: bool
    holidays: int = 0

    @property
    def length(self) -> int:
        """Natural days from the first to the last."""
        return (self.last - self.first).days + 1


def run_of_days(birth: Birth, first: date, number: int, extended_by: str, *, certain: bool) -> Run:
    """Return a run of so many days; where the place's rule `extended_by` says yes, holidays do not count."""
    if not birth.says_yes(extended_by):
        return Run(first, last_day(first, number), certain)
    lists: dict[int, tuple[date, ...] | None] = {}
    day, left, holidays = first - ONE_DAY, number, 0
    while left:
        day += ONE_DAY
        if day.year not in lists:
            lists[day.year] = _holidays(birth, day.year)
        listed = lists[day.year]
        certain = certain and listed is not None
        holiday = listed is not None and day in listed
        holidays += holiday
        left -= not holiday
    return Run(first, day, certain, holidays)


def _holidays(birth: Birth, year: int) -> tuple[date, ...] | None:
    """Return the statutory holidays of a year, or None where its list is not known."""
    listed = birth.find("statutory_holidays", date(year, 1, 1))
    return listed.days if listed and listed.days[0].year == year else None


def holiday_steps(birth: Birth, run: Run, extended_by: str) -> tuple[Step, ...]:
    """Return the step that tells of holidays in a run, where there are any."""
    if not run.holidays:
        return ()
    text = _("期间有法定节假日 {days}，假期顺延相同天数", days=days(run.holidays))
    return (Step(text, (birth.rule(extended_by),)),)
