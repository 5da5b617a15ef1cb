"""An interview on the terminal: only what is relevant is asked, and an answer may be typed as people type."""

from __future__ import annotations

import builtins
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from calculators.childcare_subsidy.questions import QUESTIONS as SUBSIDY
from calculators.kit.message import _
from calculators.kit.questions import YES_NO, Kind, Question
from calculators.kit.rules import Rules
from calculators.leave.questions import QUESTIONS as LEAVE
from generator.cli import main
from generator.figures import rules_json
from generator.model import Site
from generator.project import Project
from generator.terminal import Interview
from tests.generator.small import words_of

type Typing = Callable[..., None]


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Typing:
    """Say what is typed, line by line; after it the input ends, as with Ctrl+D."""

    def typed(*lines: str | BaseException) -> None:
        left: Iterator[str | BaseException] = iter(lines)

        def give() -> str:
            line = next(left, EOFError())
            if isinstance(line, BaseException):
                raise line
            return line

        monkeypatch.setattr(builtins, "input", give)

    return typed


def asked(site: Site, questions: tuple[Question, ...], tag: str = "zh-Hans") -> dict[str, Any]:
    return Interview(words_of(site, tag), Rules.from_json(rules_json(site))).ask(questions)


BIRTH = ("cn/zhejiang", "2026-03-01", "1", "1", "1", "0", "1", "1", "2026-11-23")


def test_every_relevant_question_is_asked_once(small_site: Site, types: Typing) -> None:
    types(*BIRTH)
    given = asked(small_site, LEAVE)
    assert (given["place"], given["birth_date"], given["babies"]) == ("cn/zhejiang", "2026-03-01", "1")
    assert given["order"] == "first"


@pytest.mark.parametrize(
    "typed", ["cn/zhejiang", "330000", "zhejiang", "Zhejiang", "浙江省", "浙江", "ＺＨＥＪＩＡＮＧ"]
)
def test_a_place_may_be_typed_by_path_code_or_name(typed: str, small_site: Site, types: Typing) -> None:
    types(typed)
    assert asked(small_site, SUBSIDY[:1]) == {"place": "cn/zhejiang"}


def test_places_are_listed_with_code_and_name(
    small_site: Site, types: Typing, capsys: pytest.CaptureFixture[str]
) -> None:
    types("cn")
    asked(small_site, SUBSIDY[:1])
    assert "  330000 浙江省\n  000000 全国\n" in capsys.readouterr().err


def test_a_place_that_is_none_or_several_is_asked_again(
    small_site: Site, types: Typing, capsys: pytest.CaptureFixture[str]
) -> None:
    types("atlantis", "n", "cn")
    assert asked(small_site, SUBSIDY[:1]) == {"place": "cn"}
    said = capsys.readouterr().err
    assert said.count("! 没有这个地方的资料") == 2
    assert said.rindex("330000 浙江省") > said.index("!")


def test_an_answer_at_fault_is_asked_again(small_site: Site, types: Typing, capsys: pytest.CaptureFixture[str]) -> None:
    types("2026-02-30", "soon", "2026-03-01")
    birth = next(question for question in LEAVE if question.name == "birth_date")
    assert asked(small_site, (birth,)) == {"birth_date": "2026-03-01"}
    assert capsys.readouterr().err.count("!") == 2


def test_wide_digits_are_read_as_digits(small_site: Site, types: Typing) -> None:
    types("２０２６－０３－０１")
    birth = next(question for question in LEAVE if question.name == "birth_date")
    assert asked(small_site, (birth,)) == {"birth_date": "2026-03-01"}


HOW_MANY = Question("many", Kind.COUNT, _("几个"), _("看看"), unknown=True, least=1, most=9)
WHETHER = Question("whether", Kind.CHOICE, _("是不是"), _("看看"), options=YES_NO, unknown=True)


def test_one_is_a_number_and_not_the_first_of_the_choices(small_site: Site, types: Typing) -> None:
    types("1")
    assert asked(small_site, (HOW_MANY,)) == {"many": "1"}


@pytest.mark.parametrize("mark", ["?", "？"])
def test_a_question_mark_says_that_it_is_not_known(mark: str, small_site: Site, types: Typing) -> None:
    types(mark, mark)
    assert asked(small_site, (HOW_MANY, WHETHER)) == {"many": "unknown", "whether": "unknown"}


def test_a_choice_is_typed_by_its_number(small_site: Site, types: Typing) -> None:
    types("2")
    assert asked(small_site, (WHETHER,)) == {"whether": "no"}


def test_what_may_be_left_out_is_left_out_by_enter(small_site: Site, types: Typing) -> None:
    types("")
    fee = Question("fee", Kind.MONEY, _("多少钱"), _("看看"), optional=True)
    assert asked(small_site, (fee,)) == {"fee": ""}


def test_a_list_is_asked_row_by_row_with_the_words_of_its_button(
    small_site: Site, types: Typing, capsys: pytest.CaptureFixture[str]
) -> None:
    child = ("2025-03-10", "1", "1", "1", "2")
    types("cn", *child, "1", *child, "", "2026-11-23")
    given = asked(small_site, SUBSIDY)
    assert [row["birth_date"] for row in given["children"]] == ["2025-03-10", "2025-03-10"]
    assert capsys.readouterr().err.count("再加一个孩子：输入 1；不加：按回车") == 2


def test_a_list_ends_when_it_is_full(small_site: Site, types: Typing) -> None:
    types("1", "1", "2")
    rows = Question("rows", Kind.LIST, _("孩子"), _("看看"), fields=(HOW_MANY,), most=2)
    assert asked(small_site, (rows,)) == {"rows": [{"many": "1"}, {"many": "2"}]}


def test_a_list_that_may_be_empty_is_offered_first(small_site: Site, types: Typing) -> None:
    types("")
    rows = Question("rows", Kind.LIST, _("孩子"), _("看看"), fields=(HOW_MANY,), most=2, optional=True)
    assert asked(small_site, (rows,)) == {"rows": []}


def test_a_question_that_an_earlier_answer_makes_relevant_is_asked(small_site: Site, types: Typing) -> None:
    types("1", "3", "2")
    more = Question("more", Kind.COUNT, _("几个"), _("看看"), most=9, when={"whether": ("yes",)})
    assert asked(small_site, (WHETHER, more)) == {"whether": "yes", "more": "3"}
    assert asked(small_site, (WHETHER, more)) == {"whether": "no"}


def test_the_answer_of_an_interview_is_plain_text(
    project: Project, types: Typing, capsys: pytest.CaptureFixture[str]
) -> None:
    types(*BIRTH)
    assert main(["--root", str(project.root), "calculate", "leave"]) == 0
    said = capsys.readouterr().out
    assert "== 很可能可以享受 ==" in said
    assert "-- 怎么算出来的 --" in said


def test_the_answer_of_an_interview_may_be_json(
    project: Project, types: Typing, capsys: pytest.CaptureFixture[str]
) -> None:
    types(*BIRTH)
    assert main(["--root", str(project.root), "calculate", "leave", "--json"]) == 0
    assert "result" in json.loads(capsys.readouterr().out), "nothing but the answer is on standard output"


@pytest.mark.parametrize("end", [EOFError(), KeyboardInterrupt()])
def test_an_interview_may_be_ended_at_any_question(
    end: BaseException, project: Project, types: Typing, capsys: pytest.CaptureFixture[str]
) -> None:
    types("cn", end)
    assert main(["--root", str(project.root), "calculate", "leave"]) == 130
    said = capsys.readouterr()
    assert said.err.endswith("\n已停止，填写的内容没有保存。\n")
    assert said.out == ""
