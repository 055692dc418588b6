"""Articles as the search reads them: each text in one form of its own length, made when needed.

In that form words stand in their bare letters between spaces, so that a word is found by its
letters and a space on either side, and an offset in it is an offset in the text.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_right
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from bulletin_tui.model.article import Span
from bulletin_tui.model.search import Field
from bulletin_tui.search.stored import reading_values
from bulletin_tui.search.tokens import spaced
from bulletin_tui.search.unfolded import folded_spans, unfolded
from bulletin_tui.text.outline import heading_at, paragraph_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bulletin_tui.model.article import Article, ArticleSummary, Document, Metadata
    from bulletin_tui.search.readings import Reading
    from bulletin_tui.search.stored import StoredArticle

FEW_READINGS = 4
"""From more on, it is quicker to know all the words of a text than to look for each."""
MOST_BETWEEN_WORDS = 4
"""Code points that may stand between two words of a phrase: a comma, a quote, and spaces."""


class SearchText:
    """One text; `words` has a space before its first and after its last code point."""

    def __init__(self, raw: str) -> None:
        self.raw = raw

    @cached_property
    def words(self) -> str:
        """The words in bare letters; `words[i + 1]` stands for `raw[i]`."""
        return f" {spaced(self.raw)} "

    @cached_property
    def _word_set(self) -> set[str]:
        return set(self.words.split())

    def possible(self, readings: Sequence[Reading]) -> Iterator[Reading]:
        """The readings whose letters are there, as far as can be told quickly."""
        if len(readings) > FEW_READINGS:
            known = self._word_set
            readings = [
                each
                for each in readings
                if not each.is_needle_all or each.is_prefix or each.words[0] in known
            ]
        return (each for each in readings if each.is_signs or each.needle in self.words)

    def are_adjacent(self, end: int, start: int) -> bool:
        """Whether no word stands between the word that ends at `end` and the one at `start`."""
        return 0 < start - end <= MOST_BETWEEN_WORDS and self.words[end + 1 : start + 1].isspace()


class Entry(ABC):
    """One article's texts; what is seldom asked for is made when it is.

    The body may leave out parts of the article's text: `canonical` tells where its offsets lie.
    """

    def __init__(self, title: str, body: str) -> None:
        self.title = SearchText(title)
        self.body = SearchText(body)

    @property
    @abstractmethod
    def summary(self) -> ArticleSummary:
        """What lists show of the article."""

    @property
    @abstractmethod
    def metadata(self) -> Metadata:
        """What the article says of itself."""

    @property
    @abstractmethod
    def blocks(self) -> Sequence[Span]:
        """The blocks of the body in order; never none."""

    @abstractmethod
    def place(self, offset: int) -> Place:
        """Where an offset in the body is in the article."""

    def canonical(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """The spans in the article's text of spans in the body."""
        return tuple(spans)

    @property
    def dated(self) -> datetime | None:
        """When the article was published, to be sorted by."""
        dated = self.summary.dated
        return dated.value if dated else None

    @cached_property
    def data(self) -> SearchText:
        """What is known about the article, but for its language."""
        names = [self._names(where) for where in Field if where is not Field.LANGUAGE]
        return _joined([name for each in names for name in each])

    @cached_property
    def fields(self) -> dict[Field, SearchText]:
        """What is known about the article, by field."""
        return {where: _joined(self._names(where)) for where in Field}

    def _names(self, where: Field) -> Sequence[str | None]:
        summary, metadata = self.summary, self.metadata
        return {
            Field.ANY: [metadata.category],
            Field.SOURCE: [summary.source, summary.portal],
            Field.PLACE: [summary.place],
            Field.AUTHOR: summary.authors,
            Field.DOCUMENT: summary.documents,
            Field.TAG: metadata.tags,
            Field.LANGUAGE: [summary.language],
        }.get(where, ())

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block_at(self, offset: int) -> tuple[int, int]:
        """Which block an offset belongs to, and where the next one starts.

        Text between two belongs to the first of them.
        """
        starts = self._block_starts
        next_one = max(1, bisect_right(starts, offset))
        return next_one - 1, starts[next_one] if next_one < len(starts) else len(self.body.raw)


class ArticleEntry(Entry):
    """The texts of an article that is in memory; on request also what is folded."""

    def __init__(self, article: Article, *, with_folded: bool = False) -> None:
        folded = () if with_folded else folded_spans(article.document.blocks)
        super().__init__(article.summary.title, unfolded(article.text, folded))
        self._article = article

    @property
    def summary(self) -> ArticleSummary:
        """The article's own."""
        return self._article.summary

    @property
    def metadata(self) -> Metadata:
        """The document's own."""
        return self._article.document.metadata

    @cached_property
    def blocks(self) -> Sequence[Span]:
        """The document's own; the whole text when there is none."""
        blocks = self._article.document.blocks
        return [Span(block.start, block.end) for block in blocks] or [Span(0, len(self.body.raw))]

    def place(self, offset: int) -> Place:
        """Where an offset is."""
        return place_in(self._article.document, offset)


class StoredEntry(Entry):
    """An article of the index: what is known about it is what its row has."""

    def __init__(self, stored: StoredArticle, body: str) -> None:
        super().__init__(stored.title, body)
        self._stored = stored

    @cached_property
    def summary(self) -> ArticleSummary:
        """As it is stored."""
        return self._stored.summary()

    @cached_property
    def metadata(self) -> Metadata:
        """As it is stored."""
        return self._stored.unpacked_metadata()

    @property
    def dated(self) -> datetime | None:
        """When the article was published, told without its other data."""
        with reading_values():
            return datetime.fromisoformat(self._stored.dated) if self._stored.dated else None


class Place(NamedTuple):
    """Where something stands in an article."""

    number: int
    """Which paragraph, from 1; 0 where they were not counted."""
    heading: str
    """The nearest one above; empty without one."""


def place_in(document: Document, offset: int) -> Place:
    """Where an offset of a text is."""
    return Place(paragraph_number(document, offset), heading_at(document, offset))


def _joined(values: Sequence[str | None]) -> SearchText:
    """The values in one text, too far apart for a phrase to reach from one into the next."""
    return SearchText(("\n" * (MOST_BETWEEN_WORDS + 1)).join(value for value in values if value))
