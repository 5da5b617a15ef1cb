"""An interview on the terminal: a calculator's questions one by one, as far as they are relevant.

It speaks on standard error, so that standard output holds nothing but the answer.
"""

from __future__ import annotations

import sys
import unicodedata
from dataclasses import replace
from datetime import date
from typing import Any

from calculators.kit.message import Message, _
from calculators.kit.questions import UNKNOWN, Kind, Question, read, relevant
from calculators.kit.rules import Rules
from generator.place_names import PlaceNames
from generator.words import Speech

YES = "1"


class Interview:
    """Asks questions; an answer that is at fault is asked again."""

    def __init__(self, words: Speech, rules: Rules) -> None:
        """Ask in the language of `words`, about the places of `rules`."""
        self.words, self.rules, self.place, self.places = words, rules, "", PlaceNames(words)
        self.listed = False

    def ask(self, questions: tuple[Question, ...]) -> dict[str, Any]:
        """Ask each question that is relevant; return the raw answers."""
        raw: dict[str, Any] = {}
        for index, question in enumerate(questions):
            given, _faults = read(questions[:index], raw, self.rules, place=self.place or None)
            if relevant(question, given.values, self.rules, self.place or None):
                raw[question.name] = self._rows(question) if question.kind is Kind.LIST else self._answer(question)
        return raw

    def _rows(self, question: Question) -> list[dict[str, Any]]:
        self._introduce(question)
        rows: list[dict[str, Any]] = []
        while len(rows) < question.most and (self._more(question) if rows or question.optional else True):
            _print(f"\n— {self.words.say(question.label)} {len(rows) + 1} —")
            rows.append(self.ask(question.fields))
        return rows

    def _more(self, question: Question) -> bool:
        add = question.add or _("再加一项")
        self._say(_("{add}：输入 1；不加：按回车", add=add))
        return _typed() == YES

    def _answer(self, question: Question) -> str:
        self._introduce(question)
        alone = replace(question, when=None, where="")  # it was found relevant before it was asked
        while True:
            text = self._meant(question, _typed())
            faults = read([alone], {question.name: text}, self.rules)[1]
            if not faults:
                self.place = self.place or (text if question.kind is Kind.PLACE else "")
                return text
            _print("  ! " + self.words.say(faults[0].message))

    def _introduce(self, question: Question) -> None:
        _print(f"\n{self.words.say(question.label)}\n  ({self.words.say(question.why)})")
        if question.hint:
            self._say(question.hint)
        for number, option in enumerate(question.options, 1):
            _print(f"  {number}. {self.words.say(option.label)}")
        if question.kind is Kind.PLACE:
            self._list_places()
        if question.unknown:
            self._say(_("不知道：输入 ?"))
        if question.optional and question.kind is not Kind.LIST:
            self._say(_("可以不填：按回车"))
        if question.name == "on":
            self._say(_("今天（{today}）：按回车", today=date.today()))

    def _list_places(self) -> None:
        self._say(_("输入地方的代码、名称或名称的一部分"))
        if not self.listed:
            _print("\n".join(f"  {line}" for line in self.places.lines()))
        self.listed = True

    def _meant(self, question: Question, typed: str) -> str:
        """Return the answer that was typed: by its number, by a place's name, or as it is."""
        if typed == "?" and question.unknown:
            return UNKNOWN
        if question.options and typed.isdecimal() and 0 < int(typed) <= len(question.options):
            return question.options[int(typed) - 1].value
        if question.kind is Kind.PLACE:
            return self._place(typed)
        return date.today().isoformat() if question.name == "on" and not typed else typed

    def _place(self, typed: str) -> str:
        found = self.places.called(typed) or self.places.like(typed)
        for path in found if len(found) > 1 else ():
            _print(f"  {self.places.line(path)}")
        return found[0] if len(found) == 1 else typed

    def _say(self, message: Message) -> None:
        _print(f"  {self.words.say(message)}")


def _typed() -> str:
    """Return a line as it was meant: an input method may leave wide digits and marks."""
    print("> ", end="", file=sys.stderr, flush=True)
    return unicodedata.normalize("NFKC", input()).strip()


def _print(line: str) -> None:
    print(line, file=sys.stderr)
