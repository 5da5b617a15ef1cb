"""What a place adds to the national subsidy, by its own scheme.

A city pays more instead (济南, 荆门: `annual_amount` by birth order, in `claims`), a yearly amount of its
own (`local_yearly`), a monthly one (`local_monthly`), or one-off grants (`local_grants`). What it
pays by yet other rules is named, not counted.
"""

from __future__ import annotations

from calculators.childcare_subsidy.claims import TOPIC, Child, Claim
from calculators.childcare_subsidy.local_claiming import claiming, counting
from calculators.childcare_subsidy.local_grants import grants
from calculators.childcare_subsidy.local_monthly import monthly
from calculators.childcare_subsidy.local_yearly import yearly
from calculators.kit.dates import birthday
from calculators.kit.message import Message, Name, _, place_name
from calculators.kit.questions import Answers
from calculators.kit.result import Part

BY_ORDER = (
    "local_annual_amount",
    "local_monthly_amount",
    "once_for_pregnancy",
    "once_for_delivery",
    "once_for_birth",
    "earlier_lump_sum",
)
"""Rules that tell birth orders apart."""


def local_part(child: Child, given: tuple[Claim, ...], answers: Answers, *, last_of_birth: bool) -> Part:
    """Return all that a place adds for a child, beside the national claims `given`."""
    parents, received = answers.choice("parent_hukou"), answers.choice("lump_sum_received")
    found = Part.join(
        [
            yearly(child, given, parents),
            monthly(child, parents),
            grants(child, parents, received, last_of_birth=last_of_birth),
            _not_counted_here(child),
            _if_order_decides(child),
        ]
    )
    return Part.join([found, claiming(child, found), counting(child)])


def running_by_age(child: Child, answers: Answers) -> Part:
    """Return what a place pays by the child's age, though no national claim is left (呼和浩特 until 10)."""
    parents = answers.choice("parent_hukou")
    found = Part.join([yearly(child, (), parents), monthly(child, parents)])
    return Part.join([found, claiming(child, found), counting(child)]) if found.amounts else Part()


def _if_order_decides(child: Child) -> Part:
    """Where the order is not known and a later child would get more, the family should ask."""
    if child.answers.choice("order") is not None:
        return Part()
    rules = (child.here.find(f"{TOPIC}.{name}", child.born) for name in BY_ORDER)
    local = next((rule for rule in rules if rule), child.rule("annual_amount") if child.order_missing else None)
    if local is None:
        return Part()
    return Part(office=(_("{place}对第二个、第三个孩子另有加发，请确认孩次", place=place_name(local.place)),))


def _not_counted_here(child: Child) -> Part:
    """Name what the place pays by other rules."""
    return Part(office=(*_allowance(child), *_regional(child), *_nursery(child)))


def _allowance(child: Child) -> list[Message]:
    other = child.of_birth("other_monthly_allowance")
    if other is None:
        return []
    text = _(
        "{place}另有“{name}”（{amount}），按它自己的规定发；能不能和上面的补贴同时领，请向办理机构确认",
        place=place_name(other.place), name=Name(f"rule:{other.rule}"), amount=other.quantity,
    )  # fmt: skip
    return [text]


def _regional(child: Child) -> list[Message]:
    region = child.of_birth("regional_standard_applies")
    if region is None:
        return []
    place = place_name(region.place)
    return [_("这个孩子出生在{place}新办法之前，按自治区的标准发，金额请问办理机构", place=place)]


def _nursery(child: Child) -> list[Message]:
    term, age = child.of_birth("per_term_in_nursery"), child.of_birth("per_term_in_nursery_age_under")
    if term is None or age is None or child.on >= birthday(child.born, age.count):
        return []
    text = _(
        "{place}对入托、入园的孩子另有每学期 {amount}，发到满 {age}；现在是否照发请向办理机构确认",
        place=place_name(term.place), amount=term.quantity, age=age.quantity,
    )  # fmt: skip
    return [text]
