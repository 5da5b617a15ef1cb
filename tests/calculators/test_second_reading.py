"""A second reading of the rules: plain tables written out from the facts, without the rules' files.

The subsidy's table is the one by month of birth that the National Health Commission publishes;
the leave's is each place's total for a single birth without complications.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

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

NO_HOLIDAY_AFTER = "2026-04-20"
"""Born on this day, no day beyond the 98th is a holiday before the 158th, so no place adds any."""

WHOLE_LEAVE_LENGTHENED = {"anhui": 4}
"""Where holidays lengthen the national days too: 1 and 2 May, 19 June, and 25 September, then reached."""

TABLE = {line[:7]: line[7:].split("|") for line in MONTHS.strip().splitlines()}


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(number) for number in range((last - first).days + 1)]


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
