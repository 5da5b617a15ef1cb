"""The lookup table of the paper worksheet: visits by age."""

from __future__ import annotations

from datetime import date

from calculators.child_health_calendar.contents import contents
from calculators.child_health_calendar.words import LABELS
from calculators.kit.message import _
from calculators.kit.rules import PlaceRules
from calculators.kit.tables import Table


def tables(here: PlaceRules, on: date) -> tuple[Table, ...]:
    """Return the visits in the order of age, with an empty column for the days."""
    return (
        Table(
            title=_("从出生到 6 周岁的体检"),
            columns=(_("体检"), _("做什么"), _("我的日期")),
            rows=tuple((LABELS[name], done, "") for name, done in contents(here, on).items()),
            notes=(
                _("月龄从出生那天算：满 3 个月，就是出生三个月以后的同一天。"),
                _("没有赶上的，请尽快去一次。"),
            ),
        ),
    )
