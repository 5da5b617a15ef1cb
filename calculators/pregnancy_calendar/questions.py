"""What the pregnancy calendar asks."""

from __future__ import annotations

from calculators.kit.household import FIRST_YEAR, LAST_YEAR, ON
from calculators.kit.message import _
from calculators.kit.questions import YES_NO, Kind, Option, Question

PLACE = Question(
    name="place",
    kind=Kind.PLACE,
    label=_("现在住在哪里"),
    why=_("孕产检查由常住地的基层医疗卫生机构提供，户口不在当地也可以；有的做法各地不同。"),
)

STAGE = Question(
    name="stage",
    kind=Kind.CHOICE,
    label=_("准备怀孕还是已经怀孕"),
    why=_("孕前和孕期的检查不同。"),
    options=(Option("planning", _("准备怀孕")), Option("pregnant", _("已经怀孕"))),
)

RURAL = Question(
    name="rural",
    kind=Kind.CHOICE,
    label=_("夫妻有一方是农村户口或农村居民吗"),
    why=_("国家的免费孕前检查和叶酸先面向农村，有的地方所有夫妻都免费。"),
    options=YES_NO,
    unknown=True,
    when={"stage": ("planning",)},
)

KNOWN_BY = Question(
    name="known_by",
    kind=Kind.CHOICE,
    label=_("按哪个日期算孕周"),
    hint=_("医生用超声核对过孕周的，选预产期。"),
    why=_("每次检查的时间都按孕周定。"),
    options=(Option("last_period", _("末次月经的第一天")), Option("due_date", _("医院给的预产期"))),
    unknown=True,
    when={"stage": ("pregnant",)},
)

LAST_PERIOD = Question(
    name="last_period",
    kind=Kind.DATE,
    label=_("末次月经的第一天"),
    why=_("孕周从这一天算起。"),
    least=FIRST_YEAR,
    most=LAST_YEAR,
    when={"known_by": ("last_period",)},
)

DUE_DATE = Question(
    name="due_date",
    kind=Kind.DATE,
    label=_("预产期"),
    why=_("从预产期可以往前推出孕周。"),
    least=FIRST_YEAR,
    most=LAST_YEAR,
    when={"known_by": ("due_date",)},
)

BABIES = Question(
    name="babies",
    kind=Kind.COUNT,
    label=_("这次怀几个孩子"),
    hint=_("还没做超声就选“不知道”。"),
    why=_("双胞胎、多胞胎要多做检查，出生后每个孩子分别登记。"),
    least=1,
    most=8,
    unknown=True,
    when={"stage": ("pregnant",)},
)

QUESTIONS = (PLACE, STAGE, RURAL, KNOWN_BY, LAST_PERIOD, DUE_DATE, BABIES, ON)
