"""A place's own yearly amount.

It is on top of the national one (衢州 from 2026), contains it (攀枝花, 衢州 until 2025, 鄂尔多斯), or
runs for years of its own, with a relation that nobody has published (呼和浩特).
"""

from __future__ import annotations

from decimal import Decimal

from calculators.childcare_subsidy.claims import Child, Claim, standing
from calculators.childcare_subsidy.local_terms import ask_about_parents, share, sure, to_confirm
from calculators.kit.dates import birthday
from calculators.kit.message import Message, Quantity, _, place_name, yuan
from calculators.kit.result import Amount, Kind, Part, Payment, Step
from calculators.kit.rules import Value

ON_TOP = "on_top"


def yearly(child: Child, given: tuple[Claim, ...], parents: str | None) -> Part:
    """Return the place's own yearly amount beside the national claims."""
    amount, relation = child.of_birth("local_annual_amount"), child.of_birth("local_relation")
    age = child.of_birth("local_annual_age_under")
    if amount is None or relation is None or not (given or age):
        return Part()
    opened = share(child, parents)
    if opened is None:
        return Part(office=(ask_about_parents(child, place_name(amount.place)),))
    if not opened:
        return Part()
    if age:
        return _own_years(child, amount, relation, age)
    return (_on_top if relation.text == ON_TOP else _containing)(child, given, amount, relation)


def _on_top(child: Child, given: tuple[Claim, ...], amount: Value, relation: Value) -> Part:
    place, certain = place_name(amount.place), sure(child, amount, relation)
    label = _("{who}：{place}每年另加", who=child.who, place=place)
    text = _("{place}在国家补贴之外每年另加 {amount}", place=place, amount=amount.quantity)
    return Part(
        amounts=(Amount(Kind.YEARLY, label, amount.quantity, certain),),
        payments=tuple(
            _payment(child, claim, amount.quantity, label, certain=certain and _within_scheme(child, claim))
            for claim in given
        ),
        steps=(Step(text, (amount, relation)),),
        office=(
            *to_confirm(child, place, _("{place}每年的补贴", place=place), relation),
            _("户口后来迁入的，{place}的加发另有规定，请确认", place=place),
        ),
    )


def _within_scheme(child: Child, claim: Claim) -> bool:
    """Tell whether a claim opens before the third birthday and within the trial of the scheme."""
    trial = child.of_birth("local_trial_until")
    third = birthday(child.born, child.rule("age_under").count)
    return claim.opens < third and (trial is None or claim.opens <= trial.day)


def _containing(child: Child, given: tuple[Claim, ...], amount: Value, relation: Value) -> Part:
    """Return a yearly amount that contains the national one: what the place adds is the difference.

    For a child paid by months, part may have been paid under the place's scheme before 2025, so the
    office says what is left; so it does where the place takes claims in a round of its own (鄂尔多斯).
    """
    place = place_name(amount.place)
    label = _("{who}：{place}每年标准（已含国家补贴）", who=child.who, place=place)
    text = _("{place}每年共发 {amount}，其中已含国家补贴", place=place, amount=amount.quantity)
    difference = _("{who}：{place}补足到每年标准的差额", who=child.who, place=place)
    added = [_payment(child, claim, _less(amount, claim.amount), difference, certain=False) for claim in given]
    with_the_national_claim = child.full_years and child.of_birth("local_claim_by") is None
    earlier = _("{place}的加发可能已领过一部分，还能领多少请向办理机构确认", place=place)
    return Part(
        amounts=(Amount(Kind.YEARLY, label, amount.quantity, certain=False),),
        payments=tuple(added) if with_the_national_claim else (),
        steps=(Step(text, (amount, relation)),),
        office=(
            *to_confirm(child, place, _("{place}每年的补贴", place=place), relation),
            *(() if child.full_years else (earlier,)),
        ),
    )


def _less(amount: Value, national: Decimal) -> Quantity:
    return yuan(max(Decimal(0), amount.number - national))


def _payment(child: Child, claim: Claim, quantity: Quantity, label: Message, *, certain: bool) -> Payment:
    text = _("{year} 年：{label}", year=claim.year, label=label)
    return Payment(text, claim.opens, claim.closes, quantity, standing(child, claim), certain)


def _own_years(child: Child, amount: Value, relation: Value, age: Value) -> Part:
    """Return an amount paid once a year from the year of birth until the child reaches an age."""
    if child.on >= birthday(child.born, age.count):
        return Part()
    place, certain = place_name(amount.place), sure(child, amount, relation, age)
    first, last = child.born.year, child.born.year + age.count - 1
    whole = yuan(amount.number * age.count)
    text = _(
        "{place}从出生那一年起每年发 {amount}，发到满 {age}：{amount} × {count} = {whole}",
        place=place, amount=amount.quantity, age=age.quantity, count=age.count, whole=whole,
    )  # fmt: skip
    in_all = _("{who}：{place}从 {first} 年到 {last} 年一共", who=child.who, place=place, first=first, last=last)
    return Part(
        amounts=(
            Amount(Kind.YEARLY, _("{who}：{place}每年", who=child.who, place=place), amount.quantity, certain),
            Amount(Kind.IN_ALL, in_all, whole, certain),
        ),
        steps=(Step(text, (amount, age, relation)),),
        office=to_confirm(child, place, _("{place}每年的补贴", place=place), relation),
    )
