"""Childcare subsidy 育儿补贴: what a family can claim, in which year, and until when.

The national basis is the plan 厅字〔2025〕15号 and its management norm
国卫办人口发〔2025〕24号; a place may add to it (`local`). For a child born on or after
2025-01-01 there are three yearly payments of the full amount (`claims`); for one born from
2022-01-01 the months from January 2025 to the third birthday are paid, whole years first.

Amounts are CNY. Valid for claims from 2025-01-01; the relation of two births of one family
to the limit of three children, moves and deaths are left to the office.
"""

from calculators.childcare_subsidy.outcome import calculate
from calculators.childcare_subsidy.questions import QUESTIONS
from calculators.childcare_subsidy.tables import tables
from calculators.kit.calculator import Calculator
from calculators.kit.message import _

CHILDCARE_SUBSIDY = Calculator("childcare-subsidy", _("育儿补贴计算器"), QUESTIONS, calculate, tables)
