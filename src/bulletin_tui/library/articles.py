"""Articles out of parsed files: what lists show, and the id they keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.model.article import Article, summarize
from bulletin_tui.text.clean import clean_line
from bulletin_tui.text.hashing import id_from_hash, text_hash
from bulletin_tui.words import _

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.model.article import ArticleSummary, Document

_PIECE = 1 << 20
"""Code points that are split into words at a time: a list of all of a large file is larger yet."""


def make_article(document: Document, path: Path) -> Article:
    """The article that the file at `path` holds. Raises ArticleUnreadableError without a text."""
    if not document.text.strip():
        raise ArticleUnreadableError(_("There is no text in the file."))
    hashed = text_hash(document.text)
    return Article(_summary(document, path, hashed), document, hashed)


def _summary(document: Document, path: Path, hashed: str) -> ArticleSummary:
    data = document.metadata
    return summarize(
        data,
        article_id=data.id or id_from_hash(hashed),
        title=data.title or clean_line(path.stem) or _("Untitled"),
        paths=(str(path),),
        words=_count_words(document),
    )


def _count_words(document: Document) -> int:
    """The words of the report, without what its page had around it."""
    text, blocks = document.text, document.blocks
    around = [block for block in blocks if block.boilerplate is not None]
    without = sum(_words_between(text, block.start, block.end) for block in around)
    return _words_between(text, 0, len(text)) - without


def _words_between(text: str, start: int, end: int) -> int:
    count = 0
    for at in range(start, end, _PIECE):
        piece = text[at : min(at + _PIECE, end)]
        goes_on = at > start and not (text[at - 1].isspace() or piece[0].isspace())
        count += len(piece.split()) - goes_on
    return count
