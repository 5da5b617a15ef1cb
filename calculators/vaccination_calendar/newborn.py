"""The first days: hepatitis B in time, immunoglobulin where the mother carries it, and the certificate."""

from __future__ import annotations

from datetime import timedelta

from calculators.kit.dates import add_months
from calculators.kit.message import _, months
from calculators.kit.result import Event, Occasion, Part, Step
from calculators.vaccination_calendar.card import Card
from calculators.vaccination_calendar.child import Child
from calculators.vaccination_calendar.plan import CARRIER_HOURS, USUAL_HOURS
from calculators.vaccination_calendar.programme import rows
from calculators.vaccination_calendar.words import listed


def newborn_part(card: Card) -> Part:
    """Return what is due in the first days, as long as it is still to come, and what follows from the mother."""
    return Part.join((_hepatitis_b(card), _carrier(card), _certificate(card.child)))


def _hepatitis_b(card: Card) -> Part:
    child = card.child
    usual, carrier = child.rule(USUAL_HOURS), child.rule(CARRIER_HOURS)
    if child.on > child.born + timedelta(hours=usual.count) or not _first_is_left(card):
        return Part()
    if child.answers.choice("carrier") == "no":
        return Part(steps=(Step(_("乙肝疫苗第 1 剂在出生后 {hours}内打", hours=usual.quantity), (usual,)),))
    text = _("母亲乙肝表面抗原阳性或没有查过的，乙肝疫苗第 1 剂在出生后 {hours}内打", hours=carrier.quantity)
    return Part(steps=(Step(text, (carrier,)),))


def _first_is_left(card: Card) -> bool:
    return any((each.slot.vaccine, each.slot.dose) == ("HepB", 1) for each in card.left)


def _carrier(card: Card) -> Part:
    """Return the immunoglobulin and the later test of a child whose mother carries hepatitis B."""
    child = card.child
    if child.answers.choice("carrier") != "yes":
        return Part()
    hours, globulin = child.rule(CARRIER_HOURS), child.rule("hepb_carrier_mother_immunoglobulin")
    test = child.rule("hepb_carrier_mother_test_months")
    test_step = Step(_("乙肝疫苗打完最后一剂以后 {months}，查乙肝表面抗原和抗体", months=test.extent), (test,))
    last = child.born + timedelta(hours=hours.count)
    if child.on > last or not _first_is_left(card):
        return Part(steps=(test_step,))
    text = _("母亲乙肝表面抗原阳性：打第 1 剂乙肝疫苗的同时，在另一个部位打乙肝免疫球蛋白")
    label = _("乙肝免疫球蛋白，和乙肝疫苗第 1 剂同时打")
    event = Event(child.key("hepb-globulin"), Occasion.APPOINTMENT, label, child.born, last, globulin.certain)
    return Part(events=(event,), steps=(Step(text, (hours, globulin)), _very_light(child), test_step))


def _very_light(child: Child) -> Step:
    rule = child.rule("hepb_low_birth_weight")
    ages = listed([_("{age}", age=months(int(row["age_months"]))) for row in rows(rule)])
    text = _(
        "母亲乙肝表面抗原阳性、出生体重不到 {grams} 克的，出生后尽早打，再在满 {ages}各打 1 剂，以后按医院的安排",
        grams=int(rows(rule)[0]["weight_grams_under"]), ages=ages,
    )  # fmt: skip
    return Step(text, (rule,))


def _certificate(child: Child) -> Part:
    within = child.rule("certificate_within_months")
    last = add_months(child.born, within.count)
    if child.on > last:
        return Part()
    text = _(
        "出生后 {within}以内，到居住地的接种单位或出生的医院办预防接种证，{last}以前", within=within.quantity, last=last
    )
    label = _("办预防接种证")
    event = Event(child.key("certificate"), Occasion.DEADLINE, label, child.born, last, within.certain)
    return Part(events=(event,), steps=(Step(text, (within,)),))
