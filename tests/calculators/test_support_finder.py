"""Every measure of the site, in one of three groups."""

from __future__ import annotations

import pytest

from calculators.kit.rules import Rules
from calculators.support_finder.conditions import either
from tests.calculators.asking import Desk, Json, part

HOUSEHOLD: Json = {
    "place": "cn/beijing", "expecting": "no", "mother_work": "employed", "father_work": "employed",
    "mother_insured": "yes", "pays_tax": "yes", "hardship": "no", "elder": "no", "on": "2026-11-23",
}  # fmt: skip
BABY = {"children": [{"birth_date": "2026-06-01"}]}


def find(desk: Desk, **changed: object) -> Json:
    return desk.send({"calculator": "support-finder", "answers": HOUSEHOLD | changed})


def test_every_measure_of_the_site_stands_in_one_group(desk: Desk) -> None:
    pages = [finding["page"] for finding in part(find(desk, **BABY))["findings"]]
    assert sorted(pages) == sorted(f"measure:{measure.slug}" for measure in Rules.from_json(desk.rules).measures)


def test_what_would_change_it_is_said_for_what_is_not_met(desk: Desk) -> None:
    for finding in part(find(desk))["findings"]:
        open_points = sum(criterion["met"] is not True for criterion in finding["criteria"])
        assert len(finding["change"]) == open_points


def test_a_measure_that_is_likely_has_every_condition_met(desk: Desk) -> None:
    for finding in part(find(desk, **BABY))["findings"]:
        assert (finding["verdict"] == "likely") == all(criterion["met"] for criterion in finding["criteria"])


def test_what_is_not_covered_here_is_said(desk: Desk) -> None:
    assert any("没有收录" in message["msgid"] for message in part(find(desk))["assumptions"])


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [(True, None, True), (False, True, True), (False, None, None), (None, None, None), (False, False, False)],
)
def test_of_alternatives_one_is_enough(one: bool | None, other: bool | None, together: bool | None) -> None:
    assert either(one, other) is together
