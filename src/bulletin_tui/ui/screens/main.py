"""The main screen: wires the panes together through what they announce."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual import on, work

from bulletin_tui.errors import BulletinError
from bulletin_tui.services.reading import ReadingState
from bulletin_tui.ui import messages
from bulletin_tui.ui.garbage import keep_for_good
from bulletin_tui.ui.screens.asking import AskingScreen
from bulletin_tui.ui.screens.editing import EditingScreen
from bulletin_tui.ui.screens.exchanging import ExchangingScreen
from bulletin_tui.ui.screens.layout import Left
from bulletin_tui.ui.screens.marks import MarksScreen
from bulletin_tui.ui.screens.sources import SourcesScreen
from bulletin_tui.ui.screens.toasts import LatestToast
from bulletin_tui.ui.screens.walking import WalkingScreen
from bulletin_tui.ui.widgets.status_line import StatusLine
from bulletin_tui.words import _, grouped, ngettext

if TYPE_CHECKING:
    from textual.timer import Timer

    from bulletin_tui.ui.background import Session
    from bulletin_tui.ui.keymap import Keymap

OPENING_S = 0.2
"""How often it is told how far opening the library has come."""
READY_AFTER_S = 0.3
"""What a first search needs is loaded once the article is shown."""


class MainScreen(
    AskingScreen, WalkingScreen, EditingScreen, SourcesScreen, ExchangingScreen, MarksScreen
):
    """Reading, with everything else around it."""

    def __init__(self, session: Session, keymap: Keymap, problems: tuple[str, ...] = ()) -> None:
        super().__init__(session, keymap)
        self._problems = problems
        self._failure = LatestToast("error")
        self._opening: Timer | None = None

    def show_opening(self) -> None:
        """Say what is being waited for, until the library is open."""
        self.reader.show_nothing(_("The library is being opened."))
        self._opening = self.set_interval(OPENING_S, self._tell_of_opening)

    def _tell_of_opening(self) -> None:
        done, total = self.session.read_so_far
        if total:
            words = _("Reading articles: {done} of {total}")
            words = words.format(done=grouped(done), total=grouped(total))
            self.query_one(StatusLine).progress = words

    async def start(self) -> None:
        """Show the article that reading stopped in, once the library is open."""
        try:
            resumed = await self.session.open()
        except BulletinError as error:
            self.app.exit(return_code=1, message=Text(error.words))
            return
        if self._opening is not None:
            self._opening.stop()
            self.query_one(StatusLine).progress = ""
        workspace = self.session.workspace
        opened = resumed.opened
        open_id = opened.article.id if opened else None
        state = ReadingState(resumed.read_ids)
        self.sidebar.begin(workspace.library, state, open_id, self._folder_names())
        if opened is not None:
            self.reader.show_opened(opened, opened.position)
        else:
            self.show_nothing()
        for problem in (*self.session.settings.problems, *self.keymap.problems, *self._problems):
            self.notify(problem, severity="warning", markup=False, timeout=10)
        self.begin_keeping_up(resumed.data_version)
        self.set_timer(READY_AFTER_S, self.begin_exchanging)
        self.call_after_refresh(keep_for_good)
        self.set_timer(READY_AFTER_S, self.session.finder.get_ready)
        self.set_timer(READY_AFTER_S, self.save_drafts_left_behind)
        self.set_timer(READY_AFTER_S, self.follow_marks)
        self.set_timer(READY_AFTER_S, self.begin_following_folders)

    def _folder_names(self) -> dict[str, str]:
        paths = self.session.paths
        return {str(paths.articles): _("Bundled reports"), str(paths.imported): _("Imported")}

    @on(messages.Failed)
    def _show_failure(self, event: messages.Failed) -> None:
        self.query_one(StatusLine).clear_notice()  # that of what went well before
        self._failure.show(self.app, event.error.words)

    @on(messages.ReadingMoved)
    def _reading_moved(self) -> None:
        self.show_progress()

    @on(messages.ArticleChosen)
    def _open_chosen(self, event: messages.ArticleChosen) -> None:
        self.reader.open_article(event.article_id)
        self.focus_text()

    @on(messages.ArticleOpened)
    def _article_opened(self, event: messages.ArticleOpened) -> None:
        self.sidebar.show_open(event.article_id)
        self.show_progress()

    @on(messages.ReadMarkChanged)
    def _read_mark_changed(self, event: messages.ReadMarkChanged) -> None:
        self.sidebar.show_read(event.article_id, is_read=event.is_read)

    @on(messages.ReadMarkWanted)
    def _set_read(self, event: messages.ReadMarkWanted) -> None:
        self.reader.set_read(event.article_id, is_read=event.is_read)

    def action_step_back(self) -> None:
        """Take back the last step: the selection, the list, the zen view."""
        view = self.reader.view
        if self.reader.is_placing:
            self.reader.end_placing()
        elif view.has_focus and view.selection is not None:
            view.clear_selection()
        elif self.sidebar.is_filtering and self.sidebar.list.has_focus:
            self.sidebar.stop_filtering()
        elif self.left is Left.ANNOTATIONS:
            self._step_back_in_list()
        elif self.left is Left.RESULTS:
            self.give_search_up()
        elif self.has_class("-zen"):
            self.action_toggle_zen()
        else:
            self.focus_text()

    def _step_back_in_list(self) -> None:
        if self.annotations is not None and not self.annotations.step_back():
            self.close_annotations()

    def action_next_article(self) -> None:
        """Open the next article of the library."""
        self._open_neighbour(1)

    def action_previous_article(self) -> None:
        """Open the previous article of the library."""
        self._open_neighbour(-1)

    def _open_neighbour(self, step: int) -> None:
        library, article = self.session.library, self.reader.article
        here = library.find_position(article.id) if article is not None else None
        if here is not None and 0 <= here + step < len(library):
            self.reader.open_article(library.id_at(here + step))
        elif here is not None:
            self.say(_("No further article in this direction."))

    def action_go_back(self) -> None:
        """Go back to where the last jump left from."""
        self.drop_preview()
        self.reader.go_back()

    def action_go_forward(self) -> None:
        """Go forward again."""
        self.drop_preview()
        self.reader.go_forward()

    def action_undo(self) -> None:
        """Take back the last change to marks."""
        self.reader.undo()

    def action_redo(self) -> None:
        """Do the last change to marks again that was taken back."""
        self.reader.redo()

    @on(messages.LibraryOutdated)
    @work(group="outdated", exclusive=True)
    async def _read_anew(self) -> None:
        """What was imported first has made a folder, which is to be watched from now on."""
        with messages.announcing_failures(self):
            await self.note_folders()
            await self._reload()

    @work(group="reload", exclusive=True)
    async def action_reload(self) -> None:
        """Read the articles again from their files."""
        with messages.announcing_failures(self):
            await self._reload()
            self._tell_of_reading()

    def _tell_of_reading(self) -> None:
        """An index tells of its progress, and what should be looked at is not to be covered."""
        if self.session.workspace.stacks.grows or self.query_one(StatusLine).attention:
            return
        count = len(self.session.library)
        words = ngettext("{count} article read again.", "{count} articles read again.", count)
        self.say(words.format(count=grouped(count)))

    async def _reload(self) -> None:
        await self.read_files_again()
        self.tell_what_is_the_matter()
        self.take_library()
        await self.reader.reload_article()
        await self._marks_changed()
        self.search_again()

    async def action_quit(self) -> None:
        """Leave the program."""
        await self.app.action_quit()

    def leave(self, status: int = 0) -> None:
        """End the program with this status; where reading is will be saved on the way out."""
        self.reader.save_place_at_last()
        self.app.exit(return_code=status)
