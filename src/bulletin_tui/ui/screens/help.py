"""Every key with what it does, and how to ask in the search box; made from the command table."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.console import Group
from rich.table import Table
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from bulletin_tui.ui.commands import COMMANDS, WHERE_LABELS, Where
from bulletin_tui.ui.key_names import key_label
from bulletin_tui.ui.screens.dialog import Dialog
from bulletin_tui.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult

    from bulletin_tui.ui.keymap import Keymap

QUERY_EXAMPLES = (
    ("nghi quyet", N_("words, with or without accents; an accent that is typed must match")),
    ("“đổi mới căn bản”", N_("a phrase")),
    ("bồi dưỡng -hè", N_("without a word")),
    ("trường|lớp", N_("either word")),
    (N_("title: source: author: place: doc: tag: lang:"), N_("only there, as in doc:29-NQ/TW")),
    (N_("after:2018 before:10/2023"), N_("by date")),
    (N_("is:unread is:noted"), N_("read, unread, highlighted, bookmarked or noted by you")),
    (N_("in:notes"), N_("only your own notes and the passages you marked")),
)

FILTER_EXAMPLES = (
    ("nghi quyet", N_("words of the passage, the note, a tag or the title")),
    (
        N_("tag: color: source: kind:"),
        N_("by a field, as in tag:gia or color:green; -tag: leaves out"),
    ),
    (N_("is:orphan is:changed is:moved"), N_("marks whose text was edited")),
    (N_("is:highlighted is:bookmarked is:kept"), N_("passages; places; marks that stand as made")),
    (N_("is:noted is:conflict is:removed"), N_("with a note; noted twice; removed, to bring back")),
)


class HelpScreen(Dialog[None]):
    """The keys of the part of the screen that was focused come first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f1,question_mark", "finish", show=False),
        Binding("j", "scroll_help(1)", show=False),
        Binding("k", "scroll_help(-1)", show=False),
    ]

    def __init__(self, keymap: Keymap, where: Where) -> None:
        super().__init__()
        self._keymap = keymap
        self._where = where

    def compose(self) -> ComposeResult:
        """One scrolling page."""
        with VerticalScroll(classes="dialog help") as box:
            box.border_title = Content(_("Help"))
            box.border_subtitle = Content(_("Esc closes"))
            yield Static(self._page(), markup=False)

    def on_mount(self) -> None:
        """The arrow keys scroll at once."""
        if self.is_finished:
            return
        self.query(VerticalScroll).focus()

    def action_scroll_help(self, lines: int) -> None:
        """Scroll by this many lines."""
        if not self.is_finished:
            self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def _page(self) -> Group:
        order = [self._where, *(where for where in Where if where is not self._where)]
        parts: list[Text | Table] = []
        for where in order:
            rows = [
                ("  ".join(key_label(key) for key in self._keymap.keys[c.name]), _(c.label))
                for c in COMMANDS
                if c.where is where
            ]
            parts += [_heading(_(WHERE_LABELS[where])), _table(rows), Text()]
        queries = [(_(example), _(meaning)) for example, meaning in QUERY_EXAMPLES]
        filters = [(_(example), _(meaning)) for example, meaning in FILTER_EXAMPLES]
        parts += [_heading(_("What the search box understands")), _table(queries), Text()]
        return Group(
            *parts, _heading(_("What the filter of the marks understands")), _table(filters)
        )


def _heading(words: str) -> Text:
    return Text(words, style="bold underline")


def _table(rows: Iterable[tuple[str, str]]) -> Table:
    """Two columns; what does not fit goes on under its own column."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(ratio=2)
    table.add_column(ratio=5)
    for left, right in rows:
        table.add_row(Text(left, style="bold"), Text(right))
    return table
