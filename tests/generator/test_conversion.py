"""Simplified to traditional: words change, and what is no word stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.conversion import Converter


@pytest.fixture
def plain(tmp_path: Path) -> Converter:
    """A converter without a fix list."""
    return Converter("s2tw", tmp_path / "fixes.yaml")


def test_characters_are_converted(plain: Converter) -> None:
    assert plain.convert("办理机构与咨询电话") == "辦理機構與諮詢電話"


@pytest.mark.parametrize(
    "kept",
    [
        "{{ rule.leave.maternity_days }}",
        "{{ table.leave-by-place }}",
        "{#who}",
        "{day}",
        "https://example.org/a?b=c",
        "](measure:产假)",
        "`发`",
    ],
)
def test_what_is_no_word_stays_as_it_is(plain: Converter, kept: str) -> None:
    assert plain.convert(f"发 {kept} 发") == f"發 {kept} 發"


def test_a_link_keeps_its_address_and_changes_its_words(plain: Converter) -> None:
    assert plain.convert("[产假](measure:maternity-leave#how-long)") == "[產假](measure:maternity-leave#how-long)"


def test_fixes_mend_what_the_conversion_gets_wrong(tmp_path: Path) -> None:
    fixes = tmp_path / "fixes.yaml"
    fixes.write_text("諮詢: 洽詢\n", encoding="utf-8")
    assert Converter("s2tw", fixes).convert("请咨询") == "請洽詢"


def test_fixes_do_not_touch_what_is_no_word(tmp_path: Path) -> None:
    fixes = tmp_path / "fixes.yaml"
    fixes.write_text("leave: 假\n", encoding="utf-8")
    assert Converter("s2tw", fixes).convert("{{ rule.leave.x }} leave") == "{{ rule.leave.x }} 假"


@pytest.mark.parametrize("text", ["", "\n", "{{ a }}", "{{ a }}{{ b }}", "no Chinese", "第一行\n\n- 第二行\n"])
def test_nothing_is_lost_or_added(plain: Converter, text: str) -> None:
    assert len(plain.convert(text)) == len(text)


def test_an_address_ends_where_chinese_begins(plain: Converter) -> None:
    assert plain.convert("见https://example.org/a发") == "見https://example.org/a發"
