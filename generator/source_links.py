"""The links of the sources, for an editor with a network to see whether they still lead there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from generator.model import Site


def source_links(site: Site) -> list[str]:
    """Return a line for every source: its link, its key, and the files that rest on it; those without a link last."""
    files = _files_by_source(site)
    sources = sorted(site.sources.values(), key=lambda source: (not source.url, source.key))
    return [
        f"{source.url or '(no link)'}  {source.key}: {', '.join(files[source.key]) or 'unused'}" for source in sources
    ]


def _files_by_source(site: Site) -> Mapping[str, list[str]]:
    """Return where each source is named: rules, pages, cases and indicators."""
    named = [
        (value.source, rule.file)
        for place in site.places.values()
        for rule in place.rules.values()
        for value in rule.values
    ]
    named += [(citation.source, page.file) for page in site.pages for citation in page.citations]
    named += [(case.source, case.file) for case in site.cases]
    named += [(indicator.source, "plan/indicators.yaml") for indicator in site.indicators.values()]
    files: dict[str, set[str]] = defaultdict(set)
    for source, file in named:
        files[source].add(file)
    return defaultdict(list, {source: sorted(found) for source, found in files.items()})
