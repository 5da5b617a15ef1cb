"""The command line: a verb per stage, and what an editor needs day by day."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from calculators import CALCULATORS
from generator.problem import ContentError, RefusedError
from generator.project import Project

DESCRIPTION = """\
Makes the website, its calculators and its PDFs from the files in content/.

every day     check      say everything that is wrong with the content: file, line, remedy
              due        say what passes its review or end date soon
              sources    list the links of the sources, to see whether they still lead there
              addresses  list new pages and anchors as published: from then on they may not vanish
              serve      build everything, serve it on this machine, rebuild on every change
              new        start a new measure: new measure money/hardship-aid
              calculate  answer one calculator here: it asks, takes and gives JSON, or works through a list
stages        pages, bundle, paper, website, and build for all of them in order
translators   messages      collect the messages of the interface and the data into content/locale/
              translations  list what is missing, stale or not reviewed; accept, export and import it
"""
EPILOG = "Every verb has its own --help. Faults of the content end a verb with exit code 1; nothing is half-built."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; return the exit code: 0 done, 1 faults, 2 misuse."""
    options = _parser().parse_args(arguments)
    project = Project(Path(options.root).resolve())
    try:
        return int(options.run(project, options) or 0)
    except ContentError as error:
        for problem in error.problems:
            print(f"content/{problem}", file=sys.stderr)
        count = len(error.problems)
        print(f"\n{count} {'problem' if count == 1 else 'problems'}; nothing was changed.", file=sys.stderr)
    except RefusedError as error:
        print(error, file=sys.stderr)
    except (OSError, ValueError, RuntimeError) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
    except KeyboardInterrupt:
        return 130
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m generator",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--root", default=".", help="the project's folder (default: this one)")
    verbs = parser.add_subparsers(required=True, metavar="VERB", title="verbs")
    _verb(verbs, "check", _check, "say everything that is wrong with the content")
    due = _verb(verbs, "due", _due, "say what passes its review or end date soon")
    due.add_argument("--within", type=int, default=60, metavar="DAYS", help="how far ahead to look (default: 60)")
    due.add_argument("--on", type=date.fromisoformat, default=date.today(), metavar="DATE", help="as of this day")
    _verb(verbs, "addresses", _addresses, "list new pages and anchors as published, before they are printed")
    _verb(verbs, "sources", _sources, "list every source's link and the files that cite it, for a check by hand")
    _verb(verbs, "pages", _pages, "content → build/pages: Markdown and one mkdocs.yml per language")
    _verb(verbs, "bundle", _bundle, "calculators → build/bundle: Python for the browser")
    _verb(verbs, "paper", _paper, "content → build/paper: a PDF per measure and language")
    _verb(verbs, "website", _website, "build/pages, build/bundle, build/paper → site")
    _verb(verbs, "build", _build, "all stages in order")
    serve = _verb(verbs, "serve", _serve, "build, serve on localhost, rebuild on change")
    serve.add_argument("--port", type=int, default=8000, help="port on 127.0.0.1 (default: 8000)")
    serve.add_argument("--once", action="store_true", help="do not watch for changes")
    new = _verb(verbs, "new", _new, "start a new measure")
    new.add_argument("kind", choices=["measure"])
    new.add_argument("path", help="group/slug, such as money/hardship-aid")
    _calculate_options(_verb(verbs, "calculate", _calculate, "answer one calculator: here, from JSON, or a whole list"))
    _verb(verbs, "messages", _messages, "collect the messages of the interface and the data for translators")
    desk = _verb(verbs, "translations", _translations, "list what waits; accept, export and import translations")
    desk.add_argument(
        "action", nargs="?", choices=["list", "accept", "export", "import"], default="list",
        help="list what waits, the most harmful first (default); accept FILE…: it says what its source says now; "
        "export LANGUAGE OUT.po; import LANGUAGE IN.po",
    )  # fmt: skip
    desk.add_argument(
        "operands", nargs="*", metavar="…", help="languages to list, files to accept, or language and file"
    )
    return parser


def _calculate_options(calculate: argparse.ArgumentParser) -> None:
    calculate.set_defaults(misuse=calculate.error)
    calculate.add_argument("slug", metavar="SLUG", choices=sorted(CALCULATORS), help=", ".join(sorted(CALCULATORS)))
    calculate.add_argument("--language", default="zh-Hans", metavar="TAG", help="language of questions and words")
    given = calculate.add_mutually_exclusive_group()
    given.add_argument("--answers", metavar="FILE", help="JSON answers from a file, or - for standard input")
    given.add_argument("--batch", metavar="IN.csv", help="a list with a row of answers for each case")
    said = calculate.add_mutually_exclusive_group()
    said.add_argument("--json", action="store_true", default=None, help="answer in JSON, as to --answers")
    said.add_argument("--text", dest="json", action="store_false", help="answer in plain text, as after the questions")
    calculate.add_argument("--out", metavar="OUT.csv", help="where the results of the list go")
    calculate.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="the day of every row of the list")


def _verb(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[Project, argparse.Namespace], int | None],
    text: str,
) -> argparse.ArgumentParser:
    parser = verbs.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    parser.set_defaults(run=run)
    return parser


def progress() -> Callable[[str], None]:
    """Return a function that says what is being done, with the seconds since the start."""
    began = time.monotonic()

    def say(text: str) -> None:
        print(f"[{time.monotonic() - began:5.1f} s] {text}", file=sys.stderr, flush=True)

    return say


def _check(project: Project, _options: argparse.Namespace) -> int:
    from generator.addresses import unrecorded
    from generator.build import speeches
    from generator.messages import extract
    from generator.waiting import summary, waiting

    template = extract(project.root)
    words = speeches(project, template)
    site = words[0].site
    carried = {clause for page in site.pages for clause in page.clauses}
    values = sum(len(rule.values) for place in site.places.values() for rule in place.rules.values())
    print(
        f"no problems: {len(site.measures)} measures, {len(words)} languages, {len(site.places)} places, "
        f"{values} values of rules, {len(site.cases)} cases, {len(carried)} of {len(site.clauses)} clauses carried"
    )
    for line in summary(waiting(site, project.content, template), site):
        print(line)
    if new := unrecorded(site):
        print(f"{len(new)} addresses are new: run `addresses` before they are printed or linked to")
    return 0


def _due(project: Project, options: argparse.Namespace) -> None:
    from generator.build import speeches
    from generator.due import due

    lines = due(speeches(project)[0].site, options.on, options.within)
    print("\n".join(lines) if lines else f"nothing is due within {options.within} days of {options.on}")


def _addresses(project: Project, _options: argparse.Namespace) -> None:
    from generator.addresses import record
    from generator.build import speeches

    for address in record(speeches(project)[0].site, project.content):
        print(address)


def _sources(project: Project, _options: argparse.Namespace) -> None:
    from generator.check import read
    from generator.source_links import source_links

    print("\n".join(source_links(read(project.content))))


def _pages(project: Project, _options: argparse.Namespace) -> None:
    from generator.build import build_pages

    build_pages(project, progress())


def _bundle(project: Project, _options: argparse.Namespace) -> None:
    from generator.build import build_bundle_if_changed

    build_bundle_if_changed(project, progress())


def _paper(project: Project, _options: argparse.Namespace) -> None:
    from generator.build import build_paper, speeches

    build_paper(project, speeches(project), progress())


def _website(project: Project, _options: argparse.Namespace) -> None:
    from generator.build import build_website

    build_website(project, progress())


def _build(project: Project, _options: argparse.Namespace) -> None:
    from generator.build import build_all

    say = progress()
    build_all(project, say)
    say(f"the site is in {project.site}")


def _serve(project: Project, options: argparse.Namespace) -> None:
    from generator.serve import serve

    serve(project, options.port, progress(), watch=not options.once)


def _new(project: Project, options: argparse.Namespace) -> int:
    from generator.scaffold import new_measure

    for path in new_measure(project, options.path):
        print(path.relative_to(project.root))
    return 0


def _calculate(project: Project, options: argparse.Namespace) -> int:
    from generator.build import speech_in

    if bool(options.batch) != bool(options.out) or (options.on and not options.batch):
        options.misuse("--batch and --out go together, and --on goes with them")
    words = speech_in(project, options.language)
    if options.batch:
        from generator.batch import answer_list

        return answer_list(words, options.slug, Path(options.batch), Path(options.out), options.on, progress())
    from generator.calculate import calculate

    as_json = bool(options.answers) if options.json is None else options.json
    return calculate(words, options.slug, options.answers, as_json=as_json)


def _messages(project: Project, _options: argparse.Namespace) -> None:
    from generator.messages import update

    for line in update(project.root, project.content):
        print(line)


def _translations(project: Project, options: argparse.Namespace) -> int:
    from generator.check import read
    from generator.messages import extract
    from generator.translation_desk import desk

    site = read(project.content)
    for line in desk(site, extract(project.root), project, options.action, options.operands):
        print(line)
    return 0
