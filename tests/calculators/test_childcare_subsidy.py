"""The childcare subsidy at its edges: windows, months, several children, cities."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.calculators.asking import Desk, amounts, asked, child, faults, part, standings

QUZHOU = "cn/zhejiang/quzhou"
HANGZHOU = "cn/zhejiang/hangzhou"


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
