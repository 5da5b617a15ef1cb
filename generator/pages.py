"""From the model to plain documentation trees: one folder per language, ready for MkDocs.

Each tree holds Markdown with front matter and one derived `mkdocs.yml`; nothing in it needs a
plugin, so a successor of MkDocs can build it too. The files are gathered first, then written.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import yaml
from babel.messages.mofile import write_mo

from calculators import CALCULATORS
from calculators.kit.message import _
from calculators.kit.rules import PlaceRules, Rules
from generator.addresses import moved_pages
from generator.calculator_page import calculator_page
from generator.charts import chart_svgs
from generator.clause_pages import DOCUMENTS, document_page
from generator.data_files import data_files
from generator.figures import rules_here, rules_json
from generator.front_pages import (
    about_page,
    calculators_page,
    group_page,
    home_page,
    search_page,
    stage_page,
    stages_page,
)
from generator.glossary_page import glossary_page
from generator.index_page import index_page
from generator.measure_page import measure_page
from generator.model import Measure, Page
from generator.page_text import is_untranslated
from generator.plan_page import plan_index, plan_page
from generator.words import Speech

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; connect-src 'self'; "
    "style-src 'self'; img-src 'self' data:; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
)


def write_pages(speeches: list[Speech], overrides: Path, config: Path, out: Path) -> None:
    """Write the tree of every language below `out`, with the rules and catalogues beside them.

    `overrides` are the templates, `config` is the project's `mkdocs.yml` that each tree inherits.
    """
    site = speeches[0].site
    files: dict[str, str] = {"facts/rules.json": rules_json(site)}
    files |= {f"data/{name}": text for name, text in data_files(site).items()}
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as beside:
        # The library that draws has threads and much memory, and this process will fork.
        charts = beside.submit(chart_svgs, list(site.indicators.values()))
        rules = Rules.from_json(rules_json(site))
        for words in speeches:
            files |= _tree(words, speeches, rules, config, out)
        files |= {f"charts/{key}.svg": drawing for key, drawing in charts.result().items()}
    for path, text in files.items():
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    for words in speeches:
        _write_theme(words, overrides, out / words.language.tag / "theme")


def _tree(words: Speech, speeches: list[Speech], rules: Rules, config: Path, out: Path) -> Mapping[str, str]:
    """Return every file of one language by its path below `out`."""
    tag = words.language.tag
    return {
        f"facts/catalogue.{tag}.json": words.catalogue_json,
        **{f"{tag}/docs/{path}": text for path, text in documents(words, rules).items()},
        f"{tag}/search.json": json.dumps(words.searched, ensure_ascii=False, sort_keys=True),
        f"{tag}/mkdocs.yml": configuration(words, speeches, config, out),
    }


def documents(words: Speech, rules: Rules) -> Mapping[str, str]:
    """Return every Markdown file of one language by its path."""
    site, here = words.site, rules_here(words.site)
    pages = {
        "index.md": home_page(words),
        "search.md": search_page(words),
        "about.md": about_page(words),
        "glossary.md": glossary_page(words),
        "index/index.md": index_page(words),
        "stages/index.md": stages_page(words),
        "plan/index.md": plan_index(words),
        "calculators/index.md": calculators_page(words),
    }
    for group in site.groups:
        pages[f"{group}/index.md"] = group_page(group, words)
    for written in site.pages:
        pages[f"{written.path}.md"] = written_page(written, here, words)
    pages |= moved_pages(words)
    for document, name in DOCUMENTS.items():
        pages[f"plan/{name}.md"] = document_page(document, words)
    for stage in site.stages:
        pages[f"stages/{stage}.md"] = stage_page(stage, words)
    for calculator in CALCULATORS.values():
        pages[f"calculators/{calculator.slug}.md"] = calculator_page(calculator, rules, words)
    return pages


def written_page(page: Page, here: PlaceRules, words: Speech) -> str:
    """Return the Markdown file of a page that people wrote."""
    return measure_page(page, here, words) if isinstance(page, Measure) else plan_page(page, here, words)


def configuration(words: Speech, speeches: list[Speech], config: Path, out: Path) -> str:
    """Return the `mkdocs.yml` of one language, derived from the project's own."""
    site, language = words.site, words.language
    tree = out / language.tag
    settings: dict[str, object] = {
        "INHERIT": config.relative_to(tree, walk_up=True).as_posix(),
        "site_name": words.pick(site.title),
        "site_url": f"{site.address}{language.tag}/",
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": {
            "name": "material",
            "custom_dir": "theme",
            "locale": language.tag.replace("-", "_"),
            "font": False,
        },
        "nav": navigation(words),
        "not_in_nav": "/*/*.md\n/search.md\n",
        "extra": {
            "language": {"tag": language.tag, "name": language.name, "direction": language.direction},
            "languages": [
                {
                    "tag": other.language.tag,
                    "name": other.language.name,
                    "direction": other.language.direction,
                    "untranslated": [f"{page.path}/" for page in site.pages if is_untranslated(page, other)],
                }
                for other in speeches
            ],
            "policy": POLICY,
            "address": site.address,
            "publisher": words.pick(site.publisher),
            "edition": words.catalogue.date(site.edition),
        },
    }
    return yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)


def navigation(words: Speech) -> list[dict[str, str]]:
    """Return the sections only: pages in them are reached from their section's page."""
    return [
        {words.say(_("首页")): "index.md"},
        {words.say(_("按情况找")): "stages/index.md"},
        *({words.pick(name): f"{group}/index.md"} for group, name in words.site.groups.items()),
        {words.say(_("计算器")): "calculators/index.md"},
        {words.say(_("行动方案")): "plan/index.md"},
        {words.say(_("索引")): "index/index.md"},
        {words.say(_("术语")): "glossary.md"},
        {words.say(_("关于本站")): "about.md"},
    ]


def _write_theme(words: Speech, overrides: Path, theme: Path) -> None:
    """Give MkDocs the templates and, where it looks for them, their words."""
    for template in sorted(overrides.rglob("*.html")):
        target = theme / template.relative_to(overrides)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(template, target)
    folder = words.language.tag.split("-")[0]  # MkDocs looks for the language without its script
    messages = theme / "locales" / folder / "LC_MESSAGES" / "messages.mo"
    messages.parent.mkdir(parents=True, exist_ok=True)
    with messages.open("wb") as file:
        write_mo(file, words.messages)
