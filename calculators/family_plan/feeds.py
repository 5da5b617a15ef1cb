"""What each of the other calculators is asked for this household, as a form would ask it.

What the household was not asked is «I don't know» there, so that no calculator takes a guess
for an answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from calculators.child_health_calendar import CHILD_HEALTH_CALENDAR
from calculators.childcare_cost import CHILDCARE_COST
from calculators.childcare_subsidy import CHILDCARE_SUBSIDY
from calculators.education_support import EDUCATION_SUPPORT
from calculators.family_plan.household import Birth, Child, Household, Raw
from calculators.family_plan.questions import PARENTS
from calculators.kit.calculator import Calculator
from calculators.kit.message import Message, _
from calculators.kit.questions import UNKNOWN
from calculators.leave import LEAVE
from calculators.maternity_allowance import MATERNITY_ALLOWANCE
from calculators.pregnancy_calendar import PREGNANCY_CALENDAR
from calculators.tax_deduction import TAX_DEDUCTION
from calculators.vaccination_calendar import VACCINATION_CALENDAR

UNDER_PARENTAL_LEAVE, UNDER_ALLOWANCE, UNDER_NURSERY, UNDER_VISITS, UNDER_SHOTS, UNDER_SCHOOL = 6, 2, 3, 7, 18, 19
"""Ages in full years from which a calculator has nothing more to say, so that it is not asked."""


@dataclass(frozen=True)
class Feed:
    """One question to one calculator; `who` names the child where it is asked about one, `number` a twin."""

    calculator: Calculator
    name: Message
    raw: Raw
    who: Message | None = None
    number: int = 0


def feeds(home: Household) -> Iterator[Feed]:
    """Yield what is asked, in the order in which a family comes to need it."""
    yield from _pregnancy(home)
    yield from _births(home)
    yield from _subsidy(home)
    for child in home.children:
        yield from _child(home, child)
    yield from _tax(home)


def _pregnancy(home: Household) -> Iterator[Feed]:
    stage = home.answers.choice("expecting")
    if stage in ("planning", "pregnant"):
        raw: Raw = {
            "place": home.place, "stage": stage, "rural": UNKNOWN, "known_by": "due_date",
            **home.known("due_date", "babies", "on"),
        }  # fmt: skip
        yield Feed(PREGNANCY_CALENDAR, _("孕产检查"), raw)


def _births(home: Household) -> Iterator[Feed]:
    expected = {child.born for child in home.children if child.expected}
    for birth in home.births:
        child = Child(birth.born, {}, expected=birth.born in expected)
        who = child.who if len(home.births) > 1 else None
        if child.under(UNDER_ALLOWANCE, home.on):
            yield Feed(MATERNITY_ALLOWANCE, _("生育津贴"), _allowance(home, birth), who)
        if child.under(UNDER_PARENTAL_LEAVE, home.on):
            yield Feed(LEAVE, _("假期"), _leave(home, birth), who)


def _allowance(home: Household, birth: Birth) -> Raw:
    return {
        "place": home.work_place, "event": "birth", "event_date": birth.born.isoformat(), "order": birth.order,
        "babies": str(birth.babies), "delivery": UNKNOWN,
        **home.known("insurance", "insured_months", "employer_wage", "own_wage", "on"),
    }  # fmt: skip


def _leave(home: Household, birth: Birth) -> Raw:
    return {
        "place": home.work_place, "birth_date": birth.born.isoformat(), "order": birth.order,
        "babies": str(birth.babies), "delivery": UNKNOWN, "days_before": "0",
        "mother_employed": home.mother_employed, **home.known("father_employed", "on"),
    }  # fmt: skip


def _subsidy(home: Household) -> Iterator[Feed]:
    if home.children:
        fields = ("birth_date", "order", "hukou", "arrival", "claimed", "first_claimed")
        rows = [{name: child.raw[name] for name in fields if name in child.raw} for child in home.children]
        raw: Raw = {"place": home.place, "children": rows, **home.known("parent_hukou", "lump_sum_received", "on")}
        yield Feed(CHILDCARE_SUBSIDY, _("育儿补贴"), raw)


def _child(home: Household, child: Child) -> Iterator[Feed]:
    who = child.who if len(home.children) > 1 else None
    about: Raw = {"place": home.place, "birth_date": child.born.isoformat(), **home.known("on")}
    if child.under(UNDER_SHOTS, home.on):
        yield Feed(VACCINATION_CALENDAR, _("疫苗接种"), about | _shots(child), who, child.number)
    if child.under(UNDER_VISITS, home.on):
        done = {"weeks": UNKNOWN, "risk": UNKNOWN, "discharged": UNKNOWN, "done": "none" if child.expected else UNKNOWN}
        yield Feed(CHILD_HEALTH_CALENDAR, _("儿童体检"), about | done, who, child.number)
    if child.under(UNDER_NURSERY, home.on) and home.answers.known("nursery_fee"):
        yield Feed(CHILDCARE_COST, _("托育费用"), about | _nursery(home, child), who, child.number)
    if child.under(UNDER_SCHOOL, home.on) and child.raw["schooling"] != "ended":
        yield Feed(EDUCATION_SUPPORT, _("教育资助"), about | _school(home, child), who, child.number)


def _shots(child: Child) -> Raw:
    open_points = dict.fromkeys(("carrier", "je_route", "hepa_route"), UNKNOWN)
    return {"sex": child.raw["sex"], "record": child.raw["shots"], **open_points}


def _nursery(home: Household, child: Child) -> Raw:
    fee = home.known("nursery_fee")["nursery_fee"]
    return {"fee": fee, "nursery": UNKNOWN, "order": child.raw["order"], "using": UNKNOWN, "tax_by": UNKNOWN}


def _school(home: Household, child: Child) -> Raw:
    open_points = ("wider_area", "kindergarten", "fee", "waiver", "boarding")
    return {
        "stage": child.raw["schooling"], **dict.fromkeys(open_points, UNKNOWN), **home.known("hardship"),
    }  # fmt: skip


def _tax(home: Household) -> Iterator[Feed]:
    rows = [
        {"birth_date": child.born.isoformat(), "stage": _tax_stage(child), "now": UNKNOWN}
        for child in home.children
        if child.raw["schooling"] != "ended"
    ]
    raw: Raw = {
        "year": str(home.on.year), "children": rows, "parents": [_taxpayer(home, parent) for parent in PARENTS],
        "together": UNKNOWN, **home.known("on"),
    }  # fmt: skip
    yield Feed(TAX_DEDUCTION, _("个税扣除"), raw)


def _tax_stage(child: Child) -> object:
    stage = child.raw["schooling"]
    return {"lower": "not_yet", "final": "not_yet"}.get(
        str(stage), stage if stage in ("not_yet", UNKNOWN) else "school"
    )


def _taxpayer(home: Household, parent: str) -> Raw:
    income = home.answers.values.get(f"{parent}_income")
    names = ("income", "contributions", "elders", "elder_birth_date", "siblings", "elder_share")
    asked = home.known(*(f"{parent}_{name}" for name in names))
    raw = {name.removeprefix(f"{parent}_"): value for name, value in asked.items()}
    return {"who": parent, "employed": UNKNOWN if income is None else "yes" if income else "no", **raw}
