"""The calendar file, read back by another program's reader."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from icalendar import Calendar

from calculators.kit.calendar import calendar, fold
from calculators.kit.message import Message
from calculators.kit.result import Event, Occasion, Part, Result, Verdict
from generator.words import Speech
from tests.calculators.asking import Desk, child
from tests.calculators.latin import words

ON = date(2026, 11, 23)
LONG = "产假" * 40


def result(*events: Event, on: date = ON) -> Result:
    return Result(Verdict.LIKELY, Message("好"), on, "cn", Part(events=events))


def event(key: str, first: date, last: date, occasion: Occasion = Occasion.LEAVE, label: str = "假") -> Event:
    return Event(key, occasion, Message(label), first, last)


def parsed(text: str) -> list[Any]:
    """Return the events of a calendar, read by another program's reader."""
    return list(Calendar.from_ical(text).walk("VEVENT"))


def test_an_event_takes_whole_days_with_both_ends() -> None:
    (found,) = parsed(calendar("leave", result(event("a", ON, date(2026, 11, 30))), words()))
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (ON, date(2026, 12, 1))
    assert type(found["DTSTART"].dt) is date


def test_the_stamp_is_the_day_of_the_calculation_in_universal_time() -> None:
    (found,) = parsed(calendar("leave", result(event("a", ON, ON)), words()))
    assert found["DTSTAMP"].dt.isoformat() == "2026-11-23T00:00:00+00:00"


def test_an_event_that_is_over_is_left_out_and_one_that_ends_today_is_not() -> None:
    over, ending = event("a", date(2026, 1, 1), date(2026, 11, 22)), event("b", date(2026, 1, 1), ON)
    assert [found["UID"] for found in parsed(calendar("leave", result(over, ending), words()))] == [
        "b@family-calculators"
    ]
    assert calendar("leave", result(over), words()) == ""


@pytest.mark.parametrize(("day", "count"), [(date(2026, 12, 23), 1), (date(2026, 12, 24), 2)])
def test_a_deadline_more_than_30_days_ahead_has_a_day_to_prepare(day: date, count: int) -> None:
    found = parsed(calendar("s", result(event("a", day, day, Occasion.DEADLINE)), words()))
    assert len(found) == count
    assert found[-1]["UID"] == ("a-prepare@family-calculators" if count == 2 else "a@family-calculators")


def test_a_deadline_has_an_alarm_and_a_leave_has_none() -> None:
    text = calendar("s", result(event("a", ON, ON, Occasion.DEADLINE), event("b", ON, ON)), words())
    alarms = [len(found.walk("VALARM")) for found in parsed(text)]
    assert alarms == [1, 0]


@pytest.mark.parametrize(
    "label",
    [LONG, "a, b; c \\ d", "é" * 200, "😀" * 60, "x" * 75, "一\n二", "تۇغۇت " * 30],
    ids=["three octets", "marks", "two octets", "four octets", "one line", "two lines", "right to left"],
)
def test_a_label_of_any_length_and_with_any_mark_comes_back_whole(label: str) -> None:
    text = calendar("leave", result(event("a", ON, ON, label=label)), words())
    assert str(parsed(text)[0]["SUMMARY"]) == label
    lines = text.split("\r\n")
    assert lines[-1] == ""
    assert all(len(line.encode()) <= 75 and "\n" not in line for line in lines)


@pytest.mark.parametrize("octets", [74, 75, 76, 150, 151])
def test_a_line_is_folded_only_beyond_75_octets(octets: int) -> None:
    folded = fold("x" * octets)
    assert folded.replace("\r\n ", "") == "x" * octets + "\r\n"
    assert ("\r\n " in folded) == (octets > 75)


def test_the_calendars_of_the_real_answers_have_unique_and_lasting_uids(
    desk: Desk, speeches: dict[str, Speech]
) -> None:
    family = child("2025-05-20"), child("2025-05-20", order="second"), child("2026-02-10", order="third")
    uids = []
    for speech in speeches.values():
        for on in ("2026-02-11", "2026-03-11"):
            there = Desk(desk.rules, speech.catalogue_json)
            given = there.family(*family, on=on)["calendar"], there.birth(on=on)["calendar"]
            uids.append([str(found["UID"]) for text in given for found in parsed(text)])
    assert all(len(found) == len(set(found)) for found in uids)
    assert all(found == uids[0] for found in uids)
