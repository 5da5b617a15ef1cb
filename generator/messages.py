"""Messages of the interface and the calculators: extracted from code and templates by Babel.

Message ids are the source language's own words. `update` refreshes the template and every
translation; a sentence that changed stays as fuzzy, so that a translator sees it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from generator.content import read_site
from generator.content_messages import content_messages
from generator.problem import ContentError
from generator.translations import complete, messages_file, read_messages, translated

METHODS = [("**.py", "python"), ("**.html", "jinja2")]
DOMAINS = ("messages", "content")
"""The files of a language: messages of the interface and the calculators, and texts of the data."""
KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "gettext": None, "ngettext": (1, 2)}


def extract(root: Path) -> Catalog:
    """Collect the messages of `calculators/`, `generator/` and `overrides/`."""
    catalog = Catalog(charset="utf-8", project="calculators", fuzzy=False)
    for folder in ("calculators", "generator", "overrides"):
        found = extract_from_dir(root / folder, METHODS, keywords=KEYWORDS, comment_tags=("Translators:",))
        for file, line, message, comments, context in sorted(found, key=lambda item: (item[0], item[1])):
            catalog.add(message, locations=[(f"{folder}/{file}", line)], auto_comments=comments, context=context)
    return catalog


def update(root: Path, content: Path) -> Iterable[str]:
    """Refresh the templates and each translation, of the interface and of the content; return a line for each file.

    Everything is read before anything is written; a file in which nothing changed stays as it is. Raises
    `ContentError` where no language could be read, or a file of messages is broken.
    """
    site, problems = read_site(content)
    if not site.languages:
        raise ContentError(problems)
    templates = dict(zip(DOMAINS, (extract(root), content_messages(site)), strict=True))
    locale = content / "locale"
    catalogs = {
        (language.tag, domain): read_messages(locale, language.tag, domain)
        for language in translated(site.languages)
        for domain in templates
    }
    said = []
    for domain, template in templates.items():
        _write(locale / f"{domain}.pot", template)
        said.append(f"{domain}.pot: {len(template)} messages")
    for (tag, domain), catalog in catalogs.items():
        catalog.update(templates[domain], no_fuzzy_matching=False)
        _write(content / messages_file(tag, domain), catalog)
        missing = sum(1 for message in catalog if message.id and (message.fuzzy or not complete(message)))
        said.append(f"{tag} {domain}: {missing} to translate")
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
