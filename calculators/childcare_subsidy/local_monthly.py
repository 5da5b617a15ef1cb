"""A place's own monthly amount, until the child reaches an age.

It is on top of the national subsidy (哈尔滨, 大庆), or nobody has published how it stands to it
(沈阳, 天门). Months are never added to yearly amounts; their own total is given only where the
scheme says for how many months it is paid.
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from calculators.childcare_subsidy.claims import Child
from calculators.childcare_subsidy.local_terms import WHOLE, ask_about_parents, share, sure, to_confirm
from calculators.childcare_subsidy.local_yearly import ON_TOP
from calculators.kit.dates import birthday, months_from
from calculators.kit.message import _, months, place_name, yuan
from calculators.kit.result import Amount, Kind, Part, Step
from calculators.kit.rules import Value


def monthly(child: Child, parents: str | None) -> Part:
    """Return the place's own monthly amount, while the child is below its age."""
    amount, relation = child.of_birth("local_monthly_amount"), child.of_birth("local_relation")
    age = child.of_birth("local_monthly_age_under")
    if amount is None or relation is None or age is None:
        return Part()
    place, opened = place_name(amount.place), share(child, parents)
    if opened is None:
        return Part(office=(ask_about_parents(child, place),))
    if not opened:
        return Part()
    if child.on >= birthday(child.born, age.count):
        late = _(
            "孩子已满 {age}，{place}每月的补贴还有没领的，能不能补领请向办理机构确认", age=age.quantity, place=place
        )
        return Part(office=(late,))
    return _running(child, amount, relation, age, opened)


def _running(child: Child, amount: Value, relation: Value, age: Value, opened: Decimal) -> Part:
    place, certain = place_name(amount.place), sure(child, amount, relation, age)
    label = (
        _("{who}：{place}每月另加", who=child.who, place=place)
        if relation.text == ON_TOP
        else _("{who}：{place}每月", who=child.who, place=place)
    )
    each = yuan(amount.number * opened)
    return Part.join(
        [
            Part(amounts=(Amount(Kind.MONTHLY, label, each, certain),)),
            _share_of_one(child, amount, opened),
            _counted(child, amount, age, each.number, certain=certain),
            Part(office=to_confirm(child, place, _("{place}每月的补贴", place=place), relation)),
        ]
    )


def _share_of_one(child: Child, amount: Value, opened: Decimal) -> Part:
    percent = child.of_birth("local_percent_for_one_parent")
    if percent is None or opened == WHOLE:
        return Part()
    text = _(
        "父母只有一方符合，发 {percent}：{whole} × {percent} = {part}",
        percent=percent.quantity, whole=amount.quantity, part=yuan(amount.number * opened),
    )  # fmt: skip
    return Part(steps=(Step(text, (amount, percent)),))


def _counted(child: Child, amount: Value, age: Value, each: Decimal, *, certain: bool) -> Part:
    """Say from when to when, and add the months up where the scheme says how many there are.

    Fewer than all months are left to a child born before the scheme; how a part of a month counts
    is then not written, and it is counted as in the national table.
    """
    begins, ends = child.of_birth("local_monthly_begins"), birthday(child.born, age.count)
    first = max(child.born, begins.day) if begins else child.born
    place, last = place_name(amount.place), ends - timedelta(1)
    if from_claim := child.of_birth("local_monthly_from_claim"):
        text = _("{place}从申报的那个月起按月发，发到 {last}（满 {age}）", place=place, last=last, age=age.quantity)
        early = _("{place}申报之前的月份一般不补发，请尽早申报", place=place)
        return Part(steps=(Step(text, (amount, from_claim, age)),), assumptions=(early,))
    text = _(
        "{place}从 {first}起按月发，发到 {last}（满 {age}）", place=place, first=first, last=last, age=age.quantity
    )
    running = Step(text, tuple(rule for rule in (amount, begins, age) if rule))
    most = child.of_birth("local_monthly_months_up_to")
    if most is None:
        return Part(steps=(running,))
    count = min(most.count, months_from(first, ends))
    whole = yuan(each * count)
    label = _("{who}：{place}每月的补贴 {months}一共", who=child.who, place=place, months=months(count))
    sum_up = _(
        "{each} × {count} = {whole}（最多 {most}）", each=yuan(each), count=count, whole=whole, most=most.quantity
    )
    return Part(
        amounts=(Amount(Kind.IN_ALL, label, whole, certain and count == most.count),),
        steps=(running, Step(sum_up, (amount, most))),
    )
