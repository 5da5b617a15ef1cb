"""What is wrong with the content, across its files: found all at once, with remedies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog

from calculators import CALCULATORS
from calculators.support_finder.conditions import CONDITIONS
from generator.addresses import address_problems
from generator.check_glossary import glossary_problems
from generator.check_texts import text_problems
from generator.clause_pages import STATUS
from generator.content import read_site
from generator.model import Measure, Page, Site
from generator.problem import ContentError, Problem
from generator.translations import message_problems

_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


def load(root: Path, template: Catalog) -> Site:
    """Read and check a content folder; raise `ContentError` with every problem there is."""
    site = read(root)
    if problems := [*site_problems(site, root), *message_problems(site, root, template)]:
        raise ContentError(problems)
    return site


def read(root: Path) -> Site:
    """Read a content folder; raise `ContentError` where a file by itself cannot be read.

    This is for translators: a new language is incomplete until they are done.
    """
    site, problems = read_site(root)
    if problems:
        raise ContentError(problems)
    return site


def site_problems(site: Site, root: Path) -> Iterator[Problem]:
    """Find what the files of a content folder get wrong about each other."""
    yield from _language_problems(site, root)
    yield from _rule_problems(site)
    yield from _case_problems(site)
    yield from _indicator_problems(site)
    yield from _search_problems(site, root)
    for measure in site.measures:
        yield from _measure_problems(measure, site, root)
    for page in site.pages:
        yield from _page_problems(page, site, root)
        if site.place in site.places:
            yield from text_problems(page, site, root)
    yield from glossary_problems(site)
    yield from address_problems(site)


def _language_problems(site: Site, root: Path) -> Iterator[Problem]:
    tags = [language.tag for language in site.languages]
    for language in site.languages:
        at = line_of(root, "languages.yaml", f"{language.tag}:")
        if not _TAG.fullmatch(language.tag):
            yield Problem("languages.yaml", at, f"wrong language code “{language.tag}”", "use BCP 47, such as zh-Hans")
        if language.direction not in ("ltr", "rtl"):
            yield Problem("languages.yaml", at, f"unknown direction “{language.direction}”", "write ltr or rtl")
        if language.made_from and language.made_from not in tags:
            yield Problem("languages.yaml", at, f"made from unknown “{language.made_from}”", "name a language above")
    if site.place not in site.places:
        at = line_of(root, "site.yaml", "place:")
        yield Problem("site.yaml", at, f"unknown place “{site.place}”", "name a folder of places/, such as cn/zhejiang")


def _rule_problems(site: Site) -> Iterator[Problem]:
    for place in site.places.values():
        for rule in place.rules.values():
            for value in rule.values:
                if value.source not in site.sources:
                    message = f"unknown source “{value.source}” for {rule.name}"
                    yield Problem(rule.file, value.line, message, "add it to sources.yaml, or mend its key")


def _case_problems(site: Site) -> Iterator[Problem]:
    for case in site.cases:
        if case.calculator not in CALCULATORS:
            yield Problem(case.file, 0, f"no calculator “{case.calculator}”", f"name one of {', '.join(CALCULATORS)}")
        if case.source and case.source not in site.sources:
            yield Problem(case.file, case.line, f"unknown source “{case.source}”", "add it to sources.yaml")


def _indicator_problems(site: Site) -> Iterator[Problem]:
    for indicator in site.indicators.values():
        if indicator.source not in site.sources:
            message = f"unknown source “{indicator.source}” for {indicator.key}"
            yield Problem("plan/indicators.yaml", indicator.line, message, "add it to sources.yaml, or mend its key")
        years = [value.year for value in indicator.values]
        if years != sorted(set(years)):
            message = f"the years of {indicator.key} are not in order, or one is there twice"
            yield Problem("plan/indicators.yaml", indicator.line, message, "begin with the first year")


def _search_problems(site: Site, root: Path) -> Iterator[Problem]:
    languages = [language.tag for language in site.languages if not language.converted]
    pages = {page.path for page in site.pages} | {f"calculators/{slug}" for slug in CALCULATORS}
    for tag, searched in site.searched.items():
        file = f"search/{tag}.yaml"
        if tag not in languages:
            yield Problem(file, 0, f"wrong language code “{tag}”", f"name the file by one of {', '.join(languages)}")
        for page in searched.keys() - pages:
            yield Problem(file, line_of(root, file, f"{page}:"), f"unknown page “{page}”", "write it as in its address")


def _measure_problems(measure: Measure, site: Site, root: Path) -> Iterator[Problem]:
    topics = {name.split(".")[0] for place in site.places.values() for name in place.rules}
    yield from _unknown(
        measure,
        root,
        ("status", [measure.status], STATUS, f"use one of {', '.join(STATUS)}"),
        ("stage", measure.stages, site.stages, "stages.yaml lists them"),
        ("calculator", measure.calculators, CALCULATORS, f"use one of {', '.join(CALCULATORS)}"),
        ("topic", measure.topics, topics, "a topic is a file name in places/**/rules/"),
        ("condition", [name for one in measure.who for name in one], CONDITIONS, f"use one of {', '.join(CONDITIONS)}"),
        ("group", [measure.group], site.groups, "add the group to groups.yaml"),
    )


def _page_problems(page: Page, site: Site, root: Path) -> Iterator[Problem]:
    slugs = [other.slug for other in site.pages]
    yield from _unknown(
        page,
        root,
        ("clause", page.clauses, site.clauses, "plan/clauses.yaml lists them"),
        ("source", [cited.source for cited in page.citations], site.sources, "add it to sources.yaml"),
        ("measure", page.related, slugs, "use the folder name of another measure"),
    )
    for what, listed in (("clauses", page.clauses), ("sources", page.citations)):
        if not listed:
            at = line_of(root, page.file, f"{what}:")
            yield Problem(page.file, at, f"it names no {what}", "a page says which clause it carries, by what law")
    if slugs.count(page.slug) > 1:
        yield Problem(page.file, 0, f"two pages are called “{page.slug}”", "rename one folder")


def _unknown(page: Page, root: Path, *known: tuple[str, Iterable[str], Iterable[str], str]) -> Iterator[Problem]:
    for kind, used, there, remedy in known:
        for name in used:
            if name not in there:
                at = line_of(root, page.file, name)
                yield Problem(page.file, at, f"unknown {kind} “{name}”", remedy)


def line_of(root: Path, file: str, text: str) -> int:
    """Return the first line of a file that holds a text, or begins with it when it is a key; or 0."""
    path = root / file
    lines = path.read_text(encoding="utf-8").split("\n") if path.exists() else []
    key = text.endswith(":")
    found = (
        number for number, line in enumerate(lines, 1) if (line.lstrip(" -").startswith(text) if key else text in line)
    )
    return next(found, 0)
