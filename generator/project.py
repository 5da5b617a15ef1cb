"""The project's folders, and how a stage's output replaces the last one: whole, or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Project:
    """Where everything is; stages are told, and never look for themselves."""

    root: Path

    @property
    def content(self) -> Path:
        """What we say."""
        return self.root / "content"

    @property
    def locale(self) -> Path:
        """The messages in every language."""
        return self.content / "locale"

    @property
    def overrides(self) -> Path:
        """How it looks."""
        return self.root / "overrides"

    @property
    def calculators(self) -> Path:
        """How it is worked out."""
        return self.root / "calculators"

    @property
    def node_modules(self) -> Path:
        """What comes from npm."""
        return self.root / "node_modules"

    @property
    def site(self) -> Path:
        """The finished site."""
        return self.root / "site"

    def built(self, stage: str) -> Path:
        """Return the folder of a stage's output."""
        return self.root / "build" / stage


@contextmanager
def fresh_file(target: Path) -> Iterator[Path]:
    """Give the path of a new file; when the work on it ends well it takes the place of `target`.

    After an error `target` is as it was.
    """
    work = target.with_name(f".{target.name}.new")
    try:
        yield work
        work.replace(target)
    finally:
        work.unlink(missing_ok=True)


@contextmanager
def fresh(target: Path) -> Iterator[Path]:
    """Give an empty folder; when the work in it ends well it takes the place of `target`.

    After an error `target` is as it was.
    """
    work = target.with_name(f".{target.name}.new")
    old = target.with_name(f".{target.name}.old")
    for path in (work, old):
        shutil.rmtree(path, ignore_errors=True)
    work.mkdir(parents=True)
    try:
        yield work
    except BaseException:
        shutil.rmtree(work, ignore_errors=True)
        raise
    if target.exists():
        target.rename(old)
    work.rename(target)
    shutil.rmtree(old, ignore_errors=True)
