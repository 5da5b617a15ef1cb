"""What a page tells machines: JSON-LD that says what the page itself shows, in the page's language."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.figures import rules_here
from generator.linked_data import linked_data
from generator.measure_page import measure_page
from generator.model import Site
from generator.page_text import PageText
from tests.generator.html_page import HtmlPage
from tests.generator.small import words_of

SLUG = "childcare-subsidy"
QUESTIONS = """每个家庭都可以申领。

## 常见问题 {#questions}

### **补领**怎么办？ {#q-late}

可以补领，[网上](measure:maternity-leave)就行。一年 {{ rule.childcare-subsidy.annual_amount }}。

- 第一步
- 第二步

1. 先登记

### 哪里问？ {#q-where}

| 地方 | 电话 |
| --- | --- |
| 街道 | **12345** |

## 别的 {#other}

不是问题。
"""


def asked(site: Site, body: str = QUESTIONS, tag: str = "zh-Hans") -> Site:
    """Return the site with another body of a measure's text in one language; the source stays without questions."""
    page = site.measure(SLUG)
    texts = {**page.texts, tag: replace(page.texts[tag], body=body)}
    return replace(site, measures=(site.measure("maternity-leave"), replace(page, texts=texts)))


def told(site: Site, tag: str = "zh-Hans", slug: str = SLUG) -> list[dict[str, Any]]:
    """Return what a page tells, as a machine reads it."""
    words = words_of(site, tag)
    measure = site.measure(slug)
    data = linked_data(measure, PageText(measure, rules_here(site), words), words)
    return list(json.loads(json.dumps(data)))


def faq_of(site: Site, tag: str = "zh-Hans") -> dict[str, Any]:
    _service, faq = told(site, tag)
    return faq


@pytest.mark.parametrize(
    ("tag", "name", "description", "audience", "area"),
    [
        ("zh-Hans", "育儿补贴", "每个孩子每年 3,600 元。", "不满 3 周岁 的孩子", "浙江省"),
        ("zh-Hant", "育兒補貼", "每個孩子每年 3,600 元。", "不滿 3 週歲 的孩子", "浙江省"),
        ("en", "Childcare subsidy", "For each child 3,600 元 a year.", "Children under 3 周岁", "Zhejiang"),
    ],
)
def test_a_measure_is_a_service_of_government_in_the_words_of_its_page(
    small_site: Site, tag: str, name: str, description: str, audience: str, area: str
) -> None:
    (service,) = told(small_site, tag)
    assert service == {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": name,
        "description": description,
        "url": f"https://small.example/guide/{tag}/money/childcare-subsidy/",
        "inLanguage": tag,
        "areaServed": area,
        "audience": {"@type": "Audience", "audienceType": audience},
        "availableChannel": [
            {"@type": "ServiceChannel", "servicePhone": {"@type": "ContactPoint", "telephone": number}}
            for number in ("12345", "12356")
        ],
    }
    page = measure_page(small_site.measure(SLUG), rules_here(small_site), words_of(small_site, tag))
    assert f"# {name}\n\n{description}\n" in page
    assert f"\n:   {audience}\n" in page


def test_a_page_that_is_not_translated_says_the_language_it_is_in(small_site: Site) -> None:
    page = small_site.measure(SLUG)
    bare = replace(page, texts={"zh-Hans": page.texts["zh-Hans"]})
    site = replace(small_site, measures=(bare, small_site.measure("maternity-leave")))
    (service,) = told(site, "en")
    assert (service["name"], service["inLanguage"]) == ("育儿补贴", "zh-Hans")
    assert service["url"].startswith("https://small.example/guide/en/")


def test_questions_of_a_page_that_is_not_translated_are_in_the_language_of_the_source(small_site: Site) -> None:
    page = asked(small_site).measure(SLUG)
    bare = replace(page, texts={"zh-Hans": page.texts["zh-Hans"]})
    site = replace(small_site, measures=(bare, small_site.measure("maternity-leave")))
    faq = faq_of(site, "en")
    assert faq["inLanguage"] == "zh-Hans"
    assert faq["mainEntity"][0]["name"] == "补领怎么办？"


def test_questions_that_a_page_answers_are_told_in_its_own_words(small_site: Site) -> None:
    faq = faq_of(asked(small_site))
    url = "https://small.example/guide/zh-Hans/money/childcare-subsidy/#questions"
    assert {name: faq[name] for name in ("@context", "@type", "url", "inLanguage")} == {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "url": url,
        "inLanguage": "zh-Hans",
    }
    assert [(question["@type"], question["acceptedAnswer"]["@type"]) for question in faq["mainEntity"]] == [
        ("Question", "Answer")
    ] * 2
    assert [(question["name"], question["acceptedAnswer"]["text"]) for question in faq["mainEntity"]] == [
        ("补领怎么办？", "可以补领，网上就行。一年 3,600 元。 第一步 第二步 先登记"),
        ("哪里问？", "地方 电话 街道 12345"),
    ]


def test_only_blocks_of_questions_are_questions(small_site: Site) -> None:
    body = "一。\n\n## 常见问题 {#questions}\n\n二。\n\n## 问 {#quota}\n\n三。\n"
    assert [data["@type"] for data in told(asked(small_site, body))] == ["GovernmentService"]


def test_a_converted_page_tells_its_questions_converted(small_site: Site) -> None:
    first, second = faq_of(asked(small_site), "zh-Hant")["mainEntity"]
    assert (first["name"], second["name"]) == ("補領怎麼辦？", "哪裡問？")
    assert first["acceptedAnswer"]["text"].startswith("可以補領，網上就行。")


def test_a_translated_page_tells_its_questions_translated(small_site: Site) -> None:
    english = "Anyone.\n\n### When? {#q-late}\n\nNow.\n\n### Where? {#q-where}\n\nHere & there.\n"
    faq = faq_of(asked(asked(small_site), english, "en"), "en")
    assert faq["inLanguage"] == "en"
    assert [(each["name"], each["acceptedAnswer"]["text"]) for each in faq["mainEntity"]] == [
        ("When?", "Now."),
        ("Where?", "Here & there."),
    ]


def test_a_question_that_is_not_translated_is_not_told_as_if_it_were(small_site: Site) -> None:
    english = "Anyone.\n\n### When? {#q-late}\n\nNow.\n"
    faq = faq_of(asked(asked(small_site), english, "en"), "en")
    assert [each["name"] for each in faq["mainEntity"] if each.get("inLanguage", faq["inLanguage"]) == "en"] == [
        "When?"
    ]


def test_each_telephone_is_told_once_the_offices_first(small_site: Site) -> None:
    page = replace(small_site.measure(SLUG), hotlines=("12356", "12345", "12356"))
    site = replace(small_site, measures=(page, small_site.measure("maternity-leave")))
    channels = told(site)[0]["availableChannel"]
    assert [channel["servicePhone"]["telephone"] for channel in channels] == ["12345", "12356"]


def test_every_measures_built_page_carries_it_as_json_and_no_other_page_does(built: Path, small_site: Site) -> None:
    found = {}
    for path in sorted((built / "site").rglob("index.html")):
        page = HtmlPage(path)
        for script in page.all("script", type="application/ld+json"):
            data = json.loads(script.text)
            found[path.parent.relative_to(built / "site").as_posix()] = data
            assert data["name"] in page.words, path
            assert data["description"] in page.words, path
            assert data["audience"]["audienceType"] in page.words, path
            phones = {channel["servicePhone"]["telephone"] for channel in data["availableChannel"]}
            assert all(page.all("a", href=f"tel:{phone}") for phone in phones), path
            assert data["url"] == page.all("link", rel="canonical")[0].get("href")
    tags = ("zh-Hans", "zh-Hant", "en", "ug")
    assert found.keys() == {f"{tag}/{measure.path}" for tag in tags for measure in small_site.measures}
