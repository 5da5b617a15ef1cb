"""The terms of a place's own scheme: whose hukou opens it, what else it asks, how sure it is.

A rule of a scheme is the one in force on the day of birth, because the schemes speak of births
from a day on. A condition that the form does not ask about is a rule of its own, named `needs_…`,
whose label is the condition; the family is told to confirm it.
"""

from __future__ import annotations

from decimal import Decimal

from calculators.childcare_subsidy.claims import Child
from calculators.kit.message import Message, Name, _
from calculators.kit.rules import Value

UNKNOWN = "unknown"
NONE_NEEDED = "none_needed"
RESIDENT = "resident"
WHOLE, NOTHING = Decimal(1), Decimal(0)

OPENS = {
    "both_parents": ("both",),
    "one_parent": ("both", "mother", "father"),
    "mother": ("both", "mother"),
}
"""The answers about the parents' hukou that satisfy each requirement."""

NEEDS = (
    "needs_social_insurance",
    "needs_social_insurance_or_hardship",
    "needs_home_and_work",
    "needs_first_hukou",
    "needs_birth_in_city",
    "needs_marriage",
    "needs_birth_registration",
    "needs_not_claimed_before",
    "needs_other_conditions",
)


def share(child: Child, parents: str | None, requirement: str = "local_parent_hukou") -> Decimal | None:
    """Return the part of a local amount that the parents' hukou opens, or None where the office must say.

    It is the whole or nothing, or a part where each parent claims a share of their own (大庆).
    """
    needed = child.of_birth(requirement) or child.of_birth("local_parent_hukou")
    if needed is None or needed.text == NONE_NEEDED:
        return WHOLE
    if parents is None:
        return None
    if parents not in OPENS[needed.text]:
        return None if _left_open(child, needed, parents) else NOTHING
    percent = child.of_birth("local_percent_for_one_parent")
    return percent.number / 100 if percent and parents != "both" else WHOLE


def _left_open(child: Child, needed: Value, parents: str) -> bool:
    """Tell whether parents who do not meet the requirement may still be paid."""
    exception = child.of_birth("soldier_family_exception")
    soldiers = exception is not None and (exception.text == RESIDENT or parents != "neither")
    return soldiers or not needed.certain


def ask_about_parents(child: Child, place: Name) -> Message:
    """Return what to ask where the parents' hukou does not settle whether the local part is paid."""
    exception = child.of_birth("soldier_family_exception")
    if exception is None:
        return _("{place}另有加发，要看父母的户口，请向办理机构确认", place=place)
    if exception.text == RESIDENT:
        return _("{place}另有加发，要看父母的户口，住在本市的现役军人、消防救援人员家庭除外，请确认", place=place)
    return _("{place}另有加发，要看父母的户口，现役军人家庭有一方符合即可，请向办理机构确认", place=place)


def conditions(child: Child, *more: str) -> tuple[Value, ...]:
    """Return the conditions that the form does not ask about; `more` names those of one payment."""
    found = (child.of_birth(name) for name in (*NEEDS, *more))
    return tuple(condition for condition in found if condition)


def to_confirm(child: Child, place: Name, payment: Message, relation: Value | None, *more: str) -> tuple[Message, ...]:
    """Return what to confirm: the conditions, and whether the payment goes beside the national one."""
    asked = [
        _("{place}还要求：{condition}。请向办理机构确认", place=place, condition=Name(f"rule:{condition.rule}"))
        for condition in conditions(child, *more)
    ]
    if relation and relation.text == UNKNOWN:
        text = _("本站没有查到{payment}在国家育儿补贴实行后是否照发、能不能同时领，请向办理机构确认", payment=payment)
        asked.append(text)
    return tuple(asked)


def sure(child: Child, *rules: Value | None, more: tuple[str, ...] = ()) -> bool:
    """Tell whether a local amount may be shown as sure: its rules are, and nothing is left open."""
    ordered = child.answers.choice("order") in ("first", "second", "third")
    open_conditions = conditions(child, *more)
    born = child.answers.choice("arrival") != "adopted"
    return ordered and born and not open_conditions and all(rule.certain for rule in rules if rule)
