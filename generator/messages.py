"""Messages of the interface and the calculators: extracted from code and templates by Babel.

Message ids are the source language's own words. `update` refreshes the template and every
translation; a sentence that changed stays as fuzzy, so that a translator sees it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from generator.model import Language
from generator.translations import complete, read_messages, translated

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
    """Refresh `messages.pot` and each translation; return a line for each file.

    Everything is read before anything is written; a file in which nothing changed stays as it is.
    """
    template = extract(root)
    catalogs = {language.tag: read_messages(locale, language.tag) for language in translated(languages)}
    _write(locale / "messages.pot", template)
    said = [f"messages.pot: {len(template)} messages"]
    for tag, catalog in catalogs.items():
        catalog.update(template, no_fuzzy_matching=False)
        _write(locale / tag / "LC_MESSAGES" / "messages.po", catalog)
        missing = sum(1 for message in catalog if message.id and (message.fuzzy or not complete(message)))
        said.append(f"{tag}: {missing} to translate")
    return said


def _write(path: Path, catalog: Catalog) -> None:
    """Write a catalog, unless only its date is another."""
    made = BytesIO()
    write_po(made, catalog, width=100, sort_output=True, include_lineno=False, ignore_obsolete=True)
    if path.exists() and _undated(path.read_bytes()) == _undated(made.getvalue()):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(made.getvalue())


def _undated(text: bytes) -> bytes:
    return re.sub(rb'"POT-Creation-Date: .*', b"", text)
