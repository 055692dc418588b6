"""Importing, as the screen wires it: looked at first, then taken into the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work

from bulletin_tui.ui.messages import LibraryChanged, LibraryOutdated, announcing_failures
from bulletin_tui.ui.screens.layout import LayoutScreen
from bulletin_tui.words import _

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.model.article import Article


class ImportingScreen(LayoutScreen):
    """Imports files that were named, dropped or pasted; folders are added, not imported."""

    _awaited: tuple[str, str | None] | None = None
    """The article that was imported alone, by id, and that which was open then: an
    index that is to have it is still being built.
    """

    @work(group="import")
    async def import_paths(self, paths: tuple[Path, ...]) -> None:
        """Show what the files and folders would bring; import that when it is wanted."""
        from bulletin_tui.services.importing.filing import file_under
        from bulletin_tui.services.importing.report import counted
        from bulletin_tui.ui.screens.import_preview import ImportPreview

        done = await self.ask(ImportPreview(paths, self.session.importing))
        if done is None:
            return
        with announcing_failures(self):
            if done.source is not None:
                await self.session.call(file_under, done.report, done.source)
        self.post_message(LibraryOutdated())
        self.say(_("Imported: {counts}").format(counts=counted(done.report, done.source)))
        if done.report.reason:
            self.notify(done.report.reason, severity="warning", markup=False, timeout=10)
        kept = [file.article for file in done.report.files if file.article and file.kept_path]
        self._awaited = (kept[0].id, _id_of(self.reader.article)) if len(kept) == 1 else None
        self._open_awaited()

    @on(LibraryChanged)
    def _open_awaited(self) -> None:
        """Open what was imported once the library has it, unless another article was opened."""
        if self._awaited is None:
            return
        article_id, before = self._awaited
        if _id_of(self.reader.article) != before:
            self._awaited = None
        elif article_id in self.session.library:
            self._awaited = None
            self.reader.open_article(article_id)


def _id_of(article: Article | None) -> str | None:
    return article.id if article is not None else None
