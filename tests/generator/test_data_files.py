"""The site's data for others to use: each file is as its own JSON Schema says, and a schema refuses what is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from generator.data_files import SCHEMAS, data_files
from generator.model import Site

NAMES = ("indicators", "measures", "rules", "sources")
SUBSIDY = ("measures", "childcare-subsidy")
AMOUNT = ("rules", "cn", "childcare-subsidy.annual_amount")
NORM = ("sources", "subsidy-norm")
BIRTHS = ("indicators", "births")
MISSING = object()
"""In place of a value: the key is taken away."""

type Path = tuple[str | int, ...]


@pytest.fixture(scope="session")
def small_data(small_site: Site) -> dict[str, Any]:
    """The data and the schemas of the small site, by the file's name."""
    return read(small_site)


@pytest.fixture(scope="session")
def real_data(real_site: Site) -> dict[str, Any]:
    """The data and the schemas of the real site, by the file's name."""
    return read(real_site)


def read(site: Site) -> dict[str, Any]:
    return {name: json.loads(text) for name, text in data_files(site).items()}


def faults(name: str, data: object, files: dict[str, Any]) -> list[tuple[Path, str]]:
    """Return what a schema finds in data: where, and by which of its words."""
    validator = Draft202012Validator(files[f"{name}.schema.json"], format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [(tuple(error.absolute_path), str(error.validator)) for error in validator.iter_errors(data)]


def changed(data: object, path: Path, value: object) -> Any:
    """Return data with another value at a path."""
    whole = deepcopy(data)
    place: Any = whole
    for step in path[:-1]:
        place = place[step]
    if value is MISSING:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return whole


def places(data: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Yield everything that stands in data, with its path; a rule's value may be anything, so nothing in it."""
    yield path, data
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, each in inside:
        if path[:1] != ("rules",) or step != "value":
            yield from places(each, (*path, step))


def test_every_file_of_data_has_its_schema_and_there_is_no_other(real_data: dict[str, Any]) -> None:
    assert set(real_data) == {f"{name}.{end}" for name in NAMES for end in ("json", "schema.json")}
    assert {path.name for path in SCHEMAS.iterdir()} == {f"{name}.schema.json" for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_a_schema_of_the_draft_it_names(name: str, real_data: dict[str, Any]) -> None:
    schema = real_data[f"{name}.schema.json"]
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("name", NAMES)
def test_the_data_of_the_real_site_are_as_their_schema_says(name: str, real_data: dict[str, Any]) -> None:
    assert real_data[f"{name}.json"][name]
    assert faults(name, real_data[f"{name}.json"], real_data) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_data_of_the_small_site_are_as_their_schema_says(name: str, small_data: dict[str, Any]) -> None:
    assert small_data[f"{name}.json"][name]
    assert faults(name, small_data[f"{name}.json"], small_data) == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("edition", ["2026-02-29", "23.11.2026", "", 20261123, None])
def test_a_schema_refuses_an_edition_that_is_no_day(name: str, edition: object, small_data: dict[str, Any]) -> None:
    data = changed(small_data[f"{name}.json"], ("edition",), edition)
    assert [where for where, _word in faults(name, data, small_data)] == [("edition",)]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("key", ["edition", "data"])
def test_a_schema_refuses_a_file_without_its_edition_or_its_data(
    name: str, key: str, small_data: dict[str, Any]
) -> None:
    data = changed(small_data[f"{name}.json"], (name if key == "data" else key,), MISSING)
    assert faults(name, data, small_data) == [((), "required")]


WRONG: dict[str, tuple[Path, object, str]] = {
    "a measure with a status nobody knows": ((*SUBSIDY, "status"), "done", "enum"),
    "a measure without a clause": ((*SUBSIDY, "clauses"), [], "minItems"),
    "a measure without a source": ((*SUBSIDY, "sources"), [], "minItems"),
    "a hotline of four digits": ((*SUBSIDY, "hotlines", 0), "1234", "pattern"),
    "a hotline of six digits": ((*SUBSIDY, "hotlines", 0), "123456", "pattern"),
    "a path with its language": ((*SUBSIDY, "path"), "en/money/childcare-subsidy", "pattern"),
    "conditions that are not lists of lists": ((*SUBSIDY, "who"), [["resident"], "employed"], "type"),
    "a day of the check that does not exist": ((*SUBSIDY, "checked"), "2026-11-31", "format"),
    "a day of the next check that does not exist": ((*SUBSIDY, "review_by"), "2027-00-01", "format"),
    "an article without its source": ((*SUBSIDY, "sources", 0, "source"), MISSING, "required"),
    "a measure whose title is missing": ((*SUBSIDY, "title"), MISSING, "required"),
    "a slug in capitals": (("measures", "Childcare"), {}, "pattern"),
    "a grade nobody knows": ((*AMOUNT, "values", 0, "grade"), "D", "enum"),
    "a first day that does not exist": ((*AMOUNT, "values", 0, "from"), "2025-13-01", "oneOf"),
    "a value checked on no day": ((*AMOUNT, "values", 0, "checked"), "today", "format"),
    "a value without its source": ((*AMOUNT, "values", 0, "source"), MISSING, "required"),
    "a rule whose unit is missing": ((*AMOUNT, "unit"), MISSING, "required"),
    "a rule named without its subject": (("rules", "cn", "annual_amount"), {}, "pattern"),
    "a place in capitals": (("rules", "CN"), {}, "pattern"),
    "a source without a title": ((*NORM, "title"), MISSING, "required"),
    "a source of a year only": ((*NORM, "date"), "2025", "format"),
    "a source's key in capitals": (("sources", "Norm"), {"title": "规范"}, "pattern"),
    "a figure of a grade nobody knows": ((*BIRTHS, "values", 0, "grade"), "D", "enum"),
    "a figure without its year": ((*BIRTHS, "values", 0, "year"), MISSING, "required"),
    "a year as text": ((*BIRTHS, "values", 0, "year"), "2023", "type"),
    "a figure with a comma": ((*BIRTHS, "values", 0, "value"), "1,200", "pattern"),
    "a figure with nothing after its point": ((*BIRTHS, "values", 0, "value"), "902.", "pattern"),
    "a target by a comparison nobody knows": ((*BIRTHS, "targets", 0, "comparison"), "over", "enum"),
    "a target with a comma": ((*BIRTHS, "targets", 0, "value"), "1,200", "pattern"),
    "a target of a grade nobody knows": ((*BIRTHS, "targets", 0, "grade"), "D", "enum"),
    "a target by a day": ((*BIRTHS, "targets", 0, "by"), "2030-12-31", "type"),
    "a target without its plan": ((*BIRTHS, "targets", 0, "plan"), MISSING, "required"),
    "an indicator without its source": ((*BIRTHS, "source"), MISSING, "required"),
    "an indicator in capitals": (("indicators", "Births"), {}, "pattern"),
}
"""What is wrong: where, with which value, and by which word of the schema it is refused."""


@pytest.mark.parametrize(("path", "value", "word"), WRONG.values(), ids=WRONG.keys())
def test_a_schema_refuses_a_wrong_value(path: Path, value: object, word: str, small_data: dict[str, Any]) -> None:
    name = str(path[0])
    found = faults(name, changed(small_data[f"{name}.json"], path, value), small_data)
    assert word in [by for where, by in found if where[: len(path)] in (path, path[:-1])]


def test_every_schema_has_refused_a_wrong_value() -> None:
    assert {path[0] for path, _value, _word in WRONG.values()} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_refuses_a_value_of_another_kind_wherever_it_stands(name: str, small_data: dict[str, Any]) -> None:
    data = small_data[f"{name}.json"]
    taken = [path for path, _old in places(data) if path and not faults(name, changed(data, path, 1.5), small_data)]
    assert taken == []


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_refuses_a_key_nobody_knows_wherever_it_stands(name: str, small_data: dict[str, Any]) -> None:
    data = small_data[f"{name}.json"]
    objects = [path for path, old in places(data) if isinstance(old, dict)]
    assert len(objects) > len(data[name])
    assert [path for path in objects if not faults(name, changed(data, (*path, "price"), 1), small_data)] == []


RIGHT: dict[str, tuple[Path, object]] = {
    "a rule from a day nobody recorded": ((*AMOUNT, "values", 0, "from"), None),
    "a rule that ends": ((*AMOUNT, "values", 0, "value"), None),
    "a value by birth order": ((*AMOUNT, "values", 0, "value"), {"first": "0", "second": "1000"}),
    "a measure that asks nothing of anybody": ((*SUBSIDY, "who"), []),
    "a source that has a title only": (NORM, {"title": "育儿补贴管理规范"}),
    "a figure below nought": ((*BIRTHS, "values", 0, "value"), "-1.2"),
    "a target without a year": ((*BIRTHS, "targets", 0, "by"), None),
}


@pytest.mark.parametrize(("path", "value"), RIGHT.values(), ids=RIGHT.keys())
def test_a_schema_takes_what_may_be_left_open(path: Path, value: object, small_data: dict[str, Any]) -> None:
    name = str(path[0])
    assert faults(name, changed(small_data[f"{name}.json"], path, value), small_data) == []
