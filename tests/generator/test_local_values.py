"""What a place has set itself, on the pages of the measures it belongs to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.figures import rules_here
from generator.local_values import local_values
from generator.measure_page import measure_page
from generator.model import Site
from tests.generator.small import words_of


def section(site: Site, slug: str = "maternity-leave", tag: str = "zh-Hans") -> list[str]:
    """Return the lines of the section on a page, or none."""
    return local_values(site.measure(slug), rules_here(site), words_of(site, tag)).split("\n")


def test_a_site_for_a_place_shows_its_values_with_their_law_and_how_sure_they_are(small_site: Site) -> None:
    heading, _empty, *lines = section(small_site)
    assert heading == "## 浙江省的数值 {#local}"
    assert lines[0].startswith("- 延长的产假 · 《")
    assert lines[1:4] == ["    - 第一个孩子：60 天", "    - 第二个孩子：90 天", "    - 第三个孩子：90 天"]
    assert lines[4].startswith("- 陪产假：15 天 · 《")
    assert lines[4].endswith("尚未确认，请向办理机构核实")
    assert lines[5].startswith("- 育儿假：10 天 至 12 天 · 《") or lines[5].startswith("- 育儿假：10 至 12 天 · 《")


def test_values_of_the_country_are_not_told_as_the_places_own(small_site: Site) -> None:
    assert not any("产假 98" in line or "国家" in line for line in section(small_site))
    assert section(small_site, "childcare-subsidy") == [""]


def test_a_site_for_the_country_has_no_such_section(small_site: Site) -> None:
    assert section(replace(small_site, place="cn")) == [""]


def test_only_what_is_in_force_on_the_sites_day_is_shown(small_site: Site) -> None:
    shown = {
        day: any("延长的产假" in line for line in section(replace(small_site, edition=date.fromisoformat(day))))
        for day in ("2021-11-24", "2021-11-25")
    }
    assert shown == {"2021-11-24": False, "2021-11-25": True}


def test_the_section_stands_behind_the_text_of_the_page(small_site: Site) -> None:
    page = measure_page(small_site.measure("maternity-leave"), rules_here(small_site), words_of(small_site, "en"))
    assert page.index("{#length}") < page.index("{#local}") < page.index("{#ask}")
