"""Fact sheets say what the page says, the doubts about a translation included."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.fact_sheets import fact_sheet
from generator.figures import rules_here
from generator.model import Measure, Site
from generator.page_text import MACHINE, STALE
from tests.generator.small import REVIEWED, words_of


def leave(site: Site, **changes: Any) -> Measure:
    """Return the measure on leave, with its English text changed."""
    measure = site.measure("maternity-leave")
    return replace(measure, texts={**measure.texts, "en": replace(measure.texts["en"], **changes)})


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"reviewed": REVIEWED}, ""),
        ({}, MACHINE.msgid),
        ({"drafted_by": "person"}, ""),
        ({"made_from": {"length": "0" * 8}}, STALE.msgid),
        ({"made_from": {"head": "0" * 8}, "reviewed": REVIEWED}, STALE.msgid),
    ],
)
def test_a_translation_says_on_paper_when_it_is_a_draft_or_old(
    small_site: Site, changes: dict[str, Any], says: str
) -> None:
    sheet = fact_sheet(leave(small_site, **changes), rules_here(small_site), words_of(small_site, "en"))
    assert sheet.notice == says


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant"])
def test_the_source_text_has_no_notice_on_paper(small_site: Site, tag: str) -> None:
    assert fact_sheet(leave(small_site), rules_here(small_site), words_of(small_site, tag)).notice == ""
