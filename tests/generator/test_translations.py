"""Translations: a file that is broken is told with its line, and so is each message that is missing or old."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from generator.cli import main
from generator.model import Site
from generator.project import Project
from generator.translations import may_wait, message_problems
from tests.generator.small import CONTENT, hashes

FILE = "locale/en/LC_MESSAGES/messages.po"


def said_in_english(message: str, string: str, site: Site, tmp_path: Path, flags: str = "") -> list[str]:
    """Return what is said of one message and its English string."""
    folder = tmp_path / "locale" / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    entry = f'{flags}msgid "{message}"\nmsgstr "{string}"\n'
    (folder / "messages.po").write_text(f'msgid ""\nmsgstr ""\n\n{entry}', encoding="utf-8")
    template = Catalog(charset="utf-8")
    template.add(message)
    return [str(problem) for problem in message_problems(site, tmp_path, template)]


def test_a_message_without_a_translation_is_a_problem(small_site: Site, tmp_path: Path) -> None:
    said = said_in_english("首页", "", small_site, tmp_path)
    assert said == [f"{FILE}:4: “首页” is not translated — run `messages`, then translate it"]


def test_a_message_whose_source_changed_is_fuzzy_and_not_missing(small_site: Site, tmp_path: Path) -> None:
    (said,) = said_in_english("首页", "Home", small_site, tmp_path, "#, fuzzy\n")
    assert said.startswith(f"{FILE}:5: “首页” is fuzzy: its translation was made from another sentence — ")
    assert "take the word “fuzzy” away" in said


@pytest.mark.parametrize("string", ["Last checked {day", "Last checked: {day}}", "Last checked: {date}"])
def test_a_translation_with_other_braces_is_a_problem(string: str, small_site: Site, tmp_path: Path) -> None:
    (said,) = said_in_english("最后核对：{day}", string, small_site, tmp_path)
    assert "lost a {place}" in said


BROKEN_PO = {
    "no closing quotation mark": ('msgid "a"\nmsgstr "b\n', 5),
    "no quotation marks": ("msgid a\n", 4),
    "conflict of a merge": ('<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n', 4),
    "misspelt keyword": ('msgid "a"\nmsgstring "b"\n', 5),
    "message without a translation": ('msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', 4),
    "text before any keyword": ('msgid "a"\nmsgstr "b"\n\nmsgctxt "c"\nmsgstr "d"\n"e\n', 9),
}


@pytest.mark.parametrize(("text", "line"), BROKEN_PO.values(), ids=BROKEN_PO.keys())
def test_a_broken_file_of_messages_is_one_problem_with_its_line(
    text: str, line: int, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project.content / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'msgid ""\nmsgstr ""\n\n{text}', encoding="utf-8")
    (project.calculators / "one.py").write_text('_("首页")\n_("搜索")\n', encoding="utf-8")
    assert main(["--root", str(project.root), "check"]) == 1
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith(f"content/{FILE}:{line}: broken PO: ")
    assert " — " in said[0]
    assert said[-1] == "1 problem; nothing was changed."


def test_messages_in_another_encoding_are_a_problem(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    path = project.content / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes('msgid ""\nmsgstr ""\n\nmsgid "首页"\nmsgstr ""\n'.encode("gb18030"))
    assert main(["--root", str(project.root), "check"]) == 1
    assert capsys.readouterr().err.startswith(f"content/{FILE}: the file is not UTF-8 — ")


def test_collecting_messages_into_a_broken_file_changes_no_file(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project.content / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('msgid ""\nmsgstr ""\n\nmsgid "a\n', encoding="utf-8")
    before = hashes(project.root)
    assert main(["--root", str(project.root), "messages"]) == 1
    assert f"content/{FILE}:4: broken PO" in capsys.readouterr().err
    assert hashes(project.root) == before


def test_a_translation_that_lost_a_place_is_a_problem(small_site: Site, tmp_path: Path) -> None:
    said = said_in_english("最后核对：{day}", "Last checked", small_site, tmp_path)
    assert "messages.po:4: “最后核对：{day}” lost a {place}" in said[0]


def test_a_translated_message_is_no_problem(small_site: Site, tmp_path: Path) -> None:
    assert said_in_english("最后核对：{day}", "Last checked: {day}", small_site, tmp_path) == []


def test_converted_and_source_languages_need_no_messages(small_site: Site) -> None:
    template = Catalog(charset="utf-8")
    template.add("首页")
    only = replace(small_site, languages=small_site.languages[:2])
    assert list(message_problems(only, CONTENT, template)) == []


@pytest.mark.parametrize(
    ("paths", "waits"),
    [
        (["calculators/leave/outcome.py"], True),
        (["calculators/leave/outcome.py", "generator/tables.py"], False),
        (["calculators/kit/sheet.py"], False),
        (["calculators/bridge.py"], False),
        (["overrides/base.html"], False),
        ([], False),
    ],
)
def test_only_sentences_of_single_calculators_may_wait(paths: list[str], waits: bool) -> None:
    assert may_wait(Message("x", locations=[(path, 1) for path in paths])) is waits
