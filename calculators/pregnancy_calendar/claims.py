"""What to register and claim around a pregnancy and a birth, and from which day.

The days after the birth are counted from the due date; the real day of birth moves them.
"""

from __future__ import annotations

from datetime import timedelta

from calculators.kit.dates import add_months, end_of_year
from calculators.kit.message import _, place_name
from calculators.kit.result import Event, Occasion, Part, Step
from calculators.pregnancy_calendar.planning import folic_months, folic_step
from calculators.pregnancy_calendar.pregnancy import Pregnancy

SUBSIDY = "childcare-subsidy.first_claim_up_to_years_after_birth"
GRANT = "childcare-subsidy.once_for_pregnancy"


def pregnancy_claims(pregnancy: Pregnancy) -> Part:
    """Return what is registered, given and allowed during the pregnancy."""
    return Part.join((_folic(pregnancy), _registration(pregnancy), _tests(pregnancy), _work(pregnancy)))


def _folic(pregnancy: Pregnancy) -> Part:
    rule = pregnancy.rule("folic_acid")
    last = add_months(pregnancy.last_period, folic_months(rule)) - timedelta(1)
    if last < pregnancy.on:
        return Part()
    label, first = _("每天吃叶酸"), pregnancy.last_period
    event = Event(pregnancy.key("folic-acid"), Occasion.APPOINTMENT, label, first, last, rule.certain)
    return Part(events=(event,), steps=(folic_step(rule),))


def _registration(pregnancy: Pregnancy) -> Part:
    rule, early = pregnancy.rule("birth_registration"), pregnancy.find("birth_registration_first_months_up_to")
    if early is None:
        text = _("怀孕后向乡镇、街道或在网上办生育登记，时间由各地规定")
        return Part(steps=(Step(text, (rule,)),), office=(_("这里的生育登记什么时候办，生了以后能不能补办"),))
    first, last = pregnancy.last_period, add_months(pregnancy.last_period, early.count) - timedelta(1)
    text = _(
        "{place}提倡在怀孕 {months}内办生育登记，生了以后也可以补办",
        place=place_name(early.place),
        months=early.quantity,
    )
    label = _("生育登记（提倡在孕早期办）") if last >= pregnancy.on else _("生育登记，还没办的现在也可以办")
    event = Event(pregnancy.key("registration"), Occasion.APPOINTMENT, label, first, last, early.certain)
    return Part(events=(event,), steps=(Step(text, (rule, early)),))


def _tests(pregnancy: Pregnancy) -> Part:
    rule = pregnancy.rule("pmtct_tests")
    text = _("第一次产前检查时免费查艾滋病、梅毒和乙型肝炎；查出感染也有免费的办法保护孩子")
    return Part(steps=(Step(text, (rule,)),))


def _work(pregnancy: Pregnancy) -> Part:
    time, month = pregnancy.rule("checks_count_as_work_time"), pregnancy.rule("no_overtime_from_month")
    leave = pregnancy.at_birth("leave.before_birth_days_up_to")
    steps = [
        Step(_("在单位上班的，上班时间去做产前检查算劳动时间"), (time,)),
        Step(_("怀孕满 {months}起，单位不能安排加班和夜班", months=month.quantity), (month,)),
    ]
    if leave is None:
        return Part(steps=tuple(steps))
    first, last = pregnancy.due - timedelta(leave.count), pregnancy.due - timedelta(1)
    steps.append(
        Step(_("产假最多可以有 {days}在产前休，最早从 {first}开始", days=leave.quantity, first=first), (leave,))
    )
    label = _("产假可以在产前先休的日子（最多 {days}）", days=leave.quantity)
    event = Event(pregnancy.key("leave"), Occasion.LEAVE, label, first, last, leave.certain)
    return Part(events=(event,), steps=tuple(steps))


def birth_claims(pregnancy: Pregnancy) -> Part:
    """Return the visits to mother and child after the birth, and what is registered and claimed from it."""
    parts = (_postnatal(pregnancy), _newborn(pregnancy), _hukou(pregnancy), _subsidy(pregnancy), _grant(pregnancy))
    return Part.join(parts)


def _postnatal(pregnancy: Pregnancy) -> Part:
    within, counted = (
        pregnancy.rule(f"postnatal_visit_{name}_up_to") for name in ("weeks_after_discharge", "counted_days")
    )
    check, due = pregnancy.rule("postnatal_check_day"), pregnancy.due
    day = due + timedelta(check.count)
    text = _("产后访视：出院后 {weeks}内，医务人员上门看母亲和孩子", weeks=within.quantity)
    return Part(
        events=(
            # The day of leaving hospital is not known yet, so the visit has no sure last day.
            Event(
                pregnancy.key("postnatal-visit"), Occasion.APPOINTMENT, _("产后访视（按出院日期定）"),
                due, due + timedelta(counted.count), certain=False,
            ),
            Event(
                pregnancy.key("postnatal-check"), Occasion.APPOINTMENT, _("母亲的产后健康检查"),
                day, day, check.certain,
            ),
        ),
        steps=(
            Step(text, (within, counted)),
            Step(_("产后健康检查：生产后 {days}，约 {day}", days=check.quantity, day=day), (check,)),
        ),
    )  # fmt: skip


def _newborn(pregnancy: Pregnancy) -> Part:
    screening, after, within = (
        pregnancy.find(name) for name in ("newborn_screening", "newborn_blood_after_hours", "newborn_blood_days_up_to")
    )
    if screening is None or after is None or within is None:
        return Part()
    text = _(
        "孩子出生 {after}以后、{within}之内采足跟血，出院前查听力；做不做由家长决定",
        after=after.quantity,
        within=within.quantity,
    )
    return Part(steps=(Step(text, (screening, after, within)),))


def _hukou(pregnancy: Pregnancy) -> Part:
    rule = pregnancy.rule("household_registration_months_up_to")
    last = add_months(pregnancy.due, rule.count)
    text = _("孩子出生后 {months}以内上户口，约 {last}以前", months=rule.quantity, last=last)
    label = _("给孩子上户口")
    event = Event(pregnancy.key("hukou"), Occasion.DEADLINE, label, pregnancy.due, last, rule.certain)
    return Part(events=(event,), steps=(Step(text, (rule,)),))


def _subsidy(pregnancy: Pregnancy) -> Part:
    rule = pregnancy.at_birth(SUBSIDY)
    if rule is None:
        return Part()
    last = end_of_year(pregnancy.due.year + rule.count)
    text = _("育儿补贴从孩子出生起可以申领，首次申领不晚于 {last}", last=last)
    label = _("首次申领育儿补贴")
    event = Event(pregnancy.key("subsidy"), Occasion.DEADLINE, label, pregnancy.due, last, rule.certain)
    return Part(events=(event,), steps=(Step(text, (rule,)),))


def _grant(pregnancy: Pregnancy) -> Part:
    """Return the window of a city's grant for pregnancies, which has conditions of its own (杭州)."""
    week, until = (pregnancy.at_birth(f"{GRANT}_{end}") for end in ("from_week", "claim_days_up_to"))
    if week is None or until is None:
        return Part()
    first, last = pregnancy.week(week.count), pregnancy.due + timedelta(until.count)
    place = place_name(week.place)
    text = _(
        "{place}的孕产补助从孕 {weeks}到产后 {days}申领，{first}至 {last}",
        place=place, weeks=week.quantity, days=until.quantity, first=first, last=last,
    )  # fmt: skip
    label = _("{place}：申领孕产补助（条件见育儿补贴计算器）", place=place)
    event = Event(pregnancy.key("grant"), Occasion.DEADLINE, label, first, last, certain=False)
    return Part(events=(event,), steps=(Step(text, (week, until)),))
