"""What the place that a site is made for has set itself, as a section of its measures' pages.

A site made for the whole country has no such section: its pages say what differs between places.
"""

from __future__ import annotations

from collections.abc import Iterator

from calculators.kit.citation import WITHOUT_AMOUNT, citation
from calculators.kit.household import ORDERS
from calculators.kit.message import _, place_name
from calculators.kit.rules import PlaceRules, Value
from generator.model import Measure
from generator.words import Speech


def local_values(measure: Measure, here: PlaceRules, words: Speech) -> str:
    """Return the values of a measure's topics that the place, or one around it below the country, has of its own."""
    lines = [line for value in _own(measure, here, words) for line in _lines(value, words)]
    if not lines:
        return ""
    heading = words.say(_("{place}的数值", place=place_name(here.place)))
    return f"## {heading} {{#local}}\n\n" + "\n".join(lines)


def _own(measure: Measure, here: PlaceRules, words: Speech) -> Iterator[Value]:
    """Yield the values in force on the site's day that are not the country's, and that a line can say."""
    rules = [
        name
        for place in words.site.places.values()
        if here.place == place.path or here.place.startswith(f"{place.path}/")
        for name in place.rules
        if name.partition(".")[0] in measure.topics
    ]
    for name in dict.fromkeys(rules):
        value = here.find(name, words.site.edition)
        if value and "/" in value.place and value.unit not in WITHOUT_AMOUNT and not isinstance(value.value, list):
            yield value


def _lines(value: Value, words: Speech) -> Iterator[str]:
    """Yield a value with its source and grade, and below it the amount for each birth order where they differ."""
    cited = citation(value, words.catalogue)
    yield f"- [{cited['text']}]({cited['url']})" if cited.get("url") else f"- {cited['text']}"
    for option in ORDERS:
        part = value.of(option.value)
        if part is not value and part.value is not None:
            amount = words.say(_("{label}：{amount}", label=option.label, amount=part.extent))
            yield f"    - {amount}"
