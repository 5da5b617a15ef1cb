"""The shapes that a rule's value may have, and what is wrong with one that has none of them.

A value is one text: a number of the unit, a date, a word, yes or no; or such a text for each
birth order (`first`, `second`, `third`, those that the rule names); or the bounds `least` and
`most` of a number that the rule leaves open; or a list of dates; or, for a schedule, of rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from generator.records import FIRST_YEAR, LAST_YEAR, Node, read_day

ORDERS = ("first", "second", "third")
BOUNDS = ("least", "most")
NUMBERS = (
    *("CNY", "percent", "day", "working_day", "week", "month", "year"),
    *("hour", "time", "child"),
)
UNITS = (*NUMBERS, "date", "choice", "yes_no", "schedule")
_NUMBER = re.compile(r"\d+(\.\d+)?", re.ASCII)


class Flaw(NamedTuple):
    """What is wrong with a value: its line, what it is, and what to do."""

    line: int
    message: str
    remedy: str


def flaws(node: Node, unit: str) -> Iterator[Flaw]:
    """Find what is wrong with the shape of a value; null is right, for it ends a rule."""
    match node.value:
        case None:
            return
        case tuple() if unit == "schedule":
            yield from _rows(node)
        case _ if unit == "schedule":
            yield Flaw(node.line, "a schedule is a list of rows", "start each row with “- ” or “- {”")
        case tuple() as days if unit == "date" and days:
            for day in days:
                yield from _text(day, unit)
        case tuple():
            yield Flaw(node.line, f"a list does not go with the unit {unit}", "write one value; only dates are listed")
        case Mapping() as parts:
            yield from _parts(node, parts, unit)
        case _:
            yield from _text(node, unit)


def _parts(node: Node, parts: Mapping[str, Node], unit: str) -> Iterator[Flaw]:
    if parts.keys() & set(BOUNDS):
        yield from _bounds(node, parts, unit)
        return
    for key, part in parts.items():
        if key not in ORDERS:
            yield Flaw(part.line, f"unknown birth order “{key}”", f"use {', '.join(ORDERS)}, or least and most")
        elif isinstance(part.value, Mapping) and part.value:
            yield from _bounds(part, part.value, unit)
        else:
            yield from _text(part, unit)
    if not parts:
        yield Flaw(node.line, "the value is empty", "write it, or null to end the rule")


def _bounds(node: Node, parts: Mapping[str, Node], unit: str) -> Iterator[Flaw]:
    if unit not in NUMBERS:
        yield Flaw(node.line, f"bounds do not go with the unit {unit}", "write one value")
        return
    strange, missing = [key for key in parts if key not in BOUNDS], [key for key in BOUNDS if key not in parts]
    if strange or missing:
        what = f"“{strange[0]}” is no bound" if strange else f"“{missing[0]}” is missing"
        yield Flaw(parts[strange[0]].line if strange else node.line, what, "write least and most, and nothing else")
        return
    found = [flaw for key in BOUNDS for flaw in _text(parts[key], unit)]
    yield from found or _order_of_bounds(node, parts)


def _order_of_bounds(node: Node, parts: Mapping[str, Node]) -> Iterator[Flaw]:
    least, most = (Decimal(str(parts[key].value)) for key in BOUNDS)
    if least > most:
        yield Flaw(node.line, f"least, {least}, is more than most, {most}", "change them round")


def _rows(node: Node) -> Iterator[Flaw]:
    rows = node.value if isinstance(node.value, tuple) else ()
    for row in rows:
        cells = row.value if isinstance(row.value, Mapping) else {}
        if not cells or not all(isinstance(cell.value, str) for cell in cells.values()):
            yield Flaw(row.line, "a row of a schedule is keys and texts", "write it as {vaccine: …, dose: 1}")
    if not rows:
        yield Flaw(node.line, "the schedule has no rows", "write them, or null to end the rule")


def _text(node: Node, unit: str) -> Iterator[Flaw]:
    if not isinstance(node.value, str):
        yield Flaw(node.line, f"this is no single value of the unit {unit}", f"write {_WHAT[unit]}")
    elif not _FITS[unit](node.value):
        yield Flaw(node.line, f"“{node.value}” does not go with the unit {unit}", f"write {_WHAT[unit]}")


def _is_day(text: str) -> bool:
    day = read_day(text)
    return day is not None and FIRST_YEAR <= day.year <= LAST_YEAR


def _is_count(text: str) -> bool:
    return text.isdecimal() and text.isascii()


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None


def _is_word(text: str) -> bool:
    """Tell a word, or a day that comes each year: 2000 had a 29 February."""
    return re.fullmatch(r"[a-z_]+", text) is not None or read_day(f"2000-{text}") is not None


def _is_yes_or_no(text: str) -> bool:
    return text in ("yes", "no")


_FITS: Mapping[str, Callable[[str], bool]] = {
    **dict.fromkeys(NUMBERS, _is_number),
    **dict.fromkeys(("child", "time"), _is_count),
    "date": _is_day,
    "choice": _is_word,
    "yes_no": _is_yes_or_no,
}
_WHAT = {
    **dict.fromkeys(NUMBERS, "a number without separators, such as 3600"),
    **dict.fromkeys(("child", "time"), "a whole number, such as 3"),
    "date": f"a date such as 2026-03-01, of the years {FIRST_YEAR} to {LAST_YEAR}",
    "choice": "a word of small letters, such as one_parent, or a day of every year, such as 03-01",
    "yes_no": "yes or no",
}
