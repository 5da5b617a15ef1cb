"""The tables of the paper worksheet: the deductions, the months, and the tax table."""

from __future__ import annotations

from datetime import date

from calculators.kit.message import Message, Term, _, months, yuan
from calculators.kit.rules import PlaceRules
from calculators.kit.tables import Table
from calculators.tax_deduction.brackets import TaxTable
from calculators.tax_deduction.claims import CARE, EDUCATION, TaxYear, care_months, education_months
from calculators.tax_deduction.payers import ELDERS, elder_months
from calculators.tax_deduction.words import percent

NO_END = _("不限")
ROWS = (
    (CARE, "childcare_per_month", "childcare_age_under", care_months),
    (EDUCATION, "education_per_month", "education_age_from", education_months),
    (ELDERS, "elder_per_month", "elder_age_from", elder_months),
)
"""Each deduction with its rules for the amount and the age, and how its months are said."""


def tables(here: PlaceRules, on: date) -> tuple[Table, ...]:
    """Return the lookup tables for the tax year of a day."""
    year = TaxYear(on.year, here)
    return _standards(year), _months(year), _brackets(year)


def _standards(year: TaxYear) -> Table:
    rows = tuple(
        (item, rule.quantity, said(year.rule(age))) for item, name, age, said in ROWS if (rule := year.find(name))
    )
    return Table(
        title=_("{year} 年每月税前扣除多少", year=year.year),
        columns=(_("项目"), _("每月"), _("哪几个月")),
        rows=rows,
        notes=(
            _("孩子的扣除按每个孩子算，由一位家长扣全部，或两位各扣一半，一年内不能改。"),
            _(
                "有兄弟姐妹的，赡养老人的额度要分摊，每人每月不超过 {most}。",
                most=year.rule("elder_share_up_to").quantity,
            ),
        ),
    )


def _months(year: TaxYear) -> Table:
    """Return the months of the year by the month of birth, for a birth this year and a third birthday this year."""
    rows: tuple[tuple[Term, ...], ...] = tuple(
        (_("{month} 月", month=month), months(13 - month), months(month - 1), months(13 - month))
        for month in range(1, 13)
    )
    columns: tuple[Message, ...] = (
        _("出生月份"),
        _("今年出生：照护扣除"),
        _("今年满 3 周岁：照护扣除"),
        _("今年满 3 周岁：子女教育扣除"),
    )
    return Table(_("出生月份和今年能扣的月数"), columns, rows)


def _brackets(year: TaxYear) -> Table:
    table = TaxTable.of(year.rule("brackets"))
    rows: tuple[tuple[Term, ...], ...] = tuple(
        (yuan(line.over), NO_END if line.up_to is None else yuan(line.up_to), percent(line.rate), yuan(line.quick))
        for line in table.brackets
    )
    return Table(
        title=_("综合所得税率表"),
        columns=(_("全年应纳税所得额超过"), _("不超过"), _("税率"), _("速算扣除数")),
        rows=rows,
        notes=(_("应缴税额 = 应纳税所得额 × 税率 − 速算扣除数"),),
    )
