"""Reading the places and their rules: `places/cn/<province>/<city>/` with `rules/<topic>.yaml`.

Folders nest as places do. A rule's label and unit stand once, at the outermost place that
names it; places inside give values, and a unit only where theirs differs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from generator.model import Place, Rule, RuleValue
from generator.records import NO_DAY, Files, Record
from generator.shapes import UNITS, flaws

VALUE_KEYS = ("from", "value", "source", "article", "grade", "checked", "note")
GRADES = ("A", "B", "C")
CODE = re.compile(r"\d{6}", re.ASCII)


def read_places(files: Files) -> dict[str, Place]:
    """Read every place, the country first, and so outermost before inner ones."""
    places: dict[str, Place] = {}
    unread: set[tuple[str, str]] = set()
    root = files.root / "places"
    folders = sorted(path.parent for path in root.rglob("place.yaml"))
    for folder in sorted(folders, key=lambda folder: (len(folder.parts), folder)):
        place = _place(files, folder.relative_to(root).as_posix(), places, unread)
        places[place.path] = place
    return places


def _place(files: Files, path: str, outer: Mapping[str, Place], unread: set[tuple[str, str]]) -> Place:
    """Read a place inside `outer` ones; a topic whose file is broken is added to `unread`."""
    record = files.yaml(f"places/{path}/place.yaml")
    record.only("code", "name")
    code = record.text("code")
    if code and not CODE.fullmatch(code):
        record.faults.add(record.line("code"), f"“{code}” is no code of a place", "write the six digits of GB/T 2260")
    rules: dict[str, Rule] = {}
    for file in sorted((files.root / "places" / path / "rules").glob("*.yaml")):
        topic = files.yaml(file.relative_to(files.root).as_posix())
        if topic.broken:
            unread.add((path, file.stem))
        for key, rule in topic.named():
            name = f"{file.stem}.{key}"
            rules[name] = _rule(name, rule, _inherited(name, _around(path, outer), unread))
    return Place(path, code, record.text("name"), rules, record.file)


def _inherited(name: str, around: list[Place], unread: set[tuple[str, str]]) -> Rule | None:
    """Return the rule as the outermost place gives it; one without label and unit where its file is broken."""
    for place in around:
        if name in place.rules:
            return place.rules[name]
        if (place.path, name.partition(".")[0]) in unread:
            return Rule(name, "", "", (), "", 0)
    return None


def _around(path: str, outer: Mapping[str, Place]) -> list[Place]:
    parts = path.split("/")
    inward = ("/".join(parts[:end]) for end in range(1, len(parts)))
    return [outer[place] for place in inward if place in outer]


def _rule(name: str, record: Record, outermost: Rule | None) -> Rule:
    record.only("label", "unit", "values")
    unit = record.text("unit", outermost.unit if outermost else None)
    if unit and unit not in UNITS:
        record.faults.add(record.line("unit"), f"unknown unit “{unit}”", f"use one of: {', '.join(UNITS)}")
    label = outermost.label if outermost else record.text("label")
    values = tuple(_value(value, unit) for value in record.records("values"))
    _report_order(record, values)
    return Rule(name, unit, label, values, record.file, record.line())


def _value(record: Record, unit: str) -> RuleValue:
    record.only(*VALUE_KEYS)
    grade = record.text("grade")
    if grade and grade not in GRADES:
        record.faults.add(record.line("grade"), f"unknown grade “{grade}”", "use A, B or C")
    if "value" not in record.fields:
        record.faults.add(record.line(), "“value” is missing", "write value: followed by it, or null to end the rule")
    elif unit in UNITS:
        for flaw in flaws(record.fields["value"], unit):
            record.faults.add(*flaw)
    plain = record.fields["value"].plain() if "value" in record.fields else None
    return RuleValue(
        start=None if record.text("from") in ("unknown", "") else record.day("from"),
        value=plain,
        unit=unit,
        source=record.text("source"),
        article=record.text("article", ""),
        grade=grade,
        checked=record.day("checked"),
        line=record.line(),
    )


def _report_order(record: Record, values: tuple[RuleValue, ...]) -> None:
    before: date | None = None
    for place, value in enumerate(values):
        if value.start == NO_DAY:
            continue
        if value.start is None and place:
            record.faults.add(value.line, "only the first value may have an unknown start", "give its first day")
        elif before and value.start == before:
            record.faults.add(value.line, f"two values from the same day, {before}", "keep one of them")
        elif before and value.start and value.start < before:
            record.faults.add(value.line, f"{value.start} comes after {before}", "put values in order, oldest first")
        before = value.start or before
