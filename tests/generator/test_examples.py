"""Worked examples: answered with the rules that were published on their day."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from calculators.bridge import answer
from generator.cli import main
from generator.content import read_site
from generator.examples import answer_of, differences
from generator.figures import rules_here, rules_json
from generator.model import Site
from generator.project import Project
from generator.words import Speech, speech
from tests.generator.small import CN_SUBSIDY, ROOT, put, site_of, words_of

ANNOUNCED = """\
    - from: 2027-01-01
      value: 4000
      source: {source}
      grade: A
      checked: 2026-11-23
"""
BORN = {"birth_date": "2026-03-10", "order": "first", "hukou": "yes", "arrival": "born", "claimed": "no"}


def announce(content: Path, source: str) -> None:
    """Append a new amount from 2027 on to the yearly subsidy of the country, its first rule."""
    path = content / CN_SUBSIDY
    first, empty, others = path.read_text(encoding="utf-8").partition("\n\nmonthly_amount:\n")
    if not empty:
        first, empty, others = path.read_text(encoding="utf-8").partition("\n\nage_under:\n")
    assert "annual_amount:" in first
    path.write_text(f"{first}\n{ANNOUNCED.format(source=source)}{empty[1:]}{others}", encoding="utf-8")


def payments(words: Speech, on: str) -> list[tuple[str, str]]:
    """Return the year and the amount of each payment for a child born in 2026, as the page answers it."""
    asked = {"calculator": "childcare-subsidy", "answers": {"place": "cn", "on": on, "children": [BORN]}}
    given = json.loads(answer(json.dumps(asked), rules_json(words.site), words.catalogue_json))
    paid = given["result"]["part"]["payments"]
    return [(payment["closes"][:4], payment["quantity"]["quantity"]) for payment in paid]


def test_an_announced_value_leaves_the_cases_of_earlier_days_as_they_were(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    announce(project.content, "subsidy-norm")
    assert main(["--root", str(project.root), "check"]) == 0
    assert capsys.readouterr().out.startswith("no problems: ")


@pytest.fixture(scope="module")
def announced(tmp_path_factory: pytest.TempPathFactory) -> Speech:
    """The words of a copy of the real content, in which a new amount of the subsidy is announced."""
    content = Path(shutil.copytree(ROOT / "content", tmp_path_factory.mktemp("announced") / "content"))
    announce(content, "childcare-subsidy-plan-2025")
    site, problems = read_site(content)
    assert problems == []
    return speech(site, site.source_language, Catalog(), content / "locale")


def test_an_announced_value_leaves_every_case_of_the_real_content_as_it_was(announced: Speech) -> None:
    cases = announced.site.cases
    assert any(case.source and "2027" in str(case.expect) for case in cases), "this test needs a payment of 2027"
    assert [(case.key, wrong) for case in cases for wrong in differences(case, answer_of(case, announced))] == []


def test_the_calculator_uses_an_announced_value_from_its_first_day(announced: Speech) -> None:
    assert payments(announced, "2027-01-01") == [("2027", "4000"), ("2028", "4000"), ("2029", "4000")]


def test_the_calculator_plans_with_an_announced_value_before_its_first_day(announced: Speech) -> None:
    assert payments(announced, "2026-11-23") == [("2026", "3600"), ("2027", "4000"), ("2028", "4000")]


def test_the_page_speaks_of_an_announced_value_from_its_first_day(announced: Speech) -> None:
    here = rules_here(announced.site)
    days = (date(2026, 12, 31), date(2027, 1, 1))
    assert [here.on("childcare-subsidy.annual_amount", day).text for day in days] == ["3600", "4000"]


def later_case(content: Path, published: str) -> list[str]:
    """Return what comes out otherwise for a case of 2027, once a new amount is announced for that year."""
    announce(content, "subsidy-norm")
    cases = "cases/childcare-subsidy.yaml"
    put(content, cases, "    on: 2026-11-23", "    on: 2027-01-01")
    put(content, cases, "birth_date: 2025-03-10", "birth_date: 2026-03-10")
    put(content, cases, "  on_page: yes\n", f"  on_page: yes\n{published}")
    site = site_of(content)
    (case,) = site.cases_of("childcare-subsidy")
    return differences(case, answer_of(case, words_of(site, "en")))


def test_a_case_of_a_later_day_keeps_to_what_is_in_force_on_the_day_of_the_edition(content: Path) -> None:
    assert later_case(content, "") == []


def test_a_case_of_a_later_day_may_say_that_it_knows_the_announced_value(content: Path) -> None:
    assert later_case(content, "  published: 2027-01-01\n") == [
        "payments: expected ['3600', '3600', '3600'], got ['4000', '4000', '4000']"
    ]


def test_a_case_of_a_later_day_has_the_announced_value_once_the_edition_reaches_it(content: Path) -> None:
    put(content, "site.yaml", "edition: 2026-11-23", "edition: 2027-01-01")
    assert later_case(content, "")[0].endswith("got ['4000', '4000', '4000']")


def published(site: Site, day: date, rule: str, place: str = "cn") -> list[str | None]:
    """Return the first days of the values of a rule that were published by a day."""
    values = json.loads(rules_json(site, day))["places"][place].get(rule, [])
    return [value["from"] for value in values]


def test_what_begins_later_was_not_published_yet(small_site: Site) -> None:
    assert published(small_site, date(2012, 4, 27), "leave.maternity_days") == ["1988-09-01"]
    assert published(small_site, date(2012, 4, 28), "leave.maternity_days") == ["1988-09-01", "2012-04-28"]


def test_a_rule_whose_only_value_begins_later_is_absent(small_site: Site) -> None:
    assert published(small_site, date(2024, 12, 31), "childcare-subsidy.annual_amount") == []
    assert (
        "childcare-subsidy.annual_amount" not in json.loads(rules_json(small_site, date(2024, 12, 31)))["places"]["cn"]
    )


def test_an_end_is_known_from_the_day_that_its_rule_began(small_site: Site) -> None:
    rule = "leave.parental_until_age"
    assert published(small_site, date(2026, 11, 23), rule, "cn/zhejiang") == [None, "2030-01-01"]


def test_the_holidays_of_years_to_come_are_known_in_advance(content: Path) -> None:
    days = "  unit: date\n  values:\n    - from: 2025-01-01\n      value: 2022-01-01\n"
    assert days in (content / CN_SUBSIDY).read_text(encoding="utf-8")
    source = "      source: subsidy-norm\n      grade: A\n      checked: 2026-11-23\n"
    later = f"{source}    - from: 2027-01-01\n      value: [2027-01-01]\n"
    put(content, CN_SUBSIDY, days, days.replace("2022-01-01", "[2025-01-01]") + later)
    assert published(site_of_form(content), date(2026, 11, 23), "childcare-subsidy.born_from") == [
        "2025-01-01",
        "2027-01-01",
    ]


def site_of_form(content: Path) -> Site:
    """Return a site whose files can be read, whatever they say about each other."""
    site, problems = read_site(content)
    assert problems == []
    return site


def test_the_rules_of_a_site_are_put_into_words_once(small_site: Site) -> None:
    assert rules_json(small_site) is rules_json(small_site)
    assert rules_json(small_site, date(2026, 11, 23)) is rules_json(small_site, date(2026, 11, 23))
    assert rules_here(small_site) is rules_here(small_site)
