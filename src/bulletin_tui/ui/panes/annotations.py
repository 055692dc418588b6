"""The list of marks over all articles: filter it, go there, edit, remove, export."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from bulletin_tui.model.annotation import AnchorState, AnnotationKind, HighlightColor
from bulletin_tui.services import annotating
from bulletin_tui.ui.commands import Where, bindings
from bulletin_tui.ui.messages import (
    AnnotationChosen,
    AnnotationPointedAt,
    ExportWanted,
    MarksChanged,
    NoteWanted,
    announcing_failures,
)
from bulletin_tui.ui.rendering.annotation_rows import (
    AnnotationRow,
    annotation_label,
    annotation_rows,
)
from bulletin_tui.ui.rendering.list_rows import ListRow, Role, RowLine, RowSpan
from bulletin_tui.ui.rendering.painting import BOOKMARK, NOTE
from bulletin_tui.ui.widgets.text_fields import LineField
from bulletin_tui.ui.widgets.virtual_list import VirtualList
from bulletin_tui.words import _

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from bulletin_tui.model.annotation import PlacedAnnotation
    from bulletin_tui.ui.background import Session

ROW_LINES = 3
COLOR_ROLES = {
    HighlightColor.YELLOW: Role.YELLOW,
    HighlightColor.GREEN: Role.GREEN,
    HighlightColor.BLUE: Role.BLUE,
    HighlightColor.PINK: Role.PINK,
    HighlightColor.ORANGE: Role.ORANGE,
}


class AnnotationsPane(Vertical):
    """Shows every mark; a mark whose passage is gone stands first and is never dropped."""

    WHERE = Where.ANNOTATIONS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.ANNOTATIONS)]

    def __init__(self, session: Session) -> None:
        super().__init__(id="annotations")
        self._session = session
        self._placed: tuple[PlacedAnnotation, ...] = ()
        self._rows: tuple[AnnotationRow, ...] = ()

    def compose(self) -> ComposeResult:
        """A line to filter with, the marks, or how to make one."""
        yield LineField(placeholder=_("Filter the marks"))
        yield VirtualList(row_height=ROW_LINES)
        yield Static(classes="empty", markup=False)

    @property
    def list(self) -> VirtualList:
        """The marks."""
        return self.query_one(VirtualList)

    @work(group="marks", exclusive=True)
    async def reload(self) -> None:
        """Show the marks as they are in the database now."""
        with announcing_failures(self):
            self._placed = await self._session.call(annotating.list_annotations)
            if self.children:  # else the program has ended meanwhile
                self._rebuild()

    def _rebuild(self) -> None:
        typed = self.query_one(LineField).value
        self._rows = annotation_rows(self._placed, self._session.library, typed)
        self.list.set_rows(len(self._rows), self._row, lambda index: self._rows[index].key)
        self.list.display = bool(self._rows)
        empty = self.query_one(".empty", Static)
        empty.display = not self._rows
        words = (
            _("No mark fits.") if self._placed else _("No marks yet: h highlights, b bookmarks.")
        )
        empty.update(Content(words))

    def _row(self, index: int, _width: int) -> ListRow:
        row = self._rows[index]
        if row.placed is None:
            return ListRow((RowLine(""), RowLine(row.heading, Role.SECTION)), is_section=True)
        mark = row.placed.annotation
        role = COLOR_ROLES[mark.color] if mark.color else Role.MUTED
        glyph = BOOKMARK if mark.kind is AnnotationKind.BOOKMARK else "▌"
        quote, note = (" ".join(text.split()) for text in (mark.quote.exact, mark.note))
        if mark.kind is AnnotationKind.BOOKMARK:
            quote = f"{quote}…"  # only a place's first words
        is_kept = row.placed.state is AnchorState.KEPT
        label = RowLine(
            f"  {annotation_label(row.placed)}", Role.MUTED if is_kept else Role.WARNING
        )
        lines = [RowLine(f"{glyph} {quote}", Role.TEXT, (RowSpan(0, 1, role),))]
        if note:
            lines.append(RowLine(f"  {NOTE} {note}", Role.TEXT))
        return ListRow((*lines, label))

    @property
    def _current(self) -> PlacedAnnotation | None:
        index = self.list.index
        return None if index is None or index >= len(self._rows) else self._rows[index].placed

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        event.stop()
        self._rebuild()

    @on(Input.Submitted)
    def _filtered(self, event: Input.Submitted) -> None:
        event.stop()
        self.list.focus()

    @on(VirtualList.Highlighted)
    def _point(self) -> None:
        self.post_message(AnnotationPointedAt(self._current))

    @on(VirtualList.Chosen)
    def _clicked(self) -> None:
        self.action_open_annotation()

    def action_filter_annotations(self) -> None:
        """Type to narrow the list."""
        self.query_one(LineField).focus()

    def action_open_annotation(self) -> None:
        """Read on at the mark."""
        if self._current is not None:
            self.post_message(AnnotationChosen(self._current))

    def action_edit_annotation(self) -> None:
        """Ask for another note on the mark."""
        if self._current is not None:
            mark = self._current.annotation
            self.post_message(NoteWanted(None, mark.quote.exact, None, mark.id, mark.note))

    def action_export_annotations(self) -> None:
        """Ask where the marks are to be written."""
        self.post_message(ExportWanted())

    @work(group="marking")
    async def action_remove_annotation(self) -> None:
        """Remove the mark; undo brings it back."""
        if self._current is None:
            return
        with announcing_failures(self):
            await self._session.call(annotating.remove, [self._current.annotation.id])
            self.post_message(MarksChanged())
