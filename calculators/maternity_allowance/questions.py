"""What the maternity allowance calculator asks."""

from __future__ import annotations

from dataclasses import replace

from calculators.kit.household import BIRTH_ORDER, FIRST_YEAR, LAST_YEAR, ON
from calculators.kit.message import _
from calculators.kit.questions import Kind, Option, Question
from calculators.leave.questions import BABIES, DELIVERY

AFTER_A_BIRTH = {"event": ("birth",)}

PLACE = Question(
    name="place",
    kind=Kind.PLACE,
    label=_("在哪里参保（一般就是单位所在的地方）"),
    why=_("生育津贴由参保地的生育保险基金发，天数和算法各地有不同。"),
)

EVENT = Question(
    name="event",
    kind=Kind.CHOICE,
    label=_("是生孩子，还是流产"),
    why=_("生孩子和流产的产假天数不同，津贴按天数发。"),
    options=(Option("birth", _("生孩子")), Option("miscarriage", _("流产或引产"))),
)

EVENT_DATE = Question(
    name="event_date",
    kind=Kind.DATE,
    label=_("生孩子或流产的日期"),
    hint=_("还没出生就填预产期。"),
    why=_("按那一天有效的规定计算。"),
    least=FIRST_YEAR,
    most=LAST_YEAR,
)

WEEKS = Question(
    name="weeks",
    kind=Kind.COUNT,
    label=_("当时怀孕满多少周"),
    hint=_("填满了的周数：11 周零 5 天就填 11。"),
    why=_("流产假按怀孕的长短定天数。"),
    least=1,
    most=44,
    unknown=True,
    when={"event": ("miscarriage",)},
)

INSURANCE = Question(
    name="insurance",
    kind=Kind.CHOICE,
    label=_("母亲参加了哪种生育保险"),
    hint=_("生育保险和职工医保一起缴，单位缴了职工医保一般就有。"),
    why=_("由谁付钱，看单位有没有缴生育保险费。"),
    options=(
        Option("employed", _("在单位上班，单位缴了生育保险")),
        Option("not_insured", _("在单位上班，单位没有缴")),
        Option("flexible", _("灵活就业，自己参加职工医保")),
        Option("spouse", _("没有工作，丈夫的单位缴了")),
        Option("none", _("没有工作，夫妻都没有")),
    ),
    unknown=True,
)

INSURED_MONTHS = Question(
    name="insured_months",
    kind=Kind.COUNT,
    label=_("到那时已经连续缴费多少个月"),
    hint=_("换过单位但没有断缴的，连起来算。"),
    why=_("有的地方要求连续缴费满若干个月。"),
    least=0,
    most=600,
    unknown=True,
    when={"insurance": ("employed",)},
)

EMPLOYER_WAGE = Question(
    name="employer_wage",
    kind=Kind.MONEY,
    label=_("单位上年度职工月平均缴费工资"),
    hint=_("是全单位的平均数，不是本人的工资，可以问单位人事。"),
    why=_("生育津贴按这个数折算。"),
    unknown=True,
    when={"insurance": ("employed",)},
)

OWN_WAGE = Question(
    name="own_wage",
    kind=Kind.MONEY,
    label=_("本人产假前的月工资"),
    why=_("津贴低于本人工资时，差额由单位补。"),
    unknown=True,
    when={"insurance": ("employed", "not_insured")},
)

QUESTIONS = (
    PLACE,
    EVENT,
    EVENT_DATE,
    replace(BIRTH_ORDER, when=AFTER_A_BIRTH),
    replace(BABIES, when=AFTER_A_BIRTH),
    replace(DELIVERY, when=AFTER_A_BIRTH),
    WEEKS,
    INSURANCE,
    INSURED_MONTHS,
    EMPLOYER_WAGE,
    OWN_WAGE,
    ON,
)
