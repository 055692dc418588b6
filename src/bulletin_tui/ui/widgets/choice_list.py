"""A list of choices in a dialog: what was meant for lines that it has no more does nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import OptionList

from bulletin_tui.ui.widgets.mouse import is_primary

if TYPE_CHECKING:
    from textual.events import Click


class ChoiceList(OptionList):
    """Without a line on the screen there is no page to go on to."""

    def on_click(self, event: Click) -> None:
        """Take no line that has gone since it was shown, and none for another button."""
        line = event.style.meta.get("option")
        is_gone = line is not None and line >= self.option_count
        if is_gone or not is_primary(event):
            event.prevent_default()

    def move_by(self, step: int) -> None:
        """Move the cursor from outside, as while typing goes on; there may be none yet."""
        if self.option_count:
            here = -1 if self.highlighted is None else self.highlighted
            self.highlighted = max(0, min(here + step, self.option_count - 1))

    def action_page_up(self) -> None:
        """Move the cursor up by what is seen."""
        if self._lines:
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        """Move the cursor down by what is seen."""
        if self._lines:
            super().action_page_down()  # type: ignore[no-untyped-call]
