"""The programme as rules give it: one slot for each dose, in the order of its series."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from calculators.kit.dates import add_months
from calculators.kit.message import Quantity, Span, days, months
from calculators.kit.rules import PlaceRules, Value

TOPIC = "vaccination"

type Row = Mapping[str, str]


@dataclass(frozen=True)
class Gap:
    """The least time after the dose before, in days or calendar months, and the rule that sets it."""

    number: int
    unit: str
    rule: Value

    def after(self, day: date) -> date:
        """Return the first day on which the gap is kept."""
        return add_months(day, self.number) if self.unit == "month" else day + timedelta(self.number)

    @property
    def least(self) -> Quantity:
        """The gap with its unit."""
        return months(self.number) if self.unit == "month" else days(self.number)

    @property
    def between(self) -> Span | None:
        """Both bounds, where the rule sets an upper one too."""
        extent = self.rule.extent if self.rule.open_ended else None
        return extent if isinstance(extent, Span) else None


@dataclass(frozen=True)
class Slot:
    """One dose of the programme: from which age, before which one, how long after the dose before.

    Ages are completed months; `age` is None where only the dose before decides (HPV). `last_by` names
    the rule that says how late the dose may be; `only` marks a vaccine that is given once.
    """

    vaccine: str
    dose: int
    series: str
    route: str
    for_girls: bool
    age: int | None
    before: int | None
    gap: Gap | None
    last_by: str
    only: bool
    rule: Value

    @property
    def name(self) -> str:
        """What keeps the dose apart from every other one."""
        return f"{self.vaccine}-{self.dose}".lower()

    def same_as(self, other: Slot) -> bool:
        """Tell whether another edition has the dose at the same ages and with the same interval."""
        return self._timing == other._timing

    @property
    def _timing(self) -> tuple[object, ...]:
        gap = (self.gap.number, self.gap.unit) if self.gap else None
        return self.vaccine, self.dose, self.age, self.before, gap


def programme(here: PlaceRules, on: date) -> tuple[Slot, ...]:
    """Return the programme in force at a place on a day; nothing before the oldest edition that is known."""
    schedule = here.find(f"{TOPIC}.schedule", on)
    return tuple(_slots(schedule, here, on)) if schedule else ()


def rows(rule: Value | None) -> Sequence[Row]:
    """Return the rows of a schedule; none where there is no rule."""
    if rule is None:
        return ()
    assert isinstance(rule.value, list)
    return rule.value


def most(rule: Value) -> int:
    """Return a whole number that a rule sets, or the upper of its two bounds."""
    return int(str(rule.value["most"])) if isinstance(rule.value, Mapping) else rule.count


def _slots(schedule: Value, here: PlaceRules, on: date) -> Iterator[Slot]:
    listed, catch_up = rows(schedule), here.find(f"{TOPIC}.catch_up_gaps", on)
    missing = {(row["vaccine"], row["dose"]): row for row in rows(catch_up)}
    vaccines = [row["vaccine"] for row in listed]
    for row in listed:
        gap = _gap(row, schedule, here, on)
        late = missing.get((row["vaccine"], row["dose"]))
        if gap is None and late is not None and catch_up is not None:
            gap = _gap(late, catch_up, here, on)
        yield Slot(
            vaccine=row["vaccine"],
            dose=int(row["dose"]),
            series=row["series"],
            route=row.get("route", ""),
            for_girls=row["sex"] == "female",
            age=_number(row, "age_months"),
            before=_number(row, "before_months"),
            gap=gap,
            last_by=row.get("last_by", ""),
            only=vaccines.count(row["vaccine"]) == 1,
            rule=schedule,
        )


def _number(row: Row, key: str) -> int | None:
    return int(row[key]) if key in row else None


def _gap(row: Row, rule: Value, here: PlaceRules, on: date) -> Gap | None:
    if "after_by" in row:
        found = here.on(f"{TOPIC}.{row['after_by']}", on)
        return Gap(found.least, found.unit, found)
    for key, unit in (("after_days", "day"), ("after_months", "month")):
        if key in row:
            return Gap(int(row[key]), unit, rule)
    return None
