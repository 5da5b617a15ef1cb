"""Education support at its edges: the free year, what private kindergartens still charge, aid by hardship."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.education_support import EDUCATION_SUPPORT
from calculators.education_support.pupil import Pupil
from calculators.education_support.questions import HARDSHIP
from calculators.education_support.school_years import school_years
from calculators.kit.message import Quantity
from calculators.kit.questions import UNKNOWN, Answers
from calculators.kit.rules import Rules
from tests.calculators.asking import Desk, Json, amounts, asked, faults, part
from tests.calculators.test_properties import form, judge

FINAL = {
    "place": "cn",
    "birth_date": "2021-03-01",
    "stage": "final",
    "kindergarten": "public",
    "fee": "500",
    "hardship": "none",
    "on": "2026-11-23",
}
PRIMARY = {
    "place": "cn",
    "birth_date": "2018-03-01",
    "stage": "primary",
    "hardship": "monitored",
    "boarding": "yes",
    "on": "2026-11-23",
}
GROUPS = [option.value for option in HARDSHIP.options]
MANY = settings(max_examples=1000, deadline=None)


def child(desk: Desk, **changed: str) -> Json:
    return desk.send({"calculator": "education-support", "answers": FINAL | changed})


def pupil(desk: Desk, **changed: str) -> Json:
    return desk.send({"calculator": "education-support", "answers": PRIMARY | changed})


def private(desk: Desk, fee: str, waiver: str) -> Json:
    return child(desk, kindergarten="approved", fee=fee, waiver=waiver)


def days_of(given: Json) -> dict[str, str]:
    return {event["key"].rpartition("-")[2]: event["first"] for event in part(given)["events"]}


def sure(given: Json) -> list[bool]:
    return [amount["certain"] for amount in part(given)["amounts"]]


def test_a_public_kindergarten_is_free_and_the_amount_certain(desk: Desk) -> None:
    given = child(desk)
    assert amounts(given, "monthly") == ["500", "0"]
    assert sure(given) == [True, True]


def test_a_public_kindergarten_whose_fee_is_unknown_is_free_without_an_amount(desk: Desk) -> None:
    given = child(desk, fee=UNKNOWN)
    assert given["result"]["verdict"] == "likely"
    assert part(given)["amounts"] == []


@pytest.mark.parametrize(
    ("fee", "expected"),
    [
        ("0", ["0", "0"]),
        ("499.99", ["499.99", "0"]),
        ("500", ["500", "0"]),
        ("500.01", ["500", "0.01"]),
        ("800", ["500", "300"]),
    ],
)
def test_a_private_kindergarten_charges_only_what_is_above_the_waiver(
    desk: Desk, fee: str, expected: list[str]
) -> None:
    assert amounts(private(desk, fee, "500"), "monthly") == expected


def test_a_waiver_of_nothing_saves_nothing_and_is_still_no_refusal(desk: Desk) -> None:
    given = private(desk, "800", "0")
    assert given["result"]["verdict"] == "likely"
    assert amounts(given, "monthly") == ["0", "800"]
    assert part(given)["charts"] == []


def test_the_chart_bends_at_the_waiver_and_shows_the_family(desk: Desk) -> None:
    (chart,) = part(private(desk, "1800", "500"))["charts"]
    assert [point["at"]["quantity"] for point in chart["points"]] == ["0", "500", "1800"]
    assert [point["amount"]["quantity"] for point in chart["points"]] == ["0", "0", "1300"]
    assert (chart["limit"]["quantity"], chart["here"]["quantity"]) == ("500", "1800")


@pytest.mark.parametrize(("kind", "verdict"), [("not_approved", "not_now"), (UNKNOWN, "more_information")])
def test_only_public_and_approved_kindergartens_are_free(desk: Desk, kind: str, verdict: str) -> None:
    given = child(desk, kindergarten=kind)
    assert given["result"]["verdict"] == verdict
    assert part(given)["amounts"] == []


def test_the_free_year_needs_no_application(desk: Desk) -> None:
    where = [said["msgid"] for said in part(child(desk))["where"]]
    assert any("不用申请" in said for said in where)
    assert part(child(desk))["documents"] == []


@pytest.mark.parametrize(
    ("born", "free", "school"),
    [
        ("2022-08-31", "2027-09-01", "2028-09-01"),
        ("2022-09-01", "2028-09-01", "2029-09-01"),
        ("2024-02-29", "2029-09-01", "2030-09-01"),
    ],
)
def test_the_free_year_begins_the_year_before_six_is_reached_by_31_august(
    desk: Desk, born: str, free: str, school: str
) -> None:
    given = child(desk, birth_date=born, stage="not_yet")
    assert days_of(given) == {"year": free, "school": school}
    assert not any(event["certain"] for event in part(given)["events"])


def test_a_day_that_has_passed_is_not_among_the_dates(desk: Desk) -> None:
    assert days_of(child(desk)) == {"school": "2027-09-01"}


@pytest.mark.parametrize(("stage", "born"), [("final", "2022-03-01"), ("lower", "2021-03-01")])
def test_a_stage_that_does_not_go_with_the_age_is_to_be_checked(desk: Desk, stage: str, born: str) -> None:
    given = child(desk, stage=stage, birth_date=born)
    assert any("不一致" in said for said in asked(given))
    assert not any(sure(given))


def test_a_stage_that_goes_with_the_age_is_not_doubted(desk: Desk) -> None:
    assert not any("不一致" in said for said in asked(child(desk)))
    assert not any("不一致" in said for said in asked(child(desk, stage="lower", birth_date="2022-03-01")))


@pytest.mark.parametrize(
    ("place", "area", "verdict"),
    [
        ("cn/gansu", "yes", "more_information"),
        ("cn/gansu", UNKNOWN, "more_information"),
        ("cn/gansu", "no", "not_now"),
        ("cn/hunan", "yes", "not_now"),
        ("cn/xizang", "yes", "likely"),
    ],
)
def test_places_with_wider_rules_of_their_own(desk: Desk, place: str, area: str, verdict: str) -> None:
    given = child(desk, place=place, wider_area=area, stage="lower", birth_date="2022-03-01")
    assert given["result"]["verdict"] == verdict
    assert any("自己的免费政策" in said for said in asked(given)) is (verdict != "not_now")


def test_an_amount_where_wider_rules_go_on_is_not_certain(desk: Desk) -> None:
    assert sure(child(desk, place="cn/gansu", wider_area="no")) == [True, True]
    assert sure(child(desk, place="cn/gansu", wider_area=UNKNOWN)) == [False, False]
    assert sure(child(desk, place="cn/xizang")) == [False, False]


def test_the_area_is_asked_only_where_a_part_of_the_province_has_wider_rules(desk: Desk) -> None:
    assert faults(child(desk, place="cn/gansu")) == ["wider_area"]
    assert faults(child(desk, place="cn/xizang")) == []


@pytest.mark.parametrize("group", ["destitute", "low_income", "disabled", "martyr"])
def test_zhejiang_names_four_groups_that_pay_nothing(desk: Desk, group: str) -> None:
    given = child(desk, place="cn/zhejiang", stage="lower", birth_date="2022-03-01", hardship=group)
    assert given["result"]["verdict"] == "likely"
    assert {document["office"]["msgid"] for document in part(given)["documents"]} == {"幼儿园"}


@pytest.mark.parametrize("group", ["orphan", "monitored", "other", UNKNOWN])
def test_other_groups_in_zhejiang_have_aid_to_ask_for(desk: Desk, group: str) -> None:
    given = child(desk, place="cn/zhejiang", stage="lower", birth_date="2022-03-01", hardship=group)
    assert given["result"]["verdict"] == "more_information"
    assert any("学前教育资助" in said for said in asked(given))


@pytest.mark.parametrize(
    ("stage", "boarding", "yearly"),
    [
        ("primary", "yes", ["1250"]),
        ("primary", "no", ["625"]),
        ("junior", "yes", ["1500"]),
        ("junior", "no", ["750"]),
    ],
)
def test_day_pupils_have_half_of_the_living_allowance(desk: Desk, stage: str, boarding: str, yearly: list[str]) -> None:
    given = pupil(desk, stage=stage, boarding=boarding)
    assert amounts(given, "yearly") == yearly
    assert sure(given) == [True]


@pytest.mark.parametrize(("on", "yearly"), [("2024-02-29", ["1000"]), ("2024-03-01", ["1250"])])
def test_the_living_allowance_rose_in_the_spring_of_2024(desk: Desk, on: str, yearly: list[str]) -> None:
    assert amounts(pupil(desk, on=on), "yearly") == yearly


@pytest.mark.parametrize(
    ("group", "boarder", "day_pupil"),
    [
        ("monitored", [True], [True]),
        ("orphan", [True], [False]),
        ("low_income", [True], [False]),
        ("destitute", [True], [False]),
        ("disabled", [False], [False]),
        ("martyr", [False], [False]),
        ("other", [False], [False]),
        ("none", [], []),
        (UNKNOWN, [], []),
    ],
)
def test_how_sure_the_allowance_is_goes_by_the_group(
    desk: Desk, group: str, boarder: list[bool], day_pupil: list[bool]
) -> None:
    assert sure(pupil(desk, hardship=group)) == boarder
    assert sure(pupil(desk, hardship=group, boarding="no")) == day_pupil


def test_every_group_has_been_tried() -> None:
    assert set(GROUPS) == {"monitored", "orphan", "low_income", "destitute", "disabled", "martyr", "other", "none"}


def test_boarding_unknown_gives_both_bounds_and_is_not_certain(desk: Desk) -> None:
    (amount,) = part(pupil(desk, boarding=UNKNOWN))["amounts"]
    assert [amount["quantity"][end]["quantity"] for end in ("least", "most")] == ["625", "1250"]
    assert amount["certain"] is False


def test_schooling_is_free_for_every_pupil_whatever_the_means(desk: Desk) -> None:
    for group in [*GROUPS, UNKNOWN]:
        given = pupil(desk, hardship=group)
        assert given["result"]["verdict"] == "likely"
        assert "义务教育不收学费、杂费" in [step["text"]["msgid"] for step in part(given)["steps"]]


@pytest.mark.parametrize(
    ("group", "verdict", "yearly"),
    [
        ("low_income", "likely", ["2300"]),
        ("other", "more_information", ["2300"]),
        (UNKNOWN, "more_information", []),
        ("none", "not_now", []),
    ],
)
def test_the_senior_grant_is_for_students_in_need_and_never_certain(
    desk: Desk, group: str, verdict: str, yearly: list[str]
) -> None:
    given = pupil(desk, stage="senior", hardship=group, birth_date="2010-03-01")
    assert given["result"]["verdict"] == verdict
    assert amounts(given, "yearly") == yearly
    assert not any(sure(given))


def test_senior_schooling_is_free_in_xizang_whatever_the_means(desk: Desk) -> None:
    given = pupil(desk, place="cn/xizang", stage="senior", hardship="none", birth_date="2010-03-01")
    assert given["result"]["verdict"] == "likely"


@pytest.mark.parametrize(("born", "fields"), [("2026-11-23", []), ("2026-11-24", ["stage"])])
def test_a_child_not_born_yet_is_in_no_stage(desk: Desk, born: str, fields: list[str]) -> None:
    assert faults(pupil(desk, birth_date=born)) == fields
    assert faults(child(desk, birth_date=born, stage="not_yet")) == []


def test_every_document_has_its_office_and_every_answer_says_why_it_may_differ(desk: Desk) -> None:
    for answer in (child(desk, hardship="low_income"), pupil(desk), pupil(desk, stage="senior")):
        assert all(document["office"] for document in part(answer)["documents"])
        assert 1 <= len(part(answer)["otherwise"]) <= 4


def test_the_table_shows_the_allowances_that_are_worked_out(desk: Desk) -> None:
    here = Rules.from_json(desk.rules).at("cn")
    (table,) = EDUCATION_SUPPORT.tables(here, date(2026, 11, 23))
    shown = [[f"{cell.number:f}" for cell in row if isinstance(cell, Quantity)] for row in table.rows]
    assert shown == [[], ["1250", "625", "625"], ["1500", "750", "750"]]
    assert all(len(row) == len(table.columns) for row in table.rows)


def test_the_table_of_an_early_day_leaves_out_what_was_not_in_force(desk: Desk) -> None:
    here = Rules.from_json(desk.rules).at("cn")
    (table,) = EDUCATION_SUPPORT.tables(here, date(2015, 1, 1))
    assert [isinstance(cell, Quantity) for row in table.rows for cell in row] == [False] * 15


def test_every_birth_begins_school_in_the_autumn_after_it_turns_six(desk: Desk) -> None:
    here = Rules.from_json(desk.rules).at("cn")
    for number in range((date(2035, 12, 31) - date(2015, 1, 1)).days + 1):
        born = date(2015, 1, 1) + timedelta(number)
        years = school_years(Pupil(Answers({"birth_date": born, "on": date(2026, 11, 23)}), here))
        year = born.year + 6 + ((born.month, born.day) > (8, 31))
        assert years is not None
        assert (years.final, years.school) == (date(year - 1, 9, 1), date(year, 9, 1)), born


@given(data=st.data())
@MANY
def test_what_is_not_now_has_no_amount_and_nothing_is_negative(desk: Desk, data: st.DataObject) -> None:
    answers = data.draw(form(EDUCATION_SUPPORT.questions))
    answer = desk.send({"calculator": "education-support", "answers": answers})
    judge(answer)
    if "faults" in answer:
        return
    found = part(answer)
    if answer["result"]["verdict"] == "not_now":
        assert found["amounts"] == found["charts"] == []
    quantities = [amount["quantity"] for amount in found["amounts"]]
    assert all(Decimal(q.get("quantity", q.get("least", {}).get("quantity", "0"))) >= 0 for q in quantities)


@given(fee=st.decimals(0, 10_000, places=2), waiver=st.decimals(0, 5_000, places=2))
@MANY
def test_what_is_saved_and_what_is_left_make_the_fee(desk: Desk, fee: Decimal, waiver: Decimal) -> None:
    saved, left = (Decimal(text) for text in amounts(private(desk, str(fee), str(waiver)), "monthly"))
    assert saved + left == fee
    assert saved <= waiver
    assert left == max(Decimal(0), fee - waiver)


@given(
    fees=st.tuples(st.decimals(0, 10_000, places=2), st.decimals(0, 10_000, places=2)).map(sorted),
    waiver=st.decimals(0, 5_000, places=2),
)
@MANY
def test_a_dearer_kindergarten_never_leaves_less_to_pay(desk: Desk, fees: list[Decimal], waiver: Decimal) -> None:
    cheaper, dearer = (Decimal(amounts(private(desk, str(fee), str(waiver)), "monthly")[1]) for fee in fees)
    assert cheaper <= dearer


@given(group=st.sampled_from([*GROUPS, UNKNOWN]), on=st.dates(date(2019, 9, 1), date(2030, 12, 31)), data=st.data())
@MANY
def test_a_day_pupil_never_has_more_than_a_boarder(desk: Desk, group: str, on: date, data: st.DataObject) -> None:
    stage = data.draw(st.sampled_from(["primary", "junior"]))
    boarder, day_pupil = (
        amounts(pupil(desk, stage=stage, hardship=group, boarding=boarding, on=on.isoformat()), "yearly")
        for boarding in ("yes", "no")
    )
    assert [Decimal(text) * 2 for text in day_pupil] == [Decimal(text) for text in boarder]
