"""The lookup table of the paper worksheet: the schedule by age."""

from __future__ import annotations

from datetime import date

from calculators.kit.message import Message, Term, _
from calculators.kit.rules import PlaceRules
from calculators.kit.tables import Table
from calculators.vaccination_calendar.programme import Slot, programme
from calculators.vaccination_calendar.words import age, dose


def tables(here: PlaceRules, on: date) -> tuple[Table, ...]:
    """Return the doses in the order of age, with an empty column for the days."""
    slots = programme(here, on)
    ages = {slot.series: slot.age or 0 for slot in slots}
    ordered = sorted(slots, key=lambda slot: ages[slot.series] if slot.age is None else slot.age)
    return (
        Table(
            title=_("国家免疫规划疫苗，按年龄"),
            columns=(_("年龄"), _("疫苗"), _("说明"), _("打的日期")),
            rows=tuple((_age(slot), dose(slot), _notes(slot), "") for slot in ordered),
            notes=(
                _("年龄是可以打的最小年龄，到了就尽早打。"),
                _("乙脑、甲肝疫苗的减毒活疫苗和灭活疫苗，各选一种。"),
                _("漏打的只补没打的剂次，离上一剂要隔够时间。"),
            ),
        ),
    )


def _age(slot: Slot) -> Term:
    if slot.age is None:
        return _("第 1 剂以后")
    return _("出生时") if slot.age == 0 else age(slot.age)


def _notes(slot: Slot) -> Term:
    found = [*_for_whom(slot), *_when(slot)]
    if not found:
        return ""
    first, *others = found
    for other in others:
        first = _("{one}；{other}", one=first, other=other)
    return first


def _for_whom(slot: Slot) -> list[Message]:
    if slot.route:
        return [_("二选一")]
    return [_("只给女孩")] if slot.for_girls else []


def _when(slot: Slot) -> list[Message]:
    found = []
    if slot.gap and slot.gap.between:
        found.append(_("离上一剂 {gap}", gap=slot.gap.between))
    elif slot.gap:
        found.append(_("离上一剂至少 {gap}", gap=slot.gap.least))
    if slot.before:
        found.append(_("不满 {age}打完", age=age(slot.before)))
    return found
