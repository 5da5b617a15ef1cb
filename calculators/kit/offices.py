"""The offices a family goes to, named in the same words by every calculator."""

from calculators.kit.message import _

EMPLOYER = _("用人单位")
HOSPITAL = _("医院")
CLINIC = _("接种单位")
HEALTH_CENTRE = _("社区卫生服务中心或乡镇卫生院")
TOWNSHIP = _("乡镇人民政府或街道办事处")
MEDICAL_INSURANCE = _("医保经办机构")
TAX_APP = _("个人所得税 App")
POLICE = _("户籍派出所")
KINDERGARTEN = _("幼儿园")
SCHOOL = _("学校")
NURSERY = _("托育机构")
