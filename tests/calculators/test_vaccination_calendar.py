"""The vaccination calendar at its edges: doses too early or too close, other editions, routes, ages, and what is asked."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import CALCULATORS
from calculators.kit.questions import UNKNOWN, read
from calculators.kit.result import Event, Result, to_json
from calculators.kit.rules import Rules
from calculators.vaccination_calendar import VACCINATION_CALENDAR
from calculators.vaccination_calendar.questions import VACCINE
from tests.calculators.asking import Desk, Json, asked, faults, part
from tests.calculators.test_second_reading_vaccination import PROGRAMME, after, months_on

MANY = settings(max_examples=1000, deadline=None)
NEWBORN = {
    "place": "cn", "birth_date": "2026-07-01", "sex": "female", "carrier": "no", "record": "none",
    "je_route": "live", "hepa_route": "live", "on": "2026-11-23",
}  # fmt: skip
CODES = {option.value.lower(): option.value for option in VACCINE.options}
TOO_SOON, TOO_CLOSE, LIVE_TOO_CLOSE = "还早", "不到", "只隔"

type Dose = tuple[str, str]
type Asking = Callable[[dict[str, object]], Result]


def child(desk: Desk, *doses: Dose, **changed: str) -> Json:
    """Return the answer about a child of 1 July 2026, with the doses entered if there are any."""
    entered = {"record": "some", "doses": rows(doses)} if doses else {}
    given = desk.send({"calculator": "vaccination-calendar", "answers": NEWBORN | entered | changed})
    assert "faults" not in given, given
    return given


def rows(doses: tuple[Dose, ...]) -> list[dict[str, str]]:
    return [{"vaccine": vaccine, "date": day} for vaccine, day in doses]


def events(given: Json) -> dict[str, Json]:
    """Return the events by the end of their keys, such as hepb-2."""
    return {event["key"][len("vaccination-2026-07-01-") :]: event for event in part(given)["events"]}


def to_come(given: Json) -> dict[str, Json]:
    """Return the doses that are still to be had."""
    over = ("已打", "已按时打", "接种证上有没有", "办预防接种证")
    return {key: event for key, event in events(given).items() if not event["label"]["msgid"].endswith(over)}


def window(given: Json, key: str) -> tuple[str, str]:
    return events(given)[key]["first"], events(given)[key]["last"]


def sure(given: Json, *keys: str) -> list[bool]:
    return [to_come(given)[key]["certain"] for key in keys]


def unsure(given: Json) -> set[str]:
    """Return the vaccines with a dose to come that is not certain."""
    return {key.rsplit("-", 1)[0] for key, event in to_come(given).items() if not event["certain"]}


def asks(given: Json, words: str) -> bool:
    return any(words in msgid for msgid in asked(given))


def steps(given: Json) -> str:
    return json.dumps(part(given)["steps"], ensure_ascii=False)


# Doses given too early or too close


@pytest.mark.parametrize(("day", "flagged"), [("2027-02-28", True), ("2027-03-01", False), ("2027-03-02", False)])
def test_a_dose_before_its_age_is_asked_about_and_its_series_is_not_sure(desk: Desk, day: str, flagged: bool) -> None:
    given = child(desk, ("MMR", day), on="2027-06-01")
    assert asks(given, TOO_SOON) is flagged
    assert sure(given, "mmr-2", "hepb-3") == [not flagged, True]


@pytest.mark.parametrize(("day", "flagged"), [("2026-09-11", True), ("2026-09-12", False)])
def test_a_dose_too_close_to_the_one_before_is_asked_about(desk: Desk, day: str, flagged: bool) -> None:
    given = child(desk, ("HepB", "2026-08-15"), ("HepB", day))
    assert asks(given, TOO_CLOSE) is flagged
    assert sure(given, "hepb-3", "bcg-1") == [not flagged, True]


def test_a_dose_too_early_still_counts_and_is_not_planned_again(desk: Desk) -> None:
    assert "mmr-1" not in to_come(child(desk, ("MMR", "2027-02-28"), on="2027-06-01"))


@pytest.mark.parametrize(
    ("day", "flagged"), [("2027-03-05", False), ("2027-03-06", True), ("2027-04-01", True), ("2027-04-02", False)]
)
def test_two_live_vaccines_are_given_on_one_day_or_28_days_apart(desk: Desk, day: str, flagged: bool) -> None:
    given = child(desk, ("MMR", "2027-03-05"), ("JE-L", day), on="2027-06-01")
    assert asks(given, LIVE_TOO_CLOSE) is flagged
    assert sure(given, "je-l-2") == [not flagged]


def test_other_vaccines_need_no_distance_from_each_other(desk: Desk) -> None:
    assert not asks(child(desk, ("MMR", "2027-03-05"), ("DTaP", "2027-03-06"), on="2027-06-01"), LIVE_TOO_CLOSE)


def test_a_dose_is_judged_by_the_edition_of_its_day(desk: Desk) -> None:
    old = [("DTaP", "2023-10-10"), ("DTaP", "2023-11-10"), ("DTaP", "2023-12-10")]
    assert not asks(child(desk, *old, birth_date="2023-07-10"), TOO_SOON)
    assert asks(child(desk, ("DTaP", "2023-10-09"), birth_date="2023-07-10"), TOO_SOON)
    new = [("DTaP", "2026-09-01"), ("DTaP", "2026-11-01"), ("DTaP", "2026-12-31")]
    assert asks(child(desk, *new, on="2027-06-01"), TOO_SOON)


def test_a_child_begun_under_the_old_ages_may_go_on_with_them(desk: Desk) -> None:
    begun = [("DTaP", "2024-12-20"), ("DTaP", "2025-01-20"), ("DTaP", "2025-02-20")]
    assert not asks(child(desk, *begun, birth_date="2024-09-20"), TOO_SOON)


def test_a_dose_without_a_day_counts_and_leaves_its_series_unsure(desk: Desk) -> None:
    given = child(desk, ("HepB", UNKNOWN))
    assert "hepb-1" not in to_come(given)
    assert asks(given, "没有填日期")
    assert sure(given, "hepb-2", "bcg-1") == [False, True]


# Vaccines that stand in, and what belongs to no series


def test_a_dose_of_five_in_one_counts_for_dtap_and_for_polio(desk: Desk) -> None:
    given = child(desk, ("DTaP-IPV-Hib", "2026-09-01"))
    assert not {"dtap-1", "ipv-1"} & to_come(given).keys()
    assert unsure(given) == {"dtap", "ipv", "bopv"}


def test_a_dose_of_four_in_one_counts_for_dtap_alone(desk: Desk) -> None:
    given = child(desk, ("DTaP-Hib", "2026-09-01"))
    assert "dtap-1" not in to_come(given)
    assert "ipv-1" in to_come(given)


def test_four_doses_of_ipv_complete_polio(desk: Desk) -> None:
    doses = [("IPV", day) for day in ("2022-09-01", "2022-10-01", "2022-11-01", "2026-07-01")]
    given = child(desk, *doses, birth_date="2022-07-01")
    assert not [key for key in to_come(given) if key.startswith(("ipv", "bopv"))]
    assert asks(given, "算作")


def test_dt_after_four_doses_completes_dtap(desk: Desk) -> None:
    doses = [("DTaP", "2018-10-01"), ("DTaP", "2018-11-01"), ("DTaP", "2018-12-01"), ("DTaP", "2020-01-01")]
    given = child(desk, *doses, ("DT", "2024-07-01"), birth_date="2018-07-01")
    assert not [key for key in to_come(given) if key.startswith("dt")]


def test_dt_after_three_doses_leaves_the_rest_to_the_clinic(desk: Desk) -> None:
    doses = [("DTaP", "2018-10-01"), ("DTaP", "2018-11-01"), ("DTaP", "2018-12-01")]
    given = child(desk, *doses, ("DT", "2024-07-01"), birth_date="2018-07-01")
    assert not [key for key in to_come(given) if key.startswith("dt")]
    assert asks(given, "算作")


def test_a_vaccine_that_is_not_counted_makes_every_dose_unsure(desk: Desk) -> None:
    given = child(desk, ("other", "2026-09-01"))
    assert not any(event["certain"] for event in to_come(given).values())
    assert asks(given, "能代替程序里的哪几剂")
    assert events(given)["extra-1"]["first"] == "2026-09-01"


def test_one_dose_too_many_is_asked_about_and_stands_on_the_card(desk: Desk) -> None:
    given = child(desk, ("BCG", "2026-07-01"), ("BCG", "2026-08-01"))
    assert asks(given, "多出的一剂")
    assert events(given)["extra-1"]["first"] == "2026-08-01"


def test_a_third_dose_of_meningococcal_a_does_not_count_for_a_and_c(desk: Desk) -> None:
    doses = [("MPSV-A", day) for day in ("2025-01-01", "2025-04-01", "2025-10-01")]
    given = child(desk, *doses, birth_date="2024-07-01")
    assert {"mpsv-ac-1", "mpsv-ac-2"} <= to_come(given).keys()
    assert asks(given, "多出的一剂")


# Routes, sex and place


@pytest.mark.parametrize(("series", "keys"), [("je", ["je-l-1"]), ("hepa", ["hepa-l-1"])])
def test_an_unknown_route_shows_the_live_one_and_asks(desk: Desk, series: str, keys: list[str]) -> None:
    given = child(desk, **{f"{series}_route": UNKNOWN})
    assert sure(given, *keys) == [False]
    assert asks(given, "用的是不是")


def test_the_route_begun_is_followed_whatever_was_answered(desk: Desk) -> None:
    given = child(desk, ("JE-I", "2027-03-01"), on="2027-03-05")
    assert window(given, "je-i-2") == ("2027-03-08", "2027-03-11")
    assert sure(given, "je-i-2") == [False]
    known = child(desk, ("JE-I", "2027-03-01"), on="2027-03-05", je_route=UNKNOWN)
    assert sure(known, "je-i-2") == [True]


def test_doses_of_both_routes_follow_the_answer_and_are_unsure(desk: Desk) -> None:
    given = child(desk, ("JE-I", "2027-03-01"), ("JE-L", "2027-04-01"), on="2027-06-01")
    assert sure(given, "je-l-2") == [False]
    assert asks(given, "多出的一剂")


@pytest.mark.parametrize(
    ("place", "certain"), [("cn", True), ("cn/zhejiang", True), *((f"cn/{p}", False) for p in ("qinghai", "xinjiang", "xizang"))]
)  # fmt: skip
def test_japanese_encephalitis_is_sure_where_it_is_routine(desk: Desk, place: str, certain: bool) -> None:
    given = child(desk, place=place)
    assert sure(given, "je-l-1", "mmr-1") == [certain, True]
    assert asks(given, "平时安排不安排") is not certain


@pytest.mark.parametrize(("sex", "found"), [("female", [True, True]), (UNKNOWN, [False, False]), ("male", [])])
def test_hpv_is_for_girls_and_unsure_while_the_sex_is_unknown(desk: Desk, sex: str, found: list[bool]) -> None:
    hpv = [event["certain"] for key, event in to_come(child(desk, sex=sex)).items() if key.startswith("2vhpv")]
    assert hpv == found


@pytest.mark.parametrize(("on", "certain"), [("2040-06-30", True), ("2040-07-01", False)])
def test_a_first_hpv_dose_from_14_on_is_for_the_clinic_to_say(desk: Desk, on: str, certain: bool) -> None:
    given = child(desk, on=on)
    assert sure(given, "2vhpv-1") == [certain]
    assert asks(given, "是不是还免费")


def test_a_second_hpv_dose_after_14_is_for_the_clinic_to_say(desk: Desk) -> None:
    before, later = (child(desk, ("2vHPV", day), on="2040-04-01") for day in ("2039-12-31", "2040-01-01"))
    assert (window(before, "2vhpv-2")[0], sure(before, "2vhpv-2")) == ("2040-06-30", [True])
    assert (window(later, "2vhpv-2")[0], sure(later, "2vhpv-2")) == ("2040-07-01", [False])


def test_a_girl_born_too_early_is_told_so(desk: Desk) -> None:
    given = child(desk, birth_date="2011-11-09", on="2025-11-23")
    assert "不在免费打HPV疫苗的范围里" in steps(given)
    assert "不在免费打HPV疫苗的范围里" not in steps(child(desk, birth_date="2011-11-09", on="2025-11-23", sex="male"))


# Editions


def test_a_child_born_under_the_edition_in_force_has_sure_dates(desk: Desk) -> None:
    assert unsure(child(desk)) == set()
    assert unsure(child(desk, birth_date="2026-06-17")) == set()
    assert unsure(child(desk, birth_date="2026-06-16")) == {"mpsv-a"}


def test_doses_whose_ages_changed_since_the_birth_are_unsure_and_asked_about(desk: Desk) -> None:
    given = child(desk, birth_date="2023-07-10", record="on_time")
    assert unsure(given) == {"dtap"}
    assert asks(given, "孩子出生后程序改过")


def test_a_child_older_than_every_known_edition_has_no_sure_dates_but_hpv(desk: Desk) -> None:
    given = child(desk, birth_date="2019-07-01")
    assert {key for key, event in to_come(given).items() if event["certain"]} == {"2vhpv-1", "2vhpv-2"}


def test_an_earlier_day_goes_by_the_edition_of_that_day(desk: Desk) -> None:
    given = child(desk, birth_date="2024-07-10", on="2024-08-01")
    assert window(given, "dtap-1") == ("2024-10-10", "2024-11-09")
    assert window(given, "dt-1") == ("2030-07-10", "2031-07-09")
    assert not [key for key in to_come(given) if key.startswith("2vhpv")]


# Ages


@pytest.mark.parametrize(("on", "first"), [("2028-06-30", "2028-06-30"), ("2028-07-01", None)])
def test_meningococcal_a_is_not_made_up_for_from_two_years(desk: Desk, on: str, first: str | None) -> None:
    given = child(desk, on=on)
    assert to_come(given).get("mpsv-a-1", {}).get("first") == first
    assert "mpsv-a-2" not in to_come(given)
    assert window(given, "mpsv-ac-1")[0] == "2029-07-01"
    assert sure(given, "mpsv-ac-1") == [False]
    assert asks(given, "A群C群的从哪天打起")


def test_dtap_missed_at_seven_becomes_one_dose_of_dt_that_is_not_sure(desk: Desk) -> None:
    given = child(desk, ("DTaP", "2033-06-20"), on="2033-06-30")
    assert {key for key in to_come(given) if key.startswith("dt")} == {"dt-1"}
    assert window(given, "dt-1")[0] == "2033-07-18"
    assert sure(given, "dt-1") == [False]


def test_bcg_says_whether_a_test_comes_first(desk: Desk) -> None:
    labels = [events(child(desk, on=on))["bcg-1"]["label"]["msgid"] for on in ("2026-09-30", "2026-10-01")]
    assert ["结核菌素试验" in label for label in labels] == [False, True]


@pytest.mark.parametrize(
    ("second", "certain"),
    [("2028-06-01", True), ("2028-06-02", False)],
)
def test_a_gap_of_the_2021_edition_makes_a_dose_unsure_only_where_it_decides(
    desk: Desk, second: str, certain: bool
) -> None:
    first = (date.fromisoformat(second) - timedelta(7)).isoformat()
    given = child(desk, ("JE-I", first), ("JE-I", second), je_route="inactivated", on="2028-06-10")
    assert sure(given, "je-i-3") == [certain]


def test_a_late_fourth_polio_dose_rests_on_a_gap_that_is_not_confirmed(desk: Desk) -> None:
    doses = [("IPV", "2026-09-01"), ("IPV", "2026-10-01"), ("bOPV", "2030-06-20")]
    given = child(desk, *doses, on="2030-06-25")
    assert window(given, "bopv-4")[0] == "2030-07-18"
    assert sure(given, "bopv-4") == [False]


def test_all_live_vaccines_missed_are_planned_together_or_28_days_apart(desk: Desk) -> None:
    given = child(desk, on="2027-12-10")
    live = {key: to_come(given)[key]["first"] for key in ("mmr-1", "je-l-1", "mmr-2", "hepa-l-1")}
    assert live == {"mmr-1": "2027-12-10", "je-l-1": "2027-12-10", "mmr-2": "2028-01-07", "hepa-l-1": "2028-01-07"}
    assert "离别的注射减毒活疫苗至少" in steps(given)


# The first days


@pytest.mark.parametrize(
    ("carrier", "last", "globulin"),
    [("no", "2026-07-02", False), (UNKNOWN, "2026-07-01", False), ("yes", "2026-07-01", True)],
)
def test_hepatitis_b_is_sooner_unless_the_mother_is_known_to_be_free_of_it(
    desk: Desk, carrier: str, last: str, globulin: bool
) -> None:
    given = child(desk, carrier=carrier, on="2026-07-01")
    assert window(given, "hepb-1") == ("2026-07-01", last)
    assert ("hepb-globulin" in events(given)) is globulin
    assert ("出生体重不到" in steps(given)) is globulin


def test_immunoglobulin_is_for_the_first_day_only_and_the_test_stays(desk: Desk) -> None:
    given = child(desk, carrier="yes", on="2026-07-02")
    assert "hepb-globulin" not in events(given)
    assert "查乙肝表面抗原和抗体" in steps(given)


def test_a_newborn_already_vaccinated_hears_no_more_of_hours(desk: Desk) -> None:
    assert "hour" in steps(child(desk, on="2026-07-01"))
    assert '"hour"' not in steps(child(desk, ("HepB", "2026-07-01"), on="2026-07-01"))


@pytest.mark.parametrize(("on", "there"), [("2026-08-01", True), ("2026-08-02", False)])
def test_the_certificate_is_due_within_a_month(desk: Desk, on: str, there: bool) -> None:
    assert ("certificate" in events(child(desk, on=on))) is there


def test_a_due_date_is_an_assumption_and_the_plan_starts_there(desk: Desk) -> None:
    given = child(desk, on="2026-06-20")
    assert min(event["first"] for event in part(given)["events"]) == "2026-07-01"
    assert "按预产期计算，以实际出生日期为准。" in [said["msgid"] for said in part(given)["assumptions"]]


# What a family is told


def test_the_programme_is_free_by_law(desk: Desk) -> None:
    free = part(child(desk))["criteria"][0]
    assert free["met"] is True
    assert {rule["source"] for rule in free["rules"]} == {"vaccine-law-2019"}
    assert part(child(desk))["amounts"] == []


def test_who_has_been_on_time_is_told_what_is_over_and_what_may_be_due(desk: Desk) -> None:
    given = child(desk, record="on_time")
    labels = {key: event["label"]["msgid"] for key, event in events(given).items()}
    assert labels["hepb-2"].endswith("已按时打")
    assert labels["bopv-3"].endswith("还没打的现在就可以打")
    assert labels["hepb-3"] == "{vaccine}第 {dose} 剂"


def test_who_does_not_know_is_asked_to_look_and_nothing_is_sure(desk: Desk) -> None:
    given = child(desk, record=UNKNOWN)
    assert given["result"]["verdict"] == "more_information"
    assert events(given)["hepb-2"]["label"]["msgid"].endswith("请看接种证上有没有")
    assert not any(event["certain"] for event in to_come(given).values())


def test_doses_of_another_edition_are_not_shown_with_todays_ages(desk: Desk) -> None:
    shown = events(child(desk, birth_date="2023-07-10", record="on_time"))
    assert "dtap-4" in shown
    assert not {"dtap-1", "dtap-3"} & shown.keys()


def test_missed_doses_are_made_up_for_and_nothing_begins_again(desk: Desk) -> None:
    late, on_time = child(desk, on="2027-07-01"), child(desk, on="2026-07-01")
    assert "不用从头再来" in steps(late)
    assert "不用从头再来" not in steps(on_time)
    assert events(late)["hepb-1"]["label"]["msgid"].endswith("尽早补种")


def test_the_doses_of_the_next_visit_are_named_together(desk: Desk) -> None:
    given = child(desk, ("HepB", "2026-07-01"), ("BCG", "2026-07-01"), ("HepB", "2026-08-01"), on="2026-08-10")
    assert given["result"]["reason"]["values"]["day"] == {"date": "2026-09-01"}
    assert given["result"]["reason"]["values"]["count"] == 2
    assert "可以同一天打" in steps(given)


def test_a_child_with_every_dose_has_nothing_to_bring(desk: Desk) -> None:
    given = child(desk, birth_date="2018-05-20", sex="male", record="on_time")
    assert given["result"]["verdict"] == "likely"
    assert not to_come(given)
    assert part(given)["documents"] == []


def test_an_adult_has_conditions_and_nothing_else(desk: Desk) -> None:
    found = part(child(desk, birth_date="2008-11-23"))
    assert [criterion["met"] for criterion in found["criteria"]] == [True, False, True]
    assert not any(found[name] for name in ("events", "steps", "documents"))


def test_doses_given_stand_on_the_card_but_not_in_the_calendar_file(desk: Desk) -> None:
    given = child(desk, ("HepB", "2026-07-01"))
    assert window(given, "hepb-1") == ("2026-07-01", "2026-07-01")
    assert "hepb-1@" not in given["calendar"]
    assert "hepb-2@" in given["calendar"]


@pytest.mark.parametrize(
    ("doses", "fields"),
    [
        ([("HepB", "2026-07-01")], []),
        ([("HepB", "2026-06-30")], ["doses.0.date"]),
        ([("HepB", "2026-11-23")], []),
        ([("HepB", "2026-11-24")], ["doses.0.date"]),
        ([("HepB", "2026-07-01"), ("HepB", "2026-07-01")], ["doses.1.date"]),
        ([("HepB", "2026-07-01"), ("BCG", "2026-07-01")], []),
        ([("HepB", UNKNOWN), ("HepB", UNKNOWN)], []),
        ([], ["doses"]),
        ([("HepB", UNKNOWN)] * 40, []),
        ([("HepB", UNKNOWN)] * 41, ["doses"]),
    ],
)
def test_impossible_doses_are_named(desk: Desk, doses: list[Dose], fields: list[str]) -> None:
    answers = NEWBORN | {"record": "some", "doses": rows(tuple(doses))}
    assert faults(desk.send({"calculator": "vaccination-calendar", "answers": answers})) == fields


def test_doses_left_in_the_form_do_not_count_when_the_record_says_none(desk: Desk) -> None:
    answers = NEWBORN | {"doses": rows((("HepB", "2026-07-01"),))}
    assert "hepb-1" in to_come(desk.send({"calculator": "vaccination-calendar", "answers": answers}))


# The worksheet


def test_the_worksheet_lists_every_dose_by_age_and_says_for_whom(rules: str) -> None:
    (table,) = CALCULATORS["vaccination-calendar"].tables(Rules.from_json(rules).at("cn"), date(2026, 11, 23))
    notes = [json.dumps(to_json(row[2]), ensure_ascii=False) for row in table.rows]
    assert len(table.rows) == 30
    assert sum("二选一" in note for note in notes) == 9
    assert sum("只给女孩" in note for note in notes) == 2
    assert all(len(row) == len(table.columns) == 4 and row[-1] == "" for row in table.rows)


def test_the_worksheet_goes_by_the_edition_of_its_day(rules: str) -> None:
    here = Rules.from_json(rules).at("cn")
    (table,) = CALCULATORS["vaccination-calendar"].tables(here, date(2024, 6, 1))
    assert len(table.rows) == 28


# Properties

FIRST_BIRTH, LAST_BIRTH = date(2010, 1, 1), date(2030, 12, 31)
FIRST_DAY, LAST_DAY = date(2026, 6, 17), date(2040, 12, 31)
SERIES = {line.split()[0]: line.split()[1] for line in PROGRAMME.strip().splitlines()}
LEAST_AGE = {line.split()[0]: int(line.split()[2]) for line in PROGRAMME.strip().splitlines()}
GAPS = {line.split()[0]: line.split("|")[1].strip() for line in PROGRAMME.strip().splitlines()}


@st.composite
def children(draw: st.DrawFn) -> dict[str, object]:
    """Return a child with any record, from before birth to the age of twenty."""
    born = draw(st.dates(FIRST_BIRTH, LAST_BIRTH))
    on = min(max(FIRST_DAY, born + timedelta(draw(st.integers(-200, 7400)))), LAST_DAY)
    raw: dict[str, object] = {
        "place": draw(st.sampled_from(["cn", "cn/beijing", "cn/xinjiang"])),
        "birth_date": born.isoformat(),
        "sex": draw(st.sampled_from(["female", "male", UNKNOWN])),
        "carrier": draw(st.sampled_from(["yes", "no", UNKNOWN])),
        "record": draw(st.sampled_from(["on_time", "some", "none", UNKNOWN])),
        "je_route": draw(st.sampled_from(["live", "inactivated", UNKNOWN])),
        "hepa_route": draw(st.sampled_from(["live", "inactivated", UNKNOWN])),
        "on": on.isoformat(),
    }
    if on >= born and raw["record"] == "some":
        raw["doses"] = draw(doses_between(born, on))
    elif raw["record"] == "some":
        raw["record"] = "none"
    return raw


def doses_between(born: date, on: date) -> st.SearchStrategy[list[dict[str, str]]]:
    days = st.dates(born, on).map(date.isoformat) | st.sampled_from([born.isoformat(), UNKNOWN])
    one = st.fixed_dictionaries({"vaccine": st.sampled_from(sorted(CODES.values())), "date": days})
    return st.lists(one, min_size=1, max_size=12, unique_by=lambda row: (row["vaccine"], row["date"]))


@pytest.fixture(scope="module")
def ask(rules: str) -> Asking:
    """What the calculator answers, without words."""
    known = Rules.from_json(rules)

    def answer(raw: dict[str, object]) -> Result:
        answers, found = read(VACCINATION_CALENDAR.questions, raw, known)
        assert found == ()
        result = VACCINATION_CALENDAR.calculate(answers, known)
        assert isinstance(result, Result), result
        return result

    return answer


def plan_of(result: Result) -> dict[str, Event]:
    """Return the doses to come by their names."""
    over = ("已打", "已按时打", "接种证上有没有", "办预防接种证")
    found = [event for event in result.part.events if not event.label.msgid.endswith(over)]
    return {event.key[len("vaccination-2026-07-01-") :]: event for event in found if "globulin" not in event.key}


def day_of(event: Event, on: date) -> date:
    """Return the first day on which a dose can be had."""
    return max(event.first, on)


@given(raw=children())
@MANY
def test_every_child_has_a_card_with_windows_in_order(ask: Asking, raw: dict[str, object]) -> None:
    result = ask(raw)
    assert all(event.first <= event.last for event in result.part.events)
    assert [event.first for event in result.part.events] == sorted(event.first for event in result.part.events)
    assert len({event.key for event in result.part.events}) == len(result.part.events)
    assert all(event.last >= result.on for event in plan_of(result).values())


@given(raw=children())
@MANY
def test_the_answer_is_the_same_twice(desk: Desk, raw: dict[str, object]) -> None:
    request = {"calculator": "vaccination-calendar", "answers": raw}
    assert json.dumps(desk.send(request)) == json.dumps(desk.send(request))


@given(raw=children(), data=st.data())
@MANY
def test_doses_may_be_entered_in_any_order(ask: Asking, raw: dict[str, object], data: st.DataObject) -> None:
    if isinstance(entered := raw.get("doses"), list):
        turned = raw | {"doses": data.draw(st.permutations(entered))}
        assert ask(raw) == ask(turned)


@given(raw=children())
@MANY
def test_no_dose_comes_before_its_age_or_too_soon_after_the_one_before(ask: Asking, raw: dict[str, object]) -> None:
    result, born = ask(raw), date.fromisoformat(str(raw["birth_date"]))
    begins = result.on if raw["record"] in ("some", "none") else born
    for key, event in plan_of(result).items():
        assert event.first >= months_on(born, LEAST_AGE.get(key, 84)), key
    planned = [(SERIES.get(key, "DTaP"), event, key) for key, event in plan_of(result).items()]
    for series in {each[0] for each in planned}:
        own = sorted((day_of(event, begins), key) for name, event, key in planned if name == series)
        for (before, _one), (day, key) in pairwise(own):
            assert day >= after(before, GAPS.get(key, "28 days")), key


@given(raw=children())
@MANY
def test_the_doses_of_a_series_are_planned_in_order(ask: Asking, raw: dict[str, object]) -> None:
    planned = plan_of(ask(raw))
    for one, other in pairwise(name for name in SERIES if name in planned):
        if SERIES[one] == SERIES[other]:
            assert planned[one].first <= planned[other].first, (one, other)


@given(raw=children())
@MANY
def test_live_vaccines_are_planned_on_one_day_or_28_days_apart(ask: Asking, raw: dict[str, object]) -> None:
    result = ask(raw)
    begins = result.on if raw["record"] in ("some", "none") else date.fromisoformat(str(raw["birth_date"]))
    live = ("bcg", "mmr", "je-l", "hepa-l")
    days = {day_of(event, begins) for key, event in plan_of(result).items() if key.startswith(live)}
    entered = raw.get("doses")
    if isinstance(entered, list):
        known = [
            row
            for row in entered
            if row["date"] != UNKNOWN and row["vaccine"] in ("BCG", "MMR", "MR", "JE-L", "HepA-L")
        ]
        last = max((date.fromisoformat(row["date"]) for row in known), default=None)
        days |= {last} if last else set()
    assert all((later - earlier).days >= 28 for earlier, later in pairwise(sorted(days)))


@given(raw=children(), data=st.data())
@MANY
def test_giving_a_dose_on_its_day_takes_it_off_the_plan_and_brings_none_forward(
    ask: Asking, raw: dict[str, object], data: st.DataObject
) -> None:
    raw = raw | {"record": "some" if raw.get("doses") else "none"}
    result = ask(raw)
    names: dict[str, str] = {}
    for key in (name for name in (*SERIES, "dt-1") if name in plan_of(result)):
        names.setdefault(SERIES.get(key, "DTaP"), key)
    if not names:
        return
    key = data.draw(st.sampled_from(sorted(names.values())))
    day = day_of(plan_of(result)[key], result.on)
    if day > LAST_DAY:
        return
    entered = raw.get("doses")
    dose = {"vaccine": CODES[key.rsplit("-", 1)[0]], "date": day.isoformat()}
    had = [*entered, dose] if isinstance(entered, list) else [dose]
    before = plan_of(ask(raw | {"on": day.isoformat()}))
    later = plan_of(ask(raw | {"on": day.isoformat(), "record": "some", "doses": had}))
    assert day_of(before[key], day) == day
    assert key not in later
    assert later.keys() <= before.keys()
    assert all(day_of(later[name], day) >= day_of(before[name], day) for name in later)
