"""Leaves as tables: those of one place, and what the provinces have side by side."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from calculators.kit.message import Name, Quantity, Term, _, place_name
from calculators.kit.rules import ORDERS, PlaceRules, Value
from calculators.kit.tables import Table
from calculators.leave.birth import TOPIC

UNSURE = "※"
"""Marks a value that is not confirmed, and stands alone where no value is known."""

NOTE = _("有三个数字的，依次是第一、第二、第三个孩子的天数。带 ※ 的还没有确认，请咨询单位或 12333。")

OF_A_PLACE = (
    "maternity_days",
    "before_birth_days_up_to",
    "dystocia_days",
    "caesarean_days",
    "extra_baby_days",
    "bonus_leave",
    "paternity_leave",
    "parental_days_per_year",
    "parental_until_age",
    "nursing_hours_per_day",
    "nursing_until_age",
    "miscarriage_under_4_months_days",
    "miscarriage_from_4_months_days",
    "marriage_leave_national",
    "marriage_leave",
    "marriage_leave_with_check",
)
"""The rules of the table of one place, in its order."""


def tables(here: PlaceRules, on: date) -> tuple[Table, ...]:
    """Return the leaves of a place as its rules stand on a day; for the country, the provinces' too."""
    own = (leaves_of_a_place(here, on),)
    return own if "/" in here.place else (*own, leave_by_place(here, on), marriage_leave_by_place(here, on))


def leaves_of_a_place(here: PlaceRules, on: date) -> Table:
    """Return every leave that the place has a value for."""
    found = ((name, here.find(f"{TOPIC}.{name}", on)) for name in OF_A_PLACE)
    rows = tuple((Name(f"rule:{TOPIC}.{name}"), _cell(value)) for name, value in found if value)
    title = _("{place}的假期", place=place_name(here.place))
    return Table(title, (_("假期"), _("多长")), rows, (NOTE,))


def leave_by_place(here: PlaceRules, on: date) -> Table:
    """Return bonus, paternity and parental leave of every province."""
    names = ("bonus_leave", "paternity_leave", "parental_days_per_year")
    columns = (_("地方"), _("延长的产假"), _("陪产假"), _("育儿假（父母每人每年）"))
    return Table(_("各地的假期"), columns, _by_province(here, on, names), (NOTE,))


def marriage_leave_by_place(here: PlaceRules, on: date) -> Table:
    """Return the marriage leave of every province, without and with a medical check before."""
    names = ("marriage_leave", "marriage_leave_with_check")
    columns = (_("地方"), _("婚假一共"), _("参加婚前医学检查的，一共"))
    rows = tuple(
        (place, days, "—" if checked == UNSURE else checked) for place, days, checked in _by_province(here, on, names)
    )
    return Table(_("各地的婚假"), columns, rows, (_("婚假包含国家规定的一至三天。带 ※ 的还没有确认，请咨询单位。"),))


def _by_province(here: PlaceRules, on: date, names: tuple[str, ...]) -> tuple[tuple[Term, ...], ...]:
    provinces = sorted(path for path in here.rules.places if path.count("/") == 1)
    return tuple(
        (place_name(path), *(_cell(here.rules.at(path).find(f"{TOPIC}.{name}", on)) for name in names))
        for path in provinces
    )


def _cell(value: Value | None) -> Term:
    if value is None:
        return UNSURE
    term = _by_order(value)
    return term if value.certain else _("{value} ※", value=term)


def _by_order(value: Value) -> Term:
    """Return a value, or those of three birth orders, of which the last has the unit."""
    if value.open_ended or not isinstance(value.value, Mapping):
        return value.extent
    first, second, third = (value.of(order).quantity for order in ORDERS)
    one, two = (Quantity(each.number, "") for each in (first, second))
    return _("{first} / {second} / {third}", first=one, second=two, third=third)
