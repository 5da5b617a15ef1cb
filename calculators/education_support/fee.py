"""What the free year saves each month: the whole fee, or as much as public kindergartens waive."""

from __future__ import annotations

from decimal import Decimal

from calculators.education_support.pupil import Pupil
from calculators.kit.message import Message, _, yuan
from calculators.kit.result import Amount, Chart, Kind, Part, Point, Step

SAVED = _("每月少交的保育教育费")
TO_PAY = _("每月还要交的保育教育费")


def fee_part(pupil: Pupil, *, sure: bool) -> Part:
    """Return what a child in the free year saves and still pays each month, as far as it is known."""
    if pupil.answers.choice("kindergarten") == "public":
        return _public(pupil, sure)
    fee, waiver = _money(pupil, "fee"), _money(pupil, "waiver")
    if waiver is None:
        return Part(office=(_("当地同类型公办园每月免多少，请问幼儿园或当地教育部门"),))
    if fee is None:
        most = Amount(Kind.MONTHLY, _("每月最多少交的保育教育费"), yuan(waiver), certain=False)
        return Part(amounts=(most,), office=(_("幼儿园原来每月收多少保育教育费，请看缴费单"),))
    return Part.join((_private(pupil, fee, waiver, sure), Part(charts=_charts(pupil, fee, waiver))))


def _money(pupil: Pupil, name: str) -> Decimal | None:
    return pupil.answers.money(name) if pupil.answers.known(name) else None


def _amounts(saved: Decimal, to_pay: Decimal, sure: bool) -> tuple[Amount, ...]:
    return (Amount(Kind.MONTHLY, SAVED, yuan(saved), sure), Amount(Kind.MONTHLY, TO_PAY, yuan(to_pay), sure))


def _public(pupil: Pupil, sure: bool) -> Part:
    rules, fee = pupil.rules("final_year_fee_waived"), _money(pupil, "fee")
    if fee is None:
        return Part(steps=(Step(_("公办幼儿园的保育教育费全部免除"), rules),))
    text = _("公办幼儿园的保育教育费原来每月 {fee}，全部免除", fee=yuan(fee))
    return Part(amounts=_amounts(fee, Decimal(0), sure), steps=(Step(text, rules),))


def _private(pupil: Pupil, fee: Decimal, waiver: Decimal, sure: bool) -> Part:
    saved = min(fee, waiver)
    step = Step(_words(fee, waiver), pupil.rules("private_reduced_by_public_level"))
    return Part(amounts=_amounts(saved, fee - saved, sure), steps=(step,))


def _words(fee: Decimal, waiver: Decimal) -> Message:
    if fee <= waiver:
        return _(
            "每月 {fee}，没有高出当地同类型公办园的免除水平 {waiver}，不用再交", fee=yuan(fee), waiver=yuan(waiver)
        )
    return _(
        "每月 {fee}，按当地同类型公办园的免除水平减 {waiver}：{fee} − {waiver} = {rest}，这部分还要交",
        fee=yuan(fee), waiver=yuan(waiver), rest=yuan(fee - waiver),
    )  # fmt: skip


def _charts(pupil: Pupil, fee: Decimal, waiver: Decimal) -> tuple[Chart, ...]:
    """Return the chart of what is still paid by what was charged; it bends where the waiver ends."""
    if not waiver:
        return ()
    most = max(2 * waiver, fee)
    text = _("原来每月不超过 {waiver}的不用再交；超过的，只交超过的部分。", waiver=yuan(waiver))
    points = ((Decimal(0), Decimal(0)), (waiver, Decimal(0)), (most, most - waiver))
    chart = Chart(
        title=_("民办幼儿园每月还要交多少"),
        text=text,
        across=_("原来每月的保育教育费"),
        upwards=TO_PAY,
        points=tuple(Point(yuan(at), yuan(amount)) for at, amount in points),
        limit=yuan(waiver),
        rules=pupil.rules("private_reduced_by_public_level"),
        here=yuan(fee),
    )
    return (chart,)
