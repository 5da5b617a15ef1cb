"""Texts of pages as PO files, out to a translator's tool and back.

Each block is a message: its context is the page and the anchor, its id the source's Markdown, its string the
translation. A block whose source has changed since goes out as fuzzy. What comes back becomes Markdown again,
with each block marked with the source it was made from.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from generator.blocks import HEAD, Block
from generator.model import Page, Site, Text
from generator.page_files import GLANCE
from generator.page_text import State, state_of
from generator.problem import ContentError, RefusedError
from generator.translations import babel_name, read_catalog


def export_po(site: Site, tag: str) -> bytes:
    """Return the blocks of every page as one PO file for a language."""
    catalog = Catalog(locale=babel_name(tag), charset="utf-8", project="pages", fuzzy=False)
    for page in site.pages:
        text = page.texts.get(tag)
        for block in page.texts[site.source_language.tag].blocks:
            own = text.block(block.anchor) if text else None
            stale = text is not None and own is not None and state_of(block, text) is State.STALE
            catalog.add(
                block.text,
                own.text if own else "",
                context=_context(page, block),
                locations=[(page.texts[site.source_language.tag].file, block.line)],
                flags=["fuzzy"] if stale else [],
            )
    written = BytesIO()
    write_po(written, catalog, width=0)
    return written.getvalue()


def import_po(site: Site, tag: str, po: Path, content: Path) -> list[Path]:
    """Write the translations of a PO file into the pages' files; return those that changed.

    A message that is empty, fuzzy, or made from a source that the page no longer has is left out, and the
    block stays as it was. Raises `RefusedError` for another language, and for a file that is broken or has a head
    with more or fewer lines than its source's; then nothing is written.
    """
    if tag not in {language.tag for language in site.languages[1:] if not language.converted}:
        raise RefusedError(f"“{tag}” is not a language that people translate into; see content/languages.yaml")
    try:
        catalog = read_catalog(po, tag, po.name)
    except (ContentError, OSError) as error:
        raise RefusedError(f"{po} cannot be read as PO: {error}") from error
    if faults := [fault for page in site.pages if (fault := _head_fault(page, catalog, site))]:
        raise RefusedError("\n".join(f"{po}: {fault}" for fault in faults))
    return [path for page in site.pages if (path := _take(page, tag, catalog, site, content))]


def _head_fault(page: Page, catalog: Catalog, site: Site) -> str:
    """Say which head has lost a line or got one: title, summary and the facts at a glance stand in lines."""
    head = page.texts[site.source_language.tag].blocks[0]
    message = _translation(head, page, catalog)
    wanted = len(head.text.split("\n"))
    if not message or len(message.split("\n")) == wanted:
        return ""
    return f"{_context(page, head)} has {wanted} lines in the source: keep one line for each"


def _translation(block: Block, page: Page, catalog: Catalog) -> str:
    """Return a block's translation; an empty text where it is missing, fuzzy or made from another source."""
    message = catalog.get(block.text, context=_context(page, block))
    return message.string if message and isinstance(message.string, str) and not message.fuzzy else ""


def _take(page: Page, tag: str, catalog: Catalog, site: Site, content: Path) -> Path | None:
    source, before = page.texts[site.source_language.tag], page.texts.get(tag)
    blocks: dict[str, str] = {}
    made_from: dict[str, str] = {}
    for block in source.blocks:
        own = before.block(block.anchor) if before else None
        if translation := _translation(block, page, catalog):
            blocks[block.anchor], made_from[block.anchor] = translation, block.digest
        elif own and before:
            blocks[block.anchor] = own.text
            if digest := before.made_from.get(block.anchor):
                made_from[block.anchor] = digest
    if HEAD not in blocks:
        return None
    path = content / source.file.replace(f"{source.language}.md", f"{tag}.md")
    made = _file(blocks, made_from, source, before)
    if path.exists() and path.read_text(encoding="utf-8") == made:
        return None
    path.write_text(made, encoding="utf-8")
    return path


def _context(page: Page, block: Block) -> str:
    return f"{page.path}#{block.anchor}"


def _file(blocks: dict[str, str], made_from: dict[str, str], source: Text, before: Text | None) -> str:
    """Return a translation as a file: its front matter from the head's lines, and its other blocks."""
    title, summary, *glance = blocks[HEAD].split("\n")
    head = [f"title: {_quoted(title)}", f"summary: {_quoted(summary)}"]
    if source.glance:
        head += ["glance:", *(f"  {name}: {_quoted(text)}" for name, text in zip(GLANCE, glance, strict=True))]
    reviewed = {
        anchor: day for anchor, day in (before.reviewed if before else {}).items() if _same(anchor, blocks, before)
    }
    head += [f"drafted_by: {before.drafted_by if before else 'person'}"]
    head += ["made_from:", *(f"  {anchor}: {digest}" for anchor, digest in made_from.items())] if made_from else []
    head += ["reviewed:", *(f"  {anchor}: {day}" for anchor, day in reviewed.items())] if reviewed else []
    body = "\n\n".join(text for anchor, text in blocks.items() if anchor != HEAD)
    return "\n".join(["---", *head, "---", "", body, ""])


def _same(anchor: str, blocks: dict[str, str], before: Text | None) -> bool:
    """Tell whether a block is as it was: only then does its review hold."""
    own = before.block(anchor) if before else None
    return own is not None and own.text == blocks.get(anchor)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
