"""What to bring, where to go, what the plan takes for granted, and why the clinic may say otherwise."""

from __future__ import annotations

from calculators.kit.message import _
from calculators.kit.offices import CLINIC, KINDERGARTEN
from calculators.kit.result import Document

DOCUMENTS = (
    Document(_("预防接种证"), _("每次都带"), CLINIC),
    Document(_("出生医学证明和监护人身份证"), _("第一次办预防接种证时"), CLINIC),
    Document(_("原来的预防接种证"), _("换了居住地时"), CLINIC),
)
AT_ENTRY = Document(_("预防接种证"), _("入托、入园、入学查验时"), KINDERGARTEN)
WHERE = (
    _("现在居住地的接种单位：社区卫生服务中心、乡镇卫生院或接种门诊，请先预约。"),
    _("出生时的乙肝疫苗和卡介苗：由出生的医院打。"),
)
MONTHS = _("月龄从出生那天数起：满 6 个月，就是六个月以后的同一天；那个月没有这一天的，按最后一天算。")
NO_LAST_DAY = _("程序没有写最晚月龄的剂次，这里把那个月龄的最后一天当作最好不晚于的日子；到了月龄就尽早打。")
ON_TIME = _("按时打的，这里都按最早的那天算；哪一剂晚打了，离下一剂的间隔从实际那天数起，要准的日子请逐剂填。")
EXPECTED = _("按预产期计算，以实际出生日期为准。")
OTHERWISE = (
    _("能不能打、要不要推迟，由接种医生问过健康状况和禁忌以后定；发热、过敏、免疫缺陷、用激素的，请先说明。"),
    _("早产的孩子，身体稳定的按出生后的实际月龄打；母亲感染艾滋病病毒的，活疫苗另有规定，听医生的。"),
    _("各省可以增加免费疫苗（如水痘、流感），用的疫苗品种和开诊的日子也由当地定。"),
    _("补种各种疫苗的细则，2026 年版说明里怎么写还没有核对，接种单位按它执行，剂次和间隔可能和这里不同。"),
)
