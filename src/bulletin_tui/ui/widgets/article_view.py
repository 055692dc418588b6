"""The reading pane's text: one article with marks and matches painted over it, and the mouse."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bulletin_tui.ui.rendering.overlays import PaintedMark, RangeIndex
from bulletin_tui.ui.rendering.selecting import Selecting
from bulletin_tui.ui.widgets.article_reading import NOTHING_OPEN
from bulletin_tui.ui.widgets.article_selecting import SelectingPage
from bulletin_tui.ui.widgets.mouse import is_primary

if TYPE_CHECKING:
    from textual import events
    from textual.timer import Timer

    from bulletin_tui.model.annotation import Position
    from bulletin_tui.model.article import Document, Span
    from bulletin_tui.ui.rendering.head import ArticleHeader

_DRAG_SCROLL_S = 0.05


@dataclass(slots=True)
class _Drag:
    """The button is held down: where it was pressed, and where the pointer is now."""

    pressed: Span
    pressed_y: int
    x: int
    y: int
    is_on_fold: bool = False
    has_moved: bool = False


class ArticleView(SelectingPage):
    """An article to read, search and mark."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._marks: tuple[PaintedMark, ...] = ()
        self._matches: tuple[Span, ...] = ()
        self._drag: _Drag | None = None
        self._drag_scroll: Timer | None = None

    def show(
        self,
        document: Document,
        header: ArticleHeader,
        position: Position | None,
        opened: frozenset[int] = NOTHING_OPEN,
    ) -> None:
        """Show another article, without marks, matches or selection, where it was left."""
        self._end_drag()
        self._marks, self._matches = (), ()
        super().show(document, header, position, opened)

    def set_highlights(self, marks: tuple[PaintedMark, ...]) -> None:
        """Paint these marks, and no others."""
        changed = set(marks) ^ set(self._marks)
        self._marks = marks
        self._overlays = replace(self._overlays, marks=RangeIndex(marks))
        self._paint_anew(*(mark.span for mark in changed))

    def set_matches(self, matches: tuple[Span, ...], current: Span | None = None) -> None:
        """Paint these search matches, and no others; `current` is one of them."""
        before = self._overlays.current_match
        self._overlays = replace(self._overlays, current_match=current)
        if matches == self._matches:
            self._paint_anew(before, current)
            return
        self._matches = matches
        self._overlays = replace(self._overlays, matches=RangeIndex(matches))
        self._paint_all_anew()

    def on_show(self) -> None:
        """Have the keys again, which went with being hidden, unless something else has them.

        While another window has them, something else may wait to have them back.
        """
        waiting = self.app._last_focused_on_app_blur  # noqa: SLF001 - told nowhere else
        if self.screen.focused is None and waiting is None:
            self.focus()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to drag."""
        if is_primary(event):
            x, y = self._inside(event)
            is_on_fold = self._fold_under(y) is not None
            self._drag = _Drag(self._cluster_under(x, y), y, x, y, is_on_fold)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select from where the button was pressed to the pointer."""
        drag = self._drag
        if drag is None or self._inside(event) == (drag.x, drag.y):
            return
        drag.x, drag.y = self._inside(event)
        drag.has_moved = True
        self._select_dragged()
        if not self._is_at_edge(drag, event.screen_y):
            self._stop_drag_scroll()
        elif self._drag_scroll is None:
            self._drag_scroll = self.set_interval(_DRAG_SCROLL_S, self._scroll_dragged)

    def on_mouse_up(self) -> None:
        """End dragging; a press without a drag puts the passage cursor there.

        On the line of a fold it opens or closes it.
        """
        drag = self._drag
        if drag is not None:
            if not drag.has_moved:
                self.clear_selection()
            self._follow(self._selecting.last if self._selecting else drag.pressed.start)
            if not drag.has_moved and drag.is_on_fold:
                self.toggle_fold_here()
        self._end_drag()

    def on_click(self, event: events.Click) -> None:
        """Twice selects the word, three times the paragraph."""
        if not is_primary(event) or self._fold_under(self._inside(event)[1]) is not None:
            return
        offset = self._cluster_under(*self._inside(event)).start
        if event.chain == 2 and (word := self._words.at(offset)):
            self.select_span(word)
        elif event.chain == 3:
            self.select_paragraph()

    def on_mouse_release(self) -> None:
        """Another part of the program took the mouse."""
        self._end_drag()

    def _inside(self, event: events.MouseEvent) -> tuple[int, int]:
        return event.x - self.gutter.left, event.y - self.gutter.top

    def _is_at_edge(self, drag: _Drag, screen_y: int) -> bool:
        """Whether the pointer is outside the pane, or as far out as the terminal lets it go."""
        is_outermost = screen_y in {0, self.screen.size.height - 1} and drag.y != drag.pressed_y
        return is_outermost or not 0 <= drag.y < self._pane.height

    def _select_dragged(self) -> None:
        drag = self._drag
        if drag is None:
            return
        here = self._cluster_under(drag.x, max(0, min(drag.y, self._pane.height - 1)))
        if here.start < drag.pressed.start:
            self._select(Selecting(drag.pressed.end, here.start))
        else:
            self._select(Selecting(drag.pressed.start, max(here.end, drag.pressed.end)))

    def _scroll_dragged(self) -> None:
        if self._drag is not None:
            self.scroll_line(-1 if self._drag.y <= 0 else 1)
            self._select_dragged()

    def _stop_drag_scroll(self) -> None:
        if self._drag_scroll is not None:
            self._drag_scroll.stop()
            self._drag_scroll = None

    def _end_drag(self) -> None:
        self._stop_drag_scroll()
        if self._drag is not None:
            self._drag = None
            self.release_mouse()
