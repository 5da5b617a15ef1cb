"""What to bring to which office, where to go, and why the answer there may be another."""

from __future__ import annotations

from calculators.kit.message import _
from calculators.kit.offices import EMPLOYER, HEALTH_CENTRE, HOSPITAL, POLICE, TOWNSHIP
from calculators.kit.result import Document

DOCUMENTS = (
    Document(_("孕妇身份证"), office=HEALTH_CENTRE),
    Document(_("《母子健康手册》"), _("建册以后每次检查都带"), HEALTH_CENTRE),
    Document(_("《母子健康手册》和以前的检查结果"), office=HOSPITAL),
    Document(_("身份证、社会保障卡或医保电子凭证"), office=HOSPITAL),
    Document(_("夫妻双方身份证、户口簿、结婚证"), _("办生育登记，系统里查不到时"), TOWNSHIP),
    Document(_("医院的预产期证明"), _("要请产假时"), EMPLOYER),
    Document(_("出生医学证明，每个孩子一份"), _("孩子出生以后"), POLICE),
    Document(_("户口簿和父母身份证"), _("孩子出生以后"), POLICE),
)
WHERE = (
    _("建册和产前检查：住地的社区卫生服务中心或乡镇卫生院；做不了的项目转到有条件的医院。"),
    _("产前筛查：有产前筛查资质的医院，请提前约。"),
)
OTHERWISE = (
    _("医院可能按“月份加 9 或减 3、日子加 7”推算预产期，或者按早期超声改预产期，会和这里差几天，各次检查也跟着改。"),
    _("规范只写整周，例如“16～20 周”，这里算到 20 周 6 天；医院按自己的号源定具体日子。"),
    _("规范定的是最少的次数。医院往往多约几次，有高危情况的更多。"),
    _("筛查是否免费、生育登记怎么办，各地不同。"),
)
FREE_FOR_WHOM = _("孕前检查和叶酸对谁免费，由各地定：有的地方所有夫妻都免费，有的只面向农村。")
NOT_ALL_FREE = _("规范里的产前检查免费；超声、筛查等另做的项目是否收费、医保报多少，请问医院。")
