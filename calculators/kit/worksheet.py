"""A calculator as a blank paper form: its questions with room to answer, and its lookup tables.

The print stage lays it out; here it is plain data in one language. Nothing on it is a family's
own: it says on which day and for which place its tables hold.
"""

from __future__ import annotations

from datetime import date

from calculators.kit.calculator import Calculator
from calculators.kit.message import Message, _, place_name
from calculators.kit.questions import Kind, Option, Question
from calculators.kit.rules import PlaceRules
from calculators.kit.tables import Table
from calculators.kit.wording import Catalogue

type Json = dict[str, object]

MOST_ROWS = 6
"""Rows of a list that a sheet of paper has room for."""

DO_NOT_KNOW = Option("unknown", _("不知道"))


def worksheet(calculator: Calculator, here: PlaceRules, on: date, catalogue: Catalogue) -> Json:
    """Word a calculator as a blank form, with its tables as the rules of a place stand on a day."""
    asked = [question for question in calculator.questions if not question.where or here.has(question.where)]
    return {
        "title": catalogue.say(calculator.title),
        "dated": catalogue.say(_("{place}，按 {on}的规定", place=place_name(here.place), on=on)),
        "questions": [_blank(question, asked, catalogue) for question in asked],
        "tables": [table_words(table, catalogue) for table in calculator.tables(here, on)],
    }


def table_words(table: Table, catalogue: Catalogue) -> Json:
    """Word a lookup table."""
    return {
        "title": catalogue.say(table.title),
        "columns": [catalogue.say(column) for column in table.columns],
        "rows": [[catalogue.term(term) for term in row] for row in table.rows],
        "notes": [catalogue.say(note) for note in table.notes],
    }


def _blank(question: Question, asked: list[Question], catalogue: Catalogue) -> Json:
    """Return one question; `only_if` says after which answers to others it is to be filled in."""
    say = catalogue.say
    place = question.kind is Kind.PLACE
    options = [*question.options, *((DO_NOT_KNOW,) if question.unknown and not place else ())]
    return {
        "name": question.name,
        "kind": question.kind.value,
        "label": say(question.label),
        "hint": say(question.hint) if question.hint else "",
        "why": say(question.why),
        "optional": question.optional,
        "options": [say(option.label) for option in options],
        "only_if": [say(text) for text in _only_if(question, asked)],
        "rows": min(question.most, MOST_ROWS) if question.kind is Kind.LIST else 0,
        "fields": [_blank(field, list(question.fields), catalogue) for field in question.fields],
    }


def _only_if(question: Question, asked: list[Question]) -> list[Message]:
    found = []
    for name, values in (question.when or {}).items():
        other = next(one for one in asked if one.name == name)
        answers = [option.label for option in other.options if option.value in values]
        found += [_("“{question}”选“{answer}”时填写", question=other.label, answer=answer) for answer in answers]
    return found
