"""One calculation on the command line: an interview, or JSON answers; as text, or as the page's JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from calculators import CALCULATORS
from calculators.bridge import answer
from calculators.kit.message import _
from calculators.kit.rules import Rules
from generator.figures import rules_json
from generator.problem import RefusedError
from generator.sheet_text import sheet_text
from generator.terminal import Interview
from generator.words import Speech

ENDED = 130
"""The exit code of what its user ended."""


def calculate(words: Speech, slug: str, answers: str | None, *, as_json: bool) -> int:
    """Answer one request; return 0, or 1 when an answer is at fault, or ENDED.

    `answers` is a file of JSON answers, `-` for standard input, or None to be asked.
    """
    rules = rules_json(words.site)
    try:
        raw = read_answers(answers) if answers else _interview(words, slug, rules)
    except (EOFError, KeyboardInterrupt):
        print("\n" + words.say(_("已停止，填写的内容没有保存。")), file=sys.stderr)
        return ENDED
    text = answer(json.dumps({"calculator": slug, "answers": raw}), rules, words.catalogue_json)
    given = json.loads(text)
    print(text if as_json else sheet_text(given))
    return 1 if "faults" in given else 0


def _interview(words: Speech, slug: str, rules: str) -> dict[str, Any]:
    return Interview(words, Rules.from_json(rules)).ask(CALCULATORS[slug].questions)


def read_answers(name: str) -> dict[str, Any]:
    """Read a JSON object of answers; its numbers are kept as the text that was written, never rounded."""
    text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8-sig")
    try:
        raw = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        raise RefusedError(f"{name} is no JSON: {error}") from error
    if not isinstance(raw, dict):
        raise RefusedError(f'{name} is no object of answers, such as {{"place": "cn", …}}')
    return raw
