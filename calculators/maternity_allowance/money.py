"""What the days are worth: the allowance, and what the employer adds or pays itself.

The employer's average monthly wage of the year before is turned into a daily one and paid for
each day (社会保险法, article 56; 国务院令第619号, article 8). By what a month is divided is local.
Amounts are CNY, rounded half up to the fen once, at the end.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from calculators.kit.message import Message, Quantity, Span, _, yuan
from calculators.kit.result import Amount, Kind, Part, Step
from calculators.kit.rules import Value
from calculators.maternity_allowance.claim import Claim
from calculators.maternity_allowance.days import Bounds, LeaveDays, extent

FEN = Decimal("0.01")
MONTHS = 12

BONUS_WAGE = _("延长产假的工资（单位照发，估算）")


def fen(amount: Decimal) -> Decimal:
    """Round half up to the fen.

    >>> fen(Decimal(8000) * 98 / 30), fen(Decimal("0.005"))
    (Decimal('26133.33'), Decimal('0.01'))
    """
    return amount.quantize(FEN, ROUND_HALF_UP)


@dataclass(frozen=True)
class Rate:
    """How a monthly wage becomes a daily one: a month has so many days, or a year has (`yearly`)."""

    rule: Value
    yearly: bool

    @classmethod
    def of(cls, claim: Claim) -> Rate:
        """Return the rate of the place."""
        year = claim.find("year_days")
        return cls(year, yearly=True) if year else cls(claim.rule("divisor"), yearly=False)

    def pay(self, wage: Decimal, number: int) -> Decimal:
        """Return what so many days are worth."""
        return fen(wage * (MONTHS if self.yearly else 1) * number / self.rule.number)

    def sum(self, wage: Decimal, bounds: Bounds) -> Quantity | Span:
        """Return what days are worth, as a range where their number is one."""
        return between(lambda number: self.pay(wage, number), bounds)

    def step(self, wage: Decimal, bounds: Bounds) -> Step:
        """Say how the sum is worked out."""
        terms: dict[str, Message | Quantity | Span] = {
            "wage": yuan(wage),
            "divisor": self.rule.quantity,
            "days": extent(bounds),
            "sum": self.sum(wage, bounds),
            "daily": yuan(self.pay(wage, 1)),
        }
        if self.yearly:
            return Step(_("{wage} × 12 ÷ {divisor} × {days} = {sum}（每天约 {daily}）", **terms), (self.rule,))
        return Step(_("{wage} ÷ {divisor} × {days} = {sum}（每天约 {daily}）", **terms), (self.rule,))


def between(worth: Callable[[int], Decimal], bounds: Bounds) -> Quantity | Span:
    """Return the worth of a number of days, or the range of it."""
    least, most = (yuan(worth(number)) for number in bounds)
    return least if least == most else Span(least, most)


@dataclass(frozen=True)
class Base:
    """The average wage that the allowance goes by, within the bounds of the place."""

    wage: Decimal
    certain: bool
    steps: tuple[Step, ...]


def base_of(claim: Claim, wage: Decimal) -> Base:
    """Return the employer's average wage, within the bounds of the place if it has any."""
    rules = (claim.rule("average_wage_of_employer"), claim.rule("paid_by_fund"))
    said = Step(_("生育津贴按单位上年度职工月平均工资 {wage}计发", wage=yuan(wage)), rules)
    floor, ceiling = claim.find("base_at_least"), claim.find("base_up_to")
    if floor and wage < floor.number:
        text = _("这个数低于下限，按下限 {wage}计算", wage=floor.quantity)
        return Base(floor.number, floor.certain, (said, Step(text, (floor,))))
    if ceiling and wage > ceiling.number:
        text = _("这个数高于上限，基金按上限 {wage}计算", wage=ceiling.quantity)
        return Base(ceiling.number, ceiling.certain, (said, Step(text, (ceiling,))))
    return Base(wage, certain=True, steps=(said,))


def days_part(leave: LeaveDays, *, certain: bool) -> Part:
    """Return the days that the fund pays, and how they were counted."""
    length = Amount(Kind.LENGTH, _("生育津贴计发天数"), extent(leave.by_fund), certain)
    return Part(amounts=(length,), steps=leave.steps, office=leave.office)


def fund_part(claim: Claim, leave: LeaveDays) -> Part:
    """Return the allowance that the fund pays, and what the employer adds (社会保险法, article 56)."""
    counted = days_part(leave, certain=leave.certain_by_fund)
    wage = claim.wage("employer_wage")
    if wage is None:
        ask = _("单位上年度职工月平均缴费工资是多少：知道后请再算一次，才有金额")
        return Part.join((counted, Part(office=(ask,))))
    base, rate = base_of(claim, wage), Rate.of(claim)
    certain = leave.certain_by_fund and base.certain and rate.rule.certain
    paid = Amount(Kind.IN_ALL, _("生育津贴（基金支付）"), rate.sum(base.wage, leave.by_fund), certain)
    allowance = Part(
        amounts=(paid,),
        steps=(*base.steps, rate.step(base.wage, leave.by_fund)),
        office=() if rate.rule.certain else (_("每天的津贴是月平均工资除以多少天"),),
    )
    return Part.join((counted, allowance, _top_up(claim, leave, base, rate), _bonus_wage(claim, leave)))


def _top_up(claim: Claim, leave: LeaveDays, base: Base, rate: Rate) -> Part:
    """Return what the employer adds where her own wage is higher than the allowance."""
    own, rule = claim.wage("own_wage"), claim.rule("employer_tops_up")
    if own is None:
        return Part(office=(_("津贴比本人工资低的，差额由单位补多少"),))
    if own <= base.wage:
        return Part(steps=(Step(_("津贴不低于本人工资 {own}，归本人所有，单位不用补", own=yuan(own)), (rule,)),))
    more = between(lambda number: rate.pay(own, number) - rate.pay(base.wage, number), leave.by_fund)
    certain = leave.certain_by_fund and base.certain and rate.rule.certain and rule.certain
    must = rule.text == "must"
    return Part(
        amounts=(Amount(Kind.IN_ALL, _("单位补的差额"), more, certain and must),),
        steps=(Step(_("本人工资 {own}高于津贴，差额 {more}由单位补", own=yuan(own), more=more), (rule,)),),
        office=() if must else (_("这里的规定是单位可以补差额，补不补请问单位"),),
    )


def _bonus_wage(claim: Claim, leave: LeaveDays) -> Part:
    """Return the wage for additional leave that the fund does not pay."""
    own = claim.wage("own_wage")
    if own is None or leave.bonus.by_fund is not False or not leave.bonus.days[1]:
        return Part()
    wage = Rate.of(claim).sum(own, leave.bonus.days)
    ask = _("延长的产假，单位按什么标准发工资")
    return Part(amounts=(Amount(Kind.IN_ALL, BONUS_WAGE, wage, certain=False),), office=(ask,))


def employer_part(claim: Claim, leave: LeaveDays) -> Part:
    """Return what an employer without maternity insurance pays itself (国务院令第619号, article 8).

    The article goes by the wage before the leave and does not say how days are counted, so that
    the amounts are never certain.
    """
    certain = leave.certain and leave.bonus.certain
    length = Amount(Kind.LENGTH, _("单位付产假工资的天数"), extent(leave.whole), certain)
    counted = Part(amounts=(length,), steps=leave.steps, office=leave.office)
    own, rule = claim.wage("own_wage"), claim.rule("employer_pays_if_not_insured")
    if own is None:
        return Part.join((counted, Part(office=(_("单位按产假前的工资支付，一共是多少"),))))
    rate = Rate.of(claim)
    text = _("单位没有参保，产假期间由单位按产假前的工资 {own}支付", own=yuan(own))
    paid = Amount(Kind.IN_ALL, _("产假工资（单位支付）"), rate.sum(own, leave.statutory), certain=False)
    wages = Part(amounts=(paid,), steps=(Step(text, (rule,)), rate.step(own, leave.statutory)))
    return Part.join((counted, wages, _bonus_wage(claim, leave)))
