"""A book to its document: every chapter read like a page; only pages of contents are folded.

Nothing is guessed but which documents are cited.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.importers.archives import Archive
from bulletin_tui.importers.decode import decode
from bulletin_tui.importers.epub.chapter_titles import chapter_titles
from bulletin_tui.importers.epub.contents_pages import is_contents_page
from bulletin_tui.importers.epub.package import Package, read_package
from bulletin_tui.importers.folded import with_folded
from bulletin_tui.importers.html.charset import declared_charset
from bulletin_tui.importers.html.layout import set_page
from bulletin_tui.importers.html.pieces import Piece
from bulletin_tui.importers.html.reading import MOST_TAGS
from bulletin_tui.importers.html.tokens import tokens
from bulletin_tui.importers.html.walker import Walker
from bulletin_tui.importers.html_words import visible_lines
from bulletin_tui.importers.styled_text import StyledText
from bulletin_tui.importers.tidy.cited import cited_in, citing_evidence
from bulletin_tui.model.article import BlockKind, Boilerplate, Document, Provenance
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence

_TITLE_BLOCKS = 3
"""Blocks at the beginning of a chapter among which its title is looked for."""


def read_epub(data: bytes) -> Document:
    """The whole book. Raises ArticleUnreadableError."""
    archive = Archive(data)
    package = read_package(archive)
    titles = chapter_titles(archive, package)
    book = _Book()
    for name in package.chapters:
        book.add(name, archive.find(name), titles.get(name, ""), package)
    if not book.pieces:
        book.warnings.append(_("There is no text in the book; it may be made of pictures."))
    page = set_page(book.pieces)
    found = cited_in(page.text, page.blocks)
    document = Document(
        page.text,
        page.blocks,
        page.inlines,
        replace(package.declared.metadata(), documents=tuple(name for name, _span in found)),
        (*package.warnings, *book.warnings),
        Provenance(evidence=(*package.declared.evidence(), *citing_evidence(found))),
    )
    return with_folded(document, book.is_contents, Boilerplate.NAVIGATION, "contents")


class _Book:
    """Grows chapter by chapter; those that cannot be read are named in a warning."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.is_contents: list[bool] = []
        """Whether each piece is on a page that is nothing but contents."""
        self.warnings: list[str] = []
        self._tags = 0

    def add(self, name: str, data: bytes | None, title: str, package: Package) -> None:
        """Append the chapter in a member of this name."""
        if data is None:
            self._warn(_("The chapter “{name}” is missing in the book."), name)
            return
        try:
            source = decode(data, declared=declared_charset(data)).text
        except ArticleUnreadableError:
            self._warn(_("The chapter “{name}” is not text."), name)
            return
        pieces = self._read(source)
        is_contents = is_contents_page(name, source, pieces, package)
        pieces = _without_repeated_captions(_titled(pieces, title) if title else pieces)
        self.pieces += pieces
        self.is_contents += [is_contents] * len(pieces)

    def _read(self, source: str) -> list[Piece]:
        self._tags += source.count("<")
        if self._tags > MOST_TAGS:
            lines = (StyledText(clean_line(line)) for line in visible_lines(source))
            return [Piece(BlockKind.PARAGRAPH, line) for line in lines if line.text]
        walker = Walker(is_xml=True, is_book=True)
        for token in tokens(source, is_xml=True):
            walker.take(token)
        return walker.finish()

    def _warn(self, sentence: str, name: str) -> None:
        self.warnings.append(sentence.format(name=clean_line(name)))


def _without_repeated_captions(pieces: Sequence[Piece]) -> list[Piece]:
    """Without the words for a picture that its caption says again, right below."""
    return [
        piece
        for piece, below in zip_longest(pieces, pieces[1:])
        if piece.kind is not BlockKind.CAPTION or below is None or piece.words != below.words
    ]


def _titled(pieces: Sequence[Piece], title: str) -> list[Piece]:
    """The chapter under its title: the heading or the words that it begins with, if they are it."""
    first = list(pieces[:_TITLE_BLOCKS])
    if any(piece.kind is BlockKind.HEADING for piece in first):
        return list(pieces)
    for number, piece in enumerate(first):
        if piece.words.casefold() == title.casefold():
            heading = replace(piece, kind=BlockKind.HEADING, level=1, marker="")
            return [*pieces[:number], heading, *pieces[number + 1 :]]
    return [Piece(BlockKind.HEADING, StyledText(title), level=1), *pieces] if pieces else []
