"""Lookup tables: what a calculator would answer, laid out to be read on paper."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.kit.message import Message, Term


@dataclass(frozen=True)
class Table:
    """A table of values still without words; `notes` stand below it."""

    title: Message
    columns: tuple[Message, ...]
    rows: tuple[tuple[Term, ...], ...]
    notes: tuple[Message, ...] = ()
