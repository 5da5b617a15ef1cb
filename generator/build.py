"""The stages of a build, each into its own folder, and the whole of them in order."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from babel.messages.catalog import Catalog

from generator.assets import digest
from generator.check import load
from generator.examples import answer_of, differences
from generator.messages import extract
from generator.pages import write_pages
from generator.problem import ContentError, Problem, RefusedError
from generator.project import Project, fresh
from generator.words import Speech, speech

type Say = Callable[[str], None]


def speeches(project: Project, template: Catalog | None = None) -> list[Speech]:
    """Read and check the content; return the words of every language.

    `template` has the messages of the code, for who needs them too; they are collected where it is not given.
    """
    template = extract(project.root) if template is None else template
    site = load(project.content, template)
    words = [speech(site, language, template, project.locale) for language in site.languages]
    if problems := [*_case_problems(words[0])]:
        raise ContentError(problems)
    return words


def speech_in(project: Project, tag: str) -> Speech:
    """Read and check the content; return the words of one language."""
    words = next((each for each in speeches(project) if each.language.tag == tag), None)
    if words is None:
        raise RefusedError(f"“{tag}” is not a language of the site; see content/languages.yaml")
    return words


def _case_problems(words: Speech) -> Iterator[Problem]:
    """Find worked examples that their calculator answers in another way."""
    for case in words.site.cases:
        for difference in differences(case, answer_of(case, words)):
            yield Problem(case.file, case.line, f"{case.key}: {difference}", "mend the answers, or what is expected")


def build_pages(project: Project, say: Say) -> list[Speech]:
    """Write the documentation trees from the content; return the words of every language."""
    say("checking content and writing pages")
    words = speeches(project)
    with fresh(project.built("pages")) as out:
        write_pages(words, project.overrides, project.root / "mkdocs.yml", out)
    return words


def build_bundle_if_changed(project: Project, say: Say) -> None:
    """Pack the calculators with the browser's Python, unless neither has changed."""
    from generator.bundle import build_bundle

    target, mark = project.built("bundle"), project.built("bundle.digest")
    now = _digest_of(project.calculators, project.node_modules / "pyodide", Path(__file__).parent)
    if target.exists() and mark.exists() and mark.read_text(encoding="utf-8") == now:
        return
    say("packing the calculators with Python for the browser")
    with fresh(target) as out:
        out.rmdir()
        build_bundle(project.calculators, project.node_modules, out)
    mark.write_text(now, encoding="utf-8")


def _digest_of(calculators: Path, pyodide: Path, generator: Path) -> str:
    sources = list(calculators.rglob("*.py"))
    sources += [
        *generator.glob("*bundle*"),
        *generator.glob("runtime*"),
        *generator.glob("compile_in_pyodide*"),
    ]
    hashed = hashlib.sha256(digest(pyodide).encode())
    for path in sorted(sources):
        hashed.update(path.name.encode() + path.read_bytes())
    return hashed.hexdigest()


def build_paper(project: Project, words: list[Speech], say: Say) -> None:
    """Set a fact sheet for every measure in every language."""
    from generator.fact_sheets import write_paper
    from generator.fonts import prepare_fonts

    fonts = project.built("fonts")
    prepare_fonts(project.node_modules, fonts, [each.language.tag for each in words])
    say("setting fact sheets")
    last = project.built("paper")
    with fresh(last) as out:
        write_paper(words, fonts, project.overrides / "paper", last, out)


def build_website(project: Project, say: Say) -> None:
    """Make the site of trees, bundle and PDFs."""
    from generator.website import Inputs, write_website

    say("building the website")
    inputs = Inputs(
        pages=project.built("pages"),
        bundle=project.built("bundle"),
        paper=project.built("paper"),
        overrides=project.overrides,
        node_modules=project.node_modules,
    )
    with fresh(project.site) as out:
        write_website(inputs, out)


def build_all(project: Project, say: Say) -> None:
    """Make the site from the content; after an error the last site is as it was."""
    with ThreadPoolExecutor(1) as beside:  # the bundle is packed by Node, in a process of its own
        bundle = beside.submit(build_bundle_if_changed, project, say)
        words = build_pages(project, say)
        bundle.result()
    build_paper(project, words, say)
    del words  # what follows knows folders only, and wants the memory
    build_website(project, say)
