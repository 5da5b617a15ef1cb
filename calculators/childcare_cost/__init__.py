"""Childcare cost 托育费用: what a month in a nursery costs a family after the tax deduction for the child.

The deduction for a child under 3 (国发〔2022〕8号) hangs on the age alone, so a nursery never makes it
larger: it is shown apart, and taken off only where the family does not use it yet. Money that a place
pays to nurseries changes nothing; money for families has conditions, so it stands in a figure of its
own, and the yearly subsidy 育儿补贴 is never in the month.

>>> from decimal import Decimal
>>> between(Decimal("1800"), Decimal("1940")).to_json()["least"]["quantity"]
'1800'

Amounts are CNY. Meals and materials are left out; one parent takes the whole deduction.
"""

from calculators.childcare_cost.outcome import calculate
from calculators.childcare_cost.questions import QUESTIONS
from calculators.childcare_cost.relief import between
from calculators.childcare_cost.tables import tables
from calculators.kit.calculator import Calculator
from calculators.kit.message import _

CHILDCARE_COST = Calculator("childcare-cost", _("托育费用计算器"), QUESTIONS, calculate, tables)

__all__ = ["CHILDCARE_COST", "between"]
