"""The screening of a newborn: heel blood, hearing and heart (新生儿疾病筛查管理办法, 卫生部令第64号).

What is over is left out: a result that never came is asked for at the hospital.
"""

from __future__ import annotations

from datetime import date, timedelta

from calculators.child_health_calendar.child import Child
from calculators.kit.message import Message, _
from calculators.kit.result import Event, Occasion, Part, Step


def newborn_part(child: Child) -> Part:
    """Return the screening that is still to come on the day asked about."""
    screening = child.find("newborn_screening")
    if screening is None:
        return Part()
    text = _("新生儿筛查：先天性甲状腺功能减低症、苯丙酮尿症等遗传代谢病和听力障碍，各省可以多查；做不做由家长决定")
    parts = [part for part in (_blood(child), _hearing(child), _heart(child)) if part.steps]
    return Part.join([Part(steps=(Step(text, (screening,)),)), *parts]) if parts else Part()


def _blood(child: Child) -> Part:
    after, usual, latest = (
        child.rule(f"newborn_blood_{name}") for name in ("after_hours", "days_up_to", "days_at_latest")
    )
    # Only the day of birth is known, not the hour: the first whole day after so many hours.
    first = child.born + timedelta(hours=after.count)
    last, end = (child.born + timedelta(rule.count) for rule in (usual, latest))
    if child.on > end:
        return Part()
    text = _(
        "足跟血：出生 {after}以后、{usual}之内采，{first}至 {last}；没有按时采的，最迟 {end}",
        after=after.quantity, usual=usual.quantity, first=first, last=last, end=end,
    )  # fmt: skip
    label = _("采足跟血（新生儿筛查）")
    events = [
        _event(child, "newborn-blood", Occasion.APPOINTMENT, label, first, last),
        _event(child, "newborn-blood-latest", Occasion.DEADLINE, _("没有按时采足跟血的，最迟这天补采"), end, end),
    ]
    return Part(
        events=tuple(event for event in events if event.last >= child.on), steps=(Step(text, (after, usual, latest)),)
    )


def _hearing(child: Child) -> Part:
    after, retest = child.rule("newborn_hearing_after_hours"), child.rule("hearing_retest_days_up_to")
    last = child.born + timedelta(retest.count)
    if child.on > last:
        return Part()
    text = _(
        "听力：出生 {after}以后、出院前初筛；没有通过或漏做的，{days}以内（{last}以前）复筛",
        after=after.quantity, days=retest.quantity, last=last,
    )  # fmt: skip
    label = _("听力初筛没有通过或漏做的，最迟这天复筛")
    return Part(
        events=(_event(child, "hearing-retest", Occasion.DEADLINE, label, last, last),),
        steps=(Step(text, (after, retest)),),
    )


def _heart(child: Child) -> Part:
    rule = child.find("newborn_heart_hours")
    if rule is None or child.on > child.born + timedelta(hours=_most(rule.value)):
        return Part()
    return Part(steps=(Step(_("先天性心脏病筛查：出生后 {hours}，在出生的医院做", hours=rule.extent), (rule,)),))


def _most(value: object) -> int:
    assert isinstance(value, dict)
    return int(value["most"])


def _event(child: Child, name: str, occasion: Occasion, label: Message, first: date, last: date) -> Event:
    return Event(child.key(name), occasion, label, first, last)
