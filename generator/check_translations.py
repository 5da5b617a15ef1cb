"""Whether a translation has the shape of its source: the same blocks, placeholders, links and lists.

A block that is missing or older than its source is no fault: the page shows the source, or says so, and
`translations` lists it. What is compared here are blocks that claim to say the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from generator.blocks import Block
from generator.figures import PLACEHOLDER
from generator.model import Text
from generator.problem import Problem

LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
_BULLET = re.compile(r"^\s*[-*+]\s", re.MULTILINE)
_NUMBERED = re.compile(r"^\s*\d+[.)]\s", re.MULTILINE)
_ROW = re.compile(r"^\s*\|", re.MULTILINE)


def translation_problems(text: Text, source: Text) -> Iterator[Problem]:
    """Find what a translation gets wrong of its source."""
    if text.drafted_by not in ("machine", "person"):
        yield Problem(text.file, 1, "it does not say who drafted it", "write drafted_by: machine or person")
    if not text.made_from:
        remedy = "run `translations accept FILE` when it says the same as the source now"
        yield Problem(text.file, 1, "it does not say which source its blocks were made from", remedy)
        return
    wanted = {block.anchor: block for block in source.blocks}
    for block in text.blocks:
        if block.anchor not in wanted:
            yield _no_such_block(block, text, source)
        elif block.anchor not in text.made_from:
            remedy = "run `translations accept FILE` when it says the same as the source now"
            what = f"the block “{block.anchor}” does not say which source it was made from"
            yield Problem(text.file, block.line, what, remedy)
        elif text.made_from[block.anchor] == wanted[block.anchor].digest:
            yield from _block_problems(block, wanted[block.anchor], text, source)


def shape_problems(text: Text, source: Text) -> Iterator[Problem]:
    """Find where a translation that is said to be up to date has another shape than its source."""
    wanted = {block.anchor: block for block in source.blocks}
    for block in text.blocks:
        if block.anchor in wanted:
            yield from _block_problems(block, wanted[block.anchor], text, source)
        else:
            yield _no_such_block(block, text, source)


def _no_such_block(block: Block, text: Text, source: Text) -> Problem:
    remedy = f"use an anchor of {source.file}, or take it out"
    return Problem(text.file, block.line, f"the source has no block “{block.anchor}”", remedy)


def _block_problems(block: Block, source: Block, text: Text, original: Text) -> Iterator[Problem]:
    for what, of in _SHAPES.items():
        if of(block) != of(source):
            message = f"in “{block.anchor}” its {what} differ from the source: {_difference(of(source), of(block))}"
            yield Problem(text.file, block.line, message, f"follow {original.file}")


def _placeholders(block: Block) -> Counter[str]:
    return Counter(inside.strip() for inside in PLACEHOLDER.findall(block.text))


_SHAPES: Mapping[str, Callable[[Block], Counter[str]]] = {
    "heading": lambda block: Counter([block.heading]),
    "placeholders": _placeholders,
    "links": lambda block: Counter(LINK.findall(block.text)),
    "bullet points": lambda block: Counter({"-": len(_BULLET.findall(block.text))}),
    "numbered steps": lambda block: Counter({"1.": len(_NUMBERED.findall(block.text))}),
    "rows of tables": lambda block: Counter({"|": len(_ROW.findall(block.text))}),
}


def _difference(wanted: Counter[str], found: Counter[str]) -> str:
    missing, extra = sorted((wanted - found).elements()), sorted((found - wanted).elements())
    parts = [f"missing {', '.join(missing)}" if missing else "", f"extra {', '.join(extra)}" if extra else ""]
    return "; ".join(part for part in parts if part)
