"""What passes a date soon: reviews of pages, and rules that end or change.

Only the verb reads the clock; a passing day never fails a build or a test.
"""

from __future__ import annotations

from datetime import date, timedelta

from generator.model import Site
from generator.page_text import State, state_of

OLD = timedelta(365)
"""A value checked longer ago than this is to be checked again."""


def due(site: Site, on: date, within: int) -> list[str]:
    """Return a line for everything due until `within` days after `on`, the nearest first."""
    until = on + timedelta(within)
    found: list[tuple[date, str]] = []
    for page in site.pages:
        if page.review_by <= until:
            found.append((page.review_by, f"{page.file}: review the text, then set checked and review_by"))
    for place in site.places.values():
        for rule in place.rules.values():
            for value in rule.values:
                where = f"{rule.file}:{value.line}: {rule.name}"
                if value.start and on < value.start <= until:
                    change = "ends" if value.value is None else "changes"
                    found.append((value.start, f"{where} {change}; read the pages that speak of it"))
                elif value.checked + OLD <= until and value is rule.values[-1]:
                    found.append((value.checked + OLD, f"{where} was checked on {value.checked}; check it again"))
    stale = [
        (text.file, block.anchor)
        for page in site.pages
        for text in page.texts.values()
        for block in page.texts[site.source_language.tag].blocks
        if text.language != site.source_language.tag and state_of(block, text) is State.STALE
    ]
    for file, anchor in stale:
        found.append((on, f"{file}: the source of “{anchor}” has changed since; translate anew, then "
                          "run `translations accept` with the file"))  # fmt: skip
    return [f"{day} content/{line}" for day, line in sorted(found)]
