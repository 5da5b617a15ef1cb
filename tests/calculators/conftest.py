"""The desk that tests ask at, and the count of the cases that are evidence."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.calculators.asking import Desk

EVIDENCE = "evidence"
"""The property by which a test says whether its case rests on a source."""


@pytest.fixture(scope="session")
def desk(rules: str, catalogue: str) -> Desk:
    """The calculators with the real rules and the words of the source language."""
    return Desk(rules, catalogue)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many of the cases that passed are independent evidence, and how many our own."""
    passed = terminalreporter.stats.get("passed", [])
    kinds = Counter(value for report in passed for name, value in report.user_properties if name == EVIDENCE)
    if kinds:
        found = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
        terminalreporter.write_line(f"worked examples: {found}")
