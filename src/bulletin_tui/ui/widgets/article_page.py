"""The page of an article as lines: wrapped for the pane's width, painted, cached and scrolled.

It knows offsets and lines; the passage cursor, the selection and the mouse are the view's.
Long texts are wrapped as far as the screen needs, and the rest in slices between events.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from bulletin_tui.model.article import Document, Span
from bulletin_tui.ui.rendering.folds import Folds
from bulletin_tui.ui.rendering.head import ArticleHeader
from bulletin_tui.ui.rendering.overlays import Overlays
from bulletin_tui.ui.rendering.page import Page
from bulletin_tui.ui.rendering.painting import Frame, Painter, set_frame
from bulletin_tui.ui.widgets.article_styles import ARTICLE_CSS, COMPONENTS, article_styles
from bulletin_tui.ui.widgets.plain_lines import plain_lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.geometry import Region
    from textual.timer import Timer

DEFAULT_MEASURE, NARROWEST_MEASURE, WIDEST_MEASURE = 72, 40, 120
_FIRST_SLICE = 100_000
"""Code points wrapped before anything is painted."""
_SLICE = 500_000
"""Code points wrapped between two events: some 5 ms."""
_PAUSE_S = 0.005
_CACHED_LINES = 512


class ArticlePage(ScrollView, can_focus=True, inherit_bindings=False):
    """One document, scrolled line by line."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    DEFAULT_CSS = ARTICLE_CSS

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._document = Document("", ())
        self._header = ArticleHeader()
        self._measure = DEFAULT_MEASURE
        self._overlays = Overlays()
        self._frame = Frame(0, 0)
        self._folds = Folds()
        self._page = Page(self._document, self._header, self._measure)
        self._wrapping: Timer | None = None
        self._strips: dict[int, Strip] = {}
        self._base = Style()
        self._article_styles: Mapping[str, Style] = {}
        self._styles_are_stale = True
        self._make_painter()
        self._top = 0
        """The offset that stays at the top when the page is set anew."""
        self._pane = Size(0, 0)
        """The cells that the page was set for."""
        self._is_setting = False

    @property
    def document(self) -> Document:
        """What is shown."""
        return self._document

    @property
    def measure(self) -> int:
        """The most cells that a row of text takes."""
        return self._measure

    @measure.setter
    def measure(self, cells: int) -> None:
        self._measure = max(NARROWEST_MEASURE, min(cells, WIDEST_MEASURE))
        self._set_page()

    def set_header(self, header: ArticleHeader) -> None:
        """Have something else stand above the text."""
        self._header = header
        self._set_page()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines as they are: Textual has nothing to draw around them."""
        if self.opacity < 1:
            return super().render_lines(crop)
        return plain_lines(self, crop, self.render_line)

    def render_line(self, y: int) -> Strip:
        """The line `y` cells below the top of the pane."""
        if self._styles_are_stale:
            self._take_styles()
        line = y + self.scroll_offset.y
        if not self._has_room or line >= self._page.height:
            return Strip.blank(self._frame.width, self._base)
        strip = self._strips.get(line)
        if strip is None:
            if len(self._strips) >= _CACHED_LINES:
                self._strips.clear()
            strip = self._painter.paint(self._page, line, self._overlays)
            self._strips[line] = strip
        return strip

    def notify_style_update(self) -> None:
        """Take over the colours of another theme, or of another state of the pane."""
        super().notify_style_update()
        self._styles_are_stale = True

    def on_resize(self) -> None:
        """Set the page for the new width; the same words stay at the top."""
        self._set_page()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Note what is at the top now."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value) and self._is_settled:
            self._top = self._offset_at_top()
            self._scrolled()

    def _scrolled(self) -> None:
        """What else follows from scrolling."""

    def _page_set(self) -> None:
        """What else follows from setting the page anew."""

    def _show_page(
        self, document: Document, header: ArticleHeader, top: int, opened: frozenset[int]
    ) -> None:
        self._document, self._header, self._top = document, header, top
        self._folds = Folds.of(document, opened)
        self._overlays = Overlays()
        self._set_page()

    @property
    def _is_settled(self) -> bool:
        """Whether the page stands as the pane is now."""
        return not self._is_setting and self._has_room and self._pane == self.scrollable_size

    @property
    def _has_room(self) -> bool:
        """Whether there is a pane to show anything in: not before the first layout."""
        return self._pane.width > 0

    def _set_page(self) -> None:
        """Set the page for the pane, with the same offset at the top."""
        self._pane = self.scrollable_size
        width = self._pane.width or self._measure
        self._frame, column = set_frame(width, self._measure)
        if not self._page.is_of(self._document, self._header, column):
            self._page = Page(self._document, self._header, column, self._folds)
        self._strips.clear()
        self._make_painter()
        if self._has_room:
            self._is_setting = True
            self._wrap_first()
            self._scroll_to_line(self._line_of(self._top) if self._top else 0)
            self._is_setting = False
            self._page_set()
            self.refresh()

    def _set_folds(self, folds: Folds) -> None:
        """Open and close runs of folded lines."""
        self._folds = folds
        self._page.set_folds(folds)
        self._measure_height()
        self._paint_all_anew()

    def _wrap_first(self) -> None:
        self._page.table.advance(_FIRST_SLICE)
        self._measure_height()
        if not self._page.table.is_complete and self._wrapping is None:
            self._wrapping = self.set_interval(_PAUSE_S, self._wrap_on)

    def _wrap_on(self) -> None:
        if self._page.table.advance(_SLICE) and self._wrapping is not None:
            self._wrapping.stop()
            self._wrapping = None
        self._measure_height()

    def _wrap_to_end(self) -> None:
        self._page.table.finish()
        self._measure_height()

    def _measure_height(self) -> None:
        self.virtual_size = Size(self._frame.width, self._page.height)

    def _line_of(self, offset: int) -> int:
        """The line on which `offset` stands."""
        self._page.table.reach_offset(offset)
        self._measure_height()
        return self._page.line_of_row(self._page.table.place(offset)[0])

    def _scroll_to_line(self, line: int) -> None:
        if line + self._pane.height > self._page.height:
            self._page.table.reach_row(line + self._pane.height)
            self._measure_height()
        self.scroll_to(y=line, animate=False, force=True, immediate=True)

    def _show_lines(self, first: int, last: int) -> None:
        """Scroll as little as shows these lines, or the first ones if they do not fit."""
        top, height = self.scroll_offset.y, self._pane.height
        if first < top or last - first >= height:
            self._scroll_to_line(first)
        elif last >= top + height:
            self._scroll_to_line(last - height + 1)

    def _offset_at_top(self) -> int:
        if self.scroll_offset.y == 0:
            return 0
        return self._page.table.first_offset(self._page.row_of_line(self.scroll_offset.y))

    def _offset_at_bottom(self) -> int:
        """Where the text below the pane begins."""
        row = self._page.row_of_line(self.scroll_offset.y + self._pane.height)
        return self._page.table.first_offset(row)

    def _cluster_under(self, x: int, y: int) -> Span:
        """The letter under a cell of the pane; empty where there is none, as above the text."""
        line = max(0, y + self.scroll_offset.y)
        if line < self._page.text_top:
            return Span(0, 0)
        row = self._page.row_of_line(line)
        return self._page.table.cluster_at(row, x - self._frame.text_x)

    def _paint_anew(self, *spans: Span | None) -> None:
        """Paint the rows of these spans again."""
        top = self.scroll_offset.y
        for span in filter(None, spans):
            rows = self._page.table.rows_of(span)
            if len(rows) > _CACHED_LINES:
                self._paint_all_anew()
                return
            lines = [self._page.line_of_row(row) for row in rows]
            for line in lines:
                self._strips.pop(line, None)
            seen = [line for line in lines if top <= line < top + self._pane.height]
            if seen:
                self.refresh_lines(seen[0], seen[-1] - seen[0] + 1)

    def _paint_all_anew(self) -> None:
        self._strips.clear()
        self.refresh()

    def _take_styles(self) -> None:
        self._styles_are_stale = False
        styles = article_styles(self)
        if (styles, self.rich_style) != (self._article_styles, self._base):
            self._article_styles, self._base = styles, self.rich_style
            self._strips.clear()
            self._make_painter()

    def _make_painter(self) -> None:
        self._painter = Painter(self._document, self._article_styles, self._base, self._frame)
