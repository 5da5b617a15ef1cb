"""The glossary: a page of terms, to which the first use of each on a page leads."""

from __future__ import annotations

from calculators.kit.message import _
from generator.index_page import under_letters
from generator.markdown import in_language, page
from generator.model import Term
from generator.terms import definition_of, word_of
from generator.words import Speech


def glossary_page(words: Speech) -> str:
    """Return the page of every term, with the Chinese word that papers and offices use."""
    title = words.say(_("术语"))
    lead = words.say(_("页面上常见的词，用一句话说明。办事时看到的多是中文，所以把中文也列出来。"))
    entries = [_entry(term, words) for term in _in_order(words)]
    return page({"title": title, "description": lead}, f"# {title}", f"{lead}\n{{.lead}}", "\n\n".join(entries))


def _in_order(words: Speech) -> list[Term]:
    """Return the terms in the order of the language's index; last those that it has no word for."""
    terms: dict[str, list[Term]] = {}
    for term in words.site.glossary.values():
        terms.setdefault(word_of(term, words), []).append(term)
    nameless = terms.pop("", [])
    ordered = [word for _letter, found in under_letters(words.language, terms) for word in found]
    return [*(term for word in ordered for term in terms[word]), *nameless]


def _entry(term: Term, words: Speech) -> str:
    """Return a term, the Chinese one beside it, and what it means; in Chinese what the language has no words for."""
    source = words.site.source_language
    word, meaning = word_of(term, words), definition_of(term, words)
    chinese = in_language(term.words[source.tag], source)
    named = f"**{word or chinese}**{{#{term.key}}}" + ("" if words.own or not word else f" {chinese}")
    return f"{named}\n:   {meaning or in_language(term.definition.get(source.tag, ''), source)}"
