"""A rule that has no value on a day: said in words, because it is an answer and not a fault of the code."""

from __future__ import annotations

from calculators.kit.message import Message, Name, _, place_name
from calculators.kit.rules import NoValueError


def no_value(gap: NoValueError) -> Message:
    """Say that a rule has no value in force, and where it begins later, from which day."""
    place, day, rule = place_name(gap.place), gap.day, Name(f"rule:{gap.rule}")
    if gap.begins and gap.begins > day:
        return _(
            "{place}在 {day}没有有效的规定“{rule}”，最早从 {begins}开始",
            place=place, day=day, rule=rule, begins=gap.begins,
        )  # fmt: skip
    return _("{place}在 {day}没有有效的规定“{rule}”，请咨询办理机构", place=place, day=day, rule=rule)
