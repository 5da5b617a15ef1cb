"""A month of nursery care: the fee, what the tax deduction is worth, and what may come from the place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from calculators.childcare_cost.local import TOPIC, Local, local, subsidy
from calculators.childcare_cost.relief import Relief, between, relief
from calculators.kit.dates import birthday
from calculators.kit.message import Message, _, yuan
from calculators.kit.questions import Answers
from calculators.kit.result import Amount, Kind
from calculators.kit.rules import PlaceRules, Value
from calculators.tax_deduction.brackets import NOTHING, to_fen
from calculators.tax_deduction.claims import Child, Claim, TaxYear

WHO = _("孩子")

FEE = _("托育机构收的托育费")
WORTH = _("这个孩子的个税扣除平均每月少缴的税（上不上托都一样）")
WITH_TAX = _("每月实际负担：托育费减去上面少缴的税")
IN_USE = _("每月实际负担：只有托育费，个税扣除已经在用，不再减")
WITHOUT_TAX = _("每月实际负担：只有托育费，少缴的税还不知道，没有减")
NO_CLAIM = _("每月实际负担：只有托育费，这一年没有这个孩子的个税扣除")
WITH_LOCAL = _("如果能领到本地给家庭的补助，每月实际负担（再减去补助）")


@dataclass(frozen=True)
class Cost:
    """The cost of a nursery place for one child, as the rules of a place stand on a day."""

    answers: Answers
    here: PlaceRules
    on: date

    @property
    def born(self) -> date:
        """The child's date of birth, or the due date."""
        return self.answers.day("birth_date")

    @property
    def age_under(self) -> Value:
        """The age up to which nurseries take children."""
        return self.here.on(f"{TOPIC}.age_under", self.on)

    @property
    def third_birthday(self) -> date:
        """The day from which the child is too old for a nursery."""
        return birthday(self.born, self.age_under.count)

    @property
    def young_enough(self) -> bool:
        """Whether the child is under 3 on the day."""
        return self.on < self.third_birthday

    @property
    def fee(self) -> Decimal:
        """What the nursery charges a month."""
        return self.answers.money("fee")

    @property
    def year(self) -> TaxYear:
        """The tax year of the day."""
        return TaxYear(self.on.year, self.here)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The deductions for the child in the tax year; a child of nursery age is before school."""
        answers = Answers({"birth_date": self.born, "stage": "not_yet"})
        return Child(answers, self.year, WHO, "").claims

    @cached_property
    def relief(self) -> Relief | None:
        """What the deductions are worth, where that is known."""
        return relief(self.answers, self.year, self.claims)

    @cached_property
    def local(self) -> Local:
        """What the place pays."""
        return local(self.answers, self.here, self.on)

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """The monthly figures, each with what is in it, and the yearly money beside them."""
        found = [Amount(Kind.MONTHLY, FEE, yuan(self.fee), certain=True)]
        if self.relief:
            found.append(Amount(Kind.MONTHLY, WORTH, self.relief.month, self.relief.certain))
        label, certain = self._meaning()
        found.append(Amount(Kind.MONTHLY, label, between(*self._net(NOTHING)), certain))
        if self.local.possible:
            found.append(Amount(Kind.MONTHLY, WITH_LOCAL, between(*self._net(self.local.possible)), certain=False))
        return (*found, *self.local.amounts, *subsidy(self.answers, self.here, self.on))

    def _meaning(self) -> tuple[Message, bool]:
        """Say what the net figure holds, and whether it is sure."""
        using = self.answers.choice("using")
        if not self.claims:
            return NO_CLAIM, True
        if using == "yes":
            return IN_USE, True
        if self.relief is None:
            return WITHOUT_TAX, False
        return WITH_TAX, self.relief.certain and using is not None

    def _net(self, possible: Decimal) -> tuple[Decimal, Decimal]:
        """Return the least and the most a month costs, never below nothing."""
        least = most = self.fee - to_fen(possible)
        if self.relief and self.answers.choice("using") != "yes":
            month = self.relief.bounds_of_month
            least, most = least - month[1], most - month[0]
        return max(NOTHING, least), max(NOTHING, most)
