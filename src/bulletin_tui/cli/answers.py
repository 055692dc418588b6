"""What was found, as a page for a person, as lines for other programs, or as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.cli.output import Style
from bulletin_tui.cli.records import hit_record, note_record
from bulletin_tui.services.describing import meta_line
from bulletin_tui.text.clean import guard
from bulletin_tui.text.dates import iso_printed_date
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bulletin_tui.cli.line_format import LineFormat
    from bulletin_tui.cli.output import JsonObject, Output, Piece
    from bulletin_tui.model.article import Span
    from bulletin_tui.model.search import Hit, SearchResult
    from bulletin_tui.services.noting import NoteInPlace

MOST_PASSAGES = 4
"""Of an article, on a terminal; programs get them all."""


@dataclass(frozen=True, slots=True)
class PlacedResult:
    """What there is to write."""

    result: SearchResult
    notes: Sequence[NoteInPlace]
    notes_left_out: int = 0
    """By the limit."""

    @property
    def shown_hits(self) -> tuple[Hit, ...]:
        """The articles to be listed: those of `in:notes` are named by the notes themselves."""
        return () if self.result.query.in_notes else self.result.hits


def limited(result: SearchResult, notes: Sequence[NoteInPlace], limit: int) -> PlacedResult:
    """The answer in so many articles: the hits first, then those that only the notes are on."""
    found = PlacedResult(result, notes)
    articles = {hit.article.id for hit in found.shown_hits}
    kept: list[NoteInPlace] = []
    for note in notes:
        article_id = note.placed.annotation.article_id
        if article_id in articles or len(articles) < limit:
            articles.add(article_id)
            kept.append(note)
    return PlacedResult(result, kept, len(notes) - len(kept))


def answer_record(found: PlacedResult) -> JsonObject:
    """The JSON document; `total` is the least there can be when the search `is_cut`.

    Of the `articles`, those `unsearched` were looked at without their texts.
    """
    result = found.result
    return {
        "query": result.query.typed,
        "hint": result.query.hint,
        "respelt": result.respelt,
        "decoded": [{"typed": each.typed, "word": each.word} for each in result.decoded],
        "total": result.total,
        "is_cut": result.is_cut,
        "articles": result.articles,
        "unsearched": result.unsearched,
        "hits": [hit_record(hit) for hit in result.hits],
        "notes": [note_record(note) for note in found.notes],
    }


def lines(found: PlacedResult, line_format: LineFormat) -> Iterator[str]:
    """One line for each passage, then one for each note.

    An article found by its title or data alone has a line too, at offset 0. A note has the offset
    of the passage that it stands on, 0 if that is gone.
    """
    for hit in found.shown_hits:
        article = hit.article
        fields: dict[str, str | int | float] = {
            "id": article.id,
            "title": article.title,
            "source": article.source or "",
            "published": iso_printed_date(article.published) if article.published else "",
            "path": guard(article.paths[0]),
            "score": round(hit.score, 3),
            "why": hit.why,
        }
        snippets = [(passage.snippet.offset, passage.snippet.text) for passage in hit.passages]
        for offset, text in snippets or [(0, article.title)]:
            yield line_format.line({**fields, "offset": offset, "text": " ".join(text.split())})
    for note in found.notes:
        yield line_format.line(_note_fields(note))


def _note_fields(note: NoteInPlace) -> dict[str, str | int | float]:
    return {
        "id": note.placed.annotation.article_id,
        "title": note.title,
        "source": note.source or "",
        "published": "",
        "path": guard(note.path),
        "score": 0.0,
        "why": "",
        "offset": note.placed.span.start if note.placed.span else 0,
        "text": note.hit.snippet.text,
    }


def write_page(out: Output, found: PlacedResult) -> None:
    """The articles with their passages, then the notes."""
    for number, hit in enumerate(found.shown_hits):
        if number:
            out.line()
        out.line(*_marked(hit.article.title, hit.title_matches, Style.STRONG))
        meta = " · ".join(filter(None, (hit.why, meta_line(hit.article))))
        out.line(f"  {hit.article.id}", (f"  {meta}", Style.DIM))
        for passage in hit.passages[:MOST_PASSAGES]:
            out.line("    ", *_marked(passage.snippet.text, passage.snippet.matches))
    if found.notes:
        if found.shown_hits:
            out.line()
        out.line((_("Your notes"), Style.STRONG))
    for note in found.notes:
        out.line("    ", *_marked(note.hit.snippet.text, note.hit.snippet.matches))
        out.line((f"      {note.placed.annotation.article_id} · {note.title}", Style.DIM))


def _marked(text: str, matches: Sequence[Span], style: Style | None = None) -> Iterator[Piece]:
    """The text in pieces, its matches set apart."""
    end = 0
    for match in matches:
        yield _styled(text[end : match.start], style)
        yield text[match.start : match.end], Style.MATCH
        end = match.end
    yield _styled(text[end:], style)


def _styled(text: str, style: Style | None) -> Piece:
    return (text, style) if style else text
