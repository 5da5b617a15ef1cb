"""What waits for a translator: the most harmful first, and how much it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from generator.model import Language, Site, Text
from generator.page_text import State
from generator.waiting import Waiting, summary, waiting
from tests.generator.small import CONTENT, LEAVE_ENGLISH, REVIEWED

SAID = {"words": "很好。", "days": "在期限之前。", "figures": "{{ rule.leave.maternity_days }}。"}
STATES = (State.CURRENT, State.UNREVIEWED, State.MISSING, State.STALE)
KOREAN = Language("ko", "ko", "한국어", "ltr", "zh-Hans", "")
NONE = Catalog()
OLD = "0" * 8


def block(anchor: str, text: str) -> str:
    return f"## 标题 {{#{anchor}}}\n\n{text}"


def with_blocks(site: Site, said: Mapping[str, tuple[State, str]]) -> Site:
    """Return the site with one page, on leave: its blocks, in each state and with each text; its head is reviewed."""
    measure = site.measure("maternity-leave")
    in_state = {state: {anchor for anchor, (each, _text) in said.items() if each is state} for state in STATES}
    body = "\n\n".join(block(anchor, text) for anchor, (_state, text) in said.items())
    source = replace(measure.texts["zh-Hans"], body=body)
    text = replace(
        measure.texts["en"],
        body="\n\n".join(block(anchor, "Said.") for anchor in said if anchor not in in_state[State.MISSING]),
        made_from={each.anchor: OLD if each.anchor in in_state[State.STALE] else each.digest for each in source.blocks},
        reviewed=dict.fromkeys({"head"} | in_state[State.CURRENT] | in_state[State.STALE], "2026-11-23"),
    )
    return replace(site, measures=(replace(measure, texts={"zh-Hans": source, "en": text}),), plan=())


def reviewed(text: Text) -> Text:
    return replace(text, reviewed={each.anchor: "2026-11-23" for each in text.blocks})


def messages_that_wait(site: Site, root: Path, entries: str, template: Catalog) -> list[Waiting]:
    """Return what waits in the English messages of the interface, whose file has these entries."""
    folder = root / "locale" / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    head = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    (folder / "messages.po").write_text(head + entries, encoding="utf-8")
    return [each for each in waiting(site, root, template) if each.file.endswith("/messages.po")]


def template_of(*ids: str | tuple[str, str]) -> Catalog:
    template = Catalog(charset="utf-8")
    for each in ids:
        template.add(each)
    return template


def test_stale_comes_before_missing_and_missing_before_unreviewed_and_figures_come_first(small_site: Site) -> None:
    said = {f"{state.value}-{weight}": (state, text) for state in STATES for weight, text in SAID.items()}
    found = waiting(with_blocks(small_site, said), CONTENT, NONE)
    assert [each.what for each in found] == [
        "stale-figures",
        "stale-days",
        "stale-words",
        "missing-figures",
        "missing-days",
        "missing-words",
        "unreviewed-figures",
        "unreviewed-days",
        "unreviewed-words",
    ]
    assert all(each.what.startswith(each.state.value) for each in found)


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("共 {{ rule.leave.maternity_days }}", 0),
        ("期限内：{{ table.leave-by-place }}", 0),
        ("满 3 个月", 1),
        ("申请的期限", 1),
        ("年底截止", 1),
        ("出生之前", 1),
        ("出生以前", 1),
        ("出生后一年内", 1),
        ("向单位申请。", 2),
        ("一百天。", 2),
    ],
)
def test_a_block_weighs_by_its_figures_and_days(text: str, weight: int, small_site: Site) -> None:
    (found,) = waiting(with_blocks(small_site, {"one": (State.UNREVIEWED, text)}), CONTENT, NONE)
    assert (found.what, found.weight) == ("one", weight)


def test_a_block_weighs_by_its_source_and_not_by_its_translation(small_site: Site) -> None:
    site = with_blocks(small_site, {"one": (State.UNREVIEWED, "很好。")})
    measure = site.measures[0]
    text = replace(measure.texts["en"], body=block("one", "Within 30 days: {{ rule.leave.maternity_days }}"))
    site = replace(site, measures=(replace(measure, texts={**measure.texts, "en": text}),))
    assert [each.weight for each in waiting(site, CONTENT, NONE)] == [2]


def test_nothing_waits_where_everything_is_reviewed(small_site: Site) -> None:
    measures = tuple(
        replace(each, texts={**each.texts, "en": reviewed(each.texts["en"])}) for each in small_site.measures
    )
    assert waiting(replace(small_site, measures=measures, plan=()), CONTENT, NONE) == []


def test_each_block_waits_for_itself(small_site: Site) -> None:
    measure = small_site.measure("maternity-leave")
    days = {anchor: day for anchor, day in REVIEWED.items() if anchor != "intro"}
    text = replace(measure.texts["en"], reviewed=days)
    site = replace(small_site, measures=(replace(measure, texts={**measure.texts, "en": text}),), plan=())
    assert waiting(site, CONTENT, NONE) == [Waiting(State.UNREVIEWED, 2, "en", LEAVE_ENGLISH, "intro")]


def test_the_source_and_what_is_converted_from_it_never_wait(small_site: Site) -> None:
    only = replace(small_site, languages=small_site.languages[:2])
    assert waiting(only, CONTENT, template_of("首页")) == []


def test_a_page_without_a_text_waits_as_a_whole_and_weighs_most(small_site: Site) -> None:
    first = waiting(small_site, CONTENT, template_of("首页"))[0]
    assert first == Waiting(State.MISSING, 0, "en", "plan/goals/en.md", "the whole page")
    assert str(first) == "missing    en  content/plan/goals/en.md: the whole page"


def test_what_is_equally_harmful_goes_by_language_then_file_then_block(small_site: Site) -> None:
    english = small_site.languages[2]
    site = replace(
        small_site,
        languages=(*small_site.languages[:2], KOREAN, english),
        measures=tuple(reversed(small_site.measures)),
    )
    found = [each for each in waiting(site, CONTENT, NONE) if each.file.endswith(".md")]
    assert [(each.language, each.file) for each in found if each.state is State.MISSING] == [
        ("en", "plan/goals/en.md"),
        ("ko", "measures/leave/maternity-leave/ko.md"),
        ("ko", "measures/money/childcare-subsidy/ko.md"),
        ("ko", "plan/goals/ko.md"),
    ]
    assert [(each.file.split("/")[1], each.what) for each in found if each.state is State.UNREVIEWED] == [
        ("leave", "head"),
        ("leave", "length"),
        ("money", "amount"),
        ("money", "head"),
        ("money", "who"),
        ("leave", "intro"),
        ("money", "intro"),
    ]


def test_a_message_waits_until_it_is_translated_and_not_fuzzy(small_site: Site, tmp_path: Path) -> None:
    entries = (
        'msgid "首页"\nmsgstr "Home"\n\nmsgid "搜索"\nmsgstr ""\n\n'
        '#, fuzzy\nmsgid "目录"\nmsgstr "Contents"\n\n#, fuzzy\nmsgid "关于"\nmsgstr ""\n'
    )
    found = messages_that_wait(small_site, tmp_path, entries, template_of("首页", "搜索", "目录", "关于", "新的"))
    assert {(each.what, each.state) for each in found} == {
        ("“目录”", State.STALE),
        ("“搜索”", State.MISSING),
        ("“关于”", State.MISSING),
        ("“新的”", State.MISSING),
    }


@pytest.mark.parametrize(("second", "count"), [("", 1), ("{n} days", 0)])
def test_a_message_waits_until_each_of_its_plural_forms_is_there(
    second: str, count: int, small_site: Site, tmp_path: Path
) -> None:
    entries = f'msgid "{{n}} 天"\nmsgid_plural "{{n}} 天"\nmsgstr[0] "{{n}} day"\nmsgstr[1] "{second}"\n'
    found = messages_that_wait(small_site, tmp_path, entries, template_of(("{n} 天", "{n} 天")))
    assert [(each.what, each.state) for each in found] == [("“{n} 天”", State.MISSING)] * count


def test_messages_that_the_code_no_longer_has_do_not_wait(small_site: Site, tmp_path: Path) -> None:
    assert messages_that_wait(small_site, tmp_path, '#, fuzzy\nmsgid "旧的"\nmsgstr "Old"\n', template_of()) == []


def test_texts_of_the_data_wait_in_a_file_of_their_own(small_site: Site) -> None:
    files = [each.file for each in waiting(replace(small_site, title="新站"), CONTENT, NONE) if each.what == "“新站”"]
    assert files == ["locale/en/LC_MESSAGES/content.po"]


def test_messages_come_after_figures_and_before_plain_words(small_site: Site, tmp_path: Path) -> None:
    site = with_blocks(small_site, {"words": (State.STALE, "很好。"), "figures": (State.STALE, SAID["figures"])})
    template = template_of("首页")
    messages_that_wait(site, tmp_path, '#, fuzzy\nmsgid "首页"\nmsgstr "Home"\n', template)
    found = [(each.what, each.weight) for each in waiting(site, tmp_path, template) if each.state is State.STALE]
    assert found == [("figures", 0), ("“首页”", 1), ("words", 2)]


def test_the_summary_counts_each_state_in_each_language_that_people_translate(small_site: Site) -> None:
    site = replace(small_site, languages=(*small_site.languages, KOREAN))
    counts = {
        ("en", State.MISSING): 3,
        ("en", State.UNREVIEWED): 1,
        ("ko", State.STALE): 2,
        ("ko", State.UNREVIEWED): 4,
    }
    found = [Waiting(state, 0, tag, "a.md", str(n)) for (tag, state), count in counts.items() for n in range(count)]
    assert summary(found, site) == ["en: 3 missing, 0 stale, 1 unreviewed", "ko: 0 missing, 2 stale, 4 unreviewed"]


def test_the_summary_of_nothing_still_names_every_language(small_site: Site) -> None:
    assert summary([], small_site) == ["en: 0 missing, 0 stale, 0 unreviewed"]
