"""The list of all marks: one immutable snapshot, with what a filter looks at prepared once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import AnchorState
from bulletin_tui.services.marks.facets import Facets
from bulletin_tui.text.collation import collation_key
from bulletin_tui.text.fold import strict
from bulletin_tui.text.words import spaced_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bulletin_tui.model.annotation import Annotation, PlacedAnnotation

UNSETTLED = (AnchorState.ORPHAN, AnchorState.CHANGED, AnchorState.MOVED)
"""The states that a person should look at, the worst first."""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """An article that carries marks, as the list names it."""

    id: str
    title: str
    """As it was when it was last marked, if the article is gone."""
    source: str | None
    text_hash: str | None
    """None when the article is not in the library."""
    rank: int
    """Its place in the library; those that are not in it come last."""
    is_elsewhere: bool = False
    """Whether its file is still there, in another folder than the one that is read."""


@dataclass(frozen=True, slots=True)
class ListedMark:
    """A mark with its article, and how it stands there."""

    annotation: Annotation
    article: MarkedText
    placed: PlacedAnnotation | None
    """None as long as nobody has looked, or when the article is elsewhere."""
    state: AnchorState | None
    """How it stands in today's text; None when that is not known, or it is removed."""
    place: tuple[int, str, int, int]
    """Orders marks as the library has the articles, and the articles the marks."""
    words: str
    """Those of quote, notes, tags and title, apart by spaces, as typed words are compared."""

    @property
    def id(self) -> str:
        """The mark's."""
        return self.annotation.id


def list_mark(
    annotation: Annotation, article: MarkedText, placed: PlacedAnnotation | None
) -> ListedMark:
    """The mark, with its words made ready for filters."""
    others = (other.note for other in annotation.other_notes)
    texts = (annotation.quote.exact, annotation.note, *others, *annotation.tags, article.title)
    span = (placed.span if placed else None) or annotation.span
    return ListedMark(
        annotation=annotation,
        article=article,
        placed=placed,
        state=placed.state if placed and not annotation.deleted else None,
        place=(article.rank, article.id, span.start, span.end),
        words=spaced_words(strict(" ".join(texts))),
    )


@dataclass(frozen=True)
class MarkList:
    """Every mark, removed ones too, in no order; replaced whole, never changed."""

    marks: tuple[ListedMark, ...] = ()
    is_complete: bool = False
    """Whether all marks have been read."""
    unsettled: Mapping[AnchorState, int] = field(default_factory=dict)
    """How many marks there are in each state that should be looked at."""
    device: str = ""
    """The one that notes of our own are from; not told where no other device wrote any."""

    @cached_property
    def facets(self) -> Facets:
        """What filters ask."""
        return Facets(self.marks)

    @cached_property
    def index_of(self) -> dict[str, int]:
        """Where each mark is, by its id."""
        return {mark.annotation.id: index for index, mark in enumerate(self.marks)}

    def find(self, annotation_id: str) -> ListedMark | None:
        """The mark with this id."""
        index = self.index_of.get(annotation_id)
        return None if index is None else self.marks[index]

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """Every tag of a mark that is not removed, in alphabetical order."""
        present = (mark.annotation for mark in self.marks if not mark.annotation.deleted)
        found = {tag for annotation in present for tag in annotation.tags}
        return tuple(sorted(found, key=lambda tag: (collation_key(tag), tag)))

    def count_by_article(self) -> dict[str, int]:
        """How many marks that are not removed each article has, by its id."""
        counts: dict[str, int] = {}
        for mark in self.marks:
            if not mark.annotation.deleted:
                counts[mark.article.id] = counts.get(mark.article.id, 0) + 1
        return counts
