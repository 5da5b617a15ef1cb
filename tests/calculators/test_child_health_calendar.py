"""The child health calendar: ages counted to the day, and what is done not asked for again."""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import CALCULATORS
from calculators.child_health_calendar.contents import contents, examinations, rows
from calculators.child_health_calendar.questions import VISIT
from calculators.child_health_calendar.words import FULL_MONTH, HOME_VISIT, LABELS
from calculators.kit.dates import add_months, birthday
from calculators.kit.questions import UNKNOWN, Fault, read
from calculators.kit.result import Result, Verdict, to_json
from calculators.kit.rules import Rules
from generator.content import read_site
from tests.calculators.asking import Desk, Json, asked, faults, part
from tests.calculators.test_cases import ROOT

SLUG = "child-health-calendar"
PLACES = tuple(read_site(ROOT / "content")[0].places)
MANY = settings(max_examples=1_000, deadline=None)
ON = date(2026, 11, 23)
MONTHS = {f"month-{age}": age for age in (3, 6, 8, 12, 18, 24, 30, 36)}
YEARS = {f"year-{age}": age for age in (4, 5, 6)}

CHILD = {
    "place": "cn",
    "birth_date": "2026-10-15",
    "weeks": "39",
    "risk": "no",
    "discharged": UNKNOWN,
    "done": "none",
    "on": "2026-11-23",
}

births = st.dates(date(2018, 1, 1), date(2031, 12, 31))
places = st.sampled_from(PLACES)
ages = st.integers(0, 2556)
visit_rows = st.lists(
    st.fixed_dictionaries({"visit": st.sampled_from(sorted(LABELS)), "date": st.integers(0, 2556)}),
    unique_by=lambda row: row["visit"],
    max_size=len(LABELS),
)


@pytest.fixture(scope="module")
def known(rules: str) -> Rules:
    """The real rules, read once."""
    return Rules.from_json(rules)


def answer(known: Rules, raw: Json) -> Result | Fault:
    """Return what the calculator answers, without words."""
    calculator = CALCULATORS[SLUG]
    answers, found = read(calculator.questions, raw, known)
    assert found == ()
    return calculator.calculate(answers, known)


def runs(found: Result | Fault) -> dict[str, tuple[date, date]]:
    """Return the first and last day of each event, by its name."""
    assert isinstance(found, Result)
    return {event.key.split("-", 5)[5]: (event.first, event.last) for event in found.part.events}


def form(born: date, on: date, place: str = "cn", **other: object) -> Json:
    return CHILD | {"place": place, "birth_date": born.isoformat(), "on": on.isoformat()} | other


def ask(desk: Desk, **changed: object) -> Json:
    return desk.send({"calculator": SLUG, "answers": CHILD | changed})


def names(given: Json) -> list[str]:
    return [event["key"].split("-", 5)[5] for event in part(given)["events"]]


def label(given: Json, name: str) -> str:
    """Return the id of an event's label."""
    found: str = next(event["label"]["msgid"] for event in part(given)["events"] if event["key"].endswith(f"-{name}"))
    return found


def said(given: Json) -> list[str]:
    return [step["text"]["msgid"] for step in part(given)["steps"]]


def test_the_first_day_of_a_month_of_age_is_in_time_and_the_last_is_too(desk: Desk) -> None:
    for on, past in (("2027-01-15", False), ("2027-02-14", False), ("2027-02-15", True)):
        assert (label(ask(desk, on=on), "month-3") == "{visit}，时间已过") is past


def test_the_reason_names_the_visit_that_is_due_or_else_the_next(desk: Desk) -> None:
    due, ahead = (ask(desk, on=day)["result"]["reason"] for day in ("2027-01-15", "2027-01-14"))
    assert (due["msgid"], due["values"]["last"]) == ("现在可以做：{visit}，到 {last}为止。", {"date": "2027-02-14"})
    assert (ahead["msgid"], ahead["values"]["first"]) == ("下一次：{visit}，{first}至 {last}。", {"date": "2027-01-15"})


def test_a_late_visit_is_listed_and_the_advice_is_to_go_soon(desk: Desk) -> None:
    late = ask(desk, on="2027-02-15")
    assert "month-3" in names(late)
    assert any("请尽快去一次" in sentence for sentence in asked(late))
    assert not any("请尽快去一次" in sentence for sentence in asked(ask(desk, on="2026-11-14")))


def test_all_done_leaves_what_is_open_today(desk: Desk) -> None:
    assert "month-3" in names(ask(desk, on="2027-02-14", done="all"))
    assert "month-3" not in names(ask(desk, on="2027-02-15", done="all"))
    assert "month-6" in names(ask(desk, on="2027-02-15", done="all"))


def test_a_visit_done_says_its_day_where_it_is_known(desk: Desk) -> None:
    done = [{"visit": "full-month", "date": "2026-11-13"}, {"visit": "home-visit", "date": UNKNOWN}]
    given = ask(desk, done="some", visits=done)
    assert said(given)[:2] == ["{visit}：已做", "{visit}：{day}已做"]
    assert not {"full-month", "home-visit"} & set(names(given))


def test_everything_done_and_only_late_visits_left_are_told_apart(desk: Desk) -> None:
    last = [{"visit": "year-6", "date": "2026-10-20"}]
    late = ask(desk, birth_date="2020-10-15", done="some", visits=last)
    assert late["result"]["reason"]["msgid"] == "有的体检时间已过还没做，请尽快去一次。"
    every = [{"visit": name, "date": UNKNOWN} for name in LABELS]
    none = ask(desk, birth_date="2020-10-15", done="some", visits=every)
    assert none["result"]["reason"]["msgid"] == "到 6 周岁的体检都已经做了。"
    assert part(none)["events"] == []


@pytest.mark.parametrize(("on", "verdict"), [("2033-10-14", "likely"), ("2033-10-15", "not_now")])
def test_the_checks_end_on_the_seventh_birthday(desk: Desk, on: str, verdict: str) -> None:
    given = ask(desk, on=on)
    assert given["result"]["verdict"] == verdict
    assert bool(part(given)["steps"]) is (verdict == "likely")


@pytest.mark.parametrize(
    ("weeks", "risk", "more"),
    [("36", "no", True), ("37", "no", False), (UNKNOWN, UNKNOWN, False), ("40", "yes", True), (UNKNOWN, "yes", True)],
)
def test_a_preterm_child_or_one_at_risk_is_visited_more_often(desk: Desk, weeks: str, risk: str, more: bool) -> None:
    given = ask(desk, weeks=weeks, risk=risk, on="2026-10-20")
    assert any("家庭访视的次数增加" in sentence for sentence in said(given)) is more
    assert any("多约几次" in sentence for sentence in asked(given)) is more


def test_a_preterm_child_has_the_same_days(desk: Desk) -> None:
    early, late = (part(ask(desk, weeks=weeks))["events"] for weeks in ("30", "40"))
    assert early == late


def test_the_visit_at_home_follows_the_day_of_leaving_hospital(desk: Desk) -> None:
    event = part(ask(desk, discharged="2026-10-20", on="2026-10-21"))["events"][1]
    assert (event["first"], event["last"], event["certain"]) == ("2026-10-20", "2026-10-27", True)


def test_without_that_day_the_visit_at_home_is_not_sure_and_is_asked_about(desk: Desk) -> None:
    given = ask(desk, on="2026-10-21")
    unsure = [event for event in part(given)["events"] if not event["certain"]]
    assert [(event["first"], event["last"]) for event in unsure] == [("2026-10-15", "2026-11-11")]
    assert any("出院日期" in sentence for sentence in asked(given))
    assert not any("出院日期" in sentence for sentence in asked(ask(desk, on="2026-11-23")))


def test_the_visit_at_home_is_not_listed_as_late(desk: Desk) -> None:
    assert "home-visit" in names(ask(desk, on="2026-11-11"))
    assert "home-visit" not in names(ask(desk, on="2026-11-12"))


@pytest.mark.parametrize(
    ("on", "found"),
    [
        ("2026-10-22", ["newborn-blood", "newborn-blood-latest", "hearing-retest"]),
        ("2026-10-23", ["newborn-blood-latest", "hearing-retest"]),
        ("2026-11-04", ["newborn-blood-latest", "hearing-retest"]),
        ("2026-11-05", ["hearing-retest"]),
        ("2026-11-26", ["hearing-retest"]),
        ("2026-11-27", []),
    ],
)
def test_the_screening_of_a_newborn_is_told_while_it_can_be_had(desk: Desk, on: str, found: list[str]) -> None:
    screening = [name for name in names(ask(desk, on=on)) if name.startswith(("newborn", "hearing"))]
    assert screening == found


def test_the_heart_is_screened_in_the_first_three_days(desk: Desk) -> None:
    heart = "先天性心脏病筛查：出生后 {hours}，在出生的医院做"
    assert heart in said(ask(desk, on="2026-10-18"))
    assert heart not in said(ask(desk, on="2026-10-19"))


def test_before_the_birth_the_due_date_is_an_assumption(desk: Desk) -> None:
    assert part(ask(desk, birth_date="2026-11-24"))["assumptions"]
    assert not part(ask(desk, birth_date="2026-11-23"))["assumptions"]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"discharged": "2026-10-14"}, "discharged"),
        ({"done": "some", "visits": [{"visit": "month-3", "date": "2026-10-14"}]}, "visits.0.date"),
        ({"done": "some", "visits": [{"visit": "month-3", "date": "2026-11-24"}]}, "visits.0.date"),
        ({"done": "some", "visits": [{"visit": "month-3", "date": UNKNOWN}] * 2}, "visits.1.visit"),
        ({"done": "some", "visits": []}, "visits"),
    ],
)
def test_days_that_cannot_be_are_faults(desk: Desk, changed: dict[str, object], field: str) -> None:
    assert faults(ask(desk, **changed)) == [field]


def test_a_visit_on_the_day_of_birth_and_on_the_day_asked_about_can_be(desk: Desk) -> None:
    for day in ("2026-10-15", "2026-11-23"):
        assert faults(ask(desk, done="some", visits=[{"visit": "full-month", "date": day}])) == []


def test_a_child_may_leave_hospital_on_the_day_of_birth(desk: Desk) -> None:
    given = ask(desk, discharged="2026-10-15", on="2026-10-16")
    assert faults(given) == []
    assert "home-visit" in names(given)


def test_every_document_names_its_office(desk: Desk) -> None:
    assert all(document["office"] for document in part(ask(desk))["documents"])


def test_the_visits_asked_about_are_those_of_the_rules(known: Rules) -> None:
    for place in PLACES:
        checks = [row["visit"] for row in rows(known.at(place).on("health-visits.child_checks", ON))]
        assert [option.value for option in VISIT.options] == [HOME_VISIT, FULL_MONTH, *checks]


@pytest.mark.parametrize("place", PLACES)
def test_every_test_is_done_at_visits_that_there_are(known: Rules, place: str) -> None:
    found = examinations(known.at(place), ON)
    assert [len(each.at) for each in found] == [6, 4, 3, 5, 13, 11, 6]
    assert all(each.at.keys() <= LABELS.keys() for each in found)


def test_a_test_is_told_only_while_a_visit_that_has_it_is_left(desk: Desk) -> None:
    def told(given: Json) -> set[str]:
        steps = [step["text"] for step in part(given)["steps"]]
        return {text["values"]["test"]["msgid"] for text in steps if text["msgid"] == "{test}：{visits}"}

    assert {"听力筛查", "视力筛查"} <= told(ask(desk))
    later = told(ask(desk, birth_date="2022-10-15", done="all"))
    assert "视力筛查" in later
    assert "听力筛查" not in later


def test_the_worksheet_has_what_is_done_at_every_visit(known: Rules) -> None:
    here = known.at("cn")
    (table,) = CALCULATORS[SLUG].tables(here, ON)
    assert len(table.rows) == len(LABELS) == len(contents(here, ON))
    assert all(len(row) == len(table.columns) for row in table.rows)


@given(born=births, age=st.integers(-300, 3000), place=places, data=st.data())
@MANY
def test_every_child_has_an_answer(known: Rules, born: date, age: int, place: str, data: st.DataObject) -> None:
    other = {
        "weeks": data.draw(st.sampled_from(["22", "36", "37", "44", UNKNOWN])),
        "risk": data.draw(st.sampled_from(["yes", "no", UNKNOWN])),
        "discharged": data.draw(st.sampled_from([UNKNOWN, (born + timedelta(age % 90)).isoformat()])),
        "done": data.draw(st.sampled_from(["all", "none", UNKNOWN])),
    }
    on = born + timedelta(age)
    found = answer(known, form(born, on, place, **other))
    assert isinstance(found, Result)
    assert found.verdict is (Verdict.LIKELY if on < birthday(born, 7) else Verdict.NOT_NOW)


@given(born=births, place=places)
@MANY
def test_the_visits_follow_each_other_and_never_overlap(known: Rules, born: date, place: str) -> None:
    found = runs(answer(known, form(born, born, place)))
    visits = [found[name] for name in LABELS]
    assert all(first <= last for first, last in found.values())
    assert all(before[1] < after[0] for before, after in pairwise(visits))
    assert list(found.values()) == sorted(found.values())


@given(born=births)
@MANY
def test_a_window_is_the_whole_month_or_year_of_age(known: Rules, born: date) -> None:
    found = runs(answer(known, form(born, born)))
    for name, age in MONTHS.items():
        assert found[name] == (add_months(born, age), add_months(born, age + 1) - timedelta(1))
    for name, age in YEARS.items():
        assert found[name] == (birthday(born, age), birthday(born, age + 1) - timedelta(1))


@given(born=births, by=st.integers(-1000, 1000))
@MANY
def test_what_is_counted_in_days_moves_with_the_birth(known: Rules, born: date, by: int) -> None:
    moved = born + timedelta(by)
    first, second = (runs(answer(known, form(day, day))) for day in (born, moved))
    for name in (HOME_VISIT, FULL_MONTH, "newborn-blood", "newborn-blood-latest", "hearing-retest"):
        assert [day + timedelta(by) for day in first[name]] == list(second[name])


@given(born=births, age=ages, done=visit_rows.filter(bool), data=st.data())
@MANY
def test_visits_may_be_entered_in_any_order(
    known: Rules, born: date, age: int, done: list[dict[str, object]], data: st.DataObject
) -> None:
    dated = [row | {"date": (born + timedelta(int(str(row["date"])) % (age + 1))).isoformat()} for row in done]
    shuffled = data.draw(st.permutations(dated))
    on = born + timedelta(age)
    first, second = (answer(known, form(born, on, done="some", visits=each)) for each in (dated, shuffled))
    assert isinstance(first, Result)
    assert first == second


@given(born=births, age=ages, done=visit_rows.filter(bool))
@MANY
def test_a_visit_is_done_or_listed_but_for_one_at_home_that_is_over(
    known: Rules, born: date, age: int, done: list[dict[str, object]]
) -> None:
    on = born + timedelta(age)
    if on >= birthday(born, 7):
        return
    entered = [{"visit": row["visit"], "date": UNKNOWN} for row in done]
    found = runs(answer(known, form(born, on, done="some", visits=entered)))
    left = set(LABELS) - {row["visit"] for row in done}
    if age >= 28:
        left.discard(HOME_VISIT)
    assert set(LABELS) & found.keys() == left


@given(born=births, age=ages, place=places)
@MANY
def test_the_same_answers_give_the_same_bytes(known: Rules, born: date, age: int, place: str) -> None:
    raw = form(born, born + timedelta(age), place)
    first, second = (answer(known, each) for each in (raw, dict(reversed(raw.items()))))
    assert json.dumps(to_json(first)) == json.dumps(to_json(second))
