"""A stage's output takes the place of the last one as a whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.project import Project, fresh, fresh_file
from tests.generator.small import hashes


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A folder with the output of an earlier run."""
    folder = tmp_path / "project" / "site"
    folder.mkdir(parents=True)
    (folder / "old.html").write_text("old", encoding="utf-8")
    return folder


def test_work_that_ends_well_replaces_what_was_there(target: Path) -> None:
    with fresh(target) as out:
        (out / "new.html").write_text("new", encoding="utf-8")
        assert (target / "old.html").exists()
    assert [path.name for path in target.iterdir()] == ["new.html"]
    assert [path.name for path in target.parent.iterdir()] == ["site"]


def fail_half_way(target: Path, error: type[BaseException]) -> None:
    with fresh(target) as out:
        (out / "new.html").write_text("half", encoding="utf-8")
        raise error


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_work_that_fails_leaves_what_was_there(target: Path, error: type[BaseException]) -> None:
    before = hashes(target.parent)
    with pytest.raises(error):
        fail_half_way(target, error)
    assert hashes(target.parent) == before


def test_the_first_work_makes_its_folder(tmp_path: Path) -> None:
    with fresh(tmp_path / "build" / "pages") as out:
        (out / "a").touch()
    assert (tmp_path / "build" / "pages" / "a").exists()


def test_what_an_interrupted_run_left_is_not_published(target: Path) -> None:
    left = target.with_name(".site.new")
    left.mkdir()
    (left / "half.html").touch()
    with fresh(target) as out:
        (out / "new.html").touch()
    assert [path.name for path in target.iterdir()] == ["new.html"]


def write_and(target: Path, error: type[BaseException] | None) -> None:
    with fresh_file(target) as work:
        work.write_text("new", encoding="utf-8")
        assert target.read_text(encoding="utf-8") == "old"
        if error:
            raise error


def test_a_file_takes_the_place_of_the_last_one_when_it_is_whole(target: Path) -> None:
    write_and(target / "old.html", None)
    assert [(path.name, path.read_text(encoding="utf-8")) for path in target.iterdir()] == [("old.html", "new")]


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_a_file_that_is_not_whole_leaves_the_last_one(target: Path, error: type[BaseException]) -> None:
    before = hashes(target)
    with pytest.raises(error):
        write_and(target / "old.html", error)
    assert hashes(target) == before


def test_every_folder_is_below_the_root(tmp_path: Path) -> None:
    project = Project(tmp_path)
    folders = [project.content, project.locale, project.overrides, project.calculators, project.node_modules]
    assert all(folder.is_relative_to(tmp_path) for folder in [*folders, project.site, project.built("pages")])
    assert len(set(folders)) == len(folders)
