"""Child health calendar 儿童体检日历: the free checks from birth to six, on their days.

The norm for basic public health services (国家基本公共卫生服务规范, 第三版) has a visit at home within
a week of leaving hospital, a check at 28 to 30 days, eight checks from 3 to 36 months and one each
year at four, five and six. Blood, hearing, vision and other tests belong to some of them.

>>> from datetime import date
>>> from calculators.kit.dates import add_months
>>> add_months(date(2025, 11, 30), 3)
datetime.date(2026, 2, 28)

Limits: the norm names ages, not days, so a window is the whole month or year of age; days are counted
from the birth, for preterm children too.
"""

from calculators.child_health_calendar.outcome import calculate
from calculators.child_health_calendar.questions import QUESTIONS
from calculators.child_health_calendar.tables import tables
from calculators.kit.calculator import Calculator
from calculators.kit.message import _

CHILD_HEALTH_CALENDAR = Calculator("child-health-calendar", _("儿童体检日历"), QUESTIONS, calculate, tables)
