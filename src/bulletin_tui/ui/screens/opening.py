"""Opening dialogs: one at a time, however fast the keys for them come."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Generic, TypeVar

from bulletin_tui.ui.screens.pointing import PointedScreen, Result

if TYPE_CHECKING:
    from textual.screen import Screen

Answer = TypeVar("Answer")


class OpeningScreen(PointedScreen[Result], Generic[Result]):
    """A screen that has dialogs opened above it."""

    async def ask(self, dialog: Screen[Answer]) -> Answer | None:
        """What is answered once the dialog is closed; to be awaited in a worker.

        None, and nothing is opened, while another dialog is: its key was typed before that one
        was to be seen, or what had to be looked up first took longer.
        """
        if self.app.screen is not self:
            return None
        # Without the shield a worker that is cancelled would cancel what the dialog answers with.
        return await asyncio.shield(self.app.push_screen(dialog, wait_for_dismiss=True))
