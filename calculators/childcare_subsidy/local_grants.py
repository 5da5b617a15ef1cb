"""One-off grants of a place: for the pregnancy, the delivery or the birth (杭州, 潜江, 长沙, …).

A grant for a pregnancy or a delivery is paid once for a multiple birth, by its highest order; one
for the birth goes by each child's own order. A lump sum received before is set against the total of
all years: the higher of the two, not both (杭州).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from calculators.childcare_subsidy.claims import Child, Claim
from calculators.childcare_subsidy.local_terms import WHOLE, ask_about_parents, share, sure, to_confirm
from calculators.kit.dates import birthday
from calculators.kit.message import Message, _, place_name, yuan
from calculators.kit.result import Amount, Event, Kind, Occasion, Part, Payment, Standing, Step
from calculators.kit.rules import Value

WEEKS_TO_DUE_DATE = 40


@dataclass(frozen=True)
class Grant:
    """A kind of one-off grant: the name of its rule, its label, and whether twins have one or two."""

    name: str
    label: Message
    one_for_twins: bool


GRANTS = (
    Grant("once_for_pregnancy", _("孕产补助"), one_for_twins=True),
    Grant("once_for_checks", _("孕检补贴"), one_for_twins=True),
    Grant("once_for_delivery", _("分娩补贴"), one_for_twins=True),
    Grant("once_for_birth", _("生育一次性补助"), one_for_twins=False),
)


def grants(child: Child, parents: str | None, received: str | None, *, last_of_birth: bool) -> Part:
    """Return the one-off grants for a child; `last_of_birth` marks the child of the highest order.

    Who was paid the lump sum of an earlier scheme for the same child has no grant for its birth.
    """
    if child.answers.choice("arrival") == "adopted":
        return Part()
    paid_before = received == "yes" and child.of_birth("earlier_lump_sum") is not None
    due = [grant for grant in GRANTS if last_of_birth or not grant.one_for_twins]
    return Part.join(
        [
            *(_grant(child, grant, parents) for grant in due if grant.one_for_twins or not paid_before),
            _of_unknown_amount(child),
        ]
    )


def _grant(child: Child, grant: Grant, parents: str | None) -> Part:
    amount = child.of_birth(grant.name)
    opened = share(child, parents, f"{grant.name}_parent_hukou")
    if amount is None or opened == 0:
        return Part()
    place, relation = place_name(amount.place), child.of_birth("once_relation")
    plain = _("{place}{label}", place=place, label=grant.label)
    named = _("{who}：{grant}", who=child.who, grant=plain)
    more = (f"{grant.name}_needs_first_hukou", f"{grant.name}_needs_bills")
    certain = opened == WHOLE and sure(child, amount, relation, more=more)
    asked = (*to_confirm(child, place, plain, relation, *more), *(() if opened else (ask_about_parents(child, place),)))
    step = Part(steps=(Step(_("{label}：{amount}", label=named, amount=amount.quantity), (amount,)),), office=asked)
    closing = _closing(child, grant)
    if closing is None:
        return Part.join([step, _without_window(child, amount, plain, certain=certain)])
    return Part.join([step, _within_window(child, grant, amount, named, closing, certain=certain)])


def _closing(child: Child, grant: Grant) -> tuple[date, Value] | None:
    """Return the last day to claim a grant, where the scheme sets one, and the rule that sets it."""
    if limit := child.of_birth(f"{grant.name}_claim_days_up_to"):
        return child.born + timedelta(limit.count), limit
    if limit := child.of_birth(f"{grant.name}_claim_age_under"):
        return birthday(child.born, limit.count) - timedelta(1), limit
    return None


def _within_window(
    child: Child, grant: Grant, amount: Value, named: Message, closing: tuple[date, Value], *, certain: bool
) -> Part:
    closes, limit = closing
    week = child.of_birth(f"{grant.name}_from_week")
    opens = child.born - timedelta(weeks=WEEKS_TO_DUE_DATE - week.count) if week else child.born
    opens = max(opens, amount.start or opens)
    state = Standing.of(opens, closes, child.on, claimed=False)
    payment = Payment(named, opens, closes, amount.quantity, state, certain)
    event = Event(
        f"{child.key}-{grant.name.replace('_', '-')}", Occasion.DEADLINE, _("{label}申领截止", label=named),
        closes, closes, certain,
    )  # fmt: skip
    rules = tuple(rule for rule in (week, limit) if rule)
    return Part(
        amounts=(Amount(Kind.ONCE, named, amount.quantity, certain),) if payment.ahead else (),
        payments=(payment,),
        events=(event,) if payment.ahead else (),
        steps=(Step(_("{label}：{opens}至 {closes}申领", label=named, opens=opens, closes=closes), rules),),
    )


def _without_window(child: Child, amount: Value, plain: Message, *, certain: bool) -> Part:
    """Return a grant whose scheme sets no last day; after the end of the scheme nothing is sure."""
    running = child.here.find(amount.rule, child.on) is not None
    named = _("{who}：{grant}", who=child.who, grant=plain)
    ask = _("{grant}领过的不再发；还没有领的什么时候截止、能不能补领，请向办理机构确认", grant=plain)
    return Part(amounts=(Amount(Kind.ONCE, named, amount.quantity, certain and running),), office=(ask,))


def _of_unknown_amount(child: Child) -> Part:
    """Tell of a grant whose last day is known and whose amount is not (温州)."""
    until = child.of_birth("once_for_birth_claim_until")
    if until is None:
        return Part()
    place = place_name(until.place)
    if child.on > until.day:
        return Part(office=(_("{place}的生育一次性补助已在 {until}截止申领", place=place, until=until.day),))
    label = _("{who}：{place}生育一次性补助申领截止", who=child.who, place=place)
    ask = _("{place}对这个孩子另有生育一次性补助，{until}前申领，金额请问办理机构", place=place, until=until.day)
    event = Event(f"{child.key}-once-for-birth", Occasion.DEADLINE, label, until.day, until.day, until.certain)
    return Part(events=(event,), steps=(Step(ask, (until,)),), office=(ask,))


def lump_sum(child: Child, given: tuple[Claim, ...], received: str | None, *, certain: bool) -> Part:
    """Set a lump sum received before against the total of all years: only what is missing is paid (杭州)."""
    lump = child.of_birth("earlier_lump_sum")
    if lump is None or received == "no":
        return Part()
    place = place_name(lump.place)
    if received is None or not given:
        return Part(office=(_("以前一次性领过{place}育儿补助的，只补差额，请向办理机构确认", place=place),))
    total = sum((claim.amount for claim in given), Decimal(0))
    rest = yuan(max(Decimal(0), total - lump.number))
    text = _(
        "以前一次性领过 {lump}，育儿补贴总额 {total}：两者取高、不重复，还应补 {rest}",
        lump=lump.quantity, total=yuan(total), rest=rest,
    )  # fmt: skip
    certain = lump.certain and certain and child.first_claimed is None
    return Part(
        amounts=(Amount(Kind.IN_ALL, _("{who}：扣除以前一次性补助后还应补发", who=child.who), rest, certain),),
        steps=(Step(text, (lump,)),),
        office=(_("差额分几年发、每年多少，由{place}办理机构确定", place=place),) if rest.number else (),
    )
