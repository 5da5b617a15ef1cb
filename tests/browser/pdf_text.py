"""The text of a PDF page that Chromium wrote: its glyphs, read through the fonts' Unicode tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf

_PAIR = re.compile(rb"<([0-9A-Fa-f]+)> *<([0-9A-Fa-f]+)>(?: *<([0-9A-Fa-f]+)>)?")
_SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)

type Letters = Mapping[int, str]


def text_of(page: pikepdf.Page) -> str:
    """Return the page's text in the order in which it was drawn."""
    fonts = page.resources.get("/Font", pikepdf.Dictionary())
    letters = {name: dict(_letters(font)) for name, font in fonts.items()}
    text, font = "", ""
    for drawn in pikepdf.parse_content_stream(page):
        if str(drawn.operator) == "Tf":
            font = str(drawn.operands[0])
        elif str(drawn.operator) in ("Tj", "TJ"):
            text += "".join(_shown(drawn.operands[0], letters[font]))
    return text


def _letters(font: Any) -> Iterator[tuple[int, str]]:
    """Yield each glyph's number and letters."""
    table = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""
    for kind, body in _SECTION.findall(table):
        for first, second, third in _PAIR.findall(body):
            start = int(first, 16)
            if kind == b"char":
                yield start, bytes.fromhex(second.decode()).decode("utf-16-be")
            else:
                code = int(third, 16)
                yield from ((start + n, chr(code + n)) for n in range(int(second, 16) - start + 1))


def _shown(operand: Any, letters: Letters) -> Iterator[str]:
    for piece in [operand] if isinstance(operand, pikepdf.String) else operand:
        if isinstance(piece, pikepdf.String):
            glyphs = bytes(piece)
            numbers = (int.from_bytes(glyphs[at : at + 2]) for at in range(0, len(glyphs), 2))
            yield from (letters.get(number, "") for number in numbers)
