"""Leave 产假·陪产假·育儿假: how long each leave of both parents is, and its last day.

The country gives 98 days, 15 more for a difficult birth and for each further baby
(女职工劳动保护特别规定, 国务院令第619号, article 7); provinces add bonus leave, paternity leave
and parental leave under article 25 of the 人口与计划生育法. The rules in force on the day of
birth decide. Natural days, unless a rule says working days.

A rule whose first day is not recorded is not sure for births before the law was amended on
2021-08-20. Marriage leave and the days after a miscarriage are data for the tables.

Limits: a place whose rules are not recorded gets the national part and «ask your office»;
days that employers grant beyond the law are not counted.
"""

from calculators.kit.calculator import Calculator
from calculators.kit.message import _
from calculators.leave.outcome import calculate
from calculators.leave.questions import QUESTIONS
from calculators.leave.tables import tables

LEAVE = Calculator("leave", _("产假、陪产假、育儿假计算器"), QUESTIONS, calculate, tables)
