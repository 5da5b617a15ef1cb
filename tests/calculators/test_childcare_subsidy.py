"""The childcare subsidy at its edges: windows, months, several children, cities."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest

from calculators.childcare_subsidy.tables import by_birth_month, local_schemes, tables
from calculators.kit.message import Message, Name, Quantity
from calculators.kit.rules import Rules
from tests.calculators.asking import Desk, Json, amounts, asked, child, faults, part, standings

QUZHOU = "cn/zhejiang/quzhou"
HANGZHOU = "cn/zhejiang/hangzhou"
PANZHIHUA = "cn/sichuan/panzhihua"
HOHHOT = "cn/neimenggu/hohhot"
ORDOS = "cn/neimenggu/ordos"
HARBIN = "cn/heilongjiang/harbin"
DAQING = "cn/heilongjiang/daqing"

UNPUBLISHED = (HOHHOT, "cn/hubei/qianjiang", "cn/hubei/tianmen", "cn/liaoning/shenyang", "cn/hunan/changsha")
"""Cities whose relation to the national subsidy nobody has published."""

TODAY = date(2026, 11, 23)


def labelled(given: Json, words: str) -> list[Json]:
    """Return the amounts whose label has these words."""
    return [amount for amount in part(given)["amounts"] if words in json.dumps(amount["label"], ensure_ascii=False)]


def said(given: Json, where: str) -> list[str]:
    """Return the ids of the sentences of a section."""
    return [message["msgid"] for message in part(given)[where]]


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        ("2025-09-07", "coming"),
        ("2025-09-08", "open"),
        ("2025-12-31", "open"),
        ("2026-01-01", "missed"),
    ],
)
def test_a_claim_is_open_from_the_opening_of_the_round_to_31_december(desk: Desk, on: str, standing: str) -> None:
    assert standings(desk.family(child("2023-06-10"), on=on))[0] == ("2025", standing)


@pytest.mark.parametrize(("on", "standing"), [("2026-01-04", "coming"), ("2026-01-05", "open")])
def test_the_round_of_2026_opens_on_5_january(desk: Desk, on: str, standing: str) -> None:
    assert standings(desk.family(child("2025-06-10"), on=on))[0] == ("2026", standing)


def test_a_child_born_after_the_round_opened_is_claimed_from_its_birth(desk: Desk) -> None:
    given = desk.family(child("2026-05-20"), on="2026-11-23")
    assert part(given)["payments"][0]["opens"] == "2026-05-20"


def test_a_year_whose_round_is_not_announced_opens_on_1_january(desk: Desk) -> None:
    given = desk.family(child("2026-05-20"), on="2026-11-23")
    assert [payment["opens"] for payment in part(given)["payments"][1:]] == ["2027-01-01", "2028-01-01"]


def test_a_due_date_is_an_assumption(desk: Desk) -> None:
    given = desk.family(child("2027-02-10", hukou="not_yet"), on="2026-11-23")
    assert "按预产期计算，以实际出生日期为准。" in [said["msgid"] for said in part(given)["assumptions"]]


@pytest.mark.parametrize(("born", "certain"), [("2023-01-01", False), ("2023-01-02", True), ("2022-12-31", True)])
def test_months_of_a_birth_on_the_first_of_a_month_are_not_certain(desk: Desk, born: str, certain: bool) -> None:
    given = desk.family(child(born), on="2025-10-01")
    assert {payment["certain"] for payment in part(given)["payments"]} == {certain}
    assert any("1 日出生" in said for said in asked(given)) is not certain


def test_a_birth_on_the_first_of_a_month_is_certain_where_full_years_are_paid(desk: Desk) -> None:
    given = desk.family(child("2025-01-01"), on="2025-10-01")
    assert all(payment["certain"] for payment in part(given)["payments"])


def test_a_missed_first_claim_makes_the_later_years_uncertain(desk: Desk) -> None:
    given = desk.family(child("2024-06-10"), on="2026-11-23")
    assert standings(given) == [("2025", "missed"), ("2026", "open"), ("2027", "coming")]
    assert not any(payment["certain"] for payment in part(given)["payments"])
    assert any("首次申领没有赶上" in said for said in asked(given))


def test_a_late_first_claim_gives_the_yearly_amount_but_no_sum(desk: Desk) -> None:
    given = desk.family(child("2025-06-10"), on="2027-01-01")
    assert given["result"]["verdict"] == "more_information"
    assert amounts(given, "yearly") == ["3600"]
    assert amounts(given, "in_all") == []
    assert not part(given)["amounts"][0]["certain"]


def test_a_first_claim_said_to_be_late_is_late_whatever_the_day(desk: Desk) -> None:
    given = desk.family(child("2025-06-10", claimed="yes", first_claimed="2027"), on="2028-03-01")
    assert given["result"]["verdict"] == "more_information"


def test_years_from_the_first_claim_until_last_year_count_as_claimed(desk: Desk) -> None:
    given = desk.family(child("2025-03-10", claimed="yes", first_claimed="2025"), on="2027-03-01")
    assert standings(given) == [("2025", "claimed"), ("2026", "claimed"), ("2027", "open")]


def test_a_child_with_every_year_claimed_has_nothing_left(desk: Desk) -> None:
    given = desk.family(child("2022-06-10", claimed="yes", first_claimed="2025"), on="2026-03-01")
    assert given["result"]["verdict"] == "not_now"
    assert part(given)["amounts"] == []


@pytest.mark.parametrize(
    ("year", "fields"), [("2025", ["children.0.first_claimed"]), ("2026", []), ("2027", ["children.0.first_claimed"])]
)
def test_a_first_claim_lies_between_the_birth_and_the_day_asked_about(desk: Desk, year: str, fields: list[str]) -> None:
    given = desk.family(child("2026-02-10", claimed="yes", first_claimed=year), on="2026-11-23")
    assert faults(given) == fields


@pytest.mark.parametrize("kind", ["not_yet", "unknown"])
def test_a_child_that_is_not_registered_needs_more_information(desk: Desk, kind: str) -> None:
    given = desk.family(child("2026-02-10", hukou=kind), on="2026-11-23")
    assert given["result"]["verdict"] == "more_information"


def test_one_child_without_nationality_takes_nothing_from_the_other(desk: Desk) -> None:
    given = desk.family(child("2025-03-10"), child("2026-03-10", order="second", hukou="foreign"), on="2026-11-23")
    assert given["result"]["verdict"] == "likely"
    assert amounts(given, "in_all") == ["10800"]


def test_only_an_adopted_child_needs_the_adoption_certificate(desk: Desk) -> None:
    def documents(arrival: str) -> list[str]:
        given = desk.family(child("2025-03-10", arrival=arrival), on="2026-11-23")
        return [document["label"]["msgid"] for document in part(given)["documents"]]

    assert set(documents("adopted")) - set(documents("born")) == {"收养登记证"}


def test_children_are_named_by_age_and_each_event_has_its_own_key(desk: Desk) -> None:
    twins = child("2025-05-20", order="first"), child("2025-05-20", order="second")
    given = desk.family(*twins, child("2023-12-15"), on="2025-10-01")
    numbers = [criterion["text"]["values"]["who"]["values"]["number"] for criterion in part(given)["criteria"]]
    keys = [event["key"] for event in part(given)["events"]]
    assert sorted(set(numbers)) == [1, 2, 3]
    assert numbers == sorted(numbers)
    assert len(keys) == len(set(keys)) == 8


def test_twins_alike_in_all_but_the_hukou_may_be_entered_in_either_order(desk: Desk) -> None:
    twins = child("2026-02-10", order="unknown"), child("2026-02-10", order="unknown", hukou="foreign")
    first, second = (desk.family(*both, on="2026-11-23") for both in permutations(twins))
    assert first == second


def test_the_fourth_child_comes_after_its_twin_the_third(desk: Desk) -> None:
    twins = child("2026-02-10", order="later"), child("2026-02-10", order="third")
    given = desk.family(*twins, on="2026-11-23")
    lawful = [criterion for criterion in part(given)["criteria"] if "依法收养" in criterion["text"]["msgid"]]
    assert [criterion["met"] for criterion in lawful] == [True, None]


@pytest.mark.parametrize(
    ("born", "rule"),
    [
        ("2024-12-31", "first_claim_until_for_earlier_births"),
        ("2025-01-01", "first_claim_up_to_years_after_birth"),
    ],
)
def test_the_window_rests_on_the_rule_for_the_childs_own_group(desk: Desk, born: str, rule: str) -> None:
    given = desk.family(child(born), on="2025-10-01")
    assert part(given)["criteria"][-1]["rules"][0]["rule"] == f"childcare-subsidy.{rule}"


def test_an_unknown_order_gives_the_least_and_is_uncertain_where_the_amount_goes_by_it(desk: Desk) -> None:
    jinan, country = (
        desk.family(child("2025-06-10", order="unknown"), on="2025-12-24", place=place)
        for place in ("cn/shandong/jinan", "cn")
    )
    assert amounts(jinan, "yearly") == ["3600"]
    assert not any(amount["certain"] for amount in part(jinan)["amounts"] + part(jinan)["payments"])
    assert all(amount["certain"] for amount in part(country)["amounts"] + part(country)["payments"])


def test_a_city_question_is_not_asked_elsewhere(desk: Desk) -> None:
    plain = desk.family(child("2026-02-10"), on="2026-11-23")
    assert desk.family(child("2026-02-10"), on="2026-11-23", parent_hukou="mother") == plain
    assert faults(desk.family(child("2026-02-10"), on="2026-11-23", place=QUZHOU)) == ["parent_hukou"]


def test_quzhou_adds_nothing_certain_while_the_parents_hukou_is_unknown(desk: Desk) -> None:
    second = child("2026-02-10", order="second")
    given = desk.family(second, on="2026-11-23", place=QUZHOU, parent_hukou="unknown")
    assert amounts(given, "yearly") == ["3600"]
    assert any("父母的户口" in said for said in asked(given))


def test_quzhou_leaves_the_rest_to_the_office_for_a_child_paid_by_months(desk: Desk) -> None:
    second = child("2023-12-15", order="second")
    given = desk.family(second, on="2025-10-01", place=QUZHOU, parent_hukou="mother")
    assert len(part(given)["payments"]) == 2
    assert any("已领过一部分" in said for said in asked(given))


def test_a_difference_that_has_further_conditions_is_not_certain(desk: Desk) -> None:
    second = child("2025-12-31", order="second")
    given = desk.family(second, on="2026-11-23", place=QUZHOU, parent_hukou="mother")
    assert [payment["certain"] for payment in part(given)["payments"]] == [True] * 3 + [False] * 3


def test_a_lump_sum_that_nobody_remembers_is_a_question_for_the_office(desk: Desk) -> None:
    second = child("2025-06-01", order="second")
    hukou = {"parent_hukou": "mother", "lump_sum_received": "unknown"}
    given = desk.family(second, on="2025-12-24", place=HANGZHOU, **hukou)
    assert amounts(given, "in_all") == ["10800"]
    assert any("一次性领过" in said for said in asked(given))


@pytest.mark.parametrize(("on", "standing"), [("2026-08-28", "open"), ("2026-08-29", "missed")])
def test_a_grant_may_be_claimed_up_to_180_days_after_the_birth(desk: Desk, on: str, standing: str) -> None:
    second = child("2026-03-01", order="second")
    hukou = {"parent_hukou": "mother", "lump_sum_received": "no"}
    given = desk.family(second, on=on, place=HANGZHOU, **hukou)
    assert standings(given)[-1] == ("2026", standing)


@pytest.mark.parametrize(("on", "standing"), [("2026-11-08", "coming"), ("2026-11-09", "open")])
def test_the_pregnancy_grant_opens_24_weeks_into_a_pregnancy_of_40(desk: Desk, on: str, standing: str) -> None:
    second = child("2027-03-01", order="second", hukou="not_yet")
    hukou = {"parent_hukou": "mother", "lump_sum_received": "no"}
    given = desk.family(second, on=on, place=HANGZHOU, **hukou)
    assert [payment["standing"] for payment in part(given)["payments"]][-1] == standing


def test_the_monthly_amount_and_the_whole_agree_with_the_yearly_amount(rules: str) -> None:
    here = Rules.from_json(rules).at("cn")
    yearly, monthly, whole, payments = (
        here.on(f"childcare-subsidy.{name}", TODAY)
        for name in ("annual_amount", "monthly_amount", "in_all_for_full_years", "payments")
    )
    assert yearly.number == 12 * monthly.number
    assert whole.number == payments.count * yearly.number


@pytest.mark.parametrize("place", UNPUBLISHED)
@pytest.mark.parametrize("order", ["first", "second", "third"])
def test_no_local_amount_is_sure_where_its_relation_is_not_published(desk: Desk, place: str, order: str) -> None:
    given = desk.family(child("2025-09-01", order=order), on="2026-11-23", place=place, parent_hukou="both")
    national, local = labelled(given, "按每年标准"), labelled(given, place)
    assert all(amount["certain"] for amount in national)
    assert not any(amount["certain"] for amount in local)
    assert bool(local) == any("是否照发" in words for words in asked(given))


def test_each_unpublished_city_pays_a_third_child_something(desk: Desk) -> None:
    third = child("2025-09-01", order="third")
    for place in UNPUBLISHED:
        assert labelled(desk.family(third, on="2026-11-23", place=place, parent_hukou="both"), place), place


@pytest.mark.parametrize(
    ("born", "condition"),
    [
        ("2025-05-31", "needs_social_insurance"),
        ("2025-06-01", "needs_social_insurance_or_hardship"),
        ("2025-06-02", "needs_social_insurance_or_hardship"),
    ],
)
def test_panzhihua_asks_families_in_hardship_for_no_insurance(desk: Desk, born: str, condition: str) -> None:
    given = desk.family(child(born, order="second"), on="2026-11-23", place=PANZHIHUA, parent_hukou="both")
    named = [message["values"]["condition"]["name"] for message in part(given)["office"] if "condition" in str(message)]
    assert named == [f"rule:childcare-subsidy.{condition}"]
    assert not labelled(given, PANZHIHUA)[0]["certain"]


@pytest.mark.parametrize(
    ("parents", "asks"), [("both", False), ("mother", True), ("neither", False), ("unknown", True)]
)
def test_a_soldiers_family_in_panzhihua_needs_one_parents_hukou(desk: Desk, parents: str, asks: bool) -> None:
    second = child("2026-02-01", order="second")
    given = desk.family(second, on="2026-11-23", place=PANZHIHUA, parent_hukou=parents)
    assert any("现役军人" in words for words in asked(given)) is asks
    assert bool(labelled(given, PANZHIHUA)) is (parents == "both")


def test_a_soldiers_family_living_in_ordos_needs_no_hukou_of_the_parents(desk: Desk) -> None:
    given = desk.family(child("2026-02-01", order="third"), on="2026-11-23", place=ORDOS, parent_hukou="neither")
    assert any("现役军人" in words for words in asked(given))
    assert not any(amount["certain"] for amount in labelled(given, ORDOS))


def test_ordos_takes_claims_for_the_difference_in_a_round_of_its_own(desk: Desk) -> None:
    given = desk.family(child("2026-02-01", order="third"), on="2026-11-23", place=ORDOS, parent_hukou="both")
    assert [payment["quantity"]["quantity"] for payment in part(given)["payments"]] == ["3600"] * 3
    assert [event["last"] for event in part(given)["events"]][-1] == "2027-03-31"
    assert not part(given)["events"][-1]["certain"]


@pytest.mark.parametrize(("on", "asks"), [("2032-01-31", True), ("2032-02-01", False), ("2032-02-02", False)])
def test_ordos_pays_for_nursery_until_the_child_is_six(desk: Desk, on: str, asks: bool) -> None:
    third = child("2026-02-01", order="third")
    given = desk.family(third, on=on, place=ORDOS, parent_hukou="both")
    assert any("入托、入园" in words for words in asked(given)) is asks


def test_a_total_of_months_is_sure_only_where_all_of_them_are_paid(desk: Desk) -> None:
    whole, rest = (
        labelled(desk.family(child(born, order="third"), on="2025-12-01", place=HARBIN), "每月的补贴")
        for born in ("2025-06-15", "2023-06-15")
    )
    assert [(amount["quantity"]["quantity"], amount["certain"]) for amount in whole] == [("25200", True)]
    assert [(amount["quantity"]["quantity"], amount["certain"]) for amount in rest] == [("12600", False)]


def test_a_child_over_three_may_ask_for_the_months_it_was_due(desk: Desk) -> None:
    given = desk.family(child("2023-06-15", order="third"), on="2026-11-23", place=HARBIN)
    assert amounts(given, "monthly") == []
    assert any("能不能补领" in words for words in asked(given))


def test_daqing_pays_from_the_month_of_the_claim_and_so_gives_no_total(desk: Desk) -> None:
    given = desk.family(child("2026-03-10", order="third"), on="2026-11-23", place=DAQING, parent_hukou="both")
    assert amounts(given, "in_all") == ["10800"]
    assert any("请尽早申报" in words for words in said(given, "assumptions"))


@pytest.mark.parametrize("order", ["first", "second", "third"])
def test_daqing_says_that_it_counts_children_in_its_own_way(desk: Desk, order: str) -> None:
    given = desk.family(child("2026-03-10", order=order), on="2026-11-23", place=DAQING, parent_hukou="both")
    assert any("孩次可能比您填的大" in words for words in said(given, "otherwise"))


def test_every_document_names_the_office_it_goes_to(desk: Desk) -> None:
    family = child("2026-03-10", order="third"), child("2025-01-10", order="second", arrival="adopted")
    given = desk.family(*family, on="2026-11-23", place=HARBIN)
    documents = part(given)["documents"]
    assert len(documents) == 7
    assert {document["office"]["msgid"] for document in documents} == {"乡镇人民政府或街道办事处"}


def test_local_papers_are_asked_for_only_where_a_local_amount_is(desk: Desk) -> None:
    def papers(order: str) -> bool:
        given = desk.family(child("2026-03-10", order=order), on="2026-11-23", place=HARBIN)
        return any("夫妻双方" in document["label"]["msgid"] for document in part(given)["documents"])

    assert (papers("first"), papers("second")) == (False, True)


def test_jinan_names_its_living_allowance_without_counting_it(desk: Desk) -> None:
    second, first = (
        desk.family(child("2025-07-01", order=order), on="2026-11-23", place="cn/shandong/jinan")
        for order in ("second", "first")
    )
    assert amounts(second, "monthly") == []
    assert any("按它自己的规定发" in words for words in asked(second))
    assert not any("按它自己的规定发" in words for words in asked(first))


@pytest.mark.parametrize(("born", "regional"), [("2025-01-01", True), ("2025-02-28", True), ("2025-03-01", False)])
def test_hohhot_leaves_earlier_births_to_the_autonomous_region(desk: Desk, born: str, regional: bool) -> None:
    given = desk.family(child(born, order="second"), on="2025-12-01", place=HOHHOT, parent_hukou="both")
    assert any("按自治区的标准" in words for words in asked(given)) is regional
    assert bool(labelled(given, HOHHOT)) is not regional


def test_a_child_without_nationality_has_no_local_amount_either(desk: Desk) -> None:
    third = child("2025-03-01", order="third", hukou="foreign")
    given = desk.family(third, on="2025-12-01", place=HOHHOT, parent_hukou="both")
    assert given["result"]["verdict"] == "not_now"
    assert part(given)["amounts"] == []


def test_harbins_months_run_on_when_every_national_year_is_claimed(desk: Desk) -> None:
    second = child("2025-12-31", order="second", claimed="yes", first_claimed="2025")
    given = desk.family(second, on="2028-02-01", place=HARBIN)
    assert given["result"]["verdict"] == "likely"
    assert amounts(given, "monthly") == ["200"]
    assert amounts(given, "yearly") == []


def test_quzhous_yearly_addition_is_sure_only_within_its_trial(desk: Desk) -> None:
    second = child("2028-06-01", order="second")
    given = desk.family(second, on="2028-11-23", place=QUZHOU, parent_hukou="both")
    assert [payment["certain"] for payment in part(given)["payments"][3:]] == [True, True, False]


def test_in_hangzhou_only_the_birth_grant_asks_for_the_first_hukou(desk: Desk) -> None:
    third = child("2026-03-01", order="third")
    hukou = {"parent_hukou": "mother", "lump_sum_received": "no"}
    given = desk.family(third, on="2026-04-01", place=HANGZHOU, **hukou)
    once = [amount for amount in part(given)["amounts"] if amount["kind"] == "once"]
    assert [amount["certain"] for amount in once] == [True, False]


def test_an_unknown_order_is_asked_about_wherever_it_decides(desk: Desk) -> None:
    for place in (QUZHOU, HARBIN, HOHHOT, "cn/shandong/jinan", "cn/hubei/jingmen", "cn/hunan/changsha"):
        given = desk.family(child("2026-03-01", order="unknown"), on="2026-11-23", place=place, parent_hukou="both")
        assert any("请确认孩次" in words for words in asked(given)), place
    plain = desk.family(child("2026-03-01", order="unknown"), on="2026-11-23")
    assert not any("请确认孩次" in words for words in asked(plain))


def test_the_table_by_month_of_birth_has_what_the_calculator_answers(desk: Desk, rules: str) -> None:
    table = by_birth_month(Rules.from_json(rules).at("cn"), TODAY)
    assert [row[0] for row in table.rows] == [
        f"{year}-{month:02}" for year in range(2022, 2025) for month in range(1, 13)
    ]
    for month, *_months, whole, first, second, third in table.rows:
        given = desk.family(child(f"{month}-15"), on="2025-10-01")
        assert isinstance(whole, Quantity)
        assert amounts(given, "in_all") == [f"{whole.number:f}"], month
        paid = [cell.number for cell in (first, second, third) if isinstance(cell, Quantity)]
        assert paid == [Decimal(payment["quantity"]["quantity"]) for payment in part(given)["payments"]], month


def test_the_table_says_whose_amounts_it_has_where_they_go_by_order(rules: str) -> None:
    there = Rules.from_json(rules)
    assert by_birth_month(there.at("cn/shandong/jinan"), TODAY).notes
    assert not by_birth_month(there.at("cn"), TODAY).notes


def test_the_table_of_local_schemes_lists_a_place_and_those_inside_it(rules: str) -> None:
    there = Rules.from_json(rules)

    def places(place: str) -> set[str]:
        return {row[0].key for row in local_schemes(there.at(place), TODAY).rows if isinstance(row[0], Name)}

    assert places(HARBIN) == set()
    assert places(DAQING) == {f"place:{DAQING}"}
    assert places("cn/zhejiang") == {f"place:{QUZHOU}", f"place:{HANGZHOU}"}
    assert places("cn") > places("cn/zhejiang") | places(DAQING)


def test_the_table_of_local_schemes_tells_the_relation(rules: str) -> None:
    rows = local_schemes(Rules.from_json(rules).at("cn"), TODAY).rows
    relation = {row[0].key: row[-1].msgid for row in rows if isinstance(row[0], Name) and isinstance(row[-1], Message)}
    assert relation[f"place:{PANZHIHUA}"] == "已含国家补贴"
    assert relation[f"place:{QUZHOU}"] == relation[f"place:{HANGZHOU}"] == "另外加发"
    assert {relation[f"place:{place}"] for place in UNPUBLISHED} == {"没有查到，请问办理机构"}


def test_a_day_before_the_subsidy_has_no_table_of_it(rules: str) -> None:
    there = Rules.from_json(rules)
    assert tables(there.at("cn/beijing"), date(2024, 12, 31)) == ()
    assert len(tables(there.at("cn/beijing"), TODAY)) == 1
    assert len(tables(there.at("cn"), TODAY)) == 2


def test_hohhots_whole_runs_from_the_year_of_birth_through_five_payments(desk: Desk) -> None:
    given = desk.family(child("2025-06-01", order="second"), on="2025-12-01", place=HOHHOT, parent_hukou="both")
    whole = next(amount for amount in labelled(given, HOHHOT) if amount["kind"] == "in_all")
    years = whole["label"]["values"]
    assert (years["first"], years["last"]) == (2025, 2029)


@pytest.mark.parametrize(("on", "certain"), [("2025-12-30", True), ("2025-12-31", True), ("2026-01-01", False)])
def test_yunnans_grant_is_sure_only_while_its_policy_runs(desk: Desk, on: str, certain: bool) -> None:
    given = desk.family(child("2025-06-01", order="third"), on=on, place="cn/yunnan")
    assert [amount["certain"] for amount in labelled(given, "cn/yunnan")] == [certain]


@pytest.mark.parametrize("parents", ["mother", "father", "neither", "unknown"])
def test_an_unconfirmed_requirement_of_hukou_rules_nobody_out(desk: Desk, parents: str) -> None:
    third = child("2026-06-15", order="third")
    given = desk.family(third, on="2026-11-23", place="cn/liaoning/shenyang", parent_hukou=parents)
    assert any("要看父母的户口" in words for words in asked(given))


@pytest.mark.parametrize(
    ("other", "certain"),
    [({"order": "third"}, True), ({"order": "later"}, False), ({"order": "third", "arrival": "adopted"}, False)],
)
def test_a_local_amount_is_not_sure_for_a_fourth_or_an_adopted_child(
    desk: Desk, other: dict[str, str], certain: bool
) -> None:
    given = desk.family(child("2025-06-15", **other), on="2026-11-23", place=HARBIN)
    assert {amount["certain"] for amount in labelled(given, HARBIN)} == {certain}


def test_a_scheme_of_a_province_is_listed_once_and_not_for_each_city(rules: str) -> None:
    raw = json.loads(rules)
    raw["places"]["cn/yunnan/kunming"] = {}
    rows = local_schemes(Rules.from_json(json.dumps(raw)).at("cn/yunnan"), date(2025, 12, 31)).rows
    assert [row[0] for row in rows] == [Name("place:cn/yunnan")]
