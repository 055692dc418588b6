"""Small articles to search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.article import Article, ArticleSummary, Block, BlockKind, Document, Span
from bulletin_tui.text.dates import parse_printed_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.model.search import SearchResult


def article(
    title: str,
    *paragraphs: str,
    source: str | None = None,
    place: str | None = None,
    author: str = "",
    documents: tuple[str, ...] = (),
    published: str = "",
) -> Article:
    """An article of one block a paragraph; its id is its title."""
    blocks: list[Block] = []
    start = 0
    for paragraph in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(paragraph)))
        start += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    summary = ArticleSummary(
        id=title,
        title=title,
        source=source,
        place=place,
        authors=(author,) if author else (),
        published=parse_printed_date(published),
        updated=None,
        language="vi",
        documents=documents,
        portal=None,
        paths=(f"/bao-cao/{title}.md",),
        words=len(text.split()),
    )
    return Article(summary, Document(text, tuple(blocks)), text_hash="")


def titles(result: SearchResult) -> list[str]:
    """What was found, best first."""
    return [hit.article.title for hit in result.hits]


def shown(text: str, spans: Sequence[Span]) -> list[str]:
    """The words that the spans cover."""
    return [text[span.start : span.end] for span in spans]
