"""Choosing the encoding of a file, with what its first lines would look like."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from bulletin_tui.ui.rendering.encoding_rows import EncodingRow, current_words, encoding_rows
from bulletin_tui.ui.screens.dialog import Dialog
from bulletin_tui.ui.widgets.choice_list import ChoiceList
from bulletin_tui.words import _

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from bulletin_tui.services.encodings import Encodings


class EncodingChoice(Dialog[str | None]):
    """Returns the encoding as it is typed elsewhere, `auto` among them; None for none."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "finish", show=False)]

    def __init__(self, found: Encodings) -> None:
        super().__init__()
        self._current = current_words(found)
        self._rows = encoding_rows(found)

    def compose(self) -> ComposeResult:
        """The encoding now, those to choose, a few lines before and after, and the keys."""
        with Vertical(classes="dialog encodings") as box:
            box.border_title = Content(_("Encoding"))
            yield Static(Content(self._current), classes="current", markup=False)
            yield ChoiceList(*(Option(_prompt(row)) for row in self._rows), markup=False)
            yield Static(classes="preview", markup=False)
            keys = _("Enter: read the file so from now on · Esc: back")
            yield Static(Content(keys), classes="keys", markup=False)

    def on_mount(self) -> None:
        """The cursor begins on the likely one."""
        if self.is_finished:
            return
        options = self.query_one(OptionList)
        options.focus()
        if self._rows:
            options.highlighted = 0
        else:
            words = _("Read by any other encoding, the text would be the same.")
            self.query_one(".preview", Static).update(Content(words))

    @on(OptionList.OptionHighlighted)
    def _preview(self, event: OptionList.OptionHighlighted) -> None:
        if not self.is_finished:
            preview = _lines_of(self._rows[event.option_index])
            self.query_one(".preview", Static).update(preview)

    @on(OptionList.OptionSelected)
    def _take(self, event: OptionList.OptionSelected) -> None:
        self.finish(self._rows[event.option_index].key)


def _prompt(row: EncodingRow) -> Content:
    detail = Content(f"  {row.detail}").stylize("bold") if row.detail else Content()
    return Content.assemble(Content(row.label), detail)


def _lines_of(row: EncodingRow) -> Content:
    if not row.lines:
        return Content(_("The text stays the same."))
    pairs = (
        (Content(f"− {before.text}").stylize("dim"), Content(f"+ {after.text}"))
        for before, after in row.lines
    )
    return Content("\n").join(line for pair in pairs for line in pair)
