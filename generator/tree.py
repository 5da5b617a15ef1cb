"""A text as a small tree: the blocks and runs that paper knows, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True)
class Text:
    """Words without any form."""

    text: str


@dataclass(frozen=True)
class Break:
    """A line that ends here."""


@dataclass(frozen=True)
class Strong:
    """Words that matter more."""

    runs: Runs


@dataclass(frozen=True)
class Link:
    """Words that lead to an address."""

    runs: Runs
    url: str


type Inline = Text | Break | Strong | Link
type Runs = tuple[Inline, ...]


@dataclass(frozen=True)
class Heading:
    """A heading with its level (2, 3 …) and its anchor, or '' when it has none."""

    level: int
    runs: Runs
    anchor: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    runs: Runs


@dataclass(frozen=True)
class BulletList:
    """A list in no order."""

    items: tuple[Blocks, ...]


@dataclass(frozen=True)
class NumberedList:
    """A list of steps, counted from `start`."""

    items: tuple[Blocks, ...]
    start: int = 1


@dataclass(frozen=True)
class Table:
    """A table: one header row, and rows with as many cells."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]


type Block = Heading | Paragraph | BulletList | NumberedList | Table
type Blocks = tuple[Block, ...]


class Section(NamedTuple):
    """A part of a page: the words of its heading, its blocks, its anchor."""

    heading: str
    blocks: Blocks
    anchor: str = ""


def sections(blocks: Iterable[Block]) -> tuple[Section, ...]:
    """Split blocks at the headings of level 2; what stands before the first is left out."""
    found: list[tuple[Heading, list[Block]]] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            found.append((block, []))
        elif found:
            found[-1][1].append(block)
    return tuple(Section(plain_text(head.runs), tuple(body), head.anchor) for head, body in found)


def plain_text(runs: Iterable[Inline]) -> str:
    """Return the words of some runs without their form."""
    return "".join(_words(run) for run in runs)


def _words(run: Inline) -> str:
    match run:
        case Text(text):
            return text
        case Break():
            return " "
        case Strong(runs) | Link(runs, _):
            return plain_text(runs)
