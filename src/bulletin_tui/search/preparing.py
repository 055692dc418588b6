"""Articles made ready for the index: everything that needs no database, so that any process can."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bulletin_tui.model.article import Precision
from bulletin_tui.model.packing import pack_layout, pack_metadata, pack_provenance
from bulletin_tui.search.cutting import cut
from bulletin_tui.search.tokens import LONGEST_WORD, joined, spaced, title_token, words
from bulletin_tui.search.unfolded import folded_spans, unfolded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bulletin_tui.model.article import Article, PrintedDate, Span

_OVERLAP = 64
"""Code points of the next passage whose words a passage that ends inside a block has too."""
_APART = "\t"
"""Neither in tokens nor, as it is, in JSON."""
SOURCE, PLACE, AUTHOR, DOCUMENT, LANGUAGE, TAG = tuple("spadlk")
"""The kinds of labels that an article can be filtered by."""


@dataclass(frozen=True, slots=True)
class PreparedPassage:
    """A passage and its tokens, separated by spaces; one may come twice."""

    start: int
    text: str
    tokens: str


@dataclass(frozen=True, slots=True)
class PreparedArticle:
    """An article as the index takes it."""

    key: str
    text_hash: str
    title: str
    source: str | None
    place: str | None
    dated: str
    """Sortable; empty without a date."""
    metadata: str
    """JSON of `packing.pack_metadata`, without the title."""
    layout: str
    """JSON of `packing.pack_layout`."""
    provenance: str
    """JSON of `packing.pack_provenance`."""
    folded: str
    """JSON of where the text is folded, so that nobody unpacks the layout; empty where nowhere."""
    paths: tuple[str, ...]
    words: int
    length: int
    passages: tuple[PreparedPassage, ...]
    head_tokens: str
    """Of the title, and of the names by which the article is known."""
    vocabulary: str
    """Every word of the title, the text and the data, once."""
    title_filters: str
    """Tokens of the title's words, told from those of the text."""
    periods: str
    """Tokens of the year and the month."""
    labels: tuple[tuple[str, str], ...]
    """Kind and name."""


def prepare(article: Article) -> PreparedArticle:
    """The rows and tokens of an article."""
    summary, document = article.summary, article.document
    data = document.metadata
    title_words = _words(summary.title)
    names = _labels(article)
    name_words = [_words(name) for name in (*(name for _kind, name in names), data.category or "")]
    vocabulary = {word for row in (title_words, *name_words) for word in row}
    passages = []
    folded = folded_spans(document.blocks)
    for span, row in _cut(article, folded):
        vocabulary.update(row)
        text = article.text[span.start : span.end]
        passages.append(PreparedPassage(span.start, text, joined(row)))
    return PreparedArticle(
        key=summary.id,
        text_hash=article.text_hash,
        title=summary.title,
        source=summary.source,
        place=summary.place,
        dated=_sortable(summary.dated),
        metadata=_json(pack_metadata(replace(data, title=None))),
        layout=_json(pack_layout(document.blocks, document.inlines)),
        provenance=_json(pack_provenance(document)),
        folded=_json([(span.start, span.end) for span in folded]) if folded else "",
        paths=summary.paths,
        words=summary.words,
        length=len(document.text),
        passages=tuple(passages),
        head_tokens=" ".join(map(joined, (title_words, *name_words))),
        vocabulary=" ".join(vocabulary),
        title_filters=" ".join(map(title_token, dict.fromkeys(title_words))),
        periods=" ".join(_periods(summary.dated)),
        labels=names,
    )


def to_line(prepared: PreparedArticle) -> str:
    """One line: JSON, and behind it what needs none, the tokens, as they are."""
    values = {name: getattr(prepared, name) for name in PreparedArticle.__slots__}
    values["passages"] = [(each.start, each.text) for each in prepared.passages]
    return _APART.join([_json(values), *(each.tokens for each in prepared.passages)])


def from_line(line: str) -> PreparedArticle:
    """What `to_line` wrote."""
    head, *tokens = line.split(_APART)
    values = json.loads(head)
    values["paths"] = tuple(values["paths"])
    values["passages"] = tuple(
        PreparedPassage(start, text, each)
        for (start, text), each in zip(values["passages"], tokens, strict=True)
    )
    values["labels"] = tuple((kind, name) for kind, name in values["labels"])
    return PreparedArticle(**values)


def _json(values: object) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _cut(article: Article, folded: Sequence[Span]) -> Iterator[tuple[Span, list[str]]]:
    """The passages with their words."""
    text = unfolded(article.text, folded)
    starts = {block.start for block in article.document.blocks}
    for span in cut(article.text, article.document.blocks):
        yield span, _words(text[span.start : span.end + _overlap(text, span, starts)])


def _overlap(text: str, passage: Span, block_starts: set[int]) -> int:
    """How much of the next passage belongs to the rows of words that begin in this one."""
    if passage.end in block_starts or passage.end == len(text):
        return 0
    space = text.rfind(" ", passage.end, passage.end + _OVERLAP)
    return max(0, space - passage.end)


def _words(text: str) -> list[str]:
    found = words(spaced(text))
    if max(map(len, found), default=0) > LONGEST_WORD:
        return [word[:LONGEST_WORD] for word in found]
    return found


def _labels(article: Article) -> tuple[tuple[str, str], ...]:
    summary, data = article.summary, article.document.metadata
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


def _sortable(dated: PrintedDate | None) -> str:
    return dated.value.isoformat(timespec="minutes") if dated else ""


def _periods(dated: PrintedDate | None) -> list[str]:
    """The year, and the month if it is known."""
    if dated is None:
        return []
    year = f"__y{dated.value.year}"
    if dated.precision is Precision.YEAR:
        return [year]
    return [year, f"__m{dated.value.year}{dated.value.month:02}"]
