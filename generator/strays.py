"""What lies in the content folder where nothing reads it, and so would seem to be published."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.problem import Problem


def stray_problems(root: Path) -> Iterator[Problem]:
    """Find folders and files below a content folder that no reader looks at."""
    for path in sorted(root.rglob("*.yml")):
        yield _problem(path, root, "files that end in .yml are not read", "let its name end in .yaml")
    yield from _places(root)
    yield from _measures(root)


def _places(root: Path) -> Iterator[Problem]:
    strays: list[Path] = []
    for path in sorted((root / "places").rglob("[!.]*")):
        if path.is_symlink():
            what = "a place is reached through a link, so places could lie inside themselves"
            yield _problem(path, root, what, "replace the link by a folder of its own")
        elif path.is_dir() and not _is_read(path):
            strays.append(path)
            if path.parent not in strays:
                what = "the folder has no place.yaml, so it is not read"
                yield _problem(path, root, what, "add place.yaml; its rules lie in a folder called rules")
        elif path.suffix == ".yaml" and path.name != "place.yaml" and path.parent.name != "rules":
            yield _problem(path, root, "it lies where no rules are read", "move it into the folder rules of its place")


def _is_read(folder: Path) -> bool:
    return (folder / "place.yaml").exists() or (folder.name == "rules" and (folder.parent / "place.yaml").exists())


def _measures(root: Path) -> Iterator[Problem]:
    for folder in sorted(root.glob("measures/[!.]*/[!.]*/")):
        if not (folder / "measure.yaml").exists():
            what = "the folder has no measure.yaml, so it is not read"
            yield _problem(folder, root, what, "add it, as `new measure` would, or take the folder away")
    for folder in sorted(root.glob("plan/[!.]*/")):
        if not (folder / "page.yaml").exists():
            what = "the folder has no page.yaml, so it is not read"
            yield _problem(folder, root, what, "add it, or take the folder away")
    for path in sorted(root.glob("measures/**/measure.yaml")):
        if len(path.relative_to(root).parts) != 4:
            yield _problem(path, root, "it lies where no measure is read", "move it to measures/<group>/<slug>/")


def _problem(path: Path, root: Path, message: str, remedy: str) -> Problem:
    return Problem(path.relative_to(root).as_posix(), 0, message, remedy)
