"""A fault of the content: where it is, what is wrong, and what to do; and what cannot be done as it was asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One fault; `line` counts from 1, and 0 means the file as a whole."""

    file: str
    line: int
    message: str
    remedy: str

    def __str__(self) -> str:
        """Return `file:line: what is wrong — what to do`."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.message} — {self.remedy}"


class ContentError(Exception):
    """The content has faults; nothing is built from it. Holds all of them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep the problems in the order of files and lines."""
        self.problems = sorted(set(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class RefusedError(Exception):
    """What was asked for cannot be done as it was asked; the message says why, and what to do."""
