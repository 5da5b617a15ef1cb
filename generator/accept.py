"""Recording that a translation says what its source says now: its blocks take the digests of the source's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.check_translations import shape_problems
from generator.model import Page, Site, Text
from generator.page_files import split_front_matter
from generator.problem import ContentError, Problem

_MARKS = re.compile(r"^made_from:.*\n?(?:[ ]+.*\n?)*", re.MULTILINE)


def accept(site: Site, content: Path, files: list[Path]) -> list[Path]:
    """Write `made_from` into translations; return the files that changed.

    `files` are translations; none means all of them. Raises `ContentError` for a file that is no translation, or
    has another shape than its source.
    """
    texts = {
        (content / text.file).resolve(): (text, page)
        for page in site.pages
        for text in page.texts.values()
        if text.language != site.source_language.tag
    }
    chosen = [path.resolve() for path in files] or list(texts)
    if problems := [problem for path in chosen for problem in _problems(path, texts, site, content)]:
        raise ContentError(problems)
    return [path for path in chosen if _accept(path, *texts[path], site)]


def _problems(path: Path, texts: Mapping[Path, tuple[Text, Page]], site: Site, content: Path) -> Iterable[Problem]:
    if path not in texts:
        file = path.relative_to(content.resolve(), walk_up=True).as_posix()
        return [Problem(file, 0, "no translation of a page", "name a file such as content/measures/…/en.md")]
    text, page = texts[path]
    return shape_problems(text, page.texts[site.source_language.tag])


def _accept(path: Path, text: Text, page: Page, site: Site) -> bool:
    written = path.read_text(encoding="utf-8-sig")
    head, body, _line = split_front_matter(written)
    source = page.texts[site.source_language.tag]
    kept = _MARKS.sub("", head + "\n").rstrip("\n")
    marks = [f"  {block.anchor}: {block.digest}" for block in source.blocks if text.block(block.anchor)]
    made = "\n".join(["---", kept, "made_from:", *marks, "---", body])
    if made == written:
        return False
    path.write_text(made, encoding="utf-8")
    return True
