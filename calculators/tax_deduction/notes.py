"""What to do with the result: dates, papers, where to file, what to ask, and what was left out."""

from __future__ import annotations

from datetime import date

from calculators.kit.message import Message, _
from calculators.kit.offices import TAX_APP
from calculators.kit.questions import Answers
from calculators.kit.result import Document, Event, Occasion, Step
from calculators.kit.rules import Value
from calculators.tax_deduction.claims import EDUCATION, Child, TaxYear
from calculators.tax_deduction.household import Household

WHERE = (
    _("个人所得税 App 或自然人电子税务局网站：专项附加扣除填报"),
    _("也可以把信息交给用人单位，每月发工资时就扣；或次年年度汇算时自己申报"),
)

DOCUMENTS_OF_CHILD = (
    Document(_("孩子的身份证号码或出生医学证明编号"), office=TAX_APP),
    Document(_("配偶的姓名和身份证号码"), _("有配偶时"), TAX_APP),
)
DOCUMENTS_OF_PUPIL = (
    Document(_("孩子就读的学校和入学时间"), _("填报子女教育时"), TAX_APP),
    Document(_("境外学校录取通知书、留学签证"), _("孩子在境外上学时，自己保存备查"), TAX_APP),
)
DOCUMENTS_OF_ELDER = (
    Document(_("老人的姓名和身份证号码"), office=TAX_APP),
    Document(_("兄弟姐妹的书面分摊协议"), _("约定或指定分摊时，自己保存备查"), TAX_APP),
)

ASSUMPTIONS = (
    _("按居民个人全年综合所得的税率表计算，收入都是税前金额。"),
    _("没有填的其他扣除按 0 计算。"),
    _("孩子上学的各阶段前后相连，升学的假期也算。"),
)

OTHERWISE = (
    _("单独计税的全年一次性奖金、经营所得、财产租赁等其他收入没有算进来，税务机关按全部收入计算。"),
    _("单位每月预扣的税和全年应缴的税常常不同，多退少补在年度汇算时结清。"),
    _("大病医疗、捐赠、税收减免等会改变应缴的税，这里没有计算。"),
    _("孩子当年从照护转到教育时，两项扣除这里分别找最省的分法；填报时以系统允许的为准。"),
)


def events(household: Household, on: date) -> tuple[Event, ...]:
    """Return the days that are not over: changing the item, choosing for the next year, settling this one."""
    year, number = household.year, household.year.year
    settle = _window(year, "settlement", number + 1, f"tax-deduction-{number}-settlement",
                     _("{year} 年个人所得税年度汇算", year=number))  # fmt: skip
    choose = _window(year, "confirmation", number, f"tax-deduction-{number + 1}-choose",
                     _("确认 {year} 年的专项附加扣除和分法", year=number + 1))  # fmt: skip
    found = (*(_change(child) for child in household.children if _turns_three(child)), choose, settle)
    return tuple(event for event in found if event.last >= on)


def _window(year: TaxYear, rule: str, of: int, key: str, label: Message) -> Event:
    opens, closes = f"{rule}_opens", f"{rule}_closes"
    certain = year.rule(opens).certain and year.rule(closes).certain
    return Event(key, Occasion.DEADLINE, label, year.day(opens, of), year.day(closes, of), certain)


def _turns_three(child: Child) -> bool:
    return child.turns_three.year == child.year.year and len(child.claims) > 1


def _change(child: Child) -> Event:
    day: date = child.turns_three
    label = _("{who}：从这个月起改填子女教育", who=child.who)
    return Event(f"{child.key}-education", Occasion.APPOINTMENT, label, day, day)


def documents(household: Household) -> tuple[Document, ...]:
    """Return what to have at hand when filing."""
    pupils = any(claim.item == EDUCATION for claim in household.claims)
    return (
        *(DOCUMENTS_OF_CHILD if household.claims else ()),
        *(DOCUMENTS_OF_PUPIL if pupils else ()),
        *(DOCUMENTS_OF_ELDER if household.elders else ()),
    )


def exempt_steps(year: TaxYear) -> tuple[Step, ...]:
    """Return what is free of tax and must not be counted as income, with the rules."""
    told: tuple[tuple[Message, Value | None], ...] = (
        (_("育儿补贴免征个人所得税，不要算进年收入"), year.find("childcare_subsidy_exempt")),
        (_("生育津贴免征个人所得税，不要算进年收入"), year.find("maternity_allowance_exempt")),
    )
    return tuple(Step(text, (rule,)) for text, rule in told if rule)


def assumptions(household: Household, on: date) -> tuple[Message, ...]:
    """Return what the result takes for granted."""
    said = list(ASSUMPTIONS)
    if any(child.born > on for child in household.children):
        said.append(_("按预产期计算，以实际出生日期为准。"))
    if household.year.year > on.year:
        said.append(_("{year} 年的标准按现在已公布的规定计算，以后可能调整。", year=household.year.year))
    if household.incomes_known and household.all_alike:
        said.append(_("按填的收入，孩子的扣除怎样分都一样省。"))
    said += [
        _("{who}这一年本来就不用缴税，扣除不会再少缴，但符合条件仍可填报。", who=payer.who)
        if payer.works
        else _("{who}没有综合所得，扣除都由另一位家长填报。", who=payer.who)
        for payer in household.payers
        if payer.income is not None and not payer.pays
    ]
    return tuple(said)


def office(household: Household, answers: Answers) -> tuple[Message, ...]:
    """Return what the family should find out."""
    asked = []
    if household.year.day("settlement_closes", household.year.year + 1) < answers.day("on"):
        asked.append(_("这一年的年度汇算已经结束，还能不能补充申报、退税，请问税务机关"))
    if not household.incomes_known:
        asked.append(_("年收入不清楚，算不出少缴多少税；个人所得税 App 的收入纳税明细里可以查到"))
    for payer in household.payers:
        if payer.income and not payer.answers.known("contributions"):
            asked.append(_("{who}的社保和公积金不清楚，先按 0 算，实际少缴的税可能少一些", who=payer.who))
        if payer.elders_missing:
            asked.append(_("{who}赡养老人的情况不清楚，这一项没有计算", who=payer.who))
    asked += [
        _("{who}是否还在接受全日制教育，请确认后再算", who=child.who)
        for child in household.children
        if child.stage_missing
    ]
    return (*asked, *_of_parents(household, answers))


def _of_parents(household: Household, answers: Answers) -> list[Message]:
    if not household.claims:
        return []
    asked = []
    if answers.choice("together") in ("apart", None) and len(household.payers) > 1:
        asked.append(_("不是夫妻的父母要先商量好由谁扣、扣多少，同一个孩子两人合计不能超过标准"))
    if answers.choice("together") == "guardian":
        asked.append(_("父母以外的监护人可以比照办理，要有监护关系的证明，请先问税务机关"))
    if len(household.payers) == 1:
        asked.append(_("另一位家长有收入时也可以由另一位扣，两位都填上可以比较哪种分法更省"))
    if any(child.answers.choice("now") in ("first", "second", "half") for child in household.children):
        asked.append(_("已经填报的分法在这一年内不能改；要换分法，在确认下一年的信息时选"))
    return asked
