"""One household, every calculator, one plan."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from calculators import CALCULATORS
from tests.calculators.asking import Desk, Json, part
from tests.calculators.households import DAY, EXPECTING, FIVE, INSURED, NOBODY, Raw, row


def plan(desk: Desk, household: Raw, **changed: object) -> Json:
    given = desk.send({"calculator": "family-plan", "answers": household | changed})
    assert "faults" not in given, given
    return given


def asked_of(given: Json) -> set[str]:
    return {finding["page"].removeprefix("calculator:") for finding in part(given)["findings"]}


def test_a_family_of_five_hears_from_every_calculator(desk: Desk) -> None:
    assert asked_of(plan(desk, FIVE)) == set(CALCULATORS) - {"family-plan", "support-finder"}


def test_a_household_that_knows_nothing_still_gets_a_plan(desk: Desk) -> None:
    given = plan(desk, NOBODY)
    assert given["result"]["verdict"] == "more_information"
    assert asked_of(given) == {"tax-deduction"}


def test_the_timeline_is_in_order_and_holds_nothing_that_is_over(desk: Desk) -> None:
    events = part(plan(desk, FIVE))["events"]
    assert [event["first"] for event in events] == sorted(event["first"] for event in events)
    assert all(event["last"] >= DAY for event in events)


def test_the_timeline_reaches_from_pregnancy_to_school(desk: Desk) -> None:
    events = part(plan(desk, EXPECTING))["events"]
    assert min(event["first"] for event in events) <= "2027-01-10"
    assert max(event["last"] for event in events) >= "2033-01-01"


def test_keys_are_stable_and_no_two_events_share_one(desk: Desk) -> None:
    twins = [row("2026-03-01"), row("2026-03-01", order="second")]
    for household in (FIVE, NOBODY | {"children": twins}, EXPECTING | {"babies": "3"}):
        keys = [event["key"] for event in part(plan(desk, household))["events"]]
        assert len(keys) == len(set(keys))


def test_each_twin_has_appointments_of_its_own(desk: Desk) -> None:
    one = plan(desk, NOBODY | {"children": [row("2026-10-01")]})
    two = plan(desk, NOBODY | {"children": [row("2026-10-01"), row("2026-10-01", order="second")]})

    def shots(given: Json) -> int:
        return sum(event["occasion"] == "appointment" for event in part(given)["events"])

    assert shots(two) == 2 * shots(one)


def test_twins_are_one_birth_with_longer_leave(desk: Desk) -> None:
    one, two = (plan(desk, EXPECTING | INSURED | {"babies": babies}) for babies in ("1", "2"))

    def maternity(given: Json) -> int:
        lengths = [a for a in part(given)["amounts"] if a["kind"] == "length" and "产假一共" in str(a["label"])]
        return int(lengths[0]["quantity"]["quantity"])

    assert maternity(two) - maternity(one) == 15


def test_an_adopted_child_is_no_birth_and_brings_no_maternity_leave(desk: Desk) -> None:
    given = plan(desk, NOBODY | INSURED | {"children": [row("2026-06-01", arrival="adopted")]})
    assert not {"leave", "maternity-allowance"} & asked_of(given)
    assert "childcare-subsidy" in asked_of(given)


def test_children_may_be_entered_in_any_order(desk: Desk) -> None:
    backwards = FIVE | {"children": FIVE["children"][::-1]}
    assert plan(desk, FIVE)["result"] == plan(desk, backwards)["result"]


def test_leave_follows_the_place_of_work_and_the_subsidy_the_hukou(desk: Desk) -> None:
    given = plan(desk, EXPECTING | INSURED, place="cn/shandong/jinan", work_place="cn/beijing")
    rules = {rule["rule"]: rule["place"] for step in part(given)["steps"] for rule in step["rules"]}
    assert rules["leave.bonus_leave"] == "cn/beijing"
    assert rules["childcare-subsidy.annual_amount"] == "cn/shandong/jinan"


def test_a_due_date_after_new_year_moves_the_first_claim_to_that_year(desk: Desk) -> None:
    def first_claim(due: str) -> str:
        payments = part(plan(desk, EXPECTING, due_date=due))["payments"]
        return str(min(payment["opens"] for payment in payments))

    assert first_claim("2026-12-31")[:4] == "2026"
    assert first_claim("2027-01-01")[:4] == "2027"


def test_money_of_each_kind_stands_together_and_is_not_added_up(desk: Desk) -> None:
    kinds = [amount["kind"] for amount in part(plan(desk, FIVE))["amounts"]]
    order = ["once", "monthly", "yearly", "in_all", "length"]
    assert kinds == sorted(kinds, key=order.index)


def test_every_amount_says_which_program_it_comes_from(desk: Desk) -> None:
    for amount in part(plan(desk, FIVE))["amounts"]:
        assert amount["label"]["msgid"] == "{program}：{text}"


def test_documents_are_listed_once_and_by_office(desk: Desk) -> None:
    documents = part(plan(desk, FIVE))["documents"]
    assert all(document["office"] for document in documents)
    assert len(documents) == len({str(document) for document in documents})


def test_a_year_without_tax_rules_is_said_and_does_not_stop_the_plan(desk: Desk) -> None:
    given = plan(desk, EXPECTING, on="2018-06-01", due_date="2018-09-01")
    (tax,) = [finding for finding in part(given)["findings"] if finding["page"] == "calculator:tax-deduction"]
    assert tax["verdict"] == "more_information"
    assert tax["criteria"]


@pytest.mark.parametrize("due", ["2026-02-28", "2028-02-29", "2027-01-01", "2026-12-31", "2040-12-31", "2015-01-01"])
def test_any_due_date_has_a_plan(desk: Desk, due: str) -> None:
    assert plan(desk, EXPECTING, due_date=due)["sheet"]["sections"]


def test_the_calendar_file_has_every_event_to_come(desk: Desk) -> None:
    given = plan(desk, FIVE)
    events = part(given)["events"]
    assert given["calendar"].count("BEGIN:VEVENT") >= len(events)


def test_ten_children_and_eight_babies_are_answered(desk: Desk) -> None:
    born = [date(2017, 1, 31) + timedelta(days=340 * index) for index in range(10)]
    many = [row(day.isoformat(), order="later") for day in born]
    assert plan(desk, EXPECTING | {"children": many, "babies": "8", "order": "unknown"})


def test_eleven_children_are_a_named_problem(desk: Desk) -> None:
    given = desk.send({"calculator": "family-plan", "answers": NOBODY | {"children": [row("2020-01-01")] * 11}})
    assert [fault["field"] for fault in given["faults"]] == ["children"]
