"""Terms in one language, and on a page: the first use of each leads to the glossary, and says what it means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.model import Term
from generator.words import Speech

_APART = re.compile(
    r"^(?:#|\||!!!|<).*$|\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?|\{[^}]*\}|`[^`]*`|<[^>]+>|https?://\S+", re.MULTILINE
)
"""What no term is looked for in: headings, rows, notices, links, attributes, code, tags and addresses."""


class Use(NamedTuple):
    """A term as a language writes it, what it means, and its anchor in the glossary."""

    word: str
    meaning: str
    anchor: str


def word_of(term: Term, words: Speech) -> str:
    """Return a term in one language, or an empty text where it has none."""
    return _in(term.words, words)


def definition_of(term: Term, words: Speech) -> str:
    """Return what a term means in one language, or an empty text."""
    return _in(term.definition, words)


def _in(texts: Mapping[str, str], words: Speech) -> str:
    return words.convert(texts.get(words.language.written, ""))


def uses(words: Speech, title: str) -> list[Use]:
    """Return the terms that a page with this title may use: what it is named after it explains itself."""
    found = [Use(word_of(term, words), definition_of(term, words), term.key) for term in words.site.glossary.values()]
    return [use for use in found if use.word.casefold() not in title.casefold()]


def link_first_uses(texts: Iterable[str], terms: Iterable[Use], glossary: str) -> list[str]:
    """Return Markdown texts of one page, in order, with the first use of each term linked.

    `glossary` is the address of the glossary's page. Longer terms are found before shorter ones in them.

    >>> link_first_uses(["## Leave {#leave}", "Leave, and leave."], [Use("leave", "Days off.", "leave")], "g.md")
    ['## Leave {#leave}', '[Leave](g.md#leave "Days off."){.term}, and leave.']
    """
    texts = list(texts)
    whole = "\n".join(texts).casefold()
    left = {use.word.casefold(): use for use in terms if use.word and use.meaning and use.word.casefold() in whole}
    if not left:
        return texts
    words = sorted(left, key=len, reverse=True)
    pattern = re.compile("|".join(map(bounded, words)), re.IGNORECASE)

    def linked(match: re.Match[str]) -> str:
        use = left.pop(match[0].casefold(), None)
        if use is None:
            return match[0]
        meaning = use.meaning.replace('"', "&quot;")
        return f'[{match[0]}]({glossary}#{use.anchor} "{meaning}"){{.term}}'

    return ["".join(pattern.sub(linked, part) if free else part for part, free in _parts(text)) for text in texts]


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a text in order, with whether a term may stand in it."""
    end = 0
    for match in _APART.finditer(text):
        yield text[end : match.start()], True
        yield match[0], False
        end = match.end()
    yield text[end:], True


def bounded(word: str) -> str:
    """Return the pattern of a word: no letter before and after it, where words stand apart."""
    before = r"(?<!\w)" if _stands_apart(word[0]) else ""
    after = r"(?!\w)" if _stands_apart(word[-1]) else ""
    return f"{before}{re.escape(word)}{after}"


def _stands_apart(letter: str) -> bool:
    """Tell whether words with this letter have spaces around them; Korean endings and Tibetan marks have none."""
    return bool(re.match(r"[A-Za-z\u0600-\u06ff]", letter))
