"""A calculator on the terminal: asks question by question, or takes JSON and gives JSON."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from calculators import CALCULATORS
from calculators.bridge import answer
from calculators.kit.message import _
from calculators.kit.questions import UNKNOWN, Kind, Question, read, relevant
from calculators.kit.rules import Rules
from generator.build import speeches
from generator.figures import rules_json
from generator.project import Project
from generator.words import Speech


def calculate(project: Project, slug: str, answers: str | None, language: str) -> int:
    """Answer one request; return 0, or 1 when an answer is at fault.

    `answers` is a file of JSON answers, `-` for standard input, or None to be asked.
    """
    words = next((each for each in speeches(project) if each.language.tag == language), None)
    if words is None:
        raise ValueError(f"“{language}” is not a language of the site; see content/languages.yaml")
    rules = rules_json(words.site)
    if answers is None:
        raw = Interview(words, Rules.from_json(rules)).ask(CALCULATORS[slug].questions)
    else:
        raw = json.loads(sys.stdin.read() if answers == "-" else Path(answers).read_text(encoding="utf-8"))
    text = answer(json.dumps({"calculator": slug, "answers": raw}), rules, words.catalogue_json)
    given = json.loads(text)
    print(text if answers is not None else sheet_text(given))
    return 1 if "faults" in given else 0


class Interview:
    """Asks questions on the terminal; an answer that is at fault is asked again."""

    def __init__(self, words: Speech, rules: Rules) -> None:
        """Ask in the language of `words`, about the places of `rules`."""
        self.words, self.rules, self.place = words, rules, ""

    def ask(self, questions: tuple[Question, ...]) -> dict[str, Any]:
        """Ask each question that is relevant; return the raw answers."""
        raw: dict[str, Any] = {}
        for question in questions:
            given, _faults = read(questions[: questions.index(question)], raw, self.rules, place=self.place or None)
            if relevant(question, given.values, self.rules, self.place or None):
                raw[question.name] = self._answer(question)
        return raw

    def _answer(self, question: Question) -> Any:
        if question.kind is Kind.CHILDREN:
            return self._children(question)
        while True:
            text = self._typed(question)
            alone = replace(question, when=None, where="")  # it was found relevant before it was asked
            _answers, faults = read([alone], {question.name: text}, self.rules)
            if not faults:
                self.place = text if question.kind is Kind.PLACE else self.place
                return text
            print("  ! " + self.words.say(faults[0].message))

    def _typed(self, question: Question) -> str:
        print(f"\n{self.words.say(question.label)}\n  ({self.words.say(question.why)})")
        if question.hint:
            print(f"  {self.words.say(question.hint)}")
        values = [option.value for option in question.options] + ([UNKNOWN] if question.unknown else [])
        for number, option in enumerate(question.options, 1):
            print(f"  {number}. {self.words.say(option.label)}")
        if question.unknown:
            print(f"  {len(values)}. {self.words.say(_('不知道'))}")
        typed = input("> ").strip()
        if values and typed.isdecimal() and 0 < int(typed) <= len(values):
            return values[int(typed) - 1]
        return date.today().isoformat() if question.name == "on" and not typed else typed

    def _children(self, question: Question) -> list[dict[str, Any]]:
        children: list[dict[str, Any]] = []
        while len(children) < question.most:
            print(f"\n— {self.words.say(question.label)} {len(children) + 1} —")
            children.append(self.ask(question.fields))
            if input(f"\n{self.words.say(_('还有孩子吗？有就输入 1，没有就按回车。'))} ").strip() != "1":
                break
        return children


def sheet_text(given: dict[str, Any]) -> str:
    """Return an answer as plain text."""
    if "faults" in given:
        return "\n".join(f"! {fault['field']}: {fault['text']}" for fault in given["faults"])
    sheet = given["sheet"]
    lines = ["", f"== {sheet['verdict']['text']} ==", sheet["verdict"]["reason"]]
    for section in sheet["sections"]:
        lines += ["", f"-- {section['heading']} --"]
        lines += [line for block in section["blocks"] for line in _block(block)]
    return "\n".join([*lines, "", sheet["dated"]])


def _block(block: dict[str, Any]) -> list[str]:
    if block["kind"] == "table":
        return [" | ".join(row) for row in [block["columns"], *block["rows"]]]
    lines = []
    for item in block["items"]:
        if isinstance(item, str):
            lines.append(f"* {item}")
        else:
            state = f"[{block['words'][json.dumps(item['met'])]}] " if "met" in item else ""
            lines += [f"* {state}{item['text']}", *(f"    {rule['text']}" for rule in item["rules"])]
    return lines
