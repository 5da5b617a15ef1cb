"""A calculator's questions as plain data in one language, for the form on its page.

The template makes HTML of it, so the same declaration serves readers with and without scripts.
"""

from __future__ import annotations

from calculators.kit.calculator import Calculator
from calculators.kit.message import Message, _
from calculators.kit.questions import Kind, Question
from calculators.kit.rules import Rules
from generator.model import Place
from generator.words import Speech

type Data = dict[str, object]


def form(calculator: Calculator, rules: Rules, words: Speech) -> Data:
    """Return the questions of a calculator, worded."""
    return {"slug": calculator.slug, "questions": [_question(q, rules, words) for q in calculator.questions]}


def _question(question: Question, rules: Rules, words: Speech) -> Data:
    say = words.say
    data: Data = {
        "name": question.name,
        "kind": question.kind.value,
        "label": say(question.label),
        "hint": _said(question.hint, words),
        "why": say(question.why),
        "unknown": question.unknown,
        "optional": question.optional,
        "when": {name: list(values) for name, values in (question.when or {}).items()},
        "where": _places_with(question.where, rules),
        "least": question.least,
        "most": question.most,
        "options": [{"value": option.value, "label": say(option.label)} for option in question.options],
        "fields": [_question(field, rules, words) for field in question.fields],
        "add": _said(question.add, words),
        "remove": _said(question.remove, words),
    }
    if question.kind is Kind.PLACE:
        data["options"] = place_options(words)
    return data


def _said(message: Message | None, words: Speech) -> str:
    return words.say(message) if message else ""


def _places_with(rule: str, rules: Rules) -> list[str] | None:
    if not rule:
        return None
    return [place for place in rules.places if rules.at(place).has(rule)]


def place_options(words: Speech) -> list[Data]:
    """Return the places to choose from, by code, cities under their province."""
    places = words.site.places.values()
    elsewhere = words.say(_("其他地方（按全国规定）"))
    return [
        {
            "value": place.path,
            "label": words.pick(place.name) if "/" in place.path else elsewhere,
            "depth": max(0, place.path.count("/") - 1),
        }
        for place in sorted(places, key=_province_first)
    ]


def _province_first(place: Place) -> tuple[str, str]:
    """Sort provinces by code, each followed by its cities, and the whole country last."""
    return (place.code[:2] if "/" in place.path else "99", place.code)
