"""Worked examples: a case answered by its calculator, as data and as Markdown."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from calculators.bridge import answer
from generator.figures import rules_json
from generator.model import Case, Site
from generator.records import read_day
from generator.words import Speech

type Answer = dict[str, Any]


def answer_of(case: Case, words: Speech) -> Answer:
    """Return what the calculator answers to a case, in one language, by the rules that it knows."""
    request = json.dumps({"calculator": case.calculator, "answers": case.answers}, ensure_ascii=False)
    rules = rules_json(words.site, _known_by(case, words.site))
    given: Answer = json.loads(answer(request, rules, words.catalogue_json))
    return given


def _known_by(case: Case, site: Site) -> date | None:
    """Return the day whose rules a case knows: what was published later changes no answer."""
    day = read_day(str(case.answers.get("on", "")))
    return case.published or (min(day, site.edition) if day else None)


def differences(case: Case, given: Answer) -> list[str]:
    """Compare a case with its answer; each difference names what was expected and what came."""
    found = outcome(given)
    return [
        f"{name}: expected {wanted!r}, got {found.get(name)!r}"
        for name, wanted in case.expect.items()
        if not _agrees(wanted, found.get(name))
    ]


def _agrees(wanted: object, got: object) -> bool:
    """Compare one expectation; of a mapping, such as `dates`, only the keys that it names."""
    if isinstance(wanted, Mapping) and isinstance(got, Mapping):
        return all(got.get(key) == value for key, value in wanted.items())
    return wanted == got


def outcome(given: Answer) -> Mapping[str, object]:
    """Return the parts of an answer that cases speak of, as plain text.

    `verdict`; `faults` (fields); `payments` (each amount); `closes` (each last day); `once`,
    `monthly`, `yearly`, `in_all` and `length` (amounts by kind); `last_day` (of the mother's leave);
    `dates` and `until` (the first and the last day of each event, by its key); `findings` (the
    verdict of each measure or calculator, by its page).
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
        "dates": {event["key"]: event["first"] for event in part["events"]},
        "until": {event["key"]: event["last"] for event in part["events"]},
        "findings": {finding["page"]: finding["verdict"] for finding in part["findings"]},
        **kinds,
    }


def _number(quantity: Mapping[str, Any]) -> str:
    if "least" in quantity:
        return f"{quantity['least']['quantity']}-{quantity['most']['quantity']}"
    return str(quantity["quantity"])
