"""What the education support calculator asks."""

from __future__ import annotations

from calculators.kit.household import LAST_YEAR, ON
from calculators.kit.message import _
from calculators.kit.questions import YES_NO, Kind, Option, Question

FIRST_YEAR_OF_BIRTH = 2005

KINDERGARTEN_STAGES = ("lower", "final")
COMPULSORY_STAGES = ("primary", "junior")

PLACE = Question(
    name="place",
    kind=Kind.PLACE,
    label=_("孩子在哪里上幼儿园或上学"),
    hint=_("还没上的，填准备上的地方。"),
    why=_("免多少、补多少，有的地方另有规定。"),
)

BIRTH_DATE = Question(
    name="birth_date",
    kind=Kind.DATE,
    label=_("孩子的出生日期"),
    hint=_("还没出生就填预产期。"),
    why=_("用来推算哪一学年是学前一年、哪一年上小学。"),
    least=FIRST_YEAR_OF_BIRTH,
    most=LAST_YEAR,
)

STAGE = Question(
    name="stage",
    kind=Kind.CHOICE,
    label=_("孩子现在在哪个阶段"),
    hint=_("混龄班里上小学以前的最后一年，选“幼儿园大班”。"),
    why=_("各个阶段免的费用和补助不同。"),
    options=(
        Option("not_yet", _("还没上幼儿园")),
        Option("lower", _("幼儿园小班或中班")),
        Option("final", _("幼儿园大班（学前一年）")),
        Option("primary", _("小学")),
        Option("junior", _("初中")),
        Option("senior", _("普通高中或中等职业学校")),
    ),
    unknown=True,
)

WIDER_AREA = Question(
    name="wider_area",
    kind=Kind.CHOICE,
    label=_("幼儿园在下面的地方吗：四川、云南、甘肃、青海的涉藏州县，新疆的喀什、和田、阿克苏、克孜勒苏"),
    why=_("这些地方继续执行自己的免费政策，范围更宽。"),
    options=YES_NO,
    unknown=True,
    when={"stage": KINDERGARTEN_STAGES},
    where="education.wider_rules_in_part",
)

KINDERGARTEN = Question(
    name="kindergarten",
    kind=Kind.CHOICE,
    label=_("是哪一种幼儿园"),
    hint=_("民办幼儿园有没有经教育部门批准，看办学许可证或问幼儿园。"),
    why=_("公办园全免，经批准的民办园按公办园的水平减免，没有经批准的不在范围内。"),
    options=(
        Option("public", _("公办幼儿园")),
        Option("approved", _("教育部门批准设立的民办幼儿园")),
        Option("not_approved", _("没有经教育部门批准的机构")),
    ),
    unknown=True,
    when={"stage": KINDERGARTEN_STAGES},
)

FEE = Question(
    name="fee",
    kind=Kind.MONEY,
    label=_("原来每月交多少保育教育费"),
    hint=_("不含伙食费、住宿费和代收的费用。"),
    why=_("免除和减免的是这一项。"),
    unknown=True,
    when={"stage": ("final",)},
)

WAIVER = Question(
    name="waiver",
    kind=Kind.MONEY,
    label=_("当地同类型公办幼儿园每月免多少"),
    hint=_("看当地教育部门的公告，或问幼儿园。"),
    why=_("民办幼儿园按这个数减免，高出的部分还要交。"),
    unknown=True,
    when={"stage": ("final",), "kindergarten": ("approved",)},
)

HARDSHIP = Question(
    name="hardship",
    kind=Kind.CHOICE,
    label=_("家里或孩子有下面的情况吗"),
    hint=_("有几种就选最先列出的那一种；不想说可以选“不知道”。"),
    why=_("家庭经济困难的孩子另有补助。"),
    options=(
        Option("low_income", _("最低生活保障（低保）家庭")),
        Option("destitute", _("特困救助供养")),
        Option("orphan", _("孤儿")),
        Option("disabled", _("孩子有残疾")),
        Option("martyr", _("烈士子女")),
        Option("monitored", _("脱贫家庭或防止返贫监测对象")),
        Option("other", _("其他家庭经济困难")),
        Option("none", _("没有")),
    ),
    unknown=True,
    when={"stage": (*KINDERGARTEN_STAGES, *COMPULSORY_STAGES, "senior")},
)

BOARDING = Question(
    name="boarding",
    kind=Kind.CHOICE,
    label=_("孩子在学校寄宿吗"),
    why=_("生活补助寄宿生和非寄宿生不同。"),
    options=YES_NO,
    unknown=True,
    when={"stage": COMPULSORY_STAGES},
)

QUESTIONS = (PLACE, BIRTH_DATE, STAGE, WIDER_AREA, KINDERGARTEN, FEE, WAIVER, HARDSHIP, BOARDING, ON)
