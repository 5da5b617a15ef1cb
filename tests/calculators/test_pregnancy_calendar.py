"""The pregnancy calendar: weeks counted as the norm writes them, whatever the days are."""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import CALCULATORS
from calculators.kit.questions import UNKNOWN, Fault, read
from calculators.kit.result import Result, Verdict, to_json
from calculators.kit.rules import Rules
from calculators.pregnancy_calendar.pregnancy import TOPIC
from calculators.pregnancy_calendar.visits import CHECKS, LABELS, SCREENINGS, visits
from generator.content import read_site
from tests.calculators.asking import Desk, Json, asked, faults, part
from tests.calculators.test_cases import ROOT

SLUG = "pregnancy-calendar"
PLACES = tuple(read_site(ROOT / "content")[0].places)
MANY = settings(max_examples=1_000, deadline=None)
COUNTED_IN_DAYS = (*LABELS, "leave", "postnatal-visit", "postnatal-check")
"""Events that move by a day with the last period; others end with a month or a year."""

PREGNANT = {
    "place": "cn",
    "stage": "pregnant",
    "known_by": "last_period",
    "last_period": "2026-08-03",
    "babies": "1",
    "on": "2026-11-23",
}
DUE = "2027-05-10"
PLANNING = {"place": "cn", "stage": "planning", "rural": "yes", "on": "2026-11-23"}

days = st.dates(date(2017, 1, 1), date(2038, 12, 31))
places = st.sampled_from(PLACES)
babies = st.sampled_from(["1", "2", "8", UNKNOWN])


@pytest.fixture(scope="module")
def known(rules: str) -> Rules:
    """The real rules, read once."""
    return Rules.from_json(rules)


def answer(known: Rules, raw: dict[str, str]) -> Result | Fault:
    """Return what the calculator answers, without words."""
    calculator = CALCULATORS[SLUG]
    answers, found = read(calculator.questions, raw, known)
    assert found == ()
    return calculator.calculate(answers, known)


def runs(found: Result | Fault) -> dict[str, tuple[date, date]]:
    """Return the first and last day of each event, by its name."""
    assert isinstance(found, Result)
    return {event.key.split("-", 4)[4]: (event.first, event.last) for event in found.part.events}


def ask(desk: Desk, **answers: str) -> Json:
    return desk.send({"calculator": SLUG, "answers": answers})


def pregnant(desk: Desk, **changed: str) -> Json:
    return ask(desk, **PREGNANT | changed)


def windows(given: Json) -> dict[str, tuple[date, date]]:
    """Return the first and last day of each event, by its name."""
    found = part(given)["events"]
    names = [event["key"].split("-", 4)[4] for event in found]
    return {
        name: (date.fromisoformat(event["first"]), date.fromisoformat(event["last"]))
        for name, event in zip(names, found, strict=True)
    }


def label(given: Json, name: str) -> str:
    """Return the id of an event's label."""
    found: str = next(event["label"]["msgid"] for event in part(given)["events"] if event["key"].endswith(f"-{name}"))
    return found


def said(given: Json) -> list[str]:
    return [step["text"]["msgid"] for step in part(given)["steps"]]


def form(known_by: str, last_period: date, on: date, place: str, count: str) -> dict[str, str]:
    """Return the answers of a pregnancy known by one date or the other, or by neither."""
    answers = {"place": place, "stage": "pregnant", "known_by": known_by, "babies": count, "on": on.isoformat()}
    if known_by == "last_period":
        return answers | {"last_period": last_period.isoformat()}
    if known_by == "due_date":
        return answers | {"due_date": (last_period + timedelta(280)).isoformat()}
    return answers


def test_the_last_day_of_week_12_is_in_time_and_the_next_day_is_not(desk: Desk) -> None:
    on_time, late = (pregnant(desk, on=day) for day in ("2026-11-01", "2026-11-02"))
    assert windows(on_time)["check-1"][1] == date(2026, 11, 1)
    assert label(on_time, "check-1") == "{visit}（{weeks}）"
    assert label(late, "check-1") == "{visit}，时间已过"


def test_a_missed_check_is_listed_and_the_advice_is_to_go_soon(desk: Desk) -> None:
    late = pregnant(desk, on="2026-11-02")
    assert "check-1" in windows(late)
    assert any("请尽快去" in sentence for sentence in asked(late))
    assert not any("请尽快去" in sentence for sentence in asked(pregnant(desk, on="2026-11-01")))


def test_a_screening_that_is_over_is_not_called_a_missed_check(desk: Desk) -> None:
    between = pregnant(desk, on="2026-11-09")
    assert label(between, "nt") == "{visit}，时间已过"
    assert any("还可以做哪一种" in sentence for sentence in asked(between))


def test_the_step_of_the_week_counts_full_weeks_and_days_beyond(desk: Desk) -> None:
    step = next(step for step in part(pregnant(desk))["steps"] if step["text"]["msgid"].startswith("到 {on}，怀孕"))
    assert [step["text"]["values"][name]["quantity"] for name in ("weeks", "days")] == ["16", "0"]


def test_after_the_due_date_no_week_is_told(desk: Desk) -> None:
    assert any("怀孕 {weeks}零" in sentence for sentence in said(pregnant(desk, on=DUE)))
    assert not any("怀孕 {weeks}零" in sentence for sentence in said(pregnant(desk, on="2027-05-11")))


@pytest.mark.parametrize(
    ("on", "verdict"),
    [
        (DUE, "likely"),
        ("2027-05-11", "more_information"),
        ("2027-06-21", "more_information"),
        ("2027-06-22", "not_now"),
    ],
)
def test_the_calendar_ends_after_the_check_on_day_42(desk: Desk, on: str, verdict: str) -> None:
    given = pregnant(desk, on=on)
    assert given["result"]["verdict"] == verdict
    assert bool(part(given)["events"]) is (verdict != "not_now")


def test_the_due_date_and_the_last_period_give_the_same_windows(desk: Desk) -> None:
    by_due_date = ask(desk, **form("due_date", date(2026, 8, 3), date(2026, 11, 23), "cn", "1"))
    assert part(by_due_date)["events"] == part(pregnant(desk))["events"]


@pytest.mark.parametrize(("known_by", "field"), [("last_period", "last_period"), ("due_date", "due_date")])
def test_a_pregnancy_that_has_not_begun_is_a_fault_of_its_date(desk: Desk, known_by: str, field: str) -> None:
    begins = date(2026, 11, 24)
    assert faults(ask(desk, **form(known_by, begins, date(2026, 11, 23), "cn", "1"))) == [field]
    assert faults(ask(desk, **form(known_by, begins, begins, "cn", "1"))) == []


def test_without_a_date_the_visits_come_by_week_and_without_days(desk: Desk) -> None:
    given = ask(desk, **form("unknown", date(2026, 8, 3), date(2026, 11, 23), "cn", UNKNOWN))
    assert given["result"]["verdict"] == "more_information"
    assert given["calendar"] == ""
    assert part(given)["events"] == []
    assert said(given).count("{visit}：{weeks}") == len(LABELS)


def test_the_days_after_the_birth_are_an_assumption(desk: Desk) -> None:
    assert any("以实际出生日期为准" in one["msgid"] for one in part(pregnant(desk))["assumptions"])


def test_only_the_visit_after_leaving_hospital_has_no_sure_days(desk: Desk) -> None:
    unsure = [event["key"] for event in part(pregnant(desk))["events"] if not event["certain"]]
    assert unsure == [f"pregnancy-{DUE}-postnatal-visit"]


def test_every_document_names_its_office(desk: Desk) -> None:
    for answered in (pregnant(desk), ask(desk, **PLANNING)):
        assert part(answered)["documents"]
        assert all(document["office"] for document in part(answered)["documents"])


def test_twins_are_told_of_more_visits(desk: Desk) -> None:
    about = "怀 {count} 个孩子：检查和访视的次数要增加，由医生安排"
    assert about in said(pregnant(desk, babies="2"))
    assert about not in said(pregnant(desk, babies="1")) + said(pregnant(desk, babies=UNKNOWN))


def test_folic_acid_ends_with_the_third_month(desk: Desk) -> None:
    assert windows(pregnant(desk, on="2026-11-02"))["folic-acid"] == (date(2026, 8, 3), date(2026, 11, 2))
    assert "folic-acid" not in windows(pregnant(desk, on="2026-11-03"))


def test_registration_is_dated_only_where_the_place_says_when(desk: Desk) -> None:
    assert "registration" not in windows(pregnant(desk))
    assert any("生育登记" in sentence for sentence in asked(pregnant(desk)))
    hunan = pregnant(desk, place="cn/hunan")
    assert windows(hunan)["registration"] == (date(2026, 8, 3), date(2026, 11, 2))
    assert label(hunan, "registration") == "生育登记，还没办的现在也可以办"
    assert not any("生育登记" in sentence for sentence in asked(hunan))


def test_a_city_grant_has_its_own_window_and_is_not_sure(desk: Desk) -> None:
    event = part(pregnant(desk, place="cn/zhejiang/hangzhou"))["events"]
    grant = next(one for one in event if one["key"].endswith("-grant"))
    assert (grant["first"], grant["certain"]) == ("2027-01-18", False)
    assert "grant" not in windows(pregnant(desk, place="cn/zhejiang"))


@pytest.mark.parametrize(
    ("place", "rural", "met"),
    [
        ("cn", "yes", [True, True]),
        ("cn", "no", [None, None]),
        ("cn", UNKNOWN, [None, None]),
        ("cn/guangdong", "no", [True, None]),
        ("cn/guangdong", "yes", [True, True]),
    ],
)
def test_planning_is_free_for_whom_the_rules_name_and_else_to_be_asked(
    desk: Desk, place: str, rural: str, met: list[bool | None]
) -> None:
    given = ask(desk, **PLANNING | {"place": place, "rural": rural})
    assert [criterion["met"] for criterion in part(given)["criteria"]] == met
    assert given["result"]["verdict"] == ("likely" if all(met) else "more_information")
    assert bool(part(given)["office"]) is not all(met)


def test_planning_has_folic_acid_and_the_check_and_no_dates(desk: Desk) -> None:
    given = ask(desk, **PLANNING)
    assert len(part(given)["steps"]) == 2
    assert part(given)["events"] == []


def test_before_the_free_check_of_a_province_began_the_national_rule_holds(desk: Desk) -> None:
    for on, met in (("2023-05-31", None), ("2023-06-01", True)):
        answered = ask(desk, **PLANNING | {"place": "cn/guangdong", "rural": "no", "on": on})
        assert part(answered)["criteria"][0]["met"] is met


@pytest.mark.parametrize("place", PLACES)
def test_every_visit_of_the_rules_has_words(rules: str, place: str) -> None:
    here = Rules.from_json(rules).at(place)
    found = [
        visit for name in (CHECKS, *SCREENINGS) for visit in visits(here.on(f"{TOPIC}.{name}", date(2026, 11, 23)))
    ]
    assert {visit.name for visit in found} == set(LABELS)
    assert all(visit.first < visit.end for visit in found)


def test_the_worksheet_lists_every_visit_by_its_week(rules: str) -> None:
    here = Rules.from_json(rules).at("cn")
    (table,) = CALCULATORS[SLUG].tables(here, date(2026, 11, 23))
    assert len(table.rows) == len(LABELS)
    assert all(len(row) == len(table.columns) for row in table.rows)


@given(
    known_by=st.sampled_from(["last_period", "due_date", UNKNOWN]),
    last_period=days,
    on=days,
    place=places,
    count=babies,
)
@MANY
def test_every_pregnancy_ends_in_a_result_or_in_the_fault_of_its_date(
    known: Rules, known_by: str, last_period: date, on: date, place: str, count: str
) -> None:
    found = answer(known, form(known_by, last_period, on, place, count))
    if known_by != UNKNOWN and last_period > on:
        assert isinstance(found, Fault)
        assert found.field == known_by
    else:
        assert isinstance(found, Result)


@given(on=days, place=places, rural=st.sampled_from(["yes", "no", UNKNOWN]))
@MANY
def test_planning_always_has_an_answer(known: Rules, on: date, place: str, rural: str) -> None:
    found = answer(known, {"place": place, "stage": "planning", "rural": rural, "on": on.isoformat()})
    assert isinstance(found, Result)
    assert found.verdict in (Verdict.LIKELY, Verdict.MORE_INFORMATION)


@given(last_period=days, ago=st.integers(0, 322), place=places)
@MANY
def test_the_checks_follow_each_other_and_never_overlap(known: Rules, last_period: date, ago: int, place: str) -> None:
    found = runs(answer(known, form("last_period", last_period, last_period + timedelta(ago), place, "1")))
    checks = [found[f"check-{number}"] for number in range(1, 6)]
    assert all(first <= last for first, last in found.values())
    assert all(before[1] < after[0] for before, after in pairwise(checks))
    assert list(found.values()) == sorted(found.values())


@given(last_period=days, place=places)
@MANY
def test_every_window_of_a_visit_is_made_of_whole_weeks(known: Rules, last_period: date, place: str) -> None:
    found = runs(answer(known, form("last_period", last_period, last_period, place, "1")))
    for name in LABELS:
        first, last = found[name]
        assert (first - last_period).days % 7 == 0
        assert ((last - first).days + 1) % 7 == 0


@given(last_period=days, ago=st.integers(0, 322), by=st.integers(0, 322), place=places)
@MANY
def test_a_last_period_some_days_earlier_moves_every_window_by_as_many(
    known: Rules, last_period: date, ago: int, by: int, place: str
) -> None:
    by = min(by, 322 - ago)
    on = last_period + timedelta(ago)
    later, earlier = (
        runs(answer(known, form("last_period", day, on, place, "1")))
        for day in (last_period, last_period - timedelta(by))
    )
    for name in COUNTED_IN_DAYS:
        assert [day - timedelta(by) for day in later[name]] == list(earlier[name])


@given(last_period=days)
@MANY
def test_the_record_form_is_at_most_three_days_later(known: Rules, last_period: date) -> None:
    found = answer(known, form("last_period", last_period, last_period, "cn", "1"))
    assert isinstance(found, Result)
    day = next(step.text.values["day"] for step in found.part.steps if step.text.msgid.startswith("登记表"))
    assert isinstance(day, date)
    assert 0 <= (day - last_period).days - 280 <= 3


@given(
    known_by=st.sampled_from(["last_period", "due_date", UNKNOWN]),
    last_period=days,
    ago=st.integers(0, 400),
    place=places,
    count=babies,
)
@MANY
def test_the_same_answers_in_any_order_give_the_same_bytes(
    known: Rules, known_by: str, last_period: date, ago: int, place: str, count: str
) -> None:
    answers = form(known_by, last_period, last_period + timedelta(ago), place, count)
    first, second = (answer(known, raw) for raw in (answers, dict(reversed(answers.items()))))
    assert json.dumps(to_json(first)) == json.dumps(to_json(second))
