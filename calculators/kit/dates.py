"""Counting days and months the way Chinese law counts them.

Leave is counted in natural days and includes the day it starts (女职工劳动保护特别规定
article 7); ages and terms in months run to the same day of a later month, and to the
last day of a month that has no such day.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta


def add_months(day: date, months: int) -> date:
    """Return the same day of the month `months` later, or that month's last day.

    >>> add_months(date(2024, 11, 30), 3)
    datetime.date(2025, 2, 28)
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def birthday(born: date, age: int) -> date:
    """Return the day the child turns `age`; born on 29 February, 28 February counts.

    >>> birthday(date(2024, 2, 29), 3)
    datetime.date(2027, 2, 28)
    """
    return add_months(born, 12 * age)


def last_day(start: date, days: int) -> date:
    """Return the last of `days` natural days that begin with `start`.

    >>> last_day(date(2026, 1, 1), 98)
    datetime.date(2026, 4, 8)
    """
    return start + timedelta(days=days - 1)


def months_from(first: date, until: date) -> int:
    """Count the months touched from the month of `first` to the month of `until`, both included.

    >>> months_from(date(2025, 1, 1), date(2026, 12, 20))
    24
    """
    return (until.year - first.year) * 12 + until.month - first.month + 1


def end_of_year(year: int) -> date:
    """Return 31 December of `year`."""
    return date(year, 12, 31)
