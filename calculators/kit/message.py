"""Messages: a sentence's id and the values that belong in it, still without words.

A message id is the sentence in the source language (zh-Hans) with named places, as gettext
has it. Results carry messages; `wording` turns them into words where they are shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Quantity:
    """A number with its unit: CNY, day, working_day, month, year, child, hour.

    >>> Quantity(Decimal(98), "day").to_json()
    {'quantity': '98', 'unit': 'day'}
    """

    number: Decimal
    unit: str

    def to_json(self) -> object:
        """Return the JSON form; numbers travel as text, so nothing is rounded."""
        return {"quantity": f"{self.number.normalize():f}", "unit": self.unit}


@dataclass(frozen=True)
class Span:
    """A quantity that the rule leaves open between two bounds, such as 60 to 82 days."""

    least: Quantity
    most: Quantity

    def to_json(self) -> object:
        """Return the JSON form."""
        return {"least": self.least.to_json(), "most": self.most.to_json()}


@dataclass(frozen=True)
class Name:
    """A name that content gives in every language, by its key: `place:cn/zhejiang`."""

    key: str

    def to_json(self) -> object:
        """Return the JSON form."""
        return {"name": self.key}


@dataclass(frozen=True)
class Message:
    """One sentence: its id and its values."""

    msgid: str
    values: Mapping[str, Term] = field(default_factory=dict)

    def __hash__(self) -> int:
        """Hash the id and the values, in whatever order they were given."""
        return hash((self.msgid, frozenset(self.values.items()))) if self.values else hash(self.msgid)

    def to_json(self) -> object:
        """Return the JSON form; values are tagged with their kind."""
        values = {name: term_to_json(term) for name, term in self.values.items()}
        return {"msgid": self.msgid, "values": values} if values else {"msgid": self.msgid}


type Term = Quantity | Span | Name | Message | date | int | str


def term_to_json(term: Term) -> object:
    """Return the JSON form of a value in a message; a plain number is a name, like a year."""
    if isinstance(term, date):
        return {"date": term.isoformat()}
    if isinstance(term, int | str):
        return term
    return term.to_json()


def _(msgid: str, /, **values: Term) -> Message:
    """Make a message. The short name is the one that Babel's extractor looks for."""
    return Message(msgid, values)


def yuan(number: Decimal | int) -> Quantity:
    """Return an amount of money in CNY."""
    return Quantity(Decimal(number), "CNY")


def days(number: int) -> Quantity:
    """Return a number of natural days."""
    return Quantity(Decimal(number), "day")


def months(number: int) -> Quantity:
    """Return a number of months."""
    return Quantity(Decimal(number), "month")


def place_name(place: str) -> Name:
    """Return the name of a place, such as `cn/zhejiang`, to be worded in the reader's language."""
    return Name(f"place:{place}")
