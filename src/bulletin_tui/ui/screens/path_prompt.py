"""Asking for the path of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from bulletin_tui.ui.screens.dialog import Dialog
from bulletin_tui.ui.widgets.text_fields import LineField

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult


class PathPrompt(Dialog[str | None]):
    """Returns what was typed, None when it was given up."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "finish", show=False)]

    def __init__(
        self,
        title: str,
        path: str,
        explanation: str,
        describe: Callable[[str], str] | None = None,
        *,
        is_proposed: bool = False,
    ) -> None:
        """`describe` says what will come of the path that is typed.

        One that is only proposed gives way to what is typed, instead of going before it.
        """
        super().__init__()
        self._describe = describe
        self._title = title
        self._path = path
        self._explanation = explanation
        self._is_proposed = is_proposed

    def compose(self) -> ComposeResult:
        """One line, and what the keys do."""
        with Vertical(classes="dialog path") as box:
            box.border_title = Content(self._title)
            yield LineField(self._path)
            if self._describe is not None:
                yield Static(self._describe(self._path), classes="meaning", markup=False)
            yield Static(self._explanation, markup=False)

    def on_mount(self) -> None:
        """Select a proposal."""
        if self._is_proposed and not self.is_finished:
            self.query_one(LineField).select_all()

    @on(Input.Changed)
    def _tell_meaning(self, event: Input.Changed) -> None:
        if self._describe is not None and not self.is_finished:
            self.query_one(".meaning", Static).update(Content(self._describe(event.value)))

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        self.finish(event.value.strip() or None)
