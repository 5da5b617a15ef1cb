"""What is wrong with the content, across its files: found all at once, with remedies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog

from calculators import CALCULATORS
from calculators.support_finder.conditions import CONDITIONS
from generator.check_texts import text_problems
from generator.content import read_site
from generator.model import Measure, Rule, Site, Words
from generator.problem import ContentError, Problem
from generator.translations import message_problems

_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


def load(root: Path, template: Catalog) -> Site:
    """Read and check a content folder; raise `ContentError` with every problem there is."""
    site, problems = read_site(root)
    problems = problems or list(site_problems(site, root)) + list(message_problems(site, root, template))
    if problems:
        raise ContentError(problems)
    return site


def site_problems(site: Site, root: Path) -> Iterator[Problem]:
    """Find what the files of a content folder get wrong about each other."""
    yield from _language_problems(site, root)
    yield from _translation_problems(site, root)
    yield from _rule_problems(site)
    yield from _case_problems(site)
    for measure in site.measures:
        yield from _measure_problems(measure, site, root)
        if site.place in site.places:
            yield from text_problems(measure, site, root)


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


def _translation_problems(site: Site, root: Path) -> Iterator[Problem]:
    wanted = [language.tag for language in site.languages if not language.converted]
    translated = [tag for tag in wanted if tag != site.source_language.tag]
    named: list[tuple[str, str, Words, list[str]]] = [
        ("site.yaml", "title:", site.title, wanted),
        ("site.yaml", "publisher:", site.publisher, wanted),
        ("site.yaml", "office:", site.office.name, wanted),
        *(("groups.yaml", f"{key}:", words, wanted) for key, words in site.groups.items()),
        *((place.file, "name:", place.name, wanted) for place in site.places.values()),
        *(("sources.yaml", f"{key}:", source.gloss, translated) for key, source in site.sources.items()),
        *((case.file, f"{case.key}:", case.title, wanted) for case in site.cases),
        *((rule.file, f"{rule.name.split('.')[1]}:", rule.label, wanted) for rule in _labelled(site)),
        *(
            ("vaccines.yaml", f"{code}:", words, wanted)
            for code, vaccine in site.vaccines.items()
            for words in vaccine.values()
        ),
    ]
    for file, key, words, tags in named:
        for tag in tags:
            if not words.get(tag):
                at = line_of(root, file, key)
                yield Problem(file, at, f"no {tag} for {key.strip(':')}", f"add a line “{tag}: …” below it")


def _labelled(site: Site) -> Iterator[Rule]:
    """Yield the rules that have a label of their own: those that no place around theirs names."""
    for path, place in site.places.items():
        around = [other for outer, other in site.places.items() if path.startswith(outer + "/")]
        yield from (rule for name, rule in place.rules.items() if not any(name in other.rules for other in around))


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


def _measure_problems(measure: Measure, site: Site, root: Path) -> Iterator[Problem]:
    topics = {name.split(".")[0] for place in site.places.values() for name in place.rules}
    slugs = [other.slug for other in site.measures]
    known: list[tuple[str, Iterable[str], Iterable[str], str]] = [
        ("clause", measure.clauses, site.clauses, "plan/clauses.yaml lists them"),
        ("calculator", measure.calculators, CALCULATORS, f"use one of {', '.join(CALCULATORS)}"),
        ("topic", measure.topics, topics, "a topic is a file name in places/**/rules/"),
        ("source", [cited.source for cited in measure.citations], site.sources, "add it to sources.yaml"),
        ("condition", [name for one in measure.who for name in one], CONDITIONS, f"use one of {', '.join(CONDITIONS)}"),
        ("measure", measure.related, slugs, "use the folder name of another measure"),
        ("group", [measure.group], site.groups, "add the group to groups.yaml"),
    ]
    for kind, used, there, remedy in known:
        for name in used:
            if name not in there:
                at = line_of(root, measure.file, name)
                yield Problem(measure.file, at, f"unknown {kind} “{name}”", remedy)
    for what, listed in (("clauses", measure.clauses), ("sources", measure.citations)):
        if not listed:
            at = line_of(root, measure.file, f"{what}:")
            yield Problem(measure.file, at, f"it names no {what}", "a page says which clause it carries, by what law")
    if slugs.count(measure.slug) > 1:
        yield Problem(measure.file, 0, f"two measures are called “{measure.slug}”", "rename one folder")


def line_of(root: Path, file: str, text: str) -> int:
    """Return the first line of a file that holds a text, or begins with it when it is a key; or 0."""
    path = root / file
    lines = path.read_text(encoding="utf-8").split("\n") if path.exists() else []
    key = text.endswith(":")
    found = (
        number for number, line in enumerate(lines, 1) if (line.lstrip(" -").startswith(text) if key else text in line)
    )
    return next(found, 0)
