"""The application: colours, keys and the first screen, nothing else."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import traceback
from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text
from textual.css.query import NoMatches
from textual.widget import MountError
from textual.widgets import Static
from textual.worker import WorkerFailed

from bulletin_tui.ui.background import Session
from bulletin_tui.ui.leaving import Leaving
from bulletin_tui.ui.rendering.guard import GuardFilter
from bulletin_tui.ui.signals import STATUS_OF_SIGNALS, Ending
from bulletin_tui.ui.terminal import TerminalDriver, is_hung_up
from bulletin_tui.ui.themes import DARK, THEMES, no_such_theme, theme_named
from bulletin_tui.ui.turns import TurnsApp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType
    from textual.app import ComposeResult
    from textual.driver import Driver
    from textual.filter import LineFilter

    from bulletin_tui.errors import BulletinError
    from bulletin_tui.paths import Paths
    from bulletin_tui.settings import Settings
    from bulletin_tui.ui.rescue import Rescue
    from bulletin_tui.ui.screens.main import MainScreen


DETAILS_WIDTH = 100
"""Of what is written down of an error, in cells."""
UNSAVED = 1
"""The status of a program that ends before all is saved."""
PATIENCE_S = 0.3
"""How long the main screen waits for the library, to be painted once and with words on it."""


class BulletinApp(TurnsApp):
    """Shows the main screen; what it reads and writes is in `paths`."""

    TITLE = "Bulletin"
    ENABLE_COMMAND_PALETTE = False
    PAUSE_GC_ON_SCROLL = True
    CSS_PATH = "styles/layout.tcss"

    def __init__(self, paths: Paths, settings: Settings, article_id: str | None = None) -> None:
        super().__init__()
        self.animation_level = "none"
        self._session = Session(paths, settings)
        self._article_id = article_id
        self._guard = GuardFilter()
        self._main: MainScreen | None = None
        self._is_painted = False
        self._error_details = ""
        self._rescue: Rescue | None = None
        self._unsaved: tuple[str, ...] = ()
        self._ending = Ending(lambda number: self.call_later(self._leave_on, number))
        for theme in THEMES:
            self.register_theme(theme)
        chosen = theme_named(settings.theme)
        self.theme = chosen or DARK.name
        self._problems = () if chosen is not None else (no_such_theme(str(settings.theme)),)

    def compose(self) -> ComposeResult:
        """What the first frame shows, while everything else is still being loaded."""
        yield Static("Bulletin", id="opening", markup=False)

    def on_load(self) -> None:
        """Before the terminal is taken: leave in order also when the system asks for it."""
        self._ending.listen(asyncio.get_running_loop())

    def on_mount(self) -> None:
        """Begin to open the library while the first frame is painted."""
        self._session.start_opening(self._article_id)

    def post_display_hook(self) -> None:
        """Load the rest of the interface once the first frame is on the terminal."""
        if not self._is_painted:
            self._is_painted = True
            self.call_next(self._open_main_screen)

    async def _open_main_screen(self) -> None:
        from bulletin_tui.ui import keymap
        from bulletin_tui.ui.screens import main

        keys = keymap.keymap(self._session.settings.keys)
        self.set_keymap(keys.replaced())
        self._main = main.MainScreen(self._session, keys, self._problems)
        self._main.arrange_for(self.size.width)
        # A screen that brought a sheet of its own would have all others parsed again.
        self.stylesheet.read_all(self._main.css_path)
        if not await self._session.is_soon_open(PATIENCE_S):
            await self.push_screen(self._main)
            self._main.show_opening()
            self._main.run_worker(self._main.start())
            return
        with self.batch_update():
            await self.push_screen(self._main)
            await self._main.start()

    def get_driver_class(self) -> type[Driver]:
        """Textual's own, but for terminals that may be gone before the program has ended."""
        from textual.drivers.linux_driver import LinuxDriver

        driver = super().get_driver_class()
        return TerminalDriver if driver is LinuxDriver else driver

    def get_line_filters(self) -> Sequence[LineFilter]:
        """The last guard: no foreign control code leaves for the terminal."""
        filters = tuple(super().get_line_filters())
        if filters != self._guard.before:
            self._guard = GuardFilter(filters)
        return (self._guard,)

    def _handle_exception(self, error: Exception) -> None:
        """End with an error; but what still is under way when the program ends finds no widgets."""
        cause = error.error if isinstance(error, WorkerFailed) else error
        is_going_on = self.is_running and not self._exit
        if is_going_on or not isinstance(cause, NoMatches | MountError):
            self._note_error("".join(traceback.format_exception(cause)))
            super()._handle_exception(error)

    def panic(self, *renderables: RenderableType) -> None:
        """End over an error in the program itself: save what is being written, then tell of it."""
        # Not through the terminal's own, which may be too narrow for any line.
        written = Console(file=StringIO(), width=DETAILS_WIDTH, color_system=None)
        with written.capture() as shown:
            written.print(*renderables)
        self._note_error(Text.from_ansi(shown.get()).plain)
        self._end_over_error()

    def _note_error(self, details: str) -> None:
        """Of several errors the first; those that follow may come of it."""
        self._error_details = self._error_details or details

    def _fatal_error(self) -> None:
        """What Textual calls for most errors; it would put a traceback on the terminal."""
        self._end_over_error()

    def _end_over_error(self) -> None:
        from bulletin_tui.ui.rescue import Rescue

        self._return_code = self._return_code or 1
        if self._rescue is None:
            self._rescue = Rescue(self.screen_stack, self._save_place)
        self._close_messages_no_wait()

    def _save_place(self) -> None:
        if self._main is not None:
            self._main.reader.save_place_at_last()

    async def _shutdown(self) -> None:
        """Take no screen away while what is written on it is being saved."""
        if self._rescue is not None:
            self._unsaved = await self._rescue.finish()
        await super()._shutdown()

    async def action_quit(self) -> None:
        """Leave, unless the dialog on top has something that first must be saved, and cannot be."""
        if await self._can_leave():
            self._ending.begin(UNSAVED)
            self._leave()

    async def _leave_on(self, number: signal.Signals) -> None:
        """Leave; without a terminal nobody could still save what cannot be saved now."""
        self._ending.begin(STATUS_OF_SIGNALS + number)
        if await self._can_leave() or number is signal.SIGHUP:
            self._leave(STATUS_OF_SIGNALS + number)
        else:
            self._ending.stay()

    async def _can_leave(self) -> bool:
        if isinstance(self.screen, Leaving):
            await self.act_on_typed()  # keys for the program overtake those for a field
        return not isinstance(self.screen, Leaving) or await self.screen.can_leave()

    def _leave(self, status: int = 0) -> None:
        """Leave, at last also while a thread waits for a folder that never answers."""
        if self._main is None:
            self.exit(return_code=status)
        else:
            self._main.leave(status)
        self._session.after_all(self._ending.finish, status)

    def close(self) -> BulletinError | None:
        """Finish what is under way once the app has ended; what is to be told of how it did."""
        failure = self._session.close()
        self._ending.close()
        if self._error_details:
            from bulletin_tui.services.internal_errors import internal_error

            return internal_error(self._session.paths, self._error_details, self._unsaved)
        return failure


def run_reader(paths: Paths, settings: Settings, article_id: str | None = None) -> int:
    """Run the reader until the person quits; returns the exit status.

    Raises NotSavedError when the last place could not be saved, and InternalError.
    """
    app = BulletinApp(paths, settings, article_id)
    try:
        app.run(mouse=settings.mouse)
    finally:
        failure = app.close()
        if is_hung_up(sys.__stdin__):
            # Textual's thread that reads keys may wait for a terminal that is no more, for ever.
            os._exit(app.return_code or 0)
    if failure is not None:
        raise failure
    return app.return_code or 0
