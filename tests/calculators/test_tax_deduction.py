"""The tax deductions at their edges: months, limits of the table, sharing, and what is not known."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.kit.questions import Answers, Fault, Kind, Question, read
from calculators.kit.result import Result, to_json
from calculators.kit.rules import NoValueError, Rules
from calculators.kit.wording import Catalogue
from calculators.kit.worksheet import worksheet
from calculators.tax_deduction import TAX_DEDUCTION
from calculators.tax_deduction.brackets import TaxTable
from calculators.tax_deduction.claims import CARE, EDUCATION, TaxYear
from calculators.tax_deduction.outcome import calculate, children_of
from calculators.tax_deduction.questions import QUESTIONS
from calculators.tax_deduction.split import best_split, every_split
from tests.calculators.asking import Desk, Json, amounts, asked, faults, part

TABLE = """
     0   36000  3
 36000  144000 10
144000  300000 20
300000  420000 25
420000  660000 30
660000  960000 35
960000     inf 45
"""
"""A second reading of the table in the law: over, up to, percent of that slice alone."""

SLICES = [tuple(map(Decimal, line.split())) for line in TABLE.strip().splitlines()]
EXAMPLES = settings(max_examples=1000, deadline=None)

incomes = st.decimals(-80_000, 1_500_000, places=2)
deductions = st.lists(st.integers(0, 48).map(lambda thousands: Decimal(500 * thousands)), max_size=4)
births = st.dates(date(2016, 1, 1), date(2028, 12, 31))


def sliced(income: Decimal) -> Decimal:
    """Return the tax slice by slice, without the quick deduction."""
    shares = ((min(income, up_to) - over) * rate / 100 for over, up_to, rate in SLICES if income > over)
    return sum(shares, Decimal(0))


def mother(income: str = "200000", **other: str) -> dict[str, str]:
    """Return a mother with income, no contributions, and no elders."""
    return {"who": "mother", "employed": "yes", "income": income, "contributions": "0", "elders": "none"} | other


def father(income: str = "90000", **other: str) -> dict[str, str]:
    """Return a father as `mother` does."""
    return mother(income) | {"who": "father"} | other


def pupil(born: str = "2015-08-08", **other: str) -> dict[str, str]:
    """Return a child at school, of whom it is not known what has been filed."""
    return {"birth_date": born, "stage": "school", "now": "unknown"} | other


def family(desk: Desk, *parents: dict[str, str], children: list[dict[str, str]] | None = None, **other: str) -> Json:
    """Ask about a family in 2026."""
    answers = {"year": "2026", "on": "2026-11-23", "together": "married", **other}
    lists = {"parents": list(parents or [mother()]), "children": children or []}
    return desk.send({"calculator": "tax-deduction", "answers": answers | lists})


@pytest.fixture(scope="session")
def known(rules: str) -> Rules:
    """The rules as calculators see them."""
    return Rules.from_json(rules)


@pytest.fixture(scope="session")
def table(known: Rules) -> TaxTable:
    """The tax table of 2026."""
    return TaxTable.of(known.at("cn").on("tax.brackets", date(2026, 1, 1)))


def answered(known: Rules, filled: dict[str, object]) -> Result | Fault:
    """Answer a form that is filled in well, without the bridge."""
    answers, wrong = read(QUESTIONS, filled, known)
    assert wrong == ()
    return calculate(answers, known)


def in_bytes(found: Result | Fault) -> str:
    return json.dumps(to_json(found), ensure_ascii=False)


# The table


@pytest.mark.parametrize("limit", [slice_[1] for slice_ in SLICES[:-1]])
@pytest.mark.parametrize("more", ["-0.01", "0", "0.01", "1"])
def test_the_tax_around_a_limit_is_the_sum_of_its_slices(table: TaxTable, limit: Decimal, more: str) -> None:
    income = limit + Decimal(more)
    assert abs(table.tax(income) - sliced(income)) <= Decimal("0.005")


@given(income=st.decimals(0, 100_000_000, places=2))
@EXAMPLES
def test_the_tax_is_the_sum_of_its_slices(table: TaxTable, income: Decimal) -> None:
    assert abs(table.tax(income) - sliced(income)) <= Decimal("0.005")


@given(one=incomes, two=incomes)
@EXAMPLES
def test_who_earns_more_pays_no_less_tax_and_keeps_no_less(table: TaxTable, one: Decimal, two: Decimal) -> None:
    less, more = sorted((one, two))
    assert table.tax(less) <= table.tax(more)
    assert more - table.tax(more) >= less - table.tax(less) - Decimal("0.01")


@given(income=incomes, deduction=st.decimals(0, 500_000, places=2))
@EXAMPLES
def test_a_deduction_never_costs_and_saves_at_most_the_highest_rate(
    table: TaxTable, income: Decimal, deduction: Decimal
) -> None:
    assert 0 <= table.saved(income, deduction) <= deduction * 45 / 100 + Decimal("0.01")


@pytest.mark.parametrize(("income", "tax"), [("0.16", "0.00"), ("0.17", "0.01"), ("0.50", "0.02")])
def test_half_a_fen_is_rounded_up(table: TaxTable, income: str, tax: str) -> None:
    assert table.tax(Decimal(income)) == Decimal(tax)


# Sharing


@given(one=incomes, two=incomes, parts=deductions)
@EXAMPLES
def test_no_way_of_sharing_saves_more_than_the_best(
    table: TaxTable, one: Decimal, two: Decimal, parts: list[Decimal]
) -> None:
    whole, saved = sum(parts, Decimal(0)), []
    for shares in product((100, 50, 0), repeat=len(parts)):
        first = sum((part * share / 100 for part, share in zip(parts, shares, strict=True)), Decimal(0))
        saved.append(table.saved(one, first) + table.saved(two, whole - first))
    splits = every_split(table, (one, two), parts, (100, 50, 0))
    best = best_split(splits, first_has_more=one >= two)
    first = sum((part * share / 100 for part, share in zip(parts, best.shares, strict=True)), Decimal(0))
    assert best.saved == max(saved) == table.saved(one, first) + table.saved(two, whole - first)
    assert min(split.saved for split in splits) == min(saved)


@pytest.mark.parametrize(("one", "two", "shares"), [(140_000, 90_000, (100, 100)), (90_000, 140_000, (0, 0))])
def test_of_equal_ways_the_higher_income_takes_the_whole(
    table: TaxTable, one: int, two: int, shares: tuple[int, ...]
) -> None:
    splits = every_split(table, (Decimal(one), Decimal(two)), [Decimal(24_000)] * 2, (100, 50, 0))
    assert best_split(splits, first_has_more=one > two).shares == shares


def test_ten_children_are_shared_at_once(desk: Desk) -> None:
    children = [pupil(f"20{year:02}-03-03") for year in range(10, 20)]
    given_ = family(desk, mother("600000"), father("500000"), children=children)
    assert len(amounts(given_, "in_all")) == 10
    assert Decimal(amounts(given_, "yearly")[0]) > 0


def test_the_parents_may_be_entered_in_any_order(desk: Desk) -> None:
    children = [pupil(), pupil("2017-01-01")]
    one = family(desk, mother("240000"), father("216000"), children=children)
    two = family(desk, father("216000"), mother("240000"), children=children)
    assert amounts(one, "yearly")[0] == amounts(two, "yearly")[0] == "9600"


def test_what_has_been_filed_is_compared_with_the_best(desk: Desk) -> None:
    children = [pupil(now="second"), pupil("2017-01-01", now="half")]
    given_ = family(desk, mother("220000"), father("90000"), children=children)
    filed = 1200 * 2 + 30_000 * 3 // 100
    assert amounts(given_, "yearly")[:2] == ["6400", str(filed)]
    assert any("这一年内不能改" in said for said in asked(given_))


def test_what_is_not_known_to_be_filed_is_not_compared(desk: Desk) -> None:
    children = [pupil(now="second"), pupil("2017-01-01")]
    given_ = family(desk, mother("220000"), father("90000"), children=children)
    assert len(amounts(given_, "yearly")) == 5


def test_where_every_way_saves_the_same_the_result_says_so(desk: Desk) -> None:
    same = family(desk, mother("150000"), father("140000"), children=[pupil()])
    other = family(desk, mother("220000"), father("90000"), children=[pupil()])
    said = [[one["msgid"] for one in part(given_)["assumptions"]] for given_ in (same, other)]
    assert "按填的收入，孩子的扣除怎样分都一样省。" in said[0]
    assert "按填的收入，孩子的扣除怎样分都一样省。" not in said[1]


def test_a_parent_without_income_is_given_nothing_to_deduct(desk: Desk) -> None:
    nobody = {"who": "father", "employed": "no", "elders": "only_child", "elder_birth_date": "1950-01-01"}
    given_ = family(desk, mother("10000", contributions="90000"), nobody, children=[pupil()])
    assert amounts(given_, "in_all") == ["24000"]
    share = part(given_)["where"][0]["values"]
    assert share["share"] == {"quantity": "100", "unit": "percent"}


def test_one_parent_alone_takes_the_whole(desk: Desk) -> None:
    given_ = family(desk, mother("220000"), children=[pupil()])
    assert amounts(given_, "yearly") == ["4000", "15080", "11080"]
    assert any("另一位家长有收入时" in said for said in asked(given_))


# Months


@given(born=births)
@EXAMPLES
def test_from_the_raise_on_no_month_is_missing_and_none_is_twice(known: Rules, born: date) -> None:
    answers = Answers({"birth_date": born, "stage": "not_yet"})
    runs = []
    for year in range(2023, 2034):
        (child,) = children_of([answers], TaxYear(year, known.at("cn")))
        runs += [(claim.item, claim.months) for claim in child.claims]
    for (__, before), (___, after) in pairwise(runs):
        last, first = before.last, after.first
        assert first.year * 12 + first.month == last.year * 12 + last.month + 1
    care = sum(months.count for item, months in runs if item == CARE)
    assert care == 36 if born.year >= 2023 else care < 36
    begins = next(months.first for item, months in runs if item == EDUCATION)
    assert begins == max(date(born.year + 3, born.month, 1), date(2023, 1, 1))


@pytest.mark.parametrize(
    ("born", "year", "in_all"),
    [
        ("2025-11-30", "2025", ["4000"]),
        ("2025-12-31", "2025", ["2000"]),
        ("2026-01-01", "2025", None),
        ("2025-12-31", "2028", ["22000", "2000"]),
        ("2026-01-01", "2028", ["24000"]),
        ("2026-01-01", "2029", ["24000"]),
        ("2024-02-29", "2027", ["2000", "22000"]),
        ("2024-03-01", "2027", ["4000", "20000"]),
    ],
)
def test_the_month_of_birth_decides(desk: Desk, born: str, year: str, in_all: list[str] | None) -> None:
    given_ = family(desk, children=[pupil(born, stage="not_yet")], year=year)
    assert amounts(given_, "in_all") == (in_all or [])
    assert given_["result"]["verdict"] == ("likely" if in_all else "not_now")


def test_december_and_january_stand_side_by_side(desk: Desk) -> None:
    answers = {"year": "2026", "on": "2026-01-05", "together": "married", "parents": [mother()]}
    one, two = (answers | {"children": [pupil(born, stage="not_yet")]} for born in ("2026-12-31", "2026-01-01"))
    given_ = desk.send({"calculator": "tax-deduction", "answers": one, "other": two})
    (compared,) = [section for section in given_["comparison"]["sections"] if section["id"] == "amounts"]
    saved = next(row for row in compared["blocks"][0]["rows"] if "全家少缴" in row[1])
    assert saved[2:] == ["200 元", "2,400 元", "多 2,200 元"]


@pytest.mark.parametrize(("ended", "months"), [("2025-12-31", 0), ("2026-01-01", 1), ("2026-06-30", 6)])
def test_the_month_in_which_education_ends_still_counts(desk: Desk, ended: str, months: int) -> None:
    given_ = family(desk, children=[pupil("2003-01-01", stage="ended", education_ended=ended)])
    assert amounts(given_, "in_all") == ([str(2000 * months)] if months else [])


def test_education_that_ended_before_the_birth_is_a_fault(desk: Desk) -> None:
    children = [pupil(), pupil("2024-01-01", stage="ended", education_ended="2023-12-31")]
    assert faults(family(desk, children=children)) == ["children.1.education_ended"]


def test_education_that_ended_before_the_age_of_three_leaves_the_care(desk: Desk) -> None:
    given_ = family(desk, children=[pupil("2025-01-01", stage="ended", education_ended="2026-02-01")])
    assert amounts(given_, "in_all") == ["24000"]


def test_the_stage_does_not_matter_before_three(desk: Desk) -> None:
    given_ = family(desk, children=[pupil("2024-01-01", stage="unknown")])
    assert given_["result"]["verdict"] == "likely"
    assert all(amount["certain"] for amount in part(given_)["amounts"])


def test_a_stage_that_is_not_known_makes_the_sums_uncertain(desk: Desk) -> None:
    given_ = family(desk, children=[pupil("2010-01-01", stage="unknown")])
    assert given_["result"]["verdict"] == "more_information"
    assert not any(amount["certain"] for amount in part(given_)["amounts"])
    assert any("全日制教育" in said for said in asked(given_))


# Elders


@pytest.mark.parametrize(
    ("born", "months"),
    [("1967-01-01", 0), ("1966-12-31", 1), ("1966-08-31", 5), ("1966-01-01", 12), ("1940-01-01", 12)],
)
def test_an_elder_counts_from_the_month_of_turning_sixty(desk: Desk, born: str, months: int) -> None:
    given_ = family(desk, mother(elders="only_child", elder_birth_date=born))
    assert amounts(given_, "in_all") == ([str(3000 * months)] if months else [])


@pytest.mark.parametrize(("siblings", "each"), [("2", "1500"), ("3", "1000"), ("7", "428.57"), ("16", "187.5")])
def test_equal_shares_are_rounded_to_the_fen(desk: Desk, siblings: str, each: str) -> None:
    given_ = family(desk, mother(elders="equal", elder_birth_date="1950-01-01", siblings=siblings))
    assert amounts(given_, "monthly") == [each]


def test_the_limit_of_an_agreed_share_is_that_of_its_year(desk: Desk) -> None:
    shared = {"elders": "agreed", "elder_birth_date": "1950-01-01", "elder_share": "1200"}
    assert faults(family(desk, mother(), father(**shared), year="2022")) == ["parents.1.elder_share"]
    assert amounts(family(desk, mother(), father(**shared), year="2023"), "monthly") == ["1200"]


@pytest.mark.parametrize(
    "elders",
    [
        {"elders": "unknown"},
        {"elders": "only_child", "elder_birth_date": "unknown"},
        {"elders": "agreed", "elder_birth_date": "1950-01-01", "elder_share": "unknown"},
    ],
)
def test_elders_that_are_not_known_leave_the_tax_uncertain(desk: Desk, elders: dict[str, str]) -> None:
    given_ = family(desk, mother(**elders), children=[pupil()])
    yearly = [amount for amount in part(given_)["amounts"] if amount["kind"] == "yearly"]
    assert yearly
    assert not any(amount["certain"] for amount in yearly)
    assert any("赡养老人的情况不清楚" in said for said in asked(given_))


# What is not known, and what is not paid


def test_without_incomes_there_are_deductions_but_no_tax(desk: Desk) -> None:
    given_ = family(desk, mother("unknown"), father(), children=[pupil()])
    assert given_["result"]["verdict"] == "likely"
    assert amounts(given_, "yearly") == []
    assert amounts(given_, "in_all") == ["24000"]
    assert part(given_)["charts"] == []
    assert any("算不出少缴多少税" in said for said in asked(given_))


def test_contributions_that_are_not_known_make_the_tax_uncertain(desk: Desk) -> None:
    given_ = family(desk, mother(contributions="unknown"), children=[pupil()])
    assert [amount["certain"] for amount in part(given_)["amounts"]] == [False, False, False, True, True]


def test_nothing_to_save_is_not_the_same_as_not_entitled(desk: Desk) -> None:
    given_ = family(desk, mother("60000"), children=[pupil()])
    assert given_["result"]["verdict"] == "likely"
    assert amounts(given_, "yearly") == ["0", "0", "0"]
    assert all(amount["certain"] for amount in part(given_)["amounts"])


@pytest.mark.parametrize(
    ("employed", "verdict"),
    [(("yes", "no"), "likely"), (("no", "no"), "not_now"), (("no", "unknown"), "more_information")],
)
def test_one_income_is_enough(desk: Desk, employed: tuple[str, str], verdict: str) -> None:
    parents = [person(employed=answer) for person, answer in zip((mother, father), employed, strict=True)]
    parents = [one if one["employed"] == "yes" else without_income(one) for one in parents]
    assert family(desk, *parents, children=[pupil()])["result"]["verdict"] == verdict


def without_income(parent: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in parent.items() if name not in ("income", "contributions")}


@pytest.mark.parametrize(
    ("together", "said"), [("apart", "要先商量好"), ("unknown", "要先商量好"), ("guardian", "监护关系的证明")]
)
def test_who_is_no_couple_is_told_what_to_settle(desk: Desk, together: str, said: str) -> None:
    given_ = family(desk, mother(), father(), children=[pupil()], together=together)
    assert any(said in line for line in asked(given_))
    assert not any(said in line for line in asked(family(desk, mother(), father(), children=[pupil()])))


def test_two_guardians_are_told_apart(desk: Desk) -> None:
    given_ = family(desk, mother(who="guardian"), father(who="guardian"), children=[pupil()], together="guardian")
    assert "监护人 1" in str(given_["sheet"])
    assert "监护人 2" in str(given_["sheet"])


def test_a_third_parent_is_a_fault(desk: Desk) -> None:
    assert faults(family(desk, mother(), father(), father(), children=[pupil()])) == ["parents"]


def test_a_year_before_the_law_has_no_value(known: Rules) -> None:
    answers = Answers({"year": 2018, "on": date(2018, 6, 1), "children": (), "parents": ()})
    with pytest.raises(NoValueError):
        calculate(answers, known)


# Dates, steps, charts, tables


@pytest.mark.parametrize(
    ("on", "left"),
    [
        ("2026-12-31", ["tax-deduction-2027-choose", "tax-deduction-2026-settlement"]),
        ("2027-01-01", ["tax-deduction-2026-settlement"]),
        ("2027-06-30", ["tax-deduction-2026-settlement"]),
        ("2027-07-01", []),
    ],
)
def test_a_day_that_is_over_is_not_shown(desk: Desk, on: str, left: list[str]) -> None:
    given_ = family(desk, children=[pupil()], on=on)
    assert [event["key"] for event in part(given_)["events"]] == left
    assert any("年度汇算已经结束" in said for said in asked(given_)) is (not left)


def test_the_steps_show_each_parents_own_numbers(desk: Desk) -> None:
    given_ = family(desk, mother("240000", contributions="20000.50", other="1000"), children=[pupil()])
    steps = next(section for section in given_["sheet"]["sections"] if section["id"] == "steps")["blocks"][0]["items"]
    text = "\n".join(step["text"] for step in steps)
    assert "240,000 元 − 基本减除费用 60,000 元 − 社保和公积金 20,000.50 元 − 其他扣除 1,000 元" in text
    assert "158,999.50 元 × 20% − 16,920 元 = 14,879.90 元" in text
    assert "134,999.50 元 × 10% − 2,520 元 = 10,979.95 元" in text


@pytest.mark.parametrize(
    ("income", "line"),
    [
        ("96000", "36,000 元属于不超过 36,000 元的一级，税率 3%"),
        ("96001", "36,001 元属于超过 36,000 元到 144,000 元的一级，税率 10%"),
        ("1020000", "960,000 元属于超过 660,000 元到 960,000 元的一级，税率 35%"),
        ("1020001", "960,001 元属于超过 960,000 元的一级，税率 45%"),
    ],
)
def test_a_step_names_the_line_of_the_table_and_a_limit_belongs_to_the_line_below(
    desk: Desk, income: str, line: str
) -> None:
    given_ = family(desk, mother(income), children=[pupil("2026-12-05", stage="not_yet")])
    assert line in str(given_["sheet"])


def test_exempt_money_is_named_with_its_rule_from_its_year_on(desk: Desk) -> None:
    for year, count in (("2024", 1), ("2025", 2)):
        steps = part(family(desk, children=[pupil()], year=year))["steps"]
        assert sum("免征个人所得税" in step["text"]["msgid"] for step in steps) == count


@given(income=st.integers(1, 1_500_000), children=st.integers(1, 3))
@settings(max_examples=200, deadline=None)
def test_a_chart_is_straight_between_its_points(desk: Desk, table: TaxTable, income: int, children: int) -> None:
    given_ = family(desk, mother(str(60_000 + income)), children=[pupil(f"201{n}-01-01") for n in range(children)])
    (chart,) = part(given_)["charts"]
    deduction = Decimal(24_000 * children)
    points = [(Decimal(p["at"]["quantity"]), Decimal(p["amount"]["quantity"])) for p in chart["points"]]
    for (left, low), (right, high) in pairwise(points):
        middle = table.saved((left + right) / 2, deduction)
        assert abs(middle - (low + high) / 2) <= Decimal("0.02")
    assert Decimal(chart["limit"]["quantity"]) in table.limits
    assert points[0][0] <= Decimal(chart["here"]["quantity"]) == income <= points[-1][0]


def test_the_paper_form_has_the_standards_the_months_and_the_table(known: Rules, catalogue: str) -> None:
    paper: Json = worksheet(TAX_DEDUCTION, known.at("cn"), date(2026, 11, 23), Catalogue.from_json(catalogue))
    standards, months, brackets = paper["tables"]
    assert [row[1] for row in standards["rows"]] == ["2,000 元", "2,000 元", "3,000 元"]
    assert months["rows"][4] == ["5 月", "8 个月", "4 个月", "8 个月"]
    assert [row[2] for row in brackets["rows"]] == [f"{rate}%" for __, ___, rate in SLICES]


# Whatever is answered


def fill(questions: tuple[Question, ...], number: int) -> dict[str, object]:
    """Fill in the questions that are no lists, all out of one large number: far faster than a draw for each."""
    filled: dict[str, object] = {}
    for question in questions:
        if question.kind is not Kind.LIST:
            possible = POSSIBLE.get(question.name) or [*(option.value for option in question.options)]
            possible = [*possible, "unknown"] if question.unknown else possible
            number, index = divmod(number, len(possible))
            filled[question.name] = possible[index]
    return filled


POSSIBLE = {
    "year": [str(year) for year in range(2019, 2031)],
    "on": ["2019-01-01", "2026-11-23", "2027-07-01"],
    "birth_date": [
        f"{year}-{month:02}-{day:02}" for year in range(2000, 2028) for month in range(1, 13) for day in (1, 28)
    ],
    "education_ended": [f"{year}-{month:02}-15" for year in range(2018, 2028) for month in (1, 6, 12)],
    "income": [str(7 * 1000 * thousands) for thousands in range(200)],
    "contributions": ["0", "12345.67", "60000", "200000"],
    "other": ["", "12000"],
    "elder_birth_date": [f"{year}-{month:02}-28" for year in range(1940, 1975) for month in (1, 7, 12)],
    "siblings": [str(number) for number in range(2, 21)],
    "elder_share": ["0", "999.99", "1000", "1000.01", "1500", "1500.01"],
}
numbers = st.integers(0, 2**80).map(lambda number: number * 0x9E3779B97F4A7C15F39D % 2**80)
"""Large numbers, small ones stirred, so that the later questions vary as much as the first."""


def rows(question: Question, least: int) -> st.SearchStrategy[list[dict[str, object]]]:
    return st.lists(
        numbers.map(lambda number: fill(question.fields, number)), min_size=least, max_size=min(question.most, 4)
    )


CHILDREN, PARENTS = (question for question in QUESTIONS if question.kind is Kind.LIST)
households = st.builds(
    lambda number, children, parents: fill(QUESTIONS, number) | {"children": children, "parents": parents},
    numbers, rows(CHILDREN, 0), rows(PARENTS, 1),
)  # fmt: skip


@given(filled=households)
@EXAMPLES
def test_every_form_ends_in_a_result_or_a_fault_with_its_field_in_the_same_bytes(
    known: Rules, filled: dict[str, object]
) -> None:
    found = answered(known, filled)
    if isinstance(found, Fault):
        assert found.field.startswith(("children.", "parents."))
    else:
        assert all(amount.quantity.number >= 0 for amount in found.part.amounts)  # type: ignore[union-attr]
        assert all(event.first <= event.last for event in found.part.events)
    assert in_bytes(found) == in_bytes(answered(known, filled))


@given(filled=households, data=st.data())
@EXAMPLES
def test_children_may_be_entered_in_any_order(known: Rules, filled: dict[str, Any], data: st.DataObject) -> None:
    shuffled = filled | {"children": data.draw(st.permutations(filled["children"]))}
    one, two = answered(known, filled), answered(known, shuffled)
    assert isinstance(one, Result) is isinstance(two, Result)
    if isinstance(one, Result):
        assert in_bytes(one) == in_bytes(two)
