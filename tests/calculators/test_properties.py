"""What holds for every answer: no request breaks the calculators, and amounts are consistent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import CALCULATORS
from calculators.kit.questions import UNKNOWN, Kind, Question
from generator.content import read_site
from tests.calculators.asking import Desk, Json, amounts, child, faults, part
from tests.calculators.test_cases import ROOT

SITE = read_site(ROOT / "content")[0]
PLACES = tuple(SITE.places)
IN_ALL = "{who}：按每年标准各年一共（不含已错过的年份和本地另加）"
NATIONAL = "{year} 年：{who}"
SUBSIDY = CALCULATORS["childcare-subsidy"]
CHILD = SUBSIDY.questions[1].fields
OF_A_CITY = tuple(question for question in SUBSIDY.questions if question.where)
WITH_A_SCHEME = tuple(
    path for path in PLACES if path != "cn" and any(name.startswith("childcare-") for name in SITE.places[path].rules)
)
PAID_MONTHLY = tuple(path for path in PLACES[1:] if "childcare-subsidy.local_monthly_amount" in SITE.places[path].rules)
THOROUGHLY = settings(max_examples=1000, deadline=None)
FIRST, LAST = date(2021, 6, 1), date(2028, 12, 31)

garbage = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
days = st.dates(FIRST, LAST).map(date.isoformat)
early_births = st.dates(date(2022, 1, 1), date(2024, 12, 31))


def good(question: Question) -> st.SearchStrategy[object]:
    """Return answers that a question accepts."""
    match question.kind:
        case Kind.DATE:
            return days
        case Kind.COUNT:
            return st.integers(question.least, min(question.most, question.least + 15)).map(str)
        case Kind.PLACE:
            return st.sampled_from(PLACES)
        case Kind.LIST:
            return st.lists(form(question.fields), min_size=1, max_size=4)
        case Kind.MONEY:
            return st.decimals(0, 10_000, places=2).map(str)
        case Kind.CHOICE:
            unknown = [UNKNOWN] if question.unknown else []
            return st.sampled_from([*(option.value for option in question.options), *unknown])


def form(questions: tuple[Question, ...]) -> st.SearchStrategy[dict[str, object]]:
    """Return forms filled in well."""
    return st.fixed_dictionaries({question.name: good(question) for question in questions})


def spoilt(questions: tuple[Question, ...]) -> st.SearchStrategy[dict[str, object]]:
    """Return forms of which some fields are odd, missing or made up."""
    fields = {question.name: good(question) | garbage for question in questions}
    return st.fixed_dictionaries({}, optional=fields) | st.dictionaries(st.text(max_size=12), garbage, max_size=3)


def numbers(thing: object) -> Iterator[Decimal]:
    """Yield every quantity in a result."""
    if isinstance(thing, list):
        for one in thing:
            yield from numbers(one)
    if isinstance(thing, dict):
        if isinstance(thing.get("quantity"), str):
            yield Decimal(thing["quantity"])
        for one in thing.values():
            yield from numbers(one)


def judge(given: Json) -> None:
    """Check that an answer is a whole result or faults with words, and nothing else."""
    if "faults" in given:
        assert given.keys() == {"faults"}
        assert given["faults"]
        assert all(isinstance(fault["field"], str) and fault["text"].strip() for fault in given["faults"])
    else:
        assert given.keys() == {"result", "sheet", "calendar"}


@given(request=garbage)
def test_any_json_ends_in_faults(desk: Desk, request: object) -> None:
    judge(desk.send(request))


@given(request=st.text())
def test_any_text_ends_in_faults(desk: Desk, request: str) -> None:
    judge(desk.send_text(request))


@pytest.mark.parametrize("slug", CALCULATORS)
@given(data=st.data())
@THOROUGHLY
def test_any_form_ends_in_a_result_or_in_faults(desk: Desk, slug: str, data: st.DataObject) -> None:
    judge(desk.send({"calculator": slug, "answers": data.draw(spoilt(CALCULATORS[slug].questions) | garbage)}))


@pytest.mark.parametrize(
    "request_text",
    [
        "[" * 100_000,
        "1" * 5000,
        '{"calculator":"leave","answers":{"place":"\\ud800"}}',
        " " * 300_000,
        "\ufeff{}",
        "NaN",
    ],
    ids=["deep", "long number", "half a character", "too long", "byte order mark", "no number"],
)
def test_a_request_made_to_break_ends_in_faults(desk: Desk, request_text: str) -> None:
    assert faults(desk.send_text(request_text))


@pytest.mark.parametrize("slug", CALCULATORS)
@given(data=st.data())
@THOROUGHLY
def test_a_form_filled_in_well_is_answered_twice_alike_and_judged_by_conditions_not_amounts(
    desk: Desk, slug: str, data: st.DataObject
) -> None:
    request = {"calculator": slug, "answers": data.draw(form(CALCULATORS[slug].questions))}
    answer = desk.send(request)
    judge(answer)
    assert all(number >= 0 for number in numbers(answer.get("result")))
    assert json.dumps(answer) == json.dumps(desk.send(request))
    if answer.get("result", {}).get("verdict") == "not_now":
        assert_a_condition_decides(answer)


def assert_a_condition_decides(answer: Json) -> None:
    """Check that «not now» comes from a condition, never from an amount of 0."""
    found = part(answer)
    assert not found["payments"] or any(payment["standing"] == "missed" for payment in found["payments"])
    assert any(criterion["met"] is False for criterion in found["criteria"]) or found["findings"]


@given(data=st.data(), on=st.dates(date(2025, 1, 1), LAST))
@THOROUGHLY
def test_the_payments_not_missed_add_up_to_the_whole(desk: Desk, data: st.DataObject, on: date) -> None:
    children = CALCULATORS["childcare-subsidy"].questions[1].fields
    family = data.draw(st.lists(form(children), min_size=1, max_size=3))
    answer = desk.send(
        {"calculator": "childcare-subsidy", "answers": {"place": "cn", "on": on.isoformat(), "children": family}}
    )
    if "faults" in answer:
        assert all("first_claimed" in field for field in faults(answer))
        return
    found = part(answer)
    paid = [Decimal(p["quantity"]["quantity"]) for p in found["payments"] if p["standing"] != "missed"]
    sums = [Decimal(a["quantity"]["quantity"]) for a in found["amounts"] if a["label"]["msgid"] == IN_ALL]
    assert sum(paid) == sum(sums)


@given(births=st.tuples(early_births, early_births).map(sorted))
@THOROUGHLY
def test_a_later_birth_never_gets_less(desk: Desk, births: list[date]) -> None:
    earlier, later = (
        sum(Decimal(text) for text in amounts(desk.family(child(born.isoformat()), on="2025-10-01"), "in_all"))
        for born in births
    )
    assert earlier <= later
    if (births[0].year, births[0].month) < (births[1].year, births[1].month):
        assert earlier < later


@given(data=st.data(), place=st.sampled_from(PLACES), on=days)
@THOROUGHLY
def test_children_may_be_entered_in_any_order(desk: Desk, data: st.DataObject, place: str, on: str) -> None:
    children = CALCULATORS["childcare-subsidy"].questions[1].fields
    family = data.draw(st.lists(form(children), min_size=2, max_size=4))
    shuffled = data.draw(st.permutations(family))
    city = data.draw(form(OF_A_CITY))
    first, second = (
        desk.send({"calculator": "childcare-subsidy", "answers": {"place": place, "on": on, "children": order, **city}})
        for order in (family, shuffled)
    )
    assert first.get("result") == second.get("result")
    assert first.get("calendar") == second.get("calendar")


@given(data=st.data(), place=st.sampled_from(WITH_A_SCHEME), on=st.dates(date(2025, 1, 1), date(2040, 12, 31)))
@THOROUGHLY
def test_every_place_with_a_scheme_of_its_own_answers_every_family(
    desk: Desk, data: st.DataObject, place: str, on: date
) -> None:
    answers = data.draw(form(SUBSIDY.questions)) | {"place": place, "on": on.isoformat()}
    answer = desk.send({"calculator": SUBSIDY.slug, "answers": answers})
    judge(answer)
    assert all("first_claimed" in field for field in faults(answer))
    if "result" in answer and any(Decimal(a["quantity"]["quantity"]) == 0 for a in part(answer)["amounts"]):
        assert answer["result"]["verdict"] != "not_now"


@given(
    place=st.sampled_from(PAID_MONTHLY),
    born=st.dates(date(2022, 1, 1), LAST),
    on=st.dates(date(2025, 1, 1), date(2032, 12, 31)),
    order=st.sampled_from(["second", "third", "later"]),
)
@THOROUGHLY
def test_nothing_is_paid_monthly_from_the_third_birthday_on(
    desk: Desk, place: str, born: date, on: date, order: str
) -> None:
    answer = desk.family(child(born.isoformat(), order=order), on=on.isoformat(), place=place, parent_hukou="both")
    third = date(born.year + 3, born.month, min(born.day, 28) if born.month == 2 else born.day)
    assert on < third or amounts(answer, "monthly") == []


@given(data=st.data(), place=st.sampled_from(WITH_A_SCHEME), on=st.dates(date(2025, 1, 1), LAST))
@THOROUGHLY
def test_what_a_place_adds_never_changes_the_sum_of_the_national_years(
    desk: Desk, data: st.DataObject, place: str, on: date
) -> None:
    family = data.draw(st.lists(form(CHILD), min_size=1, max_size=3))
    city = data.draw(form(OF_A_CITY)) | {"lump_sum_received": "no"}
    answer = desk.send(
        {"calculator": SUBSIDY.slug, "answers": {"place": place, "on": on.isoformat(), "children": family, **city}}
    )
    if "faults" in answer:
        return
    found = part(answer)
    national = [p for p in found["payments"] if p["label"]["msgid"] == NATIONAL and p["standing"] != "missed"]
    sums = [Decimal(a["quantity"]["quantity"]) for a in found["amounts"] if a["label"]["msgid"] == IN_ALL]
    assert sum(Decimal(p["quantity"]["quantity"]) for p in national) == sum(sums)


@given(data=st.data())
@THOROUGHLY
def test_leave_runs_forward_and_the_mothers_leave_has_no_gap(desk: Desk, data: st.DataObject) -> None:
    answer = desk.send({"calculator": "leave", "answers": data.draw(form(CALCULATORS["leave"].questions))})
    if "faults" in answer:
        return
    events = part(answer)["events"]
    assert all(event["first"] <= event["last"] for event in events)
    runs = [event for event in events if event["key"].endswith(("-maternity", "-bonus"))]
    for before, after in pairwise(runs):
        assert (date.fromisoformat(after["first"]) - date.fromisoformat(before["last"])).days == 1
