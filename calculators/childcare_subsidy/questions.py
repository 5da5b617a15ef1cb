"""What the childcare subsidy asks a family."""

from __future__ import annotations

from calculators.kit.household import BIRTH_ORDER, FIRST_YEAR, LAST_YEAR, ON
from calculators.kit.message import _
from calculators.kit.questions import YES_NO, Kind, Option, Question

PLACE = Question(
    name="place",
    kind=Kind.PLACE,
    label=_("孩子的户口在哪里（或准备落在哪里）"),
    why=_("育儿补贴在孩子户口所在地申领，有的城市会多发。"),
)

BIRTH_DATE = Question(
    name="birth_date",
    kind=Kind.DATE,
    label=_("出生日期"),
    hint=_("还没出生就填预产期。"),
    why=_("出生日期决定发几个月、分几年领、什么时候截止。"),
    least=FIRST_YEAR,
    most=LAST_YEAR,
)

HUKOU = Question(
    name="hukou",
    kind=Kind.CHOICE,
    label=_("孩子有中国国籍并已登记户口吗"),
    why=_("补贴对象须有中国国籍，并在户口所在地申领。"),
    options=(
        Option("yes", _("有，户口已登记")),
        Option("not_yet", _("有国籍，户口还没登记（包括还没出生）")),
        Option("foreign", _("没有中国国籍")),
    ),
    unknown=True,
)

ARRIVAL = Question(
    name="arrival",
    kind=Kind.CHOICE,
    label=_("孩子是怎样来到家里的"),
    why=_("亲生和依法收养的孩子都可以申领，要带的材料不同。"),
    options=(Option("born", _("亲生")), Option("adopted", _("依法收养"))),
)

CLAIMED = Question(
    name="claimed",
    kind=Kind.CHOICE,
    label=_("以前为这个孩子领过国家育儿补贴吗"),
    why=_("首次申领的年份决定后面几年怎么续领。"),
    options=YES_NO,
)

FIRST_CLAIMED = Question(
    name="first_claimed",
    kind=Kind.COUNT,
    label=_("第一次申领是哪一年"),
    why=_("此后每年续领一次，一直到领完。"),
    least=2025,
    most=LAST_YEAR,
    when={"claimed": ("yes",)},
)

CHILDREN = Question(
    name="children",
    kind=Kind.LIST,
    label=_("孩子"),
    hint=_("每个孩子分别计算。双胞胎请填两个孩子。"),
    why=_("补贴按孩子发放。"),
    most=10,
    add=_("再加一个孩子"),
    remove=_("去掉这个孩子"),
    fields=(BIRTH_DATE, BIRTH_ORDER, HUKOU, ARRIVAL, CLAIMED, FIRST_CLAIMED),
)

PARENT_HUKOU = Question(
    name="parent_hukou",
    kind=Kind.CHOICE,
    label=_("父母的户口也在这个城市吗"),
    why=_("本市加发的部分要看父母的户口。"),
    options=(
        Option("both", _("父母都在")),
        Option("mother", _("只有母亲在")),
        Option("father", _("只有父亲在")),
        Option("neither", _("都不在")),
    ),
    unknown=True,
    where="childcare-subsidy.local_parent_hukou",
)

LUMP_SUM = Question(
    name="lump_sum_received",
    kind=Kind.CHOICE,
    label=_("以前为这些孩子一次性领过本市的育儿补助吗"),
    why=_("领过的，只补发与育儿补贴总额的差额。"),
    options=YES_NO,
    unknown=True,
    where="childcare-subsidy.earlier_lump_sum",
)

QUESTIONS = (PLACE, CHILDREN, PARENT_HUKOU, LUMP_SUM, ON)
