"""Terms on a page: their first use leads to the glossary, and nothing else is touched."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.figures import rules_here
from generator.measure_page import measure_page
from generator.model import Site, Term
from generator.terms import Use, link_first_uses, uses
from tests.generator.small import words_of

LEAVE = Use("leave", "Days off work.", "leave")
MATERNITY = Use("maternity leave", "Leave at a birth.", "maternity-leave")
UYGHUR = Use("تولۇقلىما", "پۇل", "subsidy")


def linked(word: str, use: Use) -> str:
    return f'[{word}](glossary.md#{use.anchor} "{use.meaning}"){{.term}}'


def once(text: str, *terms: Use) -> str:
    (found,) = link_first_uses([text], terms, "glossary.md")
    return found


def test_only_the_first_use_on_a_page_is_linked() -> None:
    first, second = link_first_uses(["Take leave, then leave.", "More leave."], [LEAVE], "glossary.md")
    assert first == f"Take {linked('leave', LEAVE)}, then leave."
    assert second == "More leave."


def test_a_longer_term_is_found_before_a_shorter_one_in_it() -> None:
    assert once("Maternity leave is leave.", LEAVE, MATERNITY) == (
        f"{linked('Maternity leave', MATERNITY)} is {linked('leave', LEAVE)}."
    )


@pytest.mark.parametrize(
    "text",
    [
        "## How much leave {#leave}",
        "| leave | 98 |",
        "[leave](../leave.md)",
        "[days](../leave.md){title=leave}",
        "{{ table.leave }}",
        "`leave`",
        '<figure class="leave">',
        '!!! info "leave"',
        "https://example.org/leave",
        "cleaved",
        "leaves",
    ],
)
def test_a_word_that_is_no_plain_word_of_the_text_is_left_alone(text: str) -> None:
    assert once(text, LEAVE) == text


def test_a_chinese_or_korean_term_is_found_inside_a_run_of_letters() -> None:
    assert once("可以申领育儿补贴的家庭", Use("育儿补贴", "现金。", "subsidy")).startswith("可以申领[育儿补贴](")
    assert once("출산휴가를 씁니다", Use("출산휴가", "휴가.", "leave")).endswith("{.term}를 씁니다")


def test_a_uyghur_word_with_an_ending_is_not_cut() -> None:
    assert once("تولۇقلىمىسى", UYGHUR) == "تولۇقلىمىسى"
    assert once("تولۇقلىما، بار", UYGHUR) == f"{linked('تولۇقلىما', UYGHUR)}، بار"


def test_quotation_marks_in_a_meaning_do_not_end_the_link() -> None:
    assert '"So-called &quot;leave&quot;"' in once("leave", Use("leave", 'So-called "leave"', "leave"))


def test_a_term_without_a_meaning_or_in_the_title_is_not_offered(small_site: Site) -> None:
    terms = {
        "mother": Term("mother", {"zh-Hans": "母亲"}, {}, {"zh-Hans": "生孩子的人。"}),
        "leave": Term("leave", {"zh-Hans": "产假"}, {}, {"zh-Hans": "假期。"}),
        "bare": Term("bare", {"zh-Hans": "父亲"}, {}, {}),
    }
    words = words_of(replace(small_site, glossary=terms), "zh-Hans")
    assert [use.anchor for use in uses(words, "产假")] == ["mother", "bare"]
    assert link_first_uses(["父亲"], uses(words, "产假"), "g.md") == ["父亲"]


def test_a_page_links_its_terms_in_its_own_language_and_leaves_the_source_s_text_alone(small_site: Site) -> None:
    term = Term("birth", {"zh-Hans": "生孩子", "en": "birth"}, {}, {"zh-Hans": "分娩。", "en": "Giving birth."})
    site = replace(small_site, glossary={"birth": term})
    pages = {
        tag: measure_page(site.measure("maternity-leave"), rules_here(site), words_of(site, tag))
        for tag in ("zh-Hans", "zh-Hant", "en")
    }
    assert '[生孩子](../glossary.md#birth "分娩。"){.term}前后' in pages["zh-Hans"]
    assert "](../glossary.md#birth" in pages["zh-Hant"]
    assert pages["en"].count("](../glossary.md#birth") == 1
