"""Maternity leave: the national days, then the province's bonus leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from calculators.kit.dates import add_months
from calculators.kit.message import Message, _, days, place_name
from calculators.kit.result import Amount, Event, Kind, Occasion, Part, Step
from calculators.kit.rules import ORDERS, Value
from calculators.leave.birth import Birth
from calculators.leave.runs import ONE_DAY, Run, holiday_steps, run_of_days

NATIONAL_EXTENDED = "maternity_extended_by_holidays"
BONUS_EXTENDED = "bonus_extended_by_holidays"


def maternity_part(birth: Birth) -> Part:
    """Return maternity leave: its runs, the whole length, the steps, and what to ask."""
    number, steps, certain = national_days(birth)
    run = run_of_days(birth, birth.starts, number, NATIONAL_EXTENDED, certain=certain)
    national = Part(
        events=(_event(birth, "maternity", _("母亲：产假"), run),),
        steps=(*steps, *holiday_steps(birth, run, NATIONAL_EXTENDED)),
    )
    bonus = birth.find("bonus_leave")
    if bonus is None:
        ask = _("这个地方延长产假的天数没有收录")
        return Part.join((national, Part(amounts=(_length(_("母亲：国家规定的产假"), run),), office=(ask,))))
    return Part.join((national, _bonus_part(birth, run, bonus), _doubts(birth, bonus)))


def national_days(birth: Birth) -> tuple[int, tuple[Step, ...], bool]:
    """Return the days of article 7 with what the delivery and further babies add; whether all is sure."""
    rule = birth.rule("maternity_days")
    steps = [Step(_("国家规定的产假：{days}", days=rule.quantity), (rule,))]
    number, certain = rule.count, not (birth.says_yes("counted_from_birth") and birth.answers.count("days_before"))
    if extra := birth.answers.count("babies") - 1:
        each = birth.rule("extra_baby_days")
        number, certain = number + each.count * extra, certain and birth.sure(each)
        steps.append(Step(_extra_text(each, extra), (each,)))
    difficult, sure = _dystocia(birth)
    if difficult:
        number, sure = number + difficult.count, sure and birth.sure(difficult)
        steps.append(Step(_difficult_text(difficult), (difficult,)))
    return number, tuple(steps), certain and sure


def _extra_text(each: Value, extra: int) -> Message:
    if not each.count:
        return _("多生 {count} 个孩子：总天数以外是否另加没有写明，先按不另加算", count=extra)
    added = days(each.count * extra)
    return _("多生 {count} 个孩子：{each} × {count} = {days}", count=extra, each=each.quantity, days=added)


def _difficult_text(difficult: Value) -> Message:
    if not difficult.count:
        return _("难产的天数已经包含在总天数里，不另加")
    return _("难产增加：{days}", days=difficult.quantity)


def _dystocia(birth: Birth) -> tuple[Value | None, bool]:
    """Return the rule that adds days for the delivery, and whether it is sure to apply."""
    delivery = birth.answers.choice("delivery")
    if delivery in ("normal", None):
        return None, delivery is not None
    if delivery == "difficult":
        return birth.rule("dystocia_days"), True
    caesarean = birth.find("caesarean_days")
    return caesarean, caesarean is not None


def _bonus_part(birth: Birth, base: Run, bonus: Value) -> Part:
    rule = bonus.of(birth.order or "first")
    base = replace(base, certain=base.certain and not order_in_doubt(birth, bonus))
    run = _bonus_run(birth, base, rule)
    whole = Run(base.first, run.last, run.certain)
    text = _("产假从 {first}到 {last}，一共 {days}", first=whole.first, last=whole.last, days=days(whole.length))
    label = _("母亲：产假一共（至少）") if rule.open_ended else _("母亲：产假一共")
    return Part(
        amounts=(_length(label, whole),),
        events=(
            _event(birth, "bonus", _("母亲：延长的产假"), replace(run, certain=run.certain and _settled(birth, rule))),
        ),
        steps=(
            Step(_("{place}延长产假：{length}", place=place_name(rule.place), length=rule.extent), (rule,)),
            *holiday_steps(birth, run, BONUS_EXTENDED),
            Step(text),
        ),
    )


def _bonus_run(birth: Birth, base: Run, rule: Value) -> Run:
    first, certain = base.last + ONE_DAY, base.certain and birth.sure(rule) and not rule.open_ended
    if rule.unit == "month":
        # 民法典, articles 201 and 202: the day before is not counted, the last day is its like in a later month.
        return Run(first, add_months(base.last, rule.least), certain)
    return run_of_days(birth, first, rule.least, BONUS_EXTENDED, certain=certain)


def _settled(birth: Birth, bonus: Value) -> bool:
    """Tell whether it is known if holidays lengthen the bonus leave; whole months do not mind."""
    return bonus.unit == "month" or birth.find(BONUS_EXTENDED) is not None


def order_missing(birth: Birth, bonus: Value | None) -> bool:
    """Tell whether the length depends on the birth order and the order is not known."""
    return bonus is not None and birth.order is None and _by_order(bonus)


def order_in_doubt(birth: Birth, bonus: Value) -> bool:
    """Tell whether the length depends on an order that is not known, or that several babies share."""
    return order_missing(birth, bonus) or (birth.answers.count("babies") > 1 and _by_order(bonus))


def _by_order(rule: Value) -> bool:
    return isinstance(rule.value, Mapping) and len({str(rule.value.get(order)) for order in ORDERS}) > 1


def _doubts(birth: Birth, bonus: Value) -> Part:
    asked = []
    if bonus.open_ended:
        asked.append(_("延长产假在规定的范围内由单位决定，请问清是多少天"))
    if birth.answers.choice("delivery") == "caesarean" and birth.find("caesarean_days") is None:
        asked.append(_("剖宫产在这个地方是否算难产、增加多少天"))
    if birth.answers.choice("delivery") is None:
        asked.append(_("难产会增加产假，分娩后请再算一次"))
    if birth.says_yes("counted_from_birth") and birth.answers.count("days_before"):
        asked.append(_("这里的产假从生育当天算起，产前休的天数怎么算"))
    if not _settled(birth, bonus):
        asked.append(_("延长的产假遇到法定节假日是否顺延，请问单位"))
    if birth.answers.count("babies") > 1 and _by_order(bonus):
        asked.append(_("多胞胎按第几个孩子定天数，请问单位"))
    if birth.answers.count("babies") > 1 and not birth.rule("extra_baby_days").certain:
        asked.append(_("多胞胎在规定的总天数以外是否另加，请问单位"))
    if birth.answers.choice("delivery") == "difficult" and not birth.rule("dystocia_days").certain:
        asked.append(_("难产在规定的总天数以外是否另加，请问单位"))
    if birth.says_yes(BONUS_EXTENDED):
        asked.append(_("延长产假遇法定节假日顺延，具体最后一天请与单位核对"))
    return Part(office=(*birth.ask_if_early(bonus, _("延长的产假")), *asked))


def _length(label: Message, run: Run) -> Amount:
    return Amount(Kind.LENGTH, label, days(run.length), run.certain)


def _event(birth: Birth, leave: str, label: Message, run: Run) -> Event:
    return Event(birth.key(leave), Occasion.LEAVE, label, run.first, run.last, run.certain)
