"""What several tests share."""

import os
from pathlib import Path

import pytest

from generator.build import build_all
from generator.bundle import build_bundle
from generator.project import Project

ROOT = Path(__file__).parents[1]
PROJECT = Project(ROOT)


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
