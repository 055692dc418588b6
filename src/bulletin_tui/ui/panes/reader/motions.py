"""The commands that only move: through the text, through the selection, through the marks."""

from __future__ import annotations

from textual.containers import Vertical

from bulletin_tui.settings import DEFAULT_MEASURE, MEASURE_RANGE
from bulletin_tui.ui.messages import Announced, ReadingMoved
from bulletin_tui.ui.widgets.article_view import ArticleView
from bulletin_tui.words import _

MEASURE_STEP = 4


class Motions(Vertical):
    """Needs an ArticleView among its children."""

    @property
    def view(self) -> ArticleView:
        """The text."""
        return self.query_one(ArticleView)

    def action_scroll_down(self) -> None:
        """Scroll a line down."""
        self.view.scroll_line(1)

    def action_scroll_up(self) -> None:
        """Scroll a line up."""
        self.view.scroll_line(-1)

    def action_page_down(self) -> None:
        """Scroll a page down."""
        self.view.scroll_page(1)

    def action_page_up(self) -> None:
        """Scroll a page up."""
        self.view.scroll_page(-1)

    def action_half_page_down(self) -> None:
        """Scroll half a page down."""
        self.view.scroll_half_page(1)

    def action_half_page_up(self) -> None:
        """Scroll half a page up."""
        self.view.scroll_half_page(-1)

    def action_next_paragraph(self) -> None:
        """Put the passage cursor on the next paragraph."""
        self.view.cursor_paragraph(1)

    def action_previous_paragraph(self) -> None:
        """Put the passage cursor on the previous paragraph."""
        self.view.cursor_paragraph(-1)

    def action_select_sentence(self) -> None:
        """Select the sentence at the passage cursor, or the next one; on a fold, turn it."""
        if self.view.selection is not None or not self.view.toggle_fold_here():
            self.view.select_sentence()

    def action_toggle_folds(self) -> None:
        """Open all that is folded, or close it again."""
        if not self.view.toggle_all_folds():
            self.post_message(Announced(_("Nothing is folded in this article.")))

    def action_select_paragraph(self) -> None:
        """Select the paragraph under the passage cursor."""
        self.view.select_paragraph()

    def action_extend_sentence(self) -> None:
        """Make the selection one sentence longer."""
        self.view.extend_by_sentence(1)

    def action_shrink_sentence(self) -> None:
        """Make the selection one sentence shorter."""
        self.view.extend_by_sentence(-1)

    def action_extend_word(self) -> None:
        """Make the selection one word longer."""
        self.view.extend_by_word(1)

    def action_shrink_word(self) -> None:
        """Make the selection one word shorter."""
        self.view.extend_by_word(-1)

    def action_next_heading(self) -> None:
        """Go to the next heading."""
        self.view.cursor_heading(1)

    def action_previous_heading(self) -> None:
        """Go to the previous heading."""
        self.view.cursor_heading(-1)

    def action_wider(self) -> None:
        """Set the text wider."""
        self._set_measure(self.view.measure + MEASURE_STEP)

    def action_narrower(self) -> None:
        """Set the text narrower."""
        self._set_measure(self.view.measure - MEASURE_STEP)

    def action_default_measure(self) -> None:
        """Set the text at the usual measure."""
        self._set_measure(DEFAULT_MEASURE)

    def _set_measure(self, measure: int) -> None:
        low, high = MEASURE_RANGE
        self.view.measure = max(low, min(measure, high))
        self.post_message(ReadingMoved())
