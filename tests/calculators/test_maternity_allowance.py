"""The maternity allowance: days, money and payers at their limits, and what holds for every answer."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.kit.message import Span
from calculators.kit.questions import UNKNOWN, Answers, Kind, Question, read
from calculators.kit.result import Amount, Result, Verdict
from calculators.kit.result import Kind as Sort
from calculators.kit.rules import Rules
from calculators.maternity_allowance import MATERNITY_ALLOWANCE
from calculators.maternity_allowance.claim import Claim
from calculators.maternity_allowance.miscarriage import bands, limit_near
from calculators.maternity_allowance.questions import QUESTIONS
from tests.calculators.asking import Desk, Json, amounts, asked, faults, part
from tests.calculators.test_properties import PLACES

BIRTH = {
    "place": "cn/beijing",
    "event": "birth",
    "event_date": "2026-03-01",
    "order": "first",
    "babies": "1",
    "delivery": "normal",
    "insurance": "employed",
    "insured_months": "24",
    "employer_wage": "12000",
    "own_wage": "12000",
    "on": "2026-11-23",
}
MISCARRIAGE = {
    name: value for name, value in BIRTH.items() if name not in ("order", "babies", "delivery")
} | {"event": "miscarriage", "weeks": "20"}  # fmt: skip
BY_FUND, TOP_UP = "生育津贴（基金支付）", "单位补的差额"
MOST = settings(max_examples=1000, deadline=None)

places = st.sampled_from(PLACES)
cents = st.integers(0, 10_000_000).map(lambda fen: Decimal(fen) / 100)
weeks = st.integers(1, 44)


def ask(desk: Desk, answers: dict[str, str], **changed: str) -> Json:
    return desk.send({"calculator": "maternity-allowance", "answers": answers | changed})


def said(given: Json, section: str) -> list[str]:
    return [message["msgid"] for message in part(given)[section]]


def lengths(given: Json) -> list[tuple[str, bool]]:
    return [
        (amount["quantity"]["quantity"], amount["certain"])
        for amount in part(given)["amounts"]
        if amount["kind"] == "length"
    ]


@pytest.fixture(scope="module")
def read_rules(rules: str) -> Rules:
    return Rules.from_json(rules)


def work_out(rules: Rules, answers: dict[str, str], **changed: str) -> Result:
    """Answer without words, as the bridge does before it words the result."""
    given, wrong = read(QUESTIONS, answers | changed, rules)
    assert not wrong
    found = MATERNITY_ALLOWANCE.calculate(given, rules)
    assert isinstance(found, Result)
    return found


def bounds(amount: Amount) -> tuple[Decimal, Decimal]:
    quantity = amount.quantity
    if isinstance(quantity, Span):
        return quantity.least.number, quantity.most.number
    return quantity.number, quantity.number


def sums(result: Result) -> list[tuple[Decimal, Decimal]]:
    return [bounds(amount) for amount in result.part.amounts if amount.kind is Sort.IN_ALL]


def paid_days(result: Result) -> tuple[Decimal, Decimal]:
    return next(bounds(amount) for amount in result.part.amounts if amount.kind is Sort.LENGTH)


# Days


@pytest.mark.parametrize(
    ("delivery", "days", "certain"),
    [("normal", "158", True), ("difficult", "173", True), ("caesarean", "158", False), ("unknown", "158", False)],
)
def test_the_delivery_adds_days_as_it_does_to_the_leave(desk: Desk, delivery: str, days: str, certain: bool) -> None:
    assert lengths(ask(desk, BIRTH, delivery=delivery)) == [(days, certain)]


@pytest.mark.parametrize("babies", ["1", "2", "3", "8"])
def test_each_further_baby_adds_fifteen_days(desk: Desk, babies: str) -> None:
    assert lengths(ask(desk, BIRTH, babies=babies)) == [(str(158 + 15 * (int(babies) - 1)), True)]


def test_statutory_holidays_that_lengthen_the_leave_are_not_paid_by_the_fund(desk: Desk) -> None:
    leave = desk.birth(place="cn/shanghai", birth_date="2026-08-03")
    assert amounts(leave, "length")[0] == "159"
    assert lengths(ask(desk, BIRTH, place="cn/shanghai", event_date="2026-08-03")) == [("158", True)]


@pytest.mark.parametrize(
    ("place", "days", "certain"),
    [
        ("cn/zhejiang", ("158", "158"), True),
        ("cn/zhejiang/hangzhou", ("158", "158"), True),
        ("cn/guangdong", ("98", "98"), True),
        ("cn/hebei", ("98", "158"), False),
        ("cn/shandong", ("98", "158"), False),
        ("cn/fujian", ("98", "180"), False),
        ("cn", ("98", "98"), False),
    ],
)
def test_additional_days_count_only_where_the_fund_is_known_to_pay_them(
    read_rules: Rules, place: str, days: tuple[str, str], certain: bool
) -> None:
    result = work_out(read_rules, BIRTH, place=place)
    assert paid_days(result) == (Decimal(days[0]), Decimal(days[1]))
    assert result.part.amounts[0].certain is certain


def test_a_range_that_the_employer_settles_is_not_certain_without_insurance_either(desk: Desk) -> None:
    given = part(ask(desk, BIRTH, place="cn/fujian", insurance="not_insured"))
    assert given["amounts"][0]["certain"] is False
    assert part(ask(desk, BIRTH, insurance="not_insured"))["amounts"][0]["certain"] is True


@pytest.mark.parametrize("insurance", ["flexible", UNKNOWN])
def test_without_an_employer_known_to_pay_the_days_are_not_certain_and_no_average_is_asked(
    desk: Desk, insurance: str
) -> None:
    given = ask(desk, BIRTH, insurance=insurance)
    assert lengths(given) == [("158", False)]
    assert not any("月平均缴费工资" in text for text in asked(given))


def test_where_nobody_knows_who_pays_the_additional_days_the_family_is_told_to_ask(desk: Desk) -> None:
    question = "延长的产假由基金发津贴，还是由单位发工资"
    assert question in asked(ask(desk, BIRTH, place="cn/hebei"))
    assert question not in asked(ask(desk, BIRTH, place="cn/guangdong"))


@pytest.mark.parametrize(
    ("place", "week", "days", "certain"),
    [
        ("cn", "15", "15", True),
        ("cn", "16", "42", False),
        ("cn", "17", "42", False),
        ("cn", "18", "42", True),
        ("cn/guangdong", "18", "42", True),
        ("cn/guangdong", "28", "75", False),
        ("cn/guangdong", "30", "75", False),
        ("cn/guangdong", "31", "75", True),
        ("cn/hubei", "12", "45", True),
        ("cn/hubei", "28", "98", True),
        ("cn/jiangsu", "20", "42", False),
    ],
)
def test_weeks_that_one_count_of_months_puts_before_the_limit_are_not_certain(
    desk: Desk, place: str, week: str, days: str, certain: bool
) -> None:
    assert lengths(ask(desk, MISCARRIAGE, place=place, weeks=week)) == [(days, certain)]


def test_a_week_in_doubt_says_why(desk: Desk) -> None:
    doubt = "怀孕 {weeks}，按妊娠月算已满 {months}，按公历月算还没有满，以医院的证明为准"
    assert [doubt in asked(ask(desk, MISCARRIAGE, weeks=week)) for week in ("15", "16", "17", "18")] == [
        False, True, True, False,
    ]  # fmt: skip


def test_a_table_that_is_not_confirmed_makes_no_certain_days(rules: str) -> None:
    doubtful = json.loads(rules)
    doubtful["places"]["cn/hubei"]["maternity-allowance.miscarriage_days"][0]["grade"] = "C"
    result = work_out(Rules.from_json(json.dumps(doubtful)), MISCARRIAGE, place="cn/hubei")
    assert [amount.certain for amount in result.part.amounts] == [False, False]


# Money


@pytest.mark.parametrize(
    ("own", "sums_of"),
    [("11999.99", ["63200"]), ("12000", ["63200"]), ("12000.01", ["63200", "0.05"]), ("15000", ["63200", "15800"])],
)
def test_the_employer_adds_what_is_missing_and_takes_nothing_away(desk: Desk, own: str, sums_of: list[str]) -> None:
    assert amounts(ask(desk, BIRTH, own_wage=own), "in_all") == sums_of


def test_where_the_employer_only_may_add_the_difference_it_is_not_certain(desk: Desk) -> None:
    given = part(ask(desk, BIRTH, place="cn/zhejiang", own_wage="15000"))
    assert [amount["certain"] for amount in given["amounts"]] == [True, True, False]


def test_an_unknown_wage_gives_days_and_a_question(desk: Desk) -> None:
    given = ask(desk, BIRTH, employer_wage=UNKNOWN)
    assert [amount["kind"] for amount in part(given)["amounts"]] == ["length"]
    assert any("月平均缴费工资是多少" in text for text in asked(given))


def test_an_unknown_own_wage_gives_the_allowance_and_a_question(desk: Desk) -> None:
    given = ask(desk, BIRTH, own_wage=UNKNOWN)
    assert amounts(given, "in_all") == ["63200"]
    assert "津贴比本人工资低的，差额由单位补多少" in asked(given)


@pytest.mark.parametrize(("place", "certain"), [("cn/beijing", True), ("cn/guangdong", True), ("cn/tianjin", False)])
def test_money_is_certain_only_where_the_divisor_is_confirmed(desk: Desk, place: str, certain: bool) -> None:
    given = part(ask(desk, MISCARRIAGE, place=place, weeks="20"))
    assert [amount["certain"] for amount in given["amounts"]] == [True, certain]


def test_the_sum_is_rounded_once_and_not_day_by_day(desk: Desk) -> None:
    assert amounts(ask(desk, BIRTH, employer_wage="8000", own_wage="8000"), "in_all") == ["42133.33"]


@pytest.mark.parametrize(
    ("wage", "certain"),
    [("7545.99", False), ("7546", True), ("37731", True), ("37731.01", False)],
)
def test_a_bound_of_the_average_wage_leaves_doubt_only_where_it_is_used(desk: Desk, wage: str, certain: bool) -> None:
    given = ask(desk, BIRTH, place="cn/shanghai", event_date="2026-08-03", employer_wage=wage, own_wage="0")
    assert part(given)["amounts"][1]["certain"] is certain


def test_a_difference_that_an_employer_may_pay_is_not_certain_however_sure_the_rule_is(rules: str) -> None:
    surer = json.loads(rules)
    surer["places"]["cn/zhejiang"]["maternity-allowance.employer_tops_up"][0]["grade"] = "A"
    result = work_out(Rules.from_json(json.dumps(surer)), BIRTH, place="cn/zhejiang", own_wage="15000")
    assert [amount.certain for amount in result.part.amounts] == [True, True, False]


# Who is entitled, and who pays


@pytest.mark.parametrize(
    ("insurance", "verdict"),
    [
        ("employed", "likely"),
        ("not_insured", "likely"),
        ("flexible", "more_information"),
        (UNKNOWN, "more_information"),
        ("spouse", "not_now"),
        ("none", "not_now"),
    ],
)
def test_the_verdict_follows_the_insurance(desk: Desk, insurance: str, verdict: str) -> None:
    assert ask(desk, BIRTH, insurance=insurance)["result"]["verdict"] == verdict


@pytest.mark.parametrize("insurance", ["spouse", "none"])
@pytest.mark.parametrize("answers", [BIRTH, MISCARRIAGE], ids=["birth", "miscarriage"])
def test_without_an_employer_there_are_no_amounts(desk: Desk, answers: dict[str, str], insurance: str) -> None:
    found = part(ask(desk, answers, insurance=insurance))
    assert not any(found[name] for name in ("amounts", "documents", "charts", "events"))


def test_the_wife_of_an_insured_man_is_told_of_the_medical_costs(desk: Desk) -> None:
    spouse, nobody = (ask(desk, BIRTH, insurance=insurance) for insurance in ("spouse", "none"))
    articles = [
        [rule["article"] for step in part(given)["steps"] for rule in step["rules"]] for given in (spouse, nobody)
    ]
    assert ["第五十四条" in found for found in articles] == [True, False]


@pytest.mark.parametrize(
    ("place", "insurance", "told"),
    [
        ("cn/zhejiang/quzhou", "none", True),
        ("cn/zhejiang/quzhou", "spouse", True),
        ("cn/zhejiang/quzhou", "flexible", True),
        ("cn/zhejiang/quzhou", "employed", False),
        ("cn/beijing", "none", False),
    ],
)
def test_a_county_that_compensates_mothers_without_an_allowance_is_named_to_them(
    desk: Desk, place: str, insurance: str, told: bool
) -> None:
    given = ask(desk, BIRTH, place=place, insurance=insurance)
    assert any("没有津贴的母亲多少补助" in text for text in asked(given)) is told


def test_an_employer_that_did_not_insure_pays_her_own_wage_and_never_the_average(desk: Desk) -> None:
    given = ask(desk, BIRTH, insurance="not_insured", employer_wage="50000", own_wage="6000")
    assert amounts(given, "in_all") == ["19600", "12000"]
    assert {document["office"]["msgid"] for document in part(given)["documents"]} == {"用人单位"}


@pytest.mark.parametrize("insurance", ["employed", "not_insured", "flexible"])
def test_every_document_has_its_office(desk: Desk, insurance: str) -> None:
    for answers in (BIRTH, MISCARRIAGE):
        found = part(ask(desk, answers, insurance=insurance))["documents"]
        assert found
        assert all(document["office"] for document in found)


@pytest.mark.parametrize("place", PLACES)
def test_too_few_insured_months_are_a_question_and_never_a_refusal(read_rules: Rules, place: str) -> None:
    assert work_out(read_rules, BIRTH, place=place, insured_months="0").verdict is Verdict.MORE_INFORMATION


@pytest.mark.parametrize(("months", "asks"), [("8", True), ("9", False)])
def test_fewer_months_than_the_place_asks_for_say_what_to_do(desk: Desk, months: str, asks: bool) -> None:
    for place, way in (("cn/beijing", "可以补领津贴"), ("cn/shanghai", "先垫付")):
        given = ask(desk, BIRTH, place=place, insured_months=months)
        assert any(way in text for text in asked(given)) is asks


@pytest.mark.parametrize("place", ["cn/jiangsu", "cn/hubei", "cn/guangdong", "cn/hebei"])
def test_an_unconfirmed_number_of_months_is_held_against_the_strictest_recorded(read_rules: Rules, place: str) -> None:
    verdicts = [work_out(read_rules, BIRTH, place=place, insured_months=months).verdict for months in ("11", "12")]
    assert verdicts == [Verdict.MORE_INFORMATION, Verdict.LIKELY]


# What goes with it


@pytest.mark.parametrize(("on", "direct"), [("2026-02-05", False), ("2026-02-06", True)])
def test_direct_payment_is_said_from_the_day_it_was_everywhere(desk: Desk, on: str, direct: bool) -> None:
    assert any("直接发到本人" in step["text"]["msgid"] for step in part(ask(desk, BIRTH, on=on))["steps"]) is direct


@pytest.mark.parametrize(("born", "free"), [("2025-06-30", False), ("2025-07-01", True)])
def test_jiangsu_pays_what_mothers_paid_for_delivery_from_july_2025(desk: Desk, born: str, free: bool) -> None:
    steps = part(ask(desk, BIRTH, place="cn/jiangsu", event_date=born))["steps"]
    assert any("不用自己付" in step["text"]["msgid"] for step in steps) is free


def test_a_due_date_is_an_assumption(desk: Desk) -> None:
    expected = "按预产期计算，以实际出生日期为准。"
    assert expected in said(ask(desk, BIRTH, event_date="2026-11-24"), "assumptions")
    assert expected not in said(ask(desk, BIRTH, event_date="2026-11-23"), "assumptions")


def test_why_the_office_may_say_otherwise_is_told_wherever_there_are_amounts(desk: Desk) -> None:
    for insurance in ("employed", "not_insured", "flexible", UNKNOWN):
        for answers in (BIRTH, MISCARRIAGE):
            assert 1 <= len(said(ask(desk, answers, insurance=insurance), "otherwise")) <= 4


def test_the_chart_shows_the_jump_at_four_months(desk: Desk) -> None:
    (chart,) = part(ask(desk, MISCARRIAGE, employer_wage="9000", weeks="15"))["charts"]
    points = [(point["at"]["quantity"], point["amount"]["quantity"]) for point in chart["points"]]
    assert points == [("0", "4500"), ("16", "12600"), ("40", "12600")]
    assert (chart["limit"]["quantity"], chart["here"]["quantity"], chart["stepped"]) == ("16", "15", True)
    values = chart["text"]["values"]
    assert (values["before"]["quantity"], values["after"]["quantity"]) == ("4500", "12600")
    assert part(ask(desk, BIRTH))["charts"] == []


@pytest.mark.parametrize("week", ["1", "40", "41", "44", UNKNOWN])
def test_the_family_stands_within_the_chart(desk: Desk, week: str) -> None:
    (chart,) = part(ask(desk, MISCARRIAGE, weeks=week))["charts"]
    ends = [int(chart["points"][end]["at"]["quantity"]) for end in (0, -1)]
    assert (chart["here"] is None) == (week == UNKNOWN)
    assert chart["here"] is None or ends[0] <= int(chart["here"]["quantity"]) <= ends[1]


def test_the_chart_counts_days_where_no_wage_is_known(desk: Desk) -> None:
    (chart,) = part(ask(desk, MISCARRIAGE, employer_wage=UNKNOWN))["charts"]
    assert [point["amount"]["unit"] for point in chart["points"]] == ["day"] * 3


@pytest.mark.parametrize(("week", "limit"), [(1, 16), (21, 16), (22, 16), (23, 28), (28, 28), (44, 28), (None, 16)])
def test_the_chart_marks_the_limit_nearest_to_the_family(read_rules: Rules, week: int | None, limit: int) -> None:
    claim = Claim(Answers({"event_date": date(2026, 3, 1)}), read_rules.at("cn/guangdong"))
    assert limit_near(bands(claim), week).week == limit


def test_the_worksheet_lists_every_province_with_its_days_and_divisor(read_rules: Rules) -> None:
    days, provinces = MATERNITY_ALLOWANCE.tables(read_rules.at("cn"), date(2026, 11, 23))
    assert len(days.rows) == 5
    assert len(provinces.rows) == 31
    for table in (days, provinces):
        assert all(len(row) == len(table.columns) for row in table.rows)


@pytest.mark.parametrize(
    ("place", "rows"), [("cn", 2), ("cn/guangdong", 3), ("cn/jiangsu", 4), ("cn/hubei/jingmen", 3)]
)
def test_the_worksheet_has_the_miscarriage_table_of_its_place(read_rules: Rules, place: str, rows: int) -> None:
    days, _provinces = MATERNITY_ALLOWANCE.tables(read_rules.at(place), date(2026, 11, 23))
    assert len(days.rows) == 3 + rows


def test_questions_about_the_other_event_are_not_asked(desk: Desk) -> None:
    assert faults(ask(desk, MISCARRIAGE | {"babies": "many"})) == []
    assert faults(ask(desk, BIRTH | {"weeks": "many"})) == []
    assert faults(ask(desk, MISCARRIAGE | {"weeks": "many"})) == ["weeks"]


# What holds for every answer


def good(question: Question) -> st.SearchStrategy[str]:
    """Return answers that a question accepts, over its whole range."""
    unknown = st.just(UNKNOWN) if question.unknown else st.nothing()
    match question.kind:
        case Kind.DATE:
            found = st.dates(date(2015, 1, 1), date(2040, 12, 31)).map(date.isoformat)
        case Kind.COUNT:
            found = st.integers(question.least, question.most).map(str)
        case Kind.PLACE:
            found = places
        case Kind.MONEY:
            found = cents.map(str) | st.just("100000000")
        case _:
            found = st.sampled_from([option.value for option in question.options])
    return found | unknown


forms = st.fixed_dictionaries({question.name: good(question) for question in QUESTIONS})


@given(answers=forms)
@MOST
def test_every_combination_of_answers_has_a_result(read_rules: Rules, answers: dict[str, str]) -> None:
    result = work_out(read_rules, answers)
    assert not (result.verdict is Verdict.NOT_NOW and result.part.amounts)
    for amount in result.part.amounts:
        least, most = bounds(amount)
        assert 0 <= least <= most
        assert amount.kind is Sort.LENGTH or least == least.quantize(Decimal("0.01"))
        assert not (amount.certain and least != most), "a range is never certain"


@given(answers=forms)
@MOST
def test_the_same_answers_give_the_same_bytes(desk: Desk, answers: dict[str, str]) -> None:
    first, second = (json.dumps(ask(desk, answers)) for _ in range(2))
    assert first == second
    assert "faults" not in json.loads(first)


@given(place=places, low=cents, high=cents, own=cents)
@MOST
def test_a_higher_average_wage_is_never_less_allowance(
    read_rules: Rules, place: str, low: Decimal, high: Decimal, own: Decimal
) -> None:
    less, more = (
        sums(work_out(read_rules, BIRTH, place=place, employer_wage=str(wage), own_wage=str(own)))[0]
        for wage in sorted((low, high))
    )
    assert less[0] <= more[0]
    assert less[1] <= more[1]


@given(place=places, babies=st.integers(1, 7), delivery=st.sampled_from(["normal", "difficult", "caesarean"]))
@MOST
def test_a_further_baby_is_never_fewer_days_or_less_money(
    read_rules: Rules, place: str, babies: int, delivery: str
) -> None:
    fewer, more = (
        work_out(read_rules, BIRTH, place=place, babies=str(number), delivery=delivery)
        for number in (babies, babies + 1)
    )
    assert all(before <= after for before, after in zip(paid_days(fewer), paid_days(more), strict=True))
    assert all(before <= after for before, after in zip(sums(fewer)[0], sums(more)[0], strict=True))


@given(place=places, week=st.integers(1, 43), wage=cents)
@MOST
def test_a_longer_pregnancy_is_never_fewer_days_after_a_miscarriage(
    read_rules: Rules, place: str, week: int, wage: Decimal
) -> None:
    before, after = (
        work_out(read_rules, MISCARRIAGE, place=place, weeks=str(number), employer_wage=str(wage))
        for number in (week, week + 1)
    )
    assert all(less <= more for less, more in zip(paid_days(before), paid_days(after), strict=True))
    assert all(less <= more for less, more in zip(sums(before)[0], sums(after)[0], strict=True))


def worth(place: str, wage: Decimal, days: Decimal) -> Decimal:
    """Work out a sum anew, in fractions: 30 days to a month, 30.4 in Tianjin, and the days of a year in Sichuan."""
    province = "/".join(place.split("/")[:2])
    month = {"cn/tianjin": Fraction("30.4"), "cn/sichuan": Fraction(365, 12)}.get(province, Fraction(30))
    fen = floor(Fraction(wage) * Fraction(days) / month * 100 + Fraction(1, 2))
    return Decimal(fen) / 100


@given(place=places, wage=cents, own=cents, week=weeks, miscarried=st.booleans())
@MOST
def test_fund_and_employer_together_pay_her_own_wage_or_more(
    read_rules: Rules, place: str, wage: Decimal, own: Decimal, week: int, miscarried: bool
) -> None:
    answers = MISCARRIAGE | {"weeks": str(week)} if miscarried else BIRTH
    result = work_out(read_rules, answers, place=place, employer_wage=str(wage), own_wage=str(own))
    paid = [amount for amount in result.part.amounts if amount.label.msgid in (BY_FUND, TOP_UP)]
    together = [sum(ends) for ends in zip(*map(bounds, paid), strict=True)]
    hers = [worth(place, own, days) for days in paid_days(result)]
    assert all(found >= wanted for found, wanted in zip(together, hers, strict=True))
    assert together == hers or len(paid) == 1, "the employer adds no more than is missing"


@given(place=places, own=cents, week=weeks, miscarried=st.booleans())
@MOST
def test_an_employer_without_insurance_pays_her_own_wage_for_every_day(
    read_rules: Rules, place: str, own: Decimal, week: int, miscarried: bool
) -> None:
    answers = (MISCARRIAGE | {"weeks": str(week)} if miscarried else BIRTH) | {"insurance": "not_insured"}
    result = work_out(read_rules, answers, place=place, own_wage=str(own))
    paid = [sum(ends) for ends in zip(*sums(result), strict=True)]
    hers = [worth(place, own, days) for days in paid_days(result)]
    # Two sums, each rounded for itself, may differ from the whole by a fen.
    assert all(abs(found - wanted) <= Decimal("0.01") for found, wanted in zip(paid, hers, strict=True))


@given(order=st.sampled_from(["first", "second", "third", "later"]), place=places)
@MOST
def test_a_known_order_lies_within_what_an_unknown_one_gives(read_rules: Rules, order: str, place: str) -> None:
    known, unknown = (paid_days(work_out(read_rules, BIRTH, place=place, order=given)) for given in (order, UNKNOWN))
    assert unknown[0] <= known[0] <= known[1] <= unknown[1]
