"""Reading `content/` into the model; every fault of form is found in one pass.

What the files must say to each other (a known source, a clause that exists, a figure that a
rule holds) is for `check`; here each file is read for itself.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from generator.model import Case, Citation, Language, Measure, Office, Site, Source, Text, Words
from generator.problem import Problem
from generator.records import Faults, Record, parse_yaml, read_text, read_yaml
from generator.rulebook import read_places
from generator.strays import stray_problems

GLANCE = ("who", "amount", "apply", "documents", "deadline", "ask")
MEASURE_KEYS = ("clauses", "calculators", "topics", "sources", "hotlines", "related", "who", "checked", "review_by")
TEXT_KEYS = ("title", "summary", "glance", "translated_from", "drafted_by", "reviewed")
CASE_KEYS = ("title", "source", "locator", "on_page", "published", "answers", "expect")
ADDRESS = re.compile(r"https?://[^\s/]+/(\S*/)?")


class Reader:
    """Reads one content folder and keeps the problems of every file."""

    def __init__(self, root: Path) -> None:
        """Read from `root`, the content folder."""
        self.root = root
        self.problems: list[Problem] = []

    def yaml(self, path: str) -> Record:
        """Read a YAML file of the content folder."""
        return read_yaml(self.root / path, self.faults(path))

    def faults(self, path: str) -> Faults:
        """Return where the faults of one file go: into the problems of all."""
        return Faults(path, self.problems)

    def named[T](self, path: str, make: Callable[[str, Record], T]) -> dict[str, T]:
        """Read a file of named records."""
        return {key: make(key, record) for key, record in self.yaml(path).named()}


def read_site(root: Path) -> tuple[Site, list[Problem]]:
    """Read a content folder; the problems are those of the single files."""
    reader = Reader(root)
    settings = reader.yaml("site.yaml")
    settings.only("title", "publisher", "place", "plan_year", "edition", "address", "office")
    office = settings.record("office")
    site = Site(
        title=settings.words("title"),
        publisher=settings.words("publisher"),
        place=settings.text("place"),
        plan_year=_matching(settings, "plan_year", re.compile(r"(19|20)\d\d"), "a year, such as 2026"),
        edition=settings.day("edition"),
        address=_matching(settings, "address", ADDRESS, "it whole, such as https://example.org/ with the last slash"),
        office=Office(office.words("name"), office.text("telephone"), office.words("hours")),
        languages=_languages(reader),
        groups=_words_by_key(reader.yaml("groups.yaml")),
        clauses=_words_by_key(reader.yaml("plan/clauses.yaml")),
        vaccines=reader.named("vaccines.yaml", lambda _, r: {"name": r.words("name"), "prevents": r.words("prevents")}),
        sources=reader.named("sources.yaml", _source),
        places=read_places(reader),
        measures=tuple(_measures(reader)),
        cases=tuple(_cases(reader)),
    )
    return site, [*reader.problems, *stray_problems(root)]


def _matching(record: Record, key: str, pattern: re.Pattern[str], what: str) -> str:
    text = record.text(key)
    if text and not pattern.fullmatch(text):
        record.faults.add(record.line(key), f"“{text}” will not do as {key}", f"write {what}")
    return text


def _languages(reader: Reader) -> tuple[Language, ...]:
    record = reader.yaml("languages.yaml")
    if not record.fields and not record.broken:
        record.faults.add(0, "there is no language", "name the source language first")
    return tuple(_language(tag, language) for tag, language in record.named())


def _words_by_key(record: Record) -> Mapping[str, Words]:
    return {key: record.words(key) for key in record.fields}


def _language(tag: str, record: Record) -> Language:
    record.only("name", "direction", "cldr", "made_from", "converter")
    return Language(
        tag=tag,
        cldr=record.text("cldr", tag),
        name=record.text("name"),
        direction=record.text("direction"),
        made_from=record.text("made_from", ""),
        converter=record.text("converter", ""),
    )


def _source(key: str, record: Record) -> Source:
    record.only("title", "issuer", "number", "date", "url", "gloss")
    return Source(
        key=key,
        title=record.text("title"),
        issuer=record.text("issuer", ""),
        number=record.text("number", ""),
        date=record.day_or_nothing("date"),
        url=record.text("url", ""),
        gloss=record.words("gloss"),
    )


def _measures(reader: Reader) -> Iterable[Measure]:
    for path in sorted(reader.root.glob("measures/*/*/measure.yaml")):
        folder = path.parent
        record = reader.yaml(path.relative_to(reader.root).as_posix())
        record.only(*MEASURE_KEYS)
        yield Measure(
            group=folder.parent.name,
            slug=folder.name,
            clauses=record.texts("clauses"),
            calculators=record.texts("calculators"),
            topics=record.texts("topics"),
            citations=tuple(
                Citation(cited.text("source"), cited.text("article", ""), cited.line())
                for cited in record.records("sources")
            ),
            hotlines=record.texts("hotlines"),
            related=record.texts("related"),
            who=tuple(tuple(condition.split(" or ")) for condition in record.texts("who")),
            checked=record.day("checked"),
            review_by=record.day("review_by"),
            texts={text.language: text for text in _texts(reader, folder)},
            file=record.file,
        )


def _texts(reader: Reader, folder: Path) -> Iterable[Text]:
    for path in sorted(folder.glob("*.md")):
        faults = reader.faults(path.relative_to(reader.root).as_posix())
        text = read_text(path, faults)
        head, body, body_line = split_front_matter(text or "")
        record = Record.unread(faults.file, 1) if text is None else _front_matter(head, body_line, faults)
        record.only(*TEXT_KEYS)
        glance = record.record("glance")
        glance.only(*GLANCE)
        yield Text(
            language=path.stem,
            title=record.text("title"),
            summary=record.text("summary"),
            glance={name: glance.text(name) for name in GLANCE},
            body=body,
            body_line=body_line,
            translated_from=record.text("translated_from", ""),
            drafted_by=record.text("drafted_by", ""),
            reviewed=record.day_or_nothing("reviewed"),
            digest=hashlib.sha256((text or "").encode()).hexdigest()[:12],
            file=faults.file,
        )


def _front_matter(head: str, body_line: int, faults: Faults) -> Record:
    if body_line == 1:
        faults.add(1, "there is no front matter", "start the file with ---, its facts, and --- again")
        return Record.unread(faults.file, 1)
    return parse_yaml(head or "{}", faults, first_line=2)


def split_front_matter(text: str) -> tuple[str, str, int]:
    r"""Split a Markdown file into front matter, body and the line where the body starts.

    >>> split_front_matter("---\ntitle: a\n---\nbody")
    ('title: a', 'body', 4)
    """
    lines = text.split("\n")
    if lines[0].strip() != "---" or "---" not in lines[1:]:
        return "", text, 1
    end = lines.index("---", 1)
    return "\n".join(lines[1:end]), "\n".join(lines[end + 1 :]), end + 2


def _cases(reader: Reader) -> Iterable[Case]:
    for path in sorted(reader.root.glob("cases/*.yaml")):
        for key, record in reader.yaml(path.relative_to(reader.root).as_posix()).named():
            record.only(*CASE_KEYS)
            yield Case(
                calculator=path.stem,
                key=key,
                title=record.words("title"),
                source=record.text("source", ""),
                locator=record.text("locator", ""),
                on_page=record.text("on_page", "no") == "yes",
                published=record.day("published") if "published" in record.fields else None,
                answers=_plain(record.record("answers")),
                expect=_plain(record.record("expect")),
                file=record.file,
                line=record.line(),
            )


def _plain(record: Record) -> Mapping[str, object]:
    return {key: node.plain() for key, node in record.fields.items()}
