"""What makes a dose to come uncertain, and what the family is to ask at the clinic because of it."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.kit.dates import add_months
from calculators.kit.message import Message, _, place_name
from calculators.kit.result import unique
from calculators.vaccination_calendar.child import Child
from calculators.vaccination_calendar.plan import Ended, Planned
from calculators.vaccination_calendar.programme import Slot
from calculators.vaccination_calendar.questions import OTHER
from calculators.vaccination_calendar.record import DT, Record, route_is_sure
from calculators.vaccination_calendar.words import age, listed, vaccine


def asked_about(child: Child, record: Record, planned: Planned) -> tuple[Message, ...]:
    """Return what is to be asked before a dose to come is sure, beside what the doses given leave open."""
    slot, first = planned.slot, record.courses[planned.slot.series].slots[0]
    dt = (_("白破疫苗要补几剂、隔多久，请问接种单位"),) if slot.vaccine == DT else ()
    return (*_route(child, slot), *_girls(child, first, planned), *dt)


def asked_about_all(child: Child, left: list[Planned], ended: tuple[Ended, ...]) -> Iterator[Message]:
    """Yield what is to be asked about several doses together."""
    changed = unique(each.slot.vaccine for each in left if each.slot.name in child.changed)
    if changed:
        names = listed([vaccine(code) for code in changed])
        yield _(
            "孩子出生后程序改过，这几种怎样从旧程序接到新程序、这里从哪天改，请问接种单位：{vaccines}", vaccines=names
        )
    over = next((each for each in ended if each.slot.vaccine == "MPSV-A"), None)
    if over and any(each.slot.series == over.slot.series for each in left):
        yield _("没有打完{vaccine}的，A群C群的从哪天打起、隔多久，请问接种单位", vaccine=vaccine(over.slot.vaccine))


def record_is_whole(child: Child, record: Record) -> bool:
    """Tell whether it is known what was given, and all of it is counted."""
    return child.record is not None and all(each.vaccine != OTHER for each in record.extra)


def _route(child: Child, slot: Slot) -> Iterator[Message]:
    if slot.route and not route_is_sure(child, slot.series):
        yield _("用的是不是{vaccine}，请问接种单位；用另一种，剂次和时间不同", vaccine=vaccine(slot.vaccine))
    routine = child.rule("je_routine")
    if slot.series == "JE" and routine.text == "no":
        yield _("{place}平时安排不安排乙脑疫苗，请问接种单位", place=place_name(routine.place))


def _girls(child: Child, first: Slot, planned: Planned) -> Iterator[Message]:
    if not first.for_girls:
        return
    name = vaccine(first.vaccine)
    if not child.answers.known("sex"):
        yield _("{vaccine}只给女孩打", vaccine=name)
    if first.before and planned.day >= add_months(child.born, first.before):
        yield _("满 {age}以后打{vaccine}，是不是还免费，请问接种单位", age=age(first.before), vaccine=name)
