"""One child's plan: the conditions, what is paid in which year, and how it was counted."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.childcare_subsidy.claims import Child, Claim, claims, standing
from calculators.kit.message import Message, _, months, yuan
from calculators.kit.result import Amount, Criterion, Event, Kind, Occasion, Part, Payment, Standing, Step


@dataclass(frozen=True)
class NationalPlan:
    """A child's part under the national rule, and its yearly claims."""

    part: Part
    claims: tuple[Claim, ...]


def national_plan(child: Child) -> NationalPlan:
    """Return the plan of one child under the national rule."""
    given = claims(child)
    payments = tuple(_payment(child, claim) for claim in given)
    criteria = _criteria(child, payments)
    if any(criterion.met is False for criterion in criteria):
        return NationalPlan(Part(criteria=criteria, steps=_steps(child, given)), ())
    part = Part(
        criteria=criteria,
        amounts=_amounts(child, given, payments),
        payments=payments,
        events=tuple(_deadline(child, payment) for payment in payments if payment.ahead),
        steps=_steps(child, given),
        assumptions=_assumptions(child, given),
        office=_office(child, payments),
    )
    return NationalPlan(part, given)


def _assumptions(child: Child, given: tuple[Claim, ...]) -> tuple[Message, ...]:
    said = []
    if child.born > child.on:
        said.append(_("按预产期计算，以实际出生日期为准。"))
    if child.full_years and child.first_claimed is None and given and given[0].year == child.born.year:
        said.append(
            _("首次申领最晚可到 {day}；出生当年不申领的，各次都顺延一年，不会减少。", day=child.last_first_claim)
        )
    return tuple(said)


def _criteria(child: Child, payments: tuple[Payment, ...]) -> tuple[Criterion, ...]:
    born_from, age = child.rule("born_from"), child.rule("age_under")
    in_time = _(
        "{who}：{day}或以后出生（更早出生的孩子在制度开始时已满 {age}）",
        who=child.who,
        day=born_from.day,
        age=age.quantity,
    )
    found = (
        Criterion(in_time, child.in_time, (born_from, age)),
        Criterion(_("{who}：有中国国籍，户口已登记", who=child.who), _registered(child)),
        _lawful(child),
    )
    return found + ((_window(child, payments),) if child.in_time else ())


def _registered(child: Child) -> bool | None:
    return {"yes": True, "foreign": False}.get(child.answers.choice("hukou") or "")


def _lawful(child: Child) -> Criterion:
    """Judge «born or adopted in accordance with law» (norm, article 5) by the child's order."""
    limit = child.rule("children_up_to")
    text = _("{who}：依法收养，或是夫妻生育的前 {count}之一（更多的看各省规定）", who=child.who, count=limit.quantity)
    adopted = child.answers.choice("arrival") == "adopted"
    within = adopted or child.answers.choice("order") in ("first", "second", "third")
    return Criterion(text, True if within else None, (limit,))


def _window(child: Child, payments: tuple[Payment, ...]) -> Criterion:
    if child.late:
        rule = child.rule("first_claim_up_to_years_after_birth")
        text = _("{who}：首次申领不晚于 {day}", who=child.who, day=child.last_first_claim)
        return Criterion(text, None, (rule,))
    met = any(payment.ahead for payment in payments)
    limit = "first_claim_up_to_years_after_birth" if child.full_years else "first_claim_until_for_earlier_births"
    return Criterion(_("{who}：还有可以申领的年度", who=child.who), met, (child.rule(limit),))


def _payment(child: Child, claim: Claim) -> Payment:
    label = _("{year} 年：{who}", year=claim.year, who=child.who)
    state = standing(child, claim)
    return Payment(label, claim.opens, claim.closes, yuan(claim.amount), state, _certain(child, claim))


def _certain(child: Child, claim: Claim) -> bool:
    counted_by_days = not child.full_years and child.born.day == 1
    if child.answers.choice("order") == "later" or child.answers.choice("arrival") == "adopted":
        return False
    return claim.rule.certain and not (counted_by_days or child.order_missing or _missed_first(child))


def _missed_first(child: Child) -> bool:
    """Whether an earlier-born child's first claim came, or will come, after its last day."""
    last = child.last_first_claim
    first = child.first_claimed
    return not child.full_years and ((first is None and child.on > last) or (first or 0) > last.year)


def _amounts(child: Child, given: tuple[Claim, ...], payments: tuple[Payment, ...]) -> tuple[Amount, ...]:
    if not given:
        rate = child.rule("annual_amount").of(child.order)
        return (Amount(Kind.YEARLY, _("{who}：每年标准（可领几年待确认）", who=child.who), rate.quantity, False),)
    certain = all(payment.certain for payment in payments)
    paid = [payment for payment in payments if payment.standing is not Standing.MISSED]
    ahead = [payment for payment in paid if payment.ahead]
    found = [_sum(_("{who}：按每年标准各年一共（不含已错过的年份和本地另加）", who=child.who), paid, certain)]
    if len(ahead) < len(paid):
        found.append(_sum(_("{who}：其中现在和以后可以申领", who=child.who), ahead, certain))
    rates = {claim.rule.quantity for claim in given}
    if child.full_years and len(rates) == 1:
        found.insert(0, Amount(Kind.YEARLY, _("{who}：每年", who=child.who), rates.pop(), certain))
    return tuple(found)


def _sum(label: Message, payments: list[Payment], certain: bool) -> Amount:
    return Amount(Kind.IN_ALL, label, yuan(sum(payment.quantity.number for payment in payments)), certain)


def _deadline(child: Child, payment: Payment) -> Event:
    label = _("{payment}的育儿补贴申领截止", payment=payment.label)
    day = payment.closes
    return Event(f"{child.key}-{day.year}", Occasion.DEADLINE, label, day, day, payment.certain)


def _steps(child: Child, given: tuple[Claim, ...]) -> tuple[Step, ...]:
    if not child.in_time:
        text = _(
            "{who}在 {day}以前出生，制度开始时已满 {age}",
            who=child.who,
            day=child.rule("born_from").day,
            age=child.rule("age_under").quantity,
        )
        return (Step(text, (child.rule("born_from"),)),)
    if not given:
        return ()
    return (_counting(child), *(_year_step(child, claim) for claim in given))


def _counting(child: Child) -> Step:
    if child.full_years:
        rule, payments = child.rule("full_years_for_births_from"), child.rule("payments")
        text = _(
            "{who}在 {day}或以后出生，按整年发 {times}，不按月折算",
            who=child.who,
            day=rule.day,
            times=payments.quantity,
        )
        return Step(text, (rule, payments, child.rule("first_claim_up_to_years_after_birth")))
    begins = child.rule("scheme_begins")
    text = _(
        "{who}从 {day}到满 {age}，按出生月份数是 {months}（不足一个月按一个月）",
        who=child.who, day=begins.day, age=child.rule("age_under").quantity, months=months(child.months),
    )  # fmt: skip
    return Step(text, (begins, child.rule("part_month_counts")))


def _year_step(child: Child, claim: Claim) -> Step:
    if claim.months == 12:
        text = _("{year} 年发一整年：{amount}", year=claim.year, amount=yuan(claim.amount))
    else:
        text = _(
            "{year} 年发剩下的 {months}：{annual} ÷ 12 × {count} = {amount}",
            year=claim.year, months=months(claim.months), annual=claim.rule.quantity,
            count=claim.months, amount=yuan(claim.amount),
        )  # fmt: skip
    return Step(_("{who}：{text}", who=child.who, text=text), (claim.rule,))


def _office(child: Child, payments: tuple[Payment, ...]) -> tuple[Message, ...]:
    asked = []
    if child.late:
        asked.append(_("首次申领晚于出生次年的，还能领几年，规定没有写明"))
    if _missed_first(child):
        asked.append(_("首次申领没有赶上 {day}的，以后年份怎么申领", day=child.last_first_claim))
    if not child.full_years and child.born.day == 1:
        asked.append(_("每月 1 日出生的孩子，个别地方按天来数月份，可能少算一个月"))
    if child.answers.choice("order") == "later":
        asked.append(_("第四个及以后的孩子能否申领，各省规定不同"))
    if child.answers.choice("arrival") == "adopted":
        asked.append(_("收养的孩子从哪一年开始申领"))
    return tuple(asked)
