"""The translators' verb: what waits, what is accepted, and PO files out and in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog

from generator.accept import accept
from generator.exchange import export_po, import_po
from generator.model import Site
from generator.problem import RefusedError
from generator.project import Project, fresh_file
from generator.waiting import summary, waiting


def desk(site: Site, template: Catalog, project: Project, action: str, operands: Sequence[str]) -> Iterable[str]:
    """Do one thing of the verb `translations`; return what to say.

    `template` has the messages of the code. Raises `RefusedError` where the operands do not fit the action.
    """
    match action, list(operands):
        case "list", languages:
            return _list(site, template, project, languages)
        case "accept", files:
            return [_short(path, project) for path in accept(site, project.content, [Path(file) for file in files])]
        case "export", [tag, file]:
            with fresh_file(Path(file)) as out:
                out.write_bytes(export_po(site, tag))
            return [file]
        case "import", [tag, file]:
            return [_short(path, project) for path in import_po(site, tag, Path(file), project.content)]
        case _:
            raise RefusedError(f"translations {action} takes a language and a file, such as: {action} ko ko.po")


def _list(site: Site, template: Catalog, project: Project, languages: list[str]) -> list[str]:
    found = waiting(site, project.content, template)
    chosen = [each for each in found if not languages or each.language in languages]
    return [*map(str, chosen), *summary(found, site)]


def _short(path: Path, project: Project) -> str:
    return path.resolve().relative_to(project.root).as_posix()
