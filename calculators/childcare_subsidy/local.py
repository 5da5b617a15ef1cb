"""What a place adds to the national subsidy, by its own scheme.

Three relations occur. A city pays more instead (济南: `annual_amount` by birth order); it pays
on top (衢州 from 2026, and one-off grants in 杭州); or its yearly amount contains the national
one (衢州 until 2025). A lump sum received before is set against the total: the higher of the
two, not both (杭州).
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from calculators.childcare_subsidy.claims import TOPIC, Child, Claim
from calculators.kit.dates import birthday
from calculators.kit.message import Message, Name, Quantity, _, place_name, yuan
from calculators.kit.result import Amount, Event, Kind, Occasion, Part, Payment, Standing, Step
from calculators.kit.rules import Value

ON_TOP = "on_top"
WEEKS_TO_DUE_DATE = 40


def of_birth(child: Child, name: str) -> Value | None:
    """Return the local rule in force on the day of birth, for the child's order, if there is one."""
    value = child.here.find(f"{TOPIC}.{name}", child.born)
    value = value.of(child.order) if value else None
    return value if value and value.value is not None else None


def entitled(child: Child, parents: str | None) -> bool | None:
    """Tell whether the parents' hukou opens the local part: the mother's, or either's."""
    needed = of_birth(child, "local_parent_hukou")
    if parents is None or needed is None:
        return None
    return parents == "mother" or (parents == "father" and needed.text == "one_parent")


def yearly(child: Child, given: tuple[Claim, ...], parents: str | None) -> Part:
    """Return the place's own yearly amount: on top of the national one, or containing it."""
    amount, relation = of_birth(child, "local_annual_amount"), of_birth(child, "local_relation")
    if amount is None or relation is None or not given:
        return _if_order_decides(child)
    place = place_name(amount.place)
    open_to_them = entitled(child, parents)
    if open_to_them is None:
        return Part(office=(_("{place}另有加发，要看父母的户口，请向办理机构确认", place=place),))
    if not open_to_them:
        return Part()
    return (_on_top if relation.text == ON_TOP else _containing)(child, given, amount, relation)


def _if_order_decides(child: Child) -> Part:
    """Where the order is not known and a later child would get more, the family should ask."""
    names = ("local_annual_amount", "once_for_pregnancy", "once_for_birth", "earlier_lump_sum")
    found = (child.here.find(f"{TOPIC}.{name}", child.born) for name in names)
    local = next((value for value in found if value), None)
    if local is None or child.answers.choice("order") is not None:
        return Part()
    return Part(office=(_("{place}对第二个、第三个孩子另有加发，请确认孩次", place=place_name(local.place)),))


def _on_top(child: Child, given: tuple[Claim, ...], amount: Value, relation: Value) -> Part:
    place = place_name(amount.place)
    label = _("{who}：{place}每年另加", who=child.who, place=place)
    third = birthday(child.born, child.rule("age_under").count)
    text = _("{place}在国家补贴之外每年另加 {amount}", place=place, amount=amount.quantity)
    return Part(
        amounts=(Amount(Kind.YEARLY, label, amount.quantity, amount.certain),),
        payments=tuple(
            _payment(child, claim, amount.quantity, label, sure=amount.certain and claim.opens < third)
            for claim in given
        ),
        steps=(Step(text, (amount, relation)),),
        office=(_("户口后来迁入的，{place}的加发另有规定，请确认", place=place),),
    )


def _containing(child: Child, given: tuple[Claim, ...], amount: Value, relation: Value) -> Part:
    """Return a yearly amount that contains the national one: what the place adds is the difference.

    For a child paid by months, part may have been paid under the place's scheme before 2025, so the
    office says what is left.
    """
    place = place_name(amount.place)
    label = _("{who}：{place}每年标准（已含国家补贴）", who=child.who, place=place)
    text = _("{place}每年共发 {amount}，其中已含国家补贴", place=place, amount=amount.quantity)
    difference = _("{who}：{place}补足到每年标准的差额", who=child.who, place=place)
    added = [_payment(child, claim, _less(amount, claim.amount), difference, sure=False) for claim in given]
    return Part(
        amounts=(Amount(Kind.YEARLY, label, amount.quantity, certain=False),),
        payments=tuple(added) if child.full_years else (),
        steps=(Step(text, (amount, relation)),),
        office=(_ask_of(place, paid_by_months=not child.full_years),),
    )


def _less(amount: Value, national: Decimal) -> Quantity:
    return yuan(max(Decimal(0), amount.number - national))


def _ask_of(place: Name, *, paid_by_months: bool) -> Message:
    if paid_by_months:
        return _("{place}的加发可能已领过一部分，还能领多少请向办理机构确认", place=place)
    return _("{place}的加发还有别的条件（例如在本市的助产机构出生），请向办理机构确认", place=place)


def _payment(child: Child, claim: Claim, quantity: Quantity, label: Message, *, sure: bool) -> Payment:
    text = _("{year} 年：{label}", year=claim.year, label=label)
    return Payment(text, claim.opens, claim.closes, quantity, standing(child, claim), sure)


def standing(child: Child, claim: Claim) -> Standing:
    """Tell how a year's claim stands on the day asked about.

    Years from the first claim until last year count as claimed; so does this year's first claim.
    """
    first = child.first_claimed
    claimed = first is not None and (first == claim.year or first < claim.year < child.on.year)
    return Standing.of(claim.opens, claim.closes, child.on, claimed=claimed)


def pregnancy_grant(child: Child, parents: str | None) -> Part:
    """Return the grant for the pregnancy; a multiple birth has one, by its highest order (杭州)."""
    mothers = entitled(child, parents)
    if mothers is False or of_birth(child, "once_for_pregnancy") is None:
        return Part()
    week = child.here.on(f"{TOPIC}.once_for_pregnancy_from_week", child.born).count
    opens = child.born - timedelta(weeks=WEEKS_TO_DUE_DATE - week)
    ask = None if mothers else _("孕产补助要看母亲的户口，请向办理机构确认")
    return _grant(child, "once_for_pregnancy", _("孕产补助"), opens, ask)


def birth_grant(child: Child) -> Part:
    """Return the grant for the birth itself, by each child's own order (杭州)."""
    ask = _("生育一次性补助要求孩子的户口首次登记在本市，请向办理机构确认")
    return _grant(child, "once_for_birth", _("生育一次性补助"), child.born, ask)


def _grant(child: Child, name: str, label: Message, opens: date, ask: Message | None) -> Part:
    """Return a grant with its window; `ask` is the condition that the answers leave open."""
    grant = of_birth(child, name)
    if grant is None or child.answers.choice("arrival") == "adopted":
        return Part()
    limit = child.here.on(f"{TOPIC}.{name}_claim_days_up_to", child.born)
    opens, closes = max(opens, grant.start or opens), child.born + timedelta(limit.count)
    certain = ask is None and grant.certain and child.answers.choice("order") != "later"
    named = _("{who}：{place}{label}", who=child.who, place=place_name(grant.place), label=label)
    state = Standing.of(opens, closes, child.on, claimed=False)
    payment = Payment(named, opens, closes, grant.quantity, state, certain)
    closing = Event(
        f"{child.key}-{name.replace('_', '-')}", Occasion.DEADLINE, _("{label}申领截止", label=named),
        closes, closes, certain,
    )  # fmt: skip
    return Part(
        amounts=(Amount(Kind.ONCE, named, grant.quantity, certain),) if payment.ahead else (),
        payments=(payment,),
        events=(closing,) if payment.ahead else (),
        steps=(Step(_("{label}：{amount}", label=named, amount=grant.quantity), (grant, limit)),),
        office=(ask,) if ask else (),
    )


def lump_sum(child: Child, given: tuple[Claim, ...], received: str | None, *, sure: bool) -> Part:
    """Set a lump sum received before against the total of all years: only what is missing is paid (杭州)."""
    lump = of_birth(child, "earlier_lump_sum")
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
    certain = lump.certain and sure and child.first_claimed is None
    return Part(
        amounts=(Amount(Kind.IN_ALL, _("{who}：扣除以前一次性补助后还应补发", who=child.who), rest, certain),),
        steps=(Step(text, (lump,)),),
        office=(_("差额分几年发、每年多少，由{place}办理机构确定", place=place),) if rest.number else (),
    )
