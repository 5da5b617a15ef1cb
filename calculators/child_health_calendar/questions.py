"""What the child health calendar asks."""

from __future__ import annotations

from calculators.child_health_calendar.words import LABELS
from calculators.kit.household import FIRST_YEAR, LAST_YEAR, ON
from calculators.kit.message import _
from calculators.kit.questions import YES_NO, Kind, Option, Question

PLACE = Question(
    name="place",
    kind=Kind.PLACE,
    label=_("孩子现在住在哪里"),
    why=_("体检由常住地的基层医疗卫生机构提供，户口不在当地也可以；有的做法各地不同。"),
)

BIRTH_DATE = Question(
    name="birth_date",
    kind=Kind.DATE,
    label=_("孩子的出生日期"),
    hint=_("还没出生就填预产期。"),
    why=_("每次体检都按月龄或周岁定。"),
    least=FIRST_YEAR,
    most=LAST_YEAR,
)

WEEKS = Question(
    name="weeks",
    kind=Kind.COUNT,
    label=_("怀孕满几周出生"),
    hint=_("出生医学证明或出院小结上有。"),
    why=_("早产的孩子要多访视、多复查。"),
    least=22,
    most=44,
    unknown=True,
)

RISK = Question(
    name="risk",
    kind=Kind.CHOICE,
    label=_("孩子有低出生体重、双胞胎或多胞胎、出生缺陷中的一种吗"),
    why=_("有这些情况的，访视的次数会增加。"),
    options=YES_NO,
    unknown=True,
)

DISCHARGED = Question(
    name="discharged",
    kind=Kind.DATE,
    label=_("孩子哪天出院"),
    hint=_("还没出生、还没出院，或孩子已经满月，就选“不知道”。"),
    why=_("新生儿家庭访视从出院那天算起。"),
    least=FIRST_YEAR,
    most=LAST_YEAR,
    unknown=True,
)

DONE = Question(
    name="done",
    kind=Kind.CHOICE,
    label=_("已经做过哪些体检"),
    why=_("做过的不再列出，只看下一次。"),
    options=(
        Option("all", _("到今天该做的都做了")),
        Option("some", _("做过一些，下面一次一次填")),
        Option("none", _("一次也没做")),
    ),
    unknown=True,
)

VISIT = Question(
    name="visit",
    kind=Kind.CHOICE,
    label=_("哪一次"),
    why=_("做过的一次不再安排。"),
    options=tuple(Option(name, label) for name, label in LABELS.items()),
)

DATE = Question(
    name="date",
    kind=Kind.DATE,
    label=_("哪天做的"),
    why=_("结果里写明是哪天做的，方便核对。"),
    least=FIRST_YEAR,
    most=LAST_YEAR,
    unknown=True,
)

VISITS = Question(
    name="visits",
    kind=Kind.LIST,
    label=_("做过的体检"),
    hint=_("《母子健康手册》上有记录。"),
    why=_("做过的不再列出，只看下一次。"),
    most=len(LABELS),
    when={"done": ("some",)},
    add=_("再加一次体检"),
    remove=_("去掉这次体检"),
    fields=(VISIT, DATE),
)

QUESTIONS = (PLACE, BIRTH_DATE, WEEKS, RISK, DISCHARGED, DONE, VISITS, ON)
