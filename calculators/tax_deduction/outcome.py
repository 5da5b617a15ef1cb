"""From a family's answers to the result: the deductions, the best way of sharing, and the tax."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from calculators.kit.message import _, months
from calculators.kit.questions import Answers, Fault
from calculators.kit.result import Criterion, Part, Result, Verdict, best, verdict_of
from calculators.kit.rules import Rules
from calculators.tax_deduction.amounts import amounts
from calculators.tax_deduction.charts import charts
from calculators.tax_deduction.claims import Child, TaxYear
from calculators.tax_deduction.household import Household
from calculators.tax_deduction.notes import OTHERWISE, WHERE, assumptions, documents, events, exempt_steps, office
from calculators.tax_deduction.payers import Payer
from calculators.tax_deduction.steps import month_steps, share_messages, share_steps, tax_steps
from calculators.tax_deduction.words import parents_called

COUNTRY = "cn"
HOTLINES = ("12366",)

REASONS = {
    Verdict.LIKELY: _("按您填的情况，下面这些可以在税前扣除。"),
    Verdict.MORE_INFORMATION: _("有的情况还不清楚，下面是已经能算的部分。"),
    Verdict.NOT_NOW: _("按您填的情况，这一年没有孩子或老人的专项附加扣除。"),
}


def calculate(answers: Answers, rules: Rules) -> Result | Fault:
    """Return what a family can deduct in a tax year, how to share it, and the tax it saves."""
    year, on = TaxYear(answers.count("year"), rules.at(COUNTRY)), answers.day("on")
    if fault := _impossible(answers, year):
        return fault
    household = Household(year, children_of(answers.rows("children"), year), _payers(answers.rows("parents"), year))
    income, items = _with_income(household), _items(household)
    verdict = _worse(verdict_of((income,)), best(verdict_of((item,)) for item in items))
    part = Part(criteria=(*items, income), office=office(household, answers), otherwise=OTHERWISE)
    if verdict is not Verdict.NOT_NOW:
        part = Part.join((_plan(household, on), part))
    return Result(verdict, REASONS[verdict], on, COUNTRY, part, HOTLINES)


def _worse(*verdicts: Verdict) -> Verdict:
    return next(verdict for verdict in reversed(Verdict) if verdict in verdicts)


def _impossible(answers: Answers, year: TaxYear) -> Fault | None:
    for number, child in enumerate(answers.rows("children")):
        if child.known("education_ended") and child.day("education_ended") < child.day("birth_date"):
            return Fault(f"children.{number}.education_ended", _("教育结束的日期不能早于出生日期"))
    limit = year.rule("elder_share_up_to")
    for number, parent in enumerate(answers.rows("parents")):
        if parent.known("elder_share") and parent.money("elder_share") > limit.number:
            return Fault(f"parents.{number}.elder_share", _("每人每月最多分摊 {most}", most=limit.quantity))
    return None


def children_of(given: Iterable[Answers], year: TaxYear) -> tuple[Child, ...]:
    """Name the children by age, whatever order they were entered in."""
    by_age = sorted(given, key=lambda child: (child.day("birth_date"), str(child.values)))
    children: list[Child] = []
    for number, answers in enumerate(by_age, 1):
        born = answers.day("birth_date")
        twins = sum(child.born == born for child in children)
        who = _("孩子") if len(by_age) == 1 else _("孩子 {number}（{born}）", number=number, born=born)
        children.append(Child(answers, year, who, f"tax-deduction-{born}-{twins + 1}"))
    return tuple(children)


def _payers(given: Sequence[Answers], year: TaxYear) -> tuple[Payer, ...]:
    names = parents_called(given)
    return tuple(Payer(answers, year, who) for answers, who in zip(given, names, strict=True))


def _with_income(household: Household) -> Criterion:
    """Judge whether anybody has income to deduct from; paying no tax on it does not matter here."""
    has = {payer.answers.choice("employed") for payer in household.payers}
    met = True if "yes" in has else None if None in has else False
    return Criterion(_("至少一位家长这一年有综合所得"), met, (household.year.rule("basic_deduction"),))


def _items(household: Household) -> tuple[Criterion, ...]:
    return (
        *(_child(child, household.year) for child in household.children),
        *(_elder(payer, household.year) for payer in household.payers if payer.supports),
    )


def _child(child: Child, year: TaxYear) -> Criterion:
    count = sum(claim.months.count for claim in child.claims)
    sure = any(claim.certain for claim in child.claims)
    text = _("{who}：{year} 年有 {months}可以扣除", who=child.who, year=year.year, months=months(count))
    ages = (year.find("childcare_age_under"), year.find("education_age_from"))
    return Criterion(text, (sure or None) if count else False, tuple(age for age in ages if age))


def _elder(payer: Payer, year: TaxYear) -> Criterion:
    age = year.rule("elder_age_from")
    text = _("{who}的父母有一位在 {year} 年年满 {age}", who=payer.who, year=year.year, age=age.quantity)
    return Criterion(text, payer.elder_old_enough, (age,))


def _plan(household: Household, on: date) -> Part:
    known = household.incomes_known
    return Part(
        amounts=amounts(household),
        events=events(household, on),
        documents=documents(household),
        where=((*share_messages(household), *WHERE) if known else WHERE),
        steps=(
            *month_steps(household),
            *((*share_steps(household), *tax_steps(household)) if known else ()),
            *exempt_steps(household.year),
        ),
        assumptions=assumptions(household, on),
        charts=charts(household) if known else (),
    )
