"""What goes with an allowance: how it is claimed, the medical costs, tax, and what else may come."""

from __future__ import annotations

from calculators.kit.message import _, place_name
from calculators.kit.offices import EMPLOYER, MEDICAL_INSURANCE
from calculators.kit.result import Document, Part, Step
from calculators.maternity_allowance.claim import Claim

BIRTH_DOCUMENTS = (
    Document(_("医院的病历资料（出院小结、诊断证明）"), office=MEDICAL_INSURANCE),
    Document(_("母亲的医保电子凭证、身份证或社会保障卡"), office=MEDICAL_INSURANCE),
    Document(_("母亲本人的银行卡"), office=MEDICAL_INSURANCE),
    Document(_("医院的难产或多胞胎证明"), _("有这种情况时"), MEDICAL_INSURANCE),
)

MISCARRIAGE_DOCUMENTS = (
    Document(_("医院的病历资料（写明怀孕周数的诊断证明）"), office=MEDICAL_INSURANCE),
    *BIRTH_DOCUMENTS[1:3],
)

EMPLOYER_DOCUMENTS = (
    Document(_("医院的证明（出院小结或诊断证明）"), office=EMPLOYER),
    Document(_("产假前的工资单或银行流水"), office=EMPLOYER),
)

ASSUMPTIONS = (
    _("天数和算法按生育或流产那一天有效的规定。"),
    _("产假遇法定节假日顺延的日子没有算进津贴天数。"),
    _("生育津贴就是产假工资，同一段时间不重复领津贴和工资。"),
)

EXPECTED = _("按预产期计算，以实际出生日期为准。")

OTHERWISE = (
    _("除以多少天、上限下限和连续缴费的月数由参保的统筹地区规定，同一个省的各市也可能不同。"),
    _("单位的月平均工资以经办机构核定的缴费工资为准，和单位说的数可能不一样。"),
    _("延长的产假由基金付还是由单位付，有的地方这几年改过，以最新的文件为准。"),
)

OTHERWISE_MISCARRIAGE = (
    *OTHERWISE[:2],
    _("怀孕的长短以医院证明为准；孕周大的引产和死产，有的地方按生育算，有的地方另有天数。"),
)

OTHERWISE_EMPLOYER = (
    _("法规只写按产假前的工资支付，没有写奖金、加班费算不算，也没有写怎么按天折算，劳动部门的算法可能不同。"),
    _("单位事后补缴了生育保险的，有的地方改由基金发津贴。"),
)


def claiming(claim: Claim) -> Part:
    """Return how an allowance is claimed from the fund."""
    return Part(
        documents=MISCARRIAGE_DOCUMENTS if claim.miscarried else BIRTH_DOCUMENTS,
        where=(
            _("向参保地的医保经办机构申领，也可以请单位代办；线上怎么办请问 12393。"),
            _("单位不补差额、不发工资的，可以拨打 12333 反映。"),
        ),
        steps=_claim_steps(claim),
        assumptions=(*ASSUMPTIONS, EXPECTED) if claim.day > claim.on else ASSUMPTIONS,
        office=(_("申领有没有截止日期，生育以后多久内要办"),),
        otherwise=OTHERWISE_MISCARRIAGE if claim.miscarried else OTHERWISE,
    )


def _claim_steps(claim: Claim) -> tuple[Step, ...]:
    review, direct = claim.current("review_working_days_up_to"), claim.current("paid_directly")
    tax = claim.current("tax_exempt")
    steps = []
    if review:
        steps.append(Step(_("经办机构收到病历资料后，{days}内办完", days=review.quantity), (review,)))
    if direct:
        steps.append(Step(_("生育津贴直接发到本人的账户"), (direct,)))
    if tax:
        steps.append(Step(_("生育津贴不交个人所得税"), (tax,)))
    return tuple(steps)


def from_employer(claim: Claim) -> Part:
    """Return how wages are had from an employer that did not pay contributions."""
    return Part(
        documents=EMPLOYER_DOCUMENTS,
        where=(
            _("产假工资向单位领取。生育和流产的医疗费，单位没有参保的也由单位付。"),
            _("单位应当为职工缴生育保险费，职工个人不缴；没有缴或者不付工资的，可以拨打 12333 反映。"),
        ),
        assumptions=(ASSUMPTIONS[0], EXPECTED) if claim.day > claim.on else ASSUMPTIONS[:1],
        otherwise=(*OTHERWISE_EMPLOYER, *(OTHERWISE_MISCARRIAGE[2:] if claim.miscarried else ())),
    )


def without_employer(claim: Claim) -> Part:
    """Return what to know where no employer is known to have paid contributions for the mother."""
    match claim.insurance:
        case "employed":
            return Part()
        case None:
            return Part(office=(_("单位有没有为母亲缴生育保险（职工医保），可以问单位人事或 12393"),))
        case "flexible":
            ask = _("灵活就业的参保人有没有生育津贴，按什么基数发，要缴满多少个月")
            return Part.join((Part(office=(ask,)), _compensation(claim)))
        case "spouse":
            text = _("丈夫的单位缴了生育保险，没有工作的妻子可以报销生育医疗费用，没有生育津贴")
            return Part.join((Part(steps=(Step(text, (claim.rule("spouse_medical_costs"),)),)), _compensation(claim)))
        case _:
            return _compensation(claim)


def _compensation(claim: Claim) -> Part:
    """Return what a county pays to mothers without leave and allowance, where a place has that."""
    if county := claim.find("county_compensation"):
        text = _("{place}：没有产假和津贴的母亲，县（市、区）政府给适当的补助", place=place_name(county.place))
        ask = _("本县（市、区）给没有津贴的母亲多少补助，怎么申请")
        return Part(steps=(Step(text, (county,)),), office=(ask,))
    return Part()


def medical_costs(claim: Claim) -> Part:
    """Return what is known about paying for the delivery itself, apart from the allowance."""
    free, aim = claim.find("no_out_of_pocket"), claim.current("no_out_of_pocket_aim")
    if claim.miscarried:
        return Part()
    if free:
        text = _("{place}：政策范围内的住院分娩费用，参保的母亲不用自己付", place=place_name(free.place))
        return Part(steps=(Step(text, (free,)),))
    ask = _("住院分娩的费用报销多少，政策范围内的部分自己还要不要付")
    if aim is None:
        return Part(office=(ask,))
    text = _("国家的目标是到 {day}，政策范围内的分娩费用个人不用自付", day=aim.day)
    return Part(steps=(Step(text, (aim,)),), office=(ask,))
