"""Every internal link of the finished site, from one language to another too: its file and its anchor are there."""

from __future__ import annotations

import re
from collections import defaultdict
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

_LINK = re.compile(r"<(?:a|img|link|script)\b[^>]*?\s(?:href|src)=(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))")
_ANCHOR = re.compile(r"<(?:[a-zA-Z][^<>]*?\sid|a\s[^<>]*?name)=(?:\"([^\"]+)\"|'([^']+)'|([^\s>]+))")
_WRITTEN_ELSEWHERE = re.compile(r"(.*/)?service-worker\.js")
"""What later steps of the build write."""


def link_faults(site: Path, address: str) -> list[str]:
    """Return a line for every link to a file or an anchor of the site that is not there.

    `address` is where the site will stand: its path begins the links of pages that are shown at any address.
    """
    base = urlsplit(address).path
    anchors: dict[Path, set[str]] = {}
    wanted: dict[tuple[Path, str], set[str]] = defaultdict(set)
    files = {path for path in site.rglob("*") if path.is_file()}
    for page in sorted(path for path in files if path.suffix == ".html"):
        text = page.read_text(encoding="utf-8")
        anchors[page] = {unescape(next(filter(None, found))) for found in _ANCHOR.findall(text)}
        for found in _LINK.findall(text):
            target = _target(page, _at_home(unescape("".join(found)), address, base), site, base)
            if target:
                wanted[target].add(page.relative_to(site).as_posix())
    return sorted(
        f"{min(pages)}: {fault}"
        for (path, anchor), pages in wanted.items()
        if (fault := _fault(path, anchor, site, files, anchors))
    )


def _at_home(link: str, address: str, base: str) -> str:
    """Return the site's own whole address as the path that begins with `base`."""
    return base + link.removeprefix(address) if link.startswith(address) else link


def _target(page: Path, link: str, site: Path, base: str) -> tuple[Path, str] | None:
    """Return the file and the anchor that a link means; None for another host's."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    folder = site if parts.path.startswith(base) else page.parent
    path = (folder / unquote(parts.path.removeprefix(base))).resolve() if parts.path else page
    if parts.path.endswith("/") or path == site or (path.is_dir() and parts.path):
        path = path / "index.html"
    return path, unquote(parts.fragment)


def _fault(path: Path, anchor: str, site: Path, files: set[Path], anchors: dict[Path, set[str]]) -> str:
    name = path.relative_to(site, walk_up=True).as_posix()
    if path not in files:
        return "" if _WRITTEN_ELSEWHERE.fullmatch(name) else f"there is no file {name}"
    if anchor and anchor not in anchors.get(path, {anchor}):
        return f"{name} has no anchor #{anchor}"
    return ""
