"""Leave at its edges: what follows what, what is not known, and the other parent's leaves."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.calculators.asking import Desk, amounts, asked, faults, leave, part


def length_of(given: dict[str, object]) -> dict[str, object]:
    """Return the amount that is the mother's leave."""
    found: dict[str, object] = next(amount for amount in part(given)["amounts"] if amount["kind"] == "length")
    return found


def test_the_extended_leave_begins_the_day_after_the_national_one(desk: Desk) -> None:
    given = desk.birth()
    ends, begins = leave(given, "-maternity")["last"], leave(given, "-bonus")["first"]
    assert date.fromisoformat(begins) - date.fromisoformat(ends) == timedelta(1)


def test_the_day_of_birth_is_the_first_day_of_leave(desk: Desk) -> None:
    assert leave(desk.birth(), "-maternity")["first"] == "2026-03-01"


def test_days_before_the_birth_move_the_first_day(desk: Desk) -> None:
    assert leave(desk.birth(days_before="15"), "-maternity")["first"] == "2026-02-14"


def test_nursing_time_ends_the_day_before_the_first_birthday(desk: Desk) -> None:
    nursing = leave(desk.birth(), "-nursing")
    assert (nursing["first"], nursing["last"]) == ("2026-03-01", "2027-02-28")


def test_each_further_baby_adds_an_hour_of_nursing_time(desk: Desk) -> None:
    hours = [leave(desk.birth(babies=babies), "-nursing")["label"]["values"]["hours"] for babies in ("1", "2", "3")]
    assert [hour["quantity"] for hour in hours] == ["1", "2", "3"]


def test_parental_leave_runs_from_birthday_to_birthday(desk: Desk) -> None:
    years = [event for event in part(desk.birth())["events"] if "-parental-" in event["key"]]
    assert [(year["first"], year["last"]) for year in years] == [
        ("2026-03-01", "2027-02-28"),
        ("2027-03-01", "2028-02-29"),
        ("2028-03-01", "2029-02-28"),
    ]


def test_a_birthday_on_29_february_is_28_february_in_other_years(desk: Desk) -> None:
    years = [event for event in part(desk.birth(birth_date="2028-02-29"))["events"] if "-parental-" in event["key"]]
    assert [year["first"] for year in years] == ["2028-02-29", "2029-02-28", "2030-02-28"]
    assert years[0]["last"] == "2029-02-27"


def test_parental_leave_until_six_has_six_years(desk: Desk) -> None:
    events = part(desk.birth(place="cn/anhui"))["events"]
    assert sum("-parental-" in event["key"] for event in events) == 6


@pytest.mark.parametrize(("place", "certain"), [("cn/beijing", True), ("cn/guangdong", False)])
def test_a_parental_year_is_certain_only_where_the_rule_says_how_it_runs(desk: Desk, place: str, certain: bool) -> None:
    given = desk.birth(place=place)
    assert leave(given, "-parental-1")["certain"] is certain
    assert any("自然年度" in said for said in asked(given)) is not certain


def test_parental_leave_that_begins_within_the_first_year_counts(desk: Desk) -> None:
    assert amounts(desk.birth(place="cn/sichuan", birth_date="2024-11-29"), "yearly") == ["10"]
    assert amounts(desk.birth(place="cn/sichuan", birth_date="2024-11-28"), "yearly") == []


def test_a_later_child_has_the_days_of_a_third(desk: Desk) -> None:
    later, third = (desk.birth(place="cn/hebei", order=order) for order in ("later", "third"))
    assert part(later)["amounts"] == part(third)["amounts"]


def test_an_unknown_order_is_uncertain_only_where_the_days_depend_on_it(desk: Desk) -> None:
    assert length_of(desk.birth(place="cn/zhejiang", order="unknown"))["certain"] is False
    assert length_of(desk.birth(place="cn/beijing", order="unknown"))["certain"] is True


def test_paternity_leave_by_order_is_uncertain_while_the_order_is_unknown(desk: Desk) -> None:
    by_order, plain = (part(desk.birth(place=place, order="unknown")) for place in ("cn/hubei/jingmen", "cn/hunan"))
    assert [amount["certain"] for amount in by_order["amounts"] if amount["kind"] == "length"] == [False, False]
    assert [amount["certain"] for amount in plain["amounts"] if amount["kind"] == "length"] == [True, True]


def test_a_range_gives_its_least_and_says_so(desk: Desk) -> None:
    given = desk.birth(place="cn/fujian")
    amount = part(given)["amounts"][0]
    assert amount["label"]["msgid"] == "母亲：产假一共（至少）"
    assert amount["certain"] is False
    assert any("规定的范围" in said for said in asked(given))


@pytest.mark.parametrize(
    ("place", "delivery", "days", "certain"),
    [
        ("cn/beijing", "normal", "158", True),
        ("cn/beijing", "caesarean", "158", False),
        ("cn/beijing", "difficult", "173", True),
        ("cn/beijing", "unknown", "158", False),
        ("cn/chongqing", "caesarean", "193", True),
    ],
)
def test_a_caesarean_adds_days_only_where_a_rule_says_so(
    desk: Desk, place: str, delivery: str, days: str, certain: bool
) -> None:
    given = desk.birth(place=place, delivery=delivery)
    assert amounts(given, "length")[0] == days
    assert length_of(given)["certain"] is certain


def test_days_before_are_in_doubt_where_leave_is_counted_from_the_birth(desk: Desk) -> None:
    assert any("从生育当天算起" in said for said in asked(desk.birth(place="cn/zhejiang", days_before="1")))
    assert not any("从生育当天算起" in said for said in asked(desk.birth(place="cn/zhejiang")))


def test_a_year_without_published_holidays_is_uncertain(desk: Desk) -> None:
    assert length_of(desk.birth(place="cn/shanghai", birth_date="2028-03-01"))["certain"] is False
    assert length_of(desk.birth(place="cn/shanghai", birth_date="2026-03-01"))["certain"] is True


def test_a_father_alone_has_paternity_and_parental_leave(desk: Desk) -> None:
    given = desk.birth(mother_employed="no")
    assert given["result"]["verdict"] == "likely"
    assert {event["key"].split("-")[4] for event in part(given)["events"]} == {"parental"}
    assert amounts(given, "length") == ["15"]


def test_a_mother_alone_has_no_paternity_leave(desk: Desk) -> None:
    assert amounts(desk.birth(father_employed="no"), "length") == ["158"]


def test_nobody_at_work_has_no_leave_and_no_documents_to_bring(desk: Desk) -> None:
    given = desk.birth(mother_employed="no", father_employed="no")
    found = part(given)
    assert given["result"]["verdict"] == "not_now"
    assert not any(found[name] for name in ("amounts", "events", "documents"))
    assert given["calendar"] == ""


def test_a_parent_whose_work_is_unknown_still_sees_the_leave(desk: Desk) -> None:
    given = desk.birth(mother_employed="unknown")
    assert given["result"]["verdict"] == "more_information"
    assert amounts(given, "length")[0] == "158"


def test_a_place_without_rules_gives_the_national_part_and_whom_to_ask(desk: Desk) -> None:
    given = desk.birth(place="cn")
    assert given["result"]["verdict"] == "more_information"
    assert amounts(given, "length") == ["98"]
    assert len([said for said in asked(given) if "没有收录" in said]) == 3


def test_a_due_date_is_an_assumption(desk: Desk) -> None:
    assumed = [said["msgid"] for said in part(desk.birth(birth_date="2027-01-10"))["assumptions"]]
    assert "按预产期计算，以实际出生日期为准。" in assumed


def test_the_answer_on_another_day_is_the_same_but_for_the_day(desk: Desk) -> None:
    first, second = (part(desk.birth(on=day)) for day in ("2026-11-23", "2027-11-23"))
    assert first == second


@pytest.mark.parametrize(("babies", "fields"), [("0", ["babies"]), ("1", []), ("8", []), ("9", ["babies"])])
def test_between_one_and_eight_babies(desk: Desk, babies: str, fields: list[str]) -> None:
    assert faults(desk.birth(babies=babies)) == fields
