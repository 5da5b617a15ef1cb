"""The glossary: a page of terms, and the definitions that stand behind a term's first use on a page."""

from __future__ import annotations

from collections.abc import Mapping

from calculators.kit.message import _
from generator.markdown import page
from generator.model import Term
from generator.words import Speech


def word_of(term: Term, words: Speech) -> str:
    """Return a term in one language, or an empty text where it has none."""
    return _in(term.words, words)


def definition_of(term: Term, words: Speech) -> str:
    """Return what a term means in one language, or an empty text."""
    return _in(term.definition, words)


def _in(texts: Mapping[str, str], words: Speech) -> str:
    return words.convert(texts.get(words.written, ""))


def glossary_page(words: Speech) -> str:
    """Return the page of every term, with the Chinese word that papers and offices use."""
    title = words.say(_("术语"))
    lead = words.say(_("页面上常见的词，用一句话说明。办事时看到的多是中文，所以把中文也列出来。"))
    terms = sorted(
        ((word_of(term, words), term) for term in words.site.glossary.values()), key=lambda pair: pair[0].casefold()
    )
    entries = [_entry(word, term, words) for word, term in terms if word]
    return page({"title": title, "description": lead}, f"# {title}", f"{lead}\n{{.lead}}", "\n\n".join(entries))


def _entry(word: str, term: Term, words: Speech) -> str:
    source = words.site.source_language
    chinese = (
        "" if words.own else f' <span lang="{source.tag}" dir="{source.direction}">{term.words[source.tag]}</span>'
    )
    return f"**{word}**{chinese}\n:   {definition_of(term, words)}"
