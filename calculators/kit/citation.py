"""The rule behind a figure, in words: what it sets, law, article, first day, how sure it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from calculators.kit.message import _
from calculators.kit.rules import Value
from calculators.kit.wording import Catalogue

type Json = dict[str, object]

GRADES = {
    "A": _("已核对原文"),
    "B": _("通行规定，未见原文"),
    "C": _("尚未确认，请向办理机构核实"),
}
WITHOUT_AMOUNT = ("yes_no", "choice", "schedule")
"""Units of values that say nothing as a number in a citation."""


def citations(rules: Iterable[Value], catalogue: Catalogue) -> list[Mapping[str, object]]:
    """Word several rules."""
    return [citation(rule, catalogue) for rule in rules]


def citation(rule: Value, catalogue: Catalogue) -> Mapping[str, object]:
    """Word the rule behind a step: what it sets, law, number, article, first day, how sure it is."""
    if rule not in catalogue.citations:
        catalogue.citations[rule] = _worded(rule, catalogue)
    return catalogue.citations[rule]


def _worded(rule: Value, catalogue: Catalogue) -> Json:
    source = catalogue.sources.get(rule.source, {})
    article = catalogue.names.get(f"article:{rule.article}", rule.article)
    law = ("".join(source.get(part, "") for part in ("title", "number")) or rule.source) + article
    since = _("自 {start}起", start=rule.start) if rule.start else _("起始日期未确认")
    parts = [
        _set_by(rule, catalogue),
        catalogue.isolated(law),
        source.get("gloss", ""),
        catalogue.names.get(f"place:{rule.place}", ""),
        catalogue.say(since),
        catalogue.say(GRADES[rule.grade]),
    ]
    words: Json = {"text": " · ".join(part for part in parts if part), "grade": rule.grade}
    return words | ({"url": source["url"]} if source.get("url") else {})


def _set_by(rule: Value, catalogue: Catalogue) -> str:
    """Return the rule's label, with its value where that is one quantity, range or date."""
    label = catalogue.names.get(f"rule:{rule.rule}", "")
    if rule.unit in WITHOUT_AMOUNT or isinstance(rule.value, list):
        return label
    if isinstance(rule.value, Mapping) and not rule.open_ended:
        return label
    amount = rule.day if rule.unit == "date" else rule.extent
    return catalogue.say(_("{label}：{amount}", label=label, amount=amount))
