"""Texts of the content's data as messages: names, labels and titles that YAML files hold in the source language.

Their translations stand in `content/locale/<language>/LC_MESSAGES/content.po`, beside those of the interface, so
that a policy editor writes one language only and a translator works with one kind of file.
"""

from __future__ import annotations

from collections.abc import Iterator

from babel.messages.catalog import Catalog

from generator.model import Site


def content_messages(site: Site) -> Catalog:
    """Return every text of the data that readers see, with the files it stands in."""
    catalog = Catalog(charset="utf-8", project="content", fuzzy=False)
    for file, text in _texts(site):
        if text:
            catalog.add(text, locations=[(file, 0)])
    return catalog


def _texts(site: Site) -> Iterator[tuple[str, str]]:
    yield from (("site.yaml", text) for text in (site.title, site.publisher, site.office.name, site.office.hours))
    yield from (("groups.yaml", text) for text in site.groups.values())
    yield from (("stages.yaml", text) for text in site.stages.values())
    for clause in site.clauses.values():
        yield from (("plan/clauses.yaml", text) for text in (clause.title, clause.text))
    for indicator in site.indicators.values():
        plans = (target.plan for target in indicator.targets)
        yield from (
            ("plan/indicators.yaml", text) for text in (indicator.label, indicator.unit, indicator.note, *plans)
        )
    for vaccine in site.vaccines.values():
        yield from (("vaccines.yaml", text) for text in vaccine.values())
    yield from (("sources.yaml", source.title) for source in site.sources.values())
    for place in site.places.values():
        yield place.file, place.name
        yield from ((rule.file, rule.label) for rule in place.rules.values())
    yield from ((case.file, case.title) for case in site.cases if case.on_page)
