"""A list of answers in, a list of results out: every row by itself, and no row stops the others."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import count, islice
from pathlib import Path

import pytest

from calculators import CALCULATORS
from calculators.kit.questions import Answers, Fault
from calculators.kit.result import Result
from calculators.kit.rules import Rules
from calculators.leave import LEAVE
from generator.batch import EVERY, answer_list, results
from generator.cli import main
from generator.examples import answer_of
from generator.list_row import COLUMNS, cells
from generator.model import Site
from generator.problem import RefusedError
from generator.project import Project
from generator.words import Speech
from tests.generator.small import ROOT, hashes, words_of

HEAD = "id,place,birth_date,order,babies,delivery,days_before,mother_employed,father_employed"
ROW = "{mark},cn/zhejiang,2026-03-01,first,1,normal,0,yes,yes"
FAMILY = "id,place,on,children.0.birth_date,children.0.order,children.0.hukou,children.0.arrival,children.0.claimed"
CHILD = ("birth_date", "order", "hukou", "arrival", "claimed")
DAY = date(2026, 11, 23)

type Rows = list[dict[str, str]]


def answered(site: Site, *lines: str, slug: str = "leave", on: date | None = DAY) -> Rows:
    """Return the results of a list by the names of their columns."""
    rows = results((f"{line}\n" for line in lines), slug, words_of(site, "zh-Hans"), on)
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


def run(project: Project, text: str | bytes, *options: str, slug: str = "leave") -> tuple[int, Rows]:
    """Run the verb on a list; return its exit code and the results."""
    source, target = project.root / "in.csv", project.root / "out.csv"
    source.write_bytes(text if isinstance(text, bytes) else text.encode())
    arguments = ["calculate", slug, "--batch", str(source), "--out", str(target), *options]
    code = main(["--root", str(project.root), *arguments])
    if not target.exists():
        return code, []
    with target.open(encoding="utf-8-sig", newline="") as lines:
        return code, list(csv.DictReader(lines))


def test_every_row_has_its_verdict_amounts_and_questions(small_site: Site) -> None:
    (row,) = answered(small_site, HEAD, ROW.format(mark="7"))
    assert (row["id"], row["verdict"], row["fault"]) == ("7", "很可能可以享受", "")
    assert row["length"].startswith("母亲：")
    assert "; 父亲：" in row["length"]
    assert {row[kind] for kind in ("once", "monthly", "yearly", "in_all")} == {""}
    assert row["doubts"] == "yes", "the small site's leave of fathers is of grade C"
    assert row["ask"]


def test_the_rows_of_a_list_question_are_columns_of_their_own(small_site: Site) -> None:
    second = ",".join(f"children.1.{name}" for name in CHILD)
    (row,) = answered(
        small_site,
        f"{FAMILY},{second}",
        "1,cn,2026-11-23,2025-03-10,first,yes,born,no,2026-03-10,second,yes,born,no",
        slug="childcare-subsidy",
        on=None,
    )
    assert row["fault"] == ""
    assert row["in_all"].count("10,800 元") == 2
    assert (row["next_deadline"], row["doubts"]) == ("2026-12-31", "no")


def test_empty_cells_at_the_end_of_a_list_question_are_no_row(small_site: Site) -> None:
    second = ",".join(f"children.1.{name}" for name in CHILD)
    line = "1,cn,2026-11-23,2025-03-10,first,yes,born,no"
    given = answered(small_site, f"{FAMILY},{second}", f"{line},,,,,", line, slug="childcare-subsidy", on=None)
    assert [row["fault"] for row in given] == ["", ""]


def test_a_row_of_a_list_question_that_was_left_out_keeps_its_number(small_site: Site) -> None:
    second = ",".join(f"children.1.{name}" for name in CHILD)
    (row,) = answered(
        small_site,
        f"{FAMILY},{second}",
        "1,cn,2026-11-23,,,,,,2025-03-10,first,yes,born,maybe",
        slug="childcare-subsidy",
        on=None,
    )
    assert row["fault"].startswith("children.0.birth_date: 请回答这个问题; ")
    assert row["fault"].endswith("children.1.claimed: 请从选项中选择一项")


BROKEN = {
    "an answer that is none": (ROW.format(mark="x").replace(",first,", ",eldest,"), "order: 请从选项中选择一项"),
    "an answer that is missing": (ROW.format(mark="x").replace(",normal,", ",,"), "delivery: 请回答这个问题"),
    "a row that ends too early": ("x,cn/zhejiang,2026-03-01,first,1,normal", "days_before: 请回答这个问题; "),
    "a cell too many": (ROW.format(mark="x") + ",more", "第 3 行的格子比表头多"),
    "a quotation mark that is not closed": ('x,"cn/zhejiang,2026-03-01,first', "看不懂第 3 行"),
    "a cell as long as a book": ("x," + "9" * 200_000, "看不懂第 3 行"),
    "bytes of another encoding": ("x,cn/\ufffd\ufffd,2026-03-01", "第 3 行不是 UTF-8 编码"),
    "a place that nobody knows": (ROW.format(mark="x").replace("cn/zhejiang", "亚特兰蒂斯"), "place: 没有这个地方"),
    "a part of a name": (ROW.format(mark="x").replace("cn/zhejiang", "浙江"), "place: 没有这个地方的资料"),
}


@pytest.mark.parametrize(("line", "fault"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_row_says_so_and_the_next_one_goes_on(line: str, fault: str, small_site: Site) -> None:
    given = answered(small_site, HEAD, ROW.format(mark="1"), line, ROW.format(mark="2"))
    assert [row["id"] for row in (given[0], given[2])] == ["1", "2"]
    assert [bool(row["verdict"]) for row in given] == [True, False, True]
    assert given[1]["fault"].startswith(fault)


def test_a_fault_of_a_calculator_costs_only_its_row(small_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(answers: Answers, rules: Rules) -> Result | Fault:
        if answers.count("babies") == 2:
            raise KeyError("leave.babies")
        return LEAVE.calculate(answers, rules)

    monkeypatch.setitem(CALCULATORS, "leave", replace(LEAVE, calculate=broken))
    lines = [ROW.format(mark=mark).replace(",1,", f",{babies},") for mark, babies in (("a", 1), ("b", 2), ("c", 1))]
    given = answered(small_site, HEAD, *lines)
    assert [row["fault"] for row in given] == ["", "第 3 行没能算出来，请告诉本站：KeyError('leave.babies')", ""]
    assert given[1]["id"] == "b"


def test_empty_lines_are_no_rows(small_site: Site) -> None:
    assert len(answered(small_site, HEAD, "", ROW.format(mark="1"), ",,,,,,,,", "  ")) == 1


@pytest.mark.parametrize("typed", ["2026/3/1", "2026-3-1", "2026.03.01"])
def test_a_date_may_be_written_as_spreadsheets_write_it(typed: str, small_site: Site) -> None:
    given = answered(small_site, HEAD, ROW.format(mark="1"), ROW.format(mark="1").replace("2026-03-01", typed))
    assert given[0] == given[1]


@pytest.mark.parametrize("place", ["330000", "浙江省", "Zhejiang"])
def test_a_place_may_be_named_by_its_code_or_its_whole_name(place: str, small_site: Site) -> None:
    given = answered(small_site, HEAD, ROW.format(mark="1"), ROW.format(mark="1").replace("cn/zhejiang", place))
    assert given[0] == given[1]


@pytest.mark.parametrize("mark", ["=1+1", "+86", "-1", "@SUM(A1)"])
def test_no_cell_is_a_formula(mark: str, small_site: Site) -> None:
    (row,) = answered(small_site, HEAD, ROW.format(mark=mark))
    assert row["id"] == f"'{mark}"


def test_a_list_needs_no_marks_and_its_columns_any_order(small_site: Site) -> None:
    given = answered(small_site, HEAD.removeprefix("id,"), ROW.removeprefix("{mark},"))
    assert (given[0]["id"], given[0]["fault"]) == ("", "")
    turned = [",".join(reversed(line.split(","))) for line in (HEAD, ROW.format(mark="1"))]
    assert answered(small_site, *turned) == answered(small_site, HEAD, ROW.format(mark="1"))


def test_the_results_are_in_the_language_asked_for(spoken: list[Speech]) -> None:
    (hant,) = (words for words in spoken if words.language.tag == "zh-Hant")
    (row,) = results(iter([HEAD, ROW.format(mark="1")]), "leave", hant, DAY)
    assert row[COLUMNS.index("length")].startswith("母親：")


@pytest.mark.parametrize(
    "name",
    [
        "name",
        "Name",
        "child_name",
        "姓名",
        "母亲姓名",
        "phone",
        "手机号",
        "电话",
        "id card",
        "ID_Card",
        "身份证号",
        "家庭住址",
    ],
)
def test_a_column_about_who_a_person_is_is_refused_with_the_reason(name: str, small_site: Site) -> None:
    with pytest.raises(RefusedError) as refused:
        answered(small_site, f"{HEAD},{name}")
    assert str(refused.value).startswith(f"column “{name}”: nothing is worked out from names, telephone or identity")
    assert "in a column “id”" in str(refused.value)


@pytest.mark.parametrize(
    ("head", "on", "says"),
    [
        (HEAD.replace("order", "ordre"), DAY, "column “ordre” is no question: use place, birth_date, "),
        (HEAD + ",", DAY, "column “” is no question"),
        (HEAD + ",place", DAY, "two columns of the list are called “place”"),
        (HEAD + ",on", DAY, "the list has a column “on” for the day: leave out --on, or the column"),
        (HEAD, None, "the list does not say for which day: add a column “on”, or --on 2026-11-23"),
        (HEAD.replace("birth_date", "children.0.birth_date"), DAY, "column “children.0.birth_date” is no question"),
        ('"id,place', DAY, "the head of the list cannot be read"),
        ("i\0d\0", DAY, "the list is not UTF-8: save it as “CSV UTF-8”"),
        ("", DAY, "the list is empty"),
    ],
)
def test_a_head_that_cannot_be_answered_is_refused_at_once(
    head: str, on: date | None, says: str, small_site: Site
) -> None:
    with pytest.raises(RefusedError) as refused:
        answered(small_site, head, ROW.format(mark="1"), on=on)
    assert str(refused.value).startswith(says)


def test_a_list_question_has_no_more_rows_than_the_form(small_site: Site) -> None:
    with pytest.raises(RefusedError, match=r"children\.10\.birth_date"):
        answered(small_site, f"{FAMILY},children.10.birth_date", slug="childcare-subsidy", on=None)


def test_a_list_is_read_row_by_row_however_long_it_is(small_site: Site) -> None:
    def endless() -> Iterator[str]:
        yield HEAD
        yield from (ROW.format(mark=number) for number in count())

    given = islice(results(endless(), "leave", words_of(small_site, "zh-Hans"), DAY), 3)
    assert [row[0] for row in given] == ["0", "1", "2"]


def test_the_list_of_the_readme_is_answered(real_site: Site, speeches: dict[str, Speech]) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8").split("\n")
    start = next(number for number, line in enumerate(readme) if line.startswith("    id,place,"))
    lines = (line.strip() for line in readme[start : start + 3])
    words = speeches[real_site.source_language.tag]
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in results(lines, "childcare-subsidy", words, DAY)]
    assert [(row["id"], row["fault"]) for row in rows] == [("17", ""), ("18", "")]
    assert all(row["in_all"] for row in rows)


def test_every_worked_example_of_every_calculator_makes_a_row(real_site: Site, speeches: dict[str, Speech]) -> None:
    words = speeches[real_site.source_language.tag]
    for case in real_site.cases:
        row = dict(zip(COLUMNS, cells(case.key, answer_of(case, words), words), strict=True))
        assert bool(row["verdict"]) != bool(row["fault"]), case.key


def test_the_verb_writes_the_results_beside_the_list(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    code, given = run(project, f"{HEAD}\n{ROW.format(mark='1')}\n", "--on", "2026-11-23")
    assert (code, len(given), tuple(given[0])) == (0, 1, COLUMNS)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.endswith(f"1 row, 0 with a fault: {project.root / 'out.csv'}\n")


def test_the_verb_ends_with_one_and_counts_when_a_row_has_a_fault(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    code, given = run(project, f"{HEAD}\n{ROW.format(mark='1')}\nx\n", "--on", "2026-11-23")
    assert (code, [bool(row["fault"]) for row in given]) == (1, [False, True])
    assert "2 rows, 1 with a fault" in capsys.readouterr().err


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(project: Project) -> None:
    text = f"{HEAD}\n{ROW.format(mark='一')}\n"
    plain = run(project, text, "--on", "2026-11-23")
    windows = run(project, b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(), "--on", "2026-11-23")
    assert plain == windows
    assert plain[1][0]["id"] == "一"


def test_results_are_marked_as_utf_8_for_spreadsheets(project: Project) -> None:
    run(project, f"{HEAD}\n{ROW.format(mark='1')}\n", "--on", "2026-11-23")
    assert (project.root / "out.csv").read_bytes().startswith(b"\xef\xbb\xbfid,verdict,")


def test_a_list_in_another_encoding_has_a_fault_in_each_row_that_shows_it(project: Project) -> None:
    text = f"{HEAD}\n{ROW.format(mark='1')}\n{ROW.format(mark='二')}\n"
    code, given = run(project, text.encode("gb18030"), "--on", "2026-11-23")
    assert code == 1
    assert [row["fault"][:8] for row in given] == ["", "第 3 行不是 "]


def test_progress_is_told_on_the_way(small_site: Site, tmp_path: Path) -> None:
    source, said = tmp_path / "in.csv", list[str]()
    source.write_text("\n".join([HEAD, *["x"] * (EVERY + 1)]), encoding="utf-8")
    words = words_of(small_site, "zh-Hans")
    assert answer_list(words, "leave", source, tmp_path / "out.csv", DAY, said.append) == 1
    assert said == ["1,000 rows, 1,000 with a fault", f"1,001 rows, 1,001 with a fault: {tmp_path / 'out.csv'}"]


def test_a_list_that_is_refused_leaves_the_last_results(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (project.root / "out.csv").write_text("the last results", encoding="utf-8")
    (project.root / "in.csv").write_text(f"{HEAD},name\n", encoding="utf-8")
    before = hashes(project.root)
    arguments = ["calculate", "leave", "--batch", str(project.root / "in.csv"), "--out", str(project.root / "out.csv")]
    assert main(["--root", str(project.root), *arguments, "--on", "2026-11-23"]) == 1
    assert capsys.readouterr().err.startswith("column “name”: ")
    assert hashes(project.root) == before


def test_the_results_do_not_take_the_place_of_the_list(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    source = project.root / "in.csv"
    source.write_text(f"{HEAD}\n", encoding="utf-8")
    arguments = ["calculate", "leave", "--batch", str(source), "--out", str(source), "--on", "2026-11-23"]
    assert main(["--root", str(project.root), *arguments]) == 1
    assert "the results would take the place of the list" in capsys.readouterr().err
    assert source.read_text(encoding="utf-8") == f"{HEAD}\n"


@pytest.mark.parametrize(
    "options",
    [
        ["--batch", "a.csv"],
        ["--out", "b.csv"],
        ["--on", "2026-11-23"],
        ["--batch", "a", "--out", "b", "--answers", "-"],
    ],
)
def test_options_that_do_not_go_together_are_misuse(
    options: list[str], project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--root", str(project.root), "calculate", "leave", *options])
    assert left.value.code == 2
    assert "usage: python -m generator calculate" in capsys.readouterr().err
