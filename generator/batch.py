"""A list of answers in, a list of results out: CSV, row by row, so its length does not matter.

A line is a row: what is broken in it is told in its own row of the results, and the next one goes on.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from calculators import CALCULATORS
from calculators.bridge import answer
from calculators.kit.message import Message, _
from calculators.kit.questions import Kind
from generator.build import Say
from generator.figures import rules_json
from generator.list_head import Head, read_head
from generator.list_row import COLUMNS, cells
from generator.place_names import PlaceNames
from generator.problem import RefusedError
from generator.project import fresh_file
from generator.words import Speech

type Json = dict[str, Any]

EVERY = 1000
"""After how many rows the progress is told."""
UNREAD = "\ufffd"
"""What stands for bytes that are not UTF-8."""


def answer_list(words: Speech, slug: str, source: Path, target: Path, on: date | None, say: Say) -> int:
    """Write the results of a list; return 0, or 1 when a row has a fault. `target` is whole, or as it was."""
    if source.resolve() == target.resolve():
        raise RefusedError("the results would take the place of the list: give --out another name")
    rows = faults = 0
    with (
        source.open(encoding="utf-8-sig", errors="replace") as lines,
        fresh_file(target) as work,
        work.open("w", encoding="utf-8-sig", newline="") as out,
    ):
        table = csv.writer(out)
        table.writerow(COLUMNS)
        for rows, row in enumerate(results(lines, slug, words, on), 1):
            table.writerow(row)
            faults += bool(row[-1])
            if rows % EVERY == 0:
                say(_counted(rows, faults))
    say(f"{_counted(rows, faults)}: {target}")
    return 1 if faults else 0


def _counted(rows: int, faults: int) -> str:
    return f"{rows:,} {'row' if rows == 1 else 'rows'}, {faults:,} with a fault"


def results(lines: Iterable[str], slug: str, words: Speech, on: date | None) -> Iterator[list[str]]:
    """Yield the row of results for each line below the head that is not empty, in the order of COLUMNS."""
    numbered = enumerate(lines, 1)
    desk = Desk(slug, words, _head(next(numbered, (1, ""))[1], slug, on))
    for number, line in numbered:
        if line.strip(" ,\t\r\n"):
            yield desk.row(number, line)


def _head(line: str, slug: str, on: date | None) -> Head:
    if not line.strip():
        raise RefusedError("the list is empty: its first line names the columns")
    if UNREAD in line or "\0" in line:
        raise RefusedError("the list is not UTF-8: save it as “CSV UTF-8”")
    try:
        names = next(csv.reader([line], strict=True), [])
    except csv.Error as error:
        raise RefusedError(f"the head of the list cannot be read: {error}") from error
    return read_head(names, CALCULATORS[slug].questions, on.isoformat() if on else "")


class Desk:
    """Where the rows of one list are answered."""

    def __init__(self, slug: str, words: Speech, head: Head) -> None:
        """Answer for one calculator, in one language, rows below one head."""
        self.slug, self.words, self.head = slug, words, head
        self.rules, self.places = rules_json(words.site), PlaceNames(words)
        self.asked = [each.name for each in CALCULATORS[slug].questions if each.kind is Kind.PLACE]

    def row(self, number: int, line: str) -> list[str]:
        """Return the results of a line, or what is wrong with it."""
        try:
            given = next(csv.reader([line], strict=True))
        except csv.Error:
            return self._broken("", _("看不懂第 {line} 行，请检查引号和逗号", line=number))
        mark = self.head.id_of(given)
        if UNREAD in line:
            return self._broken(mark, _("第 {line} 行不是 UTF-8 编码，请把表格另存为“CSV UTF-8”", line=number))
        if any(cell.strip() for cell in given[len(self.head.columns) :]):
            return self._broken(mark, _("第 {line} 行的格子比表头多，请检查逗号", line=number))
        try:
            return cells(mark, self._answer(self.head.answers(given)), self.words)
        except Exception as error:  # a fault of ours costs this row, and not the thousands around it
            what = _("第 {line} 行没能算出来，请告诉本站：{error}", line=number, error=repr(error))
            return self._broken(mark, what)

    def _broken(self, mark: str, message: Message) -> list[str]:
        return cells(mark, {"faults": [{"field": "", "text": self.words.say(message)}]}, self.words)

    def _answer(self, answers: Json) -> Json:
        request = {"calculator": self.slug, "answers": answers | self._paths(answers)}
        given: Json = json.loads(answer(json.dumps(request), self.rules, self.words.catalogue_json))
        return given

    def _paths(self, answers: Json) -> dict[str, str]:
        """Return the places by their paths, where the list has their codes or names."""
        found = {name: self.places.called(answers[name]) for name in self.asked if name in answers}
        return {name: paths[0] for name, paths in found.items() if len(paths) == 1}
