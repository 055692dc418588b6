"""The application: colours, keys and the first screen, nothing else."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from textual.app import App

from bulletin_tui.ui.background import Session
from bulletin_tui.ui.commands import keymap
from bulletin_tui.ui.rendering.guard import GuardFilter
from bulletin_tui.ui.screens.main import MainScreen
from bulletin_tui.ui.themes import DARK, THEMES, theme_named
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.filter import LineFilter

    from bulletin_tui.paths import Paths
    from bulletin_tui.settings import Settings


class BulletinApp(App[None]):
    """Shows the main screen; what it reads and writes is in `paths`."""

    TITLE = "Bulletin"
    ENABLE_COMMAND_PALETTE = False
    PAUSE_GC_ON_SCROLL = True
    CSS_PATH = [
        "styles/layout.tcss",
        "styles/panes.tcss",
        "styles/dialogs.tcss",
    ]

    def __init__(self, paths: Paths, settings: Settings, article_id: str | None = None) -> None:
        super().__init__()
        self._session = Session(paths, settings)
        self._article_id = article_id
        for theme in THEMES:
            self.register_theme(theme)
        chosen = theme_named(settings.theme)
        self.theme = chosen or DARK.name
        self._unknown_theme = settings.theme if chosen is None else None

    def on_mount(self) -> None:
        """Show the main screen with the reader's own keys."""
        keys = keymap(self._session.settings.keys)
        self.set_keymap(keys.replaced())
        self.push_screen(MainScreen(self._session, keys, self._article_id))
        if self._unknown_theme is not None:
            words = _("There is no theme “{name}”.").format(name=self._unknown_theme)
            self.notify(words, severity="warning", markup=False)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """The last guard: no foreign control code leaves for the terminal."""
        return [*super().get_line_filters(), GuardFilter()]

    def on_ready(self) -> None:
        """The first frame is painted: what was built for it stays, so leave it uncollected."""
        gc.enable()
        gc.freeze()

    async def action_quit(self) -> None:
        """Save where reading is, and leave."""
        for screen in self.screen_stack:
            if isinstance(screen, MainScreen):
                await screen.action_quit()
                return
        self.exit()


def run_reader(paths: Paths, settings: Settings, article_id: str | None = None) -> int:
    """Run the reader until the person quits; returns the exit status."""
    gc.disable()
    app = BulletinApp(paths, settings, article_id)
    app.run(mouse=settings.mouse)
    return app.return_code or 0
