"""When a child is likely to begin the last year of kindergarten, and school.

Children begin school when they have turned six (义务教育法, article 11); the day by which six must
be reached is set by each place, so both days are estimates.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from calculators.education_support.pupil import Pupil
from calculators.kit.dates import birthday
from calculators.kit.message import Message, _
from calculators.kit.result import Event, Occasion, Part, Step
from calculators.kit.rules import Value


@dataclass(frozen=True)
class SchoolYears:
    """The first days of the last kindergarten year and of school, and the rules that say so."""

    final: date
    school: date
    rules: tuple[Value, ...]


def school_years(pupil: Pupil) -> SchoolYears | None:
    """Return the two first days of a child, or None where a rule for them is missing.

    A child that reaches the age on the last day still counts.
    """
    rules = pupil.rules("school_from_age", "school_age_reached_by", "school_year_begins")
    if len(rules) < 3:
        return None
    age, limit, begins = rules
    turns = birthday(pupil.born, age.count)
    year = turns.year if turns <= _day(turns.year, limit) else turns.year + 1
    return SchoolYears(_day(year - 1, begins), _day(year, begins), rules)


def _day(year: int, rule: Value) -> date:
    return date.fromisoformat(f"{year}-{rule.text}")


def years_part(pupil: Pupil) -> Part:
    """Return the days to come: the free year where the rule will then hold, and school."""
    years = school_years(pupil)
    if years is None:
        return Part(office=(_("哪一年上大班、哪一年上小学，请问当地教育部门"),))
    events = []
    if pupil.find("final_year_fee_waived", years.final):
        events.append(_event(pupil, "free-year", _("免费学前一年（大班）开始"), years.final))
    events.append(_event(pupil, "school", _("上小学"), years.school))
    text = _(
        "{born}出生，{age}入学：按推算，{final}起是学前一年，{school}上小学",
        born=pupil.born, age=years.rules[0].quantity, final=years.final, school=years.school,
    )  # fmt: skip
    return Part(
        events=tuple(event for event in events if event.first >= pupil.on),
        steps=(Step(text, years.rules),),
        office=_doubts(pupil, years),
    )


def _event(pupil: Pupil, name: str, label: Message, day: date) -> Event:
    return Event(pupil.key(name), Occasion.APPOINTMENT, label, day, day, certain=False)


def by_age_in_final_year(pupil: Pupil) -> bool | None:
    """Tell whether the birth date puts the child into the last kindergarten year on the day asked about."""
    years = school_years(pupil)
    return None if years is None else years.final <= pupil.on < years.school


def _doubts(pupil: Pupil, years: SchoolYears) -> tuple[Message, ...]:
    if pupil.stage not in ("lower", "final") or (pupil.stage == "final") is by_age_in_final_year(pupil):
        return ()
    last = years.school - timedelta(1)
    text = _(
        "按出生日期推算，学前一年是 {first}到 {last}，和填的阶段不一致，请与幼儿园核对", first=years.final, last=last
    )
    return (text,)
