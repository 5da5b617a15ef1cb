"""Support finder 我能享受什么: which measures of the site may be for a household.

Each measure says in its own data whom it is for (`who` in `measure.yaml`); here those
conditions are held against a few answers. It decides on no amount and no claim: whether a
measure is paid is for its own calculator and the office. Ages are full years on the day asked.
"""

from calculators.kit.calculator import Calculator
from calculators.kit.message import _
from calculators.support_finder.outcome import calculate
from calculators.support_finder.questions import QUESTIONS

SUPPORT_FINDER = Calculator("support-finder", _("我能享受什么"), QUESTIONS, calculate)
