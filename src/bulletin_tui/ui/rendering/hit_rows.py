"""Search results as rows: one a passage, with its article's title and data above it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from bulletin_tui.model.article import Article, Span
from bulletin_tui.model.search import Tier
from bulletin_tui.services.describing import meta_line
from bulletin_tui.text.outline import heading_at, paragraph_number
from bulletin_tui.text.snippets import snippet
from bulletin_tui.ui.rendering.list_rows import Role, RowLine, RowSpan
from bulletin_tui.ui.rendering.mark_glyphs import NOTE
from bulletin_tui.ui.rendering.snippet_lines import snippet_lines
from bulletin_tui.words import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bulletin_tui.model.search import Hit, NoteHit, Passage, SearchResult
    from bulletin_tui.model.snippet import Snippet

MOST_PASSAGES = 5
"""Rows an article may take; the rest of its matches are reached with the next-match key."""
MOST_NOTES = 2
"""Rows that own notes may take above the articles."""
PLACE_WIDTH = 160
"""Code points of the excerpt around a place in the open article."""

TIER_LABELS = {
    Tier.EXACT: "",
    Tier.FOLDED: "",
    Tier.TONE: N_("other accents"),
    Tier.CORRECTED: N_("corrected"),
}


@dataclass(frozen=True, slots=True)
class HitRow:
    """A passage of a hit, or the hit alone when only its title or data matched."""

    hit: Hit
    passage: Passage | None
    is_first: bool
    """Whether this row opens its article's group."""
    is_read: bool = False
    """Whether its article is the one that is open."""

    @property
    def key(self) -> str:
        """The passage's article and place; stable while the same thing stays in the list."""
        start = self.passage.span.start if self.passage else -1
        return f"{self.hit.article.id}:{start}"

    @property
    def offset(self) -> int:
        """The place in the article's canonical text to show."""
        if self.passage is None:
            return 0
        matches = self.passage.matches
        return matches[0].start if matches else self.passage.span.start

    def holds(self, offset: int) -> bool:
        """Whether the row is about this place in the text."""
        span = self.passage.span if self.passage else Span(0, 0)
        return span.start <= offset < span.end

    def lines(self, width: int, height: int) -> tuple[RowLine, ...]:
        """The title and data of the article, or the passage's number; then an excerpt."""
        if self.passage is None:
            return self._title()
        label = RowLine(f"  {_place_label(self.passage.number, self.passage.heading)}", Role.MUTED)
        heading = self._title() if self.is_first else (label,)
        return (*heading, *_excerpt(self.passage.snippet, width, height - 1 - len(heading)))

    def _title(self) -> tuple[RowLine, ...]:
        title = RowLine(self.hit.article.title, Role.TITLE, _marked(self.hit.title_matches))
        return (title, RowLine(hit_meta(self.hit, is_read=self.is_read), Role.MUTED))


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A block of the open article with its matches; the excerpt is cut when it is painted."""

    hit: Hit
    article: Article
    block: Span
    matches: tuple[Span, ...]

    @property
    def key(self) -> str:
        """The block's place."""
        return f"{self.hit.article.id}:{self.block.start}"

    @property
    def offset(self) -> int:
        """The first match."""
        return self.matches[0].start

    def holds(self, offset: int) -> bool:
        """Whether the row is about this place in the text."""
        return self.block.start <= offset < self.block.end

    def lines(self, width: int, height: int) -> tuple[RowLine, ...]:
        """The paragraph's number, and an excerpt."""
        document, at = self.article.document, self.block.start
        label = _place_label(paragraph_number(document, at), heading_at(document, at))
        part = snippet(document.text, self.block, self.matches, PLACE_WIDTH)
        return (RowLine(label, Role.MUTED), *_excerpt(part, width, height - 2))


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A mark of the reader's own that matches."""

    note: NoteHit
    title: str
    """Of the article it is in; empty when that is gone."""
    more: int = 0
    """How many further marks match that have no row."""

    @property
    def key(self) -> str:
        """The mark's."""
        return f"note:{self.note.annotation_id}"

    def lines(self, width: int, height: int) -> tuple[RowLine, ...]:
        """That it is one's own, where it is, and what it says."""
        label = _("Your own mark")
        if self.more:
            words = ngettext(
                "{count} more: add in:notes", "{count} more: add in:notes", self.more
            ).format(count=self.more)
            label = f"{label} · {words}"
        heading = RowLine(f"{NOTE} {label}", Role.SECTION)
        where = RowLine(self.title or _("The article is gone."), Role.MUTED)
        return (heading, where, *_excerpt(self.note.snippet, width, height - 3))


def best_row(rows: Sequence[HitRow | PlaceRow | NoteRow], near: int) -> int:
    """The row to point at first: the best article, or the first place that ends behind `near`."""
    for index, row in enumerate(rows):
        if isinstance(row, HitRow) or (isinstance(row, PlaceRow) and row.matches[-1].end > near):
            return index
    return 0


def hit_rows(result: SearchResult, reading: str | None = None) -> tuple[HitRow, ...]:
    """Every row, best article first; an article's passages follow each other.

    None where only own notes are asked for. `reading` is the id of the article that is open.
    """
    rows: list[HitRow] = []
    if result.query.in_notes:
        return ()
    for hit in result.hits:
        passages: tuple[Passage | None, ...] = hit.passages[:MOST_PASSAGES] or (None,)
        is_read = hit.article.id == reading
        rows.extend(
            HitRow(hit, passage, index == 0, is_read) for index, passage in enumerate(passages)
        )
    return tuple(rows)


def place_rows(hit: Hit, article: Article) -> tuple[PlaceRow, ...]:
    """Every block of the article that has a match, in reading order."""
    blocks = article.document.blocks
    starts = [block.start for block in blocks]

    def number(match: Span) -> int:
        return max(0, bisect_right(starts, match.start) - 1)

    return tuple(
        PlaceRow(hit, article, Span(blocks[at].start, blocks[at].end), tuple(matches))
        for at, matches in groupby(hit.matches, number)
    )


def note_rows(result: SearchResult, titles: Sequence[str]) -> tuple[NoteRow, ...]:
    """The marks that match, all of them where nothing else is asked for, else the first few.

    `titles` are those of the marks' articles, in the same order.
    """
    shown = len(result.notes) if result.query.in_notes else MOST_NOTES
    more = max(0, len(result.notes) - shown)
    rows = [NoteRow(*pair) for pair in zip(result.notes[:shown], titles, strict=False)]
    if rows and more:
        rows[-1] = NoteRow(rows[-1].note, rows[-1].title, more)
    return tuple(rows)


def hit_meta(hit: Hit, *, is_read: bool) -> str:
    """How well a hit fits, how often it matches, and where it comes from."""
    count = len(hit.matches)
    parts = (
        _("open now") if is_read else "",
        hit.why or _(TIER_LABELS[hit.tier]),
        ngettext("{count} match", "{count} matches", count).format(count=count) if count else "",
        meta_line(hit.article),
    )
    return " · ".join(part for part in parts if part)


def _place_label(paragraph: int, heading: str) -> str:
    number = _("¶ {number}").format(number=paragraph)
    return f"{number} · {heading}" if heading else number


def _excerpt(part: Snippet, width: int, count: int) -> tuple[RowLine, ...]:
    return tuple(
        RowLine(line.text, Role.TEXT, _marked(line.matches))
        for line in snippet_lines(part, width, count)
    )


def _marked(spans: Iterable[Span]) -> tuple[RowSpan, ...]:
    return tuple(RowSpan(span.start, span.end, Role.MATCH) for span in spans)
