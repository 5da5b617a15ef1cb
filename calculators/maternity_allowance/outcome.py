"""From the answers to the result: the days, the money and who pays it, and how it is claimed."""

from __future__ import annotations

from calculators.kit.message import _
from calculators.kit.questions import Answers, Fault
from calculators.kit.result import Part, Result, Verdict, verdict_of
from calculators.kit.rules import Rules
from calculators.maternity_allowance import advice
from calculators.maternity_allowance.chart import miscarriage_chart
from calculators.maternity_allowance.claim import Claim
from calculators.maternity_allowance.conditions import conditions, shortfall
from calculators.maternity_allowance.days import birth_days
from calculators.maternity_allowance.miscarriage import miscarriage_days
from calculators.maternity_allowance.money import days_part, employer_part, fund_part

HOTLINES = ("12393", "12333")

REASONS = {
    Verdict.LIKELY: _("单位缴了生育保险的，产假期间由生育保险基金发生育津贴。"),
    Verdict.MORE_INFORMATION: _("有的情况还不清楚，下面是已经能确定的部分。"),
    Verdict.NOT_NOW: _("生育津贴是单位缴了生育保险的职工的待遇。没有津贴，也可能有医疗费用报销和别的补助。"),
}

BY_EMPLOYER = _("单位没有参加生育保险的，产假期间的工资由单位付。")


def calculate(answers: Answers, rules: Rules) -> Result | Fault:
    """Return the allowance for one birth or miscarriage, or the wage that stands in its place."""
    claim = Claim(answers, rules.at(answers.text("place")))
    criteria = conditions(claim)
    verdict = verdict_of(criteria)
    uninsured = claim.insurance == "not_insured"
    part = Part.join((Part(criteria=criteria, office=shortfall(claim)), *_parts(claim, verdict)))
    reason = BY_EMPLOYER if uninsured and verdict is Verdict.LIKELY else REASONS[verdict]
    return Result(verdict, reason, claim.on, claim.here.place, part, HOTLINES)


def _parts(claim: Claim, verdict: Verdict) -> tuple[Part, ...]:
    if verdict is Verdict.NOT_NOW:
        return advice.without_employer(claim), advice.medical_costs(claim)
    leave = miscarriage_days(claim) if claim.miscarried else birth_days(claim)
    chart = Part(charts=(miscarriage_chart(claim),)) if claim.miscarried else Part()
    if claim.insurance == "not_insured":
        return employer_part(claim, leave), chart, advice.from_employer(claim)
    paid = fund_part(claim, leave) if claim.insurance == "employed" else days_part(leave, certain=False)
    return paid, chart, advice.claiming(claim), advice.without_employer(claim), advice.medical_costs(claim)
