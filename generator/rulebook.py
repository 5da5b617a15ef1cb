"""Reading the places and their rules: `places/cn/<province>/<city>/` with `rules/<topic>.yaml`.

Folders nest as places do. A rule's label and unit stand once, at the outermost place that
names it; places inside give values, and a unit only where theirs differs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Protocol

from generator.model import Place, Rule, RuleValue
from generator.problem import Problem
from generator.records import Record

VALUE_KEYS = ("from", "value", "source", "article", "grade", "checked", "note")
UNITS = (
    "CNY", "day", "working_day", "week", "month", "year", "hour", "time", "child",
    "date", "choice", "yes_no", "schedule",
)  # fmt: skip
WORDS = ("choice", "yes_no", "schedule")
"""Units of values that are neither numbers nor dates."""
GRADES = ("A", "B", "C")
NUMBER = re.compile(r"\d+(\.\d+)?")


class Files(Protocol):
    """What reads YAML files of the content folder and keeps their problems."""

    root: Path
    problems: list[Problem]

    def yaml(self, path: str) -> Record:
        """Read a YAML file."""
        ...


def read_places(files: Files) -> dict[str, Place]:
    """Read every place, the country first, and so outermost before inner ones."""
    places: dict[str, Place] = {}
    root = files.root / "places"
    folders = sorted(path.parent for path in root.rglob("place.yaml"))
    for folder in sorted(folders, key=lambda folder: (len(folder.parts), folder)):
        place = _place(files, folder.relative_to(root).as_posix(), places)
        places[place.path] = place
    _report_circles(files, root)
    return places


def _report_circles(files: Files, root: Path) -> None:
    for path in sorted(root.rglob("*")):
        if path.is_symlink():
            name = path.relative_to(files.root).as_posix()
            message = "a place is reached through a link, so places could lie inside themselves"
            files.problems.append(Problem(name, 0, message, "replace the link by a folder of its own"))


def _place(files: Files, path: str, outer: Mapping[str, Place]) -> Place:
    record = files.yaml(f"places/{path}/place.yaml")
    record.only("code", "name")
    parent = path.rpartition("/")[0]
    if parent and parent not in outer:
        record.faults.add(0, f"the place around it, “{parent}”, has no place.yaml", f"add places/{parent}/place.yaml")
    rules: dict[str, Rule] = {}
    for file in sorted((files.root / "places" / path / "rules").glob("*.yaml")):
        topic = files.yaml(file.relative_to(files.root).as_posix())
        for name, rule in topic.named():
            rules[f"{file.stem}.{name}"] = _rule(f"{file.stem}.{name}", rule, _around(path, outer))
    return Place(path, record.text("code"), record.words("name"), rules, record.file)


def _around(path: str, outer: Mapping[str, Place]) -> list[Place]:
    parts = path.split("/")
    inward = ("/".join(parts[:end]) for end in range(1, len(parts)))
    return [outer[place] for place in inward if place in outer]


def _rule(name: str, record: Record, around: list[Place]) -> Rule:
    record.only("label", "unit", "values")
    outermost = next((place.rules[name] for place in around if name in place.rules), None)
    unit = record.text("unit", outermost.unit if outermost else None)
    if unit and unit not in UNITS:
        record.faults.add(record.line("unit"), f"unknown unit “{unit}”", f"use one of: {', '.join(UNITS)}")
    label = outermost.label if outermost else record.words("label")
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
    plain = record.fields["value"].plain() if "value" in record.fields else None
    for text in _texts(plain):
        if unit not in WORDS and not _fits(text, unit):
            what = "a date such as 2026-03-01" if unit == "date" else "a number without separators, such as 3600"
            record.faults.add(record.line("value"), f"“{text}” does not go with the unit {unit}", f"write {what}")
    return RuleValue(
        start=None if record.text("from") in ("unknown", "") else record.day("from"),
        value=None if plain == "null" else plain,
        unit=unit,
        source=record.text("source"),
        article=record.text("article", ""),
        grade=grade,
        checked=record.day("checked"),
        line=record.line(),
    )


def _texts(plain: object) -> list[str]:
    parts = plain.values() if isinstance(plain, dict) else plain if isinstance(plain, list) else [plain]
    return [part for part in parts if isinstance(part, str)]


def _fits(text: str, unit: str) -> bool:
    if unit != "date":
        return NUMBER.fullmatch(text) is not None
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _report_order(record: Record, values: tuple[RuleValue, ...]) -> None:
    before: date | None = None
    for place, value in enumerate(values):
        if value.start is None and place:
            record.faults.add(value.line, "only the first value may have an unknown start", "give its first day")
        elif before and value.start == before:
            record.faults.add(value.line, f"two values from the same day, {before}", "keep one of them")
        elif before and value.start and value.start < before:
            record.faults.add(value.line, f"{value.start} comes after {before}", "put values in order, oldest first")
        before = value.start or before
