"""An offset has a heading above it and a paragraph around it."""

from __future__ import annotations

from bulletin_tui.model.article import Block, BlockKind, Document
from bulletin_tui.text.outline import heading_at, paragraph_number

TEXT = "Mở đầu\nĐoạn một\nkéo dài.\nPhần hai\nĐoạn hai."
BLOCKS = (
    Block(BlockKind.PARAGRAPH, 0, 6),
    Block(BlockKind.PARAGRAPH, 7, 24),
    Block(BlockKind.HEADING, 25, 33, 2),
    Block(BlockKind.PARAGRAPH, 34, 43),
)
DOCUMENT = Document(TEXT, BLOCKS)


def test_headings_are_not_counted_as_paragraphs() -> None:
    assert [paragraph_number(DOCUMENT, block.start) for block in BLOCKS] == [1, 2, 2, 3]


def test_before_the_first_heading_there_is_none() -> None:
    assert heading_at(DOCUMENT, 10) == ""
    assert heading_at(DOCUMENT, 40) == "Phần hai"
