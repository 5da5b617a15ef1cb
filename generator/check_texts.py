"""What is wrong with a measure's texts: placeholders, links, figures typed by hand, translations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from calculators import CALCULATORS
from generator.figures import PLACEHOLDER, fault_of, parse_figure, placeholders, rules_here
from generator.model import Measure, Site, Text
from generator.problem import Problem
from generator.tables import NEEDS, TABLES

ANCHORS = {"glance", "calculators", "examples", "ask", "basis", "related"}
"""Anchors that the page adds to every measure."""
_HTML = re.compile(r"<(/?[A-Za-z][^>]*|!--)")
_UNWRITTEN = re.compile(r"^(#+\s)?…(\s*\{#.*\})?\s*$")
_IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)[^)]*\)")
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^(#+)\s.*?(?:\{#([a-z0-9-]+)\})?\s*$")
_NOT_FIGURES = re.compile(r"\{\{.*?\}\}|\{#[^}]*\}|\]\([^)]*\)|https?://\S+|〔\d+〕\d+|^\s*\d+\.\s", re.MULTILINE)
_DATE = re.compile(r"(\d{4})\s*[年-]\s*(\d{1,2})\s*[月-]\s*(\d{1,2})")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_ORDINARY = {"0", "1"}
"""Numbers that ordinary sentences have («one month»), whatever rules may hold them."""
_DIGITS = str.maketrans("０１２３４５６７８９٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "012345678901234567890123456789")


def text_problems(measure: Measure, site: Site, root: Path) -> Iterator[Problem]:
    """Find what is wrong with a measure's texts in every language."""
    source = measure.texts.get(site.source_language.tag)
    tags = [language.tag for language in site.languages if not language.converted]
    if source is None:
        file = f"measures/{measure.path}/{site.source_language.tag}.md"
        yield Problem(file, 0, "translations without their source", "write the source text first")
        return
    for tag in tags:
        if tag not in measure.texts:
            yield Problem(f"measures/{measure.path}/{tag}.md", 0, "the translation is missing", "translate the source")
    for tag, text in measure.texts.items():
        if tag not in tags:
            yield Problem(text.file, 0, f"wrong language code “{tag}”", f"name the file by one of {', '.join(tags)}")
        yield from _one_text(text, measure, site, root)
        if text is not source:
            yield from _translation(text, source)


def _one_text(text: Text, measure: Measure, site: Site, root: Path) -> Iterator[Problem]:
    yield from _placeholder_problems(text, site)
    figures = _known_figures(measure, site)
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
        for target in _LINK.findall(content):
            yield from _link_problems(text, line, target, site)
        for figure in _typed(content, [*measure.hotlines, site.office.telephone]) & figures:
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
            figure = parse_figure(inside)
            message = fault_of(figure, here, site.edition) if figure else f"unknown placeholder “{inside}”"
            if message:
                remedy = "use {{ rule.topic.name }} of places/**/rules/, or {{ table.… }}: " + ", ".join(TABLES)
                yield Problem(text.file, first_line + offset, message, remedy)


def _head(text: Text) -> str:
    return "\n".join((text.title, text.summary, "", *text.glance.values()))


def _link_problems(text: Text, line: int, target: str, site: Site) -> Iterator[Problem]:
    kind, _, name = target.partition(":")
    known = {"measure": [measure.slug for measure in site.measures], "calculator": list(CALCULATORS)}
    slug, _, anchor = name.partition("#")
    if kind == "measure" and slug in known[kind] and anchor and anchor not in _anchors(site.measure(slug), site):
        yield Problem(text.file, line, f"“{slug}” has no heading {{#{anchor}}}", "use an anchor of its source text")
    elif kind in known and slug not in known[kind]:
        yield Problem(text.file, line, f"the link leads to an unknown {kind} “{name}”", "use its folder name")
    elif kind not in (*known, "https", "tel") and not target.startswith("#"):
        yield Problem(text.file, line, f"unclear link “{target}”", "write measure:…, calculator:…, #anchor or https:")


def _anchors(measure: Measure, site: Site) -> set[str]:
    text = measure.texts.get(site.source_language.tag)
    written = {heading.rpartition("#")[2] for heading in _headings(text)} if text else set()
    return written | ANCHORS


def _known_figures(measure: Measure, site: Site) -> set[str]:
    """Return the numbers and dates that rules of the measure's topics hold where the site is."""
    found: set[str] = set()
    for path, place in site.places.items():
        if not (site.place + "/").startswith(path + "/"):
            continue
        for name, rule in place.rules.items():
            if name.partition(".")[0] in measure.topics:
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


def _translation(text: Text, source: Text) -> Iterator[Problem]:
    if not re.fullmatch(r"[0-9a-f]{12}", text.translated_from):
        remedy = f"write translated_from: {source.digest} when it says the same as the source now"
        yield Problem(text.file, 1, "it does not say which source it was made from", remedy)
    if text.drafted_by not in ("machine", "person"):
        yield Problem(text.file, 1, "it does not say who drafted it", "write drafted_by: machine or person")
    for what, of in (("headings and anchors", _headings), ("placeholders", _placeholders), ("links", _links)):
        if of(text) != of(source):
            message = f"its {what} differ from the source: {_difference(of(source), of(text))}"
            yield Problem(text.file, text.body_line, message, f"follow {source.file}")


def _headings(text: Text) -> Counter[str]:
    found = (match for line in text.body.split("\n") if (match := _HEADING.match(line)))
    return Counter(f"{match[1]} #{match[2]}" for match in found)


def _placeholders(text: Text) -> Counter[str]:
    return Counter(inside.strip() for inside in PLACEHOLDER.findall(_head(text) + text.body))


def _links(text: Text) -> Counter[str]:
    return Counter(_LINK.findall(text.body))


def _difference(wanted: Counter[str], found: Counter[str]) -> str:
    missing, extra = sorted(wanted - found), sorted(found - wanted)
    parts = [f"missing {', '.join(missing)}" if missing else "", f"extra {', '.join(extra)}" if extra else ""]
    return "; ".join(part for part in parts if part)
