"""What a calculator is: a slug, a title, its questions and one pure function."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from calculators.kit.message import Message
from calculators.kit.questions import Answers, Fault, Question
from calculators.kit.result import Result
from calculators.kit.rules import Rules


@dataclass(frozen=True)
class Calculator:
    """A calculator: `calculate` is pure and total, and the day is one of the answers.

    It returns a result, or the fault of answers that each make sense but not together.
    """

    slug: str
    title: Message
    questions: tuple[Question, ...]
    calculate: Callable[[Answers, Rules], Result | Fault]
