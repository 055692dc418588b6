"""The articles as the search reads them: each text in one form of its own length, made when needed.

In that form words stand in their bare letters between spaces, so that a word is found by its
letters and a space on either side, and an offset in it is an offset in the text.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from bulletin_tui.model.article import Span
from bulletin_tui.model.search import Field
from bulletin_tui.search.vocabulary import Vocabulary
from bulletin_tui.text.fold import fold
from bulletin_tui.text.tables import LetterTable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bulletin_tui.model.article import Article

MOST_BETWEEN_WORDS = 4
"""Code points that may stand between two words of a phrase: a comma, a quote, and spaces."""
_PART = 1 << 16
"""Code points folded at a time: `str.translate` lets no other thread run."""


def _spaced(char: str) -> str:
    is_inside = char.isalnum() or unicodedata.category(char).startswith("M")
    return fold(char) if is_inside else " "


_SPACED = LetterTable(_spaced)


class SearchText:
    """One text; `words` has a space before its first and after its last code point."""

    def __init__(self, raw: str) -> None:
        self.raw = raw

    @cached_property
    def words(self) -> str:
        """The words in bare letters; `words[i + 1]` stands for `raw[i]`."""
        raw = self.raw
        parts = (raw[at : at + _PART].translate(_SPACED) for at in range(0, len(raw), _PART))
        return f" {''.join(parts)} "

    def are_adjacent(self, end: int, start: int) -> bool:
        """Whether no word stands between the word that ends at `end` and the one at `start`."""
        return 0 < start - end <= MOST_BETWEEN_WORDS and self.words[end + 1 : start + 1].isspace()


class Entry:
    """One article's texts."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.body = SearchText(article.text)
        self.title = SearchText(article.summary.title)

    @cached_property
    def data(self) -> dict[Field, SearchText]:
        """What is known about the article, by field; ANY holds all of it."""
        summary, metadata = self.article.summary, self.article.document.metadata
        fields = {
            Field.SOURCE: [summary.source, summary.portal],
            Field.PLACE: [summary.place],
            Field.AUTHOR: summary.authors,
            Field.DOCUMENT: summary.documents,
            Field.TAG: metadata.tags,
        }
        everything = [value for values in fields.values() for value in values]
        return {
            Field.ANY: _joined([*everything, metadata.category]),
            Field.LANGUAGE: _joined([summary.language]),
            **{where: _joined(values) for where, values in fields.items()},
        }

    @cached_property
    def blocks(self) -> tuple[Span, ...]:
        """The blocks in order; the whole text when there is none."""
        blocks = self.article.document.blocks
        return tuple(Span(block.start, block.end) for block in blocks) or (
            Span(0, len(self.article.text)),
        )

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block_index(self, offset: int) -> int:
        """Which block an offset belongs to; text between two belongs to the first of them."""
        return max(0, bisect_right(self._block_starts, offset) - 1)


class Corpus:
    """Every article, and the words that are in them."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.entries = tuple(Entry(article) for article in articles)
        self._vocabulary: Vocabulary | None = None

    def vocabulary(self, checkpoint: Callable[[], None]) -> Vocabulary:
        """Every word of the articles; collected once, `checkpoint` is called between articles."""
        if self._vocabulary is None:
            vocabulary = Vocabulary()
            for number, entry in enumerate(self.entries):
                checkpoint()
                for text in (entry.body, entry.title, entry.data[Field.ANY]):
                    vocabulary.add(number, text.words)
            self._vocabulary = vocabulary
        return self._vocabulary


def _joined(values: Sequence[str | None]) -> SearchText:
    """The values in one text, too far apart for a phrase to reach from one into the next."""
    return SearchText(("\n" * (MOST_BETWEEN_WORDS + 1)).join(value for value in values if value))
