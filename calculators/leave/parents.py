"""The other leaves: the father's, parental leave of both, and the daily nursing time."""

from __future__ import annotations

from datetime import date, timedelta

from calculators.kit.dates import birthday
from calculators.kit.message import Quantity, Span, _, place_name
from calculators.kit.result import Amount, Event, Kind, Occasion, Part, Step
from calculators.leave.birth import Birth
from calculators.leave.maternity import order_missing


def paternity_part(birth: Birth) -> Part:
    """Return the father's leave around the birth; when to take it is agreed with the employer."""
    found = birth.find("paternity_leave")
    if found is None:
        return Part(office=(_("这个地方陪产假的天数没有收录"),))
    rule = found.of(birth.order or "first")
    certain = rule.certain and not order_missing(birth, found)
    text = _("{place}陪产假（护理假）：{days}", place=place_name(rule.place), days=rule.extent)
    return Part(
        amounts=(Amount(Kind.LENGTH, _("父亲：陪产假（护理假）"), rule.extent, certain),),
        steps=(Step(text, (rule,)),),
        office=(_("陪产假从哪天开始、能否分开休，请与单位商定"),),
    )


def parental_part(birth: Birth) -> Part:
    """Return parental leave: so many days for each parent in each year of the child's age."""
    until = birth.find("parental_until_age", _far(birth))
    days = birth.find("parental_days_per_year", _far(birth))
    if until is None or days is None:
        return Part(office=(_("这个地方育儿假的天数没有收录"),))
    text = _(
        "{place}育儿假：孩子满 {age}前，父母每人每年 {days}",
        place=place_name(days.place),
        age=until.quantity,
        days=days.extent,
    )
    certain = days.certain and until.certain
    asked = () if birth.says_yes("parental_year_from_birthday") else (_("育儿假按孩子周岁还是按自然年度计算"),)
    return Part(
        amounts=(Amount(Kind.YEARLY, _("父母每人：育儿假"), days.extent, certain),),
        events=tuple(_year(birth, age, days.extent, certain and not asked) for age in range(until.count)),
        steps=(Step(text, (days, until)),),
        office=asked,
    )


def _far(birth: Birth) -> date:
    """Return the last day of the child's first year: rules that began in it already count."""
    return birthday(birth.day, 1) - timedelta(1)


def _year(birth: Birth, age: int, days: Quantity | Span, certain: bool) -> Event:
    first, last = birthday(birth.day, age), birthday(birth.day, age + 1) - timedelta(1)
    label = _("育儿假第 {year} 年：父母每人 {days}", year=age + 1, days=days)
    return Event(birth.key(f"parental-{age + 1}"), Occasion.LEAVE, label, first, last, certain)


def nursing_part(birth: Birth) -> Part:
    """Return the nursing time in working hours until the first birthday (国务院令第619号, article 9)."""
    hours, until = birth.rule("nursing_hours_per_day"), birth.rule("nursing_until_age")
    more = birth.rule("nursing_hours_per_extra_baby")
    each_day = Quantity(hours.number + more.number * (birth.answers.count("babies") - 1), "hour")
    last = birthday(birth.day, until.count) - timedelta(1)
    label = _("母亲：每个工作日哺乳时间 {hours}", hours=each_day)
    text = _("孩子满 {age}前，每个工作日有哺乳时间 {hours}", age=until.quantity, hours=each_day)
    return Part(
        events=(Event(birth.key("nursing"), Occasion.LEAVE, label, birth.day, last, hours.certain),),
        steps=(Step(text, (hours, more, until)),),
    )
