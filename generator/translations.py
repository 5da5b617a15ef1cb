"""Translations of the interface: PO files, read strictly, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Translation
from babel.messages.pofile import PoFileError, read_po

from generator.model import Language, Site
from generator.problem import ContentError, Problem

_LINE = re.compile(r'(#~\s*)?((msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\])\s*)?"([^"\\]|\\.)*"')
"""A line of a PO file that is neither empty nor a comment: a keyword, and a text between quotation marks."""


def translated(languages: Sequence[Language]) -> list[Language]:
    """Return the languages whose messages people translate: not the source, which is the first, nor converted ones."""
    return [language for language in languages[1:] if not language.converted]


def messages_file(tag: str, domain: str = "messages") -> str:
    """Return where the messages of a language are, below the content folder.

    The domain `messages` has those of the interface and the calculators, `content` the texts of the data.
    """
    return f"locale/{tag}/LC_MESSAGES/{domain}.po"


def babel_name(tag: str) -> str:
    """Return a language tag as Babel writes it."""
    return tag.replace("-", "_")


def read_messages(locale: Path, tag: str, domain: str = "messages") -> Catalog:
    """Read a language's messages; a language without a file has none.

    Raises `ContentError` where the file is broken: sentences would be lost from it without a word.
    """
    file = messages_file(tag, domain)
    path = locale.parent / file
    return read_catalog(path, tag, file) if path.exists() else Catalog(locale=babel_name(tag), charset="utf-8")


def read_catalog(path: Path, tag: str, file: str) -> Catalog:
    """Read a PO file strictly; `file` is what its problems call it. Raises `ContentError` where it is broken."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
        _report_broken_line(lines, file)
        return read_po(lines, locale=babel_name(tag), charset="utf-8", abort_invalid=True)
    except UnicodeDecodeError as error:
        raise ContentError([Problem(file, 0, "the file is not UTF-8", "save it with the encoding UTF-8")]) from error
    except PoFileError as error:
        what = str(error).removesuffix(f" on {error.lineno}")
        raise ContentError([Problem(file, error.lineno + 1, f"broken PO: {what}", "mend this entry")]) from error
    except ValueError as error:
        raise ContentError([Problem(file, 0, f"broken PO: {error}", "mend the head of the file")]) from error


def _report_broken_line(lines: list[str], file: str) -> None:
    for number, line in enumerate(map(str.strip, lines), 1):
        comment = line.startswith("#") and not line.startswith("#~")
        if line and not comment and not _LINE.fullmatch(line):
            what = "broken PO: this line is no keyword with a text in quotation marks"
            raise ContentError([Problem(file, number, what, "look for a missing quotation mark or a half-made merge")])


def message_problems(site: Site, root: Path, template: Catalog) -> Iterator[Problem]:
    """Find messages of the interface and the calculators that a language lacks."""
    for language in translated(site.languages):
        try:
            catalog = read_messages(root / "locale", language.tag)
        except ContentError as error:
            yield from error.problems
            continue
        for message in template:
            if message.id:
                found = catalog.get(message.id)
                if not (may_wait(message) and (found is None or not complete(found))):
                    yield from _problems(message, found, messages_file(language.tag))


def _problems(message: Translation, found: Translation | None, file: str) -> Iterator[Problem]:
    text = message.id if isinstance(message.id, str) else message.id[0]
    at = found.lineno or 0 if found else 0
    if found is None or not complete(found):
        yield Problem(file, at, f"“{text}” is not translated", "run `messages`, then translate it")
    elif found.fuzzy:
        what = f"“{text}” is fuzzy: its translation was made from another sentence"
        yield Problem(file, at, what, "bring the translation up to date, then take the word “fuzzy” away")
    elif _places(found.string) != _places(message.id):
        yield Problem(file, at, f"“{text}” lost a {{place}}", "keep every {name}")


def may_wait(message: Translation) -> bool:
    """Tell whether a message is of single calculators only: until it is translated, their pages say so.

    What every page needs, such as the words of the kit and of the templates, may not wait.
    """
    folders = [path.split("/")[:2] for path, _line in message.locations]
    return bool(folders) and all(_of_one_calculator(folder) for folder in folders)


def _of_one_calculator(folder: list[str]) -> bool:
    return folder[0] == "calculators" and folder[1] != "kit" and "." not in folder[1]


def complete(message: Translation) -> bool:
    """Tell whether a message has a text in each of its plural forms."""
    return all(message.string) if isinstance(message.string, tuple | list) else bool(message.string)


def _places(string: object) -> set[str] | None:
    """Return the names in braces; None where the braces are broken, so that nothing could be put in."""
    forms = string if isinstance(string, tuple | list) else (str(string),)
    try:
        return {name for form in forms for _before, name, *_how in Formatter().parse(form) if name is not None}
    except ValueError:
        return None
