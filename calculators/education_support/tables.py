"""The table of the paper worksheet: what is free and which allowance there is, stage by stage."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from calculators.education_support.pupil import TOPIC
from calculators.kit.message import Message, Term, _, yuan
from calculators.kit.rules import PlaceRules, Value
from calculators.kit.tables import Table

NOTHING = "—"


def tables(here: PlaceRules, on: date) -> tuple[Table, ...]:
    """Return the allowances by stage, CNY a year, as the rules of a place stand on a day."""
    free = _find(here, on, "final_year_fee_waived")
    kindergarten = (_("幼儿园大班（学前一年）"), _("保育教育费") if free else NOTHING, NOTHING, NOTHING, NOTHING)
    rows = (
        kindergarten,
        _compulsory(here, on, _("小学"), "living_primary"),
        _compulsory(here, on, _("初中"), "living_junior"),
    )
    columns = (
        _("阶段"),
        _("免什么"),
        _("困难寄宿生每年补助"),
        _("困难寄宿生每学期"),
        _("困难非寄宿生每年补助"),
    )
    return (Table(_("各阶段的免费和补助"), columns, rows, _notes(here, on)),)


def _find(here: PlaceRules, on: date, name: str) -> Value | None:
    return here.find(f"{TOPIC}.{name}", on)


def _compulsory(here: PlaceRules, on: date, stage: Message, name: str) -> tuple[Term, ...]:
    full, terms, percent = (
        _find(here, on, rule) for rule in (name, "living_terms_per_year", "living_non_boarding_percent")
    )
    free = _("学费、杂费、教科书") if _find(here, on, "textbooks_free") else _("学费、杂费")
    return (
        stage,
        free,
        full.quantity if full else NOTHING,
        yuan(full.number / terms.number) if full and terms else NOTHING,
        yuan(full.number * percent.number / Decimal(100)) if full and percent else NOTHING,
    )


def _notes(here: PlaceRules, on: date) -> tuple[Message, ...]:
    notes = [_("经教育部门批准的民办幼儿园按当地同类型公办园的水平减免；伙食费、住宿费和杂费照常交。")]
    if grant := _find(here, on, "senior_grant_average"):
        notes.append(_("高中阶段国家助学金全国平均每年 {amount}，分档由各地定。", amount=grant.quantity))
    if meals := _find(here, on, "nutrition_per_school_day"):
        notes.append(_("实施营养改善计划的农村学校每个上学日补助膳食 {amount}。", amount=meals.quantity))
    return tuple(notes)
