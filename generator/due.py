"""What passes a date soon: reviews of measures, and rules that end or change.

Only the verb reads the clock; a passing day never fails a build or a test.
"""

from __future__ import annotations

from datetime import date, timedelta

from generator.model import Site

OLD = timedelta(365)
"""A value checked longer ago than this is to be checked again."""


def due(site: Site, on: date, within: int) -> list[str]:
    """Return a line for everything due until `within` days after `on`, the nearest first."""
    until = on + timedelta(within)
    found: list[tuple[date, str]] = []
    for measure in site.measures:
        if measure.review_by <= until:
            found.append((measure.review_by, f"{measure.file}: review the text, then set checked and review_by"))
    for place in site.places.values():
        for rule in place.rules.values():
            for value in rule.values:
                where = f"{rule.file}:{value.line}: {rule.name}"
                if value.start and on < value.start <= until:
                    change = "ends" if value.value is None else "changes"
                    found.append((value.start, f"{where} {change}; read the pages that speak of it"))
                elif value.checked + OLD <= until and value is rule.values[-1]:
                    found.append((value.checked + OLD, f"{where} was checked on {value.checked}; check it again"))
    for measure in site.measures:
        source = measure.texts.get(site.source_language.tag)
        for text in measure.texts.values():
            if source and text is not source and text.translated_from != source.digest:
                found.append((on, f"{text.file}: the source has changed since; translate anew, then set "
                              f"translated_from: {source.digest}"))  # fmt: skip
    return [f"{day} content/{line}" for day, line in sorted(found)]
