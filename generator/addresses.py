"""Addresses that are on paper and in other people's links: a page or an anchor once published does not vanish.

`content/addresses.yaml` lists them, and `content/moved.yaml` says where one that is gone now leads. The place it was
at keeps its address and shows the way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from calculators.kit.message import _
from generator.markdown import page
from generator.model import Page, Site
from generator.page_text import title_of
from generator.problem import Problem
from generator.words import Speech

ADDRESSES, MOVED = "addresses.yaml", "moved.yaml"
HEAD = """\
# Every page and anchor that was ever published, for QR codes and links lead there. `generator addresses` adds new ones;
# nothing is taken out: what is gone stands in moved.yaml, with the address that took its place.
"""


def addresses_in(site: Site) -> Mapping[str, tuple[str, ...]]:
    """Return the anchors of every page that people wrote, in order."""
    sources = {page.path: page.texts.get(site.source_language.tag) for page in site.pages}
    return {
        path: tuple(block.anchor for block in text.blocks if block.heading) for path, text in sources.items() if text
    }


def unrecorded(site: Site) -> list[str]:
    """Return the addresses that are not in the list yet."""
    return sorted(_flat(addresses_in(site)) - _flat(site.addresses))


def record(site: Site, content: Path) -> list[str]:
    """Add to the list what is not in it yet; return the new addresses."""
    new = unrecorded(site)
    if new:
        listed = dict(site.addresses)
        for path, anchors in addresses_in(site).items():
            listed[path] = tuple(dict.fromkeys((*listed.get(path, ()), *anchors)))
        lines = yaml.safe_dump(
            {path: list(listed[path]) for path in sorted(listed)}, default_flow_style=None, width=118
        )
        (content / ADDRESSES).write_text(HEAD + lines, encoding="utf-8")
    return new


def address_problems(site: Site) -> Iterator[Problem]:
    """Find addresses that are gone without a way to what took their place, and ways that lead nowhere."""
    there = _flat(addresses_in(site))
    for gone in sorted(_flat(site.addresses) - there - site.moved.keys()):
        what = f"“{gone}” was published and is gone"
        yield Problem(ADDRESSES, 0, what, f"bring it back, or write in {MOVED}: {gone}: the new address")
    for old, new in site.moved.items():
        if new not in there:
            yield Problem(MOVED, 0, f"“{old}” leads to “{new}”, which is not there", "name a page, or page#anchor")
        if old in there:
            yield Problem(MOVED, 0, f"“{old}” has moved, and is there too", "take one of them out")


def _flat(addresses: Mapping[str, tuple[str, ...]]) -> set[str]:
    return set(addresses) | {f"{path}#{anchor}" for path, anchors in addresses.items() for anchor in anchors}


def ways_from(here: Page, words: Speech) -> str:
    """Return what a page says of its parts that have moved: each keeps its anchor and leads on."""
    moved = [(old.partition("#")[2], new) for old, new in words.site.moved.items() if old.startswith(f"{here.path}#")]
    return "\n\n".join(f"{_way(new, words)}\n{{#{anchor}}}" for anchor, new in moved)


def moved_pages(words: Speech) -> Mapping[str, str]:
    """Return a page for every one that has moved, by its file: it leads on."""
    return {
        f"{old}.md": page({"title": _title(new, words), "kind": "front"}, f"# {_title(new, words)}", _way(new, words))
        for old, new in words.site.moved.items()
        if "#" not in old
    }


def _way(new: str, words: Speech) -> str:
    path, mark, anchor = new.partition("#")
    return f"{words.say(_('原来在这里的内容，现在在：'))} [{_title(new, words)}](../{path}.md{mark}{anchor})"


def _title(new: str, words: Speech) -> str:
    path = new.partition("#")[0]
    return title_of(next(each for each in words.site.pages if each.path == path), words)
