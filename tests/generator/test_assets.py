"""Shared files: folders are named by what is in them, so browsers may keep them for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.assets import ROOT_FILES, copy_by_content, digest, write_assets
from tests.generator.small import ROOT

ASSETS = ROOT / "overrides" / "assets"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two files, one of them deeper."""
    (tmp_path / "source" / "deeper").mkdir(parents=True)
    (tmp_path / "source" / "a.js").write_text("a", encoding="utf-8")
    (tmp_path / "source" / "deeper" / "b.js").write_text("b", encoding="utf-8")
    return tmp_path / "source"


def test_a_digest_has_twelve_hexadecimal_digits_and_stays_the_same(folder: Path) -> None:
    assert len(digest(folder)) == 12
    assert int(digest(folder), 16) >= 0
    assert digest(folder) == digest(folder)


def test_any_byte_changes_the_digest(folder: Path) -> None:
    before = digest(folder)
    (folder / "deeper" / "b.js").write_text("c", encoding="utf-8")
    assert digest(folder) != before


def test_a_name_changes_the_digest(folder: Path) -> None:
    before = digest(folder)
    (folder / "a.js").rename(folder / "c.js")
    assert digest(folder) != before


def test_bytes_that_move_between_files_change_the_digest(folder: Path) -> None:
    before = digest(folder)
    (folder / "a.js").write_text("", encoding="utf-8")
    (folder / "deeper" / "b.js").write_text("ab", encoding="utf-8")
    assert digest(folder) != before


def test_a_copied_folder_is_named_by_its_content(folder: Path, tmp_path: Path) -> None:
    path = copy_by_content(folder, "data", tmp_path / "out")
    assert path == f"data/{digest(folder)}"
    assert (tmp_path / "out" / path / "deeper" / "b.js").read_text(encoding="utf-8") == "b"
    assert [each.name for each in (tmp_path / "out" / "data").iterdir()] == [digest(folder)]


def test_assets_are_the_projects_own_and_those_of_the_theme(node_modules: Path, tmp_path: Path) -> None:
    path = tmp_path / write_assets(ASSETS, node_modules, tmp_path)
    own = {each.name for each in ASSETS.iterdir()} - set(ROOT_FILES)
    assert {each.name for each in path.iterdir()} == own | {"material.css", "minisearch.js", "bo.woff2", "ug.woff2"}
    assert path.name == digest(path)


def test_the_styles_of_the_theme_load_nothing_from_elsewhere(node_modules: Path, tmp_path: Path) -> None:
    path = tmp_path / write_assets(ASSETS, node_modules, tmp_path)
    for style in path.glob("*.css"):
        text = style.read_text(encoding="utf-8")
        assert "@import" not in text
        assert "sourceMappingURL" not in text
        assert "url(http" not in text.replace('"', "").replace("'", "")
        assert "url(//" not in text.replace('"', "").replace("'", "")
