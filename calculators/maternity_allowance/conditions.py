"""Who is entitled: the insurance, and how long it was paid.

The law asks that the employer has paid the contributions (社会保险法, article 54) and sets no
least number of months; places do. Too few months never end in «no»: they can be made up, or the
employer pays in advance.
"""

from __future__ import annotations

from calculators.kit.message import Message, _, place_name
from calculators.kit.result import Criterion
from calculators.kit.rules import Value
from calculators.maternity_allowance.claim import TOPIC, Claim

MONTHS = "insured_months_at_least"
AFTER_A_MISCARRIAGE = "miscarriage_months_at_least"


def conditions(claim: Claim) -> tuple[Criterion, ...]:
    """Return the conditions for the mother's insurance."""
    place = Criterion(_("知道在哪个省（自治区、直辖市）参保"), True if claim.province_known else None)
    match claim.insurance:
        case "employed":
            return place, Criterion(_paid(), True, (claim.rule("paid_by_fund"),)), _months(claim)
        case "not_insured":
            text = _("在单位上班，单位没有参保的由单位支付")
            return place, Criterion(text, True, (claim.rule("employer_pays_if_not_insured"),))
        case "flexible":
            local = claim.current("flexible_workers_insured")
            text = _("当地给灵活就业的参保人发生育津贴")
            return place, Criterion(text, None, (local,) if local else ())
        case None:
            return place, Criterion(_paid(), None, (claim.rule("paid_by_fund"),))
        case _:
            return place, Criterion(_paid(), False, (claim.rule("paid_by_fund"),))


def _paid() -> Message:
    return _("单位为母亲缴了生育保险")


def _months(claim: Claim) -> Criterion:
    own, months = _own(claim), claim.insured_months
    confirmed = own if own and own.certain else None
    needed = confirmed or _strictest(claim)
    if needed is None:
        return Criterion(_("缴费月数够（全国没有统一的下限，看当地的要求）"), None)
    met = True if months is not None and months >= needed.count else None
    if confirmed:
        place = place_name(confirmed.place)
        text = _("连续缴费满 {months}（{place}的要求）", months=confirmed.quantity, place=place)
        return Criterion(text, met, (confirmed,))
    text = _("缴费月数够（全国没有统一的下限，对照的是已收录的各地要求中最高的 {months}）", months=needed.quantity)
    return Criterion(text, met, (own,) if own else ())


def _own(claim: Claim) -> Value | None:
    """Return the number of months that the place asks for; after a miscarriage some ask for fewer."""
    return (claim.find(AFTER_A_MISCARRIAGE) if claim.miscarried else None) or claim.find(MONTHS)


def _strictest(claim: Claim) -> Value | None:
    """Return the greatest number of months that any place is known to ask for.

    Where a place's own number is not confirmed, this is what a mother's months are held against.
    """
    rules = claim.here.rules
    found = (rules.at(place).find(f"{TOPIC}.{MONTHS}", claim.day) for place in rules.places)
    return max((value for value in found if value), key=lambda value: value.count, default=None)


def shortfall(claim: Claim) -> tuple[Message, ...]:
    """Say what to ask about the months, where they are not enough or not known to be."""
    if claim.insurance != "employed" or _months(claim).met:
        return ()
    rule = claim.find("short_insurance")
    asked = [_("这个地方要求连续缴费满多少个月，断缴、补缴怎么算")]
    if rule and rule.text == "made_up_later":
        asked.append(_("缴费月数不够的，生育以后继续缴满规定的月数，可以补领津贴，请问怎么办理"))
    if rule and rule.text == "share_of_a_year":
        asked.append(_("累计缴费满一年也可以；都不满的，基金按缴费月数付一部分，其余由单位先垫付，请问怎么办理"))
    return tuple(asked)
