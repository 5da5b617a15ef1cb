"""Words: plurals, numbers, fallbacks, and values isolated in a right-to-left language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal

import pytest

from calculators.kit.message import Name, Quantity, Span, _
from generator.words import Speech
from tests.calculators.asking import Desk, child
from tests.calculators.latin import words


@pytest.mark.parametrize(
    ("number", "text"), [("0", "0 days"), ("1", "1 day"), ("2", "2 days"), ("98", "98 days"), ("1.5", "1.50 days")]
)
def test_a_quantity_has_the_plural_form_of_its_number(number: str, text: str) -> None:
    assert words().quantity(Quantity(Decimal(number), "day")) == text


@pytest.mark.parametrize(("number", "text"), [(1, "1 child"), (3, "3 few children"), (5, "5 children")])
def test_a_language_may_have_three_plural_forms(number: int, text: str) -> None:
    slavic = words(plural="n==1 ? 0 : n<5 ? 1 : 2")
    assert slavic.quantity(Quantity(Decimal(number), "child")) == text


def test_a_plural_form_that_is_missing_falls_back_to_the_last() -> None:
    assert words(plural="n==1 ? 0 : n<5 ? 1 : 7").quantity(Quantity(Decimal(9), "day")) == "9 days"


def test_a_unit_without_words_is_its_number() -> None:
    assert words().quantity(Quantity(Decimal(3), "fathom")) == "3"


@pytest.mark.parametrize(
    ("number", "text"),
    [("0", "0"), ("3600", "3.600"), ("10800.50", "10.800,50"), ("1234567.8", "1.234.567,80"), ("300.00", "300")],
)
def test_numbers_have_the_separators_of_the_language(number: str, text: str) -> None:
    assert words(group=".", decimal=",").number(Decimal(number)) == text


def test_a_message_is_worded_with_its_values() -> None:
    assert words().say(_("你好 {name}", name=Name("place:cn"))) == "Hello China"


@pytest.mark.parametrize("messages", [{}, {"你好 {name}": ""}])
def test_a_missing_translation_falls_back_to_the_source_language(messages: dict[str, str]) -> None:
    assert words(messages=messages).say(_("你好 {name}", name="x")) == "你好 x"


def test_a_missing_name_falls_back_to_its_key() -> None:
    assert words().say(_("{place}", place=Name("place:cn/atlantis"))) == "place:cn/atlantis"


def test_braces_in_a_value_are_only_text() -> None:
    assert words().say(_("你好 {name}", name="{name} {0}")) == "Hello {name} {0}"


def test_a_range_names_its_unit_once() -> None:
    sixty, eighty = (Quantity(Decimal(number), "day") for number in (60, 80))
    assert words().span(Span(sixty, eighty)) == "60 至 80 days"
    assert words().span(Span(sixty, sixty)) == "60 days"


def test_only_a_right_to_left_language_isolates_the_values() -> None:
    said = _("你好 {name}", name="2026")
    assert words(direction="rtl").say(said) == "Hello \u20682026\u2069"
    assert words().say(said) == "Hello 2026"


def test_every_isolation_of_the_real_right_to_left_sheet_is_closed(desk: Desk, speeches: dict[str, Speech]) -> None:
    rtl = [speech for speech in speeches.values() if speech.language.direction == "rtl"]
    assert rtl
    for speech in rtl:
        given = Desk(desk.rules, speech.catalogue_json).birth(place="cn/shanghai", babies="2")
        text = json.dumps(given["sheet"], ensure_ascii=False)
        assert text.count("\u2068") == text.count("\u2069") > 0


def texts(thing: object) -> Iterator[str]:
    """Yield every text in a sheet."""
    if isinstance(thing, str):
        yield thing
    for one in thing.values() if isinstance(thing, dict) else thing if isinstance(thing, list) else ():
        yield from texts(one)


def test_no_language_leaves_a_placeholder_or_a_key_unworded(desk: Desk, speeches: dict[str, Speech]) -> None:
    family = child("2023-12-15", order="second"), child("2026-02-10", order="third")
    for speech in speeches.values():
        there = Desk(desk.rules, speech.catalogue_json)
        quzhou = there.family(*family, on="2026-11-23", place="cn/zhejiang/quzhou", parent_hukou="mother")
        for given in (there.birth(place="cn/fujian"), quzhou):
            worded = "\n".join([*texts(given["sheet"]), given["calendar"]])
            assert [scrap for scrap in ("{", "}", "place:", "rule:") if scrap in worded] == []
