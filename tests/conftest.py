"""What several tests share."""

import os
from datetime import date
from pathlib import Path

import pytest

from generator.build import build_all
from generator.bundle import build_bundle
from generator.content import read_site
from generator.figures import rules_json
from generator.messages import extract
from generator.model import Site
from generator.project import Project
from generator.words import Speech, speech

ROOT = Path(__file__).parents[1]
PROJECT = Project(ROOT)
PUBLISHED = date(2026, 11, 23)
"""The day whose rules the tests know: what is announced after it changes the site, and none of them."""


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """The npm packages of the project; NODE_MODULES names another folder of the same packages."""
    return Path(os.environ.get("NODE_MODULES", ROOT / "node_modules"))


@pytest.fixture(scope="session")
def bundle(node_modules: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle of the real calculators, built once."""
    folder = tmp_path_factory.mktemp("bundle") / "runtime"
    build_bundle(ROOT / "calculators", node_modules, folder)
    return folder


@pytest.fixture(scope="session")
def site() -> Path:
    """The whole site, built anew from the content; SITE names a folder with one built already."""
    built = os.environ.get("SITE")
    if not built:
        build_all(PROJECT, lambda line: None)
    return Path(built) if built else PROJECT.site


@pytest.fixture(scope="session")
def real_site() -> Site:
    """The real content as the model."""
    return read_site(ROOT / "content")[0]


@pytest.fixture(scope="session")
def speeches(real_site: Site) -> dict[str, Speech]:
    """The words of the real site in each of its languages, by tag."""
    template = extract(ROOT)
    return {
        language.tag: speech(real_site, language, template, ROOT / "content" / "locale")
        for language in real_site.languages
    }


@pytest.fixture(scope="session")
def rules(real_site: Site) -> str:
    """Every rule of the real content that was published by the day of the tests, as calculators read it."""
    return rules_json(real_site, PUBLISHED)


@pytest.fixture(scope="session")
def catalogue(real_site: Site, speeches: dict[str, Speech]) -> str:
    """The words of the source language, as the JSON that calculators read."""
    return speeches[real_site.source_language.tag].catalogue_json
