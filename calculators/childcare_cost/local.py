"""What a place pays for nursery care: to the nursery, which changes nothing here, or to the family.

Whether a family gets the local money hangs on conditions that are not asked, so it is never
taken off the sure figure; it stands in a figure of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from calculators.kit.message import Message, Span, _, place_name, yuan
from calculators.kit.questions import Answers
from calculators.kit.result import Amount, Kind, Step
from calculators.kit.rules import PlaceRules, Value
from calculators.tax_deduction.brackets import NOTHING

TOPIC = "childcare-services"
MONTHS = 12

TO_NURSERIES = {
    "nursery_subsidy_per_month": _("{place}给普惠托育机构每个孩子每月 {amount}"),
    "kindergarten_subsidy_per_month": _("{place}给幼儿园的普惠托班每个孩子每月 {amount}"),
    "nursery_subsidy_per_year": _("{place}给普惠托育机构每个托位每年 {amount}"),
}
"""What is paid for the running of nurseries, with its words."""
NOT_FOR = {"nursery": "kindergarten_subsidy_per_month", "kindergarten": "nursery_subsidy_per_month"}
"""What a kind of nursery does not get, where a place tells the two apart."""
NOT_TAKEN_OFF = _("上面的补贴发给机构，不从您的托育费里再减")


@dataclass(frozen=True)
class Local:
    """What a place pays: `possible` is the most that might come off the family's month."""

    possible: Decimal = NOTHING
    amounts: tuple[Amount, ...] = ()
    steps: tuple[Step, ...] = ()
    office: tuple[Message, ...] = ()


def local(answers: Answers, here: PlaceRules, on: date) -> Local:
    """Return what is paid at a place for a child of a kind of nursery."""
    found = [part for part in (_to_nursery(answers, here, on), _voucher(here, on), _terms(answers, here, on)) if part]
    if not found:
        return Local(office=(_("这个地方给托育的补助没有收录，请问托育机构或当地卫生健康部门"),))
    return Local(
        possible=sum((part.possible for part in found), NOTHING),
        amounts=tuple(amount for part in found for amount in part.amounts),
        steps=tuple(step for part in found for step in part.steps),
        office=tuple(message for part in found for message in part.office),
    )


def _find(here: PlaceRules, name: str, on: date) -> Value | None:
    return here.find(f"{TOPIC}.{name}", on)


def _to_nursery(answers: Answers, here: PlaceRules, on: date) -> Local | None:
    """Money for the running of nurseries: the fee a family is told already stands after it."""
    apart = all(_find(here, name, on) for name in NOT_FOR.values())
    left_out = NOT_FOR.get(answers.choice("nursery") or "") if apart else None
    found = [(_find(here, name, on), text) for name, text in TO_NURSERIES.items() if name != left_out]
    paid = [(rule, text) for rule, text in found if rule]
    if not paid:
        return None
    if answers.choice("nursery") == "other":
        place = place_name(paid[0][0].place)
        return Local(steps=(Step(_("{place}的运营补贴只给普惠机构", place=place), tuple(rule for rule, __ in paid)),))
    steps = (
        Step(Message(text.msgid, {"place": place_name(rule.place), "amount": rule.quantity}), (rule,))
        for rule, text in paid
    )
    return Local(
        steps=(*steps, Step(NOT_TAKEN_OFF)),
        office=(_("请问托育机构：是不是备案的普惠机构，收费是不是已经按补贴定的"),),
    )


def _voucher(here: PlaceRules, on: date) -> Local | None:
    rule = _find(here, "family_voucher_per_month", on)
    if rule is None:
        return None
    place = place_name(rule.place)
    return Local(
        possible=rule.number,
        steps=(Step(_("{place}给家庭托育券 {amount}，在指定机构使用", place=place, amount=rule.quantity), (rule,)),),
        office=(_("{place}的托育券多久发一次、怎么领，请问托育机构", place=place),),
    )


def _terms(answers: Answers, here: PlaceRules, on: date) -> Local | None:
    """Money for each term that a second or third child attends (鄂尔多斯)."""
    rule = _find(here, "family_subsidy_per_term", on)
    born_from = _find(here, "family_subsidy_born_from", on)
    if rule is None or born_from is None:
        return None
    if answers.day("birth_date") < born_from.day:
        text = _("{place}的入托补贴给 {day}或以后出生的孩子", place=place_name(rule.place), day=born_from.day)
        return Local(steps=(Step(text, (born_from,)),))
    place, order = place_name(rule.place), answers.choice("order")
    asked = (_("{place}的入托补贴要看户口、孩次和实际入托时间，现在是否还在发，请向户口所在社区或村确认", place=place),)
    if order is None:
        return Local(office=asked)
    each = rule.of("third" if order == "later" else order)
    if each.value is None:
        return Local(steps=(Step(_("{place}的入托补贴不给这个孩次的孩子", place=place), (rule,)),))
    return replace(_each_term(each, here.on(f"{TOPIC}.terms_per_year", on), born_from), office=asked)


def _each_term(each: Value, terms: Value, born_from: Value) -> Local:
    place, whole = place_name(each.place), each.number * terms.number
    label = _("{place}给家庭的入托补贴，一年（另行申领，没有算进上面的确定数）", place=place)
    text = _(
        "{place}给家庭入托补贴：每学期 {each} × {count} = {amount}",
        place=place, each=each.quantity, count=terms.count, amount=yuan(whole),
    )  # fmt: skip
    return Local(
        possible=whole / MONTHS,
        amounts=(Amount(Kind.YEARLY, label, yuan(whole), certain=False),),
        steps=(Step(text, (each, terms, born_from)),),
    )


def subsidy(answers: Answers, here: PlaceRules, on: date) -> tuple[Amount, ...]:
    """Return the yearly childcare subsidy 育儿补贴 of the place, which is money of its own."""
    rule, born_from = here.find("childcare-subsidy.annual_amount", on), here.find("childcare-subsidy.born_from", on)
    if rule is None or born_from is None or answers.day("birth_date") < born_from.day:
        return ()
    label = _("育儿补贴每年的标准（另行申领，没有算进每月的数）")
    if not isinstance(rule.value, Mapping):
        return (Amount(Kind.YEARLY, label, rule.quantity, rule.certain),)
    rates = sorted(Decimal(str(rate)) for rate in rule.value.values())
    return (Amount(Kind.YEARLY, label, Span(yuan(rates[0]), yuan(rates[-1])), certain=False),)
