"""The birth a leave is counted for, with the rules in force on that day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from calculators.kit.message import Message, _
from calculators.kit.questions import Answers
from calculators.kit.rules import PlaceRules, Value

TOPIC = "leave"
LAW = "leaves_under_the_law_of_2021"
"""The rule whose first day divides the births for which a start that nobody recorded is a doubt."""


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

    def too_early(self, rule: Value, on: date | None = None) -> bool:
        """Tell whether the rule's start is not recorded and the day is before the law of 2021 (article 25)."""
        return rule.start is None and self.find(LAW, on) is None

    def sure(self, rule: Value, on: date | None = None) -> bool:
        """Tell whether a rule may be shown as sure for the day of birth, or for another day."""
        return rule.certain and not self.too_early(rule, on)

    def ask_if_early(self, rule: Value, leave: Message, on: date | None = None) -> tuple[Message, ...]:
        """Return what to ask about a leave that may not have existed on the day."""
        return (_("{leave}：当时是否已有这项假期请问单位", leave=leave),) if self.too_early(rule, on) else ()

    def key(self, leave: str) -> str:
        """Return a name for calendar programs that stays the same for the same birth."""
        return f"leave-{self.day}-{leave}"
