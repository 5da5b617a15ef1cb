"""A chart in words: its line as numbers to draw, and a table of the same values."""

from __future__ import annotations

from datetime import date

from calculators.kit.citation import citations
from calculators.kit.message import Quantity, _
from calculators.kit.result import Chart
from calculators.kit.wording import Catalogue

type Json = dict[str, object]


def chart_blocks(charts: tuple[Chart, ...], catalogue: Catalogue) -> list[Json]:
    """Word charts: for each one its drawing, and the table that says the same."""
    return [block for chart in charts for block in (_drawing(chart, catalogue), _table(chart, catalogue))]


def _drawing(chart: Chart, catalogue: Catalogue) -> Json:
    say = catalogue.say
    amounts = sorted((point.amount for point in chart.points), key=lambda amount: amount.number)
    return {
        "kind": "chart",
        "title": say(chart.title),
        "text": say(chart.text),
        "across": say(chart.across),
        "upwards": say(chart.upwards),
        "stepped": chart.stepped,
        "points": [{"x": _number(point.at), "y": f"{point.amount.number:f}"} for point in chart.points],
        "ends": {
            "x": [catalogue.term(chart.points[0].at), catalogue.term(chart.points[-1].at)],
            "y": [catalogue.quantity(amounts[0]), catalogue.quantity(amounts[-1])],
        },
        "limit": {"x": _number(chart.limit), "text": catalogue.term(chart.limit)},
        "here": None if chart.here is None else {"x": _number(chart.here), "text": say(_("您在这里"))},
        "rules": citations(chart.rules, catalogue),
    }


def _table(chart: Chart, catalogue: Catalogue) -> Json:
    rows = [[catalogue.term(point.at), catalogue.quantity(point.amount)] for point in chart.points]
    return {"kind": "table", "columns": [catalogue.say(chart.across), catalogue.say(chart.upwards)], "rows": rows}


def _number(at: Quantity | date) -> str:
    return str(at.toordinal()) if isinstance(at, date) else f"{at.number:f}"
