"""Plain text: one physical line is one paragraph, and nothing is guessed."""

from __future__ import annotations

import re

from bulletin_tui.model.article import Block, BlockKind, Document, Metadata
from bulletin_tui.text.clean import clean

LONGEST_TITLE = 40
"""In words."""

_LINE = re.compile(r"\S(?:.*\S)?")
_LONGEST_TITLE_LINE = 1000
"""In code points: what is not made of words is no title either."""


def read_plain_text(text: str) -> Document:
    """A decoded text, cleaned; its first line is its title unless it is too long for one."""
    text = clean(text)
    paragraph = BlockKind.PARAGRAPH
    blocks = tuple([Block(paragraph, *line.span()) for line in _LINE.finditer(text)])
    title = _title(text, blocks[0]) if blocks else None
    return Document(text, blocks, metadata=Metadata(title=title))


def _title(text: str, first: Block) -> str | None:
    if first.end - first.start > _LONGEST_TITLE_LINE:
        return None
    words = text[first.start : first.end].split()
    return " ".join(words) if len(words) <= LONGEST_TITLE else None
