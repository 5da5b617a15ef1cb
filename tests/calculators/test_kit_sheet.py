"""The sheet: its sections and blocks, and what it says about doubt and law."""

from __future__ import annotations

from datetime import date
from typing import Any

from calculators.kit.message import Message, yuan
from calculators.kit.result import Amount, Kind, Part, Result, Verdict
from calculators.kit.sheet import sheet
from calculators.kit.wording import UNSURE
from tests.calculators.asking import Desk, child
from tests.calculators.latin import words

ON = date(2026, 11, 23)


def blocks(given: dict[str, Any], section: str) -> list[dict[str, Any]]:
    """Return the blocks of a section of the sheet."""
    found: list[dict[str, Any]] = next(part["blocks"] for part in given["sections"] if part["id"] == section)
    return found


def test_a_section_without_content_is_left_out() -> None:
    assert sheet(Result(Verdict.LIKELY, Message("好"), ON, "cn", Part()), words())["sections"] == []


def test_every_block_is_of_a_known_kind_and_every_row_has_its_columns(desk: Desk) -> None:
    for given in (desk.birth(), desk.family(child("2023-12-15"), child("2026-02-10"), on="2026-11-23")):
        for section in given["sheet"]["sections"]:
            for block in section["blocks"]:
                assert block["kind"] in {"paragraph", "list", "checks", "table", "steps"}
                assert all(len(row) == len(block["columns"]) for row in block.get("rows", []))


def test_an_amount_that_is_not_certain_says_so() -> None:
    made = Part(amounts=tuple(Amount(Kind.ONCE, Message("钱"), yuan(1000), certain) for certain in (True, False)))
    (table,) = blocks(sheet(Result(Verdict.LIKELY, Message("好"), ON, "cn", made), words()), "amounts")
    assert [row[2] for row in table["rows"]] == ["1,000", f"1,000{UNSURE.msgid}"]


def test_every_step_that_has_a_rule_names_its_law_and_how_sure_it_is(desk: Desk) -> None:
    (steps,) = blocks(desk.birth()["sheet"], "steps")
    cited = [rule for step in steps["items"] for rule in step["rules"]]
    assert cited
    assert all("《" in rule["text"] and rule["grade"] in "ABC" for rule in cited)


def test_the_sheet_says_the_day_and_that_the_office_decides(desk: Desk) -> None:
    dated = desk.birth()["sheet"]["dated"]
    assert "2026年11月23日" in dated
    assert "办理机构" in dated
