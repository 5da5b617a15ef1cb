"""Texts as PO files: what goes out to a translator's tool, and what is taken of what comes back."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from generator.check import read
from generator.exchange import export_po, import_po
from generator.model import Site, Text
from generator.page_text import State, state_of
from generator.problem import RefusedError
from tests.generator.small import (
    LEAVE_CHINESE,
    LEAVE_ENGLISH,
    OPENING,
    REVIEWED,
    SUBSIDY_CHINESE,
    SUBSIDY_ENGLISH,
    hashes,
    put,
    site_of,
)

INTRO = "Leave around the birth."
GOALS_ENGLISH = "plan/goals/en.md"
LEAVE_INTRO = "leave/maternity-leave#intro"
GOALS_HEAD = 'msgctxt "plan/goals#head"\nmsgid ""\n"目标\\n"\n"计划想做到什么。"\nmsgstr '
CONTEXTS = [
    "leave/maternity-leave#head",
    "leave/maternity-leave#intro",
    "leave/maternity-leave#length",
    "money/childcare-subsidy#head",
    "money/childcare-subsidy#intro",
    "money/childcare-subsidy#who",
    "money/childcare-subsidy#amount",
    "plan/goals#head",
    "plan/goals#intro",
    "plan/goals#births",
    "plan/goals#vaccinated",
]


def exported(content: Path) -> str:
    return export_po(site_of(content), "en").decode()


def catalog_of(po: str) -> Catalog:
    return read_po(BytesIO(po.encode()), abort_invalid=True)


def messages(content: Path) -> dict[str, Message]:
    """Return what goes out, by its context."""
    return {str(message.context): message for message in catalog_of(exported(content)) if message.id}


def sent_back(content: Path, po: str) -> list[str]:
    """Import a PO file; return the files that changed."""
    file = content.parent / "en.po"
    file.write_text(po, encoding="utf-8")
    return [path.relative_to(content).as_posix() for path in import_po(site_of(content), "en", file, content)]


def changed(po: str, old: str, new: str) -> str:
    """Return a PO file as a translator leaves it who replaced one text."""
    assert po.count(old) == 1, f"{old!r} is there {po.count(old)} times"
    return po.replace(old, new)


def leave(content: Path, slug: str = "maternity-leave") -> Text:
    """Return the English text on leave, or of another page, as it stands now."""
    return site_of(content).page(slug).texts["en"]


def texts(text: Text) -> dict[str, str]:
    return {block.anchor: block.text for block in text.blocks}


def states(site: Site, slug: str = "maternity-leave") -> dict[str, State]:
    """Return how the English blocks of a page stand to their sources."""
    page = site.page(slug)
    return {block.anchor: state_of(block, page.texts["en"]) for block in page.texts["zh-Hans"].blocks}


def review(content: Path) -> None:
    """Let every block of the English text on leave be reviewed."""
    days = "".join(f"  {anchor}: {day}\n" for anchor, day in REVIEWED.items())
    put(content, LEAVE_ENGLISH, "drafted_by: machine\n", f"drafted_by: machine\nreviewed:\n{days}")


def test_every_block_of_every_page_goes_out_under_its_page_and_anchor(content: Path) -> None:
    assert [message.context for message in catalog_of(exported(content)) if message.id] == CONTEXTS


def test_a_block_goes_out_with_its_source_its_translation_and_where_it_stands(content: Path) -> None:
    message = messages(content)[LEAVE_INTRO]
    assert (message.id, message.string, message.locations) == (OPENING, INTRO, [(LEAVE_CHINESE, 13)])


def test_a_head_goes_out_line_by_line_as_title_summary_and_the_facts_at_a_glance(content: Path) -> None:
    message = messages(content)["leave/maternity-leave#head"]
    source, own = str(message.id).split("\n"), str(message.string).split("\n")
    assert source[:3] == ["产假", "国家规定 {{ rule.leave.maternity_days }}。", "女职工"]
    assert own[:3] == [
        "Maternity leave",
        "{{ rule.leave.maternity_days }} under the national rule.",
        "Women with an employer",
    ]
    assert len(source) == len(own) == 8


def test_what_is_not_translated_goes_out_empty_and_not_fuzzy(content: Path) -> None:
    path = content / LEAVE_ENGLISH
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("## How long")], encoding="utf-8")
    empty = {context for context, message in messages(content).items() if not message.string}
    assert empty == {"leave/maternity-leave#length", *CONTEXTS[-4:]}
    assert not [context for context, message in messages(content).items() if message.fuzzy]


def test_only_a_block_whose_source_has_changed_goes_out_as_fuzzy(content: Path) -> None:
    review(content)
    put(content, LEAVE_CHINESE, OPENING, "生孩子前后的带薪假期。")
    sent = messages(content)
    assert [context for context, message in sent.items() if message.fuzzy] == [LEAVE_INTRO]
    assert (sent[LEAVE_INTRO].id, sent[LEAVE_INTRO].string) == ("生孩子前后的带薪假期。", INTRO)


def test_checkers_of_po_files_find_nothing_in_what_goes_out(content: Path) -> None:
    put(content, LEAVE_CHINESE, OPENING, "最高 80%，另有 20%(s)。")
    put(content, LEAVE_ENGLISH, INTRO, "Up to 80% of it, and 20 % (s) more.")
    catalog = catalog_of(exported(content))
    assert list(catalog.check()) == []
    assert catalog.obsolete == {}
    assert str(catalog.locale) == "en"
    assert not catalog.fuzzy


def test_a_language_can_be_made_anew_from_its_po_file_alone(content: Path) -> None:
    po, before = exported(content), site_of(content)
    for file in (LEAVE_ENGLISH, SUBSIDY_ENGLISH):
        (content / file).unlink()
    assert sent_back(content, po) == [LEAVE_ENGLISH, SUBSIDY_ENGLISH]
    for slug in ("maternity-leave", "childcare-subsidy"):
        was, now = before.page(slug).texts["en"], leave(content, slug)
        assert (texts(now), now.glance, now.made_from) == (texts(was), was.glance, was.made_from)
        assert (now.drafted_by, now.reviewed) == ("person", {})


def test_what_comes_back_as_it_went_out_says_the_same(content: Path) -> None:
    review(content)
    before = [page.texts for page in site_of(content).pages]
    sent_back(content, exported(content))
    assert [page.texts for page in site_of(content).pages] == before


def test_what_comes_back_twice_changes_nothing_the_second_time(content: Path) -> None:
    po = changed(exported(content), INTRO, "Leave before and after.")
    assert LEAVE_ENGLISH in sent_back(content, po)
    before = hashes(content)
    assert sent_back(content, po) == []
    assert hashes(content) == before


def test_only_the_file_of_the_block_that_was_translated_changes(content: Path) -> None:
    sent_back(content, exported(content))
    before = hashes(content)
    assert sent_back(content, changed(exported(content), INTRO, "Leave before and after.")) == [LEAVE_ENGLISH]
    after = hashes(content)
    assert {file for file in after if after[file] != before.get(file)} == {LEAVE_ENGLISH}


def test_a_translation_replaces_its_block_and_no_other(content: Path) -> None:
    was = leave(content)
    sent_back(content, changed(exported(content), INTRO, "Leave before and after."))
    now = leave(content)
    assert texts(now) == {**texts(was), "intro": "Leave before and after."}
    assert (now.glance, now.made_from, now.drafted_by) == (was.glance, was.made_from, "machine")


def test_a_stale_block_that_is_translated_anew_is_up_to_date(content: Path) -> None:
    put(content, LEAVE_CHINESE, OPENING, "生孩子前后的带薪假期。")
    assert states(site_of(content))["intro"] is State.STALE
    po = changed(exported(content), f'msgstr "{INTRO}"', 'msgstr "Paid leave around the birth."')
    sent_back(content, changed(po, "#, fuzzy\n", ""))
    assert texts(leave(content))["intro"] == "Paid leave around the birth."
    assert set(states(site_of(content)).values()) == {State.UNREVIEWED}


def test_a_block_that_is_still_fuzzy_stays_as_it_was_and_stale(content: Path) -> None:
    put(content, LEAVE_CHINESE, OPENING, "生孩子前后的带薪假期。")
    was = leave(content)
    sent_back(content, changed(exported(content), INTRO, "Half done"))
    assert leave(content) == was
    assert states(site_of(content))["intro"] is State.STALE


@pytest.mark.parametrize("string", ["", "Leave before and after."])
def test_a_translation_of_what_the_source_no_longer_says_is_left_out(string: str, content: Path) -> None:
    po = changed(exported(content), INTRO, string)
    put(content, LEAVE_CHINESE, OPENING, "生孩子前后的带薪假期。")
    was = leave(content)
    sent_back(content, po)
    assert leave(content) == was
    assert states(site_of(content))["intro"] is State.STALE


def test_an_empty_translation_takes_no_block_away(content: Path) -> None:
    was = leave(content)
    sent_back(content, changed(exported(content), INTRO, ""))
    assert leave(content) == was


def test_blocks_that_a_file_does_not_have_stay_as_they_were(content: Path) -> None:
    po = exported(content)
    before = [page.texts for page in site_of(content).pages]
    sent_back(content, po[: po.index("#: ")])
    assert [page.texts for page in site_of(content).pages] == before


def test_the_same_sentence_on_two_pages_keeps_its_two_translations(content: Path) -> None:
    put(content, SUBSIDY_CHINESE, "每个家庭都可以申领。", OPENING)
    sent_back(content, changed(exported(content), "#, fuzzy\n", ""))
    assert texts(leave(content))["intro"] == INTRO
    assert texts(leave(content, "childcare-subsidy"))["intro"] == "Every family can claim."


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        (INTRO, INTRO, {"head", "intro", "length"}),
        (INTRO, "Leave before and after.", {"head", "length"}),
        ("- Fathers have", "- A father has", {"head", "intro"}),
        ("Ask your employer\\n", "Tell your employer\\n", {"intro", "length"}),
    ],
)
def test_a_review_is_kept_only_for_blocks_that_are_as_they_were(
    old: str, new: str, kept: set[str], content: Path
) -> None:
    review(content)
    sent_back(content, changed(exported(content), old, new))
    assert leave(content).reviewed == dict.fromkeys(kept, "2026-11-23")
    waiting = {anchor for anchor, state in states(site_of(content)).items() if state is State.UNREVIEWED}
    assert waiting == set(REVIEWED) - kept


def test_a_block_that_stays_fuzzy_keeps_the_day_of_its_review_and_is_stale(content: Path) -> None:
    review(content)
    put(content, LEAVE_CHINESE, OPENING, "生孩子前后的带薪假期。")
    sent_back(content, exported(content))
    assert leave(content).reviewed == REVIEWED
    assert states(site_of(content))["intro"] is State.STALE


def test_a_page_gets_its_first_text_when_its_head_is_translated(content: Path) -> None:
    po = changed(exported(content), GOALS_HEAD + '""', GOALS_HEAD + '"Goals\\nWhat the plan is for."')
    assert GOALS_ENGLISH in sent_back(content, po)
    text = leave(content, "goals")
    assert (text.title, text.summary, text.glance) == ("Goals", "What the plan is for.", {})
    assert (text.drafted_by, text.reviewed) == ("person", {})
    assert states(site_of(content), "goals") == {
        "head": State.UNREVIEWED,
        "intro": State.MISSING,
        "births": State.MISSING,
        "vaccinated": State.MISSING,
    }


def test_a_page_whose_head_is_not_translated_gets_no_text(content: Path) -> None:
    intro = 'msgid "{{ site.plan_year }} 年的目标。"\nmsgstr '
    po = changed(exported(content), f'{intro}""', f'{intro}"Goals of {{{{ site.plan_year }}}}."')
    assert GOALS_ENGLISH not in sent_back(content, po)
    assert not (content / GOALS_ENGLISH).exists()


def test_a_block_that_was_missing_takes_its_place_in_the_order_of_the_source(content: Path) -> None:
    po = exported(content)
    path = content / SUBSIDY_ENGLISH
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("## Who")] + text[text.index("## How much") :], encoding="utf-8")
    assert list(texts(leave(content, "childcare-subsidy"))) == ["head", "intro", "amount"]
    sent_back(content, po)
    assert list(texts(leave(content, "childcare-subsidy"))) == ["head", "intro", "who", "amount"]


@pytest.mark.parametrize(
    "text",
    [
        "It's “so”: 'a' and \"b\"",
        "# 1 - two: {three} [four] & *five* | %",
        'C:\\new\\table \\" \\n',
        "80% of it, 20 %s",
        "a\u00a0b\u202fc\u2067d\u2069",
        "ئۇيغۇرچە بوسۇق",
        "བོད་ཡིག ༡༢༣",
        "yes",
        "2026-11-23",
        "x" * 500,
    ],
)
def test_any_words_come_back_as_they_went_out(text: str, content: Path) -> None:
    put(content, LEAVE_CHINESE, "ask: 单位", "ask: 单位一")
    put(content, LEAVE_CHINESE, OPENING, "生孩子前后的带薪假期。")
    po = exported(content).replace("#, fuzzy\n", "")
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    po = changed(changed(po, f'msgstr "{INTRO}"', f'msgstr "{escaped}"'), '"Your employer"', f'"{escaped}"')
    sent_back(content, po)
    assert (texts(leave(content))["intro"], leave(content).glance["ask"]) == (text, text)
    sent = messages(content)
    assert sent[LEAVE_INTRO].string == text
    assert str(sent["leave/maternity-leave#head"].string).endswith(f"\n{text}")


def test_several_paragraphs_and_lists_come_back_as_they_went_out(content: Path) -> None:
    body = f"{INTRO}\n\n---\n\n1. One\n2. Two\n    - Three"
    source = f"{OPENING}\n\n---\n\n1. 一\n2. 二\n    - 三"
    put(content, LEAVE_CHINESE, OPENING, source)
    put(content, LEAVE_ENGLISH, INTRO, body)
    sent_back(content, changed(exported(content), "#, fuzzy\n", ""))
    assert texts(leave(content))["intro"] == body
    assert states(site_of(content))["intro"] is State.UNREVIEWED


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant", "xx", "EN"])
def test_nothing_is_taken_for_a_language_that_people_do_not_translate_into(tag: str, content: Path) -> None:
    file = content.parent / "x.po"
    file.write_text(changed(exported(content), INTRO, "Leave before and after."), encoding="utf-8")
    before = hashes(content)
    with pytest.raises(RefusedError, match=f"“{tag}” is not a language that people translate into"):
        import_po(site_of(content), tag, file, content)
    assert hashes(content) == before


def test_a_file_that_is_not_there_is_refused_by_its_name(content: Path) -> None:
    file = content.parent / "none.po"
    with pytest.raises(RefusedError, match=r"none\.po cannot be read as PO: "):
        import_po(site_of(content), "en", file, content)


def test_a_file_in_another_encoding_is_refused_and_changes_nothing(content: Path) -> None:
    file = content.parent / "en.po"
    file.write_bytes(exported(content).encode("gb18030"))
    before = hashes(content)
    with pytest.raises(RefusedError, match=r"en\.po cannot be read as PO: "):
        import_po(site_of(content), "en", file, content)
    assert hashes(content) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (INTRO, f'{INTRO}" "'),
        (f'msgstr "{INTRO}"', f'msgstr "{INTRO}'),
        ('msgctxt "leave/maternity-leave#intro"', "msgctxt leave"),
    ],
)
def test_a_file_that_is_no_po_file_is_refused_and_changes_nothing(content: Path, old: str, new: str) -> None:
    before = hashes(content)
    with pytest.raises(RefusedError, match="cannot be read as PO"):
        sent_back(content, changed(exported(content), old, new))
    assert hashes(content) == before


def test_a_file_with_a_byte_order_mark_is_read(content: Path) -> None:
    assert sent_back(content, "\ufeff" + changed(exported(content), INTRO, "Around a birth.")) != []


def test_heads_with_another_number_of_lines_are_refused_together_before_anything_is_written(content: Path) -> None:
    before, po = hashes(content), changed(exported(content), INTRO, "Around a birth.")
    for line in ('"Maternity leave\\n"', '"Childcare subsidy\\n"'):
        po = changed(po, f"{line}\n", "")
    with pytest.raises(RefusedError) as failed:
        sent_back(content, po)
    assert [line.partition(": ")[2].partition(" has ")[0] for line in str(failed.value).split("\n")] == [
        "leave/maternity-leave#head",
        "money/childcare-subsidy#head",
    ]
    assert hashes(content) == before


def test_a_block_that_never_said_what_it_was_made_from_says_nothing_after_an_import_either(content: Path) -> None:
    path, po = content / LEAVE_ENGLISH, content.parent / "en.po"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"made_from:\n(  .*\n)+", "", text), encoding="utf-8")
    out = catalog_of(export_po(read(content), "en").decode())
    for message in out:
        message.flags.discard("fuzzy")
        if message.context == "leave/maternity-leave#length":
            message.string = ""
    with po.open("wb") as file:
        write_po(file, out)
    import_po(read(content), "en", po, content)
    assert set(read(content).page("maternity-leave").texts["en"].made_from) == {"head", "intro"}
