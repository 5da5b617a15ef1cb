"""A built page as tests look at it: its elements with their attributes, its ids and its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LOADED = {"script": "src", "img": "src", "source": "src", "iframe": "src", "object": "data", "embed": "src"}
VOID = {"meta", "link", "img", "input", "br", "hr", "source", "embed"}
LOADED_LINKS = {"stylesheet", "icon", "manifest", "preload", "modulepreload", "prefetch"}


@dataclass
class Element:
    """One element: its name, its attributes, and the words directly in it."""

    name: str
    attributes: dict[str, str]
    text: str = ""

    def get(self, name: str) -> str:
        """Return an attribute, or nothing."""
        return self.attributes.get(name, "")

    @property
    def loaded(self) -> str:
        """The address of what a browser loads for this element, or nothing."""
        if self.name == "link":
            return self.get("href") if LOADED_LINKS & set(self.get("rel").split()) else ""
        return self.get(LOADED.get(self.name, ""))


@dataclass
class HtmlPage(HTMLParser):
    """A page of the built site."""

    path: Path
    elements: list[Element] = field(default_factory=list)
    own_words: list[str] = field(default_factory=list)
    """The words outside parts that are marked as another language."""
    open: list[tuple[str, bool]] = field(default_factory=list)
    """The elements that are open, each with whether it is marked as another language."""

    def __post_init__(self) -> None:
        """Read the file."""
        super().__init__()
        self.source = self.path.read_text(encoding="utf-8")
        self.feed(self.source)

    def __hash__(self) -> int:
        """Tell pages apart by their files."""
        return hash(self.path)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append((tag, tag != "html" and any(name == "lang" for name, _value in attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and those inside that need no end."""
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Keep words with the element that opened last."""
        if self.elements:
            self.elements[-1].text += data
        if not any(marked for _name, marked in self.open):
            self.own_words.append(data)

    def all(self, name: str, **attributes: str) -> list[Element]:
        """Return the elements of a name, with these attributes."""
        wanted = attributes.items()
        return [each for each in self.elements if each.name == name and wanted <= each.attributes.items()]

    @property
    def ids(self) -> set[str]:
        """The anchors of the page."""
        return {each.get("id") for each in self.elements if each.get("id")}

    @property
    def words(self) -> str:
        """Every word of the page, also those in attributes that readers hear."""
        spoken = (
            each.get(name) for each in self.elements for name in ("aria-label", "title", "placeholder", "data-none")
        )
        return "\n".join([*(each.text for each in self.elements), *spoken])

    def addresses(self) -> Iterator[str]:
        """Yield every address that the page links to or loads."""
        for each in self.elements:
            if each.name == "link" and not each.loaded:
                continue
            for name in ("href", "src", "data-index"):
                if each.get(name):
                    yield each.get(name)

    def target(self, address: str) -> tuple[Path, str]:
        """Return the file that a relative address leads to, and the anchor."""
        parts = urlsplit(address)
        path = self.path.parent / unquote(parts.path) if parts.path else self.path
        path = path.resolve()
        return (path / "index.html" if path.is_dir() else path), unquote(parts.fragment)
