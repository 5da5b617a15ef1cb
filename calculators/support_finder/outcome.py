"""From the answers to the measures, each with its conditions and what would change it."""

from __future__ import annotations

from functools import reduce

from calculators.kit.message import Message, _
from calculators.kit.questions import Answers
from calculators.kit.result import Criterion, Finding, Part, Result, Verdict, best, verdict_of
from calculators.kit.rules import Measure, Rules
from calculators.support_finder.conditions import CONDITIONS, either

HOTLINES = ("12345",)

REASONS = {
    Verdict.LIKELY: _("下面按您填的情况，把本站的措施分成三组。"),
    Verdict.MORE_INFORMATION: _("有的情况还不清楚，弄清后再看一次，能看得更准。"),
    Verdict.NOT_NOW: _("按您填的情况，本站的措施目前都还用不上。情况变化后可以再看。"),
}

FOR_EVERYONE = _("面向所有家庭，没有特别的条件")

NOT_COVERED = (
    _(
        "这里只看本站有页面的措施。别的救助（例如低保、医疗救助、住房保障）和市、县、单位自己的措施没有收录，请问社区或 12345。"
    ),
    _("这里只按几个问题粗略判断；金额、时间和材料看各项措施的页面和计算器。"),
)

OTHERWISE = (
    _("办理机构还会核对户口、参保、年龄和收入等材料，条件可能比这里问的更细。"),
    _("各地执行的办法不同，同一项措施在不同地方的条件可能不一样。"),
)


def calculate(answers: Answers, rules: Rules) -> Result:
    """Return every measure of the site in one of three groups."""
    findings = tuple(_finding(measure, answers) for measure in rules.measures)
    verdict = best(finding.verdict for finding in findings)
    part = Part(findings=findings, assumptions=NOT_COVERED, otherwise=OTHERWISE)
    return Result(verdict, REASONS[verdict], answers.day("on"), answers.text("place"), part, HOTLINES)


def _finding(measure: Measure, answers: Answers) -> Finding:
    criteria = tuple(_criterion(alternatives, answers) for alternatives in measure.who)
    return Finding(
        page=f"measure:{measure.slug}",
        verdict=verdict_of(criteria),
        criteria=criteria or (Criterion(FOR_EVERYONE, True),),
        change=tuple(_change(criterion) for criterion in criteria if not criterion.met),
        calculators=measure.calculators,
    )


def _criterion(alternatives: tuple[str, ...], answers: Answers) -> Criterion:
    conditions = [CONDITIONS[name] for name in alternatives]
    text = reduce(_or, (condition.text for condition in conditions))
    return Criterion(text, reduce(either, (condition.met(answers) for condition in conditions)))


def _or(one: Message, other: Message) -> Message:
    return _("{one}，或者{other}", one=one, other=other)


def _change(criterion: Criterion) -> Message:
    if criterion.met is None:
        return _("弄清这一点：{condition}", condition=criterion.text)
    return _("等到这样的时候：{condition}", condition=criterion.text)
