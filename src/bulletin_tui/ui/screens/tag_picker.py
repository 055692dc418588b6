"""Choosing tags for one mark or many: those that are known, narrowed as one types, or new ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, OptionList
from textual.widgets.option_list import Option

from bulletin_tui.services.annotating import clean_tags
from bulletin_tui.services.searching import match_label
from bulletin_tui.text.clean import clean_line
from bulletin_tui.ui.screens.dialog import Dialog
from bulletin_tui.ui.widgets.choice_list import ChoiceList
from bulletin_tui.ui.widgets.text_fields import LineField
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult


@dataclass(frozen=True, slots=True)
class TagChange:
    """What is to become of the tags of some marks."""

    added: tuple[str, ...]
    dropped: tuple[str, ...]


class TagPicker(Dialog[TagChange | None]):
    """Returns what was changed, None when nothing was.

    A tag that only some of the marks have stays so unless it is chosen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+s", "save", show=False),
        Binding("ctrl+g", "finish", show=False),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("pageup", "move(-10)", show=False),
    ]

    def __init__(self, known: tuple[str, ...], had: tuple[tuple[str, ...], ...]) -> None:
        """`had` are the tags of each mark; empty for a passage that has no mark yet."""
        super().__init__()
        self._had = had
        own = dict.fromkeys(tag for tags in had for tag in tags)
        self._tags = list(dict.fromkeys((*own, *known)))
        self._wanted: dict[str, bool] = {}
        """What was chosen here: on every mark, or on none."""
        self._shown: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """A line to type into above the tags, and the two ways out."""
        with Vertical(classes="dialog tags") as box:
            box.border_title = Content(_("Tags"))
            box.border_subtitle = Content(_("Enter puts a tag on or takes it off"))
            yield LineField(placeholder=_("A tag, known or new"))
            yield ChoiceList(markup=False)
            with Horizontal(classes="buttons"):
                yield Button(Content(_("Save (Esc)")), id="save", variant="primary")
                yield Button(Content(_("Discard (Ctrl+G)")), id="give-up")

    def on_mount(self) -> None:
        """Show every tag."""
        if not self.is_finished:
            self.query_one(OptionList).can_focus = False
            self._show()

    @property
    def _typed(self) -> str:
        return clean_line(self.query_one(LineField).value).strip()

    @on(Input.Changed)
    def _narrow(self) -> None:
        if not self.is_finished:
            self._take_separated()
            self._show()

    def _take_separated(self) -> None:
        """Put on what stands before a comma, and go on with what is behind it."""
        field = self.query_one(LineField)
        *done, rest = field.value.split(",")
        if not done:
            return
        self._put_on(done)
        field.value = rest.lstrip()
        field.cursor_position = len(field.value)

    def _put_on(self, typed: Iterable[str]) -> None:
        for tag in clean_tags(typed):
            if tag not in self._tags:
                self._tags.insert(0, tag)
            self._wanted[tag] = True

    def _show(self, keep: int | None = None) -> None:
        """Show the tags that fit what is typed, and that itself if it is new."""
        typed = self._typed
        fitting = [tag for tag in self._tags if match_label(typed, tag) is not None]
        if typed and typed not in self._tags:
            fitting.append(typed)
        self._shown = tuple(fitting)
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(Content(self._line(tag))) for tag in fitting)
        if fitting:
            options.highlighted = min(keep or 0, len(fitting) - 1)

    def _line(self, tag: str) -> str:
        if tag not in self._tags:
            return _("New tag: {tag}").format(tag=tag)
        having = self._having(tag)
        if tag not in self._wanted and 0 < having < len(self._had):
            some = _("on {having} of {count}").format(having=having, count=len(self._had))
            return f"◪ {tag}  {some}"
        return f"{'■' if self._is_on(tag) else '□'} {tag}"

    def _is_on(self, tag: str) -> bool:
        """Whether every mark is to have it."""
        return self._wanted.get(tag, 0 < self._having(tag) == len(self._had))

    def _having(self, tag: str) -> int:
        """How many of the marks had it."""
        return sum(tag in tags for tags in self._had)

    @on(Input.Submitted)
    def _toggle(self) -> None:
        highlighted = self.query_one(OptionList).highlighted
        if not self.is_finished and highlighted is not None:
            self._toggle_tag(highlighted)

    @on(OptionList.OptionSelected)
    def _toggle_clicked(self, event: OptionList.OptionSelected) -> None:
        # The rows may be others by now: then nothing that is here was clicked at.
        options = self.query_one(OptionList)
        if not self.is_finished and event.option in options.options:
            self._toggle_tag(event.option_index)

    def _toggle_tag(self, index: int) -> None:
        tag = self._shown[index]
        if tag not in self._tags:
            self._tags.insert(0, tag)
            self._wanted[tag] = True
        else:
            self._wanted[tag] = not self._is_on(tag)
        field = self.query_one(LineField)
        if field.value:
            field.value = ""
        self._show(self._tags.index(tag))

    def action_move(self, step: int) -> None:
        """Move the cursor through the tags while typing goes on."""
        if not self.is_finished:
            self.query_one(ChoiceList).move_by(step)

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Close with what was chosen; what stands in the field is a tag, too."""
        if self.is_finished:
            return
        self._put_on(self.query_one(LineField).value.split(","))
        added = tuple(tag for tag, is_on in self._wanted.items() if is_on)
        dropped = tuple(tag for tag, is_on in self._wanted.items() if not is_on)
        self.finish(TagChange(added, dropped) if self._wanted else None)

    @on(Button.Pressed, "#give-up")
    def _give_up(self) -> None:
        self.finish()

    async def can_leave(self) -> bool:
        """The program is to end: not before it is known what is to become of what was chosen."""
        if self.is_finished or not (self._wanted or self._typed):
            return True
        words = _("First save this (Esc) or discard it (Ctrl+G)")
        self.query_one(".dialog").border_subtitle = Content(words)
        return False

    def unsaved(self) -> str:
        """The tags that were chosen, and what stands in the field."""
        if self.is_finished:
            return ""
        chosen = (tag for tag, is_on in self._wanted.items() if is_on)
        return ", ".join(filter(None, (*chosen, self._typed)))
