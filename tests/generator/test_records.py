"""Records: every scalar is text, every value has its line, and faults do not stop the reading."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.records import Faults, Record, parse_yaml, read_yaml


@pytest.fixture
def faults() -> Faults:
    return Faults("file.yaml")


def said(faults: Faults) -> list[str]:
    return [str(problem) for problem in faults.found]


@pytest.mark.parametrize("text", ["no", "1.10", "2026-03-01", "0x1F", "12:30", "~x", "on", "1_000"])
def test_a_scalar_stays_the_text_that_was_written(faults: Faults, text: str) -> None:
    assert parse_yaml(f"key: {text}", faults).text("key") == text
    assert parse_yaml(f"key: '{text}'", faults).text("key") == text


@pytest.mark.parametrize("text", ["", "null", "~"])
def test_nothing_written_is_nothing_and_not_text(faults: Faults, text: str) -> None:
    record = parse_yaml(f"key: {text}", faults)
    assert record.fields["key"].value is None
    assert record.text("key") == ""
    assert said(faults) == ["file.yaml:1: “key” is missing or not text — write key: followed by text"]


def test_values_know_their_lines_below_front_matter_too(faults: Faults) -> None:
    record = parse_yaml("a: 1\nb:\n  c:\n    - d: 2\n    - d: 3\n", faults, first_line=2)
    assert [record.line("a"), record.line("b"), record.record("b").line("c")] == [2, 3, 4]
    assert [each.line("d") for each in record.record("b").records("c")] == [5, 6]
    assert record.line("not there") == record.line() == 2


def test_a_duplicate_key_names_the_first_one_and_keeps_it(faults: Faults) -> None:
    record = parse_yaml("a: 1\nb: 2\na: 3\n", faults)
    assert record.text("a") == "1"
    assert said(faults) == ["file.yaml:3: duplicate key “a” — keep one; the first is on line 1"]


def test_a_duplicate_key_is_found_deep_inside(faults: Faults) -> None:
    parse_yaml("list:\n  - {a: 1, a: 2}\n", faults)
    assert said(faults)[0].startswith("file.yaml:2: duplicate key “a”")


@pytest.mark.parametrize(("text", "line"), [("a: 1\nb: [1, 2\nc: 3", 3), ("a: 1\n\tb: 2", 2), ("a: 1\nb: c: d", 2)])
def test_broken_yaml_is_one_fault_with_its_line(faults: Faults, text: str, line: int) -> None:
    assert parse_yaml(text, faults).fields == {}
    assert len(faults.found) == 1
    assert said(faults)[0].startswith(f"file.yaml:{line}: broken YAML: ")


@pytest.mark.parametrize("text", ["- a\n- b\n", "just words", ""])
def test_a_file_that_is_no_mapping_is_a_fault(faults: Faults, text: str) -> None:
    parse_yaml(text, faults)
    assert said(faults) == ["file.yaml:1: the file is not a mapping — write keys and values, such as “title: …”"]


def test_tags_cannot_make_objects(faults: Faults) -> None:
    record = parse_yaml("a: !!python/object/apply:os.system ['true']\nb: 1\n", faults)
    assert record.fields["a"].plain() == ["true"]


def test_a_missing_file_is_a_fault_of_the_whole_file(faults: Faults, tmp_path: Path) -> None:
    assert read_yaml(tmp_path / "file.yaml", faults).fields == {}
    assert said(faults) == ["file.yaml: the file is missing — create it; CONTRIBUTING shows what it holds"]


def test_a_file_in_another_encoding_is_a_fault(faults: Faults, tmp_path: Path) -> None:
    (tmp_path / "file.yaml").write_bytes("a: 补贴".encode("gb18030"))
    read_yaml(tmp_path / "file.yaml", faults)
    assert said(faults) == ["file.yaml: the file is not UTF-8 — save it with the encoding UTF-8"]


def test_a_byte_order_mark_does_no_harm(faults: Faults, tmp_path: Path) -> None:
    (tmp_path / "file.yaml").write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    assert read_yaml(tmp_path / "file.yaml", faults).text("a") == "1"
    assert said(faults) == []


@pytest.mark.parametrize("text", ["2026-02-30", "2026-3-1", "20260301", "2026-W10-1", "soon", "01.03.2026"])
def test_a_day_that_is_no_date_is_a_fault(faults: Faults, text: str) -> None:
    parse_yaml(f"x: 1\nday: {text}\n", faults).day("day")
    assert said(faults) == [f"file.yaml:2: “{text}” is not a date — write it as 2026-03-01"]


@pytest.mark.parametrize("text", ["1948-12-31", "2101-01-01", "0206-03-01"])
def test_a_day_far_away_is_a_slip_of_the_hand(faults: Faults, text: str) -> None:
    parse_yaml(f"x: 1\nday: {text}\n", faults).day("day")
    assert said(faults) == [f"file.yaml:2: “{text}” is far away — write a day of the years 1949 to 2100"]


@pytest.mark.parametrize("text", ["1949-01-01", "2100-12-31"])
def test_the_first_and_the_last_day_of_those_years_will_do(faults: Faults, text: str) -> None:
    assert parse_yaml(f"day: {text}", faults).day("day") == date.fromisoformat(text)
    assert said(faults) == []


@pytest.mark.parametrize(("text", "found"), [("", ""), ("day: ''", ""), ("day: 2026-03-01", "2026-03-01")])
def test_a_day_that_may_be_left_out_is_text(faults: Faults, text: str, found: str) -> None:
    assert parse_yaml(f"x: 1\n{text}\n", faults).day_or_nothing("day") == found
    assert said(faults) == []


def test_a_day_that_may_be_left_out_is_a_date_where_it_is_given(faults: Faults) -> None:
    parse_yaml("day: yes", faults).day_or_nothing("day")
    assert said(faults) == ["file.yaml:1: “yes” is not a date — write it as 2026-03-01"]


@pytest.mark.parametrize("text", ["a: [1", "- a", ""])
def test_nothing_is_missed_in_what_cannot_be_read(faults: Faults, text: str) -> None:
    record = parse_yaml(text, faults)
    record.only("b")
    assert (record.broken, record.text("title"), record.record("name").text("en")) == (True, "", "")
    assert len(faults.found) == 1


def test_a_day_is_read_as_a_date(faults: Faults) -> None:
    assert parse_yaml("day: 2026-03-01", faults).day("day") == date(2026, 3, 1)


def every_kind(record: Record) -> list[object]:
    return [record.texts("a"), record.records("a"), record.record("a").fields]


def test_what_is_of_another_kind_is_a_fault_and_reads_as_empty(faults: Faults) -> None:
    assert every_kind(parse_yaml("a: text", faults)) == [(), (), {}]
    assert [problem.message for problem in faults.found] == [
        "“a” is not a list of texts",
        "“a” is not a list of mappings",
        "“a” is missing or not a mapping",
    ]


def test_lists_may_be_left_out_but_mappings_may_not(faults: Faults) -> None:
    assert every_kind(parse_yaml("b: text", faults)) == [(), (), {}]
    assert [problem.message for problem in faults.found] == ["“a” is missing or not a mapping"]


def test_a_mixed_list_is_a_fault_that_keeps_what_fits(faults: Faults) -> None:
    record = parse_yaml("a: [one, {b: 1}]", faults)
    assert record.texts("a") == ("one",)
    assert [each.text("b") for each in record.records("a")] == ["1"]
    assert len(faults.found) == 2


def test_unknown_keys_are_named_with_those_that_are_known(faults: Faults) -> None:
    parse_yaml("a: 1\nc: 2\n", faults).only("a", "b")
    assert said(faults) == ["file.yaml:2: unknown key “c” — use one of: a, b"]


def test_plain_gives_values_without_their_lines(faults: Faults) -> None:
    record = parse_yaml("a: [1, {b: null}]", faults)
    assert record.node.plain() == {"a": ["1", {"b": None}]}
