"""The child whose support is looked at, with the rules of the place, and what one kind of aid gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from calculators.kit.questions import Answers
from calculators.kit.result import Part, Verdict
from calculators.kit.rules import PlaceRules, Value

TOPIC = "education"


@dataclass(frozen=True)
class Aid:
    """One kind of aid: whether the child is likely to have it, and its part of the answer."""

    verdict: Verdict
    part: Part


@dataclass(frozen=True)
class Pupil:
    """A child: the answers, and the rules of the place on the day asked about."""

    answers: Answers
    here: PlaceRules

    @property
    def on(self) -> date:
        """The day asked about."""
        return self.answers.day("on")

    @property
    def born(self) -> date:
        """The day of birth, or the due date."""
        return self.answers.day("birth_date")

    @property
    def stage(self) -> str | None:
        """The stage of education, or None when it is not known."""
        return self.answers.choice("stage")

    @property
    def hardship(self) -> str | None:
        """The hardship group, `none`, or None when it is not known or was not asked."""
        return self.answers.choice("hardship")

    def find(self, name: str, day: date | None = None) -> Value | None:
        """Return a rule in force on the day asked about, or on another day; None where there is none."""
        return self.here.find(f"{TOPIC}.{name}", day or self.on)

    def rules(self, *names: str) -> tuple[Value, ...]:
        """Return those of several rules that are in force on the day asked about."""
        found = (self.find(name) for name in names)
        return tuple(rule for rule in found if rule is not None)

    def group_of(self, name: str) -> Value | None:
        """Return a rule that lists hardship groups, if it lists the group of this family."""
        rule = self.find(name)
        rows = rule.value if rule and isinstance(rule.value, list) else []
        return rule if any(row["group"] == self.hardship for row in rows) else None

    def key(self, event: str) -> str:
        """Return a name for calendar programs that stays the same for the same child."""
        return f"education-{self.born}-{event}"
