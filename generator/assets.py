"""Files that every page shares: styles and scripts, in folders named after their content.

A folder's name changes with any byte in it, so browsers may keep files for ever and a page never
meets a script of another build.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

import material

ROOT_FILES = ("service-worker.js",)
"""Assets that stand at the site's root and are written there by other stages."""

SEARCH_LIBRARY = "minisearch/dist/es/index.js"
MATERIAL_STYLES = ("main.*.min.css", "palette.*.min.css")
WEB_FONTS = {
    "ug": "@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-400-normal.woff2",
    "bo": "@fontsource/noto-serif-tibetan/files/noto-serif-tibetan-tibetan-400-normal.woff2",
}
"""Fonts of scripts that many devices lack, by language; each becomes `<language>.woff2`."""


def write_assets(assets: Path, node_modules: Path, out: Path) -> str:
    """Gather the assets into `out/assets/<digest>`; return that path, relative to `out`."""
    work = out / "assets" / "work"
    work.mkdir(parents=True)
    for path in sorted(assets.iterdir()):
        if path.name not in ROOT_FILES:
            shutil.copyfile(path, work / path.name)
    (work / "minisearch.js").write_text(_without_map((node_modules / SEARCH_LIBRARY).read_text("utf-8")), "utf-8")
    (work / "material.css").write_text(_material_css(), encoding="utf-8")
    for language, font in WEB_FONTS.items():
        shutil.copyfile(node_modules / font, work / f"{language}.woff2")
    return _named_by_content(work, out)


def copy_by_content(source: Path, name: str, out: Path) -> str:
    """Copy a folder to `out/<name>/<digest>`; return that path, relative to `out`."""
    work = out / name / "work"
    shutil.copytree(source, work)
    return _named_by_content(work, out)


def _named_by_content(work: Path, out: Path) -> str:
    target = work.with_name(digest(work))
    work.rename(target)
    return target.relative_to(out).as_posix()


def digest(folder: Path) -> str:
    """Return 12 hexadecimal digits that stand for the names and bytes of a folder's files."""
    hashed = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        hashed.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        hashed.update(hashlib.sha256(path.read_bytes()).digest())
    return hashed.hexdigest()[:12]


def _material_css() -> str:
    folder = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
    found = [next(iter(sorted(folder.glob(pattern)))) for pattern in MATERIAL_STYLES]
    return "\n".join(_without_map(path.read_text(encoding="utf-8")) for path in found)


def _without_map(text: str) -> str:
    """Take out the last line, which names a file that is not published."""
    return re.split(r"/[/*]# sourceMappingURL", text)[0]
