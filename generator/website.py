"""From documentation trees to the website: one MkDocs build per language, then what they share.

MkDocs and its theme are imported once and the languages are built in processes forked from
there. This stage knows folders only: pages, bundle and paper come in, the site goes out.
"""

from __future__ import annotations

import json
import logging
import multiprocessing
import os
import shutil
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2
import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from generator.assets import SEARCH_LIBRARY, copy_by_content, write_assets
from generator.offline import write_service_worker
from generator.search_index import write_search_indexes
from generator.site_links import link_faults


class WebsiteError(RuntimeError):
    """The website could not be built; the message says which step failed and what it printed."""


@dataclass(frozen=True)
class Inputs:
    """The folders a website is made from."""

    pages: Path
    bundle: Path
    paper: Path
    overrides: Path
    node_modules: Path


def write_website(inputs: Inputs, out: Path) -> None:
    """Build the whole website into `out`, a folder that is empty or not there yet."""
    out.mkdir(parents=True, exist_ok=True)
    shared = {
        "assets": write_assets(inputs.overrides / "assets", inputs.node_modules, out),
        "runtime": copy_by_content(inputs.bundle, "calculator", out),
        "facts": copy_by_content(inputs.pages / "facts", "facts", out),
    }
    trees = sorted(path.parent for path in inputs.pages.glob("*/mkdocs.yml"))
    build_languages(trees, shared)
    for tree in trees:
        _take_over(tree / "site", out / tree.name)
    shutil.copytree(inputs.pages / "charts", out / "charts", dirs_exist_ok=True)
    shutil.copytree(inputs.pages / "data", out / "data")
    shutil.copytree(inputs.paper, out / "paper", ignore=shutil.ignore_patterns("*.json"))
    settings = [yaml.safe_load((tree / "mkdocs.yml").read_text(encoding="utf-8")) for tree in trees]
    _write_root(settings, shared["assets"], inputs.overrides, out)
    with ThreadPoolExecutor(1) as beside:  # Node makes the indexes
        indexes = beside.submit(write_search_indexes, out, trees, inputs.node_modules / SEARCH_LIBRARY)
        faults = link_faults(out, settings[0]["extra"]["address"])
        indexes.result()
    if faults:
        raise WebsiteError("links that lead nowhere:\n" + "\n".join(faults))
    write_service_worker(out, inputs.overrides / "assets" / "service-worker.js")


def build_languages(trees: list[Path], shared: dict[str, str]) -> None:
    """Build each tree into its own `site` folder, in processes forked from this one.

    `shared` are the paths of what all languages share, for the templates. Raises `WebsiteError`.
    """
    forks = "fork" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if forks else "spawn")
    with ProcessPoolExecutor(os.cpu_count() or 1, mp_context=context) as pool:
        faults = [fault for found in pool.map(build_language, trees, [shared] * len(trees)) for fault in found]
    if faults:
        raise WebsiteError("MkDocs found faults in the pages:\n" + "\n".join(faults))


def build_language(tree: Path, shared: dict[str, str], into: Path | None = None) -> list[str]:
    """Build one tree; return what MkDocs warns of, each a broken link or anchor.

    `into` names a folder with pages built before: then only those whose file has changed are built.
    """
    warnings = _Warnings(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(warnings)
    config_file = tree / "mkdocs.yml"
    extra = yaml.safe_load(config_file.read_text(encoding="utf-8"))["extra"]
    settings = {"extra": extra | shared} | ({"site_dir": str(into)} if into else {})
    mkdocs_build(load_config(str(config_file), **settings), dirty=into is not None)
    return [f"{tree.name}: {line}" for line in warnings.lines]


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns of."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def _take_over(built: Path, target: Path) -> None:
    """Move a language's pages into the site."""
    drop_theme(built)
    shutil.move(built, target)


def drop_theme(language: Path) -> None:
    """Take the theme's files and the maps of one language out of its folder."""
    for name in ("assets", "locales"):
        shutil.rmtree(language / name, ignore_errors=True)
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (language / name).unlink(missing_ok=True)


def _write_root(settings: list[dict[str, Any]], assets: str, overrides: Path, out: Path) -> None:
    """Write what stands above the languages: the way to them, the map, and what an installed page needs."""
    languages = settings[0]["extra"]["languages"]
    source = next(each for each in settings if each["extra"]["language"]["tag"] == languages[0]["tag"])
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(overrides / "root"), autoescape=True)
    facts = {
        "languages": languages,
        "title": source["site_name"],
        "assets": assets,
        "address": source["extra"]["address"],
        "policy": source["extra"]["policy"],
        "pages": _addresses(out / languages[0]["tag"]),
    }
    for template in ("index.html", "sitemap.xml"):
        (out / template).write_text(environment.get_template(template).render(facts), encoding="utf-8")
    manifest = {
        "name": source["site_name"],
        "start_url": f"./{languages[0]['tag']}/",
        "scope": "./",
        "display": "browser",
        "icons": [{"src": f"{assets}/icon.svg", "sizes": "any", "type": "image/svg+xml"}],
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    (out / "manifest.webmanifest").write_text(text, encoding="utf-8")


def _addresses(language: Path) -> list[str]:
    pages = (path.parent.relative_to(language).as_posix() for path in language.rglob("index.html"))
    return sorted("" if page == "." else f"{page}/" for page in pages)
