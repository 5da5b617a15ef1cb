"""The other leaves: the father's, parental leave of both, and the daily nursing time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from calculators.kit.dates import birthday
from calculators.kit.message import Quantity, _, place_name
from calculators.kit.result import Amount, Event, Kind, Occasion, Part, Step, unique
from calculators.kit.rules import Value
from calculators.leave.birth import Birth
from calculators.leave.maternity import order_missing


def paternity_part(birth: Birth) -> Part:
    """Return the father's leave around the birth; when to take it is agreed with the employer."""
    found = birth.find("paternity_leave")
    if found is None:
        return Part(office=(_("这个地方陪产假的天数没有收录"),))
    rule = found.of(birth.order or "first")
    certain = birth.sure(rule) and not order_missing(birth, found)
    text = _("{place}陪产假（护理假）：{days}", place=place_name(rule.place), days=rule.extent)
    length = Part(
        amounts=(Amount(Kind.LENGTH, _("父亲：陪产假（护理假）"), rule.extent, certain),),
        steps=(Step(text, (rule,)),),
        office=(_("陪产假从哪天开始、能否分开休，请与单位商定"), *birth.ask_if_early(rule, _("陪产假（护理假）"))),
    )
    return Part.join((length, _longer_by_holidays(birth)))


def _longer_by_holidays(birth: Birth) -> Part:
    """Return that holidays lengthen the father's leave; by how many depends on when he takes it."""
    rule = birth.find("paternity_extended_by_holidays")
    if rule is None or rule.text != "yes":
        return Part()
    return Part(
        steps=(Step(_("陪产假遇法定节假日顺延，遇到几天就多几天"), (rule,)),),
        office=(_("陪产假里有法定节假日的，最后一天请与单位核对"),),
    )


@dataclass(frozen=True)
class ParentalYear:
    """A year of the child's age in which each parent has leave, with the rules in force at its end."""

    age: int
    first: date
    last: date
    days: Value
    until: Value


def parental_years(birth: Birth) -> tuple[ParentalYear, ...]:
    """Return the years with parental leave, the first first; a rule that began within a year already counts."""
    newest = birth.find("parental_until_age", date.max)
    found = (_parental_year(birth, age) for age in range(newest.count if newest else 0))
    return tuple(year for year in found if year is not None)


def _parental_year(birth: Birth, age: int) -> ParentalYear | None:
    first, last = birthday(birth.day, age), birthday(birth.day, age + 1) - timedelta(1)
    days, until = birth.find("parental_days_per_year", last), birth.find("parental_until_age", last)
    if days is None or until is None or age >= until.count:
        return None
    return ParentalYear(age, first, last, days, until)


def parental_part(birth: Birth) -> Part:
    """Return parental leave: so many days for each parent in each year of the child's age."""
    years = parental_years(birth)
    if not years:
        return Part(office=(_("这个地方育儿假的天数没有收录"),))
    newest = years[-1]
    asked = () if birth.says_yes("parental_year_from_birthday") else (_("育儿假按孩子周岁还是按自然年度计算"),)
    early = unique(ask for year in years for ask in birth.ask_if_early(year.days, _("育儿假"), year.last))
    return Part(
        amounts=(Amount(Kind.YEARLY, _("父母每人：育儿假"), newest.days.extent, _sure(birth, newest)),),
        events=tuple(_year(birth, year, certain=_sure(birth, year) and not asked) for year in years),
        steps=tuple(unique(_parental_step(year) for year in years)),
        office=(*asked, *early),
    )


def _sure(birth: Birth, year: ParentalYear) -> bool:
    return birth.sure(year.days, year.last) and birth.sure(year.until, year.last)


def _parental_step(year: ParentalYear) -> Step:
    text = _(
        "{place}育儿假：孩子满 {age}前，父母每人每年 {days}",
        place=place_name(year.days.place),
        age=year.until.quantity,
        days=year.days.extent,
    )
    return Step(text, (year.days, year.until))


def _year(birth: Birth, year: ParentalYear, *, certain: bool) -> Event:
    label = _("育儿假第 {year} 年：父母每人 {days}", year=year.age + 1, days=year.days.extent)
    return Event(birth.key(f"parental-{year.age + 1}"), Occasion.LEAVE, label, year.first, year.last, certain)


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
