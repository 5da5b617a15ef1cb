"""Worked examples: a case answered by its calculator, as data and as Markdown."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from calculators.bridge import answer
from generator.figures import rules_json
from generator.model import Case
from generator.words import Speech

type Answer = dict[str, Any]


def answer_of(case: Case, words: Speech) -> Answer:
    """Return what the calculator answers to a case, in one language."""
    request = json.dumps({"calculator": case.calculator, "answers": case.answers}, ensure_ascii=False)
    given: Answer = json.loads(answer(request, rules_json(words.site), words.catalogue_json))
    return given


def differences(case: Case, given: Answer) -> list[str]:
    """Compare a case with its answer; each difference names what was expected and what came."""
    found = outcome(given)
    return [
        f"{name}: expected {wanted!r}, got {found.get(name)!r}"
        for name, wanted in case.expect.items()
        if found.get(name) != wanted
    ]


def outcome(given: Answer) -> Mapping[str, object]:
    """Return the parts of an answer that cases speak of, as plain text.

    `verdict`; `faults` (fields); `payments` (each amount); `closes` (each last day); `once`,
    `yearly`, `in_all` and `length` (amounts by kind); `last_day` (of the mother's leave).
    """
    if "faults" in given:
        return {"faults": [fault["field"] for fault in given["faults"]]}
    part = given["result"]["part"]
    kinds: dict[str, list[str]] = {}
    for amount in part["amounts"]:
        kinds.setdefault(amount["kind"], []).append(_number(amount["quantity"]))
    leaves = [event["last"] for event in part["events"] if event["key"].endswith(("-maternity", "-bonus"))]
    return {
        "verdict": given["result"]["verdict"],
        "payments": [_number(payment["quantity"]) for payment in part["payments"]],
        "closes": [payment["closes"] for payment in part["payments"]],
        "last_day": leaves[-1] if leaves else None,
        **kinds,
    }


def _number(quantity: Mapping[str, Any]) -> str:
    if "least" in quantity:
        return f"{quantity['least']['quantity']}-{quantity['most']['quantity']}"
    return str(quantity["quantity"])
