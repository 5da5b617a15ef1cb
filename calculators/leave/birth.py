"""The birth a leave is counted for, with the rules in force on that day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from calculators.kit.questions import Answers
from calculators.kit.rules import PlaceRules, Value

TOPIC = "leave"


@dataclass(frozen=True)
class Birth:
    """A birth: the answers, and the rules of the place where the parents work."""

    answers: Answers
    here: PlaceRules

    @property
    def day(self) -> date:
        """The day of birth, or the due date."""
        return self.answers.day("birth_date")

    @property
    def starts(self) -> date:
        """The first day of maternity leave."""
        return self.day - timedelta(self.answers.count("days_before"))

    @property
    def order(self) -> str | None:
        """The birth order that rules go by, or None when it is not known."""
        chosen = self.answers.choice("order")
        return "third" if chosen == "later" else chosen

    def rule(self, name: str, on: date | None = None) -> Value:
        """Return a rule in force on the day of birth."""
        return self.here.on(f"{TOPIC}.{name}", on or self.day)

    def find(self, name: str, on: date | None = None) -> Value | None:
        """Return a rule that not every place has, or None."""
        return self.here.find(f"{TOPIC}.{name}", on or self.day)

    def says_yes(self, name: str) -> bool:
        """Tell whether the place has a rule and it says yes."""
        rule = self.find(name)
        return rule is not None and rule.text == "yes"

    def key(self, leave: str) -> str:
        """Return a name for calendar programs that stays the same for the same birth."""
        return f"leave-{self.day}-{leave}"
