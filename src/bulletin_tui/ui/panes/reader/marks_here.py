"""The marks of the open article: painted, walked through, and which one of them is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import AnnotationKind, HighlightColor
from bulletin_tui.model.article import Span
from bulletin_tui.services import annotating
from bulletin_tui.ui.messages import Announced
from bulletin_tui.ui.panes.reader.motions import Motions
from bulletin_tui.ui.rendering.mark_words import named
from bulletin_tui.ui.rendering.overlays import PaintedMark
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.model.annotation import PlacedAnnotation
    from bulletin_tui.model.article import Article
    from bulletin_tui.ui.background import Session


class MarksHere(Motions):
    """Holds the marks of the open article."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.article: Article | None = None
        self._placed: tuple[PlacedAnnotation, ...] = ()
        """Those that have a place, as they come in the text, longer ones first."""
        self._color = HighlightColor.YELLOW
        self._pointed: tuple[str, int] | None = None
        """A mark that was just gone to or made, and where the cursor then stood."""

    def show_marks(self, placed: tuple[PlacedAnnotation, ...]) -> None:
        """Paint these marks over the text; those without a place are for the list only."""
        self._placed = tuple(sorted((mark for mark in placed if mark.span), key=_outermost_first))
        self.view.set_highlights(tuple(_painted(mark, mark.span) for mark in placed if mark.span))

    async def reload_marks(self) -> None:
        """Show the marks as they are in the database now."""
        article = self.article
        if article is None:
            return
        placed = await self.session.call(annotating.annotations_in, article)
        if self.article is article:
            self.show_marks(placed)

    @property
    def bookmarks(self) -> tuple[PlacedAnnotation, ...]:
        """The bookmarks that have a place, as they come in the text."""
        kind = AnnotationKind.BOOKMARK
        return tuple(mark for mark in self._placed if mark.annotation.kind is kind)

    def find_placed(self, annotation_id: str) -> PlacedAnnotation | None:
        """Where a mark stands in the very text that is shown."""
        found = (mark for mark in self._placed if mark.annotation.id == annotation_id)
        return next(found, None)

    def _point_at(self, annotation_id: str) -> None:
        """Have the next command mean this mark, as long as the cursor stays."""
        self._pointed = (annotation_id, self.view.position.cursor)

    def _pointed_at(self) -> PlacedAnnotation | None:
        if self._pointed is None or self.view.selection is not None:
            return None
        annotation_id, cursor = self._pointed
        return self.find_placed(annotation_id) if cursor == self.view.position.cursor else None

    def _mark_here(self, *, kind: AnnotationKind | None = None) -> PlacedAnnotation | None:
        """The mark gone to last, else the shortest at the selection or the cursor.

        Where there is none, the first one of the cursor's paragraph.
        """
        pointed = self._pointed_at()
        if pointed is not None and kind in (None, pointed.annotation.kind):
            return pointed
        if self.view.target_span is None:
            return None
        marks = [mark for mark in self._placed if kind in (None, mark.annotation.kind)]
        cursor = self.view.position.cursor
        here = _touching(marks, self.view.selection or Span(cursor, cursor + 1))
        if here:
            return min(here, key=lambda mark: len(mark.span or Span(0, 0)))
        paragraph = self.view.target_span
        return next(iter(_touching(marks, paragraph)), None) if paragraph else None

    def action_next_mark(self) -> None:
        """Go to the next mark in the text."""
        self._go_to_mark(1)

    def action_previous_mark(self) -> None:
        """Go to the previous mark in the text."""
        self._go_to_mark(-1)

    def _go_to_mark(self, step: int) -> None:
        """Go from mark to mark, also where several begin at the same letter."""
        target = self._next_mark(step)
        if target is None:
            self.post_message(Announced(_("No further mark in this direction.")))
            return
        placed = self._placed[target]
        if placed.span is not None:
            self.view.clear_selection()
            self.view.reveal(placed.span.start)
            self._point_at(placed.annotation.id)
            words = _("{mark} · {number} of {count}")
            mark, count = named(placed.annotation), len(self._placed)
            self.post_message(Announced(words.format(mark=mark, number=target + 1, count=count)))

    def _next_mark(self, step: int) -> int | None:
        pointed = self._pointed_at()
        if pointed is not None:
            target = self._placed.index(pointed) + step
            return target if 0 <= target < len(self._placed) else None
        cursor = self.view.position.cursor
        starts = [mark.span.start if mark.span else 0 for mark in self._placed]
        ahead = [
            number
            for number, start in enumerate(starts)
            if (start > cursor if step > 0 else start < cursor)
        ]
        return (ahead[0] if step > 0 else ahead[-1]) if ahead else None


def _touching(marks: list[PlacedAnnotation], place: Span) -> list[PlacedAnnotation]:
    return [mark for mark in marks if mark.span is not None and mark.span.overlaps(place)]


def _outermost_first(placed: PlacedAnnotation) -> tuple[int, int]:
    span = placed.span or Span(0, 0)
    return span.start, -span.end


def _painted(placed: PlacedAnnotation, span: Span) -> PaintedMark:
    mark = placed.annotation
    return PaintedMark(
        id=mark.id,
        span=span,
        color=mark.color,
        kind=mark.kind,
        has_note=bool(mark.note),
        state=placed.state,
    )
