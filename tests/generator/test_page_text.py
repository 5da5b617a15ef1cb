"""A page's text block by block: how each stands to its source, and what a reader is told of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from calculators.kit.message import Message
from generator.blocks import Block, head_block
from generator.figures import rules_here
from generator.model import Site, Text
from generator.page_text import (
    MACHINE,
    MACHINE_BLOCK,
    MACHINE_TITLE,
    MISSING,
    MISSING_BLOCK,
    MISSING_TITLE,
    STALE,
    STALE_TITLE,
    TO_SOURCE,
    PageText,
    State,
    state_of,
)
from generator.words import Speech
from tests.generator.small import REVIEWED, lettered, words_of

HEADING = "## How long {#length}"
INTRO = "Leave around the birth."
LENGTH_NOW, INTRO_NOW = "751963dc", "20d63adb"
OLD = "0" * 8
TITLES = (MISSING_TITLE.msgid, STALE_TITLE.msgid, MACHINE_TITLE.msgid)


def english(site: Site, **changes: Any) -> Text:
    """Return the English text on leave, changed; every block of it is reviewed unless the changes say otherwise."""
    return replace(site.measure("maternity-leave").texts["en"], **{"reviewed": REVIEWED, **changes})


def leave(site: Site, **changes: Any) -> PageText:
    """Return the page on leave in English, its text changed."""
    measure = site.measure("maternity-leave")
    page = replace(measure, texts={**measure.texts, "en": english(site, **changes)})
    return PageText(page, rules_here(site), words_of(site, "en"))


def without(anchor: str) -> Mapping[str, str]:
    """Return the reviews of the English text but one."""
    return {each: day for each, day in REVIEWED.items() if each != anchor}


def made_from(site: Site, **digests: str) -> Mapping[str, str]:
    """Return what the blocks of the English text were made from, with some of it changed."""
    return {**english(site).made_from, **digests}


def told(kind: str, title: Message, text: Message, anchor: str) -> str:
    """Return a notice that leads to an anchor of the source."""
    link = f"../../../zh-Hans/leave/maternity-leave/{anchor}"
    return f'!!! {kind} "{title.msgid}"\n    {text.msgid} [{TO_SOURCE.msgid}]({link}){{hreflang=zh-Hans}}'


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({"made_from": {"intro": INTRO_NOW}}, State.CURRENT),
        ({"made_from": {"intro": INTRO_NOW}, "reviewed": {}}, State.UNREVIEWED),
        ({"made_from": {"intro": INTRO_NOW}, "reviewed": {"intro": ""}}, State.UNREVIEWED),
        ({"made_from": {"intro": INTRO_NOW}, "reviewed": without("intro")}, State.UNREVIEWED),
        ({"made_from": {"intro": OLD}}, State.STALE),
        ({"made_from": {"intro": OLD}, "reviewed": {}}, State.STALE),
        ({"made_from": {"length": INTRO_NOW}}, State.STALE),
        ({"made_from": {}}, State.STALE),
        ({"made_from": {"intro": INTRO_NOW}, "body": HEADING}, State.MISSING),
        ({"made_from": {"intro": OLD}, "body": HEADING}, State.MISSING),
    ],
)
def test_a_block_is_missing_before_it_is_stale_and_stale_before_it_is_reviewed(
    changes: dict[str, Any], state: State, small_site: Site
) -> None:
    source = small_site.measure("maternity-leave").texts["zh-Hans"].block("intro")
    assert source
    assert state_of(source, english(small_site, **changes)) is state


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("生孩子前后的假期。", State.CURRENT),
        ("\n生孩子前后的假期。  \n", State.CURRENT),
        ("生孩子前后的假期", State.STALE),
        ("生孩子 前后的假期。", State.STALE),
    ],
)
def test_only_white_space_at_the_ends_of_lines_makes_no_block_stale(text: str, state: State, small_site: Site) -> None:
    assert state_of(Block("intro", text, 1), english(small_site)) is state


def test_the_head_is_stale_when_any_fact_at_a_glance_has_changed(small_site: Site) -> None:
    source = small_site.measure("maternity-leave").texts["zh-Hans"]
    assert state_of(source.blocks[0], english(small_site)) is State.CURRENT
    changed = head_block(source.title, source.summary, {**source.glance, "deadline": "产后"})
    assert state_of(changed, english(small_site)) is State.STALE


def test_a_block_that_is_up_to_date_and_reviewed_is_shown_as_it_is(small_site: Site) -> None:
    page = leave(small_site)
    assert page.states() == {State.CURRENT}
    assert page.body().startswith(f"{INTRO}\n\n{HEADING}\n\n- The nation gives 98 days.\n")
    assert page.notice() == ""


def test_a_missing_block_is_shown_in_the_source_language_below_a_notice(small_site: Site) -> None:
    page = leave(small_site, body=INTRO)
    notice = told("warning", MISSING_TITLE, MISSING_BLOCK, "#length")
    source = '<div lang="zh-Hans" dir="ltr" markdown="1">\n\n## 多长 {#length}\n\n- 国家规定 98 天。\n'
    assert page.body().startswith(f"{INTRO}\n\n{notice}\n\n{source}")
    assert page.body().endswith("\n\n</div>")
    assert page.states() == {State.CURRENT, State.MISSING}
    assert page.notice() == ""


def test_a_missing_part_before_the_first_heading_leads_to_the_top_of_the_source(small_site: Site) -> None:
    body = leave(small_site, body=f"{HEADING}\n\nLong.").body()
    assert body == (
        told("warning", MISSING_TITLE, MISSING_BLOCK, "")
        + '\n\n<div lang="zh-Hans" dir="ltr" markdown="1">\n\n生孩子前后的假期。\n\n</div>'
        + f"\n\n{HEADING}\n\nLong."
    )


def test_a_stale_block_says_so_below_its_heading_and_keeps_its_translation(small_site: Site) -> None:
    page = leave(small_site, made_from=made_from(small_site, length=OLD))
    notice = told("warning", STALE_TITLE, STALE, "#length")
    assert page.body().startswith(f"{INTRO}\n\n{HEADING}\n\n{notice}\n\n- The nation gives 98 days.\n")
    assert "多长" not in page.body()
    assert page.states() == {State.CURRENT, State.STALE}
    assert page.notice() == ""


def test_a_stale_part_before_the_first_heading_says_so_above_its_text(small_site: Site) -> None:
    body = leave(small_site, made_from=made_from(small_site, intro=OLD)).body()
    assert body.startswith(told("warning", STALE_TITLE, STALE, "") + f"\n\n{INTRO}\n\n{HEADING}\n\n- ")


def test_a_block_that_nobody_reviewed_says_so_on_a_page_whose_head_is_reviewed(small_site: Site) -> None:
    page = leave(small_site, reviewed=without("length"))
    notice = told("info", MACHINE_TITLE, MACHINE_BLOCK, "#length")
    assert page.body().startswith(f"{INTRO}\n\n{HEADING}\n\n{notice}\n\n- The nation gives 98 days.\n")
    assert page.states() == {State.CURRENT, State.UNREVIEWED}
    assert page.notice() == ""


@pytest.mark.parametrize("reviewed", [{}, without("head"), {"head": ""}])
def test_where_the_head_is_not_reviewed_the_page_says_so_once_and_no_block_again(
    reviewed: Mapping[str, str], small_site: Site
) -> None:
    page = leave(small_site, reviewed=reviewed)
    assert page.notice().startswith(f'!!! info "{MACHINE_TITLE.msgid}"\n')
    assert "!!!" not in page.body()


def test_a_persons_block_that_nobody_reviewed_is_not_called_a_machines(small_site: Site) -> None:
    page = leave(small_site, reviewed={}, drafted_by="person")
    assert page.states() == {State.UNREVIEWED}
    assert "!!!" not in page.notice() + page.body()


def test_a_persons_block_still_says_when_it_is_stale(small_site: Site) -> None:
    page = leave(small_site, drafted_by="person", made_from=made_from(small_site, length=OLD))
    assert page.body().count("!!!") == page.body().count(STALE_TITLE.msgid) == 1


@pytest.mark.parametrize(
    ("changes", "titles"),
    [
        ({"body": ""}, {MISSING_TITLE.msgid: 2}),
        ({"body": INTRO, "made_from": {"head": "7acae6ed"}}, {STALE_TITLE.msgid: 1, MISSING_TITLE.msgid: 1}),
        ({"made_from": {"head": "7acae6ed"}}, {STALE_TITLE.msgid: 2}),
        ({"reviewed": {"head": "2026-11-23"}}, {MACHINE_TITLE.msgid: 2}),
    ],
)
def test_each_block_tells_its_own_state(changes: dict[str, Any], titles: dict[str, int], small_site: Site) -> None:
    body = leave(small_site, **changes).body()
    assert {title: body.count(title) for title in TITLES if title in body} == titles


def test_the_state_of_the_head_counts_among_those_of_the_page(small_site: Site) -> None:
    page = leave(small_site, made_from=made_from(small_site, head=OLD))
    assert page.states() == {State.CURRENT, State.STALE}
    assert STALE_TITLE.msgid in page.notice()
    assert "!!!" not in page.body()


def test_blocks_come_in_the_order_of_the_source(small_site: Site) -> None:
    measure = small_site.measure("childcare-subsidy")
    text = replace(measure.texts["en"], body="One.\n\n## B {#amount}\n\nTwo.\n\n## A {#who}\n\nThree.")
    page = replace(measure, texts={**measure.texts, "en": text})
    shown = list(PageText(page, rules_here(small_site), words_of(small_site, "en")).blocks())
    assert [each.block.anchor for each in shown] == ["intro", "who", "amount"]
    assert [each.block.text.split("\n")[-1] for each in shown] == ["One.", "Three.", "Two."]


def test_a_block_that_the_source_does_not_have_is_not_shown(small_site: Site) -> None:
    assert "Gone." not in leave(small_site, body=f"{INTRO}\n\n## Old {{#old}}\n\nGone.").body()


@pytest.mark.parametrize(("tag", "text"), [("zh-Hans", "生孩子前后的假期。"), ("zh-Hant", "生孩子前後的假期。")])
def test_the_source_and_what_is_converted_from_it_are_always_current(tag: str, text: str, small_site: Site) -> None:
    page = PageText(small_site.measure("maternity-leave"), rules_here(small_site), words_of(small_site, tag))
    assert page.states() == {State.CURRENT}
    assert page.body().startswith(f"{text}\n\n## ")
    assert page.notice() == ""


@pytest.fixture
def uyghur(spoken: list[Speech]) -> PageText:
    """The page on leave in a language that has no text of it, but words for the notices."""
    words = spoken[-1]
    return PageText(words.site.measure("maternity-leave"), rules_here(words.site), words)


def test_a_page_that_is_not_translated_says_so_once_in_the_readers_language(uyghur: PageText) -> None:
    assert uyghur.states() == {State.MISSING}
    assert uyghur.notice().startswith(
        f'!!! warning "{lettered(MISSING_TITLE.msgid)}"\n    {lettered(MISSING.msgid)} [{lettered(TO_SOURCE.msgid)}]('
    )
    assert "!!!" not in uyghur.body()


def test_every_block_of_a_page_that_is_not_translated_is_marked_as_the_sources_language(uyghur: PageText) -> None:
    opened = '<div lang="zh-Hans" dir="ltr" markdown="1">\n\n'
    assert uyghur.body().startswith(f"{opened}生孩子前后的假期。\n\n</div>\n\n{opened}## 多长 {{#length}}\n\n- ")


def test_words_of_a_head_are_marked_only_where_the_page_is_not_translated(uyghur: PageText, small_site: Site) -> None:
    assert uyghur.mark("向单位申请") == '<span lang="zh-Hans" dir="ltr">向单位申请</span>'
    assert leave(small_site).mark("Ask your employer") == "Ask your employer"


def test_figures_in_words_of_a_head_are_filled_in(small_site: Site) -> None:
    assert leave(small_site).mark("{{ rule.leave.maternity_days | number }} days") == "98 days"


def test_a_draft_whose_head_is_stale_says_both(small_site: Site) -> None:
    page = leave(small_site, made_from=made_from(small_site, head=OLD), reviewed={})
    assert page.notice() == "\n\n".join(
        [told("warning", STALE_TITLE, STALE, ""), told("info", MACHINE_TITLE, MACHINE, "")]
    )


def test_figures_in_a_part_that_is_not_translated_are_in_the_words_of_the_source(uyghur: PageText) -> None:
    assert "- 父亲有 15 天" in uyghur.body()
    assert uyghur.say("{{ rule.leave.maternity_days }}") == "98 天"
