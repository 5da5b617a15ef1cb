"""Results: what a calculator answers, still without words.

A verdict is never mixed up with an amount: «not eligible now» has no amounts, and an amount
of 0 says nothing about eligibility.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache

from calculators.kit.message import Message, Name, Quantity, Span
from calculators.kit.rules import Value


class Verdict(StrEnum):
    """The three verdicts."""

    LIKELY = "likely"
    MORE_INFORMATION = "more_information"
    NOT_NOW = "not_now"


def best(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the most favourable of several children's verdicts, «more information» for none."""
    found = set(verdicts) or {Verdict.MORE_INFORMATION}
    return next(verdict for verdict in Verdict if verdict in found)


class Kind(StrEnum):
    """How often an amount comes; amounts of different kinds are never added up."""

    ONCE = "once"
    MONTHLY = "monthly"
    YEARLY = "yearly"
    IN_ALL = "in_all"
    LENGTH = "length"


@dataclass(frozen=True)
class Criterion:
    """One condition of the rule: met, not met, or not known (None)."""

    text: Message
    met: bool | None
    rules: tuple[Value, ...] = ()


@dataclass(frozen=True)
class Amount:
    """An amount of money or a length of leave; not `certain` when a rule behind it is grade C."""

    kind: Kind
    label: Message
    quantity: Quantity | Span
    certain: bool


class Standing(StrEnum):
    """How a payment stands on the day asked about."""

    CLAIMED = "claimed"
    OPEN = "open"
    COMING = "coming"
    MISSED = "missed"

    @classmethod
    def of(cls, opens: date, closes: date, on: date, *, claimed: bool) -> Standing:
        """Judge a window for claims, both days included."""
        if claimed:
            return cls.CLAIMED
        if on > closes:
            return cls.MISSED
        return cls.OPEN if on >= opens else cls.COMING


@dataclass(frozen=True)
class Payment:
    """One payment of the plan: what to claim between two days, both included."""

    label: Message
    opens: date
    closes: date
    quantity: Quantity
    standing: Standing
    certain: bool

    @property
    def ahead(self) -> bool:
        """Whether the payment can still be claimed, now or later."""
        return self.standing in (Standing.OPEN, Standing.COMING)


class Occasion(StrEnum):
    """What happens on a date: a deadline to keep, an appointment, or a leave that runs."""

    DEADLINE = "deadline"
    APPOINTMENT = "appointment"
    LEAVE = "leave"


@dataclass(frozen=True)
class Event:
    """A date, or a run of days with both ends included, ready for a calendar.

    `key` is stable for the same child and event: calendar programs update by it.
    """

    key: str
    occasion: Occasion
    label: Message
    first: date
    last: date
    certain: bool = True


@dataclass(frozen=True)
class Document:
    """A document to bring, when it is needed, and to which of the `offices`."""

    label: Message
    needed: Message | None = None
    office: Message | None = None


@dataclass(frozen=True)
class Step:
    """One step of the calculation with the rules behind it."""

    text: Message
    rules: tuple[Value, ...] = ()

    @property
    def certain(self) -> bool:
        """Tell whether every rule behind the step may be shown as sure."""
        return all(rule.certain for rule in self.rules)


@dataclass(frozen=True)
class Point:
    """One point of a chart: a number or a day across, an amount upwards."""

    at: Quantity | date
    amount: Quantity


@dataclass(frozen=True)
class Chart:
    """How an amount changes across a limit; `text` says in words what the line shows.

    `limit` is where it jumps or bends, `here` where this family stands; `rules` set the limit.
    Between its points the amount stays the same where `stepped`, and else changes evenly.
    """

    title: Message
    text: Message
    across: Message
    upwards: Message
    points: tuple[Point, ...]
    limit: Quantity | date
    rules: tuple[Value, ...]
    here: Quantity | date | None = None
    stepped: bool = False


@dataclass(frozen=True)
class Finding:
    """How a whole measure, or another calculator, stands for a family; `change` is what would alter it.

    `page` is `measure:slug` or `calculator:slug`, and the name under which the words are found.
    """

    page: str
    verdict: Verdict
    criteria: tuple[Criterion, ...]
    change: tuple[Message, ...] = ()
    calculators: tuple[str, ...] = ()


_SAID_ONCE = ("documents", "where", "assumptions", "office", "otherwise")


@dataclass(frozen=True)
class Part:
    """A part of an answer; parts about one child or one leave join into the whole.

    `office` is what to confirm with the office, `otherwise` why the office may say otherwise.
    """

    criteria: tuple[Criterion, ...] = ()
    amounts: tuple[Amount, ...] = ()
    payments: tuple[Payment, ...] = ()
    events: tuple[Event, ...] = ()
    documents: tuple[Document, ...] = ()
    where: tuple[Message, ...] = ()
    steps: tuple[Step, ...] = ()
    assumptions: tuple[Message, ...] = ()
    office: tuple[Message, ...] = ()
    otherwise: tuple[Message, ...] = ()
    charts: tuple[Chart, ...] = ()
    findings: tuple[Finding, ...] = ()

    @classmethod
    def join(cls, parts: Iterable[Part]) -> Part:
        """Join parts in order; sentences and documents that several of them share stand once."""
        listed = list(parts)

        def joined(name: str) -> tuple[object, ...]:
            things = [thing for part in listed for thing in getattr(part, name)]
            return tuple(unique(things) if name in _SAID_ONCE else things)

        return cls(**{part.name: joined(part.name) for part in fields(cls)})  # type: ignore[arg-type]


@dataclass(frozen=True)
class Result:
    """The whole answer of a calculator, for a place as its rules stand on a day."""

    verdict: Verdict
    reason: Message
    on: date
    place: str
    part: Part
    hotlines: tuple[str, ...] = ()


def unique[T](things: Iterable[T]) -> list[T]:
    """Keep the first of equal things.

    >>> unique([2, 1, 2])
    [2, 1]
    """
    return list(dict.fromkeys(things))


def verdict_of(criteria: tuple[Criterion, ...]) -> Verdict:
    """Judge criteria: one unmet is «not now», else one unknown is «more information».

    >>> from calculators.kit.message import Message
    >>> verdict_of((Criterion(Message("a"), True), Criterion(Message("b"), None)))
    <Verdict.MORE_INFORMATION: 'more_information'>
    """
    if any(criterion.met is False for criterion in criteria):
        return Verdict.NOT_NOW
    if any(criterion.met is None for criterion in criteria):
        return Verdict.MORE_INFORMATION
    return Verdict.LIKELY


def to_json(thing: object) -> object:
    """Return the JSON form of a result or of any part of it.

    The rows of a schedule are left out: they stand in the rules, and a long plan names them often.
    """
    if isinstance(thing, Message | Quantity | Span | Name):
        return thing.to_json()
    if isinstance(thing, tuple):
        return [to_json(part) for part in thing]
    if isinstance(thing, date):
        return thing.isoformat()
    if isinstance(thing, Value):
        return _rule_to_json(thing)
    kind: type = type(thing)
    if names := _field_names(kind):
        return {name: to_json(getattr(thing, name)) for name in names}
    return thing


@lru_cache(maxsize=4096)
def _rule_to_json(rule: Value) -> object:
    """Return the JSON form of a rule's value, which many steps of one answer rest on."""
    hidden = rule.unit == "schedule"
    return {name: None if hidden and name == "value" else to_json(getattr(rule, name)) for name in _field_names(Value)}


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    """Return the fields of a dataclass, nothing for another type; asked once for each type."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
