"""The offline edition in the browser: what the service worker keeps, with the hash of each file.

The worker carries the lists that every reader needs (`core`, `onDemand`). The list of a language is
a file of its own, `offline/<language>.json`, so a reader of one language fetches that one only.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections import defaultdict
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath

KEPT_SUFFIXES = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".png", ".webp", ".ico", ".woff2", ".webmanifest"}
"""Kinds of files that pages need; documents to download are left to the reader."""

SMALL, LARGE = 100_000, 1_000_000
"""Bytes: a shared file over `SMALL` is not in `core`; a file over `LARGE` is not kept at all."""

WORKER = "service-worker.js"

type Files = Mapping[str, str]
"""A file's path in the site → its sha256 in base64, without the sign that pads it."""


def write_service_worker(site: Path, template: Path) -> None:
    """Write `service-worker.js` and the languages' lists into the built site."""
    hashes, groups = {}, _groups(site)
    for path in (path for paths in groups.values() for path in paths):
        hashes[path] = _hash((site / path).read_bytes())
    lists = {group: {path: hashes[path] for path in sorted(paths)} for group, paths in groups.items()}
    core, on_demand = lists.pop("core", {}), lists.pop("onDemand", {})
    languages = {language: _write_list(site, language, files) for language, files in sorted(lists.items())}
    listed = {"core": core, "languages": languages, "onDemand": on_demand}
    version = sha256(_json(listed).encode()).hexdigest()[:12]
    text = template.read_text(encoding="utf-8")
    (site / WORKER).write_text(f"self.SITE = {_json({'version': version, **listed})};\n{text}", encoding="utf-8")


def _groups(site: Path) -> dict[str, list[str]]:
    """Sort the files to keep into groups: `core`, `onDemand`, and each language's."""
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    runtimes = {PurePosixPath(name).parent for name in files if name.endswith("/pyodide.asm.wasm")}
    spoken = _languages_of_folders({name: path for name, path in files.items() if name.endswith(".html")})
    groups: dict[str, list[str]] = defaultdict(list)
    for name, path in files.items():
        if PurePosixPath(name).parent in runtimes:
            groups["onDemand"].append(name)
        elif _kept(name, path):
            for group in _groups_of(name, path, spoken):
                groups[group].append(name)
    return groups


def _kept(name: str, path: Path) -> bool:
    own = name == WORKER or name.startswith(("offline/", "data/"))
    return not own and path.suffix in KEPT_SUFFIXES and path.stat().st_size <= LARGE


def _groups_of(name: str, path: Path, spoken: Mapping[PurePosixPath, set[str]]) -> list[str]:
    """Return the groups of one file; a large one that languages share is in the list of each."""
    if path.suffix == ".html":
        return [_language(path)]
    nearest = next((spoken[folder] for folder in PurePosixPath(name).parents if folder in spoken), set())
    at_root = not any(folder in spoken for folder in PurePosixPath(name).parents[:-1])
    if len(nearest) == 1 and not at_root:
        return [*nearest]
    if path.stat().st_size <= SMALL:
        return ["core"]
    return ["onDemand"] if path.suffix == ".woff2" else sorted(spoken.get(PurePosixPath(), set()))


def _languages_of_folders(pages: Mapping[str, Path]) -> dict[PurePosixPath, set[str]]:
    """Return the languages of the pages in each folder and below it."""
    spoken: dict[PurePosixPath, set[str]] = defaultdict(set)
    for name, path in pages.items():
        for folder in PurePosixPath(name).parents:
            spoken[folder].add(_language(path))
    return dict(spoken)


def _language(page: Path) -> str:
    """Return the language that a page declares.

    Raises `ValueError` for a page that declares none.
    """
    with page.open(encoding="utf-8") as text:
        found = re.search(r"<html[^>]*\slang=[\"']?([\w-]+)", text.read(2000))
    if not found:
        raise ValueError(f"{page}: the page does not say its language; give its <html> a `lang`")
    return found[1]


def _write_list(site: Path, language: str, files: Files) -> dict[str, str | None]:
    """Write a language's list; return its path and hash, and the page for what is missing."""
    name, text = f"offline/{language}.json", _json(files)
    (site / name).parent.mkdir(exist_ok=True)
    (site / name).write_text(text, encoding="utf-8")
    missing = [path for path in files if PurePosixPath(path).name == "404.html"]
    return {"list": name, "hash": _hash(text.encode()), "notFound": min(missing, key=len, default=None)}


def _hash(content: bytes) -> str:
    return b64encode(sha256(content).digest()).decode().rstrip("=")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
