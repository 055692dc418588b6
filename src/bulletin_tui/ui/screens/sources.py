"""What the library is made of, as the screen changes it: folders added and taken out."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events, on, work

from bulletin_tui.text.clean import clean_line
from bulletin_tui.ui.messages import (
    ArticleUnwanted,
    FilesChanged,
    FolderUnwanted,
    IndexProgressed,
    MarksChanged,
    SourceWanted,
    announcing_failures,
)
from bulletin_tui.ui.screens.importing import ImportingScreen
from bulletin_tui.ui.screens.keeping_up import AGAIN_S, KeepingUpScreen
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.services.folders import LibraryFolders
    from bulletin_tui.services.sources import Addition

YES = "yes"


class SourcesScreen(ImportingScreen, KeepingUpScreen):
    """Asks what is to be added, and has the index and the lists follow the folders."""

    _folders: LibraryFolders | None = None
    """Those that are shown and watched."""

    @work(group="watching")
    async def begin_following_folders(self) -> None:
        """Watch the folders from now on, and name those that are away."""
        from bulletin_tui.services.folders import find_folders
        from bulletin_tui.services.sources import folders_away

        with announcing_failures(self):
            folders = await asyncio.to_thread(find_folders, self.session.paths)
            self._folders = self._folders or folders
            stacks = self.session.workspace.stacks
            if folders.added and not stacks.grows and stacks.failure is None:
                self.follow_folders(are_others=True)  # added since the library was opened
            for folder in await asyncio.to_thread(folders_away, folders):
                words = _("{path} is not there now; its articles are listed as they were.")
                self.notify(words.format(path=clean_line(str(folder))), markup=False)
            await self._watch(self._folders)

    async def _watch(self, folders: LibraryFolders) -> None:
        if not self.session.settings.watch:
            return
        from bulletin_tui.services.watching import LibraryWatch

        if self.session.watch is None:
            self.session.watch = LibraryWatch(self._tell_of_change)
        await asyncio.to_thread(self.session.watch.follow, folders.all)

    def _tell_of_change(self) -> None:
        """Hand the news over from the thread that watches."""
        with suppress(RuntimeError):  # the event loop has ended
            self.post_message(FilesChanged())

    @on(FilesChanged)
    @work(group="files", exclusive=True)
    async def _take_in_files(self) -> None:
        """Show what the files are now, with everything staying at its place."""
        if self.session.workspace.stacks.grows:
            await self.bring_index_up_to_date()
            return
        with announcing_failures(self):
            await self.read_files_again()
            self.take_library()
            self.take_in_changes()
            self.post_message(MarksChanged())

    async def note_folders(self) -> None:
        """Watch the folders that the library has now, if watching has begun."""
        from bulletin_tui.services.folders import find_folders

        if self._folders is not None:
            self._folders = await asyncio.to_thread(find_folders, self.session.paths)
            await self._watch(self._folders)

    @on(MarksChanged)
    def _look_at_folders(self) -> None:
        """Another window has saved something."""
        if self._folders is not None:
            self.follow_folders()

    @work(group="folders")
    async def follow_folders(self, *, are_others: bool = False) -> None:
        """Have the library be what is in the folders now, if they `are_others` than before."""
        from bulletin_tui.services.folders import find_folders
        from bulletin_tui.services.indexing import is_wanted

        with announcing_failures(self):
            folders = await asyncio.to_thread(find_folders, self.session.paths)
            if folders == self._folders and not are_others:
                return
            self._folders = folders
            if self.session.workspace.stacks.grows or not folders.added:
                await self._use_library()
            if await asyncio.to_thread(is_wanted, self.session.paths):
                await self.bring_index_up_to_date()
            await self._watch(folders)

    @on(IndexProgressed)
    def _use_index_once_it_is_there(self, event: IndexProgressed) -> None:
        """Until the index has something, what was read into memory stays on the screen."""
        stacks, progress = self.session.workspace.stacks, event.progress
        if (
            stacks.grows
            or stacks.failure is not None
            or not (self._folders and self._folders.added)
        ):
            return
        if progress.is_elsewhere:
            self.set_timer(AGAIN_S, self.bring_index_up_to_date)
        if progress.done or progress.is_elsewhere:
            self._go_over_to_index()

    @work(group="going over", exclusive=True)
    async def _go_over_to_index(self) -> None:
        from bulletin_tui.services.index_condition import lists_articles

        with announcing_failures(self):
            if await asyncio.to_thread(lists_articles, self.session.paths):
                await self._use_library()

    async def _use_library(self) -> None:
        await self.session.reload()
        self.take_library()
        self.search_again()

    def on_paste(self, event: events.Paste) -> None:
        """What has the form of paths, pasted or dropped on the terminal, is to be added."""
        from bulletin_tui.services.dropped_paths import look_like_paths

        if look_like_paths(event.text):
            event.stop()
            self.post_message(SourceWanted(event.text))

    @on(SourceWanted)
    @work(group="adding")
    async def _take_source(self, event: SourceWanted) -> None:
        from bulletin_tui.services.sources import find_fault, understand_sources
        from bulletin_tui.ui.screens.source_prompt import SourcePrompt

        typed: str | None = event.path
        if not typed:
            typed = await self.ask(SourcePrompt(find_fault))
        if typed is None:
            return
        with announcing_failures(self):
            paths = await asyncio.to_thread(understand_sources, typed)
            if len(paths) > 1 or await asyncio.to_thread(os.path.isfile, paths[0]):
                self.import_paths(paths)
            else:
                await self._add_folder(str(paths[0]))

    async def _add_folder(self, typed: str) -> None:
        from bulletin_tui.services import sources

        folder = await asyncio.to_thread(sources.resolve_folder, typed)
        count = await asyncio.to_thread(sources.count_articles_in, folder)
        yes = _("Add it"), sources.describe_count(count)
        question, path = _("Add it to the library?"), clean_line(str(folder))
        if not await self._is_wanted(question, path, yes, _("Leave it")):
            return
        self._tell_of(await self.session.call(sources.add_folder, folder))

    async def _is_wanted(self, question: str, about: str, yes: tuple[str, str], no: str) -> bool:
        """`yes` has the answer, and what is to be known before it is given."""
        from bulletin_tui.ui.screens.picker import Choice, PickerScreen

        choices = (Choice(YES, *yes), Choice("", no))
        return await self.ask(PickerScreen(question, choices, about=about)) == YES

    def _tell_of(self, addition: Addition) -> None:
        from bulletin_tui.services.sources import Outcome, describe_addition

        self.notify(describe_addition(addition), markup=False)
        if addition.outcome is Outcome.ADDED:
            self.follow_folders(are_others=True)

    @on(FolderUnwanted)
    @work(group="adding")
    async def _remove_folder(self, event: FolderUnwanted) -> None:
        from bulletin_tui.services import sources

        folder = Path(event.path)
        with announcing_failures(self):
            await self.session.call(sources.check_removable, folder)
            yes = _("Take it out"), _("its files and your marks are kept")
            question = _("Take it out of the library?")
            path = clean_line(event.path)
            about = path if path == event.name else f"{event.name} · {path}"
            if not await self._is_wanted(question, about, yes, _("Keep it there")):
                return
            await self.session.call(sources.remove_folder, folder)
            words = _("{path} was removed from the library; its files and your marks are kept.")
            self.notify(words.format(path=event.name), markup=False)
            self.follow_folders(are_others=True)

    @on(ArticleUnwanted)
    @work(group="adding")
    async def _remove_article(self, event: ArticleUnwanted) -> None:
        from bulletin_tui.services import removing

        with announcing_failures(self):
            removal = await self.session.call(removing.check_imported, event.article_id)
            yes = _("Take it out"), _("its file is kept aside, and your marks are kept")
            question = _("Take it out of the library?")
            if not await self._is_wanted(question, removal.title, yes, _("Keep it there")):
                return
            try:
                removal = await self.session.call(removing.remove_imported, event.article_id)
                self.notify(removing.describe_removal(removal), markup=False, timeout=20)
            finally:  # of several files some may have been moved
                self.follow_folders(are_others=True)
