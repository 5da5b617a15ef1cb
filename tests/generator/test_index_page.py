"""The index: every page and calculator once, under its letter, in the order of each script."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

import pytest
from babel.messages.catalog import Catalog

from calculators import CALCULATORS
from generator.index_page import index_page, under_letters
from generator.model import Language, Site
from generator.words import Speech
from tests.generator.small import words_of

type Index = list[tuple[str, list[str]]]


class Entry(NamedTuple):
    """A line of the index: its heading, its words, and where it leads."""

    heading: str
    title: str
    address: str


ORDERS: Mapping[str, Index] = {
    # by sound: bǔ, chǎn hòu, chǎn jià, jiā, yǎng, yì, yōu, yù; 产 is written with fewer strokes than 哺
    "zh-Hans": [
        ("B", ["哺乳时间与母婴设施"]),
        ("C", ["产后健康管理", "产假"]),
        ("J", ["家庭支持中心"]),
        ("Y", ["养老服务", "疫苗接种日历", "优先入学", "育儿补贴"]),
    ],
    # by strokes: 生 5, 托 6, 我 7, 育 8, 家 10 (then 支 4, 時 10, 教 11), 職 18
    "zh-Hant": [
        ("5", ["生育津貼"]),
        ("6", ["托育服務"]),
        ("7", ["我能享受什麼"]),
        ("8", ["育兒補貼"]),
        ("10", ["家庭支持中心", "家庭時間線", "家庭教育指導"]),
        ("18", ["職業規劃諮詢"]),
    ],
    "en": [
        ("C", ["Child safety", "Childcare services", "Children's mental health"]),
        ("E", ["Elder care services"]),
        ("F", ["Flexible work", "Free vaccination"]),
    ],
    # the bearer ئ counts for nothing: a, e, b, t, u, ü … of the alphabet, not of the code points
    "ug": [
        ("ا", ["ئاتىلىق رۇخسىتى", "ئائىلىلەرنى قوللاش مەركىزى"]),
        ("ب", ["بالا بېقىش رۇخسىتى", "بالىلار بىخەتەرلىكى تەربىيەسى"]),
        ("ك", ["كەسىپ پىلانلاش مەسلىھىتى"]),
        ("و", ["ئوقۇغۇچىلارغا ياردەم بېرىش"]),
        ("ې", ["ئېمىتىش ۋاقتى ۋە ئانا-بالا ئەسلىھەلىرى"]),
        ("ى", ["ئىلاستىك خىزمەت تۈزۈمى"]),
    ],
    # by the root letter: དཀའ and སྐྱེ stand under ཀ, འགོག and རྒན under ག, མངལ under ང, སྟབས under ཏ, དམིགས under མ
    "bo": [
        ("ཀ", ["དཀའ་ངལ་ཅན་གྱི་ཁྱིམ་ཚང་ལ་རོགས་སྐྱོར", "སྐྱེ་འཕེལ་བདེ་ཐང་ཞབས་ཞུ"]),
        ("ག", ["འགོག་ཁབ་ལོ་ཐོ", "རྒན་གསོ་ཞབས་ཞུ"]),
        ("ང", ["མངལ་ཆགས་པའི་དུས་རིམ་གྱི་འཕྲོད་སྐྱོང"]),
        ("ཏ", ["སྟབས་བསྟུན་ལས་ཀ"]),
        ("མ", ["མི་སྤྱོད་ལས་ཁུངས་ཀྱི་བྱིས་པ་བཅོལ་སྐྱོང", "དམིགས་འབེན་དང་སྔོན་དཔག་གྲུབ་འབྲས"]),
    ],
    "ko": [
        ("가", ["가정교육 지도", "가족 일정표", "교육 지원 계산기"]),
        ("바", ["배우자 출산휴가", "보육 서비스"]),
        ("아", ["아동 안전 교육", "유연근무", "육아보조금"]),
    ],
}


def titles_of(index: Index) -> list[str]:
    return [title for _letter, titles in index for title in titles]


def language_of(site: Site, tag: str) -> Language:
    return next(language for language in site.languages if language.tag == tag)


def entries(page: str) -> list[Entry]:
    """Return the lines of an index page with the headings above them."""
    found, heading = [], ""
    for line in page.split("\n"):
        if match := re.fullmatch(r"## (.+) \{#letter-\d+\}", line):
            heading = match[1]
        elif match := re.fullmatch(r"- \[(.+)\]\(\.\./(.+)\.md\)", line):
            found.append(Entry(heading, match[1], match[2]))
    return found


@pytest.mark.parametrize("tag", ORDERS)
def test_titles_stand_in_the_order_of_their_script(real_site: Site, tag: str) -> None:
    expected = ORDERS[tag]
    titles = titles_of(expected)
    for given in (titles, titles[::-1], titles[1::2] + titles[::2]):
        assert under_letters(language_of(real_site, tag), dict.fromkeys(given)) == expected


def test_every_language_of_the_site_has_an_order_that_is_tested(real_site: Site) -> None:
    assert {language.tag for language in real_site.languages} == ORDERS.keys()


@pytest.mark.parametrize(
    ("tag", "titles", "expected"),
    [
        ("zh-Hans", ["安", "2026 年计划"], [("#", ["2026 年计划"]), ("A", ["安"])]),
        ("zh-Hans", ["作", "阿姨"], [("A", ["阿姨"]), ("Z", ["作"])]),
        ("zh-Hant", ["一胎", "3 歲", "籲請"], [("#", ["3 歲"]), ("1", ["一胎"]), ("32", ["籲請"])]),
        ("en", ["zoo", "École", "24 hours"], [("#", ["24 hours"]), ("E", ["École"]), ("Z", ["zoo"])]),
        ("ug", ["ئۈ", "VIP", "ئۇ", "3-ئاي"], [("#", ["VIP"]), ("ا", ["3-ئاي"]), ("ۇ", ["ئۇ"]), ("ۈ", ["ئۈ"])]),
        ("bo", ["ཨ་མ", "ཀ", "2026"], [("#", ["2026"]), ("ཀ", ["ཀ"]), ("ཨ", ["ཨ་མ"])]),
        ("ko", ["나이", "까치", "24시간", "각종"], [("#", ["24시간"]), ("가", ["각종", "까치"]), ("나", ["나이"])]),
        ("ko", [], []),
        ("ug", [], []),
    ],
)
def test_the_first_and_the_last_letters_are_found_and_what_has_none_comes_first(
    real_site: Site, tag: str, titles: list[str], expected: Index
) -> None:
    assert under_letters(language_of(real_site, tag), dict.fromkeys(titles)) == expected


def test_a_character_of_two_readings_stands_under_the_one_its_word_has(real_site: Site) -> None:
    found = under_letters(language_of(real_site, "zh-Hans"), {"弹性工作": "", "托育服务": ""})
    assert found == [("T", ["弹性工作", "托育服务"])]


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant", "ko"])
def test_a_title_in_latin_letters_stands_under_no_letter_of_another_script(real_site: Site, tag: str) -> None:
    ((letter, _titles),) = under_letters(language_of(real_site, tag), {"VIP": ""})
    assert letter in ("#", "V")


def test_a_language_that_names_no_order_is_sorted_by_its_code(small_site: Site) -> None:
    swedish = replace(small_site.languages[2], tag="sv", letters="A Z Å Ä Ö")
    assert under_letters(swedish, dict.fromkeys(["öga", "zebra", "åka"])) == [
        ("Z", ["zebra"]),
        ("Å", ["åka"]),
        ("Ö", ["öga"]),
    ]


def test_an_order_that_cannot_be_read_stops_the_build(small_site: Site) -> None:
    with pytest.raises(RuntimeError, match="the titles could not be sorted"):
        under_letters(replace(small_site.languages[0], collation="no order"), {"产假": ""})


def test_every_page_and_calculator_stands_once_in_every_language(spoken: list[Speech]) -> None:
    for words in spoken:
        found = [entry.address for entry in entries(index_page(words))]
        addresses = [page.path for page in words.site.pages] + [f"calculators/{slug}" for slug in CALCULATORS]
        assert sorted(found) == sorted(addresses), words.language.tag


def test_every_title_of_the_real_site_stands_once_in_every_language(speeches: dict[str, Speech]) -> None:
    for tag, words in speeches.items():
        found = entries(index_page(words))
        assert len({entry.title for entry in found}) == len(found) == len(words.site.pages) + len(CALCULATORS), tag


def test_two_pages_of_one_title_both_stand_in_the_index(small_site: Site) -> None:
    leave, subsidy = small_site.measure("maternity-leave"), small_site.measure("childcare-subsidy")
    text = replace(subsidy.texts["zh-Hans"], title=leave.texts["zh-Hans"].title)
    site = replace(small_site, measures=(leave, replace(subsidy, texts={"zh-Hans": text})))
    addresses = {entry.address for entry in entries(index_page(words_of(site, "zh-Hans")))}
    assert {leave.path, subsidy.path} <= addresses


def test_a_title_leads_to_its_own_page(spoken: list[Speech]) -> None:
    chinese, traditional, english, uyghur = (entries(index_page(words)) for words in spoken)
    assert ("产假", "leave/maternity-leave") in {entry[1:] for entry in chinese}
    assert ("產假", "leave/maternity-leave") in {entry[1:] for entry in traditional}
    assert ("Maternity leave", "leave/maternity-leave") in {entry[1:] for entry in english}
    assert ('<span lang="zh-Hans" dir="ltr">产假</span>', "leave/maternity-leave") in {entry[1:] for entry in uyghur}
    assert ("产假、陪产假、育儿假计算器", "calculators/leave") in {entry[1:] for entry in chinese}


def test_a_title_that_is_not_translated_stands_apart_from_the_letters(
    small_site: Site, real_site: Site, template: Catalog
) -> None:
    for tag in ("en", "ug"):
        words = words_of(small_site, "en", template)
        page = index_page(replace(words, language=replace(language_of(real_site, tag), tag="en")))
        (entry,) = [entry for entry in entries(page) if entry.address == "plan/goals"]
        assert (entry.heading, entry.title) == ("#", '<span lang="zh-Hans" dir="ltr">目标</span>')


@pytest.mark.parametrize(
    ("tag", "headings"),
    [("zh-Hans", {"产假": "C", "目标": "M", "育儿补贴": "Y"}), ("zh-Hant", {"目標": "5 畫", "產假": "11 畫"})],
)
def test_a_heading_is_a_letter_or_a_count_of_strokes_in_words(
    small_site: Site, real_site: Site, template: Catalog, tag: str, headings: dict[str, str]
) -> None:
    words = words_of(small_site, tag, template)
    found = entries(index_page(replace(words, language=language_of(real_site, tag))))
    assert {entry.title: entry.heading for entry in found if entry.title in headings} == headings


def test_a_title_without_strokes_stands_under_no_count_of_them(
    small_site: Site, real_site: Site, template: Catalog
) -> None:
    goals = small_site.page("goals")
    named = replace(goals, texts={"zh-Hans": replace(goals.texts["zh-Hans"], title="2026 年目标")})
    words = words_of(replace(small_site, plan=(named,)), "zh-Hant", template)
    found = entries(index_page(replace(words, language=language_of(real_site, "zh-Hant"))))
    assert [entry.heading for entry in found if entry.address == goals.path] == ["#"]


def test_headings_are_anchors_in_their_order(small_site: Site, real_site: Site) -> None:
    page = index_page(replace(words_of(small_site, "zh-Hans"), language=language_of(real_site, "zh-Hans")))
    numbers = [int(number) for number in re.findall(r"^## .+ \{#letter-(\d+)\}$", page, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) == len({entry.heading for entry in entries(page)}) > 3
