"""Reading the pages that people write: measures, and the pages of the plan, each with a text in every language."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator.model import Citation, Measure, Page, Text
from generator.records import Faults, Files, Record, parse_yaml, read_text

GLANCE = ("who", "amount", "apply", "documents", "deadline", "ask")
PAGE_KEYS = ("clauses", "sources", "related", "checked", "review_by")
MEASURE_KEYS = (*PAGE_KEYS, "status", "stages", "calculators", "topics", "hotlines", "who")
TEXT_KEYS = ("title", "summary", "glance", "drafted_by", "made_from", "reviewed")


def read_measures(files: Files) -> Iterable[Measure]:
    """Read every measure: `measures/<group>/<slug>/measure.yaml`, and its texts beside it."""
    for path in sorted(files.root.glob("measures/*/*/measure.yaml")):
        record = files.yaml(path.relative_to(files.root).as_posix())
        record.only(*MEASURE_KEYS)
        yield Measure(
            **_page(files, path.parent, record, GLANCE),
            status=record.text("status"),
            stages=record.texts("stages"),
            calculators=record.texts("calculators"),
            topics=record.texts("topics"),
            hotlines=record.texts("hotlines"),
            who=tuple(tuple(condition.split(" or ")) for condition in record.texts("who")),
        )


def read_plan(files: Files) -> Iterable[Page]:
    """Read the pages of the plan: `plan/<slug>/page.yaml`, and its texts beside it."""
    for path in sorted(files.root.glob("plan/*/page.yaml")):
        record = files.yaml(path.relative_to(files.root).as_posix())
        record.only(*PAGE_KEYS)
        yield Page(**_page(files, path.parent, record, ()))


def _page(files: Files, folder: Path, record: Record, glance: tuple[str, ...]) -> dict[str, Any]:
    return {
        "group": folder.parent.name,
        "slug": folder.name,
        "clauses": record.texts("clauses"),
        "citations": tuple(
            Citation(cited.text("source"), cited.text("article", ""), cited.line())
            for cited in record.records("sources")
        ),
        "related": record.texts("related"),
        "checked": record.day("checked"),
        "review_by": record.day("review_by"),
        "texts": {text.language: text for text in _texts(files, folder, glance)},
        "file": record.file,
    }


def _texts(files: Files, folder: Path, glance: tuple[str, ...]) -> Iterable[Text]:
    for path in sorted(folder.glob("*.md")):
        yield read_page_text(path, glance, files.faults(path.relative_to(files.root).as_posix()))


def read_page_text(path: Path, glance: tuple[str, ...], faults: Faults) -> Text:
    """Read one text; `glance` names the facts at a glance that its front matter must have."""
    text = read_text(path, faults)
    head, body, body_line = split_front_matter(text or "")
    record = Record.unread(faults.file, 1) if text is None else _front_matter(head, body_line, faults)
    record.only(*TEXT_KEYS)
    facts = record.record("glance") if glance else None
    if facts:
        facts.only(*glance)
    return Text(
        language=path.stem,
        title=record.text("title"),
        summary=record.text("summary"),
        glance={name: facts.text(name) for name in glance} if facts else {},
        body=body,
        body_line=body_line,
        drafted_by=record.text("drafted_by", ""),
        made_from=_by_block(record, "made_from"),
        reviewed=_by_block(record, "reviewed"),
        file=faults.file,
    )


def _by_block(record: Record, key: str) -> dict[str, str]:
    if key not in record.fields:
        return {}
    marks = record.record(key)
    read = marks.text if key == "made_from" else marks.day_or_nothing
    return {anchor: read(anchor) for anchor in marks.fields}


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
