"""Vaccination calendar 疫苗接种日历: every dose of the national programme for one child, from birth on.

The schedule is that of 国家免疫规划疫苗儿童免疫程序及说明（2026年版）, 国疾控卫免发〔2026〕16号. An age in its
table is the least at which a dose may be given; an interval runs from the dose before it in the same
series; a dose that was missed is made up for as soon as both allow it, and nothing is begun again.
Vaccines of the programme are free for every child who lives in China (疫苗管理法 articles 6 and 49).

>>> from datetime import date
>>> from calculators.kit.dates import add_months
>>> add_months(date(2026, 8, 31), 6)
datetime.date(2027, 2, 28)

Limits: whether a dose is given is for the doctor to say; HIV, immune deficiency and vaccines outside the
programme are left to the clinic, and so is how a child begun under an earlier edition goes on under this one.
"""

from calculators.kit.calculator import Calculator
from calculators.kit.message import _
from calculators.vaccination_calendar.outcome import calculate
from calculators.vaccination_calendar.questions import QUESTIONS
from calculators.vaccination_calendar.tables import tables

VACCINATION_CALENDAR = Calculator("vaccination-calendar", _("疫苗接种日历"), QUESTIONS, calculate, tables)
