"""The subsidy as tables on paper: by month of birth, and what places pay of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from calculators.childcare_subsidy.claims import TOPIC, Child, claims
from calculators.childcare_subsidy.local_terms import UNKNOWN
from calculators.childcare_subsidy.local_yearly import ON_TOP
from calculators.kit.message import Message, Name, Term, _, months, place_name, yuan
from calculators.kit.questions import Answers
from calculators.kit.rules import ORDERS, PlaceRules, Value
from calculators.kit.tables import Table

MIDDLE_OF_MONTH = 15
NOTHING = "—"

LOCAL = {
    "annual_amount": "",
    "local_annual_amount": "local_relation",
    "local_monthly_amount": "local_relation",
    "once_for_pregnancy": "once_relation",
    "once_for_checks": "once_relation",
    "once_for_delivery": "once_relation",
    "once_for_birth": "once_relation",
}
"""The rules by which a place pays, each with the rule of its relation to the national subsidy."""


def tables(here: PlaceRules, on: date) -> tuple[Table, ...]:
    """Return the tables that hold at a place on a day; those without rows are left out."""
    begun = here.find(f"{TOPIC}.annual_amount", on) is not None
    found = [by_birth_month(here, on)] if begun else []
    return tuple(table for table in (*found, local_schemes(here, on)) if table.rows)


def by_birth_month(here: PlaceRules, on: date) -> Table:
    """Return the months and amounts of children paid by months; a month of birth is text, such as `2024-02`."""
    first, until = (here.on(f"{TOPIC}.{name}", on).day for name in ("born_from", "full_years_for_births_from"))
    years = range(until.year, until.year + here.on(f"{TOPIC}.payments", on).count)
    heads = (_("出生年月"), _("折算月数"), _("一共"), *(_("{year} 年", year=year) for year in years))
    births = [date(y, m, MIDDLE_OF_MONTH) for y in range(first.year, until.year) for m in range(1, 13)]
    by_order = isinstance(here.on(f"{TOPIC}.annual_amount", on).value, Mapping)
    return Table(
        _("{day}以前出生的孩子", day=until),
        heads,
        tuple(_birth_month(born, years, here, on) for born in births),
        (_("金额是第一个孩子的。"),) if by_order else (),
    )


def _birth_month(born: date, years: range, here: PlaceRules, on: date) -> tuple[Term, ...]:
    answers = Answers({"birth_date": born, "order": "first", "claimed": "no"})
    child = Child(answers, here, here.on(f"{TOPIC}.scheme_begins", on).day, Message(""), "")
    paid = {claim.year: claim.amount for claim in claims(child)}
    by_year = (yuan(paid[year]) if year in paid else NOTHING for year in years)
    return f"{born:%Y-%m}", months(child.months), yuan(sum(paid.values())), *by_year


def local_schemes(here: PlaceRules, on: date) -> Table:
    """Return what a place and the places inside it pay of their own for a child born on a day."""
    inside = sorted(path for path in here.rules.places if path == here.place or path.startswith(f"{here.place}/"))
    return Table(
        _("{day}出生的孩子：各地自己的标准和加发", day=on),
        (_("地方"), _("补贴"), _("第一个孩子"), _("第二个孩子"), _("第三个孩子"), _("和国家补贴")),
        tuple(row for path in inside for row in _schemes_of(here.rules.at(path), on)),
        (_("还有户口等条件，请用计算器核对或问办理机构。"),),
    )


def _schemes_of(here: PlaceRules, on: date) -> Iterator[tuple[Term, ...]]:
    for name, relation in LOCAL.items():
        amount = here.find(f"{TOPIC}.{name}", on)
        if amount is None or amount.place != here.place or not isinstance(amount.value, Mapping):
            continue
        beside = here.find(f"{TOPIC}.{relation}", on) if relation else None
        yield (
            place_name(here.place),
            Name(f"rule:{amount.rule}"),
            *(_cell(amount.of(order)) for order in ORDERS),
            _("已含国家补贴") if not relation else _beside(beside),
        )


def _cell(amount: Value) -> Term:
    return NOTHING if amount.value is None else amount.quantity


def _beside(relation: Value | None) -> Message:
    if relation is None or relation.text == ON_TOP:
        return _("另外加发")
    return _("没有查到，请问办理机构") if relation.text == UNKNOWN else _("已含国家补贴")
