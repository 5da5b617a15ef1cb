"""Rules in force: dated values of a place and of the places it lies in.

A rule is a name with a list of values, each with its first day, source and grade. A city
inherits from its province and the country, and replaces a rule by giving one of the same name.
There is no value before the first day and none after an end: asking for one is `NoValueError`,
never silently the value of another year.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache

from calculators.kit.message import Quantity, Span

ORDERS = ("first", "second", "third")
"""Birth orders a rule may tell apart; `third` stands for the third and every later child."""

MOST_FOUND = 20_000
"""Values found for a place and day that are kept: a long list of families asks for many days."""


class NoValueError(LookupError):
    """No value of this rule is in force on this day at this place."""

    def __init__(self, rule: str, day: date, place: str, begins: date | None) -> None:
        """Remember what was asked for; `begins` is the first day that has a value, if any."""
        super().__init__(f"{rule} has no value on {day} at {place}")
        self.rule, self.day, self.place, self.begins = rule, day, place, begins


@dataclass(frozen=True)
class Value:
    """One value of a rule: in force from `start` (None: since before anyone recorded)."""

    rule: str
    place: str
    start: date | None
    value: str | Mapping[str, object] | Sequence[str] | None
    unit: str
    source: str
    article: str
    grade: str

    @property
    def certain(self) -> bool:
        """Tell whether the value may be shown as sure: grade C may not."""
        return self.grade != "C"

    @property
    def text(self) -> str:
        """Return a value that is one word, such as a relation or a yes."""
        if not isinstance(self.value, str):
            raise TypeError(f"{self.rule}: expected one value, not {self.value!r}")
        return self.value

    def __hash__(self) -> int:
        """Hash where it stands and a plain value: one that is a mapping or a list cannot be hashed."""
        return hash((self.rule, self.place, self.start, self.value if isinstance(self.value, str) else None))

    @property
    def number(self) -> Decimal:
        """Return the value as a number."""
        return Decimal(self.text)

    @property
    def count(self) -> int:
        """Return the value as a whole number (days, months, years, children)."""
        return int(self.text)

    @property
    def day(self) -> date:
        """Return the value as a date."""
        return date.fromisoformat(self.text)

    @property
    def days(self) -> tuple[date, ...]:
        """Return a value that is a list of dates."""
        return tuple(date.fromisoformat(str(text)) for text in self.value or ())

    @property
    def quantity(self) -> Quantity:
        """Return the value with its unit."""
        return Quantity(self.number, self.unit)

    def of(self, order: str) -> Value:
        """Return the value for a birth order, where the rule tells orders apart."""
        if not isinstance(self.value, Mapping) or self.open_ended:
            return self
        return self._with(self.value.get(order))

    @property
    def open_ended(self) -> bool:
        """Tell whether the rule leaves the value open between two bounds."""
        return isinstance(self.value, Mapping) and "least" in self.value

    @property
    def least(self) -> int:
        """Return the value as a whole number, or the lower bound of one left open."""
        return int(str(self.value["least"])) if isinstance(self.value, Mapping) else self.count

    @property
    def most(self) -> int:
        """Return the value as a whole number, or the upper bound of one left open."""
        return int(str(self.value["most"])) if isinstance(self.value, Mapping) else self.count

    @property
    def extent(self) -> Quantity | Span:
        """Return the value with its unit, or the bounds of one that the rule leaves open."""
        if not isinstance(self.value, Mapping):
            return self.quantity
        least, most = (Quantity(Decimal(str(self.value[end])), self.unit) for end in ("least", "most"))
        return Span(least, most)

    def _with(self, value: object) -> Value:
        kept = value if isinstance(value, str | Mapping) else None
        return Value(self.rule, self.place, self.start, kept, self.unit, self.source, self.article, self.grade)


@dataclass(frozen=True)
class Measure:
    """A measure of the site: whom it is for, and the calculators that its page leads to.

    `who` has conditions that must all hold; of the alternatives in one of them, one is enough.
    """

    slug: str
    who: tuple[tuple[str, ...], ...]
    calculators: tuple[str, ...]


@dataclass(frozen=True)
class Rules:
    """Every rule of every place, as the content gives them, and the measures of the site."""

    places: Mapping[str, Mapping[str, Sequence[Mapping[str, object]]]]
    measures: tuple[Measure, ...] = ()
    _read: dict[tuple[str, str], tuple[Value, ...]] = field(default_factory=dict, init=False, compare=False, repr=False)
    _found: dict[tuple[str, str, date], Value | None] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    @classmethod
    def from_json(cls, text: str) -> Rules:
        """Read the rules' JSON: `{"places": {place: {rule: [value, …]}}, "measures": [{…}, …]}`."""
        raw = json.loads(text)
        return cls(raw["places"], tuple(_measure(measure) for measure in raw.get("measures", ())))

    def at(self, place: str) -> PlaceRules:
        """Return the rules as they stand at a place, such as `cn/zhejiang/quzhou`."""
        if place not in self.places:
            raise KeyError(place)
        return PlaceRules(self, place)

    def values(self, place: str, rule: str) -> tuple[Value, ...]:
        """Return the values that a place itself gives to a rule, oldest first; each is read once."""
        key = place, rule
        if key not in self._read:
            self._read[key] = tuple(_value(rule, place, raw) for raw in self.places[place].get(rule, ()))
        return self._read[key]

    def found(self, place: str, rule: str, day: date) -> Value | None:
        """Return the value in force at a place on a day, or None; one answer asks for many of them again and again."""
        key = place, rule, day
        if key not in self._found:
            if len(self._found) >= MOST_FOUND:
                self._found.clear()
            self._found[key] = self._find(place, rule, day)
        return self._found[key]

    def _find(self, place: str, rule: str, day: date) -> Value | None:
        for around in _outwards(place):
            value = _in_force(self.values(around, rule), day)
            if value is not None and value.value is not None:
                return value
        return None


@dataclass(frozen=True)
class PlaceRules:
    """The rules of one place, its own before those of the places around it."""

    rules: Rules
    place: str

    def on(self, rule: str, day: date) -> Value:
        """Return the value of a rule in force on a day.

        Raises `NoValueError` when none is in force at the place or anywhere up to the country.
        """
        value = self.find(rule, day)
        if value is None:
            raise NoValueError(rule, day, self.place, self._begins(rule))
        return value

    def find(self, rule: str, day: date) -> Value | None:
        """Return the value in force on a day, or None where places may lack the rule.

        Where a place's own value has ended, or not begun, that of the places around it holds.
        """
        return self.rules.found(self.place, rule, day)

    def _begins(self, rule: str) -> date | None:
        """Return the first day of the nearest place's values."""
        given = (self.rules.values(place, rule) for place in _outwards(self.place))
        return next((values[0].start for values in given if values and values[0].start), None)

    def has(self, rule: str) -> bool:
        """Tell whether the place or one around it gives the rule, on whatever day."""
        return any(rule in self.rules.places[place] for place in _outwards(self.place))


def _in_force(values: Sequence[Value], day: date) -> Value | None:
    """Return the last of the values that has begun, oldest first."""
    for value in reversed(values):
        if value.start is None or value.start <= day:
            return value
    return None


@lru_cache(maxsize=64)
def _outwards(place: str) -> tuple[str, ...]:
    """List a place and the places around it, nearest first.

    >>> _outwards("cn/zhejiang/quzhou")
    ('cn/zhejiang/quzhou', 'cn/zhejiang', 'cn')
    """
    parts = place.split("/")
    return tuple("/".join(parts[:end]) for end in range(len(parts), 0, -1))


def _measure(raw: Mapping[str, object]) -> Measure:
    who, calculators = raw["who"], raw["calculators"]
    assert isinstance(who, list)
    assert isinstance(calculators, list)
    return Measure(str(raw["slug"]), tuple(tuple(alternatives) for alternatives in who), tuple(calculators))


def _value(rule: str, place: str, raw: Mapping[str, object]) -> Value:
    start = raw["from"]
    return Value(
        rule=rule,
        place=place,
        start=date.fromisoformat(str(start)) if start else None,
        value=raw["value"],  # type: ignore[arg-type]
        unit=str(raw["unit"]),
        source=str(raw["source"]),
        article=str(raw.get("article", "")),
        grade=str(raw["grade"]),
    )
