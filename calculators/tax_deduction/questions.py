"""What the tax calculator asks a family."""

from __future__ import annotations

from calculators.kit.household import FIRST_YEAR, LAST_YEAR, ON
from calculators.kit.message import _
from calculators.kit.questions import Kind, Option, Question
from calculators.tax_deduction.parent_questions import PARENTS

FIRST_TAX_YEAR = 2019
FIRST_PUPIL = 1980

YEAR = Question(
    name="year",
    kind=Kind.COUNT,
    label=_("算哪一年的个人所得税"),
    hint=_("填四位数的年份，例如今年或明年。"),
    why=_("扣除标准每年可能不同，能扣的月份也按年份数。"),
    least=FIRST_TAX_YEAR,
    most=LAST_YEAR,
)

BIRTH_DATE = Question(
    name="birth_date",
    kind=Kind.DATE,
    label=_("出生日期"),
    hint=_("还没出生就填预产期。"),
    why=_("出生的月份和满 3 周岁的月份决定能扣哪几个月。"),
    least=FIRST_PUPIL,
    most=LAST_YEAR,
)

STAGE = Question(
    name="stage",
    kind=Kind.CHOICE,
    label=_("孩子现在上学的情况"),
    why=_("满 3 周岁以后按子女教育扣除，一直到全日制教育结束。"),
    options=(
        Option("not_yet", _("还没上小学（包括不满 3 岁、在家、上托育或幼儿园）")),
        Option("school", _("在上全日制的小学、中学、大学或研究生")),
        Option("ended", _("全日制教育已经结束")),
    ),
    unknown=True,
)

EDUCATION_ENDED = Question(
    name="education_ended",
    kind=Kind.DATE,
    label=_("全日制教育结束的日期"),
    hint=_("毕业证上的日期，只看月份。"),
    why=_("扣除到结束的当月为止。"),
    least=FIRST_YEAR,
    most=LAST_YEAR,
    when={"stage": ("ended",)},
)

NOW = Question(
    name="now",
    kind=Kind.CHOICE,
    label=_("这一年为这个孩子填报的是怎样扣除"),
    hint=_("可以在个人所得税 App 里查到。第一位、第二位按下面家长的顺序。"),
    why=_("用来比较换一种分法能不能少缴税。"),
    options=(
        Option("first", _("第一位家长扣全部")),
        Option("second", _("第二位家长扣全部")),
        Option("half", _("两位家长各扣一半")),
        Option("none", _("还没有填报")),
    ),
    unknown=True,
)

CHILDREN = Question(
    name="children",
    kind=Kind.LIST,
    label=_("孩子"),
    hint=_("双胞胎请填两个孩子。只算老人的扣除时可以不填。"),
    why=_("扣除按每个孩子计算。"),
    optional=True,
    most=10,
    add=_("再加一个孩子"),
    remove=_("去掉这个孩子"),
    fields=(BIRTH_DATE, STAGE, EDUCATION_ENDED, NOW),
)

TOGETHER = Question(
    name="together",
    kind=Kind.CHOICE,
    label=_("这个家庭的情况"),
    why=_("不在一起生活的父母也可以分着扣，但要先商量好。"),
    options=(
        Option("married", _("父母是夫妻")),
        Option("apart", _("父母离婚、分居或没有结婚")),
        Option("guardian", _("由父母以外的监护人抚养")),
    ),
    unknown=True,
)

QUESTIONS = (YEAR, CHILDREN, PARENTS, TOGETHER, ON)
