"""Indicators of the plan as static charts: an SVG file for all languages, and its words on the page.

The picture holds digits only, so one file serves every script; name, unit, targets and the same values as a
table stand in the page, in its own language and fonts (WCAG 2.2, 1.1.1 and 1.4.5).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from html import escape

from calculators.kit.message import Message, _
from calculators.kit.wording import UNSURE
from generator.plan_model import Indicator, Target
from generator.tables import markdown_table
from generator.words import Speech

LEAST_VALUES = 3
"""A chart is drawn from as many years on; fewer are said by the table alone."""
SIZE = (560, 240)
LINE, GOAL = "#00796b", "#9c4300"
COMPARED: Mapping[str, Callable[[str], Message]] = {
    "up_to": lambda value: _("不超过 {value}", value=value),
    "under": lambda value: _("低于 {value}", value=value),
    "at_least": lambda value: _("不低于 {value}", value=value),
    "value": lambda value: _("达到 {value}", value=value),
}
"""What a target wants; the value stands as the target's plan writes it."""


def is_drawn(indicator: Indicator) -> bool:
    """Tell whether an indicator has a chart besides its table."""
    return len(indicator.values) >= LEAST_VALUES


def chart_svgs(indicators: Iterable[Indicator]) -> dict[str, str]:
    """Return the charts of those indicators that have one, by key."""
    return {indicator.key: chart_svg(indicator) for indicator in indicators if is_drawn(indicator)}


def chart_svg(indicator: Indicator) -> str:
    """Return the chart of an indicator: a point and its value for each year, a dashed line for each numeric target.

    Drawn by Vega-Lite through vl-convert; the same indicator gives the same bytes.
    """
    import vl_convert

    return str(vl_convert.vegalite_to_svg(_specification(indicator)))


def _specification(indicator: Indicator) -> dict[str, object]:
    points = [{"year": str(value.year), "value": float(value.value)} for value in indicator.values]
    years = [str(year) for year in range(indicator.values[0].year, indicator.values[-1].year + 1)]
    axis = {"title": None, "labelAngle": 0, "grid": False}
    x = {"field": "year", "type": "ordinal", "axis": axis, "scale": {"domain": years}}
    y = {"field": "value", "type": "quantitative", "axis": {"title": None, "tickCount": 5}, "scale": {"zero": True}}
    values = {"encoding": {"x": x, "y": y}, "data": {"values": points}}
    layers: list[dict[str, object]] = [
        {**values, "mark": {"type": "line", "color": LINE, "strokeWidth": 2.5, "point": {"color": LINE, "size": 60}}},
        {
            "data": {"values": points},
            "mark": {"type": "text", "dy": -12, "fontSize": 13, "color": "#1f1f1f"},
            "encoding": {"x": x, "y": y, "text": {"field": "value", "type": "quantitative"}},
        },
    ]
    goals = [{"goal": float(target.value)} for target in indicator.targets]
    if goals:
        layers.append(
            {
                "data": {"values": goals},
                "mark": {"type": "rule", "color": GOAL, "strokeDash": [6, 4], "strokeWidth": 2},
                "encoding": {"y": {"field": "goal", "type": "quantitative"}},
            }
        )
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": SIZE[0],
        "height": SIZE[1],
        "background": "white",
        "padding": 8,
        "config": {"font": "sans-serif", "axis": {"labelFontSize": 13}, "view": {"stroke": None}},
        "layer": layers,
    }


def indicator_figure(indicator: Indicator, words: Speech) -> str:
    """Return an indicator as Markdown: its chart where it has one, its targets, its table and its source."""
    parts = [_picture, _table, _targets, _origin]
    return "\n\n".join(said for part in parts if (said := part(indicator, words)))


def _picture(indicator: Indicator, words: Speech) -> str:
    if not is_drawn(indicator):
        return ""
    return (
        f'<figure class="indicator"><img src="../../../charts/{indicator.key}.svg" width="{SIZE[0] + 60}" '
        f'height="{SIZE[1] + 50}" alt="{escape(_description(indicator, words))}" loading="lazy">'
        f"<figcaption>{escape(_named(indicator, words))}</figcaption></figure>"
    )


def _named(indicator: Indicator, words: Speech) -> str:
    name, unit = words.pick(indicator.label), words.pick(indicator.unit)
    return words.say(_("{name}（{unit}）", name=name, unit=unit))


def _number(text: str, words: Speech) -> str:
    """Return a number with as many decimals as its source gives."""
    whole, _point, decimals = text.partition(".")
    said = words.catalogue.number(Decimal(whole))
    return f"{said}{words.catalogue.decimal}{decimals}" if decimals else said


def _description(indicator: Indicator, words: Speech) -> str:
    first, last = indicator.values[0], indicator.values[-1]
    return words.say(
        _(
            "折线图：{first_year} 年 {first}，{last_year} 年 {last}。全部数值见下表。",
            first_year=str(first.year),
            first=_number(first.value, words),
            last_year=str(last.year),
            last=_number(last.value, words),
        )
    )


def _table(indicator: Indicator, words: Speech) -> str:
    if not indicator.values:
        return words.say(_("近年的数值还没有核对到可靠来源，暂不列出。"))
    rows = [[str(value.year), _number(value.value, words) + _doubt(value.grade, words)] for value in indicator.values]
    return markdown_table([words.say(_("年份")), _named(indicator, words)], rows)


def _doubt(grade: str, words: Speech) -> str:
    return words.say(UNSURE) if grade == "C" else ""


def _targets(indicator: Indicator, words: Speech) -> str:
    if not indicator.targets:
        return ""
    lead = _("目标（图中的虚线）：") if is_drawn(indicator) else _("目标：")
    return f"{words.say(lead)}\n\n" + "\n".join(f"- {_target(target, words)}" for target in indicator.targets)


def _target(target: Target, words: Speech) -> str:
    plan = words.pick(target.plan)
    value = words.say(COMPARED[target.comparison](_number(target.value, words))) + _doubt(target.grade, words)
    if not target.by:
        return words.say(_("{plan}：{value}", plan=plan, value=value))
    return words.say(_("{plan}：到 {year} 年 {value}", plan=plan, year=str(target.by), value=value))


def _origin(indicator: Indicator, words: Speech) -> str:
    source = words.catalogue.sources[indicator.source]
    title = words.catalogue.isolated(source["title"] + source["number"])
    note = f" {words.pick(indicator.note)}" if indicator.note else ""
    return words.say(_("数据来源：{source}", source=title)) + note
