"""The table of the paper worksheet: what a whole year's deduction is worth a month, by taxable income."""

from __future__ import annotations

from datetime import date

from calculators.childcare_cost.local import MONTHS
from calculators.childcare_cost.relief import between, bounds
from calculators.kit.message import Term, _, yuan
from calculators.kit.rules import PlaceRules
from calculators.kit.tables import Table
from calculators.tax_deduction.brackets import Bracket, TaxTable, to_fen
from calculators.tax_deduction.claims import TaxYear
from calculators.tax_deduction.words import percent

NO_END = _("不限")


def tables(here: PlaceRules, on: date) -> tuple[Table, ...]:
    """Return the worth of the deduction for one child in a whole year of the day's rules."""
    year = TaxYear(on.year, here)
    per_month = year.find("childcare_per_month")
    if per_month is None:
        return ()
    table, deduction = TaxTable.of(year.rule("brackets")), per_month.number * MONTHS

    def row(line: Bracket) -> tuple[Term, ...]:
        saved = (to_fen(amount / MONTHS) for amount in bounds(table, (line,), deduction, "no"))
        up_to = NO_END if line.up_to is None else yuan(line.up_to)
        return yuan(line.over), up_to, percent(line.rate), between(*saved)

    return (
        Table(
            title=_("一个孩子全年扣除 {amount}，平均每月少缴多少税", amount=yuan(deduction)),
            columns=(_("全年应纳税所得额超过"), _("不超过"), _("税率"), _("每月少缴的税")),
            rows=tuple(row(line) for line in table.brackets),
            notes=(
                _("应纳税所得额 = 全年收入 − 基本减除费用 − 社保、公积金和其他扣除。"),
                _("每月实际负担 = 托育费 − 每月少缴的税；已经在用这项扣除的，就是托育费。"),
            ),
        ),
    )
