"""Two situations side by side."""

from __future__ import annotations

from tests.calculators.asking import BIRTH, Desk, Json, child

DAY = "2026-11-23"


def family(*children: dict[str, str], place: str = "cn") -> Json:
    return {"place": place, "on": DAY, "children": list(children)}


def both(desk: Desk, one: Json, two: Json, calculator: str = "childcare-subsidy") -> Json:
    return desk.send({"calculator": calculator, "answers": one, "other": two})


def rows(given: Json, section: str) -> list[list[str]]:
    found: list[list[str]] = next(
        (each["blocks"][0]["rows"] for each in given["comparison"]["sections"] if each["id"] == section), []
    )
    return found


def test_only_what_was_answered_otherwise_is_listed(desk: Desk) -> None:
    given = both(desk, family(child("2024-12-31")), family(child("2025-01-01")))
    assert rows(given, "answers") == [["孩子 1 · 出生日期", "2024年12月31日", "2025年1月1日"]]


def test_a_birth_one_day_later_shows_what_it_changes(desk: Desk) -> None:
    given = both(desk, family(child("2024-12-31")), family(child("2025-01-01")))
    (total,) = [row for row in rows(given, "amounts") if row[0] == "合计"]
    assert total[2].startswith("7,200 元（待确认")
    assert total[3:] == ["10,800 元", "多 3,600 元"]


def test_the_same_situation_twice_differs_in_nothing(desk: Desk) -> None:
    given = both(desk, family(child("2025-06-01")), family(child("2025-06-01")))
    assert rows(given, "answers") == []
    assert rows(given, "events") == []
    assert {row[4] for row in rows(given, "amounts")} == {"相同"}


def test_a_child_more_stands_against_nothing(desk: Desk) -> None:
    given = both(desk, family(child("2025-06-01")), family(child("2025-06-01"), child("2026-02-01", order="second")))
    assert ["孩子 2 · 出生日期", "—", "2026年2月1日"] in rows(given, "answers")


def test_two_places_are_named(desk: Desk) -> None:
    given = both(desk, BIRTH | {"order": "second"}, BIRTH | {"order": "second", "place": "cn/zhejiang"}, "leave")
    (asked,) = rows(given, "answers")
    assert asked[1:] == ["北京市", "浙江省"]
    assert ["母亲：产假一共", "多 30 天"] in [[row[1], row[4]] for row in rows(given, "amounts")]


def test_the_second_answer_stands_beside_the_first(desk: Desk) -> None:
    one, two = family(child("2025-06-01")), family(child("2026-06-01"))
    given = both(desk, one, two)
    assert given["result"] == desk.send({"calculator": "childcare-subsidy", "answers": one})["result"]
    assert given["other"] == desk.send({"calculator": "childcare-subsidy", "answers": two})


def test_a_fault_in_one_situation_leaves_the_other_answered(desk: Desk) -> None:
    given = both(desk, family(child("2025-06-01")), family(child("2025-02-30")))
    assert "sheet" in given
    assert [fault["field"] for fault in given["other"]["faults"]] == ["children.0.birth_date"]
    assert "comparison" not in given


def test_a_second_situation_that_is_no_form_is_a_named_problem(desk: Desk) -> None:
    given = desk.send({"calculator": "leave", "answers": BIRTH, "other": ["x"]})
    assert given["faults"][0]["text"]
