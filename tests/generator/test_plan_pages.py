"""The plan's pages: every clause leads to what carries it, and back; the year is the one of site.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from calculators.kit.rules import Rules
from generator.clause_pages import DOCUMENTS, STATUS, clause_anchor, document_page, document_title
from generator.figures import rules_here, rules_json
from generator.front_pages import home_page
from generator.model import Site
from generator.pages import documents
from generator.plan_model import Clause
from generator.plan_page import plan_index, plan_page
from generator.words import Speech
from tests.generator.small import put, site_of, words_of

CLAUSES = {
    "P1.1": Clause("育儿补贴", "给有小孩的家庭发补贴。"),
    "P1.10": Clause("宣传", ""),
    "P2.1": Clause("补贴到位", "今年发到每个家庭。"),
    "P2.3.1.a": Clause("培训班", "办班。"),
}
GOALS_CHINESE = "plan/goals/zh-Hans.md"


@pytest.fixture
def carried(small_site: Site) -> Site:
    """The small site with clauses of both documents, one of them carried by nothing."""
    leave, subsidy = small_site.measure("maternity-leave"), small_site.measure("childcare-subsidy")
    return replace(
        small_site,
        clauses=CLAUSES,
        measures=(
            replace(leave, clauses=("P1.10",), status="planned"),
            replace(subsidy, clauses=("P1.1", "P2.1"), status="evaluated"),
        ),
        plan=(replace(small_site.page("goals"), clauses=("P2.1",)),),
    )


def pages_of(site: Site, tag: str = "zh-Hans") -> Mapping[str, str]:
    """Return every page of a language by its path, without `.md`."""
    found = documents(words_of(site, tag), Rules.from_json(rules_json(site)))
    return {path.removesuffix(".md"): text for path, text in found.items()}


def parts(page: str) -> dict[str, str]:
    """Return the sections of a page by the anchors of their headings."""
    found = re.split(r"^## .*\{#([a-z0-9-]+)\}$", page, flags=re.MULTILINE)[1:]
    return dict(zip(found[::2], found[1::2], strict=True))


def links_of(part: str) -> list[str]:
    return re.findall(r"\]\(\.\./([^)]*)\)", part)


def clause_page(clause: str) -> str:
    return f"plan/{DOCUMENTS[clause.partition('.')[0]]}"


def test_each_clause_leads_to_the_pages_that_carry_it_and_each_page_back(carried: Site) -> None:
    pages = pages_of(carried)
    there = {
        (clause, link.removesuffix(".md"))
        for clause in CLAUSES
        for link in links_of(parts(pages[clause_page(clause)])[clause_anchor(clause)])
    }
    back = {
        (clause, page.path)
        for page in carried.pages
        for clause in CLAUSES
        if f"{clause_page(clause)}.md#{clause_anchor(clause)}" in links_of(parts(pages[page.path])["clauses"])
    }
    assert there == back == {(clause, page.path) for page in carried.pages for clause in page.clauses}
    assert len(there) == 4


def test_a_page_leads_to_its_own_clauses_only(carried: Site) -> None:
    pages = pages_of(carried)
    for page in carried.pages:
        links = links_of(parts(pages[page.path])["clauses"])
        assert links == [f"{clause_page(clause)}.md#{clause_anchor(clause)}" for clause in page.clauses]


def test_each_clause_stands_once_in_its_document_in_the_order_of_its_file(carried: Site) -> None:
    words = words_of(carried, "zh-Hans")
    anchors = [re.findall(r"\{#([a-z0-9-]+)\}", document_page(document, words)) for document in DOCUMENTS]
    assert anchors == [["p1-1", "p1-10"], ["p2-1", "p2-3-1-a"]]


def test_a_clause_is_said_with_its_number_its_words_and_how_far_each_measure_is(carried: Site) -> None:
    page = document_page("P2", words_of(carried, "zh-Hans"))
    assert page.endswith(
        "## 1 补贴到位 {#p2-1}\n\n今年发到每个家庭。\n\n"
        "- [育儿补贴](../money/childcare-subsidy.md) · 已评估\n- [目标](../plan/goals.md)\n\n"
        "## 3.1.a 培训班 {#p2-3-1-a}\n\n办班。\n"
    )


def test_a_clause_without_words_of_its_own_leads_to_its_measures_at_once(carried: Site) -> None:
    page = document_page("P1", words_of(carried, "zh-Hans"))
    assert page.endswith("## 10 宣传 {#p1-10}\n\n- [产假](../leave/maternity-leave.md) · 计划中\n")


def test_a_document_without_clauses_says_what_it_is(small_site: Site) -> None:
    page = document_page("P2", words_of(small_site, "zh-Hans"))
    assert "# 2026年度地方生育关怀行动计划\n" in page
    assert "##" not in page


@pytest.mark.parametrize(("status", "said"), [(status, words.msgid) for status, words in STATUS.items()])
def test_a_measure_says_how_far_it_is_beside_its_clause_and_on_its_page(
    small_site: Site, status: str, said: str
) -> None:
    measures = tuple(replace(measure, status=status) for measure in small_site.measures)
    pages = pages_of(replace(small_site, measures=measures))
    assert f"- [产假](../leave/maternity-leave.md) · {said}\n" in pages["plan/action-plan"]
    assert f"\n\n状态：{said}" in parts(pages["leave/maternity-leave"])["clauses"]
    assert f"| [产假](../leave/maternity-leave.md) | {said} |" in pages["plan/index"]


def test_a_page_of_the_plan_has_no_status(small_site: Site) -> None:
    pages = pages_of(small_site)
    assert "状态：" not in pages["plan/goals"]
    assert "- [目标](../plan/goals.md)\n" in pages["plan/action-plan"]


def test_a_clause_is_said_in_the_language_of_the_page(small_site: Site, template: Catalog) -> None:
    english = document_page("P1", words_of(small_site, "en"))
    assert "## 2 Maternity leave {#p1-2}\n\nLonger maternity leave.\n\n- [Maternity leave](" in english
    traditional = document_page("P1", words_of(small_site, "zh-Hant", template))
    assert "## 2 產假制度 {#p1-2}\n\n延長產假。\n\n- [產假](../leave/maternity-leave.md) · 實施中" in traditional


def test_the_first_page_of_the_plan_leads_to_its_pages_its_documents_and_every_measure(small_site: Site) -> None:
    page = plan_index(words_of(small_site, "zh-Hans"))
    found = parts(page)
    assert "- [目标](goals.md)\n\n## " in page
    assert re.findall(r"\]\((.*)\.md\)", found["documents"]) == list(DOCUMENTS.values())
    assert links_of(found["status"]) == [f"{measure.path}.md" for measure in small_site.measures]


def test_a_page_of_the_plan_has_its_text_its_sources_and_what_is_related(small_site: Site) -> None:
    site = small_site
    page = plan_page(site.page("goals"), rules_here(site), words_of(site, "zh-Hans"))
    assert "# 目标\n\n计划想做到什么。\n{.lead}" in page
    assert list(parts(page)) == ["births", "vaccinated", "basis", "clauses", "related"]
    assert "育儿补贴管理规范" in parts(page)["basis"]
    assert "最后核对：2026年11月23日" in parts(page)["basis"]
    assert links_of(parts(page)["related"]) == ["leave/maternity-leave.md"]


@pytest.fixture
def later(content: Path) -> Site:
    """The small site in a year to come, which a head speaks of as well."""
    put(content, "site.yaml", "plan_year: 2026", "plan_year: 2031")
    put(content, GOALS_CHINESE, "title: 目标\n", "title: '{{ site.plan_year }} 年目标'\n")
    put(content, GOALS_CHINESE, "summary: 计划", "summary: '{{ site.plan_year }} 年计划")
    put(content, GOALS_CHINESE, "做到什么。\n", "做到什么。'\n")
    put(content, "plan/goals/page.yaml", "[P1.1]", "[P1.1, P2.1]")
    put(content, "plan/clauses.yaml", "P1.2:", "P2.1: {title: 培训班, text: 办班。}\nP1.2:")
    return site_of(content)


def test_the_plans_year_is_the_one_of_the_site(later: Site) -> None:
    pages = pages_of(later)
    assert "# 2031年度地方生育关怀行动计划\n" in pages["plan/yearly-plan"]
    assert "title: 2031年度地方生育关怀行动计划\n" in pages["plan/yearly-plan"]
    assert "[2031年度地方生育关怀行动计划](yearly-plan.md)" in pages["plan/index"]
    assert "[2031年度地方生育关怀行动计划 · 1 培训班](../plan/yearly-plan.md#p2-1)" in pages["plan/goals"]
    assert "[地方生育关怀行动方案 · 1 育儿补贴](../plan/action-plan.md#p1-1)" in pages["plan/goals"]
    assert "2031 年的行动方案" in home_page(words_of(later, "zh-Hans"))


def test_a_text_of_the_plan_speaks_of_that_year_in_its_head_and_its_body(later: Site) -> None:
    page = pages_of(later)["plan/goals"]
    assert "# 2031 年目标\n\n2031 年计划想做到什么。\n{.lead}\n\n2031 年的目标。" in page
    assert "title: 2031 年目标\n" in page
    assert "description: 2031 年计划想做到什么。\n" in page


def test_a_document_is_called_by_its_year_in_every_language(spoken: list[Speech]) -> None:
    for words in spoken:
        later = replace(words, site=replace(words.site, plan_year="2031"))
        assert "2031" in document_title("P2", later), words.language.tag
        assert "20" not in document_title("P1", later), words.language.tag


def test_a_list_of_pages_names_the_year_of_a_title_as_well(later: Site) -> None:
    pages = pages_of(later)
    assert "[2031 年目标](goals.md)" in pages["plan/index"]
    assert "[2031 年目标](../plan/goals.md)" in pages["plan/action-plan"]
