"""Messages of the interface and the calculators: extracted from code and templates by Babel.

Message ids are the source language's own words. `update` refreshes the template and every
translation; a sentence that changed stays as fuzzy, so that a translator sees it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from generator.model import Language
from generator.words import read_messages

METHODS = [("**.py", "python"), ("**.html", "jinja2")]
KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "gettext": None, "ngettext": (1, 2)}


def extract(root: Path) -> Catalog:
    """Collect the messages of `calculators/`, `generator/` and `overrides/`."""
    catalog = Catalog(charset="utf-8", project="calculators", fuzzy=False)
    for folder in ("calculators", "generator", "overrides"):
        found = extract_from_dir(root / folder, METHODS, keywords=KEYWORDS, comment_tags=("Translators:",))
        for file, line, message, comments, context in sorted(found, key=lambda item: (item[0], item[1])):
            catalog.add(message, locations=[(f"{folder}/{file}", line)], auto_comments=comments, context=context)
    return catalog


def update(root: Path, locale: Path, languages: Sequence[Language]) -> Iterable[str]:
    """Refresh `messages.pot` and each translation; yield a line for each file."""
    template = extract(root)
    _write(locale / "messages.pot", template)
    yield f"messages.pot: {len(template)} messages"
    for language in languages:
        if language.converter or not language.made_from:
            continue
        catalog = read_messages(locale, language.tag)
        catalog.update(template, no_fuzzy_matching=False)
        _write(locale / language.tag / "LC_MESSAGES" / "messages.po", catalog)
        missing = sum(1 for message in catalog if message.id and (message.fuzzy or not _complete(message.string)))
        yield f"{language.tag}: {missing} to translate"


def _complete(string: object) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)


def _write(path: Path, catalog: Catalog) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog, width=100, sort_output=True, include_lineno=False, ignore_obsolete=True)
