"""Bad content: each fault has its file, line and remedy, and nothing is published."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.check import site_problems
from generator.cli import main
from generator.content import read_site
from generator.problem import ContentError, Problem
from generator.project import Project
from tests.generator.small import (
    CN_LEAVE,
    CN_SUBSIDY,
    LEAVE,
    LEAVE_CHINESE,
    LEAVE_ENGLISH,
    OPENING,
    ROOT,
    SUBSIDY_CHINESE,
    ZHEJIANG_LEAVE,
    hashes,
    put,
)

type Spoil = Callable[[Path], object]


class Bad(NamedTuple):
    """How content is spoiled, where the fault is (file and line), and what is said of it first."""

    spoil: Spoil
    at: str
    says: str


def change(file: str, old: str, new: str) -> Spoil:
    return lambda content: put(content, file, old, new)


def opening(text: str) -> Spoil:
    return change(LEAVE_CHINESE, OPENING, text)


def folder_in_a_circle(content: Path) -> None:
    (content / "places/cn/zhejiang/again").symlink_to("..", target_is_directory=True)


def value_of(text: str, unit: str = "day") -> Spoil:
    """Give the first rule of the country, on line 8, another value and unit."""

    def spoil(content: Path) -> None:
        put(content, CN_LEAVE, "      value: 90\n", f"      value: {text}\n")
        put(content, CN_LEAVE, "  unit: day\n", f"  unit: {unit}\n")

    return spoil


def folder_of_a_place_without_place_yaml(content: Path) -> None:
    rules = content / "places/cn/zhejiang/ningbo/rules"
    rules.mkdir(parents=True)
    shutil.copyfile(content / ZHEJIANG_LEAVE, rules / "leave.yaml")


def place_inside_a_folder_that_is_none(content: Path) -> None:
    (content / "places/cn/east").mkdir()
    (content / "places/cn/zhejiang").rename(content / "places/cn/east/zhejiang")


def measure_without_its_facts(content: Path) -> None:
    (content / LEAVE).rename(content / "measures/leave/maternity-leave/measures.yaml")


def measure_one_folder_too_deep(content: Path) -> None:
    folder = content / "measures/leave/more/nursing"
    folder.mkdir(parents=True)
    (folder / "measure.yaml").touch()
    (content / "measures/leave/more/measure.yaml").write_bytes((content / LEAVE).read_bytes())


def same_slug_twice(content: Path) -> None:
    shutil.copytree(content / "measures/money/childcare-subsidy", content / "measures/leave/childcare-subsidy")


FORM = {
    "broken YAML": Bad(change("groups.yaml", "money: 补贴", "\tmoney: 补贴"), "groups.yaml:1", "broken YAML"),
    "broken front matter": Bad(change(LEAVE_ENGLISH, "title: M", "title: ]M"), f"{LEAVE_ENGLISH}:2", "broken YAML"),
    "no front matter": Bad(change(LEAVE_CHINESE, "---\n", ""), f"{LEAVE_CHINESE}:1", "there is no front matter"),
    "duplicate key": Bad(
        change("groups.yaml", "money: 补贴", "money: 补贴\nmoney: 津贴"),
        "groups.yaml:2",
        "duplicate key “money” — keep one; the first is on line 1",
    ),
    "unknown key": Bad(change(LEAVE, "hotlines:", "hotlinse:"), f"{LEAVE}:8", "unknown key “hotlinse”"),
    "missing date": Bad(change(LEAVE, "checked: 2026-11-23\n", ""), f"{LEAVE}:1", "“checked” is missing"),
    "missing date of a rule's value": Bad(
        change(CN_LEAVE, "from: 1988-09-01\n      ", ""), f"{CN_LEAVE}:5", "“from” is missing"
    ),
    "something else than a date": Bad(
        change(CN_LEAVE, "checked: 2026-11-23", "checked: last week"),
        f"{CN_LEAVE}:9",
        "“last week” is not a date — write it as 2026-03-01",
    ),
    "two values from the same day": Bad(
        change(CN_LEAVE, "1988-09-01", "2012-04-28"), f"{CN_LEAVE}:10", "two values from the same day, 2012-04-28"
    ),
    "values in disorder": Bad(
        change(CN_LEAVE, "1988-09-01", "2020-01-01"), f"{CN_LEAVE}:10", "2012-04-28 comes after 2020-01-01"
    ),
    "second value with an unknown start": Bad(
        change(CN_LEAVE, "2012-04-28", "unknown"), f"{CN_LEAVE}:10", "only the first value may have an unknown start"
    ),
    "value that is not there": Bad(change(CN_LEAVE, "      value: 98\n", ""), f"{CN_LEAVE}:10", "“value” is missing"),
    "unknown unit": Bad(change(CN_LEAVE, "unit: day", "unit: moon"), f"{CN_LEAVE}:3", "unknown unit “moon”"),
    "unknown grade": Bad(change(CN_LEAVE, "grade: A", "grade: D"), f"{CN_LEAVE}:8", "unknown grade “D”"),
    "place in a circle": Bad(folder_in_a_circle, "places/cn/zhejiang/again", "a place is reached through a link"),
    "place in no other place": Bad(
        lambda content: (content / "places/cn/place.yaml").unlink(),
        "places/cn",
        "the folder has no place.yaml, so it is not read",
    ),
    "place inside a folder that is none": Bad(
        place_inside_a_folder_that_is_none, "places/cn/east", "the folder has no place.yaml, so it is not read"
    ),
    "rules of a folder that is no place": Bad(
        folder_of_a_place_without_place_yaml,
        "places/cn/zhejiang/ningbo",
        "the folder has no place.yaml, so it is not read — add place.yaml",
    ),
    "folder of rules under another name": Bad(
        lambda content: (content / "places/cn/rules").rename(content / "places/cn/rule"),
        "places/cn/rule",
        "the folder has no place.yaml, so it is not read — add place.yaml; its rules lie in a folder called rules",
    ),
    "rules beside their folder": Bad(
        lambda content: (content / CN_LEAVE).rename(content / "places/cn/leave.yaml"),
        "places/cn/leave.yaml",
        "it lies where no rules are read",
    ),
    "rules in a file of another ending": Bad(
        lambda content: (content / CN_LEAVE).rename(content / "places/cn/rules/leave.yml"),
        "places/cn/rules/leave.yml",
        "files that end in .yml are not read",
    ),
    "measure without its facts": Bad(
        measure_without_its_facts,
        "measures/leave/maternity-leave",
        "the folder has no measure.yaml, so it is not read",
    ),
    "measure one folder too deep": Bad(
        measure_one_folder_too_deep,
        "measures/leave/more/nursing/measure.yaml",
        "it lies where no measure is read — move it to measures/<group>/<slug>/",
    ),
    "misspelt birth order": Bad(
        value_of("{frist: 60, second: 90}"), f"{CN_LEAVE}:6", "unknown birth order “frist” — use first, second, third"
    ),
    "neither yes nor no": Bad(
        value_of("maybe", "yes_no"), f"{CN_LEAVE}:6", "“maybe” does not go with the unit yes_no — write yes or no"
    ),
    "day without its marks": Bad(
        change(CN_LEAVE, "1988-09-01", "19880901"), f"{CN_LEAVE}:5", "“19880901” is not a date — write it as 2026-03-01"
    ),
    "day far in the past": Bad(
        change(CN_LEAVE, "1988-09-01", "0988-09-01"),
        f"{CN_LEAVE}:5",
        "“0988-09-01” is far away — write a day of the years 1949 to 2100",
    ),
    "day far in the future": Bad(
        change(LEAVE, "checked: 2026-11-23", "checked: 2206-11-23"), f"{LEAVE}:10", "“2206-11-23” is far away"
    ),
    "review without its day": Bad(
        change(LEAVE_ENGLISH, "made_from:", "reviewed: {head: yes}\nmade_from:"),
        f"{LEAVE_ENGLISH}:12",
        "“yes” is not a date — write it as 2026-03-01",
    ),
    "source without a whole date": Bad(
        change("sources.yaml", "2025-08-24", "2025-08"), "sources.yaml:5", "“2025-08” is not a date"
    ),
    "code of a place that is none": Bad(
        change("places/cn/zhejiang/place.yaml", "330000", "999"),
        "places/cn/zhejiang/place.yaml:1",
        "“999” is no code of a place — write the six digits of GB/T 2260",
    ),
    "address that is not whole": Bad(
        change("site.yaml", "https://small.example/guide/", "example.org"),
        "site.yaml:7",
        "“example.org” will not do as address — write it whole, such as https://example.org/ with the last slash",
    ),
    "address without its last slash": Bad(
        change("site.yaml", "example/guide/", "example/guide"), "site.yaml:7", "“https://small.example/guide” will"
    ),
    "year of the plan that is none": Bad(
        change("site.yaml", "plan_year: 2026", "plan_year: soon"), "site.yaml:5", "“soon” will not do as plan_year"
    ),
    "missing file": Bad(lambda content: (content / "sources.yaml").unlink(), "sources.yaml", "the file is missing"),
    "file in another encoding": Bad(
        lambda content: (content / "groups.yaml").write_bytes("money: 补贴".encode("gb18030")),
        "groups.yaml",
        "the file is not UTF-8",
    ),
    "missing field of a translation": Bad(
        change(LEAVE_ENGLISH, "  deadline: Before the birth\n", ""), f"{LEAVE_ENGLISH}:4", "“deadline” is missing"
    ),
    "citation that is only a key": Bad(
        change(LEAVE, "{source: leave-regulation}", "leave-regulation"),
        f"{LEAVE}:6",
        "“sources” is not a list of mappings",
    ),
    "text in another encoding": Bad(
        lambda content: (content / LEAVE_CHINESE).write_bytes("产假".encode("gb18030")),
        LEAVE_CHINESE,
        "the file is not UTF-8",
    ),
    "value inside itself": Bad(
        change("groups.yaml", "money: 补贴", "money: &money\n  more: *money"), "groups.yaml:2", "broken YAML: an alias"
    ),
    "number with a separator": Bad(
        change(CN_LEAVE, "value: 98", "value: 1,098"), f"{CN_LEAVE}:11", "“1,098” does not go with the unit day"
    ),
    "date that is not in the calendar": Bad(
        change(CN_SUBSIDY, "value: 2022-01-01", "value: 2022-02-30"),
        f"{CN_SUBSIDY}:26",
        "“2022-02-30” does not go with the unit date — write a date such as 2026-03-01",
    ),
    "script in a name": Bad(
        change("groups.yaml", "补贴", "<script>alert(1)</script>"), "groups.yaml:1", "HTML in the text: <script"
    ),
    "no language": Bad(
        lambda content: (content / "languages.yaml").write_text("{}\n", encoding="utf-8"),
        "languages.yaml",
        "there is no language",
    ),
}
"""What each file gets wrong by itself."""

SENSE = {
    "unknown rule placeholder": Bad(
        opening("{{ rule.leave.uncle_days }}"), f"{LEAVE_CHINESE}:13", "unknown rule “leave.uncle_days”"
    ),
    "unknown rule placeholder in the front matter": Bad(
        change(LEAVE_CHINESE, "who: 女职工", "who: '{{ rule.leave.who }}'"),
        f"{LEAVE_CHINESE}:5",
        "unknown rule “leave.who”",
    ),
    "unknown placeholder": Bad(opening("{{ leave }}"), f"{LEAVE_CHINESE}:13", "unknown placeholder “leave”"),
    "placeholder without a birth order": Bad(
        opening("{{ rule.leave.bonus_leave }}"),
        f"{LEAVE_CHINESE}:13",
        "rule “leave.bonus_leave” differs by birth order (first, second, third)",
    ),
    "placeholder of a rule that is not yet in force": Bad(
        change(ZHEJIANG_LEAVE, "2021-11-25", "2027-01-01"),
        f"{LEAVE_CHINESE}:6",
        "rule “leave.bonus_leave” has no value on 2026-11-23",
    ),
    "wrong language code “english”": Bad(
        change("languages.yaml", "\nen:", "\nenglish:"), "languages.yaml:9", "wrong language code “english”"
    ),
    "unknown direction": Bad(
        change("languages.yaml", "direction: ltr", "direction: down"), "languages.yaml:1", "unknown direction “down”"
    ),
    "language made from an unknown one": Bad(
        change("languages.yaml", "made_from: zh-Hans", "made_from: zh-Latn"),
        "languages.yaml:4",
        "made from unknown “zh-Latn”",
    ),
    "text in an unknown language": Bad(
        lambda content: (content / LEAVE_ENGLISH).rename((content / LEAVE_ENGLISH).with_name("eng.md")),
        "measures/leave/maternity-leave/eng.md",
        "wrong language code “eng” — name the file by one of zh-Hans, en",
    ),
    "translation without its source": Bad(
        lambda content: (content / LEAVE_CHINESE).unlink(), LEAVE_CHINESE, "translations without their source"
    ),
    "translation with a block that the source has not": Bad(
        change(LEAVE_ENGLISH, "## How long {#length}", "## How long {#days}"),
        f"{LEAVE_ENGLISH}:20",
        "the source has no block “days”",
    ),
    "translation with a heading of another level": Bad(
        change(LEAVE_ENGLISH, "## How long", "### How long"),
        f"{LEAVE_ENGLISH}:20",
        "in “length” its heading differ from the source: missing ##; extra ###",
    ),
    "translation that lost a placeholder": Bad(
        change(LEAVE_ENGLISH, "{{ rule.leave.paternity_leave }}", "some days"),
        f"{LEAVE_ENGLISH}:20",
        "in “length” its placeholders differ from the source: missing rule.leave.paternity_leave",
    ),
    "translation with a link of its own": Bad(
        change(LEAVE_ENGLISH, "Leave around", "[Leave](calculator:leave) around"),
        f"{LEAVE_ENGLISH}:18",
        "in “intro” its links differ from the source: extra calculator:leave",
    ),
    "translation that lost a point of a list": Bad(
        change(LEAVE_ENGLISH, "\n- Fathers", "\n  Fathers"),
        f"{LEAVE_ENGLISH}:20",
        "in “length” its bullet points differ from the source: missing -",
    ),
    "translation with a word that the glossary avoids": Bad(
        change(LEAVE_ENGLISH, "title: Maternity leave", "title: Birth holiday"),
        f"{LEAVE_ENGLISH}:1",
        "“birth holiday” for maternity-leave: the glossary has another word — write “maternity leave”",
    ),
    "translation that does not say what it is made from": Bad(
        change(LEAVE_ENGLISH, "  intro: ", "  start: "),
        f"{LEAVE_ENGLISH}:18",
        "the block “intro” does not say which source it was made from",
    ),
    "translation that does not say who drafted it": Bad(
        change(LEAVE_ENGLISH, "drafted_by: machine", "drafted_by: ''"),
        f"{LEAVE_ENGLISH}:1",
        "it does not say who drafted it",
    ),
    "missing image": Bad(opening("![医院](hospital.png)"), f"{LEAVE_CHINESE}:13", "missing image “hospital.png”"),
    "image without a description": Bad(
        opening("![](hospital.png)"), f"{LEAVE_CHINESE}:13", "image “hospital.png” has no description"
    ),
    "script in Markdown": Bad(opening("<script>alert(1)</script>"), f"{LEAVE_CHINESE}:13", "HTML in the text: <script"),
    "HTML comment": Bad(opening("<!-- 以后再写 -->"), f"{LEAVE_CHINESE}:13", "HTML in the text: <!--"),
    "HTML in a title": Bad(
        change(LEAVE_CHINESE, "title: 产假", "title: <b>产假"), f"{LEAVE_CHINESE}:2", "HTML in the text"
    ),
    "link to an unknown measure": Bad(
        opening("[托育](measure:nursery)"), f"{LEAVE_CHINESE}:13", "the link leads to an unknown measure “nursery”"
    ),
    "link between files": Bad(opening("[托育](../nursery.md)"), f"{LEAVE_CHINESE}:13", "unclear link “../nursery.md”"),
    "insecure link": Bad(
        opening("[官网](http://www.gov.cn)"), f"{LEAVE_CHINESE}:13", "unclear link “http://www.gov.cn”"
    ),
    "typed figure that a rule holds": Bad(
        opening("产假 98 天。"), f"{LEAVE_CHINESE}:13", "the figure 98 is typed, but a rule holds it"
    ),
    "figure typed with wide digits": Bad(opening("产假９８天。"), f"{LEAVE_CHINESE}:13", "the figure 98 is typed"),
    "figure typed with a separator": Bad(
        change(SUBSIDY_CHINESE, "每个家庭都可以申领。", "每年 3,600 元。"),
        f"{SUBSIDY_CHINESE}:13",
        "the figure 3600 is typed",
    ),
    "date typed in words": Bad(
        change(SUBSIDY_CHINESE, "每个家庭都可以申领。", "2022年1月1日起。"),
        f"{SUBSIDY_CHINESE}:13",
        "the figure 2022-01-01 is typed",
    ),
    "figure typed at a glance": Bad(
        change(LEAVE_CHINESE, "who: 女职工", "who: 98 天"), f"{LEAVE_CHINESE}:5", "the figure 98 is typed"
    ),
    "unknown source of a rule": Bad(
        change(ZHEJIANG_LEAVE, "source: leave-regulation", "source: hearsay"),
        f"{ZHEJIANG_LEAVE}:5",
        "unknown source “hearsay” for leave.bonus_leave",
    ),
    "unknown source of a measure": Bad(
        change(LEAVE, "leave-regulation", "hearsay"), f"{LEAVE}:7", "unknown source “hearsay”"
    ),
    "unknown source of a case": Bad(
        change("cases/childcare-subsidy.yaml", "subsidy-norm", "hearsay"),
        "cases/childcare-subsidy.yaml:1",
        "unknown source “hearsay”",
    ),
    "case of no calculator": Bad(
        lambda content: (content / "cases/leave.yaml").rename(content / "cases/holiday.yaml"),
        "cases/holiday.yaml",
        "no calculator “holiday”",
    ),
    "clause that does not exist": Bad(change(LEAVE, "P1.2", "P9.9"), f"{LEAVE}:1", "unknown clause “P9.9”"),
    "unknown calculator": Bad(change(LEAVE, "[leave]", "[holiday]"), f"{LEAVE}:4", "unknown calculator “holiday”"),
    "unknown topic": Bad(
        change(LEAVE, "topics: [leave]", "topics: [holiday]"), f"{LEAVE}:5", "unknown topic “holiday”"
    ),
    "years of an indicator out of order": Bad(
        change("plan/indicators.yaml", "year: 2024", "year: 2025"),
        "plan/indicators.yaml:1",
        "the years of births are not in order, or one is there twice",
    ),
    "words that people use for an unknown page": Bad(
        change("search/en.yaml", "leave/maternity-leave", "leave/holiday"),
        "search/en.yaml:1",
        "unknown page “leave/holiday”",
    ),
    "words that people use in an unknown language": Bad(
        lambda content: (content / "search/en.yaml").rename(content / "search/fr.yaml"),
        "search/fr.yaml",
        "wrong language code “fr”",
    ),
    "unknown related measure": Bad(
        change(LEAVE, "related: []", "related: [nursery]"), f"{LEAVE}:9", "unknown measure “nursery”"
    ),
    "folder of no group": Bad(
        lambda content: (content / "measures/leave").rename(content / "measures/rest"),
        "measures/rest/maternity-leave/measure.yaml",
        "unknown group “rest”",
    ),
    "two measures of one name": Bad(
        same_slug_twice, "measures/leave/childcare-subsidy/measure.yaml", "two pages are called “childcare-subsidy”"
    ),
    "unknown place of the site": Bad(
        change("site.yaml", "place: cn/zhejiang", "place: cn/atlantis"), "site.yaml:4", "unknown place “cn/atlantis”"
    ),
    "bounds as a bare number": Bad(
        opening("{{ rule.leave.parental_days_per_year | number }}"),
        f"{LEAVE_CHINESE}:13",
        "rule “leave.parental_days_per_year” is no single number or date",
    ),
    "table without its rule": Bad(
        opening("{{ table.vaccination-schedule }}"),
        f"{LEAVE_CHINESE}:13",
        "unknown placeholder “table.vaccination-schedule”",
    ),
    "placeholder for a word": Bad(
        opening("{{ rule.childcare-subsidy.part_month_counts }}"),
        f"{LEAVE_CHINESE}:13",
        "rule “childcare-subsidy.part_month_counts” is no single number or date",
    ),
    "case with an answer that is none": Bad(
        change("cases/leave.yaml", "babies: 1", "babies: many"),
        "cases/leave.yaml:1",
        "second-child: last_day: expected",
    ),
    "case that its calculator answers otherwise": Bad(
        change("cases/leave.yaml", "2026-09-04", "2026-09-05"),
        "cases/leave.yaml:1",
        "second-child: last_day: expected '2026-09-05', got '2026-09-04'",
    ),
}
"""What the files get wrong about each other."""

BAD = FORM | SENSE


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD.keys())
def test_a_build_of_bad_content_names_file_line_and_remedy_and_publishes_nothing(
    bad: Bad, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    bad.spoil(project.content)
    before = {folder: hashes(project.root / folder) for folder in ("site", "build")}
    assert main(["--root", str(project.root), "build"]) == 1
    said = [line for line in capsys.readouterr().err.splitlines() if line.startswith("content/")]
    assert any(line.startswith(f"content/{bad.at}: {bad.says}") for line in said), said
    assert all(" — " in line for line in said), "a problem lacks its remedy"
    assert {folder: hashes(project.root / folder) for folder in before} == before
    folders = {"build", "calculators", "content", "generator", "mkdocs.yml", "overrides", "site"}
    assert {path.name for path in project.root.iterdir()} == folders


def test_no_traceback_reaches_the_reader_of_a_problem(project: Project) -> None:
    put(project.content, "groups.yaml", "leave: 假期", "\tleave: 假期")
    command = [sys.executable, "-m", "generator", "--root", str(project.root), "build"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "content/groups.yaml:2: broken YAML" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_all_problems_are_said_at_once_in_the_order_of_files_and_lines(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    put(project.content, LEAVE, "P1.2", "P9.9")
    put(project.content, LEAVE, "leave-regulation", "hearsay")
    put(project.content, LEAVE, "running", "walking")
    assert main(["--root", str(project.root), "check"]) == 1
    said = capsys.readouterr().err.splitlines()
    starts = [line.split(" ")[0] for line in said[:3]]
    assert starts == [f"content/{LEAVE}:1:", f"content/{LEAVE}:2:", f"content/{LEAVE}:7:"]
    assert said[-1] == "3 problems; nothing was changed."


def test_files_that_cannot_be_read_are_said_before_what_they_say_about_each_other(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    put(project.content, "sources.yaml", "leave-regulation:", "leave-regulation: [")
    assert main(["--root", str(project.root), "check"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("content/sources.yaml:")
    assert said.endswith("1 problem; nothing was changed.\n")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("site.yaml", "title:", "title: ["),
        ("languages.yaml", "zh-Hans:", "zh-Hans: ["),
        (CN_LEAVE, "maternity_days:", "maternity_days: ["),
        ("places/cn/place.yaml", "code: ", "code: ["),
        (LEAVE, "clauses: [", "clauses: [["),
        (LEAVE_ENGLISH, "title: ", "title: ]"),
    ],
)
def test_what_follows_from_a_broken_file_is_not_told(
    file: str, old: str, new: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    inherited = "maternity_days:\n  values: []\n\nbonus_leave:\n"
    put(project.content, ZHEJIANG_LEAVE, "bonus_leave:\n", inherited)
    put(project.content, file, old, new)
    assert main(["--root", str(project.root), "check"]) == 1
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith(f"content/{file}:")
    assert "broken YAML" in said[0]
    assert said[-1] == "1 problem; nothing was changed."


def test_a_place_whose_folder_is_none_is_told_once(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (project.content / "places/cn/place.yaml").unlink()
    assert main(["--root", str(project.root), "check"]) == 1
    assert "1 problem;" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text", ["1 个月内。", "拨打 12345 或 12333。", "国发〔2025〕98号。", "# 一 {#part-98}", "98. 申请"]
)
def test_numbers_of_ordinary_sentences_are_no_figures(content: Path, text: str) -> None:
    put(content, LEAVE_CHINESE, OPENING, text)
    found = list(site_problems(read_site(content)[0], content))
    assert not [problem for problem in found if "typed" in problem.message]


def test_a_figure_of_another_topic_may_be_typed(content: Path) -> None:
    put(content, LEAVE_CHINESE, OPENING, "最多 3600 人。")
    assert list(site_problems(read_site(content)[0], content)) == []


def test_an_image_beside_its_text_is_no_fault(content: Path) -> None:
    (content / "measures/leave/maternity-leave/hospital.png").touch()
    for file in (LEAVE_CHINESE, LEAVE_ENGLISH):
        put(content, file, "\n## ", "\n![A hospital](hospital.png)\n\n## ")
    assert list(site_problems(read_site(content)[0], content)) == []


def test_the_same_problem_is_said_once() -> None:
    problem = Problem("groups.yaml", 2, "wrong", "mend it")
    assert ContentError([problem, problem]).problems == [problem]
