"""The jump of the allowance at a limit of weeks, after a miscarriage."""

from __future__ import annotations

from calculators.kit.message import Quantity, Span, _, days, yuan
from calculators.kit.result import Chart, Point
from calculators.maternity_allowance.claim import Claim
from calculators.maternity_allowance.miscarriage import Band, bands, limit_near, weeks
from calculators.maternity_allowance.money import Rate, base_of

LAST_WEEK = 40


def miscarriage_chart(claim: Claim) -> Chart:
    """Return the days by weeks of pregnancy, or the money where the employer's average wage is known."""
    table, each = bands(claim), claim.rule("weeks_per_pregnancy_month")
    week = claim.answers.count("weeks") if claim.answers.known("weeks") else None
    limit = limit_near(table, week)
    points = [Point(weeks(band.week), _worth(claim, band.days[0])) for band in table]
    return Chart(
        title=_("怀孕的长短和津贴"),
        text=_(
            "怀孕满 {limit}以前是 {before}，满 {limit}起是 {after}",
            limit=weeks(limit.week),
            before=_between(claim, table[table.index(limit) - 1]),
            after=_between(claim, limit),
        ),
        across=_("怀孕满几周"),
        upwards=_("产假天数") if claim.wage("employer_wage") is None else _("生育津贴"),
        points=(*points, Point(weeks(max(LAST_WEEK, week or 0)), points[-1].amount)),
        limit=weeks(limit.week),
        rules=(*limit.rules, each) if limit.months else limit.rules,
        here=None if week is None else weeks(week),
        stepped=True,
    )


def _worth(claim: Claim, number: int) -> Quantity:
    wage = claim.wage("employer_wage")
    if wage is None:
        return days(number)
    return yuan(Rate.of(claim).pay(base_of(claim, wage).wage, number))


def _between(claim: Claim, band: Band) -> Quantity | Span:
    least, most = (_worth(claim, number) for number in band.days)
    return least if least == most else Span(least, most)
