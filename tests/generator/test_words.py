"""The words of a language: its own, converted ones, or those of the source language."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from calculators.kit.message import Quantity, _
from calculators.kit.wording import Catalogue
from generator.messages import DOMAINS, update
from generator.model import Site
from generator.translations import read_messages
from generator.words import UNITS, Speech, number_and_date_forms
from tests.generator.small import ROOT, copied, words_of

DAY = date(2026, 3, 1)


def template_of(*ids: str) -> Catalog:
    template = Catalog(charset="utf-8")
    for msgid in ids:
        template.add(msgid)
    return template


def english(site: Site, msgid: str, string: str, *flags: str) -> Speech:
    """Return English words that know one message."""
    messages = Catalog(locale="en", charset="utf-8")
    messages.add(msgid, string, flags=flags)
    return replace(words_of(site, "en"), messages=messages)


def test_a_message_is_said_in_the_language(small_site: Site) -> None:
    words = english(small_site, "最后核对：{day}", "Last checked: {day}")
    assert words.say(_("最后核对：{day}", day=DAY)) == "Last checked: 1 March 2026"


def test_a_message_without_a_translation_is_said_in_the_source_language(small_site: Site) -> None:
    assert english(small_site, "最后核对：{day}", "").say(_("首页")) == "首页"


def test_a_translation_of_an_older_sentence_is_not_used(small_site: Site) -> None:
    assert english(small_site, "首页", "Front", "fuzzy").say(_("首页")) == "首页"


def test_a_text_of_the_content_falls_back_to_the_source_language(small_site: Site) -> None:
    assert words_of(small_site, "en").pick("浙江省") == "Zhejiang"
    assert words_of(small_site, "en").pick("江苏省") == "江苏省"


def test_a_converted_language_needs_no_files(small_site: Site) -> None:
    words = words_of(small_site, "zh-Hant", template_of("办理机构"))
    assert words.say(_("办理机构")) == "辦理機構"
    assert words.pick("补贴") == "補貼"
    assert words.convert("请咨询") == "請諮詢"


def test_only_a_converted_language_converts(small_site: Site) -> None:
    assert words_of(small_site, "en").convert("请咨询") == "请咨询"


def test_titles_of_laws_stay_chinese_with_a_gloss_in_other_languages(small_site: Site) -> None:
    source = words_of(small_site, "en").catalogue.sources["subsidy-norm"]
    assert source == {
        "title": "《育儿补贴管理规范》",
        "number": "（国发〔2025〕1号）",
        "gloss": "Norm for the childcare subsidy",
        "url": "https://www.gov.cn/subsidy",
    }


@pytest.mark.parametrize(("tag", "title"), [("zh-Hans", "《假期条例》"), ("zh-Hant", "《假期條例》")])
def test_chinese_languages_have_no_gloss_and_no_empty_number(small_site: Site, tag: str, title: str) -> None:
    source = words_of(small_site, tag).catalogue.sources["leave-regulation"]
    assert source == {"title": title, "number": "", "gloss": "", "url": ""}


def test_chinese_titles_stand_apart_in_right_to_left_text(spoken: list[Speech]) -> None:
    uyghur = next(words for words in spoken if words.language.direction == "rtl")
    title = uyghur.catalogue.sources["leave-regulation"]["title"]
    assert uyghur.say(_("{title}", title=title)) == "\u2068《假期条例》\u2069"


def test_every_place_and_unit_has_its_words_in_the_catalogue(small_site: Site) -> None:
    catalogue = words_of(small_site, "en").catalogue
    places = {key: name for key, name in catalogue.names.items() if key.startswith("place:")}
    assert places == {"place:cn": "Nationwide", "place:cn/zhejiang": "Zhejiang"}
    assert set(catalogue.units) == set(UNITS)
    assert catalogue.quantity(Quantity(Decimal(98), "day")) == "98 天"


def test_every_unit_a_rule_may_have_as_a_number_has_words() -> None:
    from generator.shapes import UNITS as OF_RULES

    assert set(OF_RULES) - set(UNITS) == {"date", "choice", "yes_no", "schedule"}


@pytest.mark.parametrize(
    ("tag", "long"),
    [
        ("zh-Hans", "2026年3月1日"),
        ("zh-Hant", "2026年3月1日"),
        ("en", "March 1, 2026"),
        ("en-001", "1 March 2026"),
        ("de", "1. März 2026"),
        ("xx", "2026-03-01"),
    ],
)
def test_dates_are_written_as_the_language_does(small_site: Site, tag: str, long: str) -> None:
    words = words_of(small_site, "en")
    worded = replace(words, language=replace(words.language, cldr=tag))
    assert worded.catalogue.date(DAY) == long


@pytest.mark.parametrize("tag", ["ug", "zh-Hans", "en-001", "kk", "bo", "mn"])
def test_every_language_has_twelve_months_and_both_separators(tag: str) -> None:
    forms = number_and_date_forms(tag)
    assert isinstance(forms["months"], list)
    assert len(forms["months"]) == 12
    assert forms["group"] != forms["decimal"]


def test_the_catalogue_is_the_same_text_every_time(small_site: Site) -> None:
    first, second = (words_of(small_site, "en").catalogue_json for _time in range(2))
    assert first == second
    assert json.loads(first)["language"] == "en"
    assert Catalogue.from_json(first).direction == "ltr"


def test_a_language_without_a_file_has_no_messages(tmp_path: Path) -> None:
    assert len(read_messages(tmp_path, "ug")) == 0


def test_messages_are_found_in_calculators_generator_and_templates(template: Catalog) -> None:
    places = {location[0].split("/")[0] for message in template for location in message.locations}
    assert places == {"calculators", "generator", "overrides"}
    assert template.get(("{n} 天", "{n} 天")) is not None
    assert template.get("最后核对：{day}") is not None


def test_collecting_messages_keeps_translations_and_marks_what_changed(tmp_path: Path) -> None:
    (tmp_path / "calculators").mkdir()
    (tmp_path / "calculators" / "one.py").write_text('_("首页")\n_("请到街道办事处办理登记手续")\n', encoding="utf-8")
    for folder in ("generator", "overrides"):
        (tmp_path / folder).mkdir()
    content = copied(tmp_path)
    locale = content / "locale"
    assert list(update(tmp_path, content))[::2] == ["messages.pot: 2 messages", "en messages: 2 to translate"]
    path = locale / "en" / "LC_MESSAGES" / "messages.po"
    text = path.read_text(encoding="utf-8")
    text = text.replace('msgid "首页"\nmsgstr ""', 'msgid "首页"\nmsgstr "Home"')
    text = text.replace('办理登记手续"\nmsgstr ""', '办理登记手续"\nmsgstr "Register there"')
    path.write_text(text, encoding="utf-8")
    (tmp_path / "calculators" / "one.py").write_text('_("首页")\n_("请到街道办事处办理登记的手续")\n', encoding="utf-8")
    assert list(update(tmp_path, content))[::2] == ["messages.pot: 2 messages", "en messages: 1 to translate"]
    found = read_messages(locale, "en")
    home, changed = found.get("首页"), found.get("请到街道办事处办理登记的手续")
    assert home is not None
    assert changed is not None
    assert (home.string, changed.fuzzy) == ("Home", True)


def test_collecting_the_same_messages_on_another_day_writes_no_file(tmp_path: Path) -> None:
    for folder in ("calculators", "generator", "overrides"):
        (tmp_path / folder).mkdir()
    (tmp_path / "calculators" / "one.py").write_text('_("首页")\n', encoding="utf-8")
    content = copied(tmp_path)
    locale = content / "locale"
    update(tmp_path, content)
    files = [locale / "messages.pot", *(locale / "en" / "LC_MESSAGES" / f"{domain}.po" for domain in DOMAINS)]
    for path in files:
        dated = re.sub(r"(POT-Creation-Date: )[^\\]*", r"\g<1>2020-01-01 08:00+0000", path.read_text(encoding="utf-8"))
        path.write_text(dated, encoding="utf-8")
    before = [path.read_bytes() for path in files]
    assert all(b"2020-01-01" in text for text in before)
    update(tmp_path, content)
    assert [path.read_bytes() for path in files] == before


def test_collecting_messages_twice_changes_nothing(template: Catalog, tmp_path: Path) -> None:
    for folder in ("calculators", "generator", "overrides"):
        (tmp_path / folder).symlink_to(ROOT / folder, target_is_directory=True)
    content = copied(tmp_path)
    first = list(update(tmp_path, content))
    assert f"messages.pot: {len(template)} messages" == first[0]
    before = (content / "locale" / "messages.pot").read_bytes()
    assert list(update(tmp_path, content)) == first
    assert (content / "locale" / "messages.pot").read_bytes() == before


def test_articles_of_laws_are_converted_too(real_site: Site) -> None:
    articles = {
        tag: {key: name for key, name in words_of(real_site, tag).catalogue.names.items() if key.startswith("article:")}
        for tag in ("zh-Hans", "zh-Hant", "en")
    }
    assert articles["zh-Hans"] == articles["en"] == {}
    assert articles["zh-Hant"]["article:第七条"] == "第七條"
