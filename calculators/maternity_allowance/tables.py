"""Lookup tables for the paper worksheet: the days, and how each province turns them into money."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from calculators.kit.message import Message, Quantity, Term, _, months, place_name
from calculators.kit.questions import Answers
from calculators.kit.rules import ORDERS, PlaceRules, Value
from calculators.kit.tables import Table
from calculators.maternity_allowance.claim import TOPIC, Claim
from calculators.maternity_allowance.days import extent
from calculators.maternity_allowance.miscarriage import Band, bands, weeks

NOT_RECORDED = _("未收录")
UNSURE = _("{value}（待确认）")


def tables(here: PlaceRules, on: date) -> tuple[Table, ...]:
    """Return the national days, and what the provinces add and divide by."""
    return _days(here, on), _provinces(here, on)


def _days(here: PlaceRules, on: date) -> Table:
    named = (
        (_("生育"), "maternity_days"),
        (_("难产，另加"), "dystocia_days"),
        (_("多胞胎每多生一个，另加"), "extra_baby_days"),
    )
    births = tuple((label, _worded(here.find(f"leave.{name}", on))) for label, name in named)
    return Table(
        title=_("按所选地方的规定，国家规定的产假和流产假"),
        columns=(_("情况"), _("天数")),
        rows=(*births, *_miscarriages(bands(Claim(Answers({"event_date": on}), here)))),
    )


def _miscarriages(table: tuple[Band, ...]) -> Iterator[tuple[Term, ...]]:
    for number, band in enumerate(table):
        label = _("怀孕满 {limit}流产", limit=_limit(band))
        if number == 0:
            label = _("怀孕不满 {limit}流产", limit=_limit(table[1]))
        counted = extent(band.days)
        yield label, _("不少于 {days}", days=counted) if band.minimum else counted


def _limit(band: Band) -> Quantity:
    return months(band.months) if band.months else weeks(band.week)


def _provinces(here: PlaceRules, on: date) -> Table:
    places = [place for place in here.rules.places if place.count("/") == 1]
    return Table(
        title=_("各省延长的产假，和每天津贴的算法"),
        columns=(_("省份"), _("延长的产假"), _("延长的部分由谁付"), _("月平均工资除以"), _("要求连续缴费")),
        rows=tuple(_province(here.rules.at(place), on) for place in places),
        notes=(
            _("每天的津贴 = 单位上年度职工月平均缴费工资 ÷ 这个天数；按年的，先乘 12。"),
            _("三个数依次是第一、第二、第三个孩子。"),
        ),
    )


def _province(here: PlaceRules, on: date) -> tuple[Term, ...]:
    rule = {name: here.find(f"{TOPIC}.{name}", on) for name in ("divisor", "year_days", "insured_months_at_least")}
    return (
        place_name(here.place),
        _worded(here.find("leave.bonus_leave", on)),
        _payer(here.find(f"{TOPIC}.fund_pays_bonus_leave", on)),
        _worded(rule["year_days"] or rule["divisor"]),
        _worded(rule["insured_months_at_least"]),
    )


def _payer(rule: Value | None) -> Message:
    if rule is None or not rule.certain:
        return NOT_RECORDED
    return _("生育保险基金") if rule.text == "yes" else _("单位")


def _worded(rule: Value | None) -> Term:
    if rule is None:
        return NOT_RECORDED
    value: Term = _by_order(rule) if isinstance(rule.value, Mapping) and not rule.open_ended else rule.extent
    return value if rule.certain else Message(UNSURE.msgid, {"value": value})


def _by_order(rule: Value) -> Message:
    first, second, third = (rule.of(order).quantity for order in ORDERS)
    return _("{first}、{second}、{third}", first=first, second=second, third=third)
