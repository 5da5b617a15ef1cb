"""A second reading of the immunisation programme: its table written out anew, walked through day by day.

Nothing here reads the rules' files or the calculator's own steps. Every birth date of nine years is
planned twice, as a diary: with no dose given, and with every dose given in time; both routes, both sexes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from calculators.kit.questions import Answers
from calculators.kit.result import Result
from calculators.kit.rules import Rules
from calculators.vaccination_calendar import VACCINATION_CALENDAR

PROGRAMME = """
hepb-1      HepB   0 months              |
hepb-2      HepB   1 month               | 28 days
hepb-3      HepB   6 months   before 12  | 60 days
bcg-1       BCG    0 months   before 3   |
ipv-1       polio  2 months              |
ipv-2       polio  3 months              | 28 days
bopv-3      polio  4 months   before 12  | 28 days
bopv-4      polio  48 months  before 60  | 28 days
dtap-1      DTaP   2 months              |
dtap-2      DTaP   4 months              | 28 days
dtap-3      DTaP   6 months   before 12  | 28 days
dtap-4      DTaP   18 months  before 24  | 6 months
dtap-5      DTaP   72 months  before 84  | 12 months
mpsv-a-1    MPSV   6 months   before 12  |
mpsv-a-2    MPSV   9 months   before 24  | 3 months
mpsv-ac-1   MPSV   36 months  before 48  | 12 months
mpsv-ac-2   MPSV   72 months  before 84  | 36 months
mmr-1       MMR    8 months   before 12  |
mmr-2       MMR    18 months  before 24  | 28 days
je-l-1      JE-L   8 months   before 12  |
je-l-2      JE-L   24 months  before 36  | 12 months
je-i-1      JE-I   8 months              |
je-i-2      JE-I   8 months              | 7 days
je-i-3      JE-I   24 months  before 36  | 1 month
je-i-4      JE-I   72 months  before 84  | 36 months
hepa-l-1    HepA-L 18 months  before 24  |
hepa-i-1    HepA-I 18 months  before 24  |
hepa-i-2    HepA-I 24 months  before 36  | 6 months
2vhpv-1     HPV    156 months before 168 |
2vhpv-2     HPV    0 months              | 6 months
"""
"""Dose, series, least age, age before which it should be had, and the gap from the dose before.

facts/immunisation.yml; the gaps of bOPV 4 and of JE-I 3 and 4, which only catching up needs, are those of
the 2021 edition.
"""

LIVE = {"bcg-1", "mmr-1", "mmr-2", "je-l-1", "je-l-2", "hepa-l-1"}
"""Injected live vaccines: on one day, or 28 days apart."""

TOO_OLD = {"bcg": 48, "mpsv-a": 24, "dtap": 84, "dt": 144}
"""Months from which a vaccine is not given any more; DT takes the place of DTaP."""

IN_FORCE = date(2026, 6, 17)
AGES_IN_DAYS = (-90, -1, 0, 1, 2, 31, 100, 200, 243, 260, 290, 340, 400, 530, 560, 700, 740, 1000, 1300, 1500, 1900)
LATER_AGES = (2190, 2300, 2560, 2700, 3000, 4000, 4400, 4750, 4800, 4950, 5000, 5115, 5300, 6000, 6500)

OFFERED = ("已按时打",)
"""How the labels of doses end that are not to come."""

type Windows = dict[str, tuple[date, date]]


def months_on(day: date, months: int) -> date:
    """Return the same day some months later; the last day of a month that has no such day."""
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    for number in (day.day, 30, 29, 28):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    raise AssertionError


def after(day: date, gap: str) -> date:
    """Return the day that keeps a gap such as «28 days»; no gap is none."""
    if not gap:
        return day
    number, unit = gap.split()
    return day + timedelta(int(number)) if unit == "days" else months_on(day, int(number))


def series_of(routes: str, sex: str) -> dict[str, list[list[str]]]:
    """Return the doses of a child by series: name, age, before, gap."""
    letter = "L" if routes == "live" else "I"
    left_out = {"JE-I", "HepA-I"} if letter == "L" else {"JE-L", "HepA-L"}
    left_out |= {"HPV"} if sex == "male" else set()
    series: dict[str, list[list[str]]] = {}
    for line in PROGRAMME.strip().splitlines():
        left, gap = line.split("|")
        words = left.split()
        before = words[5] if "before" in words else ""
        if words[1] not in left_out:
            series.setdefault(words[1], []).append([words[0], words[2], before, gap.strip()])
    return series


def last_day(name: str, born: date, age: str, before: str, previous: date | None) -> date:
    if name == "hepb-1":
        return born + timedelta(1)
    if name == "je-i-2" and previous:
        return previous + timedelta(10)
    if name == "2vhpv-2" and previous:
        return months_on(previous, 12)
    return months_on(born, int(before) if before else int(age) + 1) - timedelta(1)


def too_old(name: str, born: date, day: date) -> bool:
    vaccine = name.rsplit("-", 1)[0]
    return day >= months_on(born, 18 * 12) or (vaccine in TOO_OLD and day >= months_on(born, TOO_OLD[vaccine]))


def diary(born: date, today: date, series: dict[str, list[list[str]]]) -> Windows:
    """Give every dose on the first day it may be had, from today on, the earliest one of all first."""
    waiting = {name: list(doses) for name, doses in series.items()}
    previous: dict[str, date] = {}
    live: list[date] = []
    windows: Windows = {}
    while any(waiting.values()):
        allowed, name = min(_next_days(born, today, waiting, previous, live))
        dose, age, before, gap = waiting[name].pop(0)
        if too_old(dose, born, allowed):
            if dose.startswith("dtap"):
                waiting[name] = [["dt-1", "0", "", gap]]
            continue
        first = _first_day(born, age, gap, dose, previous.get(name), live)
        last = last_day(dose, born, age, before, previous.get(name))
        late = last < allowed or dose == "dt-1"
        windows[dose] = (allowed, allowed) if late else (first, last)
        previous[name] = allowed
        live += [allowed] if dose in LIVE else []
        if dose == "dt-1":
            waiting[name] = []
    return windows


def _next_days(
    born: date, today: date, waiting: dict[str, list[list[str]]], previous: dict[str, date], live: list[date]
) -> Iterator[tuple[date, str]]:
    for name, doses in waiting.items():
        if doses:
            dose, age, _before, gap = doses[0]
            day = max(today, _first_day(born, age, gap, dose, previous.get(name), live))
            yield _clear(dose, day, live), name


def _first_day(born: date, age: str, gap: str, dose: str, previous: date | None, live: list[date]) -> date:
    by_gap = after(previous, gap) if previous else born
    day = max(months_on(born, int(age)), by_gap)
    cleared = _clear(dose, day, live)
    return cleared if cleared > day else day


def _clear(dose: str, day: date, live: list[date]) -> date:
    for other in sorted(live):
        if dose in LIVE and other < day < other + timedelta(28):
            day = other + timedelta(28)
    return day


def in_time(born: date, today: date, series: dict[str, list[list[str]]]) -> Windows:
    """Return the programme's own days, without the doses whose time is over."""
    return {dose: window for dose, window in diary(born, born, series).items() if window[1] >= today}


def answered(rules: Rules, born: date, on: date, record: str, routes: str, sex: str) -> Windows:
    """Return the windows of the doses to come as the calculator gives them."""
    answers = Answers(
        {
            "place": "cn", "birth_date": born, "sex": sex, "carrier": "no", "record": record,
            "je_route": routes, "hepa_route": routes, "on": on,
        }
    )  # fmt: skip
    result = VACCINATION_CALENDAR.calculate(answers, rules)
    assert isinstance(result, Result)
    return {
        event.key.removeprefix(f"vaccination-{born}-"): (event.first, event.last)
        for event in result.part.events
        if not event.label.msgid.endswith(OFFERED) and not event.key.endswith("-certificate")
    }


def day_asked(born: date, ages: tuple[int, ...]) -> date:
    """Return a day to ask on, another age for each birth date, never before the programme was in force."""
    return max(IN_FORCE, born + timedelta(ages[born.toordinal() % len(ages)]))


def births(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(number) for number in range((date(year + 1, 1, 1) - first).days)]


@pytest.fixture(scope="module")
def read_rules(rules: str) -> Rules:
    return Rules.from_json(rules)


def test_the_second_reading_has_every_dose_of_the_programme() -> None:
    by_child = [{dose[0] for line in series_of(*child).values() for dose in line} for child in CHILDREN]
    assert [len(doses) for doses in by_child] == [24, 27, 22, 25]


CHILDREN = [("live", "female"), ("inactivated", "female"), ("live", "male"), ("inactivated", "male")]


@pytest.mark.parametrize("year", range(2022, 2031))
@pytest.mark.parametrize(("routes", "sex"), CHILDREN)
def test_a_child_without_any_dose_is_caught_up_day_by_day(read_rules: Rules, year: int, routes: str, sex: str) -> None:
    series = series_of(routes, sex)
    for born in births(year):
        on = day_asked(born, AGES_IN_DAYS + LATER_AGES)
        expected = {} if on >= months_on(born, 18 * 12) else diary(born, max(on, born), series)
        assert answered(read_rules, born, on, "none", routes, sex) == expected, (born, on)


@pytest.mark.parametrize("year", range(2022, 2031))
@pytest.mark.parametrize(("routes", "sex"), CHILDREN)
def test_a_child_on_time_follows_the_table(read_rules: Rules, year: int, routes: str, sex: str) -> None:
    series = series_of(routes, sex)
    for born in births(year):
        on = day_asked(born, (*LATER_AGES, *AGES_IN_DAYS))
        expected = {} if on >= months_on(born, 18 * 12) else in_time(born, on, series)
        assert answered(read_rules, born, on, "on_time", routes, sex) == expected, (born, on)
