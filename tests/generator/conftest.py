"""The small site, read and built once."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from generator.messages import extract
from generator.model import Site
from generator.project import Project
from generator.website import write_website
from generator.words import Speech
from tests.generator.small import ROOT, copied, inputs_below, site_of, small_project, small_words


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the small site's content, to be spoiled."""
    return copied(tmp_path)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project of its own, to be spoiled."""
    return small_project(tmp_path / "project")


@pytest.fixture(scope="session")
def small_site() -> Site:
    """The small site as the model."""
    return site_of()


@pytest.fixture(scope="session")
def template() -> Catalog:
    """Every message of the real code and templates."""
    return extract(ROOT)


@pytest.fixture(scope="session")
def spoken(template: Catalog) -> list[Speech]:
    """The words of the small site in each of its languages, and in one without texts."""
    return small_words(template)


@pytest.fixture(scope="session")
def built(spoken: list[Speech], node_modules: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the small site's pages and its website, built once."""
    root = tmp_path_factory.mktemp("small")
    write_website(inputs_below(root, spoken, node_modules), root / "site")
    return root
