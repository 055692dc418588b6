"""Choosing one of some: the palette, the contents, the colours. Typing narrows, accents or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from bulletin_tui.services.searching import match_label
from bulletin_tui.ui.screens.dialog import Dialog
from bulletin_tui.ui.widgets.choice_list import ChoiceList
from bulletin_tui.ui.widgets.text_fields import LineField
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import ComposeResult


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a picker."""

    key: str
    """What the picker returns."""
    label: str
    detail: str = ""
    """Shown dimmed behind the label, such as a command's key."""
    depth: int = 0
    also: str = ""
    """Other words that find it."""

    def find_spans(self, typed: str) -> list[tuple[int, int]] | None:
        """What fits of the label; None if even its other words do not fit what is typed."""
        found = match_label(typed, f"{self.label} {self.also}")
        if found is None:
            return None
        return [(span.start, span.end) for span in found if span.end <= len(self.label)]


@dataclass(frozen=True, slots=True)
class MoreChoices:
    """Choices that had to be looked for."""

    choices: tuple[Choice, ...]
    left_out: str = ""
    """A sentence, if there are others that fit."""


class _Row(Option):
    def __init__(self, choice: Choice, prompt: Content) -> None:
        super().__init__(prompt)
        self.choice = choice


class PickerScreen(Dialog[str | None]):
    """Returns the key of the choice taken, None when there was none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "finish", show=False),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("pageup", "move(-10)", show=False),
    ]

    def __init__(
        self,
        title: str,
        choices: tuple[Choice, ...],
        chosen: str | None = None,
        find_more: Callable[[str], Awaitable[MoreChoices]] | None = None,
        *,
        about: str = "",
    ) -> None:
        """`find_more` looks for choices that fit what is typed; they come below the others.

        `about` is what a question is about, which the choices answer.
        """
        super().__init__()
        self._title = title
        self._about = about
        self._choices = choices
        self._chosen = chosen
        self._find_more = find_more
        self._shown: tuple[Choice, ...] = ()

    def compose(self) -> ComposeResult:
        """A box with a line to type into above the choices."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(self._title)
            if self._about:
                yield Static(Content(self._about), classes="about", markup=False)
            few = _("↑↓ chooses, Enter takes it, Esc changes nothing")
            yield LineField(placeholder=few if self._about else _("Type to narrow the list"))
            yield ChoiceList(markup=False)
            yield Static(_("Nothing fits."), classes="empty", markup=False)

    def on_mount(self) -> None:
        """Show every choice, the current one under the cursor."""
        if self.is_finished:
            return
        self._show("")
        options = self.query_one(OptionList)
        options.can_focus = False
        keys = [choice.key for choice in self._shown]
        if self._chosen in keys:
            options.highlighted = keys.index(self._chosen)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        if not self.is_finished:
            self._show(event.value)

    def _show(self, typed: str) -> None:
        self._shown = ()
        self.query_one(OptionList).clear_options()
        self._add(self._choices, typed)
        if self._find_more is not None:
            self._show_more(self._find_more, typed)

    @work(group="more", exclusive=True)
    async def _show_more(
        self, find_more: Callable[[str], Awaitable[MoreChoices]], typed: str
    ) -> None:
        more = await find_more(typed)
        if not self.is_finished:
            self._add(more.choices, typed)
            self.query_one(".dialog").border_subtitle = Content(more.left_out)

    def _add(self, choices: tuple[Choice, ...], typed: str) -> None:
        """Show those of the choices that fit, below the others."""
        options = self.query_one(OptionList)
        matched = [(choice, choice.find_spans(typed)) for choice in choices]
        self._shown += tuple(choice for choice, spans in matched if spans is not None)
        options.add_options(
            _Row(choice, self._prompt(choice, spans))
            for choice, spans in matched
            if spans is not None
        )
        if options.highlighted is None and self._shown:
            options.highlighted = 0
        self.query_one(".empty").display = not self._shown

    @staticmethod
    def _prompt(choice: Choice, spans: list[tuple[int, int]]) -> Content:
        label = Content(choice.label)
        for start, end in spans:
            label = label.stylize("bold underline", start, end)
        detail = Content(f"  {choice.detail}").stylize("dim") if choice.detail else Content()
        return Content.assemble("  " * choice.depth, label, detail)

    def action_move(self, step: int) -> None:
        """Move the cursor through the choices while typing goes on."""
        if not self.is_finished:
            self.query_one(ChoiceList).move_by(step)

    @on(Input.Submitted)
    def _take(self) -> None:
        if self.is_finished:
            return
        highlighted = self.query_one(OptionList).highlighted
        if highlighted is not None:
            self.finish(self._shown[highlighted].key)

    @on(OptionList.OptionSelected)
    def _take_clicked(self, event: OptionList.OptionSelected) -> None:
        # The rows may be others by now: what was clicked at is meant.
        if isinstance(event.option, _Row):
            self.finish(event.option.choice.key)
