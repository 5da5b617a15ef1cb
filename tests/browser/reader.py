"""Someone who reads the site: opens pages, answers questions and waits for what comes."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from calculators.bridge import answer

PATIENCE = 30_000
"""How long a reader waits for the first answer, in milliseconds."""

type Answers = Mapping[str, Any]

LEAVE: Answers = {
    "place": "cn/zhejiang",
    "birth_date": "2026-03-01",
    "order": "second",
    "babies": "1",
    "delivery": "normal",
    "days_before": "15",
    "mother_employed": "yes",
    "father_employed": "yes",
    "on": "2026-02-01",
}
CHILD: Answers = {
    "birth_date": "2025-06-10",
    "order": "first",
    "hukou": "yes",
    "arrival": "born",
    "claimed": "no",
}
SUBSIDY: Answers = {"place": "cn", "children": [CHILD], "on": "2025-11-23"}
QUZHOU: Answers = {
    "place": "cn/zhejiang/quzhou",
    "children": [
        {**CHILD, "birth_date": "2024-01-31", "claimed": "yes", "first_claimed": "2025"},
        {**CHILD, "birth_date": "2026-02-28", "order": "third", "arrival": "adopted"},
    ],
    "parent_hukou": "mother",
    "on": "2026-11-23",
}


def answer_here(site: Path, language: str, calculator: str, answers: Answers) -> dict[str, Any]:
    """Return what this machine's own Python answers, from the same files that the page reads."""
    (data,) = (site / "facts").iterdir()
    rules, catalogue = (
        (data / name).read_text(encoding="utf-8") for name in ("rules.json", f"catalogue.{language}.json")
    )
    request = json.dumps({"calculator": calculator, "answers": answers})
    given: dict[str, Any] = json.loads(answer(request, rules, catalogue))
    return given


class Reader:
    """A reader with one page open."""

    def __init__(self, page: Page, url: str) -> None:
        """Read the site at `url` in this page."""
        self.page, self.url = page, url

    @property
    def result(self) -> Locator:
        """Where a calculator's result appears."""
        return self.page.locator("#result")

    @property
    def faults(self) -> Locator:
        """Where it appears that answers have to be changed."""
        return self.page.locator("#faults")

    def open(self, path: str) -> None:
        """Open a page of the site."""
        self.page.goto(self.url + path)

    def question(self, name: str) -> Locator:
        """Return a question by its name, such as `children.0.birth_date`."""
        return self.page.locator(f'[id="field-{name}"]')

    def fill(self, answers: Answers, at: str = "") -> None:
        """Answer questions on the page, in order."""
        for name, value in answers.items():
            if isinstance(value, list):
                self._fill_rows(name, value)
            else:
                self._fill_one(self.question(at + name), value)

    def calculate(self) -> None:
        """Ask for the result, and wait for it."""
        self.page.locator("#calculator [type=submit]").click()
        expect(self.result).to_be_visible(timeout=PATIENCE)

    def work_out(self, path: str, answers: Answers) -> None:
        """Open a calculator's page, answer its questions and wait for the result."""
        self.open(path)
        self.fill(answers)
        self.calculate()

    def wait_until(self, expression: str, wanted: object = True, seconds: float = 20) -> None:
        """Wait for an expression to have a value; the site's policy forbids Playwright's own way."""
        end = time.monotonic() + seconds
        while (value := self.page.evaluate(expression)) != wanted:
            assert time.monotonic() < end, f"after {seconds} s {expression} is {value!r}, not {wanted!r}"
            self.page.wait_for_timeout(50)

    def rows(self, name: str) -> Locator:
        """Return the rows of a list."""
        return self.page.locator(f'[data-question="{name}"] [data-row]')

    def _fill_rows(self, name: str, rows: list[Answers]) -> None:
        while self.rows(name).count() < len(rows):
            self.question(name).locator("[data-add]").click()
        for index, row in enumerate(rows):
            self.fill(row, f"{name}.{index}.")

    def _fill_one(self, question: Locator, value: str) -> None:
        unsure, select = question.locator("[data-unknown]"), question.locator("select")
        if unsure.count():
            unsure.set_checked(value == "unknown")
        match question.get_attribute("data-kind"):
            case "date" | "money" | "count" if value == "unknown":
                pass
            case "date":
                for part, text in zip(("year", "month", "day"), value.split("-"), strict=True):
                    question.locator(f"[data-part={part}]").fill(text)
            case _ if select.count():
                select.select_option(value)
            case "choice":
                question.locator(f'input[value="{value}"]').check()
            case _:
                question.locator("input:not([data-unknown])").fill(value)
