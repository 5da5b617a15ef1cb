"""A page shown while it is edited: the page itself at once, and only when it has no faults."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.pages import write_pages
from generator.preview import preview
from generator.project import Project
from generator.website import write_website
from generator.words import Speech
from tests.generator.small import LEAVE_CHINESE, LEAVE_ENGLISH, OPENING, ROOT, hashes, inputs_below, put

PAGE = "leave/maternity-leave/index.html"


@pytest.fixture
def served(project: Project, spoken: list[Speech], node_modules: Path) -> Project:
    """A project whose site has been built."""
    inputs = inputs_below(project.root / "build", spoken, node_modules)
    write_website(inputs, project.site)
    if not project.overrides.exists():
        shutil.copytree(ROOT / "overrides", project.overrides)
    write_pages(spoken, project.overrides, ROOT / "mkdocs.yml", project.built("pages"))
    return project


def changed(before: dict[str, str], site: Path) -> set[str]:
    after = hashes(site)
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def test_an_edited_source_is_shown_in_its_language_and_in_those_converted_from_it(served: Project) -> None:
    before = hashes(served.site)
    put(served.content, LEAVE_CHINESE, OPENING, "新的开头，说产假。")
    addresses = preview(served, served.content / LEAVE_CHINESE)
    assert addresses == ["zh-Hans/leave/maternity-leave/", "zh-Hant/leave/maternity-leave/"]
    assert "新的开头" in (served.site / "zh-Hans" / PAGE).read_text(encoding="utf-8")
    assert "新的開頭" in (served.site / "zh-Hant" / PAGE).read_text(encoding="utf-8")
    assert {name for name in changed(before, served.site) if not name.endswith("404.html")} == {
        f"zh-Hans/{PAGE}",
        f"zh-Hant/{PAGE}",
    }


def test_an_edited_translation_is_shown_in_its_own_language_only(served: Project) -> None:
    put(served.content, LEAVE_ENGLISH, "Leave around", "Time off around")
    assert preview(served, served.content / LEAVE_ENGLISH) == ["en/leave/maternity-leave/"]
    assert "Time off around" in (served.site / "en" / PAGE).read_text(encoding="utf-8")


def test_a_text_with_a_fault_is_not_shown(served: Project) -> None:
    before = hashes(served.site)
    put(served.content, LEAVE_CHINESE, OPENING, "<b>新的开头</b>")
    assert preview(served, served.content / LEAVE_CHINESE) == []
    assert changed(before, served.site) == set()


def test_a_file_that_is_no_text_of_a_page_is_left_to_the_build(served: Project) -> None:
    note = served.content / "note.md"
    note.write_text("# note\n", encoding="utf-8")
    assert preview(served, note) == []
