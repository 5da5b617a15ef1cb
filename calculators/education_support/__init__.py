"""Education support 教育资助: what is free from kindergarten to senior school, and which aid there is.

The last year of kindergarten is free of the care and education fee since the autumn term of
2025 (国办发〔2025〕27号): wholly in a public kindergarten; in an approved private one by what
local public kindergartens of its kind waive, the rest may be charged. Compulsory education has
no tuition and free textbooks (义务教育法, article 2); pupils from families in need have a living
allowance, day pupils half of it.

Amounts are CNY, by the month (fees) or the year (allowances). When the free year begins is worked
out from the birth date and stays an estimate: each place sets the day by which six must be reached.
Limits: aid that provinces and cities set themselves is not recorded, the school or kindergarten
says it; whether a family counts as in need is for the school.
"""

from calculators.education_support.outcome import calculate
from calculators.education_support.questions import QUESTIONS
from calculators.education_support.tables import tables
from calculators.kit.calculator import Calculator
from calculators.kit.message import _

EDUCATION_SUPPORT = Calculator("education-support", _("教育资助计算器"), QUESTIONS, calculate, tables)
