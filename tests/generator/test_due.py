"""What is due: only what passes within the days asked for, the nearest first."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.due import due
from generator.model import Site
from tests.generator.small import CN_LEAVE, GOALS, LEAVE, LEAVE_CHINESE, LEAVE_ENGLISH, ZHEJIANG_LEAVE, put, site_of

DAY = date(2026, 11, 23)


def test_nothing_is_due_before_its_time(small_site: Site) -> None:
    assert due(small_site, DAY, 37) == []


def test_a_review_is_due_on_its_day(small_site: Site) -> None:
    assert due(small_site, DAY, 38) == [
        f"2026-12-31 content/{file}: review the text, then set checked and review_by" for file in (LEAVE, GOALS)
    ]


def test_a_review_that_was_missed_stays_due(small_site: Site) -> None:
    assert due(small_site, date(2027, 6, 1), 0)[0].startswith(f"2026-12-31 content/{LEAVE}")


def test_the_nearest_comes_first(small_site: Site) -> None:
    days = [line.split(" ")[0] for line in due(small_site, DAY, 3000)]
    assert days == sorted(days)
    assert len(set(days)) > 2


def test_a_rule_that_ends_is_due_with_its_line(small_site: Site) -> None:
    lines = due(small_site, date(2029, 12, 1), 31)
    place = f"content/{ZHEJIANG_LEAVE}"
    said = [line for line in lines if "ends" in line]
    assert said == [f"2030-01-01 {place}:40: leave.parental_until_age ends; read the pages that speak of it"]


def test_a_rule_that_changes_is_due(content: Path) -> None:
    put(content, CN_LEAVE, "from: 2012-04-28", "from: 2026-12-01")
    put(content, CN_LEAVE, "2026-12-01\n      value: 98", "2026-12-01\n      value: 128")
    lines = due(site_of(content), DAY, 30)
    changes = [line for line in lines if "changes" in line]
    assert changes == [
        f"2026-12-01 content/{CN_LEAVE}:10: leave.maternity_days changes; read the pages that speak of it"
    ]


def test_a_change_of_the_past_is_not_due(small_site: Site) -> None:
    assert not [line for line in due(small_site, date(2030, 1, 1), 100) if "ends" in line]


def test_a_value_is_checked_again_after_a_year_unless_a_later_one_follows(small_site: Site) -> None:
    lines = [line for line in due(small_site, date(2027, 11, 23), 0) if "check it again" in line]
    assert f"2027-11-23 content/{CN_LEAVE}:10: leave.maternity_days was checked on 2026-11-23; check it again" in lines
    assert not [line for line in lines if f"{CN_LEAVE}:5:" in line]


def test_a_translation_older_than_its_source_is_due_at_once(content: Path) -> None:
    put(content, LEAVE_CHINESE, "生孩子前后的假期。", "生孩子前后的带薪假期。")
    site = site_of(content)
    assert due(site, DAY, 0) == [
        f"2026-11-23 content/{LEAVE_ENGLISH}: the source of “intro” has changed since; translate anew, "
        "then run `translations accept` with the file"
    ]
