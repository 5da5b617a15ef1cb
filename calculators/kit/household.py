"""Questions about a household that several calculators ask in the same words."""

from __future__ import annotations

from calculators.kit.message import _
from calculators.kit.questions import Kind, Option, Question

FIRST_YEAR, LAST_YEAR = 2015, 2040

ORDERS = (
    Option("first", _("第一个孩子")),
    Option("second", _("第二个孩子")),
    Option("third", _("第三个孩子")),
    Option("later", _("第四个或以后的孩子")),
)

ON = Question(
    name="on",
    kind=Kind.DATE,
    label=_("按哪一天的规定计算"),
    hint=_("一般就是今天。改成别的日期，就按那一天有效的规定算，例如以前的，或已经公布、以后才实行的。"),
    why=_("规定会变，结果要说明按哪一天的规定算出。"),
    least=FIRST_YEAR,
    most=LAST_YEAR,
)

BIRTH_ORDER = Question(
    name="order",
    kind=Kind.CHOICE,
    label=_("这是夫妻共同生育的第几个孩子"),
    hint=_("双胞胎按出生先后分别数。怎么数各地略有不同，拿不准就选“不知道”。"),
    why=_("有的地方按孩次确定补贴金额或假期天数。"),
    options=ORDERS,
    unknown=True,
)
