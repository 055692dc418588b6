"""Pages of a book that are nothing but its contents: links to its chapters, and headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.importers.epub.package import resolved
from bulletin_tui.importers.html.tokens import StartTag, attributes_of, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bulletin_tui.importers.epub.package import Package
    from bulletin_tui.importers.html.pieces import Piece

_FEWEST_LINKS = 3
"""On a page that the book does not call its contents."""
_LINKED = 0.5
"""Of the words of the page, and of what is no short line."""
_SHORT = 8
"""Words of a line that need be no link: a heading, a part of the book, the number of a page."""


def is_contents_page(name: str, source: str, pieces: Sequence[Piece], package: Package) -> bool:
    """Whether the page in a member of this name only leads to chapters of the book."""
    linked = sum(piece.link_share * len(piece.words) for piece in pieces)
    if linked < _LINKED * sum(len(piece.words) for piece in pieces):
        return False
    if any(piece.link_share < _LINKED and not _is_short(piece) for piece in pieces):
        return False
    links = [link for link in _links(name, source) if link != name]
    fewest = 1 if name in package.contents else _FEWEST_LINKS
    return len(links) >= fewest and set(package.chapters).issuperset(links)


def _is_short(piece: Piece) -> bool:
    return piece.words.count(" ") < _SHORT


def _links(name: str, source: str) -> Iterator[str]:
    """The members that the page leads to; those of its own places are its own name."""
    for token in tokens(source, is_xml=True):
        if isinstance(token, StartTag) and token.name == "a":
            address = attributes_of(token.attributes).get("href", "")
            if address and not address.startswith("#"):
                yield resolved(name, address)
