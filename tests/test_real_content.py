"""The content that is published: nothing is wrong with it, and every figure says how sure it is."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog

from calculators.bridge import answer
from calculators.kit.citation import GRADES
from calculators.kit.rules import Rules, Value
from calculators.kit.wording import UNSURE
from generator.check import load
from generator.cli import main
from generator.figures import parse_figure, placeholders, rules_here, rules_json, word
from generator.measure_page import measure_page
from generator.model import RuleValue, Site
from generator.tables import leave_by_place
from generator.words import Speech, speech

ROOT = Path(__file__).parents[1]
ASK = UNSURE.msgid
IN_WORDS = ("CNY", "day", "working_day", "week", "month", "year", "hour", "time", "child", "date")


@pytest.fixture(scope="module")
def site() -> Site:
    """The real site as the model; whether its messages are translated is the first test's matter."""
    return load(ROOT / "content", Catalog())


@pytest.fixture(scope="module")
def words(site: Site) -> Speech:
    """The words of the source language."""
    return speech(site, site.source_language, Catalog(), ROOT / "content" / "locale")


@pytest.fixture(scope="module")
def rules(site: Site) -> Rules:
    """Every rule as calculators see it."""
    return Rules.from_json(rules_json(site))


def values_of(site: Site) -> list[tuple[str, str, RuleValue]]:
    """Return every value of every rule with its place and name."""
    found = ((place, rule) for place in site.places.values() for rule in place.rules.values())
    return [(place.path, rule.name, value) for place, rule in found for value in rule.values]


def in_force(site: Site, rules: Rules, grade: str) -> list[Value]:
    """Return the values in force on the day of the edition that have a grade and are said in words."""
    found = (rules.at(place).find(name, site.edition) for place, name, _value in values_of(site))
    said = (value for value in found if value and value.unit in IN_WORDS and isinstance(value.value, str | Mapping))
    return [value for value in said if value.grade == grade]


def test_check_finds_nothing_in_the_content(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["--root", str(ROOT), "check"])
    assert capsys.readouterr().err.splitlines()[:20] == []
    assert code == 0


def test_every_value_of_a_rule_has_a_source_a_grade_and_the_day_it_was_checked(site: Site) -> None:
    for place, name, value in values_of(site):
        assert value.source in site.sources, f"{place} {name}"
        assert value.grade in GRADES, f"{place} {name}"
        assert date(2025, 1, 1) <= value.checked <= site.edition, f"{place} {name}"


def test_every_value_is_of_its_unit(site: Site, words: Speech, rules: Rules) -> None:
    for grade in GRADES:
        for value in in_force(site, rules, grade):
            for order in ("first", "second", "third"):
                one = value.of(order)
                assert one.value is None or word(one, words), value.rule


def test_a_source_has_an_issuer_or_a_date_and_a_whole_address(site: Site) -> None:
    for key, source in site.sources.items():
        assert source.issuer or source.number or source.date, key
        assert not source.url or re.fullmatch(r"https?://[\w.-]+/\S*", source.url), key
        assert not source.date or date.fromisoformat(source.date) <= site.edition, key


def test_every_measure_rests_on_a_source_and_carries_a_clause(site: Site) -> None:
    for measure in site.measures:
        assert measure.citations, measure.file
        assert measure.clauses, measure.file
        assert measure.hotlines, measure.file
        assert measure.checked <= site.edition < measure.review_by, measure.file


def test_a_value_that_is_not_confirmed_says_whom_to_ask(site: Site, words: Speech, rules: Rules) -> None:
    unsure = in_force(site, rules, "C")
    assert unsure, "this test needs a value of grade C; use the small site when there is none"
    for value in unsure:
        for order in ("first", "second", "third"):
            one = value.of(order)
            assert one.value is None or word(one, words).endswith(ASK), value.rule


def test_a_confirmed_value_is_not_put_in_doubt(site: Site, words: Speech, rules: Rules) -> None:
    for value in in_force(site, rules, "A"):
        assert value.of("first").value is None or ASK not in word(value.of("first"), words), value.rule


def test_a_page_with_a_value_that_is_not_confirmed_says_so(site: Site, words: Speech) -> None:
    here = rules_here(site)
    for measure in site.measures:
        text = measure.texts[site.source_language.tag]
        parts = "\n".join((text.title, text.summary, *text.glance.values(), text.body))
        figures = [figure for _line, inside in placeholders(parts) if (figure := parse_figure(inside))]
        unsure = [figure for figure in figures if not here.on(figure.rule, site.edition).certain]
        assert measure_page(measure, here, words).count(ASK) >= len(unsure), measure.file


def test_the_table_of_places_marks_every_value_that_is_not_confirmed(site: Site, words: Speech, rules: Rules) -> None:
    rows = leave_by_place(words, rules_here(site)).split("\n")[2:]
    cells = {row.split(" | ")[0].removeprefix("| "): row for row in rows}
    for path, place in site.places.items():
        if path.count("/") != 1:
            continue
        found = [
            rules.at(path).find(f"leave.{name}", site.edition)
            for name in ("bonus_leave", "paternity_leave", "parental_days_per_year")
        ]
        doubtful = sum(value is None or not value.certain for value in found)
        assert cells[words.pick(place.name)].count("※") == doubtful, path


def leave_at(place: str, words: Speech, rules: str, on: date) -> dict[str, Any]:
    """Return what the leave calculator answers for a plain birth at a place."""
    answers = {
        "place": place,
        "birth_date": on.isoformat(),
        "order": "first",
        "babies": "1",
        "delivery": "normal",
        "days_before": "0",
        "mother_employed": "yes",
        "father_employed": "yes",
        "on": on.isoformat(),
    }
    request = json.dumps({"calculator": "leave", "answers": answers})
    return dict(json.loads(answer(request, rules, words.catalogue_json)))


def test_a_result_that_rests_on_an_unconfirmed_value_says_so_at_every_place(site: Site, words: Speech) -> None:
    text, doubtful = rules_json(site), 0
    for place in site.places:
        given = leave_at(place, words, text, site.edition)
        assert "faults" not in given, f"{place}: {given}"
        sheet = json.dumps(given["sheet"], ensure_ascii=False)
        if GRADES["C"].msgid in sheet:
            doubtful += 1
            assert ASK in sheet, place
    assert doubtful


def test_every_place_has_a_code_of_its_own(site: Site) -> None:
    codes = [place.code for place in site.places.values()]
    assert len(set(codes)) == len(codes)
    assert all(len(code) == 6 and code.isdigit() for code in codes)
