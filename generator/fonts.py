"""Fonts for paper, collected from npm packages: no font of the machine ever gets onto a page.

Uyghur is Noto Naskh Arabic 2.001, out of a web font. Newer than 2.004, text copied or read
aloud from the PDF has wrong letters.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from fontTools.ttLib import TTFont

SANS_SC = (
    "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
    "@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
)
"""The Chinese font has the Latin letters too, and is behind every other one."""

FONTS = {
    "zh-Hans": SANS_SC,
    "en": SANS_SC,
    "zh-Hant": (
        "@expo-google-fonts/noto-sans-tc/400Regular/NotoSansTC_400Regular.ttf",
        "@expo-google-fonts/noto-sans-tc/700Bold/NotoSansTC_700Bold.ttf",
    ),
    "ug": (
        "@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-all-400-normal.woff",
        "@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-all-700-normal.woff",
    ),
    "bo": (
        "@expo-google-fonts/noto-serif-tibetan/400Regular/NotoSerifTibetan_400Regular.ttf",
        "@expo-google-fonts/noto-serif-tibetan/700Bold/NotoSerifTibetan_700Bold.ttf",
    ),
    "ko": (
        "@expo-google-fonts/noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf",
        "@expo-google-fonts/noto-sans-kr/700Bold/NotoSansKR_700Bold.ttf",
    ),
}
"""Language → the files of its regular and bold font, below node_modules."""


class FontError(ValueError):
    """A font that is not there, or a language that has none."""


def prepare_fonts(node_modules: Path, out: Path, languages: Iterable[str] = ("zh-Hans", "zh-Hant", "en", "ug")) -> None:
    """Put the fonts of these languages into a folder, as TrueType; the same bytes every time."""
    out.mkdir(parents=True, exist_ok=True)
    for file in sorted({file for language in languages for file in (*SANS_SC, *_files(language))}):
        source = node_modules / file
        if not source.is_file():
            raise FontError(f"{source}: the font is not there: run «npm ci», which installs {_package(file)}")
        _collect(source, out / f"{source.stem}.ttf")


def _files(language: str) -> tuple[str, ...]:
    if language not in FONTS:
        raise FontError(f"no font is known for the language «{language}»: add it to FONTS in {__name__}")
    return FONTS[language]


def _package(file: str) -> str:
    return "/".join(file.split("/")[:2])


def _collect(source: Path, target: Path) -> None:
    """Copy a font, or unpack it when it is a web font."""
    if source.suffix == ".ttf":
        shutil.copyfile(source, target)
        return
    with TTFont(source, recalcTimestamp=False) as font:
        font.flavor = None
        font.save(target)
