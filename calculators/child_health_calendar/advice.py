"""What to bring, where to go, and why the answer there may be another."""

from __future__ import annotations

from calculators.kit.message import _
from calculators.kit.offices import HEALTH_CENTRE, HOSPITAL
from calculators.kit.result import Document

DOCUMENTS = (
    Document(_("《母子健康手册》"), office=HEALTH_CENTRE),
    Document(_("预防接种证"), _("同一天打疫苗时"), HEALTH_CENTRE),
    Document(_("出生医学证明和新生儿筛查结果"), _("第一次去时"), HEALTH_CENTRE),
    Document(_("出院小结和以前的检查结果"), _("转到医院复查时"), HOSPITAL),
)
WHERE = (
    _("体检：住地的社区卫生服务中心或乡镇卫生院，请先打电话预约。"),
    _("发现异常：由他们转到妇幼保健院或医院。"),
)
OTHERWISE = (
    _(
        "规范只写月龄和周岁，不写哪一天。这里月龄算满月龄那天起的一个月，周岁算一整年；卫生机构会定具体的日子，多半和预防接种同一天。"
    ),
    _("有的地方把满月检查和母亲的产后检查放在同一天，或者另外多查几次。"),
    _("上了幼儿园的孩子，体检可能由幼儿园统一安排，项目也可能多一些。"),
    _("早产的孩子，医生评价发育时可能用矫正年龄，并另约复查的日子；这里的日子都按出生日期算。"),
)
