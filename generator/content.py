"""Reading `content/` into the model; every fault of form is found in one pass.

What the files must say to each other (a known source, a clause that exists, a figure that a
rule holds) is for `check`; here each file is read for itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from generator.model import Case, Language, Office, Site, Source, Term
from generator.page_files import read_measures, read_plan
from generator.plan_files import read_clause, read_indicator
from generator.problem import Problem
from generator.records import Faults, Record, read_yaml
from generator.rulebook import read_places
from generator.strays import stray_problems

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
        title=settings.text("title"),
        publisher=settings.text("publisher"),
        place=settings.text("place"),
        plan_year=_matching(settings, "plan_year", re.compile(r"(19|20)\d\d"), "a year, such as 2026"),
        edition=settings.day("edition"),
        address=_matching(settings, "address", ADDRESS, "it whole, such as https://example.org/ with the last slash"),
        office=Office(office.text("name"), office.text("telephone"), office.text("hours")),
        languages=_languages(reader),
        groups=_texts_by_key(reader.yaml("groups.yaml")),
        clauses=reader.named("plan/clauses.yaml", read_clause),
        indicators=reader.named("plan/indicators.yaml", read_indicator),
        stages=_texts_by_key(reader.yaml("stages.yaml")),
        vaccines=reader.named("vaccines.yaml", lambda _, r: {"name": r.text("name"), "prevents": r.text("prevents")}),
        glossary=reader.named("glossary.yaml", _term),
        sources=reader.named("sources.yaml", _source),
        places=read_places(reader),
        measures=tuple(read_measures(reader)),
        plan=tuple(read_plan(reader)),
        cases=tuple(_cases(reader)),
        searched=_searched(reader),
        addresses=_listed(reader, "addresses.yaml"),
        moved=_texts_by_key(reader.yaml("moved.yaml")) if (root / "moved.yaml").exists() else {},
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


def _texts_by_key(record: Record) -> Mapping[str, str]:
    return {key: record.text(key) for key in record.fields}


def _language(tag: str, record: Record) -> Language:
    record.only("name", "direction", "cldr", "made_from", "converter", "collation", "letters", "alphabet", "read_as")
    return Language(
        tag=tag,
        cldr=record.text("cldr", tag),
        name=record.text("name"),
        direction=record.text("direction"),
        made_from=record.text("made_from", ""),
        converter=record.text("converter", ""),
        collation=record.text("collation", ""),
        letters=record.text("letters", ""),
        alphabet=record.text("alphabet", ""),
        read_as=_texts_by_key(record.record("read_as")) if "read_as" in record.fields else {},
    )


def _source(key: str, record: Record) -> Source:
    record.only("title", "issuer", "number", "date", "url")
    return Source(
        key=key,
        title=record.text("title"),
        issuer=record.text("issuer", ""),
        number=record.text("number", ""),
        date=record.day_or_nothing("date"),
        url=record.text("url", ""),
    )


def _term(key: str, record: Record) -> Term:
    avoid = record.record("avoid") if "avoid" in record.fields else None
    return Term(
        key=key,
        words={tag: record.text(tag) for tag in record.fields if tag not in ("avoid", "definition")},
        avoid={tag: avoid.texts(tag) for tag in avoid.fields} if avoid else {},
        definition={tag: record.record("definition").text(tag) for tag in record.record("definition").fields},
    )


def _cases(reader: Reader) -> Iterable[Case]:
    for path in sorted(reader.root.glob("cases/*.yaml")):
        for key, record in reader.yaml(path.relative_to(reader.root).as_posix()).named():
            record.only(*CASE_KEYS)
            yield Case(
                calculator=path.stem,
                key=key,
                title=record.text("title"),
                source=record.text("source", ""),
                locator=record.text("locator", ""),
                on_page=record.text("on_page", "no") == "yes",
                published=record.day("published") if "published" in record.fields else None,
                answers=_plain(record.record("answers")),
                expect=_plain(record.record("expect")),
                file=record.file,
                line=record.line(),
            )


def _searched(reader: Reader) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Read what people call things, by language: `search/<language>.yaml`."""
    return {path.stem: _listed(reader, f"search/{path.name}") for path in sorted(reader.root.glob("search/*.yaml"))}


def _listed(reader: Reader, path: str) -> Mapping[str, tuple[str, ...]]:
    """Read a file of lists; one that is not there has none."""
    if not (reader.root / path).exists():
        return {}
    record = reader.yaml(path)
    return {key: record.texts(key) for key in record.fields}


def _plain(record: Record) -> Mapping[str, object]:
    return {key: node.plain() for key, node in record.fields.items()}
