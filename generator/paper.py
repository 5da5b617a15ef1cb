"""Fact sheets: one A4 page, or a leaf of two, for one measure in one language, as PDF/UA-1 and PDF/A-2a in one file.

A FactSheet holds words, already in their language. They reach Typst as data (JSON) which a template
walks, so nothing written in content is ever run as code. When the page is too full, sections go from the
end (a line of the sheet names them), then the letters shrink, then the example goes. What still has too
many pages is a fault, never cut off. Same sheet, same fonts, same bytes.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import segno
import typst

from generator.paper_data import blocks_data, isolated
from generator.tree import Blocks, Section

SIZES = (12.0, 11.5, 11.0, 10.5, 10.0)
"""Sizes of the letters in points. Sections are dropped before they get smaller than the last."""

SMALLER = (9.5, 9.0)
"""Sizes tried when the page is too full with no section left."""

SIDES = {"bo": 2}
"""Languages whose sheets take both sides of a leaf: a line of Tibetan is twice as high as one of Chinese."""

LABELS = frozenset({"glance", "example", "office", "basis", "scan", "qr", "checked", "also"})
"""Interface words of a sheet: the headings «at a glance», «example», «where to ask», «legal basis»; «scan
for the full page»; «QR code for» (read aloud before the address); «last checked»; «also on the full page»."""

STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
MODULE_MM, CODE_MM, QUIET_ZONE = 0.6, 32.0, 4


class Example(NamedTuple):
    """A worked example: its title, its lines, and where it comes from or ''."""

    title: str
    lines: tuple[str, ...]
    source: str


class Hotline(NamedTuple):
    """A number to call, and who answers."""

    number: str
    name: str


@dataclass(frozen=True)
class FactSheet:
    """Everything one sheet says, in one language.

    `language` is a BCP 47 tag and `direction` "ltr" or "rtl". `glance` holds pairs of label and answer.
    `office` starts with the office's name; its telephone belongs in `hotlines`, where numbers are large.
    `notice` tells that a machine drafted the text, or is ''. `day` dates the file itself; `checked` and
    `edition` are what readers see.
    """

    language: str
    direction: str
    site: str
    publisher: str
    title: str
    summary: str
    glance: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    example: Example | None
    basis: tuple[str, ...]
    office: tuple[str, ...]
    hotlines: tuple[Hotline, ...]
    url: str
    labels: Mapping[str, str]
    checked: str
    notice: str
    edition: str
    day: date


class PaperError(ValueError):
    """A sheet that cannot be printed: which one, why, and what to do."""


def write_fact_sheet(sheet: FactSheet, fonts: Path, templates: Path, out: Path) -> None:
    """Write one sheet as a PDF of one leaf; raise PaperError when it cannot be had.

    `fonts` is a folder made by `prepare_fonts`; `templates` is the folder of fact-sheet.typ.
    Typst starts threads, and they do not survive a fork: fork before the first sheet, or spawn.
    """
    _check_labels(sheet)
    try:
        pdf = _one_leaf(sheet, fonts, templates)
    except RuntimeError as error:  # TypstError when printing, a bare one when counting pages
        raise PaperError(f"{_name(sheet)}: {error} {' '.join(getattr(error, 'hints', ()))}".strip()) from error
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(pdf)


def _one_leaf(sheet: FactSheet, fonts: Path, templates: Path) -> bytes:
    def fits(kept: int, size: float) -> bool:
        return _pages(_press(sheet, kept, size, fonts, templates)) <= SIDES.get(sheet.language, 1)

    best = _best(len(sheet.sections), fits)
    if best is None and sheet.example:
        return _one_leaf(replace(sheet, example=None), fonts, templates)
    kept, size = best or _too_full(sheet)
    pdf = _press(sheet, kept, size, fonts, templates).compile(
        format="pdf", pdf_standards=STANDARDS, timestamp=datetime.combine(sheet.day, time(), UTC)
    )
    assert isinstance(pdf, bytes)
    return pdf


def _best(sections: int, fits: Callable[[int, float], bool]) -> tuple[int, float] | None:
    """Return the most sections that fit, and then the largest letters, or None.

    >>> _best(5, lambda kept, size: kept * 10 + size <= 41)
    (3, 11.0)
    >>> _best(5, lambda kept, size: size <= 9.6)
    (0, 9.5)
    """
    for kept in range(sections, -1, -1):
        if fits(kept, SIZES[-1]):
            return next((kept, size) for size in SIZES if fits(kept, size))
    return next(((0, size) for size in SMALLER if fits(0, size)), None)


def _too_full(sheet: FactSheet) -> NoReturn:
    raise PaperError(
        f"{_name(sheet)}: too many pages even without sections at {SMALLER[-1]:g} pt: "
        "shorten the glance table, the example, the office or the legal basis"
    )


def _press(sheet: FactSheet, kept: int, size: float, fonts: Path, templates: Path) -> typst.Compiler:
    return typst.Compiler(
        templates / "fact-sheet.typ",
        root=templates,
        font_paths=_fonts(fonts),
        ignore_system_fonts=True,
        sys_inputs={"sheet": json.dumps(_sheet_data(sheet, kept, size), ensure_ascii=False)},
    )


def _pages(press: typst.Compiler) -> int:
    return int(json.loads(press.query("<pages>", field="value", one=True)))


@cache
def _fonts(folder: Path) -> typst.Fonts:
    """Return the fonts of the folder and no other, neither the machine's nor those inside Typst."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


def _sheet_data(sheet: FactSheet, kept: int, size: float) -> dict[str, Any]:
    """Return what fact-sheet.typ reads: the sheet, with the first sections, and the others by name."""
    rtl = sheet.direction == "rtl"
    shown, left = sheet.sections[:kept], sheet.sections[kept:]
    return {
        "direction": sheet.direction,
        "size": size,
        "document": _document(sheet),
        **_isolated({name: getattr(sheet, name) for name in WORDS}, rtl),
        "sections": [_section(heading, blocks, rtl) for heading, blocks, *_ in shown],
        "also": _isolated([heading for heading, *_ in left], rtl),
        "hotlines": [[number, isolated(name, rtl)] for number, name in sheet.hotlines],
        "url": sheet.url,
        "qr": qr_code(sheet.url, sheet.labels["qr"]),
    }


WORDS = (
    *("site", "publisher", "title", "summary", "notice", "glance", "example"),
    *("office", "basis", "checked", "edition", "labels"),
)
"""The fields of a sheet that are nothing but words."""


def _isolated(words: Any, rtl: bool) -> Any:
    """Return words, in whatever tuples and mappings, with their left-to-right parts isolated."""
    match words:
        case str():
            return isolated(words, rtl)
        case Mapping():
            return {name: _isolated(item, rtl) for name, item in words.items()}
        case tuple() | list():
            return [_isolated(item, rtl) for item in words]
    return words


def _document(sheet: FactSheet) -> dict[str, Any]:
    return {
        "language": sheet.language,
        "title": sheet.title,
        "author": sheet.publisher,
        "description": sheet.summary,
        "day": [sheet.day.year, sheet.day.month, sheet.day.day],
    }


def _section(heading: str, blocks: Blocks, rtl: bool) -> dict[str, Any]:
    return {"heading": isolated(heading, rtl), "blocks": blocks_data(blocks, rtl)}


def qr_code(url: str, label: str) -> dict[str, Any]:
    """Return the QR code of an address: its drawing, words to read aloud, and its width.

    The width, in mm, gives each module at least MODULE_MM and includes the quiet zone.
    """
    code, drawing = segno.make(url, error="m", boost_error=True, micro=False), io.BytesIO()
    code.save(drawing, kind="svg", border=QUIET_ZONE, xmldecl=False, svgclass=None, lineclass=None)
    width = max(CODE_MM, MODULE_MM * code.symbol_size(border=QUIET_ZONE)[0])
    return {"svg": drawing.getvalue().decode(), "width": width, "alt": f"{label} {url}"}


def _check_labels(sheet: FactSheet) -> None:
    missing = LABELS - sheet.labels.keys()
    if missing:
        raise PaperError(f"{_name(sheet)}: labels are missing: {', '.join(sorted(missing))}: add them")


def _name(sheet: FactSheet) -> str:
    return f"fact sheet «{sheet.title}» ({sheet.language})"
