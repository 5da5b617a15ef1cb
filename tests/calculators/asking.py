"""Asking the calculators as a page does: answers of the form in, the bridge's answer out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from calculators.bridge import answer

type Json = dict[str, Any]

BIRTH = {
    "place": "cn/beijing",
    "birth_date": "2026-03-01",
    "order": "first",
    "babies": "1",
    "delivery": "normal",
    "days_before": "0",
    "mother_employed": "yes",
    "father_employed": "yes",
    "on": "2026-11-23",
}
"""The answers about leave that a test changes only where it means to."""


def child(born: str, **other: str) -> dict[str, str]:
    """Return a child's answers: the first child, with hukou, born to the family, nothing claimed yet."""
    return {"birth_date": born, "order": "first", "hukou": "yes", "arrival": "born", "claimed": "no"} | other


@dataclass(frozen=True)
class Desk:
    """Where a test asks: the rules and the words it asks with."""

    rules: str
    catalogue: str

    def send(self, request: object) -> Json:
        """Send any request, however odd."""
        return self.send_text(json.dumps(request))

    def send_text(self, request: str) -> Json:
        """Send the text of a request, be it JSON or not."""
        given: Json = json.loads(answer(request, self.rules, self.catalogue))
        return given

    def family(self, *children: dict[str, str], on: str, place: str = "cn", **other: str) -> Json:
        """Return the answer about the childcare subsidy of a family."""
        answers = {"place": place, "on": on, "children": list(children), **other}
        return self.send({"calculator": "childcare-subsidy", "answers": answers})

    def birth(self, **changed: str) -> Json:
        """Return the answer about the leaves for a birth."""
        return self.send({"calculator": "leave", "answers": BIRTH | changed})


def part(given: Json) -> Json:
    """Return the part of an answer that has the amounts, dates and steps."""
    found: Json = given["result"]["part"]
    return found


def faults(given: Json) -> list[str]:
    """Return the fields with a fault."""
    return [fault["field"] for fault in given.get("faults", [])]


def amounts(given: Json, kind: str) -> list[str]:
    """Return the amounts of a kind, as text."""
    return [amount["quantity"]["quantity"] for amount in part(given)["amounts"] if amount["kind"] == kind]


def standings(given: Json) -> list[tuple[str, str]]:
    """Return the year and the standing of every payment."""
    return [(payment["closes"][:4], payment["standing"]) for payment in part(given)["payments"]]


def asked(given: Json) -> list[str]:
    """Return the ids of what is to be asked at the office or at work."""
    return [message["msgid"] for message in part(given)["office"]]


def leave(given: Json, name: str) -> Json:
    """Return a leave that runs from a day to a day, by the end of its key."""
    found: Json = next(event for event in part(given)["events"] if event["key"].endswith(name))
    return found
