"""The only door into the calculators: JSON text in, JSON text out.

A page, the command line and the tests all come through here, so they get the same bytes. A
request is `{"calculator": slug, "answers": {…}}`; the answer has `faults` (each with its field
and words), or `result`, `sheet` and `calendar`.
"""

from __future__ import annotations

import json
from functools import lru_cache

from calculators import CALCULATORS
from calculators.kit.calendar import calendar
from calculators.kit.message import Message, Name, _, place_name
from calculators.kit.questions import Fault, read
from calculators.kit.result import to_json
from calculators.kit.rules import NoValueError, Rules
from calculators.kit.sheet import sheet
from calculators.kit.wording import Catalogue

MOST_CHARACTERS = 200_000

_rules = lru_cache(maxsize=2)(Rules.from_json)
_catalogue = lru_cache(maxsize=8)(Catalogue.from_json)


def answer(request: str, rules: str, catalogue: str) -> str:
    """Answer a request; every request ends in a result or in named faults, never an exception."""
    given = _answer(request, _rules(rules), _catalogue(catalogue))
    return json.dumps(given, ensure_ascii=False, separators=(",", ":"))


def _answer(request: str, rules: Rules, catalogue: Catalogue) -> dict[str, object]:
    if len(request) > MOST_CHARACTERS:
        return _faults([Fault("", _("请求太长"))], catalogue)
    try:
        asked = json.loads(request)
        calculator = CALCULATORS[asked["calculator"]]
        raw = {str(name): value for name, value in asked["answers"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return _faults([Fault("", _("看不懂这个请求，请刷新页面后再试"))], catalogue)
    answers, faults = read(calculator.questions, raw, rules)
    if faults:
        return _faults(faults, catalogue)
    try:
        result = calculator.calculate(answers, rules)
    except NoValueError as gap:
        return _faults([Fault("", _no_value(gap))], catalogue)
    if isinstance(result, Fault):
        return _faults([result], catalogue)
    return {
        "result": to_json(result),
        "sheet": sheet(result, catalogue),
        "calendar": calendar(calculator.slug, result, catalogue),
    }


def _faults(faults: list[Fault] | tuple[Fault, ...], catalogue: Catalogue) -> dict[str, object]:
    return {"faults": [{"field": fault.field, "text": catalogue.say(fault.message)} for fault in faults]}


def _no_value(gap: NoValueError) -> Message:
    place, day = place_name(gap.place), gap.day
    if gap.begins and gap.begins > day:
        return _(
            "{place}在 {day}没有有效的规定“{rule}”，最早从 {begins}开始",
            place=place, day=day, rule=Name(f"rule:{gap.rule}"), begins=gap.begins,
        )  # fmt: skip
    return _(
        "{place}在 {day}没有有效的规定“{rule}”，请咨询办理机构", place=place, day=day, rule=Name(f"rule:{gap.rule}")
    )
