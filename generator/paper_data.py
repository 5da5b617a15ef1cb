"""A tree of text as the plain data that the paper templates walk.

In right-to-left text a number such as 0991-12320, a date or a Chinese title would turn round;
so each is put between isolates (U+2066 … U+2069), which keep its own order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from generator.tree import (
    Block,
    Blocks,
    Break,
    BulletList,
    Heading,
    Inline,
    Link,
    NumberedList,
    Paragraph,
    Runs,
    Strong,
    Table,
    Text,
)

type Data = dict[str, Any]

HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
OPENING, CLOSING = "《〈「『（〔【", "》〉」』）〕】"
LEFT_TO_RIGHT = re.compile(
    rf"[+{OPENING}]*[0-9A-Za-z\u00c0-\u024f{HAN}]"
    rf"(?:[ \-\u2013\u2014./:,_@&#?=%、，·{OPENING}{CLOSING}]*[0-9A-Za-z\u00c0-\u024f{HAN}{CLOSING}])*%?/?"
)
"""Digits, Latin and Chinese, with the marks between them and the brackets around."""

ON_PAPER = re.compile(r"(?:https?://|tel:|mailto:)")


class LinkError(ValueError):
    """A link that leads nowhere from paper."""


def isolated(text: str, rtl: bool) -> str:
    r"""Return text in which, when it is right-to-left, each left-to-right part stands in isolates.

    >>> isolated("تېلېفون 0991-12320", rtl=True) == "تېلېفون \u20660991-12320\u2069"
    True
    """
    return LEFT_TO_RIGHT.sub("\u2066\\g<0>\u2069", text) if rtl else text


def runs_data(runs: Runs, rtl: bool) -> list[Data]:
    """Return runs as data."""
    return [_run(run, rtl) for run in runs]


def _run(run: Inline, rtl: bool) -> Data:
    match run:
        case Text(text):
            return {"tag": "text", "text": isolated(text, rtl)}
        case Break():
            return {"tag": "break"}
        case Strong(runs):
            return {"tag": "strong", "runs": runs_data(runs, rtl)}
        case Link(runs, url):
            return {"tag": "link", "runs": runs_data(runs, rtl), "url": _address(url)}


def _address(url: str) -> str:
    if not ON_PAPER.match(url):
        raise LinkError(f"«{url}» leads nowhere from paper: give the whole address, https://…")
    return url


def blocks_data(blocks: Blocks, rtl: bool) -> list[Data]:
    """Return blocks as data."""
    return [_block(block, rtl) for block in blocks]


def _block(block: Block, rtl: bool) -> Data:
    match block:
        case Paragraph(runs):
            return {"tag": "paragraph", "runs": runs_data(runs, rtl)}
        case Heading(level, runs):
            return {"tag": "heading", "level": level, "runs": runs_data(runs, rtl)}
        case BulletList(items):
            return {"tag": "bullets", "items": _items(items, rtl)}
        case NumberedList(items, start):
            return {"tag": "numbers", "start": start, "items": _items(items, rtl)}
        case Table(header, rows):
            return {"tag": "table", "header": _row(header, rtl), "rows": [_row(row, rtl) for row in rows]}


def _items(items: Iterable[Blocks], rtl: bool) -> list[list[Data]]:
    return [blocks_data(item, rtl) for item in items]


def _row(cells: Iterable[Runs], rtl: bool) -> list[list[Data]]:
    return [runs_data(cell, rtl) for cell in cells]
