"""Showing an edited page at once, before the whole site is built anew.

Only the page itself is made, in the language of the edited text and those converted from it; what other pages say
of it, the search, the PDFs and the other languages follow with the next build.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog

from generator.check_texts import text_problems
from generator.content import read_site
from generator.figures import rules_here
from generator.messages import extract
from generator.model import Page, Site
from generator.pages import written_page
from generator.project import Project
from generator.website import build_language, drop_theme
from generator.words import speech


def preview(project: Project, edited: Path) -> list[str]:
    """Put the page of an edited text into the site as it stands; return the addresses that show it.

    There are none where the file is no page's text, has faults, or there is no site yet: a build will say why.
    """
    site, problems = read_site(project.content)
    found = next(_texts_at(site, project.content, edited), None)
    if problems or found is None:
        return []
    page, tag = found
    built = (project.built("pages") / tag / "docs").is_dir() and (project.site / tag).is_dir()
    if not built or [*text_problems(page, site, project.content)]:
        return []
    languages = [each for each in site.languages if each.written == tag]
    for language in languages:
        words = speech(site, language, _template(project.root), project.locale)
        tree = project.built("pages") / language.tag
        (tree / "docs" / f"{page.path}.md").write_text(written_page(page, rules_here(site), words), encoding="utf-8")
        build_language(tree, _shared(project.site), into=project.site / language.tag)
        drop_theme(project.site / language.tag)
    return [f"{language.tag}/{page.path}/" for language in languages]


def _texts_at(site: Site, content: Path, file: Path) -> Iterator[tuple[Page, str]]:
    for page in site.pages:
        for tag, text in page.texts.items():
            if (content / text.file).resolve() == file.resolve():
                yield page, tag


@cache
def _template(root: Path) -> Catalog:
    """Return the messages of the code, which does not change while a process lives."""
    return extract(root)


def _shared(site: Path) -> dict[str, str]:
    """Return the paths of what all languages share, as the last build named them."""
    folders = {"assets": "assets", "runtime": "calculator", "facts": "facts"}
    return {name: next((site / folder).iterdir()).relative_to(site).as_posix() for name, folder in folders.items()}


def warm_up(project: Project) -> None:
    """Do what the first preview would otherwise have to wait for."""
    _template(project.root)
