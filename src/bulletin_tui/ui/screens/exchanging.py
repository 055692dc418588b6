"""Marks of other devices, as the screen wires them: looked for now and then, and told of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from bulletin_tui.errors import BulletinError
from bulletin_tui.text.clean import clean_line
from bulletin_tui.ui import messages
from bulletin_tui.ui.messages import announcing_failures
from bulletin_tui.ui.screens.layout import LayoutScreen
from bulletin_tui.words import _, ngettext

if TYPE_CHECKING:
    from bulletin_tui.ui.background import Session
    from bulletin_tui.ui.keymap import Keymap

EXCHANGE_S = 5.0


class ExchangingScreen(LayoutScreen):
    """Exchanges marks through the folder that was chosen, if one was."""

    def __init__(self, session: Session, keymap: Keymap) -> None:
        super().__init__(session, keymap)
        self._is_told = False
        """That the folder cannot be used; once is enough until it can be again."""

    def begin_exchanging(self) -> None:
        """Look for marks of other devices from now on, and warn of a place that does harm."""
        from bulletin_tui.services.synced_places import sync_warning

        if warning := sync_warning(self.session.paths):
            self.notify(warning, severity="warning", markup=False, timeout=20)
        self.set_interval(EXCHANGE_S, self._exchange)
        self.exchange_marks()

    @work(group="exchange")
    async def exchange_marks(self) -> None:
        """Take in what is new, and send what is new here."""
        await self._exchange()

    async def _exchange(self) -> None:
        try:
            received = await self.session.exchange.run()
        except BulletinError as error:
            if not self._is_told:
                self.post_message(messages.Failed(error))
            self._is_told = True
            return
        self._is_told = False
        if received:
            words = ngettext(
                "{count} change came from your other devices.",
                "{count} changes came from your other devices.",
                received,
            )
            self.say(words.format(count=received))
            self.post_message(messages.MarksChanged())

    @work
    async def action_choose_sync_folder(self) -> None:
        """Ask for the folder through which marks go to other devices."""
        from bulletin_tui.services import syncing
        from bulletin_tui.ui.screens.path_prompt import PathPrompt

        chosen = None
        with announcing_failures(self):
            errand = await self.session.call(syncing.plan)
            start = str(errand.folder if errand is not None else Path.home() / "bulletin-marks")
            prompt = PathPrompt(
                _("Exchange marks through the folder"),
                start,
                _("A folder that all your devices see. Enter: use it, Esc: leave all as it is."),
                is_proposed=True,
            )
            chosen = await self.ask(prompt)
        if chosen is None:
            return
        with announcing_failures(self):
            used = await self.session.exchange.use_folder(self.session.paths, Path(chosen))
            self._tell_of_folder(*used)
            self.exchange_marks()

    def _tell_of_folder(self, folder: Path, is_new: bool) -> None:
        """Name one that was made, which may be a slip of the fingers, for longer."""
        path = clean_line(str(folder))
        self.say(_("Marks are exchanged through {path}.").format(path=path))
        if is_new:
            words = _("The folder {path} was not there and has been made.").format(path=path)
            self.notify(words, severity="warning", markup=False, timeout=10)

    @work
    async def action_stop_syncing(self) -> None:
        """Exchange nothing any more."""
        from bulletin_tui.services import syncing

        with announcing_failures(self):
            await self.session.call(syncing.stop_syncing)
            self.say(_("Marks are exchanged no more."))
