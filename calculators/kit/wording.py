"""Wording: messages and values become words of one language.

The words come from a catalogue made at build time from gettext files and CLDR (through
Babel), because browsers do not know every language of this site. A message without a
translation falls back to its id, which is the source language.
"""

from __future__ import annotations

import gettext
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from calculators.kit.message import Message, Name, Quantity, Span, Term, _
from calculators.kit.rules import Value

UNSURE = _("（待确认，请咨询办理机构或单位）")
"""What stands behind a value that is not certain."""
RANGE = _("{least} 至 {most}")
_ISOLATE, _POP = "\u2068", "\u2069"


@dataclass(frozen=True)
class Catalogue:
    """The words of one language: messages, units with plurals, names, number and date forms."""

    language: str
    direction: str
    messages: Mapping[str, str]
    units: Mapping[str, tuple[str, ...]]
    plural: Callable[[int], int]
    group: str
    decimal: str
    date_pattern: str
    months: tuple[str, ...]
    names: Mapping[str, str]
    sources: Mapping[str, Mapping[str, str]]
    citations: dict[Value, Mapping[str, object]] = field(default_factory=dict, init=False, compare=False, repr=False)
    """Rules that have been worded already: many steps of one answer rest on the same."""

    @classmethod
    def from_json(cls, text: str) -> Catalogue:
        """Read a catalogue; its plural rule is gettext's C expression, such as `n != 1`."""
        raw = json.loads(text)
        return cls(
            language=raw["language"],
            direction=raw["direction"],
            messages=raw["messages"],
            units={unit: tuple(forms) for unit, forms in raw["units"].items()},
            plural=gettext.c2py(raw["plural"]),
            group=raw["group"],
            decimal=raw["decimal"],
            date_pattern=raw["date"],
            months=tuple(raw["months"]),
            names=raw["names"],
            sources=raw["sources"],
        )

    def say(self, message: Message) -> str:
        """Return the sentence in words, with its values worded and put in their places."""
        text = self.messages.get(message.msgid) or message.msgid
        if not message.values:
            return text
        return text.format_map({name: self.isolated(self.term(term)) for name, term in message.values.items()})

    def term(self, term: Term) -> str:
        """Return a value in words."""
        match term:
            case Message():
                return self.say(term)
            case Quantity():
                return self.quantity(term)
            case Span():
                return self.span(term)
            case Name():
                return self.names.get(term.key, term.key)
            case date():
                return self.date(term)
            case _:
                return str(term)

    def quantity(self, quantity: Quantity) -> str:
        """Return a number with its unit, in the plural form that the number asks for."""
        forms = self.units.get(quantity.unit)
        number = self.number(quantity.number)
        if forms is None:
            return number
        whole = quantity.number == quantity.number.to_integral_value()
        index = self.plural(int(quantity.number)) if whole else len(forms) - 1
        return forms[min(index, len(forms) - 1)].format(n=number)

    def span(self, span: Span) -> str:
        """Return bounds, or one quantity where they are the same."""
        if span.least == span.most:
            return self.quantity(span.least)
        return self.say(Message(RANGE.msgid, {"least": self.number(span.least.number), "most": span.most}))

    def number(self, number: Decimal) -> str:
        """Return a number with the language's separators; money keeps at most two decimals.

        At most two decimals are shown, and none where they are zero.
        """
        text = f"{number:,.2f}".removesuffix(".00")
        return text.replace(",", "\0").replace(".", self.decimal).replace("\0", self.group)

    def date(self, day: date) -> str:
        """Return a date in the language's long form."""
        return self.date_pattern.format(y=day.year, m=day.month, d=day.day, month=self.months[day.month - 1])

    def isolated(self, text: str) -> str:
        """Keep a text's own direction inside a right-to-left language."""
        return f"{_ISOLATE}{text}{_POP}" if self.direction == "rtl" else text
