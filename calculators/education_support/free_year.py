"""The free last year of kindergarten (国办发〔2025〕27号, 二), and the places with wider rules."""

from __future__ import annotations

from datetime import date

from calculators.education_support.fee import fee_part
from calculators.education_support.pupil import Aid, Pupil
from calculators.education_support.school_years import by_age_in_final_year
from calculators.kit.message import Message, _, place_name
from calculators.kit.result import Criterion, Part, Step, Verdict, verdict_of
from calculators.kit.rules import Value

STARTED = "final_year_fee_waived"


def free_year(pupil: Pupil) -> Aid:
    """Return whether the care and education fee is waived now, and what it saves each month."""
    if pupil.find("fifteen_years_free") and pupil.stage in ("lower", "final"):
        return _all_years_free(pupil)
    wider = _wider(pupil)
    criteria = tuple(one for one in (_in_final_year(pupil, wider), _approved(pupil), _started(pupil)) if one)
    verdict = verdict_of(criteria)
    parts = [Part(criteria=criteria, steps=_steps(pupil), office=_wider_words(pupil, wider))]
    if verdict is Verdict.LIKELY:
        parts += [fee_part(pupil, sure=wider is False and by_age_in_final_year(pupil) is True), _no_application(pupil)]
    return Aid(verdict, Part.join(parts))


def _wider(pupil: Pupil) -> bool | None:
    """Tell whether the kindergarten lies where wider rules go on; None when the family does not know."""
    if pupil.find("wider_rules"):
        return True
    if pupil.find("wider_rules_in_part") is None or "wider_area" not in pupil.answers.values:
        return False
    return {"yes": True, "no": False}.get(pupil.answers.choice("wider_area") or "")


def _wider_rules(pupil: Pupil) -> tuple[Value, ...]:
    return pupil.rules("wider_rules", "wider_rules_in_part")


def _in_final_year(pupil: Pupil, wider: bool | None) -> Criterion:
    text = _("在幼儿园的学前一年（大班）就读")
    if pupil.stage == "lower" and wider is not False:
        return Criterion(text, None, _wider_rules(pupil))
    met = None if pupil.stage is None else pupil.stage == "final"
    return Criterion(text, met, pupil.rules(STARTED))


def _approved(pupil: Pupil) -> Criterion | None:
    if "kindergarten" not in pupil.answers.values:
        return None
    kinds = {"public": True, "approved": True, "not_approved": False}
    met = kinds.get(pupil.answers.choice("kindergarten") or "")
    text = _("公办幼儿园，或教育部门批准设立的民办幼儿园")
    return Criterion(text, met, pupil.rules("private_reduced_by_public_level"))


def _started(pupil: Pupil) -> Criterion:
    known = pupil.find(STARTED, date.max)
    return Criterion(_("免费学前一年的规定已经施行"), pupil.find(STARTED) is not None, (known,) if known else ())


def _wider_words(pupil: Pupil, wider: bool | None) -> tuple[Message, ...]:
    if wider is False or pupil.stage not in ("lower", "final"):
        return ()
    return (_("这里或这里的一些州县继续执行自己的免费政策，范围可能更宽，免哪几年、免多少请问幼儿园"),)


def _steps(pupil: Pupil) -> tuple[Step, ...]:
    rule = pupil.find("meals_and_boarding_not_waived")
    return (Step(_("免的是保育教育费；伙食费、住宿费和杂费照常交"), (rule,)),) if rule else ()


def _no_application(pupil: Pupil) -> Part:
    rule = pupil.find("application_needed")
    if rule is None or rule.text == "yes":
        return Part()
    return Part(
        where=(_("不用申请：由幼儿园直接免收或少收；已经多交的，请幼儿园退还。"),),
        steps=(Step(_("国家的文件没有要求家长申请，免掉的钱由财政补给幼儿园"), (rule,)),),
    )


def _all_years_free(pupil: Pupil) -> Aid:
    """Return the aid where every kindergarten year is free (西藏)."""
    rules = pupil.rules("fifteen_years_free", "wider_rules")
    text = _("{place}实行从学前到高中的十五年免费教育", place=place_name(rules[0].place))
    known = (Criterion(_("在幼儿园就读"), True), Criterion(text, True, rules), _approved(pupil))
    criteria = tuple(one for one in known if one)
    verdict = verdict_of(criteria)
    ask = Part(criteria=criteria, office=_wider_words(pupil, wider=True))
    fee = [fee_part(pupil, sure=False)] if verdict is Verdict.LIKELY and pupil.stage == "final" else []
    return Aid(verdict, Part.join([ask, *fee]))
