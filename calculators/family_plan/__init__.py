"""Family plan 家庭时间线: one household, asked once, and every other calculator's answer to it.

Nothing is worked out here: each program comes from its own calculator, with its own rules,
doubts and steps, and is set into one timeline, one plan of money by kind and one list of
documents by office. What was not asked is «I don't know» there.

Limits: difficult births, premature babies, miscarriages, partial vaccination records and shared
custody are for the calculators themselves.
"""

from calculators.family_plan.outcome import calculate
from calculators.family_plan.questions import QUESTIONS
from calculators.kit.calculator import Calculator
from calculators.kit.message import _

FAMILY_PLAN = Calculator("family-plan", _("家庭时间线"), QUESTIONS, calculate)
