"""The head of a list of answers: which column answers which question, and what a list may not hold.

A column is called by its question, such as `birth_date`, or `children.0.birth_date` in the first row
of a list question. One more column, `id`, is the list's own mark of a row. Names, telephone numbers
and numbers of identity cards are refused: nothing is worked out from them, so they need not be there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from calculators.kit.questions import Kind, Question
from generator.problem import RefusedError

ID, ON = "id", "on"
PERSONAL = (
    *("name", "phone", "mobile", "tel", "idcard", "idnumber", "idno", "passport", "address", "email", "bank"),
    *(
        "wechat",
        "姓名",
        "名字",
        "电话",
        "手机",
        "身份证",
        "证件",
        "护照",
        "住址",
        "地址",
        "邮箱",
        "微信",
        "银行卡",
        "账号",
    ),
)
"""Parts of the names of columns that are about who a person is."""
_DAY = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})", re.ASCII)


@dataclass(frozen=True)
class Column:
    """A column that answers a question, which may be a field in a row of a list question."""

    question: Question
    of: str = ""
    row: int = 0

    def read(self, cell: str) -> str:
        """Return a cell as an answer; spreadsheets turn 2026-03-01 into 2026/3/1, so that is turned back."""
        day = _DAY.fullmatch(cell.strip()) if self.question.kind is Kind.DATE else None
        return f"{int(day[1]):04}-{int(day[2]):02}-{int(day[3]):02}" if day else cell.strip()


@dataclass(frozen=True)
class Head:
    """The columns of a list in their order, None for `id`; and the day that is the same in every row."""

    columns: tuple[Column | None, ...]
    on: str

    def id_of(self, cells: Sequence[str]) -> str:
        """Return the mark of a row, or an empty text."""
        return next((cell for column, cell in zip(self.columns, cells, strict=False) if column is None), "")

    def answers(self, cells: Sequence[str]) -> dict[str, object]:
        """Return the answers of a row; an empty cell answers nothing."""
        given: dict[str, object] = {ON: self.on} if self.on else {}
        lists: dict[str, dict[int, dict[str, str]]] = {}
        for column, cell in zip(self.columns, cells, strict=False):
            if column is None or not cell.strip():
                continue
            if column.of:
                rows = lists.setdefault(column.of, {})
                rows.setdefault(column.row, {})[column.question.name] = column.read(cell)
            else:
                given[column.question.name] = column.read(cell)
        return given | {name: [rows.get(row, {}) for row in range(max(rows) + 1)] for name, rows in lists.items()}


def read_head(cells: Sequence[str], questions: Sequence[Question], on: str) -> Head:
    """Read the names of the columns; `on` is the day of every row, or an empty text.

    Raises `RefusedError` where a column answers no question, or the day of the calculation is missing.
    """
    names = [cell.strip() for cell in cells]
    known = dict(_columns(questions))
    for name in names:
        if name.casefold() != ID and name not in known:
            _refuse(name, questions)
        if names.count(name) > 1:
            raise RefusedError(f"two columns of the list are called “{name}”: leave one")
    if on and ON in names:
        raise RefusedError("the list has a column “on” for the day: leave out --on, or the column")
    if ON in known and not on and ON not in names:
        raise RefusedError("the list does not say for which day: add a column “on”, or --on 2026-11-23")
    return Head(tuple(known.get(name) for name in names), on)


def _columns(questions: Sequence[Question]) -> Iterable[tuple[str, Column]]:
    for question in questions:
        if question.kind is not Kind.LIST:
            yield question.name, Column(question)
        for row in range(question.most if question.kind is Kind.LIST else 0):
            for field in question.fields:
                yield f"{question.name}.{row}.{field.name}", Column(field, question.name, row)


def _refuse(name: str, questions: Sequence[Question]) -> None:
    plain = re.sub(r"[\s_.-]", "", name.casefold())
    if any(part in plain for part in PERSONAL):
        what = "nothing is worked out from names, telephone or identity numbers, so a list holds none"
        raise RefusedError(f"column “{name}”: {what}: mark its rows by a number of your own in a column “id”")
    fields = (f"{each.name}.0.{field.name}" for each in questions for field in each.fields)
    names = [*(each.name for each in questions if each.kind is not Kind.LIST), *fields]
    raise RefusedError(f"column “{name}” is no question: use {', '.join(names)}, and id to mark a row")
