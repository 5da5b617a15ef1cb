"""A page's text as one language shows it: block by block, with figures, tables and links filled in.

A block that is not translated is shown in the source language and marked as such; one whose source has changed
since, or that nobody has reviewed, says so in the reader's language and leads to the source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from babel.messages.catalog import Catalog

from calculators.kit.message import Message, _
from calculators.kit.rules import PlaceRules
from generator.blocks import HEAD, Block
from generator.charts import indicator_figure
from generator.figures import PLACEHOLDER, fill, rules_here
from generator.markdown import in_language, link_pages, notice
from generator.model import Page, Site, Text
from generator.tables import TABLES
from generator.terms import link_first_uses, uses
from generator.words import Speech

MACHINE_TITLE = _("机器翻译初稿")
MACHINE = _("这一页由机器翻译，还没有人工校对。如有出入，以中文原文为准。")
MACHINE_BLOCK = _("这一段由机器翻译，还没有人工校对。")
STALE_TITLE = _("译文可能已过时")
STALE = _("中文原文在翻译之后改过，请以中文原文为准。")
MISSING_TITLE = _("还没有译文")
MISSING = _("这一页还没有译成这种语言，下面是中文原文。")
MISSING_BLOCK = _("这一段还没有译成这种语言，下面是中文原文。")
TO_SOURCE = _("看中文原文")
GLOSSARY = "../glossary.md"


class State(Enum):
    """How a block of a translation stands to its source."""

    CURRENT = "current"
    UNREVIEWED = "unreviewed"
    STALE = "stale"
    MISSING = "missing"


def state_of(block: Block, text: Text) -> State:
    """Return how a translation's block stands to this block of its source."""
    if text.block(block.anchor) is None:
        return State.MISSING
    if text.made_from.get(block.anchor) != block.digest:
        return State.STALE
    return State.CURRENT if text.reviewed.get(block.anchor) else State.UNREVIEWED


def title_of(page: Page, words: Speech) -> str:
    """Return a page's title in Markdown, marked with its own language where it is not translated."""
    title = words.convert(fill(words.shown(page).title, rules_here(words.site), words))
    return in_language(title, words.site.source_language) if is_untranslated(page, words) else title


def is_untranslated(page: Page, words: Speech) -> bool:
    """Tell whether a language shows the source's text of a page, having none of its own."""
    return not words.own and words.language.tag not in page.texts


@lru_cache(maxsize=8)
def source_words(site: Site) -> Speech:
    """Return the words of the source language, which needs no messages: they are its own sentences; made once."""
    return Speech(site, site.source_language, Catalog(), Catalog(), None)


@dataclass(frozen=True)
class Shown:
    """A block as it is shown: in the reader's language unless it is missing."""

    block: Block
    state: State


class PageText:
    """The text of a page in one language."""

    def __init__(self, page: Page, here: PlaceRules, words: Speech) -> None:
        """Take the text that the language shows; `here` has the rules that figures come from."""
        self.page, self.here, self.words = page, here, words
        self.source = page.texts[words.site.source_language.tag]
        self.text = words.shown(page)
        self.untranslated = is_untranslated(page, words)
        self.own_words = source_words(words.site) if self.untranslated else words

    def say(self, text: str) -> str:
        """Return a text of the page with its figures, converted where the language is."""
        return self._said(text, self.own_words)

    def _said(self, text: str, words: Speech) -> str:
        return words.convert(fill(text, self.here, words))

    def mark(self, text: str) -> str:
        """Return a worded text of the head, marked with the source's language where the page is not translated."""
        said = self.say(text)
        return in_language(said, self.words.site.source_language) if self.untranslated else said

    def blocks(self) -> Iterator[Shown]:
        """Yield the blocks of the body in the order of the source, each in the best language there is."""
        for block in self.source.blocks[1:]:
            own = None if self.untranslated else self.text.block(block.anchor)
            yield Shown(own or block, self._state(block))

    def _state(self, block: Block) -> State:
        if self.text is self.source:
            return State.MISSING if self.untranslated else State.CURRENT
        return state_of(block, self.text)

    def states(self) -> set[State]:
        """Return how the blocks stand to their source, the head included."""
        return {self._state(self.source.blocks[0]), *(shown.state for shown in self.blocks())}

    def notice(self) -> str:
        """Say above the text what holds for all of it: not translated, not reviewed, or its head is old."""
        if self.untranslated:
            return self._notice("warning", MISSING_TITLE, MISSING, "")
        stale = self._state(self.source.blocks[0]) is State.STALE
        said = [self._notice("warning", STALE_TITLE, STALE, "")] if stale else []
        said += [self._notice("info", MACHINE_TITLE, MACHINE, "")] if self._unreviewed() else []
        return "\n\n".join(said)

    def _unreviewed(self) -> bool:
        """Tell whether the head is a draft that nobody reviewed: then so is the page, and single blocks say no more."""
        drafted = self.text is not self.source and self.text.drafted_by == "machine"
        return drafted and not self.text.reviewed.get(HEAD)

    def body(self) -> str:
        """Return the Markdown of the text, ready for the site."""
        shown = list(self.blocks())
        if self.untranslated:
            return "\n\n".join(self._shown(each, self.markdown(each)) for each in shown)
        texts = link_first_uses(map(self.markdown, shown), uses(self.words, self.text.title), GLOSSARY)
        return "\n\n".join(map(self._shown, shown, texts))

    def _shown(self, shown: Shown, text: str) -> str:
        """Return a block with what is to be said of its state; `text` is its Markdown."""
        if self.untranslated:
            return in_language(text, self.words.site.source_language, block=True)
        if shown.state is State.MISSING:
            source = in_language(text, self.words.site.source_language, block=True)
            return self._notice("warning", MISSING_TITLE, MISSING_BLOCK, shown.block.anchor) + f"\n\n{source}"
        if shown.state is State.STALE:
            return _below_heading(text, self._notice("warning", STALE_TITLE, STALE, shown.block.anchor))
        if shown.state is State.UNREVIEWED and self.text.drafted_by == "machine" and not self._unreviewed():
            return _below_heading(text, self._notice("info", MACHINE_TITLE, MACHINE_BLOCK, shown.block.anchor))
        return text

    def markdown(self, shown: Shown) -> str:
        """Return a block's Markdown with its figures, tables and links, and nothing said about its state."""
        words = source_words(self.words.site) if shown.state is State.MISSING else self.words
        text = link_pages(self._said(shown.block.text, words), self._address)
        return PLACEHOLDER.sub(lambda match: self._filled(match.group(1).strip(), words), text)

    def _notice(self, kind: str, title: Message, text: Message, anchor: str) -> str:
        say, source = self.words.say, self.words.site.source_language.tag
        known = anchor and any(block.anchor == anchor and block.heading for block in self.source.blocks)
        link = f"../../../{source}/{self.page.path}/" + (f"#{anchor}" if known else "")
        return notice(kind, say(title), f"{say(text)} [{say(TO_SOURCE)}]({link}){{hreflang={source}}}")

    def _filled(self, inside: str, words: Speech) -> str:
        kind, _dot, name = inside.partition(".")
        if kind == "indicator":
            return indicator_figure(words.site.indicators[name], words)
        return TABLES[name](words, self.here)

    def _address(self, kind: str, slug: str) -> str:
        return f"../calculators/{slug}.md" if kind == "calculator" else f"../{self.words.site.page(slug).path}.md"


def _below_heading(text: str, said: str) -> str:
    heading, _newline, rest = text.partition("\n")
    return f"{heading}\n\n{said}\n{rest}" if heading.startswith("#") else f"{said}\n\n{text}"
