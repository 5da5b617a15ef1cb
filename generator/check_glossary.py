"""Whether translations keep to the glossary: one word for one thing in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.blocks import Block
from generator.figures import PLACEHOLDER
from generator.model import Site, Term, Text
from generator.problem import Problem
from generator.terms import bounded


def glossary_problems(site: Site) -> Iterator[Problem]:
    """Find translated blocks that use a word which the glossary says to avoid, where the source has the term."""
    source_tag = site.source_language.tag
    for page in site.pages:
        source = page.texts.get(source_tag)
        for tag, text in page.texts.items():
            if source and tag != source_tag:
                terms = [term for term in site.glossary.values() if term.avoid.get(tag)]
                yield from _in_text(text, source, terms, source_tag)


def _in_text(text: Text, source: Text, terms: list[Term], source_tag: str) -> Iterator[Problem]:
    for block in text.blocks:
        original = source.block(block.anchor)
        for term in terms:
            if original and term.words[source_tag] in original.text:
                yield from _avoided(block, term, text)


def _avoided(block: Block, term: Term, text: Text) -> Iterator[Problem]:
    lines = [PLACEHOLDER.sub("", line) for line in block.text.split("\n")]
    for word in term.avoid[text.language]:
        found = re.compile(bounded(word), re.IGNORECASE)
        at = next((number for number, line in enumerate(lines) if found.search(line)), None)
        if at is not None:
            message = f"“{word}” for {term.key}: the glossary has another word"
            yield Problem(text.file, block.line + at, message, f"write “{term.words[text.language]}”")
