"""The claim for an allowance: the answers, and the rules in force when the child came or was lost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators.kit.questions import Answers
from calculators.kit.rules import PlaceRules, Value
from calculators.leave.birth import Birth

TOPIC = "maternity-allowance"


@dataclass(frozen=True)
class Claim:
    """A claim: the answers, and the rules of the place where the mother is insured."""

    answers: Answers
    here: PlaceRules

    @property
    def day(self) -> date:
        """The day of the birth or miscarriage, or the due date."""
        return self.answers.day("event_date")

    @property
    def on(self) -> date:
        """The day asked about."""
        return self.answers.day("on")

    @property
    def miscarried(self) -> bool:
        """Whether it is about a miscarriage."""
        return self.answers.text("event") == "miscarriage"

    @property
    def insurance(self) -> str | None:
        """Which insurance the mother has, or None when it is not known."""
        return self.answers.choice("insurance")

    @property
    def insured_months(self) -> int | None:
        """Months of insurance in a row, or None when they are not known."""
        return self.answers.count("insured_months") if self.answers.known("insured_months") else None

    @property
    def province_known(self) -> bool:
        """Whether a province is named; the country alone has no days of its own beyond the national ones."""
        return "/" in self.here.place

    @property
    def birth(self) -> Birth:
        """The birth as the leave calculator counts its days; when the leave starts does not change their number."""
        asked = {name: self.answers.values.get(name) for name in ("order", "babies", "delivery")}
        return Birth(Answers({"birth_date": self.day, "days_before": 0, **asked}), self.here)

    def wage(self, name: str) -> Decimal | None:
        """Return a monthly wage in CNY, or None when it is not known or was not asked."""
        return self.answers.money(name) if self.answers.known(name) else None

    def rule(self, name: str) -> Value:
        """Return a rule of the allowance in force on the day of the birth or miscarriage."""
        return self.here.on(f"{TOPIC}.{name}", self.day)

    def find(self, name: str) -> Value | None:
        """Return a rule that not every place has, or None."""
        return self.here.find(f"{TOPIC}.{name}", self.day)

    def current(self, name: str) -> Value | None:
        """Return a rule about claiming, in force on the day asked about, or None."""
        return self.here.find(f"{TOPIC}.{name}", self.on)
