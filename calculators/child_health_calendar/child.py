"""A child with the rules in force on a day, and the visits that are already done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from calculators.kit.message import _
from calculators.kit.questions import Answers, Fault
from calculators.kit.rules import PlaceRules, Value

TOPIC = "health-visits"


@dataclass(frozen=True)
class Child:
    """A child: the answers, the rules of the place and the day asked about."""

    answers: Answers
    here: PlaceRules
    on: date

    @property
    def born(self) -> date:
        """The day of birth, or the due date."""
        return self.answers.day("birth_date")

    @property
    def discharged(self) -> date | None:
        """The day of leaving hospital, or None when it is not known."""
        return self.answers.day("discharged") if self.answers.known("discharged") else None

    @property
    def done(self) -> Mapping[str, date | None]:
        """The visits entered as done, with their days where these are known."""
        rows = self.answers.rows("visits")
        return {row.text("visit"): row.day("date") if row.known("date") else None for row in rows}

    @property
    def premature(self) -> bool:
        """Whether the child was born before the weeks that make a birth preterm."""
        limit = self.rule("premature_weeks_under").count
        return self.answers.known("weeks") and self.answers.count("weeks") < limit

    def rule(self, name: str) -> Value:
        """Return a rule about health visits in force on the day asked about."""
        return self.here.on(f"{TOPIC}.{name}", self.on)

    def find(self, name: str) -> Value | None:
        """Return a rule about health visits that a day or a place may lack."""
        return self.here.find(f"{TOPIC}.{name}", self.on)

    def key(self, name: str) -> str:
        """Return a name for calendar programs that stays the same for the same child."""
        return f"child-health-{self.born}-{name}"


def impossible(child: Child) -> Fault | None:
    """Find a day that cannot be: leaving hospital before the birth, or a visit before it, to come, or twice."""
    if child.discharged and child.discharged < child.born:
        return Fault("discharged", _("出院日期不能早于出生日期"))
    seen: set[str] = set()
    for number, row in enumerate(child.answers.rows("visits")):
        if row.text("visit") in seen:
            return Fault(f"visits.{number}.visit", _("这次体检填了两遍，请去掉一遍"))
        seen.add(row.text("visit"))
        if row.known("date") and not child.born <= row.day("date") <= child.on:
            return Fault(f"visits.{number}.date", _("体检的日期不能早于出生，也不能晚于计算的日期 {on}", on=child.on))
    return None
