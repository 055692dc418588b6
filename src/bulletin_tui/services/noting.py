"""Searching what the reader made: notes and marked passages, and what `is:` and `tag:` mean.

All of it comes from the database, so it is asked in the thread that owns the workspace.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui.model.article import ArticleSummary
from bulletin_tui.model.search import Field, Restriction, Tier
from bulletin_tui.search.fitting import asks_for_data, data_fits
from bulletin_tui.search.marked import asks_for_marks, asks_what_was_read, restriction
from bulletin_tui.search.notes import NoteIndex
from bulletin_tui.search.query import parse_query

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bulletin_tui.model.annotation import PlacedAnnotation
    from bulletin_tui.model.search import NoteHit, Query, SearchResult
    from bulletin_tui.services.workspace import Workspace

MOST_NOTES = 20


@dataclass(frozen=True, slots=True)
class NotesAnswer:
    """What the reader's own marks have to say to a query."""

    query: Query
    restriction: Restriction
    """Which articles may be found; with `in:notes` those of the notes, whatever their words."""
    notes: tuple[NoteHit, ...]
    """Best first."""


@dataclass(frozen=True, slots=True)
class NoteInPlace:
    """A note that was found, with its article and where it stands there today."""

    hit: NoteHit
    title: str
    """Of the article; as it was when it was last marked, if it is gone."""
    source: str | None
    path: str
    """Of the article's file; empty when it is gone."""
    placed: PlacedAnnotation


def in_place(workspace: Workspace, notes: Sequence[NoteHit]) -> list[NoteInPlace]:
    """The notes in their order, with what is to be shown along with them."""
    if not notes:
        return []
    from bulletin_tui.services.marked_articles import marked_articles  # only notes need it

    known: dict[str, NoteInPlace] = {}
    hits = {note.annotation_id: note for note in notes}
    for article_id in {note.article_id for note in notes}:
        for marked in marked_articles(workspace, article_id):
            path = marked.article.summary.paths[0] if marked.article is not None else ""
            for placed in marked.placed:
                hit = hits.get(placed.annotation.id)
                if hit is not None:
                    note = NoteInPlace(hit, marked.title, marked.source, path, placed)
                    known[placed.annotation.id] = note
    return [known[note.annotation_id] for note in notes if note.annotation_id in known]


def asks_the_reader(query: Query) -> bool:
    """Whether articles can be searched only once it is known which ones the marks leave."""
    return query.in_notes or asks_for_marks(query)


def with_notes(found: SearchResult, answer: NotesAnswer) -> SearchResult:
    """The notes beside the articles.

    Those with corrected words are left out while an article has the words as they were typed.
    """
    worst = Tier.CORRECTED
    if not answer.query.in_notes and any(hit.tier <= Tier.FOLDED for hit in found.hits):
        worst = Tier.TONE
    return replace(found, notes=tuple(note for note in answer.notes if note.tier <= worst))


class NoteSearcher:
    """Searches the annotations of a workspace; reads again only those that have changed."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._index = NoteIndex()
        self._revision = 0

    def ask(
        self,
        typed: str,
        *,
        limit: int = MOST_NOTES,
        decodes_keys: bool = True,
        is_final: bool = False,
    ) -> NotesAnswer:
        """What there is to say to what was typed, which with `is_final` is typed no further.

        Raises StateUnavailableError.
        """
        query = parse_query(typed, is_final=is_final)
        self._catch_up()
        left = self._restriction(query)
        if not _asks_for_notes(query):
            return NotesAnswer(query, left, ())
        is_among = self._condition(query, left)
        found = self._index.find(query, is_among, limit=limit, decodes_keys=decodes_keys)
        if query.in_notes:
            ids = found.article_ids
            left = Restriction(only=ids, tagged=dict.fromkeys(left.tagged, ids))
        return NotesAnswer(query, left, found.hits)

    def _catch_up(self) -> None:
        self._revision, changed = self._workspace.store.annotations_since(self._revision)
        if changed:
            self._index.update(changed)

    def _restriction(self, query: Query) -> Restriction:
        if not asks_for_marks(query):
            return Restriction()
        read = self._workspace.store.read_ids() if asks_what_was_read(query) else frozenset[str]()
        return restriction(query, self._index.annotations, read)

    def _condition(self, query: Query, left: Restriction) -> Callable[[str], bool]:
        """Whether marks in the article of an id may be found; each is looked at once."""
        answers: dict[str, bool] = {}

        def is_among(article_id: str) -> bool:
            if article_id not in answers:
                answers[article_id] = (
                    left.allows(article_id)
                    and self._is_of_this_library(article_id)
                    and self._fits(query, article_id)
                )
            return answers[article_id]

        return is_among

    def _is_of_this_library(self, article_id: str) -> bool:
        """Whether an article is here, or nowhere: its file may be in another folder."""
        if self._workspace.stacks.find_summary(article_id) is not None:
            return True
        known = self._workspace.store.find_document(article_id)
        return known is None or not any(Path(path).is_file() for path in known.paths)

    def _fits(self, query: Query, article_id: str) -> bool:
        return not asks_for_data(query) or data_fits(query, self._summary(article_id))

    def _summary(self, article_id: str) -> ArticleSummary:
        """What is known about an article, though it may be gone."""
        summary = self._workspace.stacks.find_summary(article_id)
        if summary is not None:
            return summary
        known = self._workspace.store.find_document(article_id)
        title, source = (known.title, known.source) if known is not None else ("", None)
        return ArticleSummary(
            id=article_id,
            title=title,
            source=source,
            place=None,
            authors=(),
            published=None,
            updated=None,
            language=None,
            documents=(),
            portal=None,
            paths=known.paths if known is not None else ("",),
            words=0,
        )


def _asks_for_notes(query: Query) -> bool:
    """Whether there is a word or a tag that notes can have, or they are asked for by name."""
    return query.in_notes or any(
        term.field in {Field.ANY, Field.TAG} and not term.negated for term in query.terms
    )
