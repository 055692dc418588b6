"""Asking for a folder or a file, with what the path may go on to below."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from bulletin_tui.services.typed_paths import Completion, complete_path
from bulletin_tui.text.clean import clean_line
from bulletin_tui.ui.screens.dialog import Dialog
from bulletin_tui.ui.widgets.choice_list import ChoiceList
from bulletin_tui.ui.widgets.path_field import PathField
from bulletin_tui.ui.widgets.text_fields import LineField
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult


class SourcePrompt(Dialog[str | None]):
    """Returns what was typed, None when it was given up.

    What cannot be added is answered here, where it can be mended.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "finish", show=False),
        Binding("tab", "complete", show=False, priority=True),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]

    def __init__(self, find_fault: Callable[[str], str], path: str = "~/") -> None:
        """`find_fault` says why a path cannot be added, if so; it is called in a thread."""
        super().__init__()
        self._find_fault = find_fault
        self._path = path
        self._completion = Completion(path)

    def compose(self) -> ComposeResult:
        """One line, what it may go on to, and what the keys do."""
        with Vertical(classes="dialog path") as box:
            box.border_title = Content(_("Add to the library"))
            yield PathField(self._path)
            yield Static(classes="error", markup=False)
            yield ChoiceList(markup=False)
            yield Static(_("Tab completes, ↓ chooses. Enter: add, Esc: no."), markup=False)

    def on_mount(self) -> None:
        """Offer what is in the folder that is typed already."""
        self.query_one(OptionList).can_focus = False
        self._complain("")
        self._look(self._path)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if not self.is_finished:
            self._complain("")
            self._look(event.value)

    def _complain(self, fault: str) -> None:
        place = self.query_one(".error", Static)
        place.update(Content(fault))
        place.display = bool(fault)

    @work(group="completing", exclusive=True)
    async def _look(self, typed: str) -> None:
        completion = await asyncio.to_thread(complete_path, typed)
        if self.is_finished or self.query_one(LineField).value != typed:
            return
        self._completion = completion
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(Content(clean_line(name))) for name in completion.candidates)
        options.display = bool(completion.candidates)

    async def action_complete(self) -> None:
        """Go on as far as there is no choice, or with the candidate under the cursor."""
        if self.is_finished:
            return
        field, options = self.query_one(LineField), self.query_one(OptionList)
        completion = await asyncio.to_thread(complete_path, field.value)
        path = completion.completed
        if options.highlighted is not None and options.highlighted < len(completion.candidates):
            folder = path[: path.rfind("/") + 1]
            path = folder + completion.candidates[options.highlighted]
        if not self.is_finished:
            field.value = path
            field.cursor_position = len(path)

    def action_move(self, step: int) -> None:
        """Move the cursor through the candidates while typing goes on."""
        if not self.is_finished:
            self.query_one(ChoiceList).move_by(step)

    @on(Input.Submitted)
    async def _take(self, event: Input.Submitted) -> None:
        if self.is_finished:
            return
        if self.query_one(OptionList).highlighted is not None:
            await self.action_complete()
        elif event.value.strip():
            self._finish_if_sound(event.value)
        else:
            self.finish()

    @work(group="checking", exclusive=True)
    async def _finish_if_sound(self, typed: str) -> None:
        fault = await asyncio.to_thread(self._find_fault, typed)
        if self.is_finished or self.query_one(LineField).value != typed:
            return
        if fault:
            self._complain(fault)
        else:
            self.finish(typed)

    @on(OptionList.OptionSelected)
    async def _take_clicked(self) -> None:
        await self.action_complete()
