"""What the childcare cost calculator asks."""

from __future__ import annotations

from dataclasses import replace

from calculators.kit.household import BIRTH_ORDER, FIRST_YEAR, LAST_YEAR, ON
from calculators.kit.message import _
from calculators.kit.questions import YES_NO, Kind, Option, Question

PLACE = Question(
    name="place",
    kind=Kind.PLACE,
    label=_("托育机构在哪里"),
    why=_("有的地方给托育机构或家庭发补助。"),
)

FEE = Question(
    name="fee",
    kind=Kind.MONEY,
    label=_("每月托育费（元）"),
    hint=_("只填保育照护的收费，不含餐费。"),
    why=_("从这个数算起。"),
)

NURSERY_KIND = Question(
    name="nursery",
    kind=Kind.CHOICE,
    label=_("是哪一种机构"),
    hint=_("普惠机构由政府认定，收费有约定。"),
    why=_("补助多半只给普惠机构；独立机构和幼儿园托班的标准可能不同。"),
    options=(
        Option("nursery", _("普惠托育机构")),
        Option("kindergarten", _("幼儿园的普惠托班")),
        Option("other", _("不是普惠的机构")),
    ),
    unknown=True,
)

BIRTH_DATE = Question(
    name="birth_date",
    kind=Kind.DATE,
    label=_("孩子的出生日期"),
    hint=_("还没出生就填预产期。"),
    why=_("托育服务和这项个税扣除都看孩子满没满 3 周岁。"),
    least=FIRST_YEAR,
    most=LAST_YEAR,
)

ORDER = replace(BIRTH_ORDER, where="childcare-services.family_subsidy_per_term")

USING = Question(
    name="using",
    kind=Kind.CHOICE,
    label=_("父母已经为这个孩子填报了个税扣除吗"),
    hint=_("就是 3 岁以下婴幼儿照护专项附加扣除。"),
    why=_("已经在用的话，工资里已经少扣了税，不能再减一次。"),
    options=YES_NO,
    unknown=True,
)

TAX_BY = Question(
    name="tax_by",
    kind=Kind.CHOICE,
    label=_("怎样算少缴的税"),
    why=_("同样的扣除，税率高的人少缴得多。"),
    options=(Option("income", _("按年收入算")), Option("rate", _("按知道的税率算"))),
    unknown=True,
)

RATE = Question(
    name="rate",
    kind=Kind.COUNT,
    label=_("扣除的这位家长现在的最高税率（百分之几）"),
    hint=_("在个人所得税 App 的收入纳税明细或工资条上。不缴税就填 0。"),
    why=_("税率决定少缴多少税。"),
    most=100,
    when={"tax_by": ("rate",)},
)

INCOME = Question(
    name="income",
    kind=Kind.MONEY,
    label=_("扣除的这位家长全年税前收入（元）"),
    why=_("收入决定适用的税率。"),
    when={"tax_by": ("income",)},
)

CONTRIBUTIONS = Question(
    name="contributions",
    kind=Kind.MONEY,
    label=_("这位家长全年个人缴的社会保险费、住房公积金和其他扣除（元）"),
    hint=_("不算这个孩子的扣除。"),
    why=_("这些先从收入里减掉。"),
    unknown=True,
    when={"tax_by": ("income",)},
)

QUESTIONS = (PLACE, FEE, NURSERY_KIND, BIRTH_DATE, ORDER, USING, TAX_BY, RATE, INCOME, CONTRIBUTIONS, ON)
