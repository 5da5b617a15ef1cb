"""The command line: a verb per stage, exit codes that scripts can trust, and never a traceback."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from calculators import CALCULATORS
from calculators.bridge import answer
from generator.cli import main
from generator.figures import rules_json
from generator.project import Project
from generator.words import Speech
from tests.generator.small import LEAVE, LEAVE_CHINESE, ROOT, hashes, inputs_below, put, site_of, words_of

VERBS = (
    *("check", "due", "serve", "new", "calculate"),
    *("pages", "bundle", "paper", "website", "build"),
    "messages",
)
ANSWERS = {
    "place": "cn/zhejiang",
    "birth_date": "2026-03-01",
    "order": "first",
    "babies": "1",
    "delivery": "normal",
    "days_before": "0",
    "mother_employed": "yes",
    "father_employed": "yes",
    "on": "2026-11-23",
}


def run(project: Project, *arguments: str) -> int:
    return main(["--root", str(project.root), *arguments])


def test_the_help_names_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    said = capsys.readouterr().out
    assert left.value.code == 0
    assert all(verb in said for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_its_own_help(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([verb, "--help"])
    assert left.value.code == 0
    assert f"python -m generator {verb}" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [[], ["publish"], ["new", "page", "a/b"], ["due", "--on", "soon"], ["calculate", "lottery"]]
)
def test_misuse_ends_with_two_and_says_how(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert "usage: python -m generator" in capsys.readouterr().err


def test_check_says_how_much_it_has_read(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "check") == 0
    said = capsys.readouterr()
    assert said.out == (
        "no problems: 2 measures, 3 languages, 2 places, 23 values of rules, 2 cases, 2 of 2 clauses carried\n"
        "en: 1 missing, 0 stale, 7 unreviewed\n"
        "8 addresses are new: run `addresses` before they are printed or linked to\n"
    )
    assert said.err == ""


def test_check_writes_nothing(project: Project) -> None:
    before = hashes(project.root)
    assert run(project, "check") == 0
    assert hashes(project.root) == before


def test_one_problem_is_counted_as_one(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    put(project.content, LEAVE, "P1.2", "P9.9")
    assert run(project, "check") == 1
    assert capsys.readouterr().err.endswith("\n1 problem; nothing was changed.\n")


@pytest.mark.parametrize("verb", ["check", "due", "pages", "paper", "build", "calculate leave --answers -"])
def test_no_verb_goes_on_with_bad_content(
    verb: str, project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("{}"))
    put(project.content, LEAVE, "P1.2", "P9.9")
    before = hashes(project.root)
    assert run(project, *verb.split()) == 1
    said = capsys.readouterr()
    assert f"content/{LEAVE}:1: unknown clause “P9.9”" in said.err
    assert said.out == ""
    assert hashes(project.root) == before


def test_a_folder_without_content_is_said_to_have_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path), "check"]) == 1
    assert "content/languages.yaml: the file is missing" in capsys.readouterr().err


def test_pages_replaces_the_last_pages_as_a_whole(project: Project) -> None:
    assert run(project, "pages") == 0
    pages = project.built("pages")
    assert {path.name for path in pages.iterdir()} == {"charts", "data", "facts", "en", "zh-Hans", "zh-Hant"}
    assert "last good page" not in (pages / "en" / "docs" / "index.md").read_text(encoding="utf-8")
    assert (project.site / "index.html").read_text(encoding="utf-8") == "the last good site"


def test_due_says_when_nothing_is(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "due", "--within", "7", "--on", "2026-11-23") == 0
    assert capsys.readouterr().out == "nothing is due within 7 days of 2026-11-23\n"


def test_due_lists_what_is(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "due", "--within", "60", "--on", "2026-11-23") == 0
    assert capsys.readouterr().out.startswith(f"2026-12-31 content/{LEAVE}: review the text")


def test_new_lists_what_it_wrote(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "new", "measure", "money/hardship-aid") == 0
    written = capsys.readouterr().out.split()
    assert written[0] == "content/measures/money/hardship-aid/measure.yaml"
    assert all((project.root / path).is_file() for path in written)


def test_new_does_not_write_over_a_measure(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    before = hashes(project.root)
    assert run(project, "new", "measure", "leave/maternity-leave") == 1
    assert "is there already — choose another slug" in capsys.readouterr().err
    assert hashes(project.root) == before


def test_messages_says_what_is_left_to_translate(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (project.calculators / "one.py").write_text('_("首页")\n', encoding="utf-8")
    assert run(project, "messages") == 0
    assert capsys.readouterr().out == (
        "messages.pot: 1 messages\ncontent.pot: 46 messages\nen messages: 1 to translate\nen content: 0 to translate\n"
    )
    assert run(project, "check") == 1
    assert "“首页” is not translated — run `messages`, then translate it" in capsys.readouterr().err


def test_calculate_gives_the_bytes_that_the_page_gets(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    file = project.root / "answers.json"
    file.write_text(json.dumps(ANSWERS), encoding="utf-8")
    assert run(project, "calculate", "leave", "--answers", str(file), "--language", "en") == 0
    site = site_of(project.content)
    request = json.dumps({"calculator": "leave", "answers": ANSWERS})
    assert capsys.readouterr().out == answer(request, rules_json(site), words_of(site, "en").catalogue_json) + "\n"


def test_calculate_takes_answers_from_standard_input(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(ANSWERS)))
    assert run(project, "calculate", "leave", "--answers", "-") == 0
    assert json.loads(capsys.readouterr().out)["result"]["verdict"] == "likely"


@pytest.mark.parametrize("change", [{"babies": "many"}, {"place": "cn/nowhere"}, {"birth_date": "2026-02-30"}])
def test_calculate_names_the_answer_that_is_at_fault(
    change: dict[str, str], project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(ANSWERS | change)))
    assert run(project, "calculate", "leave", "--answers", "-") == 1
    faults = json.loads(capsys.readouterr().out)["faults"]
    assert [fault["field"] for fault in faults] == list(change)


def calculated(
    project: Project, text: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *options: str
) -> str:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    run(project, "calculate", "leave", "--answers", "-", *options)
    return capsys.readouterr().out


def test_calculate_takes_numbers_for_the_text_that_was_written(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = json.dumps(ANSWERS)
    numbers = text.replace('"babies": "1"', '"babies": 1').replace('"days_before": "0"', '"days_before": 0')
    assert numbers != text
    as_numbers = calculated(project, numbers, capsys, monkeypatch)
    assert as_numbers == calculated(project, text, capsys, monkeypatch)
    assert "result" in json.loads(as_numbers)


@pytest.mark.parametrize("number", ["1.0", "-1", "1e0", "NaN", "true", "[1]"])
def test_calculate_rounds_and_guesses_nothing(
    number: str, project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = json.dumps(ANSWERS).replace('"babies": "1"', f'"babies": {number}')
    faults = json.loads(calculated(project, text, capsys, monkeypatch))["faults"]
    assert [fault["field"] for fault in faults] == ["babies"]


def test_calculate_answers_in_plain_text_when_asked(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "== 很可能可以享受 ==" in calculated(project, json.dumps(ANSWERS), capsys, monkeypatch, "--text")
    fault = calculated(project, json.dumps(ANSWERS | {"babies": "many"}), capsys, monkeypatch, "--text")
    assert fault.startswith("! babies: ")


def test_calculate_lists_the_calculators_when_it_knows_none_of_the_name(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        run(project, "calculate", "lottery")
    said = capsys.readouterr().err
    assert "'lottery'" in said
    assert all(slug in said for slug in CALCULATORS)


def test_answers_that_are_no_object_are_refused(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("[1, 2]"))
    assert run(project, "calculate", "leave", "--answers", "-") == 1
    assert capsys.readouterr().err == '- is no object of answers, such as {"place": "cn", …}\n'


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--language", "fr", "--answers", "-"], "“fr” is not a language of the site; see content/languages.yaml"),
        (["--answers", "nowhere.json"], "nowhere.json"),
        (["--answers", "-"], "- is no JSON: "),
    ],
)
def test_calculate_says_what_it_cannot_read(
    arguments: list[str],
    says: str,
    project: Project,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("no JSON"))
    assert run(project, "calculate", "leave", *arguments) == 1
    assert says in capsys.readouterr().err


def test_a_text_in_another_encoding_ends_without_a_traceback(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project.content / LEAVE_CHINESE
    path.write_bytes(path.read_text(encoding="utf-8").encode("gb18030"))
    assert run(project, "check") == 1
    assert "Traceback" not in capsys.readouterr().err


def test_a_website_without_pages_leaves_the_last_site(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    before = hashes(project.site)
    assert run(project, "website") == 1
    assert "Traceback" not in capsys.readouterr().err
    assert hashes(project.site) == before


@pytest.mark.parametrize("verb", ["bundle", "paper"])
def test_a_stage_without_its_npm_packages_says_which_and_changes_nothing(
    verb: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    before = hashes(project.site)
    assert run(project, verb) == 1
    assert "npm ci" in capsys.readouterr().err
    assert hashes(project.site) == before


def test_a_page_that_leads_nowhere_ends_the_verb_and_leaves_the_last_site(
    project: Project, spoken: list[Speech], node_modules: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inputs_below(project.root / "build", spoken[:1], node_modules)
    (project.built("pages") / "en").rename(project.built("older"))
    project.overrides.rmdir()
    project.overrides.symlink_to(ROOT / "overrides", target_is_directory=True)
    project.node_modules.symlink_to(node_modules, target_is_directory=True)
    (project.built("pages") / "zh-Hans" / "docs" / "about.md").write_text("[a](nowhere.md)", encoding="utf-8")
    before = hashes(project.site)
    assert run(project, "website") == 1
    said = capsys.readouterr().err
    assert "WebsiteError: MkDocs found faults in the pages:\nzh-Hans: Doc file 'about.md'" in said
    assert "Traceback" not in said
    assert hashes(project.site) == before


def test_the_command_line_starts_as_a_module(project: Project) -> None:
    command = [sys.executable, "-m", "generator", "--root", str(project.root), "check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("no problems: 2 measures")
