"""Every page of the real site in every language: what each must have, and that none of it was left in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from calculators import CALCULATORS
from generator.model import Language, Site
from tests.generator.html_page import VOID

TRANSLATED = ("en", "ug", "bo", "ko")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
INLINE = {"a", "abbr", "b", "bdi", "br", "cite", "em", "i", "input", "small", "span", "strong", "sub", "sup"}
"""Elements that a sentence runs through; each other one has sentences of its own."""
UNREAD = {"code", "script", "style"}
HEARD = ("alt", "aria-label", "data-none", "placeholder", "title")
"""Attributes with words for readers."""
BREAK = "\f"
SETTINGS = re.compile(r'<script type="application/json" id="settings">.*?</script>', re.DOTALL)
"""What a calculator's script reads: it fills the places in these words itself."""
UNFILLED = re.compile(r"\{\{|\{%|\{\s*[\w.]+\s*\}|\b(?:TODO|FIXME|TBD)\b")
UNFINISHED = re.compile(r"[\W_]*|.*(?:…|\.\.\.)")
HAN = re.compile(r"[\u3400-\u9fff]")
PHRASE = re.compile(rf"{HAN.pattern}{{4}}|{HAN.pattern}[，。；：？！]")
MOST_HAN = 0.1
"""The share of Chinese among the letters of a sentence that no translation has."""


@dataclass
class Node:
    """An element with what is inside it: elements and words."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list[Node | str] = field(default_factory=list)

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    def walk(self) -> Iterator[Node]:
        """Yield this element and every one inside it, in the order of the page."""
        yield self
        for each in self.inside:
            if isinstance(each, Node):
                yield from each.walk()

    @property
    def words(self) -> str:
        """Everything that is read or heard of the element, as one line."""
        return " ".join("".join(_read(self)).split())

    @property
    def sentences(self) -> list[str]:
        """The words of each paragraph, cell and heading, without code and what is marked as Chinese."""
        parts = "".join(_read(self, ("zh",))).split(BREAK)
        return [" ".join(part.split()) for part in parts if part.strip()]


def _read(node: Node, without: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the words inside an element but for languages that are left out, with a break at each paragraph's edge."""
    for each in node.inside:
        if isinstance(each, str):
            yield each
        elif each.name not in UNREAD and each.get("lang").partition("-")[0] not in without:
            edge = "" if each.name in INLINE else BREAK
            yield from (f"{BREAK}{each.get(name)}{BREAK}" for name in HEARD if each.get(name))
            yield edge
            yield from _read(each, without)
            yield edge


class Reading(HTMLParser):
    """A page being read into its elements."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open = [Node("")]
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if any(node.name == tag for node in self.open):
            while self.open.pop().name != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


@dataclass(frozen=True)
class Page:
    """A page of a language: its path below the language's folder, and its HTML."""

    language: Language
    path: str
    source: str

    def __str__(self) -> str:
        return f"{self.language.tag}/{self.path}"

    @cached_property
    def root(self) -> Node:
        return Reading(self.source).open[0]

    @cached_property
    def nodes(self) -> list[Node]:
        """Every element in the order of the page."""
        return list(self.root.walk())

    def all(self, *names: str) -> list[Node]:
        return [node for node in self.nodes if node.name in names]

    @property
    def description(self) -> str:
        """What search engines say of the page."""
        return "".join(meta.get("content").strip() for meta in self.all("meta") if meta.get("name") == "description")

    @property
    def alternates(self) -> list[tuple[str, str]]:
        """The languages in which search engines find the page, with its addresses."""
        return [(link.get("hreflang"), link.get("href")) for link in self.all("link") if link.get("rel") == "alternate"]

    @property
    def sentences(self) -> list[str]:
        """The title, and each paragraph, cell and heading."""
        return Node("", inside=[*self.all("title", "body")]).sentences


def pages_of(language: Language, site: Path) -> Iterator[Page]:
    folder = site / language.tag
    for path in sorted(folder.rglob("*.html")):
        yield Page(language, path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def pages(site: Path, real_site: Site) -> list[Page]:
    """Every page of every language."""
    return [page for language in real_site.languages for page in pages_of(language, site)]


@pytest.fixture(scope="module")
def own(pages: list[Page]) -> list[Page]:
    """Every page with an address of its own: all but the one shown for what is missing."""
    return [page for page in pages if page.path != "404.html"]


def test_every_language_has_the_same_pages(pages: list[Page], real_site: Site) -> None:
    paths = {each.tag: {page.path for page in pages if page.language is each} for each in real_site.languages}
    source = paths[real_site.source_language.tag]
    assert {"index.html", "404.html"} | {f"{page.path}/index.html" for page in real_site.pages} <= source
    assert {tag: found ^ source for tag, found in paths.items() if found != source} == {}


def test_every_page_says_its_language_and_direction_once(pages: list[Page]) -> None:
    for page in pages:
        (html,), (body,) = page.all("html"), page.all("body")
        assert (html.get("lang"), html.get("dir")) == (page.language.tag, page.language.direction), page
        assert body.get("dir") == page.language.direction, page


def test_every_page_has_one_first_heading_which_begins_its_title(pages: list[Page]) -> None:
    for page in pages:
        assert [len(page.all(name)) for name in ("h1", "title")] == [1, 1], page
        (heading,), (title,) = page.all("h1"), page.all("title")
        assert heading.words, page
        assert title.words.startswith(heading.words), page


def test_no_two_pages_of_a_language_have_the_same_title(pages: list[Page]) -> None:
    titles: dict[tuple[str, str], Page] = {}
    for page in pages:
        other = titles.setdefault((page.language.tag, page.all("title")[0].words), page)
        assert other is page, f"{other} and {page}"


def test_every_page_that_people_wrote_and_every_calculator_is_described(own: list[Page], real_site: Site) -> None:
    written = {f"{page.path}/index.html" for page in real_site.pages}
    written |= {f"calculators/{slug}/index.html" for slug in CALCULATORS}
    assert [str(page) for page in own if page.path in written and not page.description] == []


def test_every_page_is_described(own: list[Page]) -> None:
    assert [str(page) for page in own if not page.description] == []


def test_no_page_has_a_placeholder_that_was_not_filled(pages: list[Page]) -> None:
    found = {str(page): UNFILLED.findall(SETTINGS.sub("", page.source)) for page in pages}
    found |= {f"{page}: words": re.findall(r"\}\}|%\}", page.root.words) for page in pages}
    assert {page: placeholders for page, placeholders in found.items() if placeholders} == {}


def test_no_heading_is_unfinished(pages: list[Page]) -> None:
    for page in pages:
        assert [each.words for each in page.all(*HEADINGS) if UNFINISHED.fullmatch(each.words)] == [], page


def test_no_level_of_headings_is_skipped(pages: list[Page]) -> None:
    for page in pages:
        levels = [HEADINGS.index(each.name) for each in page.all(*HEADINGS)]
        assert levels[0] == 0, page
        assert all(lower <= upper + 1 for upper, lower in pairwise(levels)), f"{page}: {levels}"


def test_every_picture_is_told_in_words(pages: list[Page]) -> None:
    pictures = [(page, picture) for page in pages for picture in page.all("img")]
    assert pictures
    assert [f"{page}: {picture.get('src')}" for page, picture in pictures if not picture.get("alt").strip()] == []


def test_every_link_has_words_and_leads_somewhere(pages: list[Page]) -> None:
    links = [(page, link) for page in pages for link in page.all("a")]
    silent = [f"{page}: {link.get('href')}" for page, link in links if not (link.words or link.get("aria-label"))]
    assert silent == []
    assert [f"{page}: {link.words}" for page, link in links if link.get("href") in ("", "#")] == []


def test_search_engines_are_sent_to_the_languages_that_have_the_text(own: list[Page], real_site: Site) -> None:
    texts = {f"{page.path}/": page.texts for page in real_site.pages}
    source = real_site.source_language
    for page in own:
        address = page.path.removesuffix("index.html")
        written = [
            each.tag
            for each in real_site.languages
            if address not in texts or each.converted or each.tag in texts[address]
        ]
        expected = [(tag, f"{real_site.address}{tag}/{address}") for tag in written]
        assert page.alternates == [*expected, ("x-default", f"{real_site.address}{source.tag}/{address}")], page


def test_search_engines_are_not_sent_to_the_page_for_what_is_missing(pages: list[Page]) -> None:
    assert [str(page) for page in pages if page.path == "404.html" and page.alternates] == []


def meant_in_chinese(site: Site) -> re.Pattern[str]:
    """Return what translations say in Chinese: a source with its place and issuer, a name in brackets, a button."""
    places = {citation.article for page in site.pages for citation in page.citations}
    places |= {case.locator for case in site.cases}
    places |= {
        value.article for place in site.places.values() for rule in place.rules.values() for value in rule.values
    }
    issuers = {source.issuer for source in site.sources.values()}
    title, number = r"《[^《》]*(?:《[^《》]*》[^《》]*)*》", r"（[^（）]*(?:（[^（）]*）[^（）]*)*）"
    cited = f"{title}(?:{number})?(?:{any_of(places)})?|(?<=· )(?:{any_of(issuers)})"
    return re.compile(rf"{cited}|（[^（），。；]*）|\([^()，。；]*\)|“[^“”，。；]*”|«[^«»，。；]*»")


def any_of(texts: set[str]) -> str:
    return "|".join(re.escape(text) for text in sorted(texts - {""}, key=lambda text: (-len(text), text)))


@pytest.fixture(scope="module")
def meant(real_site: Site) -> re.Pattern[str]:
    return meant_in_chinese(real_site)


def is_chinese(sentence: str, meant: re.Pattern[str]) -> bool:
    """Tell whether a sentence, without what is meant to be Chinese, is Chinese or has a phrase in it that is."""
    left = meant.sub(" ", sentence)
    share = len(HAN.findall(left)) > MOST_HAN * sum(letter.isalpha() for letter in left)
    return share or bool(PHRASE.search(left))


@pytest.mark.parametrize("tag", TRANSLATED)
def test_nothing_on_a_translated_page_was_left_in_chinese(tag: str, pages: list[Page], meant: re.Pattern[str]) -> None:
    translated = [page for page in pages if page.language.tag == tag]
    assert translated
    assert [f"{page}: {each}" for page in translated for each in page.sentences if is_chinese(each, meant)] == []


def test_any_paragraph_left_in_chinese_would_be_found(
    pages: list[Page], real_site: Site, meant: re.Pattern[str]
) -> None:
    chinese = [page for page in pages if page.language is real_site.source_language]
    sentences = {
        each for page in chinese for each in Node("", inside=[*page.all("main")]).sentences if HAN.search(each)
    }
    missed = {each for each in sentences if not is_chinese(each, meant)}
    assert len(sentences) > 3000
    assert {each for each in missed if not each.startswith("《") or "。" in each} == set()
