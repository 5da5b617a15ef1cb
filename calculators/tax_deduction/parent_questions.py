"""What the tax calculator asks of each parent: income, and the parent's own elders."""

from __future__ import annotations

from calculators.kit.household import LAST_YEAR
from calculators.kit.message import _
from calculators.kit.questions import YES_NO, Kind, Option, Question

FIRST_ELDER = 1900

WHO = Question(
    name="who",
    kind=Kind.CHOICE,
    label=_("这位家长是孩子的"),
    why=_("结果里用来称呼。"),
    options=(Option("mother", _("母亲")), Option("father", _("父亲")), Option("guardian", _("其他监护人"))),
)

EMPLOYED = Question(
    name="employed",
    kind=Kind.CHOICE,
    label=_("这一年有工资、劳务报酬等综合所得吗"),
    hint=_("综合所得是工资薪金、劳务报酬、稿酬和特许权使用费。"),
    why=_("这里的扣除从综合所得里减。"),
    options=YES_NO,
    unknown=True,
)

INCOME = Question(
    name="income",
    kind=Kind.MONEY,
    label=_("全年税前收入（元）"),
    hint=_("劳务报酬、稿酬等填减除费用后的收入额。不清楚可以选“不知道”，只算能扣多少。"),
    why=_("收入决定适用的税率，也就决定能少缴多少税。"),
    unknown=True,
    when={"employed": ("yes",)},
)

CONTRIBUTIONS = Question(
    name="contributions",
    kind=Kind.MONEY,
    label=_("全年个人缴的社会保险费和住房公积金（元）"),
    hint=_("工资条上由个人承担的部分。"),
    why=_("这部分叫专项扣除，先从收入里减掉。"),
    unknown=True,
    when={"employed": ("yes",)},
)

OTHER = Question(
    name="other",
    kind=Kind.MONEY,
    label=_("全年其他扣除（元）"),
    hint=_("例如住房贷款利息或住房租金、继续教育、企业年金、个人养老金。没有就不填。"),
    why=_("这些也先从收入里减掉。"),
    unknown=True,
    optional=True,
    when={"employed": ("yes",)},
)

ELDERS = Question(
    name="elders",
    kind=Kind.CHOICE,
    label=_("这位家长赡养老人吗（自己的父母，有一位年满 60 周岁）"),
    hint=_("公婆、岳父母由配偶自己填。"),
    why=_("赡养老人是另一项扣除；独生子女和有兄弟姐妹的标准不同。"),
    options=(
        Option("none", _("没有，或不由自己扣除")),
        Option("only_child", _("是，自己是独生子女")),
        Option("equal", _("是，和兄弟姐妹平均分摊")),
        Option("agreed", _("是，和兄弟姐妹约定或由老人指定了分摊")),
    ),
    unknown=True,
)

ELDER_BIRTH_DATE = Question(
    name="elder_birth_date",
    kind=Kind.DATE,
    label=_("年纪最大的那位老人的出生日期"),
    why=_("从老人年满 60 周岁的当月起扣除。"),
    least=FIRST_ELDER,
    most=LAST_YEAR,
    unknown=True,
    when={"elders": ("only_child", "equal", "agreed")},
)

SIBLINGS = Question(
    name="siblings",
    kind=Kind.COUNT,
    label=_("连自己在内，一共几个兄弟姐妹分摊"),
    why=_("平均分摊时，每人的额度是总额除以人数。"),
    least=2,
    most=20,
    when={"elders": ("equal",)},
)

ELDER_SHARE = Question(
    name="elder_share",
    kind=Kind.MONEY,
    label=_("自己每月分摊多少（元）"),
    hint=_("写在书面分摊协议里。"),
    why=_("按约定或指定的额度扣除，每人每月有上限。"),
    unknown=True,
    when={"elders": ("agreed",)},
)

PARENTS = Question(
    name="parents",
    kind=Kind.LIST,
    label=_("家长（可以扣除的人）"),
    hint=_("父母两位都可以扣除时请填两位；单独抚养或由其他监护人抚养时填一位。"),
    why=_("同一个孩子可以由一位扣全部，也可以两位各扣一半。"),
    most=2,
    add=_("再加一位家长"),
    remove=_("去掉这位家长"),
    fields=(WHO, EMPLOYED, INCOME, CONTRIBUTIONS, OTHER, ELDERS, ELDER_BIRTH_DATE, SIBLINGS, ELDER_SHARE),
)
