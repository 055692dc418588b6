"""The commands that mark a passage: highlight, bookmark, note, remove, copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from bulletin_tui.model.annotation import AnchorState, AnnotationKind, HighlightColor
from bulletin_tui.model.article import Span
from bulletin_tui.services import annotating, citing
from bulletin_tui.services.annotating import ActKind
from bulletin_tui.ui.clipboard import copy
from bulletin_tui.ui.messages import Announced, MarksChanged, NoteWanted, announcing_failures
from bulletin_tui.ui.panes.reader.motions import Motions
from bulletin_tui.ui.rendering.overlays import PaintedMark
from bulletin_tui.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Concatenate, ParamSpec

    from bulletin_tui.model.annotation import PlacedAnnotation
    from bulletin_tui.model.article import Article
    from bulletin_tui.services.workspace import Workspace
    from bulletin_tui.ui.background import Session

    P = ParamSpec("P")


UNDONE = {
    ActKind.ADDED: N_("Undone: the mark is gone again."),
    ActKind.CHANGED: N_("Undone: the mark is as it was before."),
    ActKind.REMOVED: N_("Undone: the mark is there again."),
}
REDONE = {
    ActKind.ADDED: N_("Done again: the mark is there again."),
    ActKind.CHANGED: N_("Done again: the mark is changed again."),
    ActKind.REMOVED: N_("Done again: the mark is gone again."),
}


class Marking(Motions):
    """Holds the marks of the open article and changes them through the services."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.article: Article | None = None
        self._placed: tuple[PlacedAnnotation, ...] = ()
        self._color = HighlightColor.YELLOW

    def show_marks(self, placed: tuple[PlacedAnnotation, ...]) -> None:
        """Paint these marks over the text; those without a place are for the list only."""
        self._placed = tuple(mark for mark in placed if mark.span is not None)
        self.view.set_highlights(tuple(_painted(mark, mark.span) for mark in placed if mark.span))

    async def reload_marks(self) -> None:
        """Show the marks as they are in the database now."""
        article = self.article
        if article is None:
            return
        placed = await self.session.call(annotating.annotations_in, article)
        if self.article is article:
            self.show_marks(placed)

    def _mark_here(self, *, kind: AnnotationKind | None = None) -> PlacedAnnotation | None:
        """The mark that the selection touches, or at the cursor, or in the cursor's paragraph."""
        view = self.view
        at_cursor = Span(view.position.cursor, view.position.cursor + 1)
        places = (view.selection,) if view.selection else (at_cursor, view.target_span)
        marks = [mark for mark in self._placed if kind in (None, mark.annotation.kind)]
        for place in places:
            for placed in marks:
                if place and placed.span and placed.span.overlaps(place):
                    return placed
        return None

    async def _change(
        self,
        journey: Callable[Concatenate[Workspace, P], object],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> bool:
        with announcing_failures(self):
            await self.session.call(journey, *args, **kwargs)
            self.post_message(Announced(_("Saved.")))
            self.post_message(MarksChanged())
            return True
        return False

    def action_highlight(self) -> None:
        """Highlight the selection, or the paragraph under the cursor, in the last colour."""
        self._highlight(self._color, recolor=False)

    def action_highlight_yellow(self) -> None:
        """Highlight in yellow."""
        self._highlight(HighlightColor.YELLOW)

    def action_highlight_green(self) -> None:
        """Highlight in green."""
        self._highlight(HighlightColor.GREEN)

    def action_highlight_blue(self) -> None:
        """Highlight in blue."""
        self._highlight(HighlightColor.BLUE)

    def action_highlight_pink(self) -> None:
        """Highlight in pink."""
        self._highlight(HighlightColor.PINK)

    def action_highlight_orange(self) -> None:
        """Highlight in orange."""
        self._highlight(HighlightColor.ORANGE)

    @work(group="marking")
    async def _highlight(self, color: HighlightColor, *, recolor: bool = True) -> None:
        article, target = self.article, self.view.target_span
        if article is None or target is None:
            return
        self._color = color
        here = self._mark_here(kind=AnnotationKind.HIGHLIGHT)
        if recolor and here is not None and self.view.selection is None:
            await self._change(annotating.recolor, here.annotation.id, color)
        elif await self._change(annotating.add_highlight, article, target, color):
            self.view.clear_selection()

    @work(group="marking")
    async def action_bookmark(self) -> None:
        """Bookmark the paragraph under the cursor, or take its bookmark away."""
        if self.article is not None:
            await self._change(annotating.toggle_bookmark, self.article, self.view.position.cursor)

    @work(group="marking")
    async def action_remove_mark(self) -> None:
        """Remove the mark at the cursor; undo brings it back."""
        here = self._mark_here()
        if here is not None and await self._change(annotating.remove, [here.annotation.id]):
            self.post_message(Announced(_("Removed; u brings it back.")))

    def action_annotate(self) -> None:
        """Ask for a note on the selection, the mark at the cursor, or the paragraph."""
        article, target = self.article, self.view.target_span
        if article is None or target is None:
            return
        here = self._mark_here()
        if here is not None:
            mark = here.annotation
            self.post_message(NoteWanted(None, mark.quote.exact, None, mark.id, mark.note))
            return
        quote = article.text[target.start : target.end]
        self.post_message(NoteWanted(article, quote, target, None, ""))

    async def save_note(self, wanted: NoteWanted, note: str) -> None:
        """Write the note. Raises NotSavedError, and then nothing was lost from the editor."""
        if wanted.annotation_id is not None:
            await self.session.call(annotating.edit_note, wanted.annotation_id, note)
        elif wanted.article is not None and wanted.span is not None:
            await self.session.call(
                annotating.add_highlight, wanted.article, wanted.span, self._color, note=note
            )
            self.view.clear_selection()
        self.post_message(Announced(_("Saved.")))
        self.post_message(MarksChanged())

    @work(group="marking")
    async def undo(self) -> None:
        """Take back the last change to marks, of this session or an earlier one."""
        with announcing_failures(self):
            undone = await self.session.call(annotating.undo)
            words = UNDONE[undone] if undone else N_("There is nothing to undo.")
            self.post_message(Announced(_(words)))
            self.post_message(MarksChanged())

    @work(group="marking")
    async def redo(self) -> None:
        """Do again what was undone last."""
        with announcing_failures(self):
            done = await self.session.call(annotating.redo)
            words = REDONE[done] if done else N_("There is nothing to do again.")
            self.post_message(Announced(_(words)))
            self.post_message(MarksChanged())

    def action_next_mark(self) -> None:
        """Go to the next mark in the text."""
        self._go_to_mark(1)

    def action_previous_mark(self) -> None:
        """Go to the previous mark in the text."""
        self._go_to_mark(-1)

    def _go_to_mark(self, step: int) -> None:
        starts = sorted({mark.span.start for mark in self._placed if mark.span is not None})
        cursor = self.view.position.cursor
        ahead = [start for start in starts if (start > cursor if step > 0 else start < cursor)]
        if ahead:
            self.view.reveal(ahead[0] if step > 0 else ahead[-1])
        else:
            self.post_message(Announced(_("No further mark in this direction.")))

    def action_copy(self) -> None:
        """Copy the selection, or the paragraph, without the line breaks of the screen."""
        self._copy(lambda _article, text, _span: text)

    def action_copy_citation(self) -> None:
        """Copy the passage with its article, source, date and paragraph."""
        self._copy(lambda article, _text, span: citing.cite(article, span))

    @work(group="copying")
    async def _copy(self, wording: Callable[[Article, str, Span], str]) -> None:
        article, target = self.article, self.view.target_span
        if article is None or target is None:
            return
        text = wording(article, article.text[target.start : target.end], target)
        self.post_message(Announced(await copy(self.app, text)))


def _painted(placed: PlacedAnnotation, span: Span) -> PaintedMark:
    mark = placed.annotation
    return PaintedMark(
        id=mark.id,
        span=span,
        color=mark.color,
        kind=mark.kind,
        has_note=bool(mark.note),
        moved=placed.state is AnchorState.MOVED,
    )
