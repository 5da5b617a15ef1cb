"""What the leave calculator asks."""

from __future__ import annotations

from calculators.kit.household import BIRTH_ORDER, FIRST_YEAR, LAST_YEAR, ON
from calculators.kit.message import _
from calculators.kit.questions import YES_NO, Kind, Option, Question

PLACE = Question(
    name="place",
    kind=Kind.PLACE,
    label=_("在哪个省（自治区、直辖市）工作"),
    why=_("延长的产假、陪产假和育儿假由各省规定。"),
)

BIRTH_DATE = Question(
    name="birth_date",
    kind=Kind.DATE,
    label=_("孩子的出生日期"),
    hint=_("还没出生就填预产期。"),
    why=_("假期从生孩子前后开始算，按出生那天有效的规定。"),
    least=FIRST_YEAR,
    most=LAST_YEAR,
)

BABIES = Question(
    name="babies",
    kind=Kind.COUNT,
    label=_("这次生几个孩子"),
    why=_("每多生一个孩子，产假增加若干天。"),
    least=1,
    most=8,
)

DELIVERY = Question(
    name="delivery",
    kind=Kind.CHOICE,
    label=_("怎样分娩"),
    hint=_("还没生就选“不知道”。"),
    why=_("难产增加产假；剖宫产算不算难产，各地规定不同。"),
    options=(
        Option("normal", _("顺产")),
        Option("caesarean", _("剖宫产")),
        Option("difficult", _("医院证明的其他难产")),
    ),
    unknown=True,
)

DAYS_BEFORE = Question(
    name="days_before",
    kind=Kind.COUNT,
    label=_("产前先休几天"),
    hint=_("不打算产前休假就填 0。"),
    why=_("产假可以有一部分在产前休，最后一天会相应提前。"),
    least=0,
    most=15,
)

MOTHER_EMPLOYED = Question(
    name="mother_employed",
    kind=Kind.CHOICE,
    label=_("母亲在单位上班吗"),
    why=_("产假是职工的假期。"),
    options=YES_NO,
    unknown=True,
)

FATHER_EMPLOYED = Question(
    name="father_employed",
    kind=Kind.CHOICE,
    label=_("父亲在单位上班吗"),
    why=_("陪产假是职工的假期。"),
    options=YES_NO,
    unknown=True,
)

QUESTIONS = (
    PLACE,
    BIRTH_DATE,
    BIRTH_ORDER,
    BABIES,
    DELIVERY,
    DAYS_BEFORE,
    MOTHER_EMPLOYED,
    FATHER_EMPLOYED,
    ON,
)
