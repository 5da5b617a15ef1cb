"""Published addresses: none vanishes unlisted, and one that has moved shows the way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.addresses import ADDRESSES, address_problems, addresses_in, moved_pages, record, unrecorded
from generator.figures import rules_here
from generator.measure_page import measure_page
from generator.model import Site
from generator.source_links import source_links
from tests.generator.small import put, site_of, words_of

LEAVE = "leave/maternity-leave"


def problems(site: Site, **changes: object) -> list[str]:
    return [str(problem) for problem in address_problems(replace(site, **changes))]  # type: ignore[arg-type]


def test_anchors_are_those_of_the_headings_that_people_wrote(small_site: Site) -> None:
    assert addresses_in(small_site)[LEAVE] == ("length",)


@pytest.mark.parametrize(
    ("listed", "gone"),
    [
        ({LEAVE: ("length",)}, ""),
        ({LEAVE: ("length", "twins")}, f"{LEAVE}#twins"),
        ({"leave/old": ()}, "leave/old"),
    ],
)
def test_what_was_published_and_is_gone_is_a_fault(
    small_site: Site, listed: dict[str, tuple[str, ...]], gone: str
) -> None:
    found = problems(small_site, addresses=listed)
    assert [gone in problem and "was published and is gone" in problem for problem in found] == [True] * bool(gone)


def test_what_is_gone_is_no_fault_when_the_list_says_where_it_went(small_site: Site) -> None:
    listed = {LEAVE: ("length", "twins"), "leave/old": ()}
    moved = {f"{LEAVE}#twins": f"{LEAVE}#length", "leave/old": LEAVE}
    assert problems(small_site, addresses=listed, moved=moved) == []


def test_a_way_that_leads_nowhere_or_from_what_is_still_there_is_a_fault(small_site: Site) -> None:
    (nowhere,) = problems(small_site, moved={"leave/old": "leave/new"})
    assert "leads to “leave/new”, which is not there" in nowhere
    (both,) = problems(small_site, moved={f"{LEAVE}#length": LEAVE})
    assert "has moved, and is there too" in both


def test_a_part_that_has_moved_keeps_its_anchor_and_leads_on(small_site: Site) -> None:
    site = replace(small_site, moved={f"{LEAVE}#twins": "money/childcare-subsidy"})
    page = measure_page(site.measure("maternity-leave"), rules_here(site), words_of(site, "zh-Hans"))
    assert page.endswith("[育儿补贴](../money/childcare-subsidy.md)\n{#twins}\n")


def test_a_page_that_has_moved_leads_on_from_its_old_address(small_site: Site) -> None:
    site = replace(small_site, moved={"leave/old": f"{LEAVE}#length"})
    (found,) = moved_pages(words_of(site, "zh-Hans")).items()
    assert found[0] == "leave/old.md"
    assert found[1].endswith(f"[产假](../{LEAVE}.md#length)\n")


def test_recording_adds_what_is_new_and_takes_nothing_out(content: Path) -> None:
    (content / ADDRESSES).write_text(f"{LEAVE}: [twins]\n", encoding="utf-8")
    (content / "moved.yaml").write_text(f"{LEAVE}#twins: {LEAVE}#length\n", encoding="utf-8")
    new = record(site_of(content), content)
    assert f"{LEAVE}#length" in new
    after = site_of(content)
    assert after.addresses[LEAVE] == ("twins", "length")
    assert unrecorded(after) == []
    assert record(after, content) == []


def test_links_of_sources_name_the_files_that_rest_on_them(content: Path) -> None:
    lines = source_links(site_of(content))
    assert len(lines) == len(site_of(content).sources)
    (leave,) = [line for line in lines if "measures/leave/maternity-leave/measure.yaml" in line]
    assert "places/cn/rules/leave.yaml" in leave
    put(content, "sources.yaml", "", "unread:\n  title: 通知\n\n")
    assert [line for line in source_links(site_of(content)) if "unread" in line] == ["(no link)  unread: unused"]
