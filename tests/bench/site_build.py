"""Time to build the pages: our process per language against mkdocs-static-i18n, on the same pages.

    python -m tests.bench.site_build [--runs 3] [--measures 45]

Both sides get the same Markdown, templates and languages, and run as commands of their own, in turns;
the ratio is printed, because times depend on the machine. The pages are those of `build/pages`, with the
measures repeated until there are as many as a whole plan has.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from generator.build import build_pages
from generator.project import Project

ROOT = Path(__file__).parents[2]
SHARED = {"assets": "assets/x", "runtime": "calculator/x", "facts": "data/x"}
OURS = """
import sys
from pathlib import Path
from generator.website import build_languages
trees = sorted(path.parent for path in Path(sys.argv[1]).glob("*/mkdocs.yml"))
build_languages(trees, {shared!r})
"""


def main() -> None:
    """Print the seconds of every run and the ratio of the medians."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--measures", type=int, default=45)
    options = parser.parse_args()
    project = Project(ROOT)
    build_pages(project, lambda text: print(text, file=sys.stderr))
    with TemporaryDirectory() as folder:
        ours, theirs = Path(folder) / "ours", Path(folder) / "theirs"
        shutil.copytree(project.built("pages"), ours)
        trees = [path.parent for path in ours.glob("*/mkdocs.yml")]
        pages = sum(_repeat(tree / "docs", options.measures) for tree in trees)
        _settle(ours)
        _static_i18n(ours, theirs)
        times = _take_turns(ours, theirs, options.runs)
    medians = {name: statistics.median(seconds) for name, seconds in times.items()}
    for name, seconds in times.items():
        print(f"{name:18} {' '.join(f'{second:6.2f}' for second in seconds)} s")
    print(f"pages: {pages}; mkdocs-static-i18n / ours = {medians['mkdocs-static-i18n'] / medians['ours']:.2f}")


def _repeat(docs: Path, measures: int) -> int:
    """Copy measures until there are enough; return the number of pages."""
    kept = ("index.md", "search.md", "about.md")
    real = [path for path in docs.glob("*/*.md") if path.name not in kept and path.parent.name != "calculators"]
    for number in range(max(0, measures - len(real))):
        source = real[number % len(real)]
        shutil.copyfile(source, source.with_name(f"{source.stem}-{number}.md"))
    return len(list(docs.rglob("*.md")))


def _settle(trees: Path) -> None:
    """Make each tree's configuration stand alone, outside the project's folder."""
    shared = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    for path in trees.glob("*/mkdocs.yml"):
        own = yaml.safe_load(path.read_text(encoding="utf-8"))
        own.pop("INHERIT")
        theme = shared["theme"] | own["theme"]
        path.write_text(yaml.safe_dump(shared | own | {"theme": theme}, allow_unicode=True), encoding="utf-8")


def _static_i18n(trees: Path, out: Path) -> None:
    """Lay the same pages out for mkdocs-static-i18n: a folder per language, one configuration."""
    tags = sorted(path.parent.name for path in trees.glob("*/mkdocs.yml"))
    for tag in tags:
        shutil.copytree(trees / tag / "docs", out / "docs" / tag)
    shutil.copytree(trees / tags[0] / "theme", out / "theme")
    settings = yaml.safe_load((trees / tags[0] / "mkdocs.yml").read_text(encoding="utf-8"))
    languages = [{"locale": tag, "name": tag, "build": True, "default": tag == tags[0]} for tag in tags]
    settings["plugins"] = [{"i18n": {"docs_structure": "folder", "languages": languages}}]
    settings["extra"] |= SHARED
    (out / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")


def _take_turns(ours: Path, theirs: Path, runs: int) -> dict[str, list[float]]:
    commands = {
        "ours": [sys.executable, "-c", OURS.format(shared=SHARED), str(ours)],
        "mkdocs-static-i18n": [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(theirs / "mkdocs.yml")],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            for site in (*ours.glob("*/site"), theirs / "site"):
                shutil.rmtree(site, ignore_errors=True)
            began = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
            times[name].append(time.perf_counter() - began)
    return times


if __name__ == "__main__":
    main()
