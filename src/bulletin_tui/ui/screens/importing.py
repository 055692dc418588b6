"""Importing, as the screen wires it: looked at first, then taken into the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from bulletin_tui.services.importing.report import counted
from bulletin_tui.ui.messages import LibraryOutdated, announcing_failures
from bulletin_tui.ui.screens.exchanging import ExchangingScreen
from bulletin_tui.words import _

if TYPE_CHECKING:
    from pathlib import Path


class ImportingScreen(ExchangingScreen):
    """Imports files and folders that were named, dropped or pasted."""

    @work(group="import")
    async def import_path(self, path: Path) -> None:
        """Show what the file, or the folder, would bring; import it when that is wanted."""
        from bulletin_tui.services.importing.filing import file_under
        from bulletin_tui.ui.screens.import_preview import ImportPreview

        done = await self.app.push_screen_wait(ImportPreview(path, self.session.importing))
        if done is None:
            return
        with announcing_failures(self):
            if done.source is not None:
                await self.session.call(file_under, done.report, done.source)
        self.post_message(LibraryOutdated())
        self.say(_("Imported: {counts}").format(counts=counted(done.report)))
        kept = [file.article for file in done.report.files if file.article and file.kept_at]
        if len(kept) == 1:
            self.reader.open_article(kept[0].id)
