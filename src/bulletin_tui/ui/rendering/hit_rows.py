"""Search results as rows: one a passage, with its article's title and data above it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len

from bulletin_tui.model.article import Span
from bulletin_tui.model.search import Snippet, Tier
from bulletin_tui.services.describing import meta_line
from bulletin_tui.words import N_, _, ngettext

if TYPE_CHECKING:
    from bulletin_tui.model.search import Hit, Passage, SearchResult

MOST_PASSAGES = 5
"""Rows an article may take; the rest of its matches are reached with the next-match key."""

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

    @property
    def key(self) -> str:
        """Stable while the same passage stays in the list."""
        start = self.passage.span.start if self.passage else -1
        return f"{self.hit.article.id}:{start}"


def hit_rows(result: SearchResult) -> tuple[HitRow, ...]:
    """Every row, best article first; an article's passages follow each other."""
    rows: list[HitRow] = []
    for hit in result.hits:
        passages: tuple[Passage | None, ...] = hit.passages[:MOST_PASSAGES] or (None,)
        rows.extend(HitRow(hit, passage, index == 0) for index, passage in enumerate(passages))
    return tuple(rows)


def hit_meta(hit: Hit) -> str:
    """How well a hit fits, how often it matches, and where it comes from."""
    count = len(hit.matches)
    parts = (
        hit.why or _(TIER_LABELS[hit.tier]),
        ngettext("{count} match", "{count} matches", count).format(count=count) if count else "",
        meta_line(hit.article),
    )
    return " · ".join(part for part in parts if part)


def passage_label(passage: Passage) -> str:
    """Where a passage stands in its article."""
    number = _("¶ {number}").format(number=passage.number)
    return f"{number} · {passage.heading}" if passage.heading else number


def snippet_lines(snippet: Snippet, width: int, count: int) -> tuple[Snippet, ...]:
    """At most `count` lines of `width` cells, cut at spaces, that show the first match."""
    lines: list[Snippet] = []
    start = _first_shown(snippet, width, count)
    while start < len(snippet.text) and len(lines) < count:
        end = _line_end(snippet.text, start, width, is_last=len(lines) == count - 1)
        lines.append(_part(snippet, start, end))
        start = end + (snippet.text[end : end + 1] == " ")
    return tuple(lines)


def _first_shown(snippet: Snippet, width: int, count: int) -> int:
    """Where to begin so that the first match is on a line: at 0 when it is near enough."""
    first = snippet.matches[0] if snippet.matches else Span(0, 0)
    if cell_len(snippet.text[: first.end]) <= width * count * 3 // 4:
        return 0
    wanted = max(0, first.start - width // 2)
    return snippet.text.find(" ", wanted, first.start) + 1 or wanted


def _line_end(text: str, start: int, width: int, *, is_last: bool) -> int:
    if is_last or cell_len(text[start:]) <= width:
        return len(text)
    cut = text.rfind(" ", start, start + width + 1)
    return cut if cut > start else min(len(text), start + width)


def _part(snippet: Snippet, start: int, end: int) -> Snippet:
    matches = tuple(
        Span(max(span.start, start) - start, min(span.end, end) - start)
        for span in snippet.matches
        if span.start < end and span.end > start
    )
    return Snippet(snippet.text[start:end], snippet.offset + start, matches)


def result_line(result: SearchResult) -> str:
    """How much was found, in a few words."""
    if result.query.is_empty:
        return ""
    if not result.hits:
        return _("nothing found")
    return ngettext("{count} article", "{count} articles", result.total).format(count=result.total)
