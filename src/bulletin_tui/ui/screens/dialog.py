"""What all dialogs share: they end once, however fast the keys come."""

from __future__ import annotations

from typing import Generic

from textual.screen import ModalScreen

from bulletin_tui.ui.screens.opening import OpeningScreen
from bulletin_tui.ui.screens.pointing import Result


class Dialog(ModalScreen[Result], OpeningScreen[Result], Generic[Result]):
    """A screen above the others that is left with `finish`.

    Style sheets follow the first base class alone, so that this has to be Textual's.
    """

    CSS_PATH = "../styles/dialogs.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-normal")]  # noqa: RUF012 - as Textual has it
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (9, "-low"), (16, "-high")]  # noqa: RUF012 - as Textual has it

    def __init__(self) -> None:
        super().__init__()
        self._is_closed = False

    @property
    def is_finished(self) -> bool:
        """Whether what comes in now comes too late: it was closed, or the program ended first."""
        return self._is_closed or not self.query(".dialog > *")

    def finish(self, result: Result | None = None) -> None:
        """Close with a result; keys that were typed meanwhile change nothing any more."""
        if not self._is_closed:
            self._is_closed = True
            self.dismiss(result)

    def action_finish(self) -> None:
        """Close without a result."""
        self.finish()
