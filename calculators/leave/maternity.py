"""Maternity leave: the national days, then the province's bonus leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from calculators.kit.dates import add_months, last_day
from calculators.kit.message import Message, _, days, place_name
from calculators.kit.result import Amount, Event, Kind, Occasion, Part, Step
from calculators.kit.rules import ORDERS, Value
from calculators.leave.birth import Birth

ONE_DAY = timedelta(1)


@dataclass(frozen=True)
class Run:
    """A leave that runs from a day to a day, both included."""

    first: date
    last: date
    certain: bool

    @property
    def length(self) -> int:
        """Natural days from the first to the last."""
        return (self.last - self.first).days + 1


def maternity_part(birth: Birth) -> Part:
    """Return maternity leave: its runs, the whole length, the steps, and what to ask."""
    base, steps, certain = _national_days(birth)
    run = Run(birth.starts, last_day(birth.starts, base), certain)
    national = Part(events=(_event(birth, "maternity", _("母亲：产假"), run),), steps=steps)
    bonus = birth.find("bonus_leave")
    if bonus is None:
        ask = _("这个地方延长产假的天数没有收录")
        return Part.join((national, Part(amounts=(_length(_("母亲：国家规定的产假"), run),), office=(ask,))))
    return Part.join((national, _bonus_part(birth, run, bonus), _doubts(birth)))


def _national_days(birth: Birth) -> tuple[int, tuple[Step, ...], bool]:
    rule = birth.rule("maternity_days")
    steps = [Step(_("国家规定的产假：{days}", days=rule.quantity), (rule,))]
    extra = birth.answers.count("babies") - 1
    added = 0
    if extra:
        each = birth.rule("extra_baby_days")
        added = each.count * extra
        text = _(
            "多生 {count} 个孩子：{each} × {count} = {days}",
            count=extra,
            each=each.quantity,
            days=days(added),
        )
        steps.append(Step(text, (each,)))
    difficult, certain = _dystocia(birth)
    if difficult:
        steps.append(Step(_("难产增加：{days}", days=difficult.quantity), (difficult,)))
    return rule.count + added + (difficult.count if difficult else 0), tuple(steps), certain


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
    base = replace(base, certain=base.certain and not order_missing(birth, bonus))
    run, holidays = _bonus_run(birth, base, rule)
    length = rule.extent
    steps = [Step(_("{place}延长产假：{length}", place=place_name(rule.place), length=length), (rule,))]
    if holidays:
        text = _("期间有法定节假日 {days}，假期顺延相同天数", days=days(holidays))
        steps.append(Step(text, (birth.rule("bonus_extended_by_holidays"),)))
    whole = Run(base.first, run.last, run.certain)
    text = _("产假从 {first}到 {last}，一共 {days}", first=whole.first, last=whole.last, days=days(whole.length))
    label = _("母亲：产假一共（至少）") if rule.open_ended else _("母亲：产假一共")
    return Part(
        amounts=(_length(label, whole),),
        events=(_event(birth, "bonus", _("母亲：延长的产假"), run),),
        steps=(*steps, Step(text)),
    )


def _bonus_run(birth: Birth, base: Run, rule: Value) -> tuple[Run, int]:
    first = base.last + ONE_DAY
    number = rule.least
    certain = base.certain and rule.certain and not rule.open_ended
    if rule.unit == "month":
        return Run(first, add_months(first, number) - ONE_DAY, certain), 0
    if not birth.says_yes("bonus_extended_by_holidays"):
        return Run(first, last_day(first, number), certain), 0
    last, holidays, known = _skipping_holidays(birth, first, number)
    return Run(first, last, certain and known), holidays


def _skipping_holidays(birth: Birth, first: date, number: int) -> tuple[date, int, bool]:
    """Count `number` days that are no statutory holiday; also whether every year's list is known."""
    day, left, holidays, known = first - ONE_DAY, number, 0, True
    while left:
        day += ONE_DAY
        listed = birth.find("statutory_holidays", date(day.year, 1, 1))
        current = listed is not None and listed.days[0].year == day.year
        known = known and current
        if listed is not None and day in listed.days:
            holidays += 1
        else:
            left -= 1
    return day, holidays, known


def order_missing(birth: Birth, bonus: Value | None) -> bool:
    """Tell whether the length depends on the birth order and the order is not known."""
    if bonus is None or birth.order is not None or not isinstance(bonus.value, Mapping):
        return False
    return len({str(bonus.value.get(order)) for order in ORDERS}) > 1


def _doubts(birth: Birth) -> Part:
    asked = []
    bonus = birth.find("bonus_leave")
    if bonus is not None and bonus.open_ended:
        asked.append(_("延长产假在规定的范围内由单位决定，请问清是多少天"))
    if birth.answers.choice("delivery") == "caesarean" and birth.find("caesarean_days") is None:
        asked.append(_("剖宫产在这个地方是否算难产、增加多少天"))
    if birth.answers.choice("delivery") is None:
        asked.append(_("难产会增加产假，分娩后请再算一次"))
    if birth.says_yes("counted_from_birth") and birth.answers.count("days_before"):
        asked.append(_("这里的产假从生育当天算起，产前休的天数怎么算"))
    if birth.says_yes("bonus_extended_by_holidays"):
        asked.append(_("延长产假遇法定节假日顺延，具体最后一天请与单位核对"))
    return Part(office=tuple(asked))


def _length(label: Message, run: Run) -> Amount:
    return Amount(Kind.LENGTH, label, days(run.length), run.certain)


def _event(birth: Birth, leave: str, label: Message, run: Run) -> Event:
    return Event(birth.key(leave), Occasion.LEAVE, label, run.first, run.last, run.certain)
