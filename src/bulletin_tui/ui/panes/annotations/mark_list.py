"""The marks as a list: narrowed, in groups, with the row under the cursor and the rows ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from bulletin_tui.model.annotation import AnchorState
from bulletin_tui.services.marks.arranging import ArrangedMarks, Grouping, Sorting
from bulletin_tui.services.marks.filtering import parse_filter
from bulletin_tui.services.marks.listed import UNSETTLED
from bulletin_tui.ui.messages import AnnotationPointedAt
from bulletin_tui.ui.panes.annotations.ticks import Ticks
from bulletin_tui.ui.rendering.annotation_lines import (
    ROW_LINES,
    group_label,
    heading_row,
    mark_row,
)
from bulletin_tui.ui.rendering.annotation_rows import AnnotationRows
from bulletin_tui.ui.widgets.filter_field import FilterField
from bulletin_tui.ui.widgets.next_frame import paint_soon
from bulletin_tui.ui.widgets.plain_words import say_in
from bulletin_tui.ui.widgets.virtual_list import VirtualList
from bulletin_tui.words import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from bulletin_tui.services.marks.listed import ListedMark
    from bulletin_tui.ui.keymap import Keymap
    from bulletin_tui.ui.rendering.list_rows import ListRow

GROUPINGS = {
    Grouping.ARTICLE: N_("by article"),
    Grouping.TAG: N_("by tag"),
    Grouping.DATE: N_("by date"),
}
SORTINGS = {
    Sorting.PLACE: N_("by place"),
    Sorting.MADE: N_("newest first"),
    Sorting.CHANGED: N_("last changed first"),
}
CONDITIONS = N_(
    "is: does not know “{word}”, but: kept, changed, moved, orphan, highlighted, bookmarked, noted,"
    " conflict, elsewhere, removed."
)


class MarkList(Vertical):
    """Shows the marks it is given; what was typed, ticked and pointed at stays through it."""

    def __init__(self, keymap: Keymap) -> None:
        super().__init__(id="annotations")
        self._keymap = keymap
        self._arranged: ArrangedMarks | None = None
        self._wanted = parse_filter("")
        self._rows = AnnotationRows()
        self._ticks = Ticks()

    def compose(self) -> ComposeResult:
        """A line to filter with, how many marks are shown, why there is none, and the marks."""
        yield FilterField(placeholder=_("Filter: words, tag: color: is: …"))
        yield Static(classes="arrangement", markup=False)
        yield Static(classes="empty", markup=False)
        yield VirtualList(row_height=ROW_LINES)

    @property
    def list(self) -> VirtualList:
        """The marks."""
        return self.query_one(VirtualList)

    @property
    def current(self) -> ListedMark | None:
        """The mark under the cursor."""
        return self._rows.mark_at(self.list.index)

    @property
    def chosen(self) -> tuple[ListedMark, ...]:
        """The marks that a command is for: those ticked and shown, else the one at the cursor."""
        return self._ticks.chosen(self._rows, self.current)

    @property
    def shown(self) -> Sequence[ListedMark]:
        """Every mark that has a row."""
        return self._rows.shown()

    @property
    def ticked(self) -> Sequence[ListedMark]:
        """The marks that are ticked and shown."""
        return self._ticks.shown(self._rows)

    def show(self, arranged: ArrangedMarks | None) -> None:
        """Show these marks."""
        if arranged is self._arranged and arranged is not None:
            return
        self._arranged = arranged
        self._rebuild()

    def _rebuild(self, *, is_new: bool = False) -> None:
        arranged, earlier = self._arranged, self._rows
        is_read = arranged is not None and arranged.list.is_complete
        self._rows = AnnotationRows(arranged, self._wanted) if is_read else AnnotationRows()
        if is_read and not self.query_one(FilterField).has_focus:  # else it is still being typed
            self._ticks.keep_shown(self._rows)
        rows, old = self._rows, self.list.index
        old_key = self.list.key
        following = None if old is None else rows.find_next_unsettled(earlier, old)
        find = rows.find if following is None else _nowhere
        self.list.set_rows(len(rows), self._row, rows.key_at, find)
        if following is not None:
            self.list.index = following
        if is_new and old is not None and (old_key is None or rows.find(old_key) is None):
            self.list.first()
        empty = self.query_one(".empty", Static)
        empty.display = not len(rows)
        if not len(rows):
            say_in(empty, self._why_empty(is_read=is_read))
            self.post_message(AnnotationPointedAt(None))
        self._tell_arrangement()

    def _why_empty(self, *, is_read: bool) -> str:
        if not is_read:
            return _("The marks are being read …")
        if unknown := self._wanted.unknown_condition:
            return _(CONDITIONS).format(word=unknown)
        if self._wanted.terms:
            return _("No mark fits.")
        return _("No marks yet: h highlights, b bookmarks.")

    def _row(self, index: int, width: int) -> ListRow:
        mark = self._rows.mark_at(index)
        grouping = self._arranged.grouping if self._arranged else Grouping.ARTICLE
        if mark is not None:
            return mark_row(
                mark,
                self._wanted.words,
                width=width,
                device=self._arranged.list.device if self._arranged else "",
                is_ticked=mark.id in self._ticks,
                names_article=grouping is not Grouping.ARTICLE or mark.state in UNSETTLED,
            )
        group, count = self._rows.heading_at(index)
        first = self._rows.mark_at(index + 1)
        title = first.article.title if first is not None else ""
        return heading_row(
            group, count, group_label(group, grouping, title), self._hint(group.state)
        )

    def _hint(self, state: AnchorState | None) -> str:
        confirm, place = (
            self._keymap.shown(name) for name in ("confirm_annotation", "place_annotation")
        )
        hints = [] if state is AnchorState.ORPHAN else [_("{key} confirms").format(key=confirm)]
        return " · ".join([*hints, _("{key} places it by hand").format(key=place)])

    def _tell_arrangement(self) -> None:
        arranged = self._arranged
        if arranged is None:
            return
        count = self._rows.count
        words = ngettext("{count} mark", "{count} marks", count).format(count=f"{count:n}")
        parts = [words, _(GROUPINGS[arranged.grouping]), _(SORTINGS[arranged.sorting])]
        ticked = len(self.ticked)
        if ticked:
            words = ngettext("{count} ticked", "{count} ticked", ticked)
            parts.insert(0, words.format(count=ticked))
        line = Content(" · ".join(parts))
        shown = self.query_one(".arrangement", Static)
        shown.update(line, layout=False)
        paint_soon(shown)

    @on(FilterField.Typed)
    def _filter(self, event: FilterField.Typed) -> None:
        event.stop()
        self._narrow(event.text)

    def _narrow(self, typed: str) -> None:
        wanted = parse_filter(typed)
        if wanted != self._wanted:
            self._wanted = wanted
            self._rebuild(is_new=True)

    @on(FilterField.Moved)
    def _move(self, event: FilterField.Moved) -> None:
        event.stop()
        self.list.move(event.step)

    @on(FilterField.Accepted)
    def _accept(self, event: FilterField.Accepted) -> None:
        event.stop()
        self.list.focus()

    @on(FilterField.Left)
    def _leave_filter(self, event: FilterField.Left) -> None:
        event.stop()
        self.clear_filter()
        self.list.focus()

    def clear_filter(self) -> None:
        """Show every mark again."""
        self.query_one(FilterField).value = ""
        self._narrow("")

    @on(events.DescendantFocus)
    def _settle_ticks(self) -> None:
        """The filter is typed: a tick that it hides is forgotten."""
        if self.list.has_focus and len(self._rows):
            self._ticks.keep_shown(self._rows)

    @on(VirtualList.Highlighted)
    def _point(self) -> None:
        mark = self.current
        self.post_message(AnnotationPointedAt(mark.placed if mark is not None else None))

    def action_filter_annotations(self) -> None:
        """Type to narrow the list."""
        self.query_one(FilterField).focus()

    def action_tick_annotation(self) -> None:
        """Tick the mark or take its tick away, and go down a row."""
        if self.current is not None:
            self._ticks.toggle(self.current.id)
            self._show_ticks()
            self.list.move(1)

    def action_tick_all_annotations(self) -> None:
        """Tick every mark that is shown."""
        self._ticks.add(self._rows.shown())
        self._show_ticks()

    def step_back(self) -> bool:
        """Take the ticks away, else the filter; whether there was anything to take away."""
        if self._ticks:
            self.drop_ticks()
        elif self._wanted.terms:
            self.clear_filter()
        else:
            return False
        return True

    def drop_ticks(self) -> None:
        """Take the ticks away."""
        self._ticks.clear()
        self._show_ticks()

    def _show_ticks(self) -> None:
        self.list.repaint_rows()
        self._tell_arrangement()


def _nowhere(_key: str) -> None:
    """For a row that is not followed to its new place."""
