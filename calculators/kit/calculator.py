"""What a calculator is: a slug, a title, its questions, one pure function, and its lookup tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from calculators.kit.message import Message
from calculators.kit.questions import Answers, Fault, Question
from calculators.kit.result import Result
from calculators.kit.rules import PlaceRules, Rules
from calculators.kit.tables import Table


def no_tables(_here: PlaceRules, _on: date) -> tuple[Table, ...]:
    """Return nothing: what is worked out has no table that would fit a sheet of paper."""
    return ()


@dataclass(frozen=True)
class Calculator:
    """A calculator: `calculate` is pure and total, and the day is one of the answers.

    It returns a result, or the fault of answers that each make sense but not together. `tables`
    gives the tables of the paper worksheet, as the rules of a place stand on a day.
    """

    slug: str
    title: Message
    questions: tuple[Question, ...]
    calculate: Callable[[Answers, Rules], Result | Fault]
    tables: Callable[[PlaceRules, date], tuple[Table, ...]] = no_tables
