"""A text in blocks: its head, what stands before the first heading, and each part under an anchored heading.

Blocks are what translators work on: each one of a translation records the source block it was made from, so
that a change of one paragraph makes one block stale and not a whole page.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

HEAD, INTRO = "head", "intro"
"""The blocks without a heading: title, summary and the facts at a glance; what stands before the first heading."""
_ANCHORED = re.compile(r"^(#{2,6})\s.*\{#([a-z0-9-]+)\}\s*$")


@dataclass(frozen=True)
class Block:
    """A part of a text: its anchor, its Markdown with the heading, and the line it starts on."""

    anchor: str
    text: str
    line: int

    @property
    def digest(self) -> str:
        """A mark of what the block says: eight hexadecimal digits, the same whatever white space ends its lines."""
        said = "\n".join(line.rstrip() for line in self.text.strip().split("\n"))
        return hashlib.sha256(said.encode()).hexdigest()[:8]

    @property
    def heading(self) -> str:
        """The marks before its heading, such as `##`; none in the blocks without a heading."""
        match = _ANCHORED.match(self.text.split("\n", 1)[0])
        return match[1] if match else ""


def head_block(title: str, summary: str, glance: Mapping[str, str]) -> Block:
    """Return the block of a text's front matter."""
    return Block(HEAD, "\n".join((title, summary, *glance.values())), 1)


def body_blocks(body: str, first_line: int) -> tuple[Block, ...]:
    r"""Split Markdown at its anchored headings; what stands before them is there when it says something.

    >>> [block.anchor for block in body_blocks("One.\n\n## Who {#who}\n\nTwo.", 5)]
    ['intro', 'who']
    """
    lines = body.split("\n")
    starts = [(next((number for number, line in enumerate(lines) if line.strip()), 0), INTRO)]
    for number, line in enumerate(lines):
        if match := _ANCHORED.match(line):
            starts.append((number, match[2]))
    ends = [start for start, _ in starts[1:]] + [len(lines)]
    found = (
        Block(anchor, "\n".join(lines[start:end]).strip("\n"), first_line + start)
        for (start, anchor), end in zip(starts, ends, strict=True)
    )
    return tuple(block for block in found if block.text.strip())
