"""Questions: what a calculator asks, and how a field's text becomes a value.

From one declaration come the form on the page, the command line, the JSON schema, the
messages about a wrong answer and the blank worksheet. Text is taken strictly: dates as
2026-03-01, numbers with Arabic digits, no separators; a page normalises before it sends.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from calculators.kit.message import Message, _
from calculators.kit.rules import Rules

UNKNOWN = "unknown"
"""The answer «I don't know», open to every question that says so."""

MOST_YUAN = Decimal(100_000_000)


class Kind(StrEnum):
    """The kinds of question."""

    DATE = "date"
    MONEY = "money"
    COUNT = "count"
    CHOICE = "choice"
    PLACE = "place"
    LIST = "list"


@dataclass(frozen=True)
class Option:
    """One answer to choose."""

    value: str
    label: Message


YES_NO = (Option("yes", _("是")), Option("no", _("否")))


@dataclass(frozen=True)
class Question:
    """One question.

    `when` names earlier answers that make it relevant: `{"arrival": ("adopted",)}`; `where` names
    a rule, and only the places that have it ask the question: the first place that was asked for.
    `least` and `most` bound a count, a date's year, or the number of rows of a list. A list asks
    its `fields` row by row; `add` and `remove` are the words of its buttons.
    """

    name: str
    kind: Kind
    label: Message
    why: Message
    hint: Message | None = None
    options: tuple[Option, ...] = ()
    unknown: bool = False
    optional: bool = False
    when: Mapping[str, tuple[str, ...]] | None = None
    where: str = ""
    least: int = 0
    most: int = 0
    fields: tuple[Question, ...] = ()
    add: Message | None = None
    remove: Message | None = None


@dataclass(frozen=True)
class Fault:
    """What is wrong with an answer: its field, such as `children.0.birth_date`, and why."""

    field: str
    message: Message


type Answer = date | Decimal | int | str | tuple[Answers, ...] | None


@dataclass(frozen=True)
class Answers:
    """Answers that have been read: each question has its value, or None for «I don't know»."""

    values: Mapping[str, Answer]

    def known(self, name: str) -> bool:
        """Tell whether the question was relevant and answered."""
        return self.values.get(name) is not None

    def day(self, name: str) -> date:
        """Return the answer to a question for a date."""
        value = self.values[name]
        assert isinstance(value, date), name
        return value

    def count(self, name: str) -> int:
        """Return the answer to a question for a whole number."""
        value = self.values[name]
        assert isinstance(value, int), name
        return value

    def money(self, name: str) -> Decimal:
        """Return the answer to a question for an amount in CNY."""
        value = self.values[name]
        assert isinstance(value, Decimal), name
        return value

    def choice(self, name: str) -> str | None:
        """Return the chosen option, or None for «I don't know» or a question not asked."""
        value = self.values.get(name)
        assert value is None or isinstance(value, str), name
        return value

    def text(self, name: str) -> str:
        """Return a choice that has no «I don't know», such as the place."""
        value = self.choice(name)
        assert value is not None, name
        return value

    def rows(self, name: str) -> tuple[Answers, ...]:
        """Return the answers in each row of a list, in the order given; none where it was not asked."""
        value = self.values.get(name) or ()
        assert isinstance(value, tuple), name
        return value


def read(
    questions: Sequence[Question],
    raw: Mapping[str, object],
    rules: Rules,
    at: str = "",
    place: str | None = None,
) -> tuple[Answers, tuple[Fault, ...]]:
    """Read raw answers: the values, and every fault with its field.

    Fields that no question asks for are a fault too, so a misspelt name is never ignored.
    """
    values: dict[str, Answer] = {}
    faults: list[Fault] = []
    for question in questions:
        if not relevant(question, values, rules, place):
            continue
        value, found = _read_one(question, raw.get(question.name), rules, at + question.name, place)
        place = place or (value if question.kind is Kind.PLACE and isinstance(value, str) else None)
        values[question.name] = value
        faults += found
    names = {question.name for question in questions}
    strange = [name for name in raw if name not in names]
    faults += [Fault(at + name, _("没有这个问题，请检查名称")) for name in strange]
    return Answers(values), tuple(faults)


def relevant(question: Question, values: Mapping[str, Answer], rules: Rules, place: str | None) -> bool:
    """Tell whether a question is to be asked, given the answers before it and the place."""
    if question.where and (place is None or not rules.at(place).has(question.where)):
        return False
    return all(values.get(name) in wanted for name, wanted in (question.when or {}).items())


def _read_one(
    question: Question, raw: object, rules: Rules, field: str, place: str | None
) -> tuple[Answer, list[Fault]]:
    if raw is None or raw == "" or raw == []:
        missing = [] if question.optional else [Fault(field, _("请回答这个问题"))]
        return None, missing
    if raw == UNKNOWN and question.unknown:
        return None, []
    if question.kind is Kind.LIST:
        return _read_list(question, raw, rules, field, place)
    if not isinstance(raw, str) or len(raw) > 64:
        return None, [Fault(field, _("这里应是一段短文字"))]
    value = _READERS[question.kind](question, raw.strip(), rules.places)
    return (None, [Fault(field, value)]) if isinstance(value, Message) else (value, [])


def _read_list(
    question: Question, raw: object, rules: Rules, field: str, place: str | None
) -> tuple[Answer, list[Fault]]:
    if not isinstance(raw, list) or not all(isinstance(row, Mapping) for row in raw):
        return None, [Fault(field, _("这里应是一个列表"))]
    if len(raw) > question.most:
        return None, [Fault(field, _("最多可填 {most} 项", most=question.most))]
    read_all = [read(question.fields, row, rules, f"{field}.{i}.", place) for i, row in enumerate(raw)]
    return tuple(row for row, __ in read_all), [fault for __, found in read_all for fault in found]


def _date(question: Question, text: str, _places: Collection[str]) -> date | Message:
    wrong = _("请填写真实存在的日期，例如 2026-03-01")
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        return wrong
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return wrong
    if not question.least <= day.year <= question.most:
        return _("年份应在 {least} 到 {most} 之间", least=question.least, most=question.most)
    return day


def _money(_question: Question, text: str, _places: Collection[str]) -> Decimal | Message:
    if not re.fullmatch(r"\d{1,9}(\.\d{1,2})?", text, re.ASCII):
        return _("请用数字填写金额（元），不加逗号，例如 8000 或 8000.50")
    amount = Decimal(text)
    return amount if amount <= MOST_YUAN else _("金额太大，请检查")


def _count(question: Question, text: str, _places: Collection[str]) -> int | Message:
    if re.fullmatch(r"\d{1,4}", text, re.ASCII) and question.least <= int(text) <= question.most:
        return int(text)
    return _("请填写 {least} 到 {most} 之间的整数", least=question.least, most=question.most)


def _choice(question: Question, text: str, _places: Collection[str]) -> str | Message:
    values = {option.value for option in question.options}
    return text if text in values else _("请从选项中选择一项")


def _place(_question: Question, text: str, places: Collection[str]) -> str | Message:
    return text if text in places else _("没有这个地方的资料，请选择列表中的地方")


_READERS: dict[Kind, Callable[[Question, str, Collection[str]], Answer | Message]] = {
    Kind.DATE: _date,
    Kind.MONEY: _money,
    Kind.COUNT: _count,
    Kind.CHOICE: _choice,
    Kind.PLACE: _place,
}
