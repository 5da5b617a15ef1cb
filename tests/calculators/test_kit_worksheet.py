"""A calculator as a blank form with lookup tables."""

from __future__ import annotations

import json
from datetime import date

import pytest

from calculators import CALCULATORS
from calculators.kit.questions import Kind, Question
from calculators.kit.rules import Rules
from calculators.kit.wording import Catalogue
from calculators.kit.worksheet import worksheet
from tests.calculators.asking import Json

ON = date(2026, 11, 23)


@pytest.fixture(scope="module")
def sheets(rules: str, catalogue: str) -> dict[str, Json]:
    here, words = Rules.from_json(rules).at("cn"), Catalogue.from_json(catalogue)
    return {slug: dict(worksheet(calculator, here, ON, words)) for slug, calculator in CALCULATORS.items()}


@pytest.mark.parametrize("slug", CALCULATORS)
def test_every_question_that_the_place_asks_is_on_the_sheet(slug: str, sheets: dict[str, Json], rules: str) -> None:
    here = Rules.from_json(rules).at("cn")
    asked = [
        question.name for question in CALCULATORS[slug].questions if not question.where or here.has(question.where)
    ]
    assert [question["name"] for question in sheets[slug]["questions"]] == asked


@pytest.mark.parametrize("slug", CALCULATORS)
def test_every_table_has_as_many_cells_in_each_row_as_columns(slug: str, sheets: dict[str, Json]) -> None:
    for table in sheets[slug]["tables"]:
        assert table["rows"], table["title"]
        assert {len(row) for row in table["rows"]} == {len(table["columns"])}, table["title"]


@pytest.mark.parametrize("slug", CALCULATORS)
def test_a_sheet_is_plain_data(slug: str, sheets: dict[str, Json]) -> None:
    assert json.loads(json.dumps(sheets[slug])) == sheets[slug]


def test_a_question_after_another_says_when_to_fill_it_in(sheets: dict[str, Json]) -> None:
    (children,) = [question for question in sheets["childcare-subsidy"]["questions"] if question["kind"] == "list"]
    (first_claimed,) = [field for field in children["fields"] if field["name"] == "first_claimed"]
    assert first_claimed["only_if"] == ["“以前为这个孩子领过国家育儿补贴吗”选“是”时填写"]


def lists(questions: tuple[Question, ...]) -> list[Question]:
    return [question for question in questions if question.kind is Kind.LIST]


@pytest.mark.parametrize("slug", CALCULATORS)
def test_a_list_has_words_for_its_buttons(slug: str) -> None:
    for question in lists(CALCULATORS[slug].questions):
        assert question.add
        assert question.remove
        assert question.most
