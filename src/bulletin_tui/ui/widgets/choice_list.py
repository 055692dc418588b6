"""A list of choices in a dialog: moved through by pages, also without room to show it."""

from __future__ import annotations

from textual.widgets import OptionList


class ChoiceList(OptionList):
    """Without a line on the screen there is no page to go on to."""

    def action_page_up(self) -> None:
        """Move the cursor up by what is seen."""
        if self._lines:
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        """Move the cursor down by what is seen."""
        if self._lines:
            super().action_page_down()  # type: ignore[no-untyped-call]
