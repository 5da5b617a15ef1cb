"""The cost of a nursery place: what is in each figure, what stays out, and how the tax is bounded."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.childcare_cost import CHILDCARE_COST
from calculators.childcare_cost.outcome import calculate
from calculators.childcare_cost.questions import QUESTIONS
from calculators.childcare_cost.relief import bounds, lines_at
from calculators.kit.message import Quantity, Span
from calculators.kit.questions import Fault, Kind, read
from calculators.kit.result import Result, to_json
from calculators.kit.rules import Rules
from calculators.kit.wording import Catalogue
from calculators.kit.worksheet import worksheet
from calculators.tax_deduction.brackets import TaxTable
from tests.calculators.asking import Desk, Json, amounts, asked, faults, part
from tests.calculators.test_properties import PLACES

EXAMPLES = settings(max_examples=1000, deadline=None)
NURSERY = {
    "place": "cn/beijing",
    "fee": "1900",
    "nursery": "nursery",
    "birth_date": "2024-05-20",
    "using": "no",
    "tax_by": "income",
    "income": "150000",
    "contributions": "20000",
    "on": "2026-11-23",
}
"""A place that costs 1,900 yuan, and a parent whose tax falls by 200 yuan a month."""
PAYS_NURSERIES = ("cn/sichuan", "cn/shanxi", "cn/hubei/jingmen")
PAYS_FAMILIES = ("cn/jiangxi", "cn/neimenggu/ordos")
ORDOS = "cn/neimenggu/ordos"


def cost(desk: Desk, **changed: str) -> Json:
    """Ask about a nursery place."""
    return desk.send({"calculator": "childcare-cost", "answers": NURSERY | changed})


def labels(given_: Json, kind: str) -> list[str]:
    return [amount["label"]["msgid"] for amount in part(given_)["amounts"] if amount["kind"] == kind]


def certain(given_: Json) -> list[bool]:
    return [amount["certain"] for amount in part(given_)["amounts"]]


@pytest.fixture(scope="session")
def known(rules: str) -> Rules:
    """The rules as calculators see them."""
    return Rules.from_json(rules)


@pytest.fixture(scope="session")
def table(known: Rules) -> TaxTable:
    """The tax table of 2026."""
    return TaxTable.of(known.at("cn").on("tax.brackets", date(2026, 1, 1)))


# The deduction


@given(fee=st.integers(0, 20_000))
@settings(max_examples=1000, deadline=None)
def test_the_fee_never_changes_what_the_deduction_is_worth(known: Rules, fee: int) -> None:
    found = answered(known, NURSERY | {"fee": str(fee)})
    assert isinstance(found, Result)
    worth, left = (amount.quantity for amount in found.part.amounts[1:3])
    assert worth == Quantity(Decimal("200.00"), "CNY")
    assert left == Quantity(max(Decimal(0), Decimal(fee - 200)), "CNY")


def test_the_result_says_plainly_that_the_deduction_does_not_hang_on_the_nursery(desk: Desk) -> None:
    steps = [step["text"]["msgid"] for step in part(cost(desk))["steps"]]
    assert "这项扣除只看孩子的年龄：上不上托、托育费多少，都不会让它变多或变少" in steps


@pytest.mark.parametrize(
    ("using", "left", "sure", "label"),
    [
        ("no", "1700", True, "每月实际负担：托育费减去上面少缴的税"),
        ("yes", "1900", True, "每月实际负担：只有托育费，个税扣除已经在用，不再减"),
        ("unknown", "1700", False, "每月实际负担：托育费减去上面少缴的税"),
    ],
)
def test_a_deduction_in_use_is_not_taken_off_twice(desk: Desk, using: str, left: str, sure: bool, label: str) -> None:
    given_ = cost(desk, using=using)
    assert amounts(given_, "monthly") == ["1900", "200", left]
    assert certain(given_)[2] is sure
    assert labels(given_, "monthly")[2] == label


def test_without_rate_or_income_only_the_fee_is_known(desk: Desk) -> None:
    given_ = cost(desk, tax_by="unknown")
    assert given_["result"]["verdict"] == "more_information"
    assert amounts(given_, "monthly") == ["1900", "1900"]
    assert certain(given_)[:2] == [True, False]


def test_contributions_that_are_not_known_make_the_worth_uncertain(desk: Desk) -> None:
    given_ = cost(desk, contributions="unknown")
    assert certain(given_)[:3] == [True, False, False]
    assert any("社保和公积金不清楚" in said for said in asked(given_))


@pytest.mark.parametrize("rate", ["1", "11", "46", "100"])
def test_a_rate_that_is_not_in_the_table_is_a_fault(desk: Desk, rate: str) -> None:
    assert faults(cost(desk, tax_by="rate", rate=rate)) == ["rate"]


@given(
    income=st.decimals(-50_000, 1_500_000, places=2),
    deduction=st.integers(1, 24).map(lambda thousands: Decimal(1000 * thousands)),
    using=st.sampled_from(["yes", "no", None]),
    filed=st.booleans(),
)
@EXAMPLES
def test_what_is_saved_lies_between_the_bounds_of_the_rate(
    table: TaxTable, income: Decimal, deduction: Decimal, using: str | None, filed: bool
) -> None:
    in_use = filed if using is None else using == "yes"
    shown = income - deduction if in_use else income
    rate = int(table.bracket(shown).rate) if shown > 0 else 0
    least, most = bounds(table, lines_at(table, rate, deduction), deduction, using)
    assert least <= table.saved(income, deduction) <= most


@pytest.mark.parametrize(
    ("rate", "using", "worth"), [("10", "no", "60-200"), ("10", "yes", "200-400"), ("0", "yes", "0-60")]
)
def test_the_bounds_are_reached(desk: Desk, rate: str, using: str, worth: str) -> None:
    given_ = cost(desk, tax_by="rate", rate=rate, using=using)
    span = part(given_)["amounts"][1]["quantity"]
    assert f"{span['least']['quantity']}-{span['most']['quantity']}" == worth


def test_a_child_not_born_this_year_has_no_deduction_yet(desk: Desk) -> None:
    given_ = cost(desk, birth_date="2027-01-01")
    assert labels(given_, "monthly")[-1] == "每月实际负担：只有托育费，这一年没有这个孩子的个税扣除"
    assert certain(given_)[1] is True


@pytest.mark.parametrize(("born", "worth"), [("2026-12-31", "200"), ("2026-01-01", "200"), ("2023-12-31", "200")])
def test_the_worth_is_by_the_month_that_counts(desk: Desk, born: str, worth: str) -> None:
    assert amounts(cost(desk, birth_date=born), "monthly")[1] == worth


@pytest.mark.parametrize(
    ("born", "verdict"), [("2023-11-22", "not_now"), ("2023-11-23", "not_now"), ("2023-11-24", "likely")]
)
def test_a_nursery_is_for_children_under_three(desk: Desk, born: str, verdict: str) -> None:
    given_ = cost(desk, birth_date=born)
    assert given_["result"]["verdict"] == verdict
    assert bool(part(given_)["amounts"]) is (verdict == "likely")


# The place


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("nursery", ["nursery", "kindergarten", "other", "unknown"])
def test_no_place_changes_the_figures_that_are_sure(desk: Desk, place: str, nursery: str) -> None:
    given_ = cost(desk, place=place, nursery=nursery, order="second" if place == ORDOS else "")
    assert amounts(given_, "monthly")[:3] == ["1900", "200", "1700"]
    assert certain(given_)[:3] == [True, True, True]
    assert len(amounts(given_, "monthly")) == (4 if place in PAYS_FAMILIES else 3)


@pytest.mark.parametrize("place", PAYS_NURSERIES)
@pytest.mark.parametrize("nursery", ["nursery", "kindergarten", "unknown"])
def test_money_for_nurseries_is_named_and_not_taken_off(desk: Desk, place: str, nursery: str) -> None:
    given_ = cost(desk, place=place, nursery=nursery)
    said = [step["text"]["msgid"] for step in part(given_)["steps"]]
    assert "上面的补贴发给机构，不从您的托育费里再减" in said
    assert any("收费是不是已经按补贴定的" in line for line in asked(given_))


@pytest.mark.parametrize(
    ("nursery", "named"), [("nursery", ["500"]), ("kindergarten", ["300"]), ("unknown", ["500", "300"])]
)
def test_shanxi_pays_nurseries_and_kindergartens_apart(desk: Desk, nursery: str, named: list[str]) -> None:
    steps = part(cost(desk, place="cn/shanxi", nursery=nursery))["steps"]
    paid = [
        step["text"]["values"]["amount"]["quantity"] for step in steps if step["text"]["msgid"].startswith("{place}给")
    ]
    assert paid == named


def test_a_nursery_that_is_not_inclusive_gets_nothing(desk: Desk) -> None:
    said = [step["text"]["msgid"] for step in part(cost(desk, place="cn/sichuan", nursery="other"))["steps"]]
    assert "{place}的运营补贴只给普惠机构" in said
    assert "上面的补贴发给机构，不从您的托育费里再减" not in said


@pytest.mark.parametrize(("place", "left"), [("cn/jiangxi", "1500"), (ORDOS, "1533.33")])
def test_money_for_families_stands_in_a_figure_of_its_own(desk: Desk, place: str, left: str) -> None:
    given_ = cost(desk, place=place, order="second" if place == ORDOS else "")
    assert amounts(given_, "monthly")[3] == left
    assert certain(given_)[3] is False


@pytest.mark.parametrize("order", ["first", "unknown"])
def test_ordos_pays_for_second_and_third_children_only(desk: Desk, order: str) -> None:
    given_ = cost(desk, place=ORDOS, order=order)
    assert len(amounts(given_, "monthly")) == 3
    assert any("户口、孩次" in said for said in asked(given_)) is (order == "unknown")


def test_a_fourth_child_in_ordos_is_paid_as_a_third(desk: Desk) -> None:
    given_ = cost(desk, place=ORDOS, order="later")
    assert amounts(given_, "yearly")[0] == "5000"


def test_where_nothing_is_recorded_the_family_is_told_to_ask(desk: Desk) -> None:
    assert any("没有收录" in said for said in asked(cost(desk)))
    assert not any("没有收录" in said for said in asked(cost(desk, place="cn/sichuan")))


@pytest.mark.parametrize(
    ("on", "named"), [("2025-12-31", False), ("2026-01-01", True), ("2028-12-31", True), ("2029-01-01", False)]
)
def test_jingmen_pays_while_its_measures_are_in_force(desk: Desk, on: str, named: bool) -> None:
    born = f"{int(on[:4]) - 1}-06-01"
    steps = part(cost(desk, place="cn/hubei/jingmen", birth_date=born, on=on))["steps"]
    assert any("每个托位每年" in step["text"]["msgid"] for step in steps) is named


def test_the_yearly_subsidy_is_never_in_the_month(desk: Desk) -> None:
    given_ = cost(desk)
    assert amounts(given_, "yearly") == ["3600"]
    assert labels(given_, "yearly") == ["育儿补贴每年的标准（另行申领，没有算进每月的数）"]


# Dates, paper, and whatever is answered


def test_the_third_birthday_is_in_the_calendar(desk: Desk) -> None:
    (event,) = part(cost(desk, birth_date="2024-02-29"))["events"]
    assert (event["key"], event["first"]) == ("childcare-cost-2024-02-29-three", "2027-02-28")


def test_the_paper_form_has_the_worth_by_income(known: Rules, catalogue: str) -> None:
    paper: Json = worksheet(CHILDCARE_COST, known.at("cn"), date(2026, 11, 23), Catalogue.from_json(catalogue))
    (worth,) = paper["tables"]
    assert worth["rows"][1] == ["36,000 元", "144,000 元", "10%", "60 至 200 元"]
    assert worth["rows"][-1] == ["960,000 元", "不限", "45%", "700 至 900 元"]


def test_before_the_deduction_there_is_no_table_of_its_worth(known: Rules) -> None:
    assert CHILDCARE_COST.tables(known.at("cn"), date(2021, 6, 1)) == ()


def test_a_day_before_the_tax_law_has_no_answer(desk: Desk) -> None:
    assert faults(cost(desk, on="2018-12-31", birth_date="2017-01-01")) == [""]


POSSIBLE = {
    "place": list(PLACES),
    "fee": ["0", "99.99", "1900", "12345.67"],
    "birth_date": [
        f"{year}-{month:02}-{day:02}" for year in range(2018, 2030) for month in (1, 5, 11, 12) for day in (1, 23, 28)
    ],
    "rate": ["0", "3", "7", "10", "45", "100"],
    "income": ["0", "60000.01", "99999", "150000", "777777", "99999999"],
    "contributions": ["0", "12345.67"],
    "on": [f"{year}-{day}" for year in range(2019, 2030) for day in ("01-01", "11-23", "12-31")],
}


def one_of(name: str, options: list[str], *, unknown: bool) -> st.SearchStrategy[str]:
    return st.sampled_from([*POSSIBLE.get(name, options), *(["unknown"] if unknown else [])])


forms = st.fixed_dictionaries(
    {
        question.name: one_of(question.name, [option.value for option in question.options], unknown=question.unknown)
        for question in QUESTIONS
        if question.kind is not Kind.LIST
    }
)


def answered(known: Rules, filled: dict[str, str]) -> Result | Fault:
    """Answer a form that is filled in well, without the bridge."""
    answers, wrong = read(QUESTIONS, filled, known)
    assert wrong == ()
    return calculate(answers, known)


def ends(quantity: Quantity | Span) -> tuple[Decimal, Decimal]:
    if isinstance(quantity, Span):
        return quantity.least.number, quantity.most.number
    return quantity.number, quantity.number


@given(filled=forms)
@EXAMPLES
def test_every_form_ends_in_a_result_or_a_fault_in_the_same_bytes(known: Rules, filled: dict[str, str]) -> None:
    found = answered(known, filled)
    assert json.dumps(to_json(found)) == json.dumps(to_json(answered(known, filled)))
    if isinstance(found, Fault):
        assert found.field == "rate"
        return
    fee = Decimal(filled["fee"])
    for amount in found.part.amounts:
        least, most = ends(amount.quantity)
        assert 0 <= least <= most
    paid = [ends(amount.quantity) for amount in found.part.amounts if "实际负担" in amount.label.msgid]
    assert all(most <= fee for __, most in paid)
    assert bool(paid) is (found.verdict.value != "not_now")
