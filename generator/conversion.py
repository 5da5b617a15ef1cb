"""Simplified to traditional Chinese: OpenCC, with what must not change masked, and a fix list.

OpenCC's `s2tw` changes characters, not words; the fix list mends what it gets wrong. Addresses,
anchors, code and placeholders are kept as they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import opencc

from generator.records import Faults, read_yaml

_KEPT = re.compile(r"\{\{.*?\}\}|\{[#a-z_][^}]*\}|https?://[!-~]+|\]\([^)]*\)|`[^`]*`|<[^>]*>")


@lru_cache(maxsize=4)
def _opencc(scheme: str) -> opencc.OpenCC:
    return opencc.OpenCC(scheme)


class Converter:
    """Converts texts by one OpenCC scheme and one fix list."""

    def __init__(self, scheme: str, fixes: Path) -> None:
        """Use a scheme such as `s2tw`; a missing fix list fixes nothing."""
        self._convert = _opencc(scheme).convert
        record = read_yaml(fixes, Faults(fixes.name)) if fixes.exists() else None
        self._fixes: Mapping[str, str] = {key: record.text(key) for key in record.fields} if record else {}

    def convert(self, text: str) -> str:
        """Return the text converted, with masked parts as they were."""
        kept = _KEPT.findall(text)
        parts = [self._fixed(self._convert(part)) for part in _KEPT.split(text)]
        return parts[0] + "".join(mask + part for mask, part in zip(kept, parts[1:], strict=True))

    def _fixed(self, text: str) -> str:
        for wrong, right in self._fixes.items():
            text = text.replace(wrong, right)
        return text
