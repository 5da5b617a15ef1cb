"""A made-up language with few words, so that a test sees what the wording does and not what it says."""

from __future__ import annotations

import json
from typing import Any

from calculators.kit.wording import Catalogue

LATIN: dict[str, Any] = {
    "language": "xx",
    "direction": "ltr",
    "messages": {"你好 {name}": "Hello {name}"},
    "units": {"day": ["{n} day", "{n} days"], "child": ["{n} child", "{n} few children", "{n} children"]},
    "plural": "n != 1",
    "group": ",",
    "decimal": ".",
    "date": "{d} {month} {y}",
    "months": list("JFMAMJJASOND"),
    "names": {"place:cn": "China"},
    "sources": {},
}


def words(**changed: Any) -> Catalogue:
    """Return the language, changed where a test means to."""
    return Catalogue.from_json(json.dumps(LATIN | changed))
