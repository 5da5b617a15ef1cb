"""Markdown as a tree, for paper.

A page's text reaches print as data, never as code: paragraphs, headings, lists, tables, strong
words and links. Whatever else Markdown knows (HTML, images, code, quotes) has no form on paper
and stops the build, naming its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, emphasis
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.tree import SyntaxTreeNode

from generator.tree import (
    Block,
    Blocks,
    Break,
    BulletList,
    Heading,
    Inline,
    Link,
    NumberedList,
    Paragraph,
    Runs,
    Strong,
    Table,
    Text,
)


class MarkdownError(ValueError):
    """Markdown that paper cannot show: its line (from 1), what is wrong and what to do."""

    def __init__(self, line: int, message: str, remedy: str) -> None:
        """Word the fault."""
        super().__init__(f"line {line}: {message}: {remedy}")
        self.line, self.message, self.remedy = line, message, remedy


FOREIGN = {
    "html_block": "raw HTML",
    "html_inline": "raw HTML",
    "image": "an image",
    "fence": "a block of code",
    "code_block": "an indented block, which Markdown takes for code,",
    "code_inline": "code",
    "blockquote": "a quotation",
    "hr": "a dividing line",
    "em": "emphasis with one star",
}
REMEDY = "write it as a paragraph, list, table, **strong** text or link"

HAN = "\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
LINE_END_IN_CHINESE = re.compile(f"(?<=[{HAN}])\n|\n(?=[{HAN}])")
ANCHOR = re.compile(r"\s*\{#([\w-]+)\}\s*$")


def markdown_blocks(text: str) -> Blocks:
    """Return the tree of a Markdown text; raise MarkdownError at the first foreign tag.

    >>> markdown_blocks("先办**登记。**再领")[0].runs
    (Text(text='先办'), Strong(runs=(Text(text='登记。'),)), Text(text='再领'))
    """
    return _blocks(SyntaxTreeNode(_MARKDOWN.parse(text)).children)


def _blocks(nodes: Sequence[SyntaxTreeNode]) -> Blocks:
    return tuple(_block(node) for node in nodes)


def _block(node: SyntaxTreeNode) -> Block:
    if node.type not in _BLOCKS:
        raise _foreign(node)
    return _BLOCKS[node.type](node)


def _heading(node: SyntaxTreeNode) -> Heading:
    """Return a heading; its anchor, {#who}, stands at the end of its words."""
    level, runs = int(node.tag[1:]), _runs(node)
    match runs:
        case (*before, Text(last)) if anchor := ANCHOR.search(last):
            words = (Text(last[: anchor.start()]),) if anchor.start() else ()
            return Heading(level, (*before, *words), anchor[1])
    return Heading(level, runs)


def _items(node: SyntaxTreeNode) -> tuple[Blocks, ...]:
    return tuple(_blocks(item.children) for item in node.children)


def _table(node: SyntaxTreeNode) -> Table:
    (header, *_), *bodies = ([_cells(row) for row in part.children] for part in node.children)
    return Table(header, tuple(row for body in bodies for row in body))


def _cells(row: SyntaxTreeNode) -> tuple[Runs, ...]:
    return tuple(_runs(cell) for cell in row.children)


_BLOCKS: dict[str, Callable[[SyntaxTreeNode], Block]] = {
    "heading": _heading,
    "paragraph": lambda node: Paragraph(_runs(node)),
    "bullet_list": lambda node: BulletList(_items(node)),
    "ordered_list": lambda node: NumberedList(_items(node), int(node.attrs.get("start", 1))),
    "table": _table,
}


def _runs(node: SyntaxTreeNode) -> Runs:
    """Return the runs of a block that holds words."""
    return tuple(run for child in node.children for run in _inline(child.children))


def _inline(nodes: Sequence[SyntaxTreeNode]) -> Runs:
    """Return runs, with neighbouring texts made one."""
    joined: list[Inline] = []
    for run in map(_run, nodes):
        if isinstance(run, Text) and joined and isinstance(joined[-1], Text):
            run = Text(joined.pop().text + run.text)  # type: ignore[union-attr]
        joined.append(run)
    return tuple(_unfolded(run) for run in joined if run != Text(""))


def _unfolded(run: Inline) -> Inline:
    """Make a line's end a space, but nothing at all next to a Chinese character."""
    if not isinstance(run, Text):
        return run
    return Text(LINE_END_IN_CHINESE.sub("", run.text).replace("\n", " "))


def _run(node: SyntaxTreeNode) -> Inline:
    match node.type:
        case "text":
            return Text(node.content)
        case "softbreak":
            return Text("\n")
        case "hardbreak":
            return Break()
        case "strong":
            return Strong(_inline(node.children))
        case "link":
            return Link(_inline(node.children), str(node.attrs["href"]))
    raise _foreign(node)


def _foreign(node: SyntaxTreeNode) -> MarkdownError:
    what = FOREIGN.get(node.type, f"«{node.type}»")
    return MarkdownError(_line(node), f"{what} has no form on paper", REMEDY)


def _line(node: SyntaxTreeNode) -> int:
    """Return a node's line: Markdown places blocks only, so an inline one counts line ends."""
    block = node
    while block.map is None and block.parent is not None:
        block = block.parent
    before = 0
    for other in block.walk():
        if other is node:
            break
        before += other.type in ("softbreak", "hardbreak")
    return (block.map or (0, 0))[0] + 1 + before


def _star(state: StateInline, silent: bool) -> bool:
    """Read stars as the website does: only a space keeps them from opening or closing.

    CommonMark wants a space or punctuation outside 登记。** as well, which Chinese never has.
    """
    if silent or state.src[state.pos] != "*":
        return emphasis.tokenize(state, silent)
    end = state.pos
    while end < state.posMax and state.src[end] == "*":
        end += 1
    before, after = state.src[state.pos - 1 : state.pos], state.src[end : end + 1]
    for _ in range(end - state.pos):
        state.push("text", "", 0).content = "*"
        state.delimiters.append(
            Delimiter(
                marker=ord("*"),
                length=end - state.pos,
                token=len(state.tokens) - 1,
                end=-1,
                open=bool(after.strip()),
                close=bool(before.strip()),
            )
        )
    state.pos = end
    return True


_MARKDOWN = MarkdownIt("commonmark").enable("table")
_MARKDOWN.inline.ruler.at("emphasis", _star)
