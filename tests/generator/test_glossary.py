"""The glossary: every term once with its meaning, and translations that keep to its words."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml
from babel.messages.catalog import Catalog

from generator.check_glossary import glossary_problems
from generator.glossary_page import glossary_page
from generator.model import Site, Term
from generator.page_files import split_front_matter
from generator.words import Speech
from tests.generator.small import SUBSIDY_ENGLISH, words_of

LEAD = "{.lead}"


def term(key: str, words: dict[str, str], *avoid: str) -> Term:
    """Return a term with these words in languages, and words that English must not use."""
    return Term(key, words, {"en": avoid} if avoid else {}, {tag: f"{word}." for tag, word in words.items()})


def with_terms(site: Site, *terms: Term) -> Site:
    return replace(site, glossary={each.key: each for each in terms})


def entries(page: str) -> list[str]:
    """Return the terms of a glossary page, each with its meaning."""
    body = page.partition(LEAD)[2].strip()
    return body.split("\n\n") if body else []


def said(site: Site, chinese: str, other: str, found: Term, tag: str = "en") -> list[str]:
    """Return the problems of a page whose bodies are these, in a glossary of one term."""
    page = site.measure("childcare-subsidy")
    source, english = page.texts["zh-Hans"], page.texts["en"]
    texts = {
        "zh-Hans": replace(source, body=chinese),
        tag: replace(english, language=tag, body=other),
    }
    changed = replace(with_terms(site, found), measures=(replace(page, texts=texts),), plan=())
    return [str(problem) for problem in glossary_problems(changed)]


def line_of(site: Site, line: int) -> str:
    """Return where a line of a body stands, counted from 0."""
    return f"{SUBSIDY_ENGLISH}:{site.measure('childcare-subsidy').texts['en'].body_line + line}"


SUBSIDY = term("money", {"zh-Hans": "补贴", "en": "subsidy"}, "allowance", "baby bonus")


def test_every_term_stands_once_with_its_meaning_and_an_anchor(small_site: Site) -> None:
    assert entries(glossary_page(words_of(small_site, "zh-Hans"))) == [
        "**补贴**{#subsidy}\n:   发给家庭的钱。",  # bǔ
        "**产假**{#maternity-leave}\n:   生孩子前后的假期。",  # chǎn
    ]


def test_a_translated_term_stands_beside_the_chinese_one_which_is_marked(small_site: Site) -> None:
    assert entries(glossary_page(words_of(small_site, "en"))) == [
        '**maternity leave**{#maternity-leave} <span lang="zh-Hans" dir="ltr">产假</span>'
        "\n:   Leave around the birth of a child.",
        '**subsidy**{#subsidy} <span lang="zh-Hans" dir="ltr">补贴</span>\n:   Money for families.',
    ]


def test_a_converted_glossary_is_the_source_in_other_characters(small_site: Site, template: Catalog) -> None:
    page = glossary_page(words_of(small_site, "zh-Hant", template))
    assert entries(page)[1] == "**補貼**{#subsidy}\n:   發給家庭的錢。"
    assert "span" not in page
    assert "術語" in page


def test_terms_go_by_their_words_in_the_language_whatever_their_case(small_site: Site) -> None:
    terms = (
        term("a", {"zh-Hans": "甲", "en": "Zero"}),
        term("b", {"zh-Hans": "丙", "en": "apple"}),
        term("c", {"zh-Hans": "乙", "en": "Birth"}),
    )
    found = entries(glossary_page(words_of(with_terms(small_site, *terms), "en")))
    assert [entry.partition("**{")[0] for entry in found] == ["**apple", "**Birth", "**Zero"]


def test_a_term_without_a_word_in_a_language_stands_in_chinese_marked_as_such(small_site: Site) -> None:
    site = with_terms(small_site, term("mother", {"zh-Hans": "母亲"}), SUBSIDY)
    first, last = entries(glossary_page(words_of(site, "en")))
    chinese = '<span lang="zh-Hans" dir="ltr">母亲'
    assert last == f"**{chinese}</span>**{{#mother}}\n:   {chinese}.</span>"
    assert first.startswith("**subsidy**{#money} <span")
    assert "span" not in glossary_page(words_of(site, "zh-Hans"))


def test_a_meaning_that_is_not_translated_is_marked_and_the_word_is_not(small_site: Site) -> None:
    site = with_terms(small_site, replace(SUBSIDY, definition={"zh-Hans": "发给家庭的钱。"}))
    (entry,) = entries(glossary_page(words_of(site, "en")))
    assert entry.startswith("**subsidy**{#money} ")
    assert entry.endswith('\n:   <span lang="zh-Hans" dir="ltr">发给家庭的钱。</span>')


def test_every_term_has_its_entry_in_every_language(spoken: list[Speech]) -> None:
    for words in spoken:
        anchors = [entry.partition("{#")[2].partition("}")[0] for entry in entries(glossary_page(words))]
        assert sorted(anchors) == sorted(words.site.glossary), words.language.tag


def test_a_glossary_without_terms_still_names_what_it_is(small_site: Site) -> None:
    page = glossary_page(words_of(with_terms(small_site), "zh-Hans"))
    facts = yaml.safe_load(split_front_matter(page)[0])
    assert entries(page) == []
    assert f"# {facts['title']}\n\n{facts['description']}\n{LEAD}" in page


def test_a_word_to_avoid_is_told_with_its_line_and_the_right_word(small_site: Site) -> None:
    (problem,) = said(small_site, "领补贴。", "Claim it.\n\nThe allowance is paid.", SUBSIDY)
    assert problem == (
        f"{line_of(small_site, 2)}: “allowance” for money: the glossary has another word — write “subsidy”"
    )


@pytest.mark.parametrize(
    "english",
    [
        "The subsidy.",
        "The allowances are many.",
        "A disallowance.",
        "{{ rule.allowance.amount }} a year.",
        "A baby. Bonus!",
    ],
)
def test_only_the_whole_word_is_avoided(small_site: Site, english: str) -> None:
    assert said(small_site, "领补贴。", english, SUBSIDY) == []


@pytest.mark.parametrize("english", ["ALLOWANCE", "an allowance,", "“Allowance”", "tax-allowance", "allowance."])
def test_a_word_to_avoid_is_found_in_any_case_and_beside_any_mark(small_site: Site, english: str) -> None:
    assert len(said(small_site, "领补贴。", english, SUBSIDY)) == 1


def test_each_word_in_each_block_is_told(small_site: Site) -> None:
    chinese = "补贴。\n\n## 补贴 {#who}\n\n补贴。"
    english = "A baby bonus.\n\n## Allowance {#who}\n\nBaby bonus."
    found = said(small_site, chinese, english, SUBSIDY)
    places = [problem.partition(": ")[0] for problem in found]
    words = [problem.split("“")[1].partition("”")[0] for problem in found]
    assert list(zip(places, words, strict=True)) == [
        (line_of(small_site, 0), "baby bonus"),
        (line_of(small_site, 2), "allowance"),
        (line_of(small_site, 4), "baby bonus"),
    ]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("领钱。\n\n## 补贴 {#who}\n\n补贴。", "An allowance.\n\n## Subsidy {#who}\n\nA subsidy."),
        ("领补贴。", "A subsidy.\n\n## More {#more}\n\nAn allowance."),
    ],
)
def test_a_word_is_free_where_the_source_does_not_speak_of_the_term(
    small_site: Site, chinese: str, english: str
) -> None:
    assert said(small_site, chinese, english, SUBSIDY) == []


def test_the_title_and_the_facts_of_a_page_keep_to_the_glossary_too(small_site: Site) -> None:
    page = small_site.measure("childcare-subsidy")
    english = replace(page.texts["en"], title="Child allowance")
    changed = replace(page, texts={**page.texts, "en": english})
    site = replace(with_terms(small_site, SUBSIDY), measures=(changed,), plan=())
    (problem,) = glossary_problems(site)
    assert str(problem).startswith(f"{SUBSIDY_ENGLISH}:1: “allowance” for money")


def test_words_are_avoided_in_their_own_language_only(small_site: Site) -> None:
    assert said(small_site, "补贴 allowance。", "subsidy", SUBSIDY) == []
    chinese = replace(SUBSIDY, avoid={"zh-Hans": ("津贴",)})
    assert said(small_site, "补贴，津贴。", "A 津贴.", chinese) == []
    assert said(small_site, "补贴。", "allowance", replace(SUBSIDY, words={"zh-Hans": "补贴"}), tag="ug") == []


@pytest.mark.parametrize("before", ["{{ rule.allowance.amount }} a year.", "A disallowance."])
def test_the_line_is_that_of_the_word_and_not_of_its_letters_in_another(small_site: Site, before: str) -> None:
    (problem,) = said(small_site, "领补贴。", f"{before}\n\nAn allowance.", SUBSIDY)
    assert problem.startswith(f"{line_of(small_site, 2)}: ")


def test_a_korean_word_to_avoid_is_found_with_its_ending(small_site: Site) -> None:
    korean = Term("subsidy", {"zh-Hans": "补贴", "ko": "보조금"}, {"ko": ("육아수당",)}, {})
    assert len(said(small_site, "领补贴。", "육아수당을 신청하세요.", korean, tag="ko")) == 1
