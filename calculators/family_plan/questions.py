"""What the family plan asks a household, once for all calculators."""

from __future__ import annotations

from dataclasses import replace

from calculators.childcare_subsidy.questions import (
    ARRIVAL,
    BIRTH_DATE,
    CLAIMED,
    FIRST_CLAIMED,
    HUKOU,
    LUMP_SUM,
    PARENT_HUKOU,
    PLACE,
)
from calculators.education_support.questions import HARDSHIP, STAGE
from calculators.kit.household import BIRTH_ORDER, FIRST_YEAR, LAST_YEAR, ON
from calculators.kit.message import Message, _
from calculators.kit.questions import Kind, Option, Question
from calculators.leave.questions import BABIES, FATHER_EMPLOYED
from calculators.maternity_allowance.questions import EMPLOYER_WAGE, INSURANCE, INSURED_MONTHS, OWN_WAGE
from calculators.tax_deduction.parent_questions import (
    CONTRIBUTIONS,
    ELDER_BIRTH_DATE,
    ELDER_SHARE,
    ELDERS,
    INCOME,
    SIBLINGS,
)

PREGNANT = {"expecting": ("pregnant",)}
PARENTS = ("mother", "father")

EXPECTING = Question(
    name="expecting",
    kind=Kind.CHOICE,
    label=_("现在准备怀孕或已经怀孕吗"),
    why=_("孕前和孕期各有检查、登记和要提前准备的事。"),
    options=(
        Option("planning", _("准备怀孕")),
        Option("pregnant", _("已经怀孕")),
        Option("no", _("都不是")),
    ),
)

DUE_DATE = Question(
    name="due_date",
    kind=Kind.DATE,
    label=_("预产期"),
    why=_("检查、休假和申领的日期都从预产期算起。"),
    least=FIRST_YEAR,
    most=LAST_YEAR,
    when=PREGNANT,
)

SEX = Question(
    name="sex",
    kind=Kind.CHOICE,
    label=_("孩子的性别"),
    why=_("有一种疫苗只给女孩接种。"),
    options=(Option("female", _("女")), Option("male", _("男"))),
    unknown=True,
)

SHOTS = Question(
    name="shots",
    kind=Kind.CHOICE,
    label=_("疫苗打到哪里了"),
    hint=_("漏打了几剂的选“不知道”，再用接种日历逐剂填写。"),
    why=_("打过的不再列出，漏打的要补。"),
    options=(Option("on_time", _("到今天为止都按时打了")), Option("none", _("还没打过"))),
    unknown=True,
)

SCHOOLING = replace(STAGE, name="schooling", options=(*STAGE.options, Option("ended", _("全日制教育已经结束"))))

CHILDREN = Question(
    name="children",
    kind=Kind.LIST,
    label=_("家里的孩子"),
    hint=_("已经出生的孩子，双胞胎请填两个。还没有孩子就不用填。"),
    why=_("多数支持按每个孩子的年龄计算。"),
    optional=True,
    most=10,
    add=_("再加一个孩子"),
    remove=_("去掉这个孩子"),
    fields=(
        replace(BIRTH_DATE, hint=None),
        BIRTH_ORDER,
        SEX,
        HUKOU,
        ARRIVAL,
        CLAIMED,
        FIRST_CLAIMED,
        SHOTS,
        SCHOOLING,
    ),
)

WORK_PLACE = Question(
    name="work_place",
    kind=Kind.PLACE,
    label=_("父母在哪里上班、参保"),
    hint=_("和孩子的户口在同一个地方就不用填。"),
    why=_("假期和生育津贴按上班、参保的地方算，育儿补贴按孩子的户口算。"),
    optional=True,
)


def _of_parent(question: Question, parent: str, label: Message) -> Question:
    """Return a question of the tax calculator as it is asked about one parent."""
    when = {f"{parent}_{name}": values for name, values in (question.when or {}).items() if name != "employed"}
    return replace(question, name=f"{parent}_{question.name}", label=label, when=when or None)


NURSERY_FEE = Question(
    name="nursery_fee",
    kind=Kind.MONEY,
    label=_("不满 3 岁的孩子上托育，每月交多少（元）"),
    hint=_("没有上托育就不填。"),
    why=_("有的地方给托育补助，用来算每月净支出。"),
    optional=True,
)

QUESTIONS = (
    PLACE,
    EXPECTING,
    DUE_DATE,
    replace(BIRTH_ORDER, label=_("怀的是夫妻共同生育的第几个孩子"), when=PREGNANT),
    replace(BABIES, label=_("怀了几个"), when=PREGNANT),
    CHILDREN,
    PARENT_HUKOU,
    LUMP_SUM,
    WORK_PLACE,
    INSURANCE,
    INSURED_MONTHS,
    EMPLOYER_WAGE,
    OWN_WAGE,
    FATHER_EMPLOYED,
    _of_parent(INCOME, "mother", _("母亲全年税前收入（元）")),
    _of_parent(CONTRIBUTIONS, "mother", _("母亲全年个人缴的社会保险费和住房公积金（元）")),
    _of_parent(ELDERS, "mother", _("母亲赡养老人吗（自己的父母，有一位年满 60 周岁）")),
    _of_parent(ELDER_BIRTH_DATE, "mother", _("母亲赡养的老人里，年纪最大的那位的出生日期")),
    _of_parent(SIBLINGS, "mother", _("母亲连自己在内，一共几个兄弟姐妹分摊")),
    _of_parent(ELDER_SHARE, "mother", _("母亲自己每月分摊多少（元）")),
    _of_parent(INCOME, "father", _("父亲全年税前收入（元）")),
    _of_parent(CONTRIBUTIONS, "father", _("父亲全年个人缴的社会保险费和住房公积金（元）")),
    _of_parent(ELDERS, "father", _("父亲赡养老人吗（自己的父母，有一位年满 60 周岁）")),
    _of_parent(ELDER_BIRTH_DATE, "father", _("父亲赡养的老人里，年纪最大的那位的出生日期")),
    _of_parent(SIBLINGS, "father", _("父亲连自己在内，一共几个兄弟姐妹分摊")),
    _of_parent(ELDER_SHARE, "father", _("父亲自己每月分摊多少（元）")),
    NURSERY_FEE,
    replace(HARDSHIP, when=None),
    ON,
)
