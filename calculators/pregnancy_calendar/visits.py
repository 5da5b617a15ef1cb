"""The visits of a pregnancy: their weeks as the norm sets them, and their days.

The norm (国家基本公共卫生服务规范, 第三版) writes whole weeks: “孕16～20周” lasts from 16 weeks 0 days
to 20 weeks 6 days, and “孕13周前” to 12 weeks 6 days, so its visits never overlap.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from calculators.kit.message import Message, _
from calculators.kit.result import Event, Occasion, Part, Step
from calculators.kit.rules import Value
from calculators.pregnancy_calendar.pregnancy import Pregnancy

CHECKS, SCREENINGS = "prenatal_checks", ("prenatal_screening", "nipt")

LABELS: Mapping[str, Message] = {
    "check-1": _("建《母子健康手册》，做第 1 次产前检查"),
    "check-2": _("第 2 次产前检查"),
    "check-3": _("第 3 次产前检查"),
    "check-4": _("第 4 次产前检查"),
    "check-5": _("第 5 次产前检查"),
    "nt": _("超声查胎儿颈项透明层（NT），自愿"),
    "serum": _("孕中期血清学筛查（唐氏筛查），自愿"),
    "nipt": _("无创产前检测（胎儿游离 DNA），自愿"),
    "ultrasound": _("胎儿系统超声检查"),
    "glucose": _("妊娠期糖尿病检查（口服葡萄糖耐量试验）"),
}
_GROWTH = _("检查母亲的健康和胎儿的生长发育，讲产前筛查和产前诊断")
_LATE = _("检查母亲和胎儿的情况，讲自我监护、自然分娩和母乳喂养")
CONTENTS: Mapping[str, Message] = {
    "check-1": _("问病史和家族史，做一般体检和妇科检查，查血常规、尿常规、血型、肝功能、肾功能和乙型肝炎"),
    "check-2": _GROWTH,
    "check-3": _GROWTH,
    "check-4": _LATE,
    "check-5": _LATE,
}


@dataclass(frozen=True)
class Visit:
    """A visit: its name, its first week, the week before which it ends, and the rule behind it."""

    name: str
    first: int
    end: int
    rule: Value

    @property
    def weeks(self) -> Message:
        """The weeks as the norm writes them."""
        if self.first == 0:
            return _("孕 {end} 周前", end=self.end)
        return _("孕 {first}～{last} 周", first=self.first, last=self.end - 1)

    def window(self, pregnancy: Pregnancy) -> tuple[date, date]:
        """Return the first and the last day."""
        return pregnancy.week(self.first), pregnancy.week(self.end) - timedelta(1)


def visits(rule: Value) -> Iterator[Visit]:
    """Read a schedule: `weeks_from` to the end of week `weeks_up_to`, or all weeks before `weeks_under`."""
    assert isinstance(rule.value, list)
    for row in rule.value:
        end = int(row["weeks_under"]) if "weeks_under" in row else int(row["weeks_up_to"]) + 1
        yield Visit(row["visit"], int(row.get("weeks_from", 0)), end, rule)


def visits_part(pregnancy: Pregnancy) -> Part:
    """Return the checks of the norm and the screenings, with their days."""
    checks = tuple(visits(pregnancy.rule(CHECKS)))
    screenings = tuple(visit for name in SCREENINGS for visit in visits(pregnancy.rule(name)))
    return Part(
        events=tuple(_event(pregnancy, visit) for visit in (*checks, *screenings)),
        steps=tuple(_step(pregnancy, visit) for visit in (*checks, *screenings)),
        office=_past(pregnancy, checks) + _past_screening(pregnancy, screenings),
    )


def _event(pregnancy: Pregnancy, visit: Visit) -> Event:
    first, last = visit.window(pregnancy)
    label = _("{visit}（{weeks}）", visit=LABELS[visit.name], weeks=visit.weeks)
    if last < pregnancy.on:
        label = _("{visit}，时间已过", visit=label)
    return Event(pregnancy.key(visit.name), Occasion.APPOINTMENT, label, first, last, visit.rule.certain)


def _step(pregnancy: Pregnancy, visit: Visit) -> Step:
    first, last = visit.window(pregnancy)
    dated = _("{visit}：{weeks}，{first}至 {last}", visit=LABELS[visit.name], weeks=visit.weeks, first=first, last=last)
    if visit.name in CONTENTS:
        dated = _("{dated}；{contents}", dated=dated, contents=CONTENTS[visit.name])
    return Step(dated, (visit.rule,))


def _past(pregnancy: Pregnancy, checks: tuple[Visit, ...]) -> tuple[Message, ...]:
    if all(check.window(pregnancy)[1] >= pregnancy.on for check in checks):
        return ()
    return (_("时间已过的产前检查，如果还没做，请尽快去，医生会安排要补的项目。"),)


def _past_screening(pregnancy: Pregnancy, screenings: tuple[Visit, ...]) -> tuple[Message, ...]:
    if all(screening.window(pregnancy)[1] >= pregnancy.on for screening in screenings):
        return ()
    return (_("时间已过的筛查，请问医生现在还可以做哪一种。"),)
