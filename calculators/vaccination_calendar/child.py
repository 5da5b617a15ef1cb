"""A child with the rules in force on a day, and the doses entered as given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from calculators.kit.dates import add_months, birthday
from calculators.kit.message import _
from calculators.kit.questions import Answers, Fault
from calculators.kit.rules import PlaceRules, Value
from calculators.vaccination_calendar.programme import TOPIC, Row, Slot, programme, rows


@dataclass(frozen=True)
class Given:
    """A dose that was given, and its day where that is known."""

    vaccine: str
    day: date | None


@dataclass(frozen=True)
class Child:
    """A child: the answers, the rules of the place and the day asked about."""

    answers: Answers
    here: PlaceRules
    on: date

    @cached_property
    def born(self) -> date:
        """The day of birth, or the due date."""
        return self.answers.day("birth_date")

    @property
    def record(self) -> str | None:
        """What was given: all in time, some, none; None when it is not known."""
        return self.answers.choice("record")

    @cached_property
    def given(self) -> tuple[Given, ...]:
        """The doses entered one by one, the oldest first and those without a day before them."""
        rows = self.answers.rows("doses") if self.record == "some" else ()
        doses = (Given(row.text("vaccine"), row.day("date") if row.known("date") else None) for row in rows)
        return tuple(sorted(doses, key=lambda dose: (dose.day or date.min, dose.vaccine)))

    @property
    def begins(self) -> date:
        """The first day on which the plan can have a dose.

        Who has been on time, or does not know, is shown the programme's own days from birth on;
        who has missed doses can make up for them from today.
        """
        return self.on if self.record in ("some", "none") else self.born

    @cached_property
    def programme(self) -> tuple[Slot, ...]:
        """The programme on the day asked about; it must have one."""
        self.rule("schedule")
        return programme(self.here, self.on)

    @cached_property
    def changed(self) -> frozenset[str]:
        """The doses that the child's first edition had at other ages, or that came after editions not known.

        A series that was added since, as HPV was, has nothing to be joined to.
        """
        begun = min(self.born, self.on)
        if self.here.find(f"{TOPIC}.schedule", begun) == self.rule("schedule"):
            return frozenset()
        first = programme(self.here, begun)
        then = {slot.series for slot in first} or {slot.series for slot in self.programme if not slot.for_girls}
        return frozenset(
            slot.name for slot in self.programme if slot.series in then and not any(map(slot.same_as, first))
        )

    def rule(self, name: str) -> Value:
        """Return a rule about vaccination in force on the day asked about."""
        return self.find(name) or self.here.on(f"{TOPIC}.{name}", self.on)

    def find(self, name: str) -> Value | None:
        """Return a rule about vaccination that a day or a place may lack; each is looked up once."""
        if name not in self._found:
            self._found[name] = self.here.find(f"{TOPIC}.{name}", self.on)
        return self._found[name]

    @cached_property
    def _found(self) -> dict[str, Value | None]:
        return {}

    def row_on(self, day: date, slot: Slot) -> Row | None:
        """Return a dose as the edition in force on a day had it; None where that one had no such dose."""
        edition = rows(self.here.find(f"{TOPIC}.schedule", day))
        wanted = slot.vaccine, str(slot.dose)
        return next((row for row in edition if (row["vaccine"], row["dose"]) == wanted), None)

    def reaches(self, age: Value) -> date:
        """Return the day on which the child reaches an age that a rule sets in months or years."""
        return birthday(self.born, age.count) if age.unit == "year" else add_months(self.born, age.count)

    def key(self, name: str) -> str:
        """Return a name for calendar programs that stays the same for the same child."""
        return f"vaccination-{self.born}-{name}"


def impossible(child: Child) -> Fault | None:
    """Find a dose that cannot be: before the birth, still to come, or the same one twice."""
    if child.record != "some":
        return None
    return next(_impossible(child), None)


def _impossible(child: Child) -> Iterator[Fault]:
    seen: set[tuple[str, date]] = set()
    for number, row in enumerate(child.answers.rows("doses")):
        if not row.known("date"):
            continue
        day = row.day("date")
        if not child.born <= day <= child.on:
            text = _("打疫苗的日期不能早于出生，也不能晚于计算的日期 {on}", on=child.on)
            yield Fault(f"doses.{number}.date", text)
        if (row.text("vaccine"), day) in seen:
            yield Fault(f"doses.{number}.date", _("同一天同一种疫苗填了两遍，请去掉一遍"))
        seen.add((row.text("vaccine"), day))
