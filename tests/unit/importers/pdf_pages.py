"""PDF documents made for a test, page by page, and what is read of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.importers.parsing import parse
from unit.importers.printing import printed, set_lines

if TYPE_CHECKING:
    from bulletin_tui.model.article import Document
    from unit.importers.printing import At

FULL = "Xã Tân An đã trồng thêm năm héc ta rừng ngập mặn ven biển để giữ"
FOOT = 770


def read(pages: list[list[At]]) -> Document:
    """The document of these pages."""
    return parse(printed(pages), "bai.pdf")


def texts(document: Document, *, folded: bool = False) -> list[str]:
    """The words of the blocks that are folded, or of those that are not."""
    return [
        document.text[block.start : block.end]
        for block in document.blocks
        if block.is_folded is folded
    ]


def body(page: int) -> list[str]:
    """The lines of a paragraph that runs over all pages, on one of them."""
    return [f"{FULL} {'sông hồ biển đầm rừng'.split()[page]} {letter}" for letter in "abc"]


def bodies(count: int) -> list[list[At]]:
    """Pages over which one paragraph runs."""
    return [set_lines(*body(page)) for page in range(count)]


def whole(count: int) -> str:
    """The paragraph of `bodies`."""
    return " ".join(line for page in range(count) for line in body(page))
