"""Maternity allowance 生育津贴: for how many days it is paid, how much it is, and who pays which part.

An insured employee is paid by the maternity insurance fund, by her employer's average monthly
wage of the year before (社会保险法, articles 54 and 56); an employer that did not insure her pays
her own wage (国务院令第619号, article 8). The days are those of the leave after a birth or a
miscarriage; the rules in force on that day decide.

>>> from decimal import Decimal
>>> from calculators.maternity_allowance.money import fen
>>> fen(Decimal(12000) / 30 * 158)
Decimal('63200.00')

Limits: by what a month's wage is divided, the least number of insured months and whether the fund
pays for additional leave are local; what is not recorded is shown as a range or as not certain.
Family planning surgery and fathers' leave are not covered.
"""

from calculators.kit.calculator import Calculator
from calculators.kit.message import _
from calculators.maternity_allowance.outcome import calculate
from calculators.maternity_allowance.questions import QUESTIONS
from calculators.maternity_allowance.tables import tables

MATERNITY_ALLOWANCE = Calculator("maternity-allowance", _("生育津贴计算器"), QUESTIONS, calculate, tables)
