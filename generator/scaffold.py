"""Starting a new measure: its folder, with its facts and its source text, and what belongs in them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

from generator.content import read_site
from generator.page_files import GLANCE
from generator.problem import ContentError, Problem
from generator.project import Project

FACTS = """\
# Ids of plan/clauses.yaml that this measure carries.
clauses: []
# planned, running or evaluated; and the situations (stages.yaml) in which a family looks for it.
status: planned
stages: []
calculators: []
# Topics of rules (file names in places/**/rules/) whose figures the text speaks of.
topics: []
# The legal basis: keys of sources.yaml, with the article.
sources: []
hotlines: ['12345']
related: []
checked: {checked}
review_by: {review_by}
"""
SECTIONS = ("who", "amount", "apply", "documents", "deadline", "problems", "questions")


def new_measure(project: Project, path: str) -> list[Path]:
    """Write the files of a new measure `group/slug`; return them.

    Raises `ContentError` when the path is not group/slug, the group is unknown, or it is there already.
    """
    site, _ = read_site(project.content)
    folder = project.content / "measures" / path
    group = path.partition("/")[0]
    if not re.fullmatch(r"[a-z0-9-]+/[a-z0-9-]+", path):
        raise ContentError([Problem(f"measures/{path}", 0, "not a path", "write group/slug in small letters")])
    if group not in site.groups:
        raise ContentError([Problem("groups.yaml", 0, f"no group “{group}”", f"use one of {', '.join(site.groups)}")])
    if folder.exists():
        raise ContentError([Problem(f"measures/{path}", 0, "is there already", "choose another slug")])
    today = date.today()
    files = {"measure.yaml": FACTS.format(checked=today, review_by=today + timedelta(180))}
    files[f"{site.source_language.tag}.md"] = _text()
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in files]


def _text() -> str:
    head = ["title: …", "summary: …", "glance:", *(f"  {name}: …" for name in GLANCE)]
    body = "\n\n".join(f"## … {{#{section}}}\n\n…" for section in SECTIONS)
    return "---\n" + "\n".join(head) + f"\n---\n\n{body}\n"
