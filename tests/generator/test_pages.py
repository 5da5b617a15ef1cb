"""The pages stage: plain Markdown with front matter, and one derived configuration per language."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel.messages.catalog import Catalog

from calculators import CALCULATORS
from calculators.kit.rules import Rules
from calculators.kit.wording import UNSURE
from generator.figures import rules_here, rules_json
from generator.front_pages import home_page
from generator.markdown import link_pages, notice, page, sheet_markdown
from generator.measure_page import measure_page
from generator.model import Site, Text
from generator.page_files import split_front_matter
from generator.pages import POLICY, configuration, documents, write_pages
from generator.project import Project, fresh
from generator.tables import leave_by_place, markdown_table, subsidy_by_birth_month, vaccination_schedule
from generator.words import Speech
from tests.generator.small import REVIEWED, ROOT, hashes, words_of

TAGS = ("zh-Hans", "zh-Hant", "en", "ug")


def facts_of(path: Path) -> dict[str, Any]:
    """Return the front matter of a page."""
    return dict(yaml.safe_load(split_front_matter(path.read_text(encoding="utf-8"))[0]))


def leave_page(site: Site, tag: str) -> str:
    return measure_page(site.measure("maternity-leave"), rules_here(site), words_of(site, tag))


def with_english(site: Site, **changes: Any) -> Site:
    """Return the site with the English text on leave changed."""
    measure = site.measure("maternity-leave")
    text: Text = replace(measure.texts["en"], **changes)
    changed = replace(measure, texts={**measure.texts, "en": text})
    return replace(site, measures=(changed, site.measure("childcare-subsidy")))


def test_every_language_has_the_same_pages(built: Path) -> None:
    trees = [
        {
            path.relative_to(built / "pages" / tag / "docs").as_posix()
            for path in built.glob(f"pages/{tag}/docs/**/*.md")
        }
        for tag in TAGS
    ]
    assert trees[0] == {
        "index.md",
        "about.md",
        "search.md",
        "glossary.md",
        "index/index.md",
        "stages/index.md",
        "stages/pregnant.md",
        "stages/newborn.md",
        "plan/index.md",
        "plan/goals.md",
        "plan/action-plan.md",
        "plan/yearly-plan.md",
        "money/index.md",
        "money/childcare-subsidy.md",
        "leave/index.md",
        "leave/maternity-leave.md",
        "calculators/index.md",
        *(f"calculators/{slug}.md" for slug in CALCULATORS),
    }
    assert all(tree == trees[0] for tree in trees)


def test_a_page_leaves_no_placeholder_and_no_link_of_our_own(built: Path) -> None:
    for path in built.glob("pages/*/docs/**/*.md"):
        text = path.read_text(encoding="utf-8")
        assert "{{" not in text, path
        assert not re.search(r"\]\((measure|calculator):", text), path


def test_every_page_has_a_title(built: Path) -> None:
    assert all(facts_of(path)["title"] for path in built.glob("pages/*/docs/**/*.md"))


def test_each_language_has_one_configuration_that_inherits_the_projects(built: Path) -> None:
    assert sorted(path.parent.name for path in built.glob("pages/**/mkdocs.yml")) == sorted(TAGS)
    for path in built.glob("pages/*/mkdocs.yml"):
        settings = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert (path.parent / settings["INHERIT"]).resolve() == ROOT / "mkdocs.yml"
        assert settings["site_url"] == f"https://small.example/guide/{path.parent.name}/"


def test_no_configuration_names_a_plugin_or_a_hook(built: Path) -> None:
    for path in (ROOT / "mkdocs.yml", *built.glob("pages/*/mkdocs.yml")):
        settings = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert not settings.get("plugins")
        assert "hooks" not in settings
        assert "extra_javascript" not in settings
    assert yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["plugins"] == []


def test_a_configuration_names_no_folder_of_this_machine(spoken: list[Speech], tmp_path: Path) -> None:
    settings = configuration(spoken[0], spoken, tmp_path / "mkdocs.yml", tmp_path / "build" / "pages")
    assert str(tmp_path) not in settings
    assert yaml.safe_load(settings)["INHERIT"] == "../../../mkdocs.yml"


def test_pages_written_into_a_fresh_folder_still_find_the_projects_settings(
    spoken: list[Speech], project: Project
) -> None:
    with fresh(project.built("pages")) as out:
        write_pages(spoken[:1], ROOT / "overrides", project.root / "mkdocs.yml", out)
    tree = project.built("pages") / "zh-Hans"
    settings = yaml.safe_load((tree / "mkdocs.yml").read_text(encoding="utf-8"))
    assert (tree / settings["INHERIT"]).resolve() == (project.root / "mkdocs.yml").resolve()


def test_rules_and_catalogues_stand_beside_the_pages(built: Path, small_site: Site) -> None:
    data = built / "pages" / "facts"
    assert {path.name for path in data.iterdir()} == {"rules.json", *(f"catalogue.{tag}.json" for tag in TAGS)}
    assert (data / "rules.json").read_text(encoding="utf-8") == rules_json(small_site)


def test_the_policy_lets_nothing_from_other_hosts_in() -> None:
    allowed = dict(part.strip().partition(" ")[::2] for part in POLICY.split(";"))
    assert allowed.pop("default-src") == "'none'"
    assert not re.search(r"https?:|\*|unsafe-inline|'unsafe-eval'", POLICY)
    assert allowed["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert allowed["form-action"] == allowed["base-uri"] == "'none'"


def test_a_page_speaks_of_the_rules_in_force(small_site: Site) -> None:
    text = leave_page(small_site, "zh-Hans")
    assert "国家规定 98 天。" in text
    assert "98 天，第二个孩子再加 90 天" in text


def test_a_value_that_is_not_confirmed_says_so_on_page_and_table(small_site: Site) -> None:
    text = leave_page(small_site, "zh-Hans")
    assert f"父亲有 15 天{UNSURE.msgid}。" in text
    assert "| 浙江省 | 60 / 90 / 90 天 | 15 天 ※ | 10 至 12 天 |" in text
    assert "带 ※ 的还没有确认" in text


def test_a_converted_page_is_the_source_in_other_characters(small_site: Site) -> None:
    text = leave_page(small_site, "zh-Hant")
    assert "# 產假" in text
    assert "國家規定 98 天。" in text
    assert "{#length}" in text


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({}, "机器翻译初稿"),
        ({"reviewed": REVIEWED}, ""),
        ({"drafted_by": "person"}, ""),
        ({"made_from": {"head": "0" * 8}}, "译文可能已过时"),
    ],
)
def test_a_translation_says_when_it_is_a_draft_or_old(small_site: Site, changes: dict[str, Any], says: str) -> None:
    text = leave_page(with_english(small_site, **changes), "en")
    assert ("!!!" in text) == bool(says)
    assert says in text


def test_the_source_text_has_no_notice(small_site: Site) -> None:
    assert "!!!" not in leave_page(small_site, "zh-Hans")
    assert "!!!" not in leave_page(small_site, "zh-Hant")


def test_a_measure_without_a_text_in_a_language_shows_the_source(spoken: list[Speech]) -> None:
    uyghur = spoken[-1]
    measure = uyghur.site.measure("maternity-leave")
    text = measure_page(measure, rules_here(uyghur.site), uyghur)
    assert '# <span lang="zh-Hans" dir="ltr">产假</span>' in text
    assert '<div lang="zh-Hans" dir="ltr" markdown="1">\n\n生孩子前后的假期。' in text
    assert "](../../../zh-Hans/leave/maternity-leave/){hreflang=zh-Hans}" in text


def test_a_measures_page_names_law_office_hotlines_and_day(small_site: Site) -> None:
    site = small_site
    text = measure_page(site.measure("childcare-subsidy"), rules_here(site), words_of(site, "en"))
    law = (
        "- [《育儿补贴管理规范》（国发〔2025〕1号）第五条](https://www.gov.cn/subsidy) · Norm for the childcare subsidy"
    )
    assert law in text
    assert "Subdistrict office — [12345](tel:12345) — Working days" in text
    assert "[12356](tel:12356)" in text
    assert text.count("tel:12345") == 1
    assert "最后核对：23 November 2026" in text


def test_a_measures_page_shows_its_worked_examples(small_site: Site) -> None:
    site = small_site
    text = measure_page(site.measure("childcare-subsidy"), rules_here(site), words_of(site, "en"))
    assert "### A child born in 2025 {#example-born-2025}" in text
    assert "10,800 元" in text
    assert "例子来源：《育儿补贴管理规范》（国发〔2025〕1号）附件" in text
    assert "这个例子由本站计算，不是官方示例。" in leave_page(site, "en")


@pytest.mark.parametrize(
    ("tag", "heading", "title"), [("zh-Hans", "相关政策", "育儿补贴"), ("zh-Hant", "相關政策", "育兒補貼")]
)
def test_a_measures_page_ends_with_those_that_are_related(
    tag: str, heading: str, title: str, small_site: Site, template: Catalog
) -> None:
    leave = replace(small_site.measure("maternity-leave"), related=("childcare-subsidy",))
    text = measure_page(leave, rules_here(small_site), words_of(small_site, tag, template))
    assert text.endswith(f"## {heading} {{#related}}\n\n- [{title}](../money/childcare-subsidy.md)\n")


def test_a_measure_related_to_no_other_has_no_such_heading(small_site: Site) -> None:
    assert "#related" not in leave_page(small_site, "zh-Hans")


def test_the_first_page_says_by_which_years_plan_and_of_which_day_it_is(small_site: Site) -> None:
    assert "按 2026 年的行动方案整理，本版日期：2026年11月23日" in home_page(words_of(small_site, "zh-Hans"))


def test_links_between_measures_lead_to_their_files(small_site: Site) -> None:
    site = small_site
    text = measure_page(site.measure("childcare-subsidy"), rules_here(site), words_of(site, "en"))
    assert "[calculator](../calculators/childcare-subsidy.md)" in text
    assert "[maternity leave](../leave/maternity-leave.md#length)" in text


def test_a_calculators_page_has_its_questions_examples_and_measures(small_site: Site) -> None:
    words = words_of(small_site, "en")
    text = documents(words, Rules.from_json(rules_json(small_site)))["calculators/leave.md"]
    facts = yaml.safe_load(split_front_matter(text)[0])
    asked = {question["name"]: question for question in facts["calculator"]["questions"]}
    assert list(asked) == [question.name for question in CALCULATORS["leave"].questions]
    assert asked["place"]["options"][0] == {"value": "cn/zhejiang", "label": "Zhejiang", "depth": 0}
    assert asked["place"]["options"][-1]["value"] == "cn"
    assert "{#example-second-child}" in text
    assert "[Maternity leave](../leave/maternity-leave.md)" in text


def test_a_question_that_few_places_ask_names_them(small_site: Site) -> None:
    words = words_of(small_site, "en")
    text = documents(words, Rules.from_json(rules_json(small_site)))["calculators/childcare-subsidy.md"]
    facts = yaml.safe_load(split_front_matter(text)[0])
    asked = {question["name"]: question["where"] for question in facts["calculator"]["questions"]}
    assert asked["parent_hukou"] == []
    assert asked["children"] is None


def test_the_table_of_birth_months_runs_from_the_first_birth_to_the_first_full_year(small_site: Site) -> None:
    rows = subsidy_by_birth_month(words_of(small_site, "zh-Hans"), rules_here(small_site)).split("\n")
    assert rows[0] == "| 出生年月 | 折算月数 | 一共 | 2025 年 | 2026 年 | 2027 年 |"
    assert len(rows) == 2 + 36
    assert rows[2] == "| 2022年1月 | 1 个月 | 300 元 | 300 元 | — | — |"
    assert rows[-1] == "| 2024年12月 | 36 个月 | 10,800 元 | 3,600 元 | 3,600 元 | 3,600 元 |"


def test_a_place_without_a_rule_shows_that_it_is_to_be_asked(small_site: Site) -> None:
    zhejiang = small_site.places["cn/zhejiang"]
    bare = replace(small_site, places={**small_site.places, "cn/zhejiang": replace(zhejiang, rules={})})
    rows = leave_by_place(words_of(bare, "en"), rules_here(bare)).split("\n")
    assert rows[2] == "| Zhejiang | ※ | ※ | ※ |"


def test_the_table_of_vaccines_goes_by_age(small_site: Site) -> None:
    rule = small_site.places["cn"].rules["leave.maternity_days"]
    doses = [{"vaccine": "HepB", "dose": str(dose), "age_months": age} for dose, age in ((2, "1"), (1, "0"), (3, "36"))]
    schedule = replace(rule, values=(replace(rule.values[-1], value=doses, unit="schedule"),))
    cn = replace(small_site.places["cn"], rules={"vaccination.schedule": schedule})
    site = replace(small_site, places={**small_site.places, "cn": cn})
    rows = vaccination_schedule(words_of(site, "zh-Hans"), rules_here(site)).split("\n")
    assert [row.split(" | ")[0] for row in rows[2:]] == ["| 出生时", "| 1 个月大", "| 3 周岁"]
    assert rows[2] == "| 出生时 | 乙肝疫苗 | 第 1 剂 | 乙型肝炎 |"


def test_bars_in_cells_do_not_split_them() -> None:
    assert markdown_table(["a|b"], [["c|d"]]) == "| a\\|b |\n| --- |\n| c\\|d |"


def test_facts_in_front_matter_keep_any_characters() -> None:
    title = "A & \"B\": '#' – {{ x }}\u2028"
    head, body, _line = split_front_matter(page({"title": title}, "body"))
    assert yaml.safe_load(head) == {"title": title}
    assert body == "\nbody\n"


def test_empty_blocks_leave_no_gap() -> None:
    assert page({"a": 1}, "one", "", "two").endswith("---\n\none\n\ntwo\n")


def test_only_our_own_links_are_changed() -> None:
    text = "[a](measure:x#y) [b](https://measure:x) [c](#z)"
    assert (
        link_pages(text, lambda kind, slug: f"{kind}/{slug}.md") == "[a](measure/x.md#y) [b](https://measure:x) [c](#z)"
    )


def test_a_notice_is_an_admonition() -> None:
    assert notice("info", "title", "text") == '!!! info "title"\n    text'


def test_a_sheet_becomes_markdown_section_by_section() -> None:
    sections = [
        {"id": "steps", "heading": "Steps", "blocks": [{"kind": "steps", "items": [{"text": "one"}, {"text": "two"}]}]},
        {"id": "checks", "heading": "Checks", "blocks": [{"kind": "checks", "items": [{"text": "met"}]}]},
        {"id": "list", "heading": "List", "blocks": [{"kind": "list", "items": ["bring it"]}]},
        {"id": "left", "heading": "Left out", "blocks": []},
    ]
    sheet = {"verdict": {"text": "Yes.", "reason": "Because."}, "sections": sections}
    text = sheet_markdown(sheet, ("steps", "checks", "list"))
    assert text == "**Yes.** Because.\n\n**Steps**\n\n1. one\n2. two\n\n**Checks**\n\n- met\n\n**List**\n\n- bring it"


def test_two_runs_write_the_same_bytes(built: Path, spoken: list[Speech], tmp_path: Path) -> None:
    out = tmp_path / "again" / "pages"
    write_pages(spoken, ROOT / "overrides", ROOT / "mkdocs.yml", out)
    first, second = hashes(built / "pages"), hashes(out)
    differing = {name for name in first.keys() | second.keys() if first.get(name) != second.get(name)}
    differing = {name for name in differing if "/site" not in name}  # MkDocs has built from the first ones
    assert differing <= {f"{tag}/mkdocs.yml" for tag in TAGS}  # INHERIT is relative to another folder
