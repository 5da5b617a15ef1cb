"""What the vaccination calendar asks."""

from __future__ import annotations

from calculators.kit.household import LAST_YEAR, ON
from calculators.kit.message import _
from calculators.kit.questions import YES_NO, Kind, Option, Question

FIRST_BIRTH = 2003
"""Who was born in this year was not yet 18 when the oldest edition that is known began."""

OTHER = "other"
"""A vaccine with components of the programme whose doses the programme does not count by itself."""

PLACE = Question(
    name="place",
    kind=Kind.PLACE,
    label=_("孩子现在住在哪里"),
    why=_("接种由现居住地的接种单位负责，户口在哪里不影响；有的安排各地不同。"),
)

BIRTH_DATE = Question(
    name="birth_date",
    kind=Kind.DATE,
    label=_("孩子的出生日期"),
    hint=_("还没出生就填预产期。"),
    why=_("每一剂都按月龄或周岁定。"),
    least=FIRST_BIRTH,
    most=LAST_YEAR,
)

SEX = Question(
    name="sex",
    kind=Kind.CHOICE,
    label=_("孩子的性别"),
    why=_("HPV疫苗只给女孩接种。"),
    options=(Option("female", _("女")), Option("male", _("男"))),
    unknown=True,
)

CARRIER = Question(
    name="carrier",
    kind=Kind.CHOICE,
    label=_("母亲的乙肝表面抗原是阳性吗"),
    hint=_("产前检查单上有。没有查过，或孩子早就打过乙肝疫苗，就选“不知道”。"),
    why=_("阳性或没有查过的，孩子出生后要更早打第 1 剂乙肝疫苗；阳性的还要打免疫球蛋白。"),
    options=YES_NO,
    unknown=True,
)

RECORD = Question(
    name="record",
    kind=Kind.CHOICE,
    label=_("到今天打过哪些疫苗"),
    hint=_("看预防接种证。还没出生就选“一剂也没打”。"),
    why=_("打过的不再安排，漏打的要补。"),
    options=(
        Option("on_time", _("到今天该打的都按时打了")),
        Option("some", _("打过一些，下面一剂一剂填")),
        Option("none", _("一剂也没打")),
    ),
    unknown=True,
)

VACCINE = Question(
    name="vaccine",
    kind=Kind.CHOICE,
    label=_("哪种疫苗"),
    hint=_("流感、水痘等程序以外的疫苗不用填。"),
    why=_("每种疫苗分别数剂次。"),
    options=(
        Option("HepB", _("乙肝疫苗")),
        Option("BCG", _("卡介苗")),
        Option("IPV", _("脊灰灭活疫苗（注射）")),
        Option("bOPV", _("脊灰减毒活疫苗（口服）")),
        Option("DTaP", _("百白破疫苗")),
        Option("MPSV-A", _("A群流脑多糖疫苗")),
        Option("MPSV-AC", _("A群C群流脑多糖疫苗")),
        Option("MMR", _("麻腮风疫苗")),
        Option("JE-L", _("乙脑减毒活疫苗")),
        Option("JE-I", _("乙脑灭活疫苗")),
        Option("HepA-L", _("甲肝减毒活疫苗")),
        Option("HepA-I", _("甲肝灭活疫苗")),
        Option("2vHPV", _("双价HPV疫苗")),
        Option("DT", _("白破疫苗")),
        Option("MR", _("麻风疫苗")),
        Option("DTaP-IPV-Hib", _("五联疫苗（自费）")),
        Option("DTaP-Hib", _("四联疫苗（自费）")),
        Option(OTHER, _("自费的流脑、HPV疫苗，或别的含同样成分的疫苗")),
    ),
)

DATE = Question(
    name="date",
    kind=Kind.DATE,
    label=_("哪天打的"),
    why=_("下一剂要和这一剂隔够时间。"),
    least=FIRST_BIRTH,
    most=LAST_YEAR,
    unknown=True,
)

DOSES = Question(
    name="doses",
    kind=Kind.LIST,
    label=_("打过的疫苗"),
    hint=_("一剂填一行，先后不限。"),
    why=_("打过的不再安排，漏打的要补。"),
    most=40,
    when={"record": ("some",)},
    add=_("再加一剂"),
    remove=_("去掉这一剂"),
    fields=(VACCINE, DATE),
)

JE = Question(
    name="je_route",
    kind=Kind.CHOICE,
    label=_("乙脑疫苗用哪一种"),
    hint=_("多数地方用减毒活疫苗。"),
    why=_("减毒活疫苗打 2 剂，灭活疫苗打 4 剂，选一种就可以。"),
    options=(Option("live", _("减毒活疫苗")), Option("inactivated", _("灭活疫苗"))),
    unknown=True,
)

HEPA = Question(
    name="hepa_route",
    kind=Kind.CHOICE,
    label=_("甲肝疫苗用哪一种"),
    hint=_("问接种单位有哪一种。"),
    why=_("减毒活疫苗打 1 剂，灭活疫苗打 2 剂，选一种就可以。"),
    options=(Option("live", _("减毒活疫苗")), Option("inactivated", _("灭活疫苗"))),
    unknown=True,
)

QUESTIONS = (PLACE, BIRTH_DATE, SEX, CARRIER, RECORD, DOSES, JE, HEPA, ON)
