"""What holds for several doses to come: catching up, doses on one day, live vaccines, HPV, the record."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.kit.message import _
from calculators.kit.result import Step
from calculators.vaccination_calendar.card import Card
from calculators.vaccination_calendar.live import LIVE, live_vaccines
from calculators.vaccination_calendar.words import dose, listed, vaccine


def guidance(card: Card) -> tuple[Step, ...]:
    """Return the rules for several doses, as far as doses are left that they are about."""
    if not card.left:
        return ()
    return (*_catch_up(card), *_one_visit(card), *_live(card), *_hpv(card), *_record(card))


def _catch_up(card: Card) -> Iterator[Step]:
    if any(each.late for each in card.left):
        rule = card.child.rule("catch_up_age_under")
        text = _("漏打的只补没打的剂次，不用从头再来；不满 {age}都可以补", age=rule.quantity)
        yield Step(text, (rule,))


def _one_visit(card: Card) -> Iterator[Step]:
    if len(card.next_visit) > 1:
        names, day = listed([dose(each.slot) for each in card.next_visit]), card.visit(card.left[0])
        text = _("{day}可以同一天打，打在不同部位：{doses}", day=day, doses=names)
        yield Step(text, (card.child.rule(LIVE),))


def _live(card: Card) -> Iterator[Step]:
    live, apart, wait = (
        live_vaccines(card.child),
        card.child.rule(LIVE),
        card.child.rule("immunoglobulin_wait_months"),
    )
    left = [each.slot.vaccine for each in card.left if each.slot.vaccine in live]
    if len(left) > 1:
        text = _("注射的减毒活疫苗可以同一天打，不同一天的至少隔 {gap}；别的疫苗之间没有间隔要求", gap=apart.quantity)
        yield Step(text, (apart,))
    if any(code != "BCG" for code in left):
        text = _("用过免疫球蛋白的，至少等 {wait}再打注射的减毒活疫苗（卡介苗除外）", wait=wait.quantity)
        yield Step(text, (wait,))


def _hpv(card: Card) -> Iterator[Step]:
    """Say for whom the HPV vaccine is free, or that a girl was born too early for it."""
    child = card.child
    rules = tuple(rule for name in ("hpv_born_from", "hpv_age", "hpv_doses") if (rule := child.find(name)))
    if len(rules) < 3 or child.answers.choice("sex") == "male":
        return
    born_from, age, doses = rules
    if child.born < born_from.day:
        yield Step(_("{day}以前出生的女孩不在免费打HPV疫苗的范围里", day=born_from.day), (born_from,))
    elif hpv := next((each for each in card.left if each.slot.for_girls), None):
        text = _(
            "{vaccine}：{day}及以后出生的女孩，满 {age}起免费打 {doses} 剂",
            vaccine=vaccine(hpv.slot.vaccine), day=born_from.day, age=age.quantity, doses=doses.count,
        )  # fmt: skip
        yield Step(text, rules)


def _record(card: Card) -> Iterator[Step]:
    doctor, entry = card.child.rule("doctor_asks_first"), card.child.rule("checked_at_entry")
    yield Step(_("打之前医生会问健康状况和禁忌，请如实说；有禁忌的不打"), (doctor,))
    if card.before_school:
        yield Step(_("入托、入园、入学时查验预防接种证，漏打的会要求补"), (entry,))
