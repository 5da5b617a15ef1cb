"""Markdown that our code writes: front matter, links between pages, and result sheets."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import yaml

from generator.model import Language
from generator.tables import markdown_table

_LINK = re.compile(r"\]\((measure|calculator):([a-z0-9-]+)(#[a-z0-9-]+)?\)")


def page(facts: Mapping[str, object], *blocks: str) -> str:
    """Return a page: its facts as front matter, then its blocks, empty ones left out."""
    head = yaml.dump(dict(facts), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=True, width=1000)
    return f"---\n{head}---\n\n" + "\n\n".join(block.strip("\n") for block in blocks if block) + "\n"


def link_pages(text: str, address: Callable[[str, str], str]) -> str:
    """Turn `measure:slug`, which may be a page of the plan, and `calculator:slug` into links between files."""
    return _LINK.sub(lambda match: f"]({address(match[1], match[2])}{match[3] or ''})", text)


def notice(kind: str, title: str, text: str) -> str:
    """Return an admonition."""
    return f'!!! {kind} "{title}"\n    {text}'


def in_language(text: str, language: Language, *, block: bool = False) -> str:
    """Return Markdown marked as being in another language than its page; `block` for more than a part of a line."""
    marks = f'lang="{language.tag}" dir="{language.direction}"'
    return f'<div {marks} markdown="1">\n\n{text}\n\n</div>' if block else f"<span {marks}>{text}</span>"


def sheet_markdown(sheet: Mapping[str, Any], sections: tuple[str, ...]) -> str:
    """Return chosen sections of a result sheet as Markdown."""
    verdict = sheet["verdict"]
    parts = [f"**{verdict['text']}** {verdict['reason']}"]
    for section in sheet["sections"]:
        if section["id"] in sections:
            parts.append(f"**{section['heading']}**")
            parts += [_block(block) for block in section["blocks"]]
    return "\n\n".join(parts)


def _block(block: Mapping[str, Any]) -> str:
    match block["kind"]:
        case "table":
            return markdown_table(block["columns"], block["rows"])
        case "steps":
            return "\n".join(f"{number}. {item['text']}" for number, item in enumerate(block["items"], 1))
        case "checks":
            return "\n".join(f"- {item['text']}" for item in block["items"])
        case "paragraph":
            return str(block["text"])
        case "measures":
            return "\n".join(f"- {item['title']}" for item in block["items"])
        case "chart":
            return ""  # the table behind it says the same
        case _:
            return "\n".join(f"- {item}" for item in block["items"])
