"""The site's data for anyone to use: measures, rules, sources and indicators as JSON, each with a JSON Schema.

The files stand at `data/<name>.json`, their schemas at `data/<name>.schema.json` (JSON Schema, draft 2020-12).
Texts are in the source language; every value keeps its source, its grade and the day it was checked.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from generator.model import Measure, Rule, Site
from generator.plan_model import Indicator

SCHEMAS = Path(__file__).with_name("schemas")


def data_files(site: Site) -> Mapping[str, str]:
    """Return every data file and every schema by its name below `data/`."""
    made: dict[str, object] = {
        "measures": {each.slug: _measure(each, site) for each in site.measures},
        "rules": {place.path: _rules(place.rules) for place in site.places.values()},
        "sources": {
            key: {name: text for name, text in asdict(source).items() if text and name != "key"}
            for key, source in site.sources.items()
        },
        "indicators": {key: _indicator(each) for key, each in site.indicators.items()},
    }
    files = {f"{name}.json": _json({"edition": site.edition.isoformat(), name: data}) for name, data in made.items()}
    return files | {path.name: path.read_text(encoding="utf-8") for path in sorted(SCHEMAS.glob("*.schema.json"))}


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _measure(measure: Measure, site: Site) -> dict[str, object]:
    text = measure.texts[site.source_language.tag]
    return {
        "title": text.title,
        "group": measure.group,
        "path": measure.path,
        "clauses": measure.clauses,
        "status": measure.status,
        "stages": measure.stages,
        "calculators": measure.calculators,
        "topics": measure.topics,
        "sources": [
            {"source": cited.source, "article": cited.article} if cited.article else {"source": cited.source}
            for cited in measure.citations
        ],
        "hotlines": measure.hotlines,
        "related": measure.related,
        "who": measure.who,
        "languages": sorted(measure.texts),
        "checked": measure.checked.isoformat(),
        "review_by": measure.review_by.isoformat(),
    }


def _rules(rules: Mapping[str, Rule]) -> dict[str, object]:
    return {
        name: {
            "label": rule.label,
            "unit": rule.unit,
            "values": [
                {
                    "from": value.start.isoformat() if value.start else None,
                    "value": value.value,
                    "source": value.source,
                    "article": value.article,
                    "grade": value.grade,
                    "checked": value.checked.isoformat(),
                }
                for value in rule.values
            ],
        }
        for name, rule in rules.items()
    }


def _indicator(indicator: Indicator) -> dict[str, object]:
    return {
        "label": indicator.label,
        "unit": indicator.unit,
        "source": indicator.source,
        "note": indicator.note,
        "values": [{"year": value.year, "value": value.value, "grade": value.grade} for value in indicator.values],
        "targets": [
            {
                "by": target.by or None,
                "comparison": target.comparison,
                "value": target.value,
                "plan": target.plan,
                "grade": target.grade,
            }
            for target in indicator.targets
        ],
    }
