"""A second reading of the rules: plain tables written out from the facts, without the rules' files.

The subsidy's table is the one by month of birth that the National Health Commission publishes;
the leave's is each place's total for a single birth without complications.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from calculators.kit import message
from calculators.kit.questions import Answer, Answers
from calculators.kit.rules import PlaceRules, Rules
from calculators.leave.birth import Birth
from calculators.leave.maternity import maternity_part
from generator.model import Site
from tests.calculators.asking import Desk, amounts, child, part

MONTHS = """
2022-01  1    300 |    300
2022-02  2    600 |    600
2022-03  3    900 |    900
2022-04  4   1200 |   1200
2022-05  5   1500 |   1500
2022-06  6   1800 |   1800
2022-07  7   2100 |   2100
2022-08  8   2400 |   2400
2022-09  9   2700 |   2700
2022-10 10   3000 |   3000
2022-11 11   3300 |   3300
2022-12 12   3600 |   3600
2023-01 13   3900 |   3600  300
2023-02 14   4200 |   3600  600
2023-03 15   4500 |   3600  900
2023-04 16   4800 |   3600 1200
2023-05 17   5100 |   3600 1500
2023-06 18   5400 |   3600 1800
2023-07 19   5700 |   3600 2100
2023-08 20   6000 |   3600 2400
2023-09 21   6300 |   3600 2700
2023-10 22   6600 |   3600 3000
2023-11 23   6900 |   3600 3300
2023-12 24   7200 |   3600 3600
2024-01 25   7500 |   3600 3600  300
2024-02 26   7800 |   3600 3600  600
2024-03 27   8100 |   3600 3600  900
2024-04 28   8400 |   3600 3600 1200
2024-05 29   8700 |   3600 3600 1500
2024-06 30   9000 |   3600 3600 1800
2024-07 31   9300 |   3600 3600 2100
2024-08 32   9600 |   3600 3600 2400
2024-09 33   9900 |   3600 3600 2700
2024-10 34  10200 |   3600 3600 3000
2024-11 35  10500 |   3600 3600 3300
2024-12 36  10800 |   3600 3600 3600
"""
"""Month of birth, months paid, the whole, and what is claimed in 2025, 2026 and 2027."""

SCHEMES = """
sichuan/panzhihua    2025-07-01 | -            | 6000 yearly          | 6000 yearly
neimenggu/hohhot     2025-06-01 | 10000 once   | 10000 yearly         | 10000 yearly
neimenggu/ordos      2025-06-01 | 500 once     | 500 once 2000 once   | 10000 yearly 500 once 2000 once
heilongjiang/harbin  2025-06-01 | -            | 200 monthly          | 700 monthly
heilongjiang/daqing  2025-06-01 | -            | -                    | 200 monthly
hubei/qianjiang      2025-06-01 | -            | 2000 once            | 10000 once
hubei/tianmen        2025-06-01 | -            | 800 monthly 2300 once | 1000 monthly 3300 once
liaoning/shenyang    2025-06-01 | -            | -                    | 500 monthly
hunan/changsha       2025-06-01 | -            | -                    | 10000 once
zhejiang/quzhou      2025-06-01 | -            | 5000 yearly          | 10000 yearly
zhejiang/quzhou      2026-02-01 | -            | 1400 yearly          | 6400 yearly
zhejiang/hangzhou    2026-02-01 | -            | 2000 once            | 5000 once 9200 once
zhejiang/wenzhou     2026-01-01 | -            | -                    | -
yunnan               2025-12-31 | -            | 2000 once            | 5000 once
"""
"""Place and birth, and what it pays beside the yearly 3,600 for a first, second and third child."""

STANDARDS = """
shandong/jinan  2025-06-01 3600 7200 7200
hubei/jingmen   2026-02-01 3600 3600 6000
guangdong       2026-02-01 3600 3600 3600
"""
"""Place and birth, and the yearly standard of a first, second and third child where it is one sum."""

TOTALS = """
beijing       158 158 158
tianjin       158 158 158
hebei         158 158 188
shanxi        158 158 158
neimenggu     158 158 188
liaoning      158 158 158
jilin         180 180 180
heilongjiang  180 180 180
shanghai      158 158 158
jiangsu       158 158 158
zhejiang      158 188 188
anhui         158 158 158
fujian        158 158 158
jiangxi       188 188 188
shandong      158 158 158
hubei         158 158 158
hunan         158 158 158
guangdong     178 178 178
guangxi       158 168 178
chongqing     178 178 178
sichuan       188 188 188
guizhou       158 158 158
yunnan        158 158 158
xizang        365 365 365
shaanxi       158 158 173
gansu         180 180 180
qinghai       188 188 188
ningxia       158 158 158
xinjiang      158 158 158
"""
"""Place, and the days of a first, second and third birth; of a range, the least (福建)."""

BY_MONTHS = ("henan", "hainan")
"""Places that add calendar months, so that their days depend on the calendar."""

MONTHS_MORE = 3
"""The calendar months that they add."""

BEFORE = """
jiangsu   2022-02-10  30
fujian    2022-03-30   -
yunnan    2022-01-17   -
shaanxi   2022-05-25   -
sichuan   2025-11-28  60
"""
"""Places whose number of days above began after 2021, the day it began, and the days added until then, if any."""

HOLIDAYS = """
2025: 01-01 01-28 01-29 01-30 01-31 04-04 05-01 05-02 05-31 10-01 10-02 10-03 10-06
2026: 01-01 02-16 02-17 02-18 02-19 04-05 05-01 05-02 06-19 09-25 10-01 10-02 10-03
2027: 01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03
"""
"""Statutory holidays of the years whose list is known: New Year, Spring Festival from its eve, and so on."""

LENGTHENED_FROM = {"shanghai": date(2021, 11, 25), "jiangsu": date.min, "anhui": date(2022, 1, 1)}
"""Where holidays lengthen the leave, and for births from which day."""

NEVER_SURE = ("guangxi", "fujian")
"""Where the added days are not confirmed, or left open between bounds."""

NATIONAL = 98

NO_HOLIDAY_AFTER = "2026-04-20"
"""Born on this day, no day beyond the 98th is a holiday before the 158th, so no place adds any."""

WHOLE_LEAVE_LENGTHENED = {"anhui": 4}
"""Where holidays lengthen the national days too: 1 and 2 May, 19 June, and 25 September, then reached."""

FREE = {date.fromisoformat(f"{line[:4]}-{day}") for line in HOLIDAYS.strip().splitlines() for day in line[5:].split()}
LISTED = {int(line[:4]) for line in HOLIDAYS.strip().splitlines()}
ADDED = {line.split()[0]: [int(total) - NATIONAL for total in line.split()[1:]] for line in TOTALS.strip().splitlines()}
UNTIL = {
    place: (date.fromisoformat(day), None if added == "-" else int(added))
    for place, day, added in (line.split() for line in BEFORE.strip().splitlines())
}

TABLE = {line[:7]: line[7:].split("|") for line in MONTHS.strip().splitlines()}


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(number) for number in range((last - first).days + 1)]


def paid_every_year(found: dict[str, Any]) -> list[str]:
    return [payment["quantity"]["quantity"] for payment in found["payments"]]


def paid(desk: Desk, born: date, on: str) -> tuple[list[str], list[str]]:
    """Return the yearly payments and the whole of one child."""
    given = desk.family(child(born.isoformat()), on=on)
    return [payment["quantity"]["quantity"] for payment in part(given)["payments"]], amounts(given, "in_all")


def test_the_table_has_every_month_and_its_sums_are_right() -> None:
    assert list(TABLE) == [f"{year}-{month:02}" for year in (2022, 2023, 2024) for month in range(1, 13)]
    for whole, claims in TABLE.values():
        months, total = whole.split()
        assert int(total) == 300 * int(months) == sum(map(int, claims.split()))


@pytest.mark.parametrize("month", TABLE)
def test_every_birth_of_a_month_is_paid_as_the_table_says(desk: Desk, month: str) -> None:
    first = date.fromisoformat(f"{month}-01")
    births = [day for day in days(first, first + timedelta(30)) if day.month == first.month]
    whole, claims = TABLE[month]
    for born in births:
        assert paid(desk, born, on="2025-12-31") == (claims.split(), [whole.split()[1]]), born


@pytest.mark.parametrize("year", [2025, 2026])
def test_every_birth_from_2025_is_paid_three_full_years(desk: Desk, year: int) -> None:
    for born in days(date(year, 1, 1), date(year, 12, 31)):
        assert paid(desk, born, on=f"{year}-12-31") == (["3600"] * 3, ["10800"]), born


def test_no_birth_before_2022_is_paid(desk: Desk) -> None:
    for born in days(date(2021, 12, 1), date(2021, 12, 31)):
        assert paid(desk, born, on="2025-12-31") == ([], []), born


@pytest.mark.parametrize("line", SCHEMES.strip().splitlines(), ids=lambda line: " ".join(line.split()[:2]))
def test_a_place_pays_beside_the_national_subsidy_what_the_table_says(desk: Desk, line: str) -> None:
    head, *columns = line.split("|")
    place, born = head.split()
    on = max(born, "2026-02-02")
    for order, column in zip(("first", "second", "third"), columns, strict=True):
        given = desk.family(
            child(born, order=order), on=on, place=f"cn/{place}", parent_hukou="both", lump_sum_received="no"
        )
        words = [] if column.strip() == "-" else column.split()
        expected = list(zip(words[::2], words[1::2], strict=True))
        found = [(amount["quantity"]["quantity"], amount["kind"]) for amount in part(given)["amounts"]]
        beside = [pair for pair in found if pair[1] != "in_all"]
        assert beside == [("3600", "yearly"), *expected], order


@pytest.mark.parametrize("line", STANDARDS.strip().splitlines(), ids=lambda line: line.split()[0])
def test_a_place_pays_the_yearly_standard_of_the_table(desk: Desk, line: str) -> None:
    place, born, *standards = line.split()
    for order, standard in zip(("first", "second", "third"), standards, strict=True):
        given = desk.family(child(born, order=order), on="2026-02-02", place=f"cn/{place}")
        assert paid_every_year(part(given)) == [standard] * 3, order


def test_every_place_with_a_scheme_of_its_own_is_in_a_table(real_site: Site) -> None:
    lines = [*SCHEMES.strip().splitlines(), *STANDARDS.strip().splitlines()]
    listed = {f"cn/{line.split()[0]}" for line in lines} - {"cn/guangdong"}
    places = {
        path
        for path, place in real_site.places.items()
        if path != "cn" and any(name.startswith("childcare-subsidy.") for name in place.rules)
    }
    assert places == listed


@pytest.mark.parametrize("line", TOTALS.strip().splitlines(), ids=lambda line: line.split()[0])
def test_the_mothers_leave_has_the_days_of_the_table(desk: Desk, line: str) -> None:
    place, *totals = line.split()
    for order, total in zip(("first", "second", "third"), totals, strict=True):
        given = desk.birth(place=f"cn/{place}", birth_date=NO_HOLIDAY_AFTER, order=order)
        expected = int(total) + WHOLE_LEAVE_LENGTHENED.get(place, 0)
        assert amounts(given, "length")[0] == str(expected), order


def test_every_province_is_in_the_table_or_adds_months(real_site: Site) -> None:
    provinces = {path.removeprefix("cn/") for path in real_site.places if path.count("/") == 1}
    assert provinces == {line.split()[0] for line in TOTALS.strip().splitlines()} | set(BY_MONTHS)


@pytest.mark.parametrize("place", BY_MONTHS)
@pytest.mark.parametrize(("born", "last"), [("2026-03-01", "2026-09-06"), ("2026-08-25", "2027-02-28")])
def test_three_months_more_end_on_the_same_day_of_the_month(desk: Desk, place: str, born: str, last: str) -> None:
    events = part(desk.birth(place=f"cn/{place}", birth_date=born))["events"]
    assert next(event["last"] for event in events if event["key"].endswith("-bonus")) == last


def runs(first: date, number: int, free: set[date]) -> date:
    """Return the last of so many days from the first on, of which free days do not count."""
    if not free:
        return first + timedelta(number - 1)
    day = first - timedelta(1)
    while number:
        day += timedelta(1)
        number -= day not in free
    return day


def three_months_after(day: date) -> date:
    """Return the same day three months on, or that month's last (民法典, articles 201 and 202)."""
    month = day.month + MONTHS_MORE
    year, month = day.year + (month > 12), (month - 1) % 12 + 1
    following = date(year + (month == 12), month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(day.day - 1), following - timedelta(1))


def expected(place: str, born: date, order: int) -> tuple[date, bool]:
    """Return the last day of the mother's leave as the tables above have it, and whether it is sure."""
    lengthened = place in LENGTHENED_FROM and born >= LENGTHENED_FROM[place]
    national = runs(born, NATIONAL, FREE if lengthened and place == "anhui" else set())
    if place in BY_MONTHS:
        return three_months_after(national), True
    added: int | None = ADDED[place][order]
    if place in UNTIL and born < UNTIL[place][0]:
        added = UNTIL[place][1]
    if added is None:
        return national, True
    last = runs(national + timedelta(1), added, FREE if lengthened else set())
    touched = range((born if place == "anhui" else national + timedelta(1)).year, last.year + 1)
    return last, place not in NEVER_SURE and (not lengthened or set(touched) <= LISTED)


def worked_out(here: PlaceRules, born: date, order: int) -> tuple[date, bool]:
    """Return the last day of the mother's leave as the calculator has it, and whether it is sure of the length."""
    order_words = ("first", "second", "third")[order]
    answers: dict[str, Answer] = {"birth_date": born, "order": order_words, "delivery": "normal"}
    found = maternity_part(Birth(Answers(answers | {"babies": 1, "days_before": 0}), here))
    assert found.amounts[0].quantity == message.days((found.events[-1].last - born).days + 1)
    return found.events[-1].last, found.amounts[0].certain


@pytest.mark.parametrize("place", [*ADDED, *BY_MONTHS])
def test_the_mothers_leave_of_every_birth_from_2022_to_2030_ends_as_the_tables_say(desk: Desk, place: str) -> None:
    here = Rules.from_json(desk.rules).at(f"cn/{place}")
    by_order = place in ADDED and len(set(ADDED[place])) > 1
    for number, born in enumerate(days(date(2022, 1, 1), date(2030, 12, 31))):
        for order in range(3) if by_order else (number % 3,):
            assert worked_out(here, born, order) == expected(place, born, order), (born, order)


@pytest.mark.parametrize(("place", "least", "most"), [("fujian", 158, 180)])
def test_a_range_counts_its_least_and_names_both_bounds(desk: Desk, place: str, least: int, most: int) -> None:
    given = desk.birth(place=f"cn/{place}", birth_date=NO_HOLIDAY_AFTER)
    assert amounts(given, "length")[0] == str(least)
    (length,) = [step for step in part(given)["steps"] if "延长产假" in step["text"]["msgid"]]
    bounds = length["text"]["values"]["length"]
    assert [bounds[end]["quantity"] for end in ("least", "most")] == [str(least - NATIONAL), str(most - NATIONAL)]


@pytest.mark.parametrize(
    ("born", "last"),
    [
        ("2026-08-22", "2027-02-27"),
        ("2026-08-23", "2027-02-28"),
        ("2026-08-24", "2027-02-28"),
        ("2026-08-25", "2027-02-28"),
        ("2026-08-26", "2027-03-01"),
        ("2026-05-25", "2026-11-30"),
    ],
)
def test_three_months_end_on_the_last_day_of_a_month_that_is_shorter(desk: Desk, born: str, last: str) -> None:
    events = part(desk.birth(place="cn/henan", birth_date=born))["events"]
    assert next(event["last"] for event in events if event["key"].endswith("-bonus")) == last
