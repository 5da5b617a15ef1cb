"""What is wrong with a page's texts: placeholders, links, images, figures typed by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from calculators import CALCULATORS
from generator.check_translations import LINK, translation_problems
from generator.figures import PLAN_YEAR, fault_of, parse_figure, placeholders, rules_here
from generator.model import Measure, Page, Site, Text
from generator.problem import Problem
from generator.tables import NEEDS, TABLES

ANCHORS = {"glance", "local", "calculators", "examples", "ask", "basis", "clauses", "related"}
"""Anchors that the page adds to every measure."""
_HTML = re.compile(r"<(/?[A-Za-z][^>]*|!--)")
_UNWRITTEN = re.compile(r"^(#+\s)?…(\s*\{#.*\})?\s*$")
_IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)[^)]*\)")
_NOT_FIGURES = re.compile(r"\{\{.*?\}\}|\{#[^}]*\}|\]\([^)]*\)|https?://\S+|〔\d+〕\d+|^\s*\d+\.\s", re.MULTILINE)
_DATE = re.compile(r"(\d{4})\s*[年-]\s*(\d{1,2})\s*[月-]\s*(\d{1,2})")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_ORDINARY = {"0", "1"}
"""Numbers that ordinary sentences have («one month»), whatever rules may hold them."""
_DIGITS = str.maketrans("０１２３４５６７８９٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "012345678901234567890123456789")


def text_problems(page: Page, site: Site, root: Path) -> Iterator[Problem]:
    """Find what is wrong with a page's texts in every language, each read for itself."""
    source = page.texts.get(site.source_language.tag)
    tags = [language.tag for language in site.languages if not language.converted]
    if source is None:
        file = f"{page.file.rpartition('/')[0]}/{site.source_language.tag}.md"
        yield Problem(file, 0, "translations without their source", "write the source text first")
        return
    for tag, text in page.texts.items():
        if tag not in tags:
            yield Problem(text.file, 0, f"wrong language code “{tag}”", f"name the file by one of {', '.join(tags)}")
        yield from _one_text(text, page, site, root)
        if text is not source:
            yield from translation_problems(text, source)


def _one_text(text: Text, page: Page, site: Site, root: Path) -> Iterator[Problem]:
    yield from _placeholder_problems(text, site)
    figures = _known_figures(page, site)
    telephones = [*(page.hotlines if isinstance(page, Measure) else ()), site.office.telephone]
    for line, content in _lines(text):
        if _UNWRITTEN.match(content):
            yield Problem(text.file, line, "still to be written: …", "write it, or take the line out")
        for match in _HTML.finditer(content):
            yield Problem(text.file, line, f"HTML in the text: {match[0]}", "use Markdown only")
        for alt, target in _IMAGE.findall(content):
            if not (root / Path(text.file).parent / target).is_file():
                yield Problem(text.file, line, f"missing image “{target}”", "put the file beside the text")
            if not alt:
                yield Problem(text.file, line, f"image “{target}” has no description", "write ![what it shows](…)")
        for target in LINK.findall(content):
            yield from _link_problems(text, line, target, site)
        for figure in _typed(content, telephones) & figures:
            message = f"the figure {figure} is typed, but a rule holds it"
            yield Problem(text.file, line, message, "write {{ rule.topic.name }} instead")


def _lines(text: Text) -> Iterator[tuple[int, str]]:
    """Yield the lines a reader sees with their numbers; front matter counts by its order."""
    for offset, value in enumerate((text.title, text.summary, *text.glance.values())):
        yield min(2 + offset + (offset > 1), text.body_line), value
    for offset, line in enumerate(text.body.split("\n")):
        yield text.body_line + offset, line


def _placeholder_problems(text: Text, site: Site) -> Iterator[Problem]:
    here = rules_here(site)
    for first_line, part in ((2, _head(text)), (text.body_line, text.body)):
        for offset, inside in placeholders(part):
            kind, _, name = inside.partition(".")
            if kind == "table" and name in TABLES and (name not in NEEDS or here.find(NEEDS[name], site.edition)):
                continue
            if (kind == "indicator" and name in site.indicators) or inside == PLAN_YEAR:
                continue
            figure = parse_figure(inside)
            message = fault_of(figure, here, site.edition) if figure else f"unknown placeholder “{inside}”"
            if message:
                remedy = (
                    "use {{ rule.topic.name }} of places/**/rules/, {{ indicator.… }} of plan/indicators.yaml, "
                    "{{ site.plan_year }}, or {{ table.… }}: " + ", ".join(TABLES)
                )
                yield Problem(text.file, first_line + offset, message, remedy)


def _head(text: Text) -> str:
    return "\n".join((text.title, text.summary, "", *text.glance.values()))


def _link_problems(text: Text, line: int, target: str, site: Site) -> Iterator[Problem]:
    kind, _, name = target.partition(":")
    known = {"measure": [page.slug for page in site.pages], "calculator": list(CALCULATORS)}
    slug, _, anchor = name.partition("#")
    if kind == "measure" and slug in known[kind] and anchor and anchor not in _anchors(site.page(slug), site):
        yield Problem(text.file, line, f"“{slug}” has no heading {{#{anchor}}}", "use an anchor of its source text")
    elif kind in known and slug not in known[kind]:
        yield Problem(text.file, line, f"the link leads to an unknown {kind} “{name}”", "use its folder name")
    elif kind not in (*known, "https", "tel") and not target.startswith("#"):
        yield Problem(text.file, line, f"unclear link “{target}”", "write measure:…, calculator:…, #anchor or https:")


def _anchors(page: Page, site: Site) -> set[str]:
    text = page.texts.get(site.source_language.tag)
    return {block.anchor for block in text.blocks} | ANCHORS if text else ANCHORS


def _known_figures(page: Page, site: Site) -> set[str]:
    """Return the numbers and dates that rules of the page's topics hold where the site is."""
    found: set[str] = set()
    topics = page.topics if isinstance(page, Measure) else ()
    for path, place in site.places.items():
        if not (site.place + "/").startswith(path + "/"):
            continue
        for name, rule in place.rules.items():
            if name.partition(".")[0] in topics:
                found |= {_normal(value.value) for value in rule.values if isinstance(value.value, str)}
    return found


def _typed(text: str, telephones: list[str]) -> set[str]:
    text = _NOT_FIGURES.sub(" ", text.translate(_DIGITS))
    for telephone in telephones:
        text = text.replace(telephone, " ")
    dates = {f"{int(y):04}-{int(m):02}-{int(d):02}" for y, m, d in _DATE.findall(text)}
    numbers = {_normal(number.rstrip(",")) for number in _NUMBER.findall(_DATE.sub(" ", text))}
    return dates | (numbers - _ORDINARY)


def _normal(figure: str) -> str:
    plain = figure.replace(",", "")
    return f"{Decimal(plain).normalize():f}" if re.fullmatch(r"\d+(\.\d+)?", plain) else figure
