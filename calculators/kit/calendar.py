"""A result's dates as an iCalendar file (RFC 5545): all-day events, stable UIDs, alarms.

Many calendar programs ignore alarms, so a deadline also gets an event of its own some weeks
before, to prepare. The stamp is the day of the calculation: same answers, same bytes.
"""

from __future__ import annotations

from datetime import date, timedelta

from calculators.kit.message import _
from calculators.kit.result import Event, Occasion, Result
from calculators.kit.wording import UNSURE, Catalogue

PREPARE_DAYS = 30
OCTETS = 75


def calendar(slug: str, result: Result, catalogue: Catalogue) -> str:
    """Return the text of a `.ics` file, or an empty text when the result has no dates to come."""
    events = [event for event in result.part.events if event.last >= result.on]
    if not events:
        return ""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{slug}//{catalogue.language}",
        "CALSCALE:GREGORIAN",
    ]
    for event in events:
        lines += _event(event, result.on, catalogue)
        if event.occasion is Occasion.DEADLINE and event.last - timedelta(PREPARE_DAYS) > result.on:
            lines += _preparation(event, result.on, catalogue)
    return "".join(fold(line) for line in [*lines, "END:VCALENDAR"])


def _event(event: Event, on: date, catalogue: Catalogue) -> list[str]:
    summary = _summary(event, catalogue)
    lines = _head(event.key, on, event.first, event.last, summary)
    if event.occasion is not Occasion.LEAVE:
        lines += [
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "TRIGGER:-P7D",
            f"DESCRIPTION:{_escape(summary)}",
            "END:VALARM",
        ]
    return [*lines, "END:VEVENT"]


def _preparation(event: Event, on: date, catalogue: Catalogue) -> list[str]:
    day = event.last - timedelta(PREPARE_DAYS)
    summary = catalogue.say(_("准备：{label}", label=_summary(event, catalogue)))
    return [*_head(f"{event.key}-prepare", on, day, day, summary), "END:VEVENT"]


def _summary(event: Event, catalogue: Catalogue) -> str:
    return catalogue.say(event.label) + ("" if event.certain else catalogue.say(UNSURE))


def _head(key: str, on: date, first: date, last: date, summary: str) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{key}@family-calculators",
        f"DTSTAMP:{_basic(on)}T000000Z",
        f"DTSTART;VALUE=DATE:{_basic(first)}",
        f"DTEND;VALUE=DATE:{_basic(last + timedelta(1))}",
        f"SUMMARY:{_escape(summary)}",
        "TRANSP:TRANSPARENT",
    ]


def _basic(day: date) -> str:
    """Return a day in the basic form of ISO 8601."""
    return day.isoformat().replace("-", "")


def _escape(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, "\\" + mark)
    return text.replace("\n", "\\n")


def fold(line: str) -> str:
    r"""Fold a line at 75 octets without cutting a character, and end it with CRLF.

    >>> fold("SUMMARY:" + "产" * 30).count("\r\n ")
    1
    """
    rest, parts, room = line.encode(), [], OCTETS
    while len(rest) > room:
        cut = room
        while rest[cut] & 0b1100_0000 == 0b1000_0000:  # inside a character of UTF-8
            cut -= 1
        parts.append(rest[:cut])
        rest, room = rest[cut:], OCTETS - 1
    return b"\r\n ".join([*parts, rest]).decode() + "\r\n"
