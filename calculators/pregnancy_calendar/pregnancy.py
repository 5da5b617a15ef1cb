"""A pregnancy counted in weeks from the first day of the last period, with the rules in force on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from calculators.kit.message import Quantity, _, days
from calculators.kit.questions import Answers, Fault
from calculators.kit.rules import PlaceRules, Value

TOPIC = "health-visits"


@dataclass(frozen=True)
class Pregnancy:
    """A pregnancy: the answers, the rules of the place, and the first day of the last period."""

    answers: Answers
    here: PlaceRules
    on: date
    last_period: date

    @property
    def due(self) -> date:
        """The day the baby is expected."""
        return self.last_period + timedelta(self.rule("gestation_days").count)

    @property
    def age(self) -> tuple[Quantity, Quantity]:
        """How long the pregnancy is on the day asked about: full weeks, and days beyond them."""
        weeks, beyond = divmod((self.on - self.last_period).days, 7)
        return Quantity(days(weeks).number, "week"), days(beyond)

    def week(self, number: int) -> date:
        """Return the day on which so many weeks are complete."""
        return self.last_period + timedelta(weeks=number)

    def rule(self, name: str) -> Value:
        """Return a rule about health visits in force on the day asked about."""
        return self.here.on(f"{TOPIC}.{name}", self.on)

    def find(self, name: str) -> Value | None:
        """Return a rule about health visits that a day or a place may lack."""
        return self.here.find(f"{TOPIC}.{name}", self.on)

    def at_birth(self, rule: str) -> Value | None:
        """Return a rule of any topic in force on the due date, or None."""
        return self.here.find(rule, self.due)

    def key(self, name: str) -> str:
        """Return a name for calendar programs that stays the same for the same pregnancy."""
        return f"pregnancy-{self.due}-{name}"


def pregnancy_of(answers: Answers, here: PlaceRules) -> Pregnancy | Fault | None:
    """Return the pregnancy, None when neither date is known, or the fault of a date still to come."""
    on, known_by = answers.day("on"), answers.choice("known_by")
    if known_by is None:
        return None
    if known_by == "last_period":
        last_period = answers.day("last_period")
    else:
        last_period = answers.day("due_date") - timedelta(here.on(f"{TOPIC}.gestation_days", on).count)
    if last_period <= on:
        return Pregnancy(answers, here, on, last_period)
    if known_by == "last_period":
        return Fault("last_period", _("末次月经不能晚于计算的日期 {on}", on=on))
    longest = here.on(f"{TOPIC}.gestation_days", on).quantity
    return Fault("due_date", _("预产期离计算的日期超过 {longest}，请检查", longest=longest))
