"""The small site of `tests/sites/small`, and what the tests of several stages do with it."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace
from pathlib import Path

from babel.messages.catalog import Catalog

from generator.check import load
from generator.content import read_site
from generator.model import Language, Site
from generator.pages import write_pages
from generator.problem import Problem
from generator.project import Project
from generator.website import Inputs
from generator.words import Speech, speech

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "tests" / "sites" / "small" / "content"

CN_LEAVE = "places/cn/rules/leave.yaml"
CN_SUBSIDY = "places/cn/rules/childcare-subsidy.yaml"
ZHEJIANG_LEAVE = "places/cn/zhejiang/rules/leave.yaml"
LEAVE = "measures/leave/maternity-leave/measure.yaml"
GOALS = "plan/goals/page.yaml"
LEAVE_CHINESE = "measures/leave/maternity-leave/zh-Hans.md"
LEAVE_ENGLISH = "measures/leave/maternity-leave/en.md"
SUBSIDY_CHINESE = "measures/money/childcare-subsidy/zh-Hans.md"
SUBSIDY_ENGLISH = "measures/money/childcare-subsidy/en.md"
REVIEWED = {"head": "2026-11-23", "intro": "2026-11-23", "length": "2026-11-23"}
"""Every block of the English text on leave, reviewed."""
OPENING = "生孩子前后的假期。"
"""The first paragraph of the text on leave, on line 13."""


def site_of(content: Path = CONTENT) -> Site:
    """Return a content folder as the model; messages of the interface are left out."""
    return load(content, Catalog())


def words_of(site: Site, tag: str, template: Catalog | None = None) -> Speech:
    """Return the words of one language of the small site."""
    language = next(language for language in site.languages if language.tag == tag)
    return speech(site, language, template or Catalog(), CONTENT / "locale")


def form_problems(content: Path) -> list[str]:
    """Return the problems that reading alone finds."""
    return [str(problem) for problem in sorted(read_site(content)[1])]


def put(content: Path, file: str, old: str, new: str) -> None:
    """Replace the first `old` in a file of the content, which must have it."""
    path = content / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{file} has no {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def copied(target: Path) -> Path:
    """Copy the content of the small site; return where it is."""
    return Path(shutil.copytree(CONTENT, target / "content"))


def small_project(root: Path) -> Project:
    """Return a project with the small site's content, no code or template of its own, and a site built before."""
    copied(root)
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    for folder in ("calculators", "generator", "overrides", "site", "build/pages/en/docs"):
        (root / folder).mkdir(parents=True)
    (root / "site" / "index.html").write_text("the last good site", encoding="utf-8")
    (root / "build" / "pages" / "en" / "docs" / "index.md").write_text("the last good page", encoding="utf-8")
    return Project(root)


def hashes(folder: Path) -> dict[str, str]:
    """Return the sha256 of every file below a folder, and the folders, by path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        for path in sorted(folder.rglob("*"))
    }


def lines(problems: list[Problem]) -> list[str]:
    """Return problems as an editor sees them."""
    return [str(problem) for problem in problems]


def small_words(template: Catalog) -> list[Speech]:
    """Return the words of the small site, with one more language: right to left, and no text of its own."""
    site = site_of()
    uyghur = Language("ug", "ug", "ئۇيغۇرچە", "rtl", "zh-Hans", "")
    site = replace(site, languages=(*site.languages, uyghur))
    spoken = [words_of(site, language.tag, template) for language in site.languages]
    return [replace(words, messages=in_letters(template, words)) if _translated(words) else words for words in spoken]


def _translated(words: Speech) -> bool:
    return bool(words.language.made_from) and not words.language.converted


def in_letters(template: Catalog, words: Speech) -> Catalog:
    """Translate every message of the code into letters, so that a text that is no message shows."""
    made = Catalog(locale=words.language.tag, charset="utf-8")
    for message in template:
        if isinstance(message.id, tuple | list):
            made.add(tuple(message.id), ([lettered(form) for form in message.id] * 6)[: made.num_plurals])
        elif message.id:
            made.add(message.id, lettered(message.id))
    return made


def lettered(text: str) -> str:
    """Return a text with a Latin letter for each character that is not ASCII.

    >>> lettered("{n} 天")
    '{n} x'
    """
    return "".join(letter if letter.isascii() else chr(ord("a") + ord(letter) % 26) for letter in text)


def inputs_below(root: Path, words: list[Speech], node_modules: Path) -> Inputs:
    """Write the pages of a site below `root`; its bundle and its PDFs are empty files."""
    write_pages(words, ROOT / "overrides", ROOT / "mkdocs.yml", root / "pages")
    papers = [f"{each.language.tag}/{measure.slug}.pdf" for each in words for measure in each.site.measures]
    for name in ("bundle/pyodide.asm.wasm", *(f"paper/{paper}" for paper in papers)):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()
    return Inputs(root / "pages", root / "bundle", root / "paper", ROOT / "overrides", node_modules)
