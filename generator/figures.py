"""Figures in texts: `{{ rule.topic.name }}` becomes the value in force, in words.

A placeholder may end in a birth order (`.second`) and may ask for the bare number
(`| number`). A value of grade C says so itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from calculators.kit.rules import ORDERS, NoValueError, PlaceRules, Rules, Value
from calculators.kit.wording import UNSURE
from generator.model import Rule, RuleValue, Site
from generator.words import Speech

PLACEHOLDER = re.compile(r"\{\{(.*?)\}\}")
PLAN_YEAR = "site.plan_year"
"""The inside of the placeholder for the year that the yearly plan is of."""
_RULE = re.compile(r"rule\.([a-z][a-z0-9-]*)\.([a-z0-9_]+)(?:\.(first|second|third))?(?:\s*\|\s*(number))?")


@dataclass(frozen=True)
class Figure:
    """A placeholder for a rule's value."""

    topic: str
    name: str
    order: str | None
    bare: bool

    @property
    def rule(self) -> str:
        """The rule's full name."""
        return f"{self.topic}.{self.name}"


def placeholders(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line (from 0) and the inside of every placeholder."""
    for number, line in enumerate(text.split("\n")):
        for match in PLACEHOLDER.finditer(line):
            yield number, match.group(1).strip()


def parse_figure(inside: str) -> Figure | None:
    """Read a placeholder; None when it is not one for a rule.

    >>> parse_figure("rule.leave.maternity_days | number")
    Figure(topic='leave', name='maternity_days', order=None, bare=True)
    """
    match = _RULE.fullmatch(inside)
    return Figure(match[1], match[2], match[3], match[4] is not None) if match else None


@lru_cache(maxsize=64)
def rules_json(site: Site, day: date | None = None) -> str:
    """Return every rule of every place as the JSON that the calculators read; made once.

    With a day, only what was published by then: what is announced later changes no answer given before.
    """
    places = {
        path: {
            name: [_json(value) for value in values]
            for name, rule in sorted(place.rules.items())
            if (values := _published(rule, day))
        }
        for path, place in sorted(site.places.items())
    }
    measures = [
        {"slug": measure.slug, "who": measure.who, "calculators": measure.calculators} for measure in site.measures
    ]
    return json.dumps({"places": places, "measures": measures}, ensure_ascii=False, separators=(",", ":"))


def _published(rule: Rule, day: date | None) -> list[RuleValue]:
    """Return the values that had begun by a day; none of a rule that had not begun.

    An end (null) and the dates of a year to come stay: a law gives them in advance.
    """
    begun = [value for value in rule.values if day is None or value.start is None or value.start <= day]
    ahead = (value for value in rule.values[len(begun) :] if value.value is None or _is_calendar(value))
    return [*begun, *ahead] if begun else []


def _is_calendar(value: RuleValue) -> bool:
    return value.unit == "date" and isinstance(value.value, list)


def _json(value: RuleValue) -> Mapping[str, object]:
    return {
        "from": value.start.isoformat() if value.start else None,
        "value": value.value,
        "unit": value.unit,
        "source": value.source,
        "article": value.article,
        "grade": value.grade,
    }


@lru_cache(maxsize=8)
def rules_here(site: Site) -> PlaceRules:
    """Return the rules of the place the site is for; read once."""
    return Rules.from_json(rules_json(site)).at(site.place)


def fault_of(figure: Figure, here: PlaceRules, on: date) -> str:
    """Say what is wrong with a placeholder, or nothing."""
    if not here.has(figure.rule):
        return f"unknown rule “{figure.rule}”"
    try:
        value = here.on(figure.rule, on)
    except NoValueError:
        return f"rule “{figure.rule}” has no value on {on}"
    if isinstance(value.value, Mapping) and not value.open_ended and figure.order is None:
        return f"rule “{figure.rule}” differs by birth order ({', '.join(ORDERS)})"
    value = value.of(figure.order) if figure.order else value
    said = value.unit not in ("choice", "yes_no", "schedule")
    if said and ((value.open_ended and not figure.bare) or isinstance(value.value, str)):
        return ""
    return f"rule “{figure.rule}” is no single number or date"


def word(value: Value, words: Speech, *, bare: bool = False) -> str:
    """Word a value: a date, a number with its unit, or bounds; unsure ones say so."""
    catalogue = words.catalogue
    if value.unit == "date":
        text = catalogue.date(value.day)
    elif bare:
        text = catalogue.number(value.number)
    else:
        text = catalogue.term(value.extent)
    return text if value.certain else text + catalogue.say(UNSURE)


def fill(text: str, here: PlaceRules, words: Speech) -> str:
    """Replace every placeholder for a rule, and for the plan's year; other placeholders stay."""

    def replaced(match: re.Match[str]) -> str:
        inside = match.group(1).strip()
        if inside == PLAN_YEAR:
            return words.site.plan_year
        figure = parse_figure(inside)
        if figure is None:
            return match.group(0)
        value = here.on(figure.rule, words.site.edition)
        return word(value.of(figure.order) if figure.order else value, words, bare=figure.bare)

    return PLACEHOLDER.sub(replaced, text)
