"""An article's data, with where each value comes from; what is wrong is corrected in its place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from bulletin_tui.errors import BulletinError
from bulletin_tui.ui.leaving import Saving
from bulletin_tui.ui.rendering.data_lines import DataLine, data_lines
from bulletin_tui.ui.screens.dialog import Dialog
from bulletin_tui.ui.widgets.choice_list import ChoiceList
from bulletin_tui.ui.widgets.text_fields import LineField
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import ComposeResult

    from bulletin_tui.model.article import Article


class ArticleData(Dialog[None]):
    """`correct` takes the article, a field and a correction, None to take it back.

    It returns the article as it is then, and raises BulletinError when nothing was saved.
    `choose_encoding` asks above the dialog for another encoding, and returns whether one was
    chosen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "step_back", show=False),
        Binding("delete,backspace,x", "take_back", show=False),
    ]

    def __init__(
        self,
        article: Article,
        correct: Callable[[Article, str, str | None], Awaitable[Article]],
        choose_encoding: Callable[[Article, ArticleData], Awaitable[bool]],
    ) -> None:
        super().__init__()
        self._article = article
        self._correct = correct
        self._choose_encoding = choose_encoding
        self._lines = data_lines(article)
        self._edited: DataLine | None = None
        self._saving = Saving()

    def compose(self) -> ComposeResult:
        """The lines, the line that is edited, and what the keys do."""
        with Vertical(classes="dialog data") as box:
            box.border_title = Content(_("About this article"))
            yield ChoiceList(markup=False)
            yield LineField()
            yield Static(classes="error", markup=False)
            yield Static(classes="keys", markup=False)

    def on_mount(self) -> None:
        """Show what is known; nothing is edited yet."""
        if self.is_finished:
            return
        self._show_lines(0)
        self._edit(None)

    def _show_lines(self, highlighted: int | None) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(_prompt(line)) for line in self._lines)
        options.highlighted = highlighted

    def _edit(self, line: DataLine | None) -> None:
        self._edited = line
        field = self.query_one(LineField)
        field.display = line is not None
        self.query_one(".error", Static).update("")
        if line is None:
            keys = _("Enter corrects · Delete takes the correction back · Esc closes")
            self.query_one(OptionList).focus()
        else:
            keys = _("Enter saves · Esc gives up · several values are parted by ;")
            field.value = line.typed
            field.cursor_position = len(line.typed)
            field.focus()
        self.query_one(".keys", Static).update(Content(keys))

    @on(OptionList.OptionSelected)
    def _begin(self, event: OptionList.OptionSelected) -> None:
        if self.is_finished or self._saving.is_under_way:
            return
        line = self._lines[event.option_index]
        if line.field is not None:
            self._edit(line)
        elif line.is_encoding:
            self._look_at_encodings()

    @work
    async def _look_at_encodings(self) -> None:
        """Close once another one was chosen: the text itself shows what came of it."""
        if await self._choose_encoding(self._article, self):
            self.finish()

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        if self._edited is None or self.is_finished:
            return
        if event.value.strip() == self._edited.typed:
            self._edit(None)
        else:
            self._save_typed()

    @work
    async def _save_typed(self) -> None:
        await self.can_leave()

    async def can_leave(self) -> bool:
        """Save the correction that is being typed; False when it could not be, and stays."""
        while typed := self._typed_correction():
            if not await self._saving.join(partial(self._save_line, *typed)):
                return False
        return True

    def unsaved(self) -> str:
        """The correction as it stands in the line, unless it is saved."""
        typed = self._typed_correction()
        return typed[1] if typed else ""

    def _typed_correction(self) -> tuple[str, str] | None:
        """A field, and what was typed for it that is not what is known."""
        line = self._edited
        if line is None or line.field is None or self.is_finished:
            return None
        typed = self.query_one(LineField).value
        return None if typed.strip() == line.typed else (line.field, typed)

    def action_take_back(self) -> None:
        """Have the field under the cursor as the file has it again."""
        if self.is_finished or self._edited is not None:
            return
        highlighted = self.query_one(OptionList).highlighted
        if highlighted is None:
            return
        line = self._lines[highlighted]
        if line.field is not None and line.is_corrected:
            self._uncorrect(line.field)

    @work
    async def _uncorrect(self, field: str) -> None:
        await self._saving.join(partial(self._save, field, None))

    async def _save_line(self, field: str, typed: str) -> bool:
        line = self.query_one(LineField)
        line.read_only = True  # what was typed now would go with the line
        try:
            return await self._save(field, typed)
        finally:
            line.read_only = False

    async def _save(self, field: str, correction: str | None) -> bool:
        """What cannot be saved stays in the line, with the reason below it."""
        try:
            self._article = await self._correct(self._article, field, correction)
        except BulletinError as error:
            if not self.is_finished:
                self.query_one(".error", Static).update(Content(error.words))
            return False
        if not self.is_finished:
            self._lines = data_lines(self._article)
            self._show_lines(self.query_one(OptionList).highlighted)
            self._edit(None)
        return True

    def action_step_back(self) -> None:
        """Give up editing, unless that is being saved; else close."""
        if self._edited is not None and self._saving.is_under_way:
            return
        if self._edited is not None and not self.is_finished:
            self._edit(None)
        else:
            self.finish()


def _prompt(line: DataLine) -> Content:
    label = Content(f"{line.label}: ").stylize("bold")
    detail = Content(f"  {line.detail}").stylize("dim") if line.detail else Content()
    return Content.assemble(label, Content(line.value), detail)
