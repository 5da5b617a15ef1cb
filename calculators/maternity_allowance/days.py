"""The days of leave after a birth, and for which of them the fund pays.

The allowance runs for the days of the leave (社会保险法, article 56): those of 国务院令第619号,
article 7, and the province's additional ones, for which some funds pay and others do not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from calculators.kit.dates import add_months
from calculators.kit.message import Message, Quantity, Span, _, days, place_name
from calculators.kit.result import Step
from calculators.kit.rules import ORDERS, Value
from calculators.leave.birth import Birth
from calculators.leave.maternity import national_days, order_in_doubt
from calculators.maternity_allowance.claim import Claim

type Bounds = tuple[int, int]
"""The least and the most of a number that may be open; the same twice where it is settled."""


@dataclass(frozen=True)
class Bonus:
    """The additional days of the province: how many, whether that is sure, and whether the fund pays.

    `by_fund` is None where that is not known.
    """

    days: Bounds = (0, 0)
    certain: bool = True
    by_fund: bool | None = False


@dataclass(frozen=True)
class LeaveDays:
    """Days of leave: the national ones and the additional ones, how they were counted, what to ask."""

    statutory: Bounds
    certain: bool
    steps: tuple[Step, ...]
    office: tuple[Message, ...] = ()
    bonus: Bonus = Bonus()

    @property
    def whole(self) -> Bounds:
        """Every day of leave."""
        return self.statutory[0] + self.bonus.days[0], self.statutory[1] + self.bonus.days[1]

    @property
    def by_fund(self) -> Bounds:
        """The days that the fund pays: where nobody knows about the additional ones, without or with them."""
        if self.bonus.by_fund is None:
            return self.statutory[0], self.whole[1]
        return self.whole if self.bonus.by_fund else self.statutory

    @property
    def certain_by_fund(self) -> bool:
        """Whether the days that the fund pays are sure."""
        return self.certain and (self.bonus.certain if self.bonus.by_fund else self.bonus.by_fund is False)


def extent(bounds: Bounds) -> Quantity | Span:
    """Return a number of days, or the range in which it lies.

    >>> extent((98, 98)).to_json()
    {'quantity': '98', 'unit': 'day'}
    """
    least, most = (days(number) for number in bounds)
    return least if least == most else Span(least, most)


def birth_days(claim: Claim) -> LeaveDays:
    """Return the days after a birth."""
    birth = claim.birth
    number, steps, certain = national_days(birth)
    rule, asked = birth.find("bonus_leave"), _delivery_doubts(birth)
    if rule is None:
        ask = _("延长产假的天数没有收录，选了参保的省、市才能算")
        return LeaveDays((number, number), certain, steps, (*asked, ask), Bonus(certain=False, by_fund=None))
    by_fund, rules = _fund_pays(claim)
    more = _bonus(birth, number, rule)
    settled = more[0] == more[1] and rule.certain and not order_in_doubt(birth, rule)
    return LeaveDays(
        (number, number),
        certain,
        (*steps, Step(_bonus_text(rule, more, by_fund=by_fund), (rule, *rules))),
        (*asked, *_bonus_doubts(birth, rule, by_fund=by_fund)),
        Bonus(more, settled, by_fund),
    )


def _fund_pays(claim: Claim) -> tuple[bool | None, tuple[Value, ...]]:
    """Tell whether the fund pays for the additional leave; for a mother not insured it pays nothing."""
    if claim.insurance == "not_insured":
        return False, ()
    rule = claim.find("fund_pays_bonus_leave")
    if rule is None:
        return None, ()
    return (rule.text == "yes" if rule.certain else None), (rule,)


def _bonus(birth: Birth, national: int, bonus: Value) -> Bounds:
    """Return the additional days; over every birth order where that is not known."""
    orders = (birth.order,) if birth.order else ORDERS
    found = [_length(birth, national, bonus.of(order)) for order in orders]
    return min(least for least, _ignored in found), max(most for _ignored, most in found)


def _length(birth: Birth, national: int, rule: Value) -> Bounds:
    if rule.unit == "month":
        last = birth.day + timedelta(national - 1)
        whole = (add_months(last, rule.least) - last).days
        return whole, whole
    allowed = rule.extent
    most = allowed.most if isinstance(allowed, Span) else allowed
    return rule.least, int(most.number)


def _bonus_text(bonus: Value, more: Bounds, *, by_fund: bool | None) -> Message:
    place, length = place_name(bonus.place), extent(more)
    if by_fund is None:
        return _("{place}延长产假 {length}，基金发不发这一段的津贴没有确认", place=place, length=length)
    if by_fund:
        return _("{place}延长产假 {length}，也由生育保险基金发津贴", place=place, length=length)
    return _("{place}延长产假 {length}，基金不发津贴，工资由单位照发", place=place, length=length)


def _bonus_doubts(birth: Birth, bonus: Value, *, by_fund: bool | None) -> tuple[Message, ...]:
    asked = []
    if by_fund is None:
        asked.append(_("延长的产假由基金发津贴，还是由单位发工资"))
    if order_in_doubt(birth, bonus):
        asked.append(_("延长的天数看是第几个孩子，请确认孩次"))
    if bonus.open_ended:
        asked.append(_("延长产假在规定的范围内由单位决定，请问清是多少天"))
    return tuple(asked)


def _delivery_doubts(birth: Birth) -> tuple[Message, ...]:
    delivery = birth.answers.choice("delivery")
    if delivery is None:
        return (_("难产会增加天数，分娩后请再算一次"),)
    if delivery == "caesarean" and birth.find("caesarean_days") is None:
        return (_("剖宫产在这个地方是否算难产、增加多少天"),)
    return ()
