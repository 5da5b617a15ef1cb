"""One answer as the cells of a list: what an office reads beside its own mark of the row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from calculators.kit.message import _
from calculators.kit.result import Kind
from generator.list_head import ID
from generator.sheet_text import fault_text
from generator.words import Speech

type Json = dict[str, Any]

COLUMNS = (ID, "verdict", "reason", *(kind.value for kind in Kind), "next_deadline", "doubts", "ask", "fault")
"""The columns of the results: amounts of different kinds stand apart, for they are never added up."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cells(mark: str, given: Json, words: Speech) -> list[str]:
    """Return the row of an answer, in the order of COLUMNS."""
    row = {ID: mark} | (_faults(given["faults"]) if "faults" in given else _results(given, words))
    return [guarded(row.get(column, "")) for column in COLUMNS]


def guarded(cell: str) -> str:
    """Keep a spreadsheet from taking a text for a formula.

    >>> guarded("=1+1")
    "'=1+1"
    """
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _faults(faults: list[Json]) -> dict[str, str]:
    return {"fault": "; ".join(fault_text(fault) for fault in faults)}


def _results(given: Json, words: Speech) -> dict[str, str]:
    part, sheet = given["result"]["part"], given["sheet"]
    return {
        "verdict": sheet["verdict"]["text"],
        "reason": sheet["verdict"]["reason"],
        **_amounts(part["amounts"], sheet, words),
        "next_deadline": _next_deadline(given["result"]),
        "doubts": "yes" if any(_doubts(part)) else "no",
        "ask": "; ".join(item for block in _blocks(sheet, "office") for item in block["items"]),
    }


def _amounts(amounts: list[Json], sheet: Json, words: Speech) -> dict[str, str]:
    """Return the amounts of each kind, worded as the sheet words them."""
    worded: dict[str, list[str]] = {}
    rows = (row for block in _blocks(sheet, "amounts") for row in block["rows"])
    for amount, (_kind, label, quantity) in zip(amounts, rows, strict=True):
        text = words.say(_("{label}：{amount}", label=label, amount=quantity))
        worded.setdefault(amount["kind"], []).append(text)
    return {kind: "; ".join(texts) for kind, texts in worded.items()}


def _blocks(sheet: Json, section: str) -> list[Json]:
    return next((each["blocks"] for each in sheet["sections"] if each["id"] == section), [])


def _next_deadline(result: Json) -> str:
    days = [event["last"] for event in result["part"]["events"] if event["occasion"] == "deadline"]
    return min((day for day in days if day >= result["on"]), default="")


def _doubts(part: Json) -> Iterator[bool]:
    """Yield what is uncertain: an amount, a date, a condition that is not known, a rule of grade C."""
    for name in ("amounts", "payments", "events"):
        yield from (not each["certain"] for each in part[name])
    yield from (criterion["met"] is None for criterion in part["criteria"])
    yield from (rule["grade"] == "C" for name in ("criteria", "steps") for each in part[name] for rule in each["rules"])
