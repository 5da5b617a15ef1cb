"""What the support finder asks a household."""

from __future__ import annotations

from calculators.kit.household import FIRST_YEAR, LAST_YEAR, ON
from calculators.kit.message import Message, _
from calculators.kit.questions import YES_NO, Kind, Option, Question

PLACE = Question(
    name="place",
    kind=Kind.PLACE,
    label=_("家在哪里"),
    why=_("有的措施各地不同，结果会写明按哪里的规定。"),
)

EXPECTING = Question(
    name="expecting",
    kind=Kind.CHOICE,
    label=_("现在准备怀孕或已经怀孕吗"),
    why=_("孕前和孕期各有免费的检查和服务。"),
    options=(
        Option("planning", _("准备怀孕")),
        Option("pregnant", _("已经怀孕")),
        Option("no", _("都不是")),
    ),
)

CHILDREN = Question(
    name="children",
    kind=Kind.LIST,
    label=_("家里的孩子"),
    hint=_("没有孩子就不用填。"),
    why=_("很多措施按孩子的年龄享受。"),
    optional=True,
    most=10,
    add=_("再加一个孩子"),
    remove=_("去掉这个孩子"),
    fields=(
        Question(
            name="birth_date",
            kind=Kind.DATE,
            label=_("出生日期"),
            why=_("按年龄判断有哪些措施。"),
            least=FIRST_YEAR - 10,
            most=LAST_YEAR,
        ),
    ),
)


def _work(name: str, label: Message) -> Question:
    return Question(
        name=name,
        kind=Kind.CHOICE,
        label=label,
        why=_("假期和哺乳时间由用人单位给，培训和就业指导面向还没有工作的人。"),
        options=(
            Option("employed", _("在单位上班")),
            Option("flexible", _("灵活就业或自己经营")),
            Option("none", _("目前没有工作（包括上学）")),
            Option("absent", _("家里没有")),
        ),
        unknown=True,
    )


def _yes_no(name: str, label: Message, why: Message) -> Question:
    return Question(name=name, kind=Kind.CHOICE, label=label, why=why, options=YES_NO, unknown=True)


QUESTIONS = (
    PLACE,
    EXPECTING,
    CHILDREN,
    _work("mother_work", _("母亲的工作")),
    _work("father_work", _("父亲的工作")),
    _yes_no("mother_insured", _("母亲参加了生育保险吗"), _("生育津贴由生育保险支付。")),
    _yes_no("pays_tax", _("父母有人缴个人所得税吗"), _("专项附加扣除能少缴税，不缴税的人用不上。")),
    _yes_no(
        "hardship",
        _("家里是低保、特困、低收入家庭，或有残疾等困难情况吗"),
        _("困难家庭另有救助和资助。"),
    ),
    _yes_no("elder", _("家里有 60 岁以上的老人要赡养吗"), _("养老服务和赡养老人的扣除能减轻负担。")),
    ON,
)
