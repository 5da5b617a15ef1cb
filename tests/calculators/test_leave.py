"""Leave at its edges: what follows what, what is not known, and the other parent's leaves."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from calculators.kit.message import Name, Quantity, _, days, place_name
from calculators.kit.rules import Rules
from calculators.kit.tables import Table
from calculators.leave import LEAVE
from tests.calculators.asking import Desk, Json, amounts, asked, faults, leave, part


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


def parental(given: Json) -> list[tuple[str, str]]:
    """Return the first and the last day of every year with parental leave."""
    events = part(given)["events"]
    return [(event["first"], event["last"]) for event in events if "-parental-" in event["key"]]


def test_parental_leave_that_begins_within_a_year_counts_for_that_year(desk: Desk) -> None:
    assert parental(desk.birth(place="cn/guangdong", birth_date="2018-12-02")) == [("2020-12-02", "2021-12-01")]
    assert parental(desk.birth(place="cn/guangdong", birth_date="2018-12-01")) == []


def test_a_child_born_before_parental_leave_began_has_the_years_that_were_left(desk: Desk) -> None:
    years = parental(desk.birth(place="cn/guangdong", birth_date="2019-12-15"))
    assert years == [("2020-12-15", "2021-12-14"), ("2021-12-15", "2022-12-14")]


def test_sichuan_had_parental_leave_before_its_change_but_how_it_counted_is_not_certain(desk: Desk) -> None:
    given = desk.birth(place="cn/sichuan", birth_date="2024-01-10")
    assert [leave(given, f"-parental-{age}")["label"]["values"]["days"]["quantity"] for age in (1, 2, 3)] == ["10"] * 3
    rules = [rule for step in part(given)["steps"] for rule in step["rules"] if "parental_days" in rule["rule"]]
    assert [(rule["start"], rule["grade"]) for rule in rules] == [("2021-09-29", "C"), ("2025-11-28", "A")]
    assert len(parental(desk.birth(place="cn/sichuan", birth_date="2018-09-28"))) == 0


@pytest.mark.parametrize(("born", "certain"), [("2021-08-19", False), ("2021-08-20", True)])
def test_a_leave_whose_start_is_not_recorded_is_in_doubt_before_the_law_of_2021(
    desk: Desk, born: str, certain: bool
) -> None:
    given = desk.birth(place="cn/liaoning", birth_date=born)
    early = [said for said in asked(given) if "当时是否已有这项假期" in said]
    assert [amount["certain"] for amount in part(given)["amounts"] if amount["kind"] == "length"] == [certain] * 2
    assert bool(early) is not certain


def test_each_leave_in_doubt_is_asked_about_by_its_name(desk: Desk) -> None:
    given = part(desk.birth(place="cn/liaoning", birth_date="2019-05-05"))["office"]
    leaves = [said["values"]["leave"]["msgid"] for said in given if "leave" in said.get("values", {})]
    assert leaves == ["延长的产假", "陪产假（护理假）", "育儿假"]


def test_a_leave_whose_start_is_recorded_is_in_no_doubt_after_it(desk: Desk) -> None:
    assert not any("当时是否已有" in said for said in asked(desk.birth(place="cn/beijing")))


@pytest.mark.parametrize(("babies", "delivery"), [("1", "difficult"), ("2", "normal"), ("3", "difficult")])
def test_fujian_adds_nothing_to_its_total_of_158_to_180_days(desk: Desk, babies: str, delivery: str) -> None:
    given = desk.birth(place="cn/fujian", babies=babies, delivery=delivery)
    assert amounts(given, "length")[0] == "158"
    assert length_of(given)["certain"] is False
    assert any("多胞胎在规定的总天数以外" in said for said in asked(given)) is (babies != "1")


def test_twins_in_fujian_before_its_total_have_the_national_days_more(desk: Desk) -> None:
    assert amounts(desk.birth(place="cn/fujian", babies="2", birth_date="2022-03-29"), "length")[0] == "113"
    assert amounts(desk.birth(place="cn/fujian", babies="2", birth_date="2022-03-30"), "length")[0] == "158"


def test_a_total_of_180_days_with_twins_is_to_be_asked_about(desk: Desk) -> None:
    given = desk.birth(place="cn/jilin", babies="2", delivery="difficult")
    assert length_of(given)["certain"] is False
    assert len([said for said in asked(given) if "总天数以外是否另加" in said]) == 2


@pytest.mark.parametrize(("place", "longer"), [("cn/shanghai", True), ("cn/jiangsu", True), ("cn/zhejiang", False)])
def test_holidays_lengthen_paternity_leave_where_the_rule_says_so(desk: Desk, place: str, longer: bool) -> None:
    given = desk.birth(place=place)
    assert any("陪产假遇法定节假日顺延" in step["text"]["msgid"] for step in part(given)["steps"]) is longer
    assert any("陪产假里有法定节假日" in said for said in asked(given)) is longer


@pytest.mark.parametrize(("place", "settled"), [("cn/guangdong", True), ("cn/tianjin", True), ("cn/hunan", False)])
def test_whether_holidays_count_is_asked_only_where_no_rule_says_it(desk: Desk, place: str, settled: bool) -> None:
    given = desk.birth(place=place)
    assert leave(given, "-bonus")["certain"] is settled
    assert any("遇到法定节假日是否顺延" in said for said in asked(given)) is not settled


def test_every_document_goes_to_the_employer_and_every_answer_says_why_it_may_differ(desk: Desk) -> None:
    found = part(desk.birth())
    assert {document["office"]["msgid"] for document in found["documents"]} == {"用人单位"}
    assert len(found["otherwise"]) == 4


def table(desk: Desk, number: int, place: str = "cn") -> Table:
    """Return a table of the worksheet."""
    return LEAVE.tables(Rules.from_json(desk.rules).at(place), date(2026, 11, 23))[number]


def test_the_country_has_a_table_of_its_own_and_two_of_the_provinces(desk: Desk) -> None:
    here = Rules.from_json(desk.rules)
    assert [len(LEAVE.tables(here.at(place), date(2026, 11, 23))) for place in ("cn", "cn/hunan")] == [3, 1]
    assert [len(table(desk, number).rows) for number in (1, 2)] == [31, 31]


def test_a_place_table_has_the_rules_that_the_place_has(desk: Desk) -> None:
    shown = {row[0]: row[1] for row in table(desk, 0, "cn/beijing").rows}
    assert shown[Name("rule:leave.maternity_days")] == days(98)
    assert shown[Name("rule:leave.bonus_leave")] == days(60)
    assert Name("rule:leave.caesarean_days") not in shown


def test_the_table_of_provinces_marks_what_is_not_confirmed(desk: Desk) -> None:
    rows = {row[0]: row[1:] for row in table(desk, 1).rows}
    assert rows[place_name("cn/beijing")] == (days(60), days(15), Quantity(Decimal(5), "working_day"))
    assert rows[place_name("cn/xizang")][2] == "※"
    by_order = _("{first} / {second} / {third}", first=plain(60), second=plain(70), third=days(80))
    assert rows[place_name("cn/guangxi")][0] == _("{value} ※", value=by_order)


def plain(number: int) -> Quantity:
    """Return a number without a unit."""
    return Quantity(Decimal(number), "")


def test_marriage_leave_is_known_for_all_but_two_provinces(desk: Desk) -> None:
    rows = {row[0]: row[1:] for row in table(desk, 2).rows}
    assert rows[place_name("cn/tianjin")] == (Quantity(Decimal(10), "working_day"), "—")
    assert rows[place_name("cn/sichuan")] == (days(20), days(25))
    assert {place for place, cells in rows.items() if cells[0] == "※"} == {
        place_name("cn/xizang"),
        place_name("cn/ningxia"),
    }


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
