"""The Markdown that is understood: CommonMark, and what notes and reports add to it.

That is tables, strikethrough, highlights, footnotes and wiki links. Some rules are kinder to words
than the usual ones: what only looks like the definition of a link stays visible, so do the cells of
a row that is longer than its header, and a footnote stays where it was written, cited or not.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, reference, table
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_ref

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

DEEPEST_NESTING = 40
"""markdown-it leaves out what is nested deeper; each level costs it a few Python frames."""

_WIKI_LINK = re.compile(
    r"""
    (?P<embed> !? ) \[\[
    (?P<target> [^\[\]|\\\n]{1,500} ) (?: \| (?P<label> [^\[\]\\\n]{1,500} ) )?
    \]\]
    (?! [\[(] )  # or it is a link whose words are bracketed: [[1]](address)
    """,
    re.VERBOSE,
)
_HIGHLIGHT = re.compile(r"==(?=[^\s=])(?P<words>[^=\n]{1,2000})(?<!\s)==(?!=)")
_CITATION = re.compile(r"\[\^[^\]\s]{1,100}\]")
_DEFINITION = re.compile(r"\[(?!\^)[^\]\n]*\]:\s*\S*[/:#]")
_CELL_BORDER = re.compile(r"(?<!\\)\|")


class _Markdown(MarkdownIt):
    """Addresses are not shown, so none is judged or rewritten."""

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 - the library's name
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link


@cache
def markdown_parser() -> MarkdownIt:
    """The one parser; parsing keeps no state in it."""
    options = {"html": True, "maxNesting": DEEPEST_NESTING}
    parser = _Markdown("commonmark", options).enable(["table", "strikethrough"])
    parser.inline.ruler.before("link", "wiki_link", _wiki_link)
    parser.inline.ruler.before("emphasis", "highlight", _highlight)
    footnote_plugin(parser, inline=False, move_to_end=False)
    parser.inline.ruler.at("footnote_ref", _citation)
    parser.block.ruler.at("reference", _reference)
    parser.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    return parser


def _wiki_link(state: StateInline, silent: bool) -> bool:
    """`[[page]]`, `[[page|label]]` and `![[embedded file]]`: a link with its visible words."""
    match = _WIKI_LINK.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("link_open", "a", 1)
        words = match["label"] if match["label"] and not match["embed"] else match["target"]
        state.push("text", "", 0).content = words.strip()
        state.push("link_close", "a", -1)
    state.pos = match.end()
    return True


def _highlight(state: StateInline, silent: bool) -> bool:
    """`==words==`, which are emphasised; what is between may be marked up in turn."""
    match = _HIGHLIGHT.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        end = state.posMax
        state.push("em_open", "em", 1)
        state.pos, state.posMax = match.span("words")
        state.md.inline.tokenize(state)
        state.push("em_close", "em", -1)
        state.posMax = end
    state.pos = match.end()
    return True


def _citation(state: StateInline, silent: bool) -> bool:
    """`[^1]` of a footnote that is there; its end is not looked for far away, again and again."""
    is_one = _CITATION.match(state.src, state.pos, state.posMax) is not None
    return is_one and footnote_ref(state, silent)


def _reference(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A definition needs something like an address; footnotes and `[PV]: Vâng.` are text."""
    start = state.bMarks[start_line] + state.tShift[start_line]
    if not _DEFINITION.match(state.src, start):
        return False
    return reference(state, start_line, end_line, silent)


def _table(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """The last cell of a row takes in the cells for which the header has no column."""
    first = len(state.tokens)
    if not table(state, start_line, end_line, silent):
        return False
    if silent:
        return True
    columns = sum(token.type == "th_open" for token in state.tokens[first:])
    cells = [token for token in state.tokens[first:] if token.type == "inline"]
    for last in cells[columns - 1 :: columns]:
        written = _written_cells(state, last.map[0]) if last.map else []
        if len(written) > columns:
            lost = (cell.strip().replace(r"\|", "|") for cell in written[columns:])
            last.content = " | ".join([last.content, *lost])
    return True


def _written_cells(state: StateBlock, line: int) -> list[str]:
    start = state.bMarks[line] + state.tShift[line]
    cells = _CELL_BORDER.split(state.src[start : state.eMarks[line]].strip())
    return cells[cells[0] == "" : len(cells) - (cells[-1] == "")]
