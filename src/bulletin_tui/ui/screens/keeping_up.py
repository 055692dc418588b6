"""The library as it changes: read anew, indexed behind, or read into memory."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work

from bulletin_tui.errors import BulletinError, IndexDamagedError, IndexUnavailableError
from bulletin_tui.model.library import Library
from bulletin_tui.services import reading, unread_files
from bulletin_tui.text.clean import clean_line
from bulletin_tui.ui import messages
from bulletin_tui.ui.messages import announcing_failures
from bulletin_tui.ui.screens.finding import FindingScreen
from bulletin_tui.ui.screens.toasts import LatestToast
from bulletin_tui.ui.widgets.status_line import StatusLine
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.model.indexing import IndexProgress
    from bulletin_tui.model.library import FileProblem
    from bulletin_tui.ui.background import Session
    from bulletin_tui.ui.keymap import Keymap

POLL_S = 1.0
"""How often another window's marks are looked for."""
LOOK_AFTER_S = 2.0
"""After the start, what was marked is checked and backed up, once there is nothing to wait for."""
LOOK_AGAIN_S = 600.0
"""From then on it is backed up now and then, if anything has changed."""
NAMED = 2
"""How many of several unread files are named."""
AGAIN_S = 3.0
"""Somebody else builds the index: it is waited for."""


class KeepingUpScreen(FindingScreen):
    """Shows the library as it is now, and what is the matter with its index."""

    def __init__(self, session: Session, keymap: Keymap) -> None:
        super().__init__(session, keymap)
        self._data_version = 0
        self._library = Library()
        self._has_news = False
        """Whether a build has changed something, which a further one follows at once, perhaps."""
        self._has_built_anew = False
        self._others_build = False
        self._is_built = False
        """Whether nothing more is to be expected of the index."""
        self._has_complained = False
        self._trouble = LatestToast("warning")
        self._unread = LatestToast("warning")
        self._journal_fault = ""
        self._told: tuple[str, ...] = ()
        """What is the matter with the copies of the marks, as it was said last."""

    def begin_keeping_up(self, data_version: int) -> None:
        """Follow what other windows save and what the index takes in, now that all is open."""
        self._data_version = data_version
        self._library = self.session.library
        self._name_problems(self._library)
        self.set_interval(POLL_S, self._poll)  # no worker, whose messages have all painted anew
        self.set_timer(LOOK_AFTER_S, self._look_after)
        self.set_interval(LOOK_AGAIN_S, self._back_up)
        self.tell_what_is_the_matter()
        stacks = self.session.workspace.stacks
        if not stacks.grows:
            self.call_after_refresh(self._follow_edited_files)
        else:
            self._poll_now()
            if isinstance(stacks.failure, IndexDamagedError):
                self.post_message(messages.IndexFoundDamaged())
            else:
                self.call_after_refresh(self.bring_index_up_to_date)

    def back_up_soon(self) -> None:
        """Have a backup made of what was corrected or chosen, for which there is no journal."""
        self.set_timer(LOOK_AFTER_S, self._back_up)

    @work(group="safekeeping")
    async def _look_after(self) -> None:
        """Have what was marked checked and backed up; say what is the matter with it."""
        await self._tend(is_thorough=True)

    @work(group="safekeeping")
    async def _back_up(self) -> None:
        await self._tend(is_thorough=False)

    async def _tend(self, *, is_thorough: bool) -> None:
        sentences = await asyncio.to_thread(_look_after, self.session, is_thorough=is_thorough)
        for sentence in sentences:
            if sentence not in self._told:
                self._warn(sentence)
        self._told = sentences

    def _tell_of_journal(self, fault: str) -> None:
        """Say once that the journal cannot be written, until it can be again."""
        if fault and not self._journal_fault:
            self._warn(fault)
        self._journal_fault = fault

    def _warn(self, sentence: str) -> None:
        self.notify(sentence, severity="warning", markup=False, timeout=10)

    async def read_files_again(self) -> None:
        """Read what the files are now, or have the index do so if they are more than a few."""
        await self.session.reload()
        if self.session.workspace.stacks.grows:
            await self.bring_index_up_to_date()

    async def bring_index_up_to_date(self) -> None:
        """Have the index take in what the files are now."""
        await asyncio.to_thread(self.session.indexing.start, self._tell_progress)

    @on(messages.IndexFoundDamaged)
    async def _build_index_anew(self) -> None:
        """Once: an index that is damaged again has a cause that building does not mend."""
        if not self._has_built_anew:
            self._has_built_anew = True
            start = partial(self.session.indexing.start, self._tell_progress, is_anew=True)
            await asyncio.to_thread(start)

    def _tell_progress(self, progress: IndexProgress) -> None:
        """Hand progress over from the thread that hears of it."""
        with suppress(RuntimeError):  # the event loop has ended
            self.post_message(messages.IndexProgressed(progress))

    @on(messages.IndexProgressed)
    def _index_progressed(self, event: messages.IndexProgressed) -> None:
        progress = event.progress
        self._has_news |= progress.has_news
        self._show_progress(progress)
        if progress.has_ended or not len(self._library):
            self._poll_now()
        if progress.has_failed:
            self._do_without_index(
                IndexUnavailableError(progress.reason, advice=progress.advice, brief=progress.brief)
            )
        elif progress.is_elsewhere and self.session.workspace.stacks.grows:
            self.set_timer(AGAIN_S, self.bring_index_up_to_date)
        elif progress.is_done:
            self._tell_trouble(None)
            self._follow_edited_files()
            if self._has_news:
                self._has_news = False
                self.take_in_changes()

    def _show_progress(self, progress: IndexProgress) -> None:
        """Beside the status; while somebody else builds, looking again is nothing to be told."""
        from bulletin_tui.services.indexing import describe

        if progress.is_looking and self._others_build:
            return
        self._others_build = progress.is_elsewhere
        is_over = progress.has_ended and not self._others_build
        self._is_built = is_over and not progress.has_failed
        self.query_one(StatusLine).progress = "" if is_over else describe(progress)

    def show_nothing(self, *, is_over: bool = False) -> None:
        """Say why there is nothing to read: not yet, or not even once all is built."""
        if self.session.workspace.stacks.grows and not is_over:
            self.reader.show_nothing(_("The articles are being read; the first ones come soon."))
            return
        folder = clean_line(str(self.session.paths.articles))
        self.reader.show_nothing(_("No articles in {folder}").format(folder=folder))

    @work(group="changes", exclusive=True)
    async def take_in_changes(self) -> None:
        """Show the open article as its file is now, and look for what was searched for again."""
        article = self.reader.article
        with announcing_failures(self):
            if article and await self.session.call(reading.find_today, article) is not None:
                await self.reader.reload_article()
        self.search_again()

    @work(group="unindexed", exclusive=True)
    async def _do_without_index(self, reason: IndexUnavailableError) -> None:
        """Read the library into memory, unless the index has more of it."""
        self._tell_trouble(reason)
        with suppress(IndexUnavailableError):  # the files cannot be read either: that was said
            if await self.session.do_without_index(reason):
                self.tell_what_is_the_matter()
                self.search_again()
        self._is_built = True
        self._poll_now()

    def tell_what_is_the_matter(self) -> None:
        """Say why the library was read into memory, if it was for want of an index."""
        stacks = self.session.workspace.stacks
        self._tell_trouble(None if stacks.grows else stacks.failure)

    def _tell_trouble(self, trouble: IndexUnavailableError | None) -> None:
        """Say at length what is the matter with the index, and in few words as long as it is."""
        notices = [self.session.workspace.store.notice]
        if trouble is not None:
            self._trouble.show(self.app, trouble.words)
            why = trouble.brief or clean_line(str(trouble))
            notices.append(_("Search index: {why}").format(why=why))
        self.query_one(StatusLine).alert = " · ".join(filter(None, notices))

    def take_library(self) -> None:
        """Show the library as it is now, if it is another one."""
        library = self.session.library
        if library is self._library:
            return
        if library.problems != self._library.problems:
            self._name_problems(library)
        self._library = library
        self.back_up_soon()  # of the folders, corrections and encodings that it is made of
        self.sidebar.show_library(library)
        self.post_message(messages.LibraryChanged())

    @work(group="unread", exclusive=True)
    async def _name_problems(self, library: Library) -> None:
        """Tell of files that cannot be read, but not at every start of the same ones."""
        are_news = await asyncio.to_thread(
            unread_files.are_news, self.session.paths, library.problems
        )
        if library.problems and (are_news or not len(library)):
            self._unread.show(self.app, _problem_words(library.problems))

    @work(group="following", exclusive=True)
    async def _follow_edited_files(self) -> None:
        """Show what was marked in a file that was edited since on the article it is now."""
        from bulletin_tui.services.identifying import follow_edited_files

        with announcing_failures(self):
            if await self.session.call(follow_edited_files):
                self.post_message(messages.MarksChanged())

    @work(group="poll", exclusive=True)
    async def _poll_now(self) -> None:
        await self._poll()

    async def _poll(self) -> None:
        from bulletin_tui.services.safekeeping import journal_fault
        from bulletin_tui.services.workspace import refresh_library

        try:
            version = await self.session.call(reading.data_version)
            fault = await self.session.call(journal_fault)
            await self.session.call(refresh_library)
        except BulletinError as error:
            if not self._has_complained:
                self.post_message(messages.Failed(error))
            self._has_complained = True
            return
        if not self.is_attached:  # the program has ended meanwhile
            return
        self._has_complained = False
        self._tell_of_journal(fault)
        self.take_library()
        if self.reader.article is None:
            self._open_the_first()
        if version != self._data_version:
            self._data_version = version
            self.post_message(messages.MarksChanged())

    def _open_the_first(self) -> None:
        if len(self._library):
            self.reader.open_article(self._library.id_at(0))
        elif self._is_built:
            self.show_nothing(is_over=True)


def _problem_words(problems: tuple[FileProblem, ...]) -> str:
    """All about the only one; of several, the first are named and all are counted."""
    if len(problems) == 1:
        return f"{clean_line(problems[0].path)}: {problems[0].reason}"
    names = ", ".join(clean_line(Path(each.path).name) for each in problems[:NAMED])
    words = _(
        "{count} files could not be read, such as {names}; `bulletin sources` says which and why."
    )
    if len(problems) <= NAMED:
        words = _("Not read: {names}; `bulletin sources` says why.")
    return words.format(count=len(problems), names=names)


def _look_after(session: Session, *, is_thorough: bool) -> tuple[str, ...]:
    from bulletin_tui.services.safekeeping import look_after

    return look_after(session.workspace, is_thorough=is_thorough)
