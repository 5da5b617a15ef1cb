"""What waits for a translator or a reviewer, the most harmful first.

A wrong figure or deadline costs a family money, so blocks with figures or days come before plain words, and a
stale block, which says something that no longer holds, before one that is missing or not reviewed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog

from generator.blocks import Block
from generator.content_messages import content_messages
from generator.figures import PLACEHOLDER
from generator.model import Page, Site
from generator.page_text import State, state_of
from generator.translations import complete, messages_file, read_messages, translated

HARM = (State.STALE, State.MISSING, State.UNREVIEWED)
_DAY = re.compile(r"\d|期限|截止|之前|以前|内")


@dataclass(frozen=True)
class Waiting:
    """A block or a message that a translator should look at; `weight` is 0 where it has figures, 2 for plain words."""

    state: State
    weight: int
    language: str
    file: str
    what: str

    @property
    def harm(self) -> tuple[int, int, str, str, str]:
        """Where it stands in the report: the most harmful first."""
        return HARM.index(self.state), self.weight, self.language, self.file, self.what

    def __str__(self) -> str:
        """Word it as a line of the report."""
        return f"{self.state.value:10} {self.language}  content/{self.file}: {self.what}"


def waiting(site: Site, root: Path, template: Catalog) -> list[Waiting]:
    """Return everything that waits in every language; `template` has the messages of the code."""
    found: list[Waiting] = []
    data = content_messages(site)
    for language in translated(site.languages):
        found += _messages(language.tag, "messages", template, root)
        found += _messages(language.tag, "content", data, root)
        for page in site.pages:
            found += _blocks(page, language.tag, site)
    return sorted(found, key=lambda each: each.harm)


def _blocks(page: Page, tag: str, site: Site) -> Iterator[Waiting]:
    source, text = page.texts[site.source_language.tag], page.texts.get(tag)
    if text is None:
        yield Waiting(State.MISSING, 0, tag, _file(page, tag), "the whole page")
        return
    for block in source.blocks:
        state = state_of(block, text)
        if state in HARM:
            yield Waiting(state, _weight(block), tag, text.file, block.anchor)


def _file(page: Page, tag: str) -> str:
    return f"{page.file.rpartition('/')[0]}/{tag}.md"


def _weight(block: Block) -> int:
    """Return 0 for a block with figures, 1 for one that speaks of days, 2 for plain words."""
    if PLACEHOLDER.search(block.text):
        return 0
    return 1 if _DAY.search(block.text) else 2


def _messages(tag: str, domain: str, template: Catalog, root: Path) -> Iterator[Waiting]:
    catalog, file = read_messages(root / "locale", tag, domain), messages_file(tag, domain)
    for message in template:
        if not message.id:
            continue
        found = catalog.get(message.id)
        text = message.id if isinstance(message.id, str) else message.id[0]
        if found is None or not complete(found):
            yield Waiting(State.MISSING, 1, tag, file, f"“{text}”")
        elif found.fuzzy:
            yield Waiting(State.STALE, 1, tag, file, f"“{text}”")


def summary(found: list[Waiting], site: Site) -> list[str]:
    """Return a line for each language: how many blocks and messages are missing, stale or not reviewed."""
    lines = []
    for language in translated(site.languages):
        counts = [
            f"{sum(each.language == language.tag and each.state is state for each in found)} {state.value}"
            for state in (State.MISSING, State.STALE, State.UNREVIEWED)
        ]
        lines.append(f"{language.tag}: {', '.join(counts)}")
    return lines
