"""What a query asks of the reader's marks: `is:` and the reader's own tags, as ids of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import AnnotationKind
from bulletin_tui.model.search import Field, ReadingMark, Restriction
from bulletin_tui.search.readings import typed_readings
from bulletin_tui.search.texts import SearchText

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.model.search import MarkCondition, Query, Term

_OPPOSITES = {ReadingMark.UNREAD: ReadingMark.READ}
_SHOWS: dict[ReadingMark, Callable[[Annotation], bool]] = {
    ReadingMark.HIGHLIGHTED: lambda mark: mark.kind is AnnotationKind.HIGHLIGHT,
    ReadingMark.BOOKMARKED: lambda mark: mark.kind is AnnotationKind.BOOKMARK,
    ReadingMark.NOTED: lambda mark: bool(mark.note),
}
"""Which annotations make an article so."""


def restriction(
    query: Query, annotations: Collection[Annotation], read: frozenset[str]
) -> Restriction:
    """The articles that the reader's marks leave; `read` are the ids of those that were read."""
    only: frozenset[str] | None = None
    without: frozenset[str] = frozenset()
    for condition in query.conditions:
        ids, is_wanted = _answer(condition, annotations, read)
        if not is_wanted:
            without |= ids
        else:
            only = ids if only is None else only & ids
    tagged: dict[Term, frozenset[str]] = {}
    for term in query.terms:
        if term.field is Field.TAG:
            ids = frozenset(mark.article_id for mark in marks_tagged(term, annotations))
            if term.negated:
                without |= ids
            else:
                tagged[term] = ids
    return Restriction(only, without, tagged)


def asks_for_marks(query: Query) -> bool:
    """Whether a restriction can leave anything out, or let anything in."""
    return bool(query.conditions) or any(term.field is Field.TAG for term in query.terms)


def asks_what_was_read(query: Query) -> bool:
    """Whether the answer depends on what was read."""
    reading = (ReadingMark.READ, ReadingMark.UNREAD)
    return any(condition.mark in reading for condition in query.conditions)


def marks_tagged(term: Term, annotations: Collection[Annotation]) -> list[Annotation]:
    """The annotations with a tag in which a `tag:` term stands, whether it is negated or not."""
    readings = typed_readings(term, is_strict=True)

    def is_meant(tag: str) -> bool:
        text = SearchText(tag)
        return any(
            reading.tier(tag[start:end]) is not None
            for reading in readings
            for start, end in reading.find(text)
        )

    meant = {tag for tag in {tag for mark in annotations for tag in mark.tags} if is_meant(tag)}
    return [mark for mark in annotations if not meant.isdisjoint(mark.tags)]


def _answer(
    condition: MarkCondition, annotations: Collection[Annotation], read: frozenset[str]
) -> tuple[frozenset[str], bool]:
    """The articles that a condition speaks of, and whether it wants these or all others."""
    mark = _OPPOSITES.get(condition.mark, condition.mark)
    is_wanted = condition.negated is not (mark is condition.mark)
    if mark is ReadingMark.READ:
        return read, is_wanted
    shows = _SHOWS[mark]
    return frozenset(each.article_id for each in annotations if shows(each)), is_wanted
