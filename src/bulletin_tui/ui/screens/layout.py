"""How the main screen is arranged: what stands on the left, folds away, or has the focus."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Input, Static

from bulletin_tui.ui.commands import COMMANDS, Where, bindings, command_is_at_once
from bulletin_tui.ui.messages import Announced
from bulletin_tui.ui.panes.reader import ReaderPane
from bulletin_tui.ui.panes.sidebar import SidebarPane
from bulletin_tui.ui.screens.opening import OpeningScreen
from bulletin_tui.ui.widgets.search_box import SearchBox, SearchScope
from bulletin_tui.ui.widgets.status_line import KeyHint, StatusLine
from bulletin_tui.words import _, ngettext

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer
    from textual.widget import Widget

    from bulletin_tui.ui.background import Session
    from bulletin_tui.ui.keymap import Keymap
    from bulletin_tui.ui.panes.annotations import AnnotationsPane
    from bulletin_tui.ui.panes.recent import RecentPane
    from bulletin_tui.ui.panes.results import ResultsPane


NOTICE_S = 4.0
"""How long a notice stands in the bottom line."""


class Left(StrEnum):
    """What stands beside the text."""

    NOTHING = "nothing"
    SIDEBAR = "sidebar"
    RESULTS = "results"
    RECENT = "recent"
    ANNOTATIONS = "annotations"


class LayoutScreen(OpeningScreen[None]):
    """Composes the panes; knows where the focus is and how wide the terminal is."""

    AUTO_FOCUS = "ArticleView"
    CSS_PATH = "../styles/panes.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.ANYWHERE)]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - an instance variable for Textual
        (0, "-narrow"),
        (72, "-normal"),
        (110, "-wide"),
    ]

    left: reactive[Left] = reactive(Left.SIDEBAR, repaint=False)

    def __init__(self, session: Session, keymap: Keymap) -> None:
        super().__init__()
        self.session = session
        self.keymap = keymap
        self._can_undo = False
        self._silence: Timer | None = None
        self._results: ResultsPane | None = None
        self._recent: RecentPane | None = None
        self._annotations: AnnotationsPane | None = None

    def compose(self) -> ComposeResult:
        """The search box above, the panes side by side, one line below."""
        with Horizontal(id="top"):
            yield Static(Content("Bulletin"), id="brand", markup=False)
            yield SearchBox(id="search")
            yield Static(id="chip", markup=False)
            yield Static(id="found", markup=False)
        with Horizontal(id="body"):
            yield SidebarPane(classes="-shown")
            yield ReaderPane(self.session)
        yield StatusLine()

    def arrange_for(self, width: int) -> None:
        """Take the form for this width before the first layout, which then need not be undone."""
        fitting = [name for least, name in self.HORIZONTAL_BREAKPOINTS or () if width >= least]
        self.add_class(fitting[-1])

    @property
    def reader(self) -> ReaderPane:
        """The reading pane."""
        return self.query_one(ReaderPane)

    @property
    def sidebar(self) -> SidebarPane:
        """The sidebar."""
        return self.query_one(SidebarPane)

    @property
    def results(self) -> ResultsPane | None:
        """The search results; None until something is first searched."""
        return self._results

    async def open_results(self) -> ResultsPane:
        """The search results, beside the text."""
        from bulletin_tui.ui.panes import results

        if self._results is None:
            key = self.keymap.shown("take_respelling")
            self._results = results.ResultsPane(self.session, key)
            await self.query_one("#body").mount(self._results, before=self.reader)
        self.left = Left.RESULTS
        return self._results

    @property
    def recent(self) -> RecentPane | None:
        """The recent searches; None until they are first shown."""
        return self._recent

    async def open_recent(self) -> RecentPane:
        """The recent searches, beside the text."""
        from bulletin_tui.ui.panes import recent

        if self._recent is None:
            self._recent = recent.RecentPane()
            await self.query_one("#body").mount(self._recent, before=self.reader)
        self.left = Left.RECENT
        return self._recent

    @property
    def annotations(self) -> AnnotationsPane | None:
        """The list of marks; None until it is first asked for."""
        return self._annotations

    async def open_annotations(self) -> AnnotationsPane:
        """The list of marks, beside the text."""
        from bulletin_tui.ui.panes import annotations

        if self._annotations is None:
            self._annotations = annotations.AnnotationsPane(self.session, self.keymap)
            await self.query_one("#body").mount(self._annotations, before=self.reader)
        self.left = Left.ANNOTATIONS
        return self._annotations

    @property
    def search_box(self) -> SearchBox:
        """The search box."""
        return self.query_one(SearchBox)

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for one pane only."""
        return self.has_class("-narrow")

    def watch_left(self, left: Left) -> None:
        """Show this pane beside the text, and no other."""
        for pane in self.query_one("#body").children:
            pane.set_class(pane.id == left, "-shown")

    def open_left(self, *, is_open: bool = True) -> None:
        """Where there is room for one pane only, have it be the left one; or again the text."""
        self.set_class(is_open, "-left-open", update=self.is_narrow)

    def focus_text(self) -> None:
        """Read on."""
        self.reader.view.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key that is done at once is still a letter where one types."""
        if command_is_at_once(action) and isinstance(self.focused, Input):
            return False
        return super().check_action(action, parameters)

    @property
    def focused_where(self) -> Where:
        """The part of the screen that has the focus."""
        ancestors = self.focused.ancestors_with_self if self.focused else []
        places = (getattr(widget, "WHERE", None) for widget in ancestors)
        return next((where for where in places if where), Where.ANYWHERE)

    @on(events.DescendantFocus)
    def _focus_moved(self) -> None:
        where = self.focused_where
        on_left = where not in (Where.READER, Where.ANYWHERE)
        searching = self.search_box.has_focus and self.left in (Left.RESULTS, Left.RECENT)
        self.open_left(is_open=on_left or searching)
        self.show_hints()

    def show_hints(self) -> None:
        """Show the keys that matter where the focus is."""
        where = self.focused_where
        places = (where,) if where is Where.FILTER else (where, Where.ANYWHERE)
        can_undo = self._can_undo and where in (Where.READER, Where.ANNOTATIONS)
        idle = "" if can_undo else "undo"
        chosen = [c for c in COMMANDS if c.hint and c.where in places and c.name != idle]
        if self.search_box.has_focus:
            hints = self._search_hints()
        else:
            ordered = sorted(chosen, key=lambda command: command.hint)
            shown = [(c.name, _(c.short or c.label)) for c in ordered]
            if where is Where.FILTER and self.left is Left.ANNOTATIONS:
                shown.insert(0, ("next_pane", _("actions")))
            hints = [self._hint(name, label) for name, label in shown if self.keymap.first(name)]
        self.query_one(StatusLine).hints = tuple(hints)

    def _hint(self, name: str, label: str) -> KeyHint:
        return KeyHint(self.keymap.shown(name), label, self.keymap.first(name))

    def offer_undo(self, *, can_undo: bool) -> None:
        """Have the key for undoing among those that matter where there are marks, or not."""
        if can_undo is not self._can_undo:
            self._can_undo = can_undo
            self.show_hints()

    def _search_hints(self) -> list[KeyHint]:
        back = KeyHint("Esc", _("back"), "escape")
        if self.left is Left.RECENT:
            choose, search = KeyHint("↑↓", _("choose")), KeyHint("Enter", _("search"), "enter")
            return [choose, search, KeyHint("Del", _("forget"), "delete"), back]
        hints = [KeyHint("↑↓", _("choose")), KeyHint("Enter", _("open"), "enter")]
        if self.query_one("#top").has_class("-chip"):
            hints.append(KeyHint("Ctrl+T", "Telex", "ctrl+t"))
        hints += [back, KeyHint("F3", _("next match"), "f3")]
        if self.search_box.scope is SearchScope.ARTICLE:
            return [*hints, KeyHint("F2", _("everything"), "f2")]
        return [*hints, KeyHint("Ctrl+F", _("this article"), "ctrl+f")]

    def say(self, words: str) -> None:
        """Tell in the bottom line, for a moment, what was done."""
        self.query_one(StatusLine).notice = words
        if self._silence is not None:
            self._silence.stop()
        silence: Timer = self.set_timer(NOTICE_S, lambda: self._fall_silent(silence))
        self._silence = silence

    def _fall_silent(self, silence: Timer) -> None:
        if silence is self._silence:  # else it went off just when something else was said
            self.query_one(StatusLine).clear_notice()

    @on(Announced)
    def _say_announced(self, event: Announced) -> None:
        self.say(event.words)

    def show_progress(self) -> None:
        """Tell how far reading has come."""
        reader = self.reader
        line = self.query_one(StatusLine)
        if reader.article is None:
            line.status = ""
            return
        selection = reader.view.selection
        if selection is not None:
            count = len(reader.article.text[selection.start : selection.end].split())
            words = ngettext("{count} word selected", "{count} words selected", count)
            line.status = words.format(count=count)
            return
        line.status = reader.view.progress.line

    def action_toggle_sidebar(self) -> None:
        """Show or hide the sidebar."""
        if self.is_narrow and self.left is Left.SIDEBAR:
            if self.has_class("-left-open"):
                self.focus_text()
            else:
                self.open_left()
                self.sidebar.list.focus()
            return
        self.left = Left.NOTHING if self.left is Left.SIDEBAR else Left.SIDEBAR
        if self.left is Left.NOTHING:
            self.focus_text()

    def action_toggle_zen(self) -> None:
        """Show only the text, or everything again."""
        self.toggle_class("-zen")
        self.focus_text()

    def action_next_pane(self) -> None:
        """Focus the next pane."""
        self._focus_pane(1)

    def action_previous_pane(self) -> None:
        """Focus the previous pane."""
        self._focus_pane(-1)

    def _focus_pane(self, step: int) -> None:
        lists = list(self.query("#body .-shown VirtualList"))
        order: list[Widget] = [self.reader.view, *lists, self.search_box]
        at = next((i for i, widget in enumerate(order) if widget.has_focus), 0)
        target = order[(at + step) % len(order)]
        if target in lists:
            self.open_left()
        if target is self.reader.view:
            self.reader.keep_preview()
        target.focus()

    def action_redraw(self) -> None:
        """Draw the screen again, after another program wrote over it."""
        self.refresh(layout=True, repaint=True)
