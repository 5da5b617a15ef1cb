"""Accepting a translation: its blocks take the digests of the source's, and nothing else of the file changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.accept import accept
from generator.check import read
from generator.model import Site, Text
from generator.problem import ContentError
from tests.generator.small import (
    LEAVE_CHINESE,
    LEAVE_ENGLISH,
    OPENING,
    SUBSIDY_CHINESE,
    SUBSIDY_ENGLISH,
    hashes,
    lines,
    put,
    site_of,
)

INTRO_NOW = "20d63adb"
MARKS = "made_from:\n  head: 7acae6ed\n  intro: 20d63adb\n  length: 751963dc\n"


def accepted(content: Path, *files: str) -> list[str]:
    """Accept files of the content as it is read now; return those that changed."""
    return [
        path.relative_to(content).as_posix()
        for path in accept(read(content), content, [content / file for file in files])
    ]


def refused(content: Path, *files: str) -> list[str]:
    """Return what is said against accepting files; none of them may change."""
    before = hashes(content)
    with pytest.raises(ContentError) as failed:
        accepted(content, *files)
    assert hashes(content) == before
    return lines(failed.value.problems)


def english(site: Site, slug: str = "maternity-leave") -> Text:
    return site.measure(slug).texts["en"]


def digests(site: Site, slug: str = "maternity-leave") -> dict[str, str]:
    """Return what the blocks of a source say now."""
    return {block.anchor: block.digest for block in site.measure(slug).texts["zh-Hans"].blocks}


def written(content: Path, file: str) -> str:
    return (content / file).read_text(encoding="utf-8")


def spoil_both(content: Path) -> None:
    """Change a paragraph of each source."""
    put(content, LEAVE_CHINESE, OPENING, "生孩子前后的带薪假期。")
    put(content, SUBSIDY_CHINESE, "每个家庭都可以申领。", "每个家庭都可以申请。")


@pytest.mark.parametrize("files", [(), (LEAVE_ENGLISH,), (LEAVE_ENGLISH, SUBSIDY_ENGLISH)])
def test_a_translation_that_is_up_to_date_is_left_as_it_is(files: tuple[str, ...], content: Path) -> None:
    before = hashes(content)
    assert accepted(content, *files) == []
    assert hashes(content) == before


def test_only_the_digest_of_the_block_whose_source_changed_is_written_anew(content: Path) -> None:
    put(content, LEAVE_CHINESE, OPENING, "生孩子前后的带薪假期。")
    before, now = written(content, LEAVE_ENGLISH), digests(site_of(content))["intro"]
    assert accepted(content, LEAVE_ENGLISH) == [LEAVE_ENGLISH]
    assert now != INTRO_NOW
    assert written(content, LEAVE_ENGLISH) == before.replace(INTRO_NOW, now)


def test_without_files_every_translation_is_accepted(content: Path) -> None:
    spoil_both(content)
    before = hashes(content)
    assert accepted(content) == [LEAVE_ENGLISH, SUBSIDY_ENGLISH]
    site, after = site_of(content), hashes(content)
    assert {file for file in before if before[file] != after[file]} == {LEAVE_ENGLISH, SUBSIDY_ENGLISH}
    for slug in ("maternity-leave", "childcare-subsidy"):
        assert english(site, slug).made_from == digests(site, slug)


def test_only_the_files_that_were_named_are_accepted(content: Path) -> None:
    spoil_both(content)
    before = written(content, LEAVE_ENGLISH)
    assert accepted(content, SUBSIDY_ENGLISH) == [SUBSIDY_ENGLISH]
    assert written(content, LEAVE_ENGLISH) == before


def test_a_file_may_be_named_from_any_folder_and_more_than_once(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(content, LEAVE_CHINESE, OPENING, "生孩子前后的带薪假期。")
    folder = (content / LEAVE_ENGLISH).parent
    monkeypatch.chdir(folder)
    names = [Path("en.md"), Path("..", folder.name, "en.md"), content / LEAVE_ENGLISH]
    assert accept(read(content), Path("../../.."), names) == [(content / LEAVE_ENGLISH).resolve()]
    assert english(site_of(content)).made_from == digests(site_of(content))


@pytest.mark.parametrize(
    "facts",
    [
        "drafted_by: machine\n",
        f"drafted_by: machine\n{MARKS}",
        f"{MARKS}drafted_by: machine\nreviewed:\n  head: 2026-11-23\n",
        f"drafted_by: person\n{MARKS}reviewed:\n  intro: 2026-11-23\n",
        "made_from: {}\ndrafted_by: person\n",
        f"made_from: {{head: {INTRO_NOW}}}\ndrafted_by: person\n",
    ],
)
def test_other_facts_stay_wherever_the_digests_stood(facts: str, content: Path) -> None:
    put(content, LEAVE_ENGLISH, f"drafted_by: machine\n{MARKS}", facts)
    before = english(read(content))
    accepted(content, LEAVE_ENGLISH)
    after = english(site_of(content))
    assert after.made_from == digests(site_of(content))
    assert (after.drafted_by, after.reviewed) == (before.drafted_by, before.reviewed)
    assert (after.title, after.summary, after.glance, after.body) == (
        before.title,
        before.summary,
        before.glance,
        before.body,
    )
    assert written(content, LEAVE_ENGLISH).count("made_from:") == 1


def test_accepting_twice_changes_nothing_more(content: Path) -> None:
    put(content, LEAVE_ENGLISH, f"drafted_by: machine\n{MARKS}", f"{MARKS}drafted_by: machine\n")
    assert accepted(content, LEAVE_ENGLISH) == [LEAVE_ENGLISH]
    assert accepted(content, LEAVE_ENGLISH) == []


def test_a_rule_across_the_page_is_no_end_of_its_facts(content: Path) -> None:
    put(content, LEAVE_CHINESE, OPENING, f"{OPENING}\n\n---\n\nmade_from:\n")
    put(content, LEAVE_ENGLISH, "Leave around the birth.", "Leave around the birth.\n\n---\n\nmade_from:\n")
    before = english(site_of(content)).body
    assert accepted(content, LEAVE_ENGLISH) == [LEAVE_ENGLISH]
    assert english(site_of(content)).body == before


def test_a_block_that_the_translation_lacks_gets_no_digest(content: Path) -> None:
    text = written(content, LEAVE_ENGLISH)
    (content / LEAVE_ENGLISH).write_text(text[: text.index("## How long")], encoding="utf-8")
    assert accepted(content, LEAVE_ENGLISH) == [LEAVE_ENGLISH]
    assert set(english(site_of(content)).made_from) == {"head", "intro"}


def test_the_digest_of_a_block_that_is_gone_goes_too(content: Path) -> None:
    put(content, LEAVE_ENGLISH, "  length: 751963dc\n", "  length: 751963dc\n  gone: 751963dc\n")
    assert accepted(content, LEAVE_ENGLISH) == [LEAVE_ENGLISH]
    assert english(site_of(content)).made_from == digests(site_of(content))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("- Fathers have", "Fathers have", "in “length” its bullet points differ"),
        ("{{ rule.leave.paternity_leave }}", "15 days", "in “length” its placeholders differ"),
        ("summary: '{{ rule.leave.maternity_days }}", "summary: '98 days", "in “head” its placeholders differ"),
        ("{#length}", "{#duration}", "the source has no block “duration”"),
    ],
)
def test_a_translation_of_another_shape_is_not_accepted_nor_any_other_with_it(
    old: str, new: str, said: str, content: Path
) -> None:
    spoil_both(content)
    put(content, LEAVE_ENGLISH, old, new)
    for files in ((SUBSIDY_ENGLISH, LEAVE_ENGLISH), ()):
        (problem,) = refused(content, *files)
        assert problem.startswith(f"{LEAVE_ENGLISH}:")
        assert said in problem


def test_a_shape_that_only_an_older_source_had_is_not_accepted(content: Path) -> None:
    put(content, LEAVE_CHINESE, "- 父亲有 {{ rule.leave.paternity_leave }}。\n", "")
    site_of(content)  # a stale block of another shape is no fault
    assert any("in “length” its bullet points differ" in said for said in refused(content, LEAVE_ENGLISH))


def test_a_file_that_is_not_named_may_have_another_shape(content: Path) -> None:
    spoil_both(content)
    put(content, LEAVE_CHINESE, "- 父亲有 {{ rule.leave.paternity_leave }}。\n", "")
    assert accepted(content, SUBSIDY_ENGLISH) == [SUBSIDY_ENGLISH]


@pytest.mark.parametrize("file", [LEAVE_CHINESE, "measures/leave/maternity-leave/fr.md", "site.yaml"])
def test_what_is_no_translation_of_a_page_is_refused(file: str, content: Path) -> None:
    spoil_both(content)
    (said,) = refused(content, LEAVE_ENGLISH, file)
    assert said.startswith(f"{file}: no translation of a page — ")


def test_everything_that_is_wrong_is_said_at_once(content: Path) -> None:
    put(content, LEAVE_ENGLISH, "- Fathers have", "Fathers have")
    put(content, SUBSIDY_ENGLISH, "[who can claim](#who)", "who can claim")
    said = refused(content, LEAVE_ENGLISH, SUBSIDY_ENGLISH, "site.yaml")
    assert [each.partition(":")[0] for each in said] == [LEAVE_ENGLISH, SUBSIDY_ENGLISH, "site.yaml"]


def test_a_file_with_a_byte_order_mark_keeps_one_head(content: Path) -> None:
    put(content, LEAVE_CHINESE, OPENING, "生孩子前后可以休的假。")
    path = content / LEAVE_ENGLISH
    path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8-sig")
    accepted(content, LEAVE_ENGLISH)
    written = path.read_text(encoding="utf-8")
    assert written.startswith("---\ntitle:")
    assert written.count("made_from:") == 1


def test_a_remark_behind_made_from_does_not_keep_the_old_marks(content: Path) -> None:
    put(content, LEAVE_CHINESE, OPENING, "生孩子前后可以休的假。")
    put(content, LEAVE_ENGLISH, "made_from:\n", "made_from:  # by the tool\n")
    accepted(content, LEAVE_ENGLISH)
    text = (content / LEAVE_ENGLISH).read_text(encoding="utf-8")
    assert (text.count("  intro: "), text.count("made_from:")) == (1, 1)
    assert site_of(content).page("maternity-leave").texts["en"].made_from
