"""The lookup table of the paper worksheet: visits by week of pregnancy."""

from __future__ import annotations

from datetime import date

from calculators.kit.message import _
from calculators.kit.rules import PlaceRules
from calculators.kit.tables import Table
from calculators.pregnancy_calendar.pregnancy import TOPIC
from calculators.pregnancy_calendar.visits import CHECKS, CONTENTS, LABELS, SCREENINGS, visits


def tables(here: PlaceRules, on: date) -> tuple[Table, ...]:
    """Return the visits in the order of their weeks, with an empty column for the days."""
    found = [visit for name in (CHECKS, *SCREENINGS) for visit in visits(here.on(f"{TOPIC}.{name}", on))]
    rows = tuple(
        (visit.weeks, LABELS[visit.name], CONTENTS.get(visit.name, ""), "")
        for visit in sorted(found, key=lambda visit: (visit.first, visit.end))
    )
    days = here.on(f"{TOPIC}.gestation_days", on).quantity
    return (
        Table(
            title=_("孕期各次检查"),
            columns=(_("孕周"), _("检查"), _("做什么"), _("我的日期")),
            rows=rows,
            notes=(
                _("孕周从末次月经第一天算起，每 7 天一周；加 {days}是预产期。", days=days),
                _("写着“自愿”的筛查由您自己决定做不做。"),
            ),
        ),
    )
