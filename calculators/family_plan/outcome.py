"""From one household to every calculator, and from their answers to one plan."""

from __future__ import annotations

from calculators.family_plan.feeds import Feed, feeds
from calculators.family_plan.household import Household
from calculators.family_plan.merge import Answered, merged
from calculators.kit.gaps import no_value
from calculators.kit.message import _
from calculators.kit.questions import Answers, Fault, read
from calculators.kit.result import Part, Result, Verdict, best
from calculators.kit.rules import NoValueError, Rules

HOTLINES = ("12345",)

REASONS = {
    Verdict.LIKELY: _("下面是按您填的情况排出的家庭时间线：能享受什么、什么时候办、带什么材料。"),
    Verdict.MORE_INFORMATION: _("先按已知的情况排出时间线；有的情况弄清后再算一次，会更准。"),
    Verdict.NOT_NOW: _("按您填的情况，目前没有要办的事。情况变化后可以再算。"),
}

ASSUMPTIONS = (
    _("一次性、每月、每年和合计的钱分开列出，没有相加。"),
    _("同一笔钱不会在这里算两遍；个人所得税少缴的部分不是发给家庭的钱。"),
    _("没有问到的情况按“不知道”处理，要更准的结果，请打开各个计算器单独算。"),
    _("已经过去的日期没有列出。"),
    _("每次检查、每剂疫苗为什么在那一天，写在孕产检查、疫苗接种和儿童体检各自的日历里。"),
)


def calculate(answers: Answers, rules: Rules) -> Result:
    """Return the plan of a household."""
    home = Household(answers)
    answered = [_ask(feed, rules) for feed in feeds(home)]
    part = Part.join((merged(answered, home.on), Part(assumptions=ASSUMPTIONS)))
    verdict = best(finding.verdict for finding in part.findings)
    return Result(verdict, REASONS[verdict], home.on, home.place, part, HOTLINES)


def _ask(feed: Feed, rules: Rules) -> Answered:
    """Ask one calculator; what stops it, such as a year without a rule, is said and not hidden."""
    answers, faults = read(feed.calculator.questions, feed.raw, rules)
    if faults:
        return Answered(feed, None, faults[0].message)
    try:
        result = feed.calculator.calculate(answers, rules)
    except NoValueError as gap:
        return Answered(feed, None, no_value(gap))
    if isinstance(result, Fault):
        return Answered(feed, None, result.message)
    return Answered(feed, result, None)
