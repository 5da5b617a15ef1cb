"""How a local part is claimed, and how the place counts children: both differ from the national subsidy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from calculators.childcare_subsidy.claims import Child
from calculators.kit.dates import add_months
from calculators.kit.message import Message, Name, _, place_name
from calculators.kit.offices import TOWNSHIP
from calculators.kit.result import Document, Event, Occasion, Part
from calculators.kit.rules import Value

LAST_MONTH = {"end_of_march": 3, "end_of_december": 12}

COUNTING: Mapping[str, Callable[[Name], Message]] = {
    "joint": lambda place: _(
        "{place}按同一对夫妻共同生育的子女数孩次，再婚前的子女怎么算以办理机构审核为准。", place=place
    ),
    "joint_alive": lambda place: _(
        "{place}按夫妻共同生育、现在存活的子女数孩次，收养的、再婚前的、与他人生育的不算，所以孩次可能和您填的不同。",
        place=place,
    ),
    "joint_even_dead": lambda place: _(
        "{place}按现在这对夫妻共同生育的子女数孩次，去世的孩子也数，收养的、再婚前的、与他人生育的不数。", place=place
    ),
    "joint_or_adopted": lambda place: _(
        "{place}按夫妻共同生育（含复婚）和合法收养的子女数孩次，再婚前的、与他人生育的不算，所以孩次可能和您填的不同。",
        place=place,
    ),
    "joint_or_adopted_alive": lambda place: _(
        "{place}按同一对夫妻共同生育或合法收养、现在存活的子女数孩次，所以孩次可能和您填的不同。", place=place
    ),
    "own_of_both": lambda place: _(
        "{place}加发的部分按夫妻双方各自的子女一起数，收养的和再婚前的都算，送养的不算，所以孩次可能比您填的大。",
        place=place,
    ),
}
"""How places count birth order; the national part has its own way, by the province."""

AT: Mapping[str, Callable[[Name], Message]] = {
    "township": lambda place: _("{place}的补贴：到孩子户口所在地的乡镇人民政府或街道办事处现场申领", place=place),
    "village": lambda place: _("{place}的补贴：到户口所在地的社区居民委员会或村民委员会申报", place=place),
    "automatic": lambda place: _(
        "{place}的补贴：孩子落户后先自动核对资格，也可以扫描专用二维码申请，每年按通知年审", place=place
    ),
    "online": lambda place: _("{place}的补贴：在本省政务服务平台网上申领", place=place),
}
"""Where a local part is claimed that is not claimed together with the national one."""


def claiming(child: Child, found: Part) -> Part:
    """Say where and until when what was found is claimed, and what to bring."""
    at, by = (child.of_birth(name) for name in ("local_claim_at", "local_claim_by"))
    if not found.amounts:
        return Part()
    certain = all(amount.certain for amount in found.amounts)
    return Part.join(
        [
            _where(at) if at and at.text in AT else Part(),
            _round(child, by, certain=certain) if by else Part(),
        ]
    )


def counting(child: Child) -> Part:
    """Say how the place counts children: the order that the family gave may be another one there."""
    rule = child.of_birth("local_counting")
    return Part(otherwise=(COUNTING[rule.text](place_name(rule.place)),)) if rule else Part()


def _where(at: Value) -> Part:
    place = place_name(at.place)
    papers = Document(
        _("夫妻双方的身份证、结婚证，夫妻全部子女的出生医学证明和户口簿"),
        _("申领{place}的补贴", place=place),
        TOWNSHIP,
    )
    return Part(where=(AT[at.text](place),), documents=(papers,))


def _round(child: Child, by: Value, *, certain: bool) -> Part:
    """Return the last day of the next yearly round of claims at the place."""
    after, month = max(child.on, child.born), LAST_MONTH[by.text]
    closes = _end_of_month(after.year, month)
    if closes < after:
        closes = _end_of_month(after.year + 1, month)
    label = _("{who}：{place}的补贴当年申报截止", who=child.who, place=place_name(by.place))
    return Part(events=(Event(f"{child.key}-local-round", Occasion.DEADLINE, label, closes, closes, certain),))


def _end_of_month(year: int, month: int) -> date:
    return add_months(date(year, month, 1), 1) - timedelta(1)
