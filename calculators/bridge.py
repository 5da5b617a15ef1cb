"""The only door into the calculators: JSON text in, JSON text out.

A page, the command line and the tests all come through here, so they get the same bytes. A
request is `{"calculator": slug, "answers": {…}}`; the answer has `faults` (each with its field
and words), or `result`, `sheet` and `calendar`. With a second situation in `other`, the answer
to it stands in `other` too, and `comparison` is the sheet that sets the two side by side.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache

from calculators import CALCULATORS
from calculators.kit.calculator import Calculator
from calculators.kit.calendar import calendar
from calculators.kit.comparison import Situation, comparison
from calculators.kit.gaps import no_value
from calculators.kit.message import _
from calculators.kit.questions import Fault, read
from calculators.kit.result import to_json
from calculators.kit.rules import NoValueError, Rules
from calculators.kit.sheet import sheet
from calculators.kit.wording import Catalogue

type Json = dict[str, object]

MOST_CHARACTERS = 200_000

_rules = lru_cache(maxsize=2)(Rules.from_json)
_catalogue = lru_cache(maxsize=8)(Catalogue.from_json)


def answer(request: str, rules: str, catalogue: str) -> str:
    """Answer a request; every request ends in a result or in named faults, never an exception."""
    given = _answer(request, _rules(rules), _catalogue(catalogue))
    return json.dumps(given, ensure_ascii=False, separators=(",", ":"))


def _answer(request: str, rules: Rules, catalogue: Catalogue) -> Json:
    if len(request) > MOST_CHARACTERS:
        return _faults([Fault("", _("请求太长"))], catalogue)
    try:
        asked = json.loads(request)
        calculator = CALCULATORS[asked["calculator"]]
        raw, *other = [
            {str(name): value for name, value in asked[which].items()}
            for which in ("answers", "other")
            if which == "answers" or asked.get(which) is not None
        ]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return _faults([Fault("", _("看不懂这个请求，请刷新页面后再试"))], catalogue)
    one = _situation(calculator, raw, rules)
    if not other:
        return _worded(calculator, one, catalogue)
    two = _situation(calculator, other[0], rules)
    given = _worded(calculator, one, catalogue) | {"other": _worded(calculator, two, catalogue)}
    if isinstance(one, Situation) and isinstance(two, Situation):
        given["comparison"] = comparison(calculator.questions, one, two, catalogue)
    return given


def _situation(calculator: Calculator, raw: Mapping[str, object], rules: Rules) -> Situation | list[Fault]:
    """Read the answers and calculate; every fault is named."""
    answers, faults = read(calculator.questions, raw, rules)
    if faults:
        return list(faults)
    try:
        result = calculator.calculate(answers, rules)
    except NoValueError as gap:
        return [Fault("", no_value(gap))]
    return [result] if isinstance(result, Fault) else Situation(answers, result)


def _worded(calculator: Calculator, situation: Situation | list[Fault], catalogue: Catalogue) -> Json:
    if not isinstance(situation, Situation):
        return _faults(situation, catalogue)
    return {
        "result": to_json(situation.result),
        "sheet": sheet(situation.result, catalogue),
        "calendar": calendar(calculator.slug, situation.result, catalogue),
    }


def _faults(faults: list[Fault], catalogue: Catalogue) -> Json:
    return {"faults": [{"field": fault.field, "text": catalogue.say(fault.message)} for fault in faults]}
