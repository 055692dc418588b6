"""Taking up one mark of a file: known by its id or by its passage, placed by its words, written.

Nothing that is here is lost: of two versions the newer stands, and a version without a time only
adds its words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from bulletin_tui.model.annotation import Annotation, AnnotationKind, HighlightColor
from bulletin_tui.model.article import Span
from bulletin_tui.services.gone_marks import GoneMarks
from bulletin_tui.services.homes import Homes
from bulletin_tui.services.placing import NO_VERSION
from bulletin_tui.text.clean import clean
from bulletin_tui.text.flattening import flatten
from bulletin_tui.text.hashing import id_from_hash, text_digest
from bulletin_tui.text.paragraphs import paragraphs_of, with_paragraphs

if TYPE_CHECKING:
    from datetime import datetime

    from bulletin_tui.model.annotation import PlacedAnnotation, TextQuoteSelector
    from bulletin_tui.services.homes import Home
    from bulletin_tui.services.interchange.incoming import IncomingMark
    from bulletin_tui.services.workspace import Workspace
    from bulletin_tui.store.acts import Act

_ID = re.compile("[A-Za-z0-9_-]{1,64}")
_CLOCKS_DIFFER = timedelta(days=1)
"""How far another device's clock may be ahead before its times are not believed."""
_Passage: TypeAlias = "tuple[AnnotationKind, Span | str]"


class Outcome(StrEnum):
    """What became of a mark."""

    ADDED = "added"
    RETURNED = "returned"
    """It had been removed here."""
    UPDATED = "updated"
    ALREADY_THERE = "already_there"
    NEWER_HERE = "newer_here"
    """What the file has is older than what is here, which stays."""
    PURGED = "purged"
    """It was removed here for good, and stays so."""


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A mark of a file, and how it stands here now."""

    outcome: Outcome
    placed: PlacedAnnotation

    @property
    def is_written(self) -> bool:
        """Whether anything was changed for it."""
        return self.outcome in (Outcome.ADDED, Outcome.RETURNED, Outcome.UPDATED)


class TakingUp:
    """Takes up marks inside one act."""

    def __init__(self, workspace: Workspace, act: Act) -> None:
        self._store = workspace.store
        self._placer = workspace.placer
        self._act = act
        self._homes = Homes(workspace)
        self._gone = GoneMarks(workspace)
        self._known: dict[str, dict[_Passage, str]] = {}
        """By article, the ids of its marks by what they stand on; for marks without an id."""

    def take_up(self, mark: IncomingMark) -> TakenUp:
        """Write the mark as far as it says anything new."""
        drafted, text = self._drafted(mark)
        home = self._homes.find(drafted, mark.article, text)
        annotation = home.placed.annotation
        if not mark.id:
            annotation = replace(annotation, id=self._id_by_passage(home))
        if self._act.is_purged(annotation.id):
            return TakenUp(Outcome.PURGED, replace(home.placed, annotation=annotation))
        existing = self._act.find(annotation.id)
        if existing is None or existing.deleted:
            return self._write(existing, annotation, home)
        if not mark.id and self._comes_home(existing, home):
            return self._bring_home(existing, annotation, home)
        return self._revise(existing, annotation, home, has_time=mark.updated_at is not None)

    def _drafted(self, mark: IncomingMark) -> tuple[Annotation, str]:
        """The mark as an annotation, and the text it was made on if that bears it out."""
        span, quote = mark.span, mark.quote
        text = mark.text or self._store.find_text(mark.text_digest) or ""
        if span is None or len(span) != len(quote.exact):
            span = None
        if span is None or text[span.start : span.end] != quote.exact:
            text = ""
        created_at, updated_at = self._believed(mark)
        annotation = Annotation(
            id=_sound_id(mark.id),
            revision=max(mark.revision, 1),
            article_id="",
            kind=mark.kind,
            span=span or Span(0, len(quote.exact)),
            quote=quote,
            version=mark.version if mark.version is not None and span is not None else NO_VERSION,
            color=mark.color,
            note=mark.note,
            tags=mark.tags,
            created_at=created_at,
            updated_at=updated_at,
        )
        return annotation, text

    def _believed(self, mark: IncomingMark) -> tuple[datetime, datetime]:
        """When the mark was made and changed; a time that is yet to come counts for nothing."""
        latest = self._act.now + _CLOCKS_DIFFER
        created_at = mark.created_at or mark.updated_at or self._act.now
        created_at = created_at if created_at <= latest else self._act.now
        updated_at = mark.updated_at or created_at
        return created_at, updated_at if updated_at <= latest else created_at

    def _id_by_passage(self, home: Home) -> str:
        """The id of the mark that stands on the same passage, else one made from the passage."""
        annotation = home.placed.annotation
        known = self._passages(home)
        passages = _passages_of(home.placed)
        found = next((known[passage] for passage in passages if passage in known), None)
        found = found or self._gone.find_id(home.known.title, annotation)
        words = _words_of(annotation.quote)
        name = found or _made_id(f"{annotation.article_id}\n{annotation.kind}\n{words}")
        known.update(dict.fromkeys(passages, name))
        return name

    def _passages(self, home: Home) -> dict[_Passage, str]:
        article_id = home.known.id
        if article_id not in self._known:
            known = self._known[article_id] = {}
            for annotation in self._act.annotations(article_id):
                placed = self._placer.place(home.article, annotation)
                orphan = replace(placed, span=None)
                for passage in (*_passages_of(placed), *_passages_of(orphan)):
                    known.setdefault(passage, annotation.id)
        return self._known[article_id]

    def _write(self, removed: Annotation | None, annotation: Annotation, home: Home) -> TakenUp:
        if annotation.kind is AnnotationKind.HIGHLIGHT and annotation.color is None:
            annotation = replace(annotation, color=HighlightColor.YELLOW)
        written = self._act.admit(annotation, home.known, home.text)
        outcome = Outcome.ADDED if removed is None else Outcome.RETURNED
        return TakenUp(outcome, replace(home.placed, annotation=written))

    def _comes_home(self, existing: Annotation, home: Home) -> bool:
        """Whether a mark on an article that was not here is one on this article, at this place."""
        is_elsewhere = existing.article_id != home.known.id
        return is_elsewhere and home.placed.span is not None and bool(home.text)

    def _bring_home(self, existing: Annotation, annotation: Annotation, home: Home) -> TakenUp:
        brought = replace(
            _with_words_of(existing, annotation),
            article_id=annotation.article_id,
            span=annotation.span,
            quote=annotation.quote,
            version=annotation.version,
            updated_at=self._act.now,
        )
        return _updated(home, self._act.admit(brought, home.known, home.text))

    def _revise(
        self, existing: Annotation, annotation: Annotation, home: Home, *, has_time: bool
    ) -> TakenUp:
        """Bring an annotation that is here up to what the file has, as far as that is newer."""
        unchanged = TakenUp(Outcome.ALREADY_THERE, replace(home.placed, annotation=existing))
        color, waiting = annotation.color or existing.color, existing.other_notes
        annotation = replace(annotation, color=color, other_notes=waiting)
        if not has_time:
            revised = self._act.revise(_with_words_of(existing, annotation))
            return unchanged if revised == existing else _updated(home, revised)
        says_the_same = _content(annotation) == _content(existing)
        if annotation.updated_at <= existing.updated_at:
            return unchanged if says_the_same else replace(unchanged, outcome=Outcome.NEWER_HERE)
        if says_the_same and annotation.span == existing.span:
            return unchanged
        annotation = replace(annotation, created_at=existing.created_at)
        text = self._store.find_text(existing.text_digest) or ""
        is_better_known = bool(home.text) or not text
        if home.placed.span is not None and is_better_known:
            return _updated(home, self._act.admit(annotation, home.known, home.text))
        # A place that is not found again, or only by its words, is no reason to give up the one
        # that is known here.
        known = self._store.find_document(existing.article_id) or home.known
        revised = replace(
            existing,
            article_id=known.id,
            color=annotation.color,
            note=annotation.note,
            tags=annotation.tags,
            updated_at=annotation.updated_at,
        )
        return _updated(home, self._act.admit(revised, known, text))


def _updated(home: Home, revised: Annotation) -> TakenUp:
    return TakenUp(Outcome.UPDATED, replace(home.placed, annotation=revised))


def _sound_id(name: str) -> str:
    """The id itself if it is one, else one that is always made from it; empty for none."""
    return name if not name or _ID.fullmatch(name) else _made_id(name)


def _made_id(name: str) -> str:
    return id_from_hash(text_digest(name))


def _passages_of(placed: PlacedAnnotation) -> list[_Passage]:
    """What a mark stands on: its place, else its words, those of its note along with them first."""
    annotation = placed.annotation
    if placed.span is not None:
        return [(annotation.kind, placed.span)]
    words = _words_of(annotation.quote)
    return [(annotation.kind, f"{words}\n{annotation.note}"), (annotation.kind, words)]


def _words_of(quote: TextQuoteSelector) -> str:
    # What was cut out of a letter that several signs make up is cleaned once it comes from outside.
    return flatten(clean(quote.exact))


def _content(annotation: Annotation) -> tuple[object, ...]:
    """What a reader would miss."""
    notes = (annotation.note, *(other.note for other in annotation.other_notes))
    words = _words_of(annotation.quote)
    return annotation.kind, annotation.color, paragraphs_of(*notes), annotation.tags, words


def _with_words_of(existing: Annotation, more: Annotation) -> Annotation:
    """The annotation that is here, with the paragraphs and tags that it does not have yet."""
    tags = tuple(dict.fromkeys((*existing.tags, *more.tags)))
    return replace(existing, note=with_paragraphs(existing.note, more.note), tags=tags)
