"""The days of leave after a miscarriage, by the weeks of pregnancy.

国务院令第619号, article 7, has two bands, before and from four months; some provinces have more.
The law counts months and does not say how many weeks they are: a month of pregnancy is four
weeks, a calendar month is longer, so that for a week or two after a limit both can be meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from calculators.kit.message import Message, Quantity, _, months
from calculators.kit.result import Step, unique
from calculators.kit.rules import Value
from calculators.maternity_allowance.claim import Claim
from calculators.maternity_allowance.days import Bounds, LeaveDays, extent


@dataclass(frozen=True)
class Band:
    """A band of the table: from which week, from which week by any count, and how many days.

    `months` is the limit as the rule writes it, where it writes months; `minimum` is a rule that
    says «at least».
    """

    week: int
    surely: int
    months: int | None
    days: Bounds
    rules: tuple[Value, ...]
    minimum: bool = False


def weeks(number: int) -> Quantity:
    """Return a number of weeks."""
    return Quantity(Decimal(number), "week")


def bands(claim: Claim) -> tuple[Band, ...]:
    """Return the table of the place, or of the country, from the first week on."""
    each = claim.rule("weeks_per_pregnancy_month").count
    local = claim.find("miscarriage_days")
    if local:
        return tuple(_local_band(row, local, each) for row in local.value or () if isinstance(row, Mapping))
    limit = claim.rule("miscarriage_limit_months")
    below, above = (claim.birth.rule(f"miscarriage_{name}_4_months_days") for name in ("under", "from"))
    first = Band(0, 0, None, (below.count, below.count), (below, limit))
    return first, _by_months(limit.count, each, (above.count, above.count), (above, limit))


def _local_band(row: Mapping[str, str], rule: Value, each: int) -> Band:
    minimum = "at_least" in row
    least = row.get("days") or row.get("at_least") or row["least"]
    found = int(least), int(row.get("most", least))
    if "weeks_from" in row:
        week = int(row["weeks_from"])
        return Band(week, week, None, found, (rule,), minimum)
    return _by_months(int(row["months_from"]), each, found, (rule,), minimum=minimum)


def _by_months(number: int, each: int, found: Bounds, rules: tuple[Value, ...], *, minimum: bool = False) -> Band:
    # So many calendar months are over once so many twelfths of a year's 365 days are.
    surely = -(-number * 365 // (12 * 7))
    return Band(number * each, surely, number or None, found, rules, minimum)


def band_of(table: tuple[Band, ...], week: int) -> Band:
    """Return the band in which a week lies."""
    return next(band for band in reversed(table) if band.week <= week)


def miscarriage_days(claim: Claim) -> LeaveDays:
    """Return the days after a miscarriage."""
    table = bands(claim)
    if not claim.answers.known("weeks"):
        found = table[0].days[0], table[-1].days[1]
        text = _("按怀孕的长短，流产假 {days}", days=extent(found))
        rules = tuple(unique(rule for band in table for rule in band.rules))
        ask = _("怀孕多少周以医院的证明为准，知道后请再算一次")
        return LeaveDays(found, certain=False, steps=(Step(text, rules),), office=(ask,))
    week = claim.answers.count("weeks")
    band = band_of(table, week)
    in_doubt = week < band.surely
    rules = (*band.rules, claim.rule("weeks_per_pregnancy_month")) if in_doubt else band.rules
    step = Step(_("怀孕 {weeks}流产，产假 {days}", weeks=weeks(week), days=extent(band.days)), rules)
    settled = band.days[0] == band.days[1] and not (in_doubt or band.minimum)
    certain = settled and all(rule.certain for rule in band.rules)
    return LeaveDays(band.days, certain=certain, steps=(step,), office=_doubts(band, week))


def _doubts(band: Band, week: int) -> tuple[Message, ...]:
    asked = []
    if week < band.surely and band.months:
        asked.append(
            _(
                "怀孕 {weeks}，按妊娠月算已满 {months}，按公历月算还没有满，以医院的证明为准",
                weeks=weeks(week), months=months(band.months),
            )
        )  # fmt: skip
    if band.days[0] < band.days[1]:
        asked.append(_("流产假在规定的范围内根据医院的意见确定"))
    if band.minimum:
        asked.append(_("规定写的是不少于这些天，具体天数以医院证明和经办机构核定为准"))
    return tuple(asked)


def limit_near(table: tuple[Band, ...], week: int | None) -> Band:
    """Return the band whose first week is the limit to show: the one nearest to the family's week."""
    limits = [after for _before, after in pairwise(table)]
    return limits[0] if week is None else min(limits, key=lambda band: abs(band.week - week))
