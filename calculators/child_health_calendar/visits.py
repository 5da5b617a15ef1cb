"""The visits from birth to six: when each is, and what is done at it.

The norm (国家基本公共卫生服务规范, 第三版) names ages, not days. A check at so many months may be
had on any day of that month of age, a yearly one on any day of that year of age.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from calculators.child_health_calendar.child import Child
from calculators.child_health_calendar.contents import contents, rows
from calculators.child_health_calendar.words import FULL_MONTH, HOME_VISIT, LABELS
from calculators.kit.dates import add_months, birthday
from calculators.kit.message import Message
from calculators.kit.rules import Value

type Window = tuple[str, date, date, Value, bool]
"""A visit's name, first and last day, the rule that sets them, and whether they are sure."""

ONE_DAY = timedelta(1)


@dataclass(frozen=True)
class Visit:
    """A visit of a child: its name, first and last day, what is done, and the rule that sets the days."""

    name: str
    first: date
    last: date
    contents: Message
    rule: Value
    certain: bool

    @property
    def label(self) -> Message:
        """What the visit is called."""
        return LABELS[self.name]


def visits(child: Child) -> tuple[Visit, ...]:
    """Return every visit in the order of age."""
    done_there = contents(child.here, child.on)
    windows = chain((_home_visit(child), _full_month(child)), _checks(child))
    return tuple(
        Visit(name, first, last, done_there[name], rule, rule.certain and sure)
        for name, first, last, rule, sure in windows
    )


def _home_visit(child: Child) -> Window:
    """Within a week of leaving hospital; while that day is unknown, in the time before the full-month check."""
    rule = child.rule("home_visit_weeks_after_discharge_up_to")
    if child.discharged:
        return HOME_VISIT, child.discharged, child.discharged + timedelta(weeks=rule.count), rule, True
    full_month = _full_month(child)[1]
    return HOME_VISIT, child.born, full_month - ONE_DAY, rule, False


def _full_month(child: Child) -> Window:
    rule = child.rule("full_month_days")
    assert isinstance(rule.value, Mapping)
    first, last = (child.born + timedelta(int(str(rule.value[end]))) for end in ("least", "most"))
    return FULL_MONTH, first, last, rule, True


def _checks(child: Child) -> Iterator[Window]:
    rule = child.rule("child_checks")
    for row in rows(rule):
        if "months" in row:
            age = int(row["months"])
            first, following = add_months(child.born, age), add_months(child.born, age + 1)
        else:
            age = int(row["years"])
            first, following = birthday(child.born, age), birthday(child.born, age + 1)
        yield row["visit"], first, following - ONE_DAY, rule, True
