"""Every worked example of the content comes out as its source says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from calculators import CALCULATORS
from generator.content import read_site
from generator.examples import answer_of, differences
from generator.model import Case, Site
from generator.words import Speech
from tests.calculators.conftest import EVIDENCE

ROOT = Path(__file__).parents[2]
CASES = read_site(ROOT / "content")[0].cases
LEAST_INDEPENDENT = 15


def name_of(case: Case) -> str:
    return f"{case.calculator}/{case.key}"


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_a_case_comes_out_as_expected(
    case: Case, speeches: dict[str, Speech], real_site: Site, record_property: Callable[[str, object], None]
) -> None:
    words = speeches[real_site.source_language.tag]
    assert differences(case, answer_of(case, words)) == [], f"{case.file}, line {case.line}"
    record_property(EVIDENCE, f"independent ({case.calculator})" if case.source else f"our own ({case.calculator})")


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_a_case_is_evidence_only_with_a_known_source_and_a_place_in_it(case: Case, real_site: Site) -> None:
    assert bool(case.source) == bool(case.locator) == (not case.key.startswith("own-"))
    assert not case.source or case.source in real_site.sources
    assert case.expect, "a case without an expectation proves nothing"


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_a_calculator_has_enough_independent_cases_and_shows_a_few(calculator: str) -> None:
    cases = [case for case in CASES if case.calculator == calculator]
    assert sum(bool(case.source) for case in cases) >= LEAST_INDEPENDENT
    assert 2 <= sum(case.on_page for case in cases) <= 3
    assert all(case.source for case in cases if case.on_page)


def test_every_verdict_occurs_among_the_cases_of_the_subsidy() -> None:
    verdicts = Counter(case.expect.get("verdict") for case in CASES if case.calculator == "childcare-subsidy")
    assert {"likely", "more_information", "not_now"} <= set(verdicts)


@pytest.mark.parametrize("case", [case for case in CASES if case.on_page], ids=name_of)
def test_the_answer_of_a_shown_case_is_the_same_in_every_language(case: Case, speeches: dict[str, Speech]) -> None:
    results = [answer_of(case, words)["result"] for words in speeches.values()]
    assert all(result == results[0] for result in results)
