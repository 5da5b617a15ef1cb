"""Tax deductions 个税专项附加扣除 for children and elders: the months, the best way of sharing, the tax saved.

The deductions stand in 国发〔2018〕41号 (education, elders) and 国发〔2022〕8号 (care under 3), raised by
国发〔2023〕13号; the tax table in the 个人所得税法. For each child one parent deducts the whole or each
deducts half. Amounts are CNY a year, tax is rounded to the fen; a deduction is no money in hand.

>>> from decimal import Decimal
>>> from calculators.kit.rules import Value
>>> rows = [{"up_to": "36000", "rate": "3", "quick_deduction": "0"}, {"rate": "10", "quick_deduction": "2520"}]
>>> table = TaxTable.of(Value("tax.brackets", "cn", None, rows, "schedule", "law", "", "A"))
>>> splits = every_split(table, [Decimal(50_000), Decimal(20_000)], [Decimal(24_000)], (100, 50, 0))
>>> best_split(splits, first_has_more=True)
Split(shares=(100,), part=Decimal('24000'), saved=Decimal('1700.00'))

Valid from 2019. Income that is taxed apart (a yearly bonus, business income) is not counted, nor
are deductions for illness, lodging or study except as one sum that the family names.
"""

from calculators.kit.calculator import Calculator
from calculators.kit.message import _
from calculators.tax_deduction.brackets import TaxTable
from calculators.tax_deduction.outcome import calculate
from calculators.tax_deduction.questions import QUESTIONS
from calculators.tax_deduction.split import best_split, every_split
from calculators.tax_deduction.tables import tables

TAX_DEDUCTION = Calculator("tax-deduction", _("个人所得税专项附加扣除计算器"), QUESTIONS, calculate, tables)

__all__ = ["TAX_DEDUCTION", "TaxTable", "best_split", "every_split"]
