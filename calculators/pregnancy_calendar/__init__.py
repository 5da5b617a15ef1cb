"""Pregnancy calendar 孕产检查日历: the visits of a pregnancy on their days, and what to register around it.

The norm for basic public health services (国家基本公共卫生服务规范, 第三版) gives at least five
prenatal checks by week of pregnancy, a home visit after leaving hospital and a check 42 days after
the birth, free for everyone who lives in the area. Weeks are complete weeks counted from the first
day of the last period; the due date is 280 days after it.

>>> from datetime import date, timedelta
>>> date(2026, 3, 1) + timedelta(weeks=16)
datetime.date(2026, 6, 21)

Limits: hospitals book more visits than the norm and set the days; what a screening costs is not
recorded; the days after the birth are counted from the due date.
"""

from calculators.kit.calculator import Calculator
from calculators.kit.message import _
from calculators.pregnancy_calendar.outcome import calculate
from calculators.pregnancy_calendar.questions import QUESTIONS
from calculators.pregnancy_calendar.tables import tables

PREGNANCY_CALENDAR = Calculator("pregnancy-calendar", _("孕产检查日历"), QUESTIONS, calculate, tables)
