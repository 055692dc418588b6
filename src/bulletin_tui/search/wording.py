"""The words of an article as the tables of the index take them: of its head, and of its text.

They are those of what the index keeps of it, so that the same tokens can be taken out again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from bulletin_tui.model.article import Precision, summarize
from bulletin_tui.model.packing import block_spans
from bulletin_tui.search.stored import reading_values
from bulletin_tui.search.tokens import LONGEST_WORD, joined, spaced, title_token, words
from bulletin_tui.search.unfolded import unfolded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bulletin_tui.model.article import ArticleSummary, Metadata, PrintedDate
    from bulletin_tui.search.stored import Passage, StoredArticle

Labels: TypeAlias = tuple[tuple[str, str], ...]
"""Kinds and names."""
HeadValues: TypeAlias = tuple[str, str, str, str, Labels]
_OVERLAP = 64
"""Code points of the next passage whose words a passage that ends inside a block has too."""
_APART = "\t"
"""Neither in tokens nor, as it is, in JSON."""
SOURCE, PLACE, AUTHOR, DOCUMENT, LANGUAGE, TAG = tuple("spadlk")
"""The kinds of labels that an article can be filtered by."""


@dataclass(frozen=True, slots=True)
class Head:
    """What an article is known by; tokens are separated by spaces, and one may come twice."""

    tokens: str
    """Of the title, and of the names by which the article is known."""
    vocabulary: str
    """Every word of these, once."""
    title_filters: str
    """Tokens of the title's words, told from those of the text."""
    periods: str
    """Tokens of the year and the month."""
    labels: Labels

    def values(self) -> HeadValues:
        """For JSON."""
        return self.tokens, self.vocabulary, self.title_filters, self.periods, self.labels


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """All that the tables of words hold of an article."""

    number: int
    first_passage: int
    head: Head
    vocabulary: str
    """Every word of the text that is none of the head, once."""
    passages: tuple[str, ...]
    """The tokens of each passage."""

    def to_line(self) -> str:
        """One line: JSON, and behind it what needs none, the tokens, as they are."""
        rows = self.number, self.first_passage, self.head.values()
        values = json.dumps(rows, ensure_ascii=False)
        return _APART.join([values, self.vocabulary, *self.passages])


def words_from_line(line: str) -> ArticleWords:
    """What `to_line` wrote."""
    values, vocabulary, *passages = line.split(_APART)
    number, first_passage, head = json.loads(values)
    head = head_from_values(head)
    return ArticleWords(number, first_passage, head, vocabulary, tuple(passages))


def head_from_values(values: HeadValues) -> Head:
    """The head that has these values, as JSON gives them back."""
    tokens, vocabulary, title_filters, periods, labels = values
    pairs = tuple((kind, name) for kind, name in labels)
    return Head(tokens, vocabulary, title_filters, periods, pairs)


def head_of(summary: ArticleSummary, data: Metadata) -> Head:
    """The tokens of what an article is known by."""
    title = tuple(_words(summary.title))
    labels = _labels(summary, data)
    named = (name for kind, name in labels if kind != LANGUAGE)  # whose code may be a word, as `vi`
    names = [_name_words(name) for name in (*named, data.category or "")]
    return Head(
        tokens=" ".join(map(joined, (title, *names))),
        vocabulary=" ".join(dict.fromkeys(word for row in (title, *names) for word in row)),
        title_filters=" ".join(map(title_token, dict.fromkeys(title))),
        periods=" ".join(_periods(summary.dated)),
        labels=labels,
    )


def stored_head(stored: StoredArticle) -> Head:
    """The tokens of what an article in the index is known by."""
    data = stored.unpacked_metadata()
    return head_of(summarize(data, stored.key, stored.title, (), stored.words), data)


def words_of(stored: StoredArticle, passages: Sequence[Passage], head: Head) -> ArticleWords:
    """All tokens of an article in the index. Raises sqlite3.DatabaseError if it is damaged."""
    rows = list(_rows(stored, passages))
    vocabulary = set[str]().union(*rows)
    if _holds_too_long(vocabulary):
        rows = [_cut_short(row) for row in rows]
        vocabulary = set[str]().union(*rows)
    vocabulary.difference_update(head.vocabulary.split())
    tokens = tuple(map(joined, rows))
    return ArticleWords(stored.number, stored.first_passage, head, " ".join(vocabulary), tokens)


def _rows(stored: StoredArticle, passages: Sequence[Passage]) -> Iterator[list[str]]:
    """The words of each passage, however long."""
    with reading_values():
        starts = {span.start for span in block_spans(json.loads(stored.layout))}
    text = unfolded("".join(each.text for each in passages), stored.folded_spans())
    form = spaced(text)
    for each in passages:
        end = each.start + len(each.text)
        yield words(form[each.start : end + _overlap(text, end, starts)])


def _overlap(text: str, end: int, block_starts: set[int]) -> int:
    """How much of the next passage belongs to the rows of words that begin in the one before."""
    if end in block_starts:
        return 0
    space = text.rfind(" ", end, end + _OVERLAP)
    return max(0, space - end)


@lru_cache(maxsize=4096)
def _name_words(name: str) -> tuple[str, ...]:
    """Few names stand for very many articles."""
    return tuple(_words(name))


def _words(text: str) -> list[str]:
    found = words(spaced(text))
    return _cut_short(found) if _holds_too_long(found) else found


def _holds_too_long(found: Iterable[str]) -> bool:
    return max(map(len, found), default=0) > LONGEST_WORD


def _cut_short(found: Iterable[str]) -> list[str]:
    return [word[:LONGEST_WORD] for word in found]


def _labels(summary: ArticleSummary, data: Metadata) -> Labels:
    named = [
        (SOURCE, summary.source),
        (SOURCE, summary.portal),
        (PLACE, summary.place),
        *[(AUTHOR, name) for name in summary.authors],
        *[(DOCUMENT, name) for name in summary.documents],
        (LANGUAGE, summary.language),
        *[(TAG, name) for name in data.tags],
    ]
    return tuple(dict.fromkeys((kind, name) for kind, name in named if name))


def _periods(dated: PrintedDate | None) -> list[str]:
    """The year, and the month if it is known."""
    if dated is None:
        return []
    year = f"__y{dated.value.year}"
    if dated.precision is Precision.YEAR:
        return [year]
    return [year, f"__m{dated.value.year}{dated.value.month:02}"]
