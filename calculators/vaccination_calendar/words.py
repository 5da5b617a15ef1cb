"""What doses and ages are called."""

from __future__ import annotations

from decimal import Decimal

from calculators.kit.message import Message, Name, Quantity, Term, _, months
from calculators.vaccination_calendar.programme import Slot

YEARS_FROM = 24
"""Months from which a whole number of years is said in years: the programme's own way."""


def vaccine(code: str) -> Name:
    """Return a vaccine's name, to be worded in the reader's language."""
    return Name(f"vaccine:{code}")


def dose(slot: Slot) -> Message:
    """Return what a dose is called; one that stands alone has no number."""
    if slot.only:
        return _("{vaccine}（1 剂）", vaccine=vaccine(slot.vaccine))
    return _("{vaccine}第 {dose} 剂", vaccine=vaccine(slot.vaccine), dose=slot.dose)


def age(number: int) -> Quantity:
    """Return an age in months, or in years where the programme says years.

    >>> age(18).unit, age(24).unit, age(162).unit
    ('month', 'year', 'month')
    """
    if number >= YEARS_FROM and number % 12 == 0:
        return Quantity(Decimal(number // 12), "year")
    return months(number)


def from_age(slot: Slot) -> Message:
    """Return a dose with its least age, where it has one."""
    if slot.age is None:
        return dose(slot)
    if slot.age == 0:
        return _("{dose}，出生时", dose=dose(slot))
    return _("{dose}，满 {age}起", dose=dose(slot), age=age(slot.age))


def listed[T: Term](terms: list[T]) -> T | Message:
    """Return several as one list."""
    first: T | Message
    first, *others = terms
    for other in others:
        first = _("{one}、{other}", one=first, other=other)
    return first
