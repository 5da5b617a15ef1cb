"""A new measure: every file it needs, and nothing written over."""

from __future__ import annotations

import pytest

from generator.content import read_site
from generator.problem import ContentError
from generator.project import Project
from generator.scaffold import new_measure
from tests.generator.small import hashes


def test_a_new_measure_has_its_facts_and_its_source_text(project: Project) -> None:
    written = [path.relative_to(project.content).as_posix() for path in new_measure(project, "money/hardship-aid")]
    folder = "measures/money/hardship-aid"
    assert written == [f"{folder}/measure.yaml", f"{folder}/zh-Hans.md"]


def test_a_new_measure_can_be_read(project: Project) -> None:
    new_measure(project, "money/hardship-aid")
    site, problems = read_site(project.content)
    assert problems == []
    measure = site.measure("hardship-aid")
    assert (measure.review_by - measure.checked).days == 180
    assert measure.status == "planned"
    assert "{#who}" in measure.texts["zh-Hans"].body


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("money", "measures/money: not a path — write group/slug in small letters"),
        ("money/Hardship Aid", "measures/money/Hardship Aid: not a path"),
        ("money/../../elsewhere", "measures/money/../../elsewhere: not a path"),
        ("housing/rent", "groups.yaml: no group “housing” — use one of money, leave"),
        ("money/childcare-subsidy", "measures/money/childcare-subsidy: is there already"),
    ],
)
def test_a_path_that_will_not_do_is_refused_and_nothing_is_written(project: Project, path: str, says: str) -> None:
    before = hashes(project.root)
    with pytest.raises(ContentError) as refused:
        new_measure(project, path)
    assert str(refused.value).startswith(says)
    assert hashes(project.root) == before
