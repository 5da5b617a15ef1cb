"""Files as records: YAML and front matter with the file and line of every value.

Every scalar is text; what it means (a date, a number) is decided by whoever asks for it, so a
country code `no` stays a code and `1.10` keeps its zero.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

import yaml

from generator.problem import Problem

_HTML = re.compile(r"<[A-Za-z/!][^>]*")
FIRST_YEAR, LAST_YEAR = 1949, 2100
"""The years a date may lie in: one outside them is a slip of the hand."""
NO_DAY = date(1, 1, 1)
"""What stands for a date that could not be read, after its fault was told."""


@dataclass(frozen=True)
class Node:
    """A value and the line it stands on: text, None, a list or a mapping of nodes."""

    value: str | tuple[Node, ...] | Mapping[str, Node] | None
    line: int

    def plain(self) -> object:
        """Return the value without its lines."""
        if isinstance(self.value, tuple):
            return [node.plain() for node in self.value]
        if isinstance(self.value, Mapping):
            return {key: node.plain() for key, node in self.value.items()}
        return self.value


@dataclass
class Faults:
    """Where readers put the faults they meet; reading goes on, so all are found at once."""

    file: str
    found: list[Problem] = field(default_factory=list)

    def add(self, line: int, message: str, remedy: str) -> None:
        """Note a fault in this file."""
        self.found.append(Problem(self.file, line, message, remedy))


class Files(Protocol):
    """What reads files of the content folder and keeps the problems of each."""

    root: Path

    def yaml(self, path: str) -> Record:
        """Read a YAML file."""
        ...

    def faults(self, path: str) -> Faults:
        """Return where the faults of one file go."""
        ...


@dataclass(frozen=True)
class Record:
    """A mapping of one file, read key by key; a key that is missing or of another kind is a fault.

    Of a file that cannot be read (`broken`) one fault is told: what seems to be missing in it is not.
    """

    node: Node
    faults: Faults
    broken: bool = False

    @classmethod
    def unread(cls, file: str, line: int) -> Record:
        """Return the record of what cannot be read: without keys, and its faults are told to nobody."""
        return cls(Node({}, line), Faults(file), broken=True)

    @property
    def file(self) -> str:
        """The file the record stands in, relative to the content folder."""
        return self.faults.file

    @property
    def fields(self) -> Mapping[str, Node]:
        """The keys and their nodes."""
        return self.node.value if isinstance(self.node.value, Mapping) else {}

    def line(self, key: str = "") -> int:
        """Return the line of a key, or of the record."""
        return self.fields[key].line if key in self.fields else self.node.line

    def only(self, *keys: str) -> None:
        """Note every key that is not among those a record may have."""
        for key in self.fields:
            if key not in keys:
                self.faults.add(self.line(key), f"unknown key “{key}”", f"use one of: {', '.join(keys)}")

    def text(self, key: str, default: str | None = None) -> str:
        """Return text; without a default the key must be there."""
        value = self.fields[key].value if key in self.fields else default
        if isinstance(value, str):
            return value
        self.faults.add(self.line(key), f"“{key}” is missing or not text", f"write {key}: followed by text")
        return ""

    def day(self, key: str) -> date:
        """Return a date written as 2026-03-01."""
        text = self.text(key)
        day = read_day(text)
        if text and day is None:
            self.faults.add(self.line(key), f"“{text}” is not a date", "write it as 2026-03-01")
        elif day and not FIRST_YEAR <= day.year <= LAST_YEAR:
            years = f"write a day of the years {FIRST_YEAR} to {LAST_YEAR}"
            self.faults.add(self.line(key), f"“{text}” is far away", years)
        return day or NO_DAY

    def day_or_nothing(self, key: str) -> str:
        """Return a date as text; an empty text when the key is not there or is empty."""
        text = self.text(key, "")
        if text:
            self.day(key)
        return text

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; none when the key is not there."""
        node = self.fields.get(key)
        values = node.value if node and isinstance(node.value, tuple) else ()
        if node and (not isinstance(node.value, tuple) or not all(isinstance(n.value, str) for n in values)):
            self.faults.add(node.line, f"“{key}” is not a list of texts", f"write {key}: [one, two]")
        return tuple(node.value for node in values if isinstance(node.value, str))

    def record(self, key: str) -> Record:
        """Return the mapping under a key."""
        node = self.fields.get(key)
        if node is None or not isinstance(node.value, Mapping):
            self.faults.add(self.line(key), f"“{key}” is missing or not a mapping", f"write {key}: and its keys")
            return Record(Node({}, self.line(key)), self.faults)
        return Record(node, self.faults)

    def records(self, key: str) -> tuple[Record, ...]:
        """Return the list of mappings under a key; none when the key is not there."""
        node = self.fields.get(key)
        values = node.value if node and isinstance(node.value, tuple) else ()
        if node and (not isinstance(node.value, tuple) or not all(isinstance(n.value, Mapping) for n in values)):
            self.faults.add(node.line, f"“{key}” is not a list of mappings", "start each one with “- ”")
        return tuple(Record(node, self.faults) for node in values if isinstance(node.value, Mapping))

    def named(self) -> Iterable[tuple[str, Record]]:
        """Return the mappings in this record by name."""
        return [(key, self.record(key)) for key in self.fields]


def read_day(text: str) -> date | None:
    """Read a date; None for every text but one written as 2026-03-01.

    >>> read_day("20260301") is None
    True
    """
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None


class _Loader(yaml.SafeLoader):
    """Reads no aliases: with them a value could lie inside itself."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.composer.ComposerError(None, None, "an alias (*) is not known here", mark)
        return super().compose_node(parent, index)


def parse_yaml(text: str, faults: Faults, first_line: int = 1) -> Record:
    """Read YAML text; broken YAML and duplicate keys are faults with their line."""
    try:
        # libyaml is ten times as fast, but can refuse no alias; without a star there is none.
        composed = yaml.compose(text, Loader=_Loader if "*" in text else yaml.CSafeLoader)
    except yaml.YAMLError as error:
        quoted = str(getattr(error, "context", "")).startswith("while scanning a quoted")
        mark = getattr(error, "context_mark" if quoted else "problem_mark", None)
        line = mark.line + first_line if mark else first_line
        what = getattr(error, "problem", None) or "cannot be read"
        faults.add(line, f"broken YAML: {what}", "check indentation, quotes and colons on this line and above")
        return Record.unread(faults.file, first_line)
    if not isinstance(composed, yaml.MappingNode):
        faults.add(first_line, "the file is not a mapping", "write keys and values, such as “title: …”")
        return Record.unread(faults.file, first_line)
    return Record(_node(composed, faults, first_line), faults)


def read_yaml(path: Path, faults: Faults) -> Record:
    """Read a YAML file; its faults go to `faults`."""
    text = read_text(path, faults)
    return Record.unread(faults.file, 0) if text is None else parse_yaml(text, faults)


def read_text(path: Path, faults: Faults) -> str | None:
    r"""Read a text file, its lines ended by \n; None, and a fault, when it is missing or not UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        faults.add(0, "the file is missing", "create it; CONTRIBUTING shows what it holds")
    except UnicodeDecodeError:
        faults.add(0, "the file is not UTF-8", "save it with the encoding UTF-8")
    return None


def _node(node: yaml.Node, faults: Faults, first_line: int) -> Node:
    line = node.start_mark.line + first_line
    if isinstance(node, yaml.MappingNode):
        return Node(_fields(node, faults, first_line), line)
    if isinstance(node, yaml.SequenceNode):
        return Node(tuple(_node(item, faults, first_line) for item in node.value), line)
    if html := _HTML.search(node.value):
        faults.add(line, f"HTML in the text: {html[0]}", "write plain words, or Markdown in the body of a text")
    empty = node.tag == "tag:yaml.org,2002:null"
    return Node(None if empty else str(node.value), line)


def _fields(node: yaml.MappingNode, faults: Faults, first_line: int) -> dict[str, Node]:
    fields: dict[str, Node] = {}
    for key, value in node.value:
        line = key.start_mark.line + first_line
        name = str(key.value)
        if name in fields:
            faults.add(line, f"duplicate key “{name}”", f"keep one; the first is on line {fields[name].line}")
            continue
        read = _node(value, faults, first_line)
        fields[name] = Node(read.value, line)
    return fields
