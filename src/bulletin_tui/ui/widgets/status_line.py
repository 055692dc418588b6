"""The bottom line: where reading stands on the left, the keys that matter now on the right."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.content import Content
from textual.events import Key
from textual.keys import key_to_character
from textual.reactive import reactive
from textual.widget import Widget

from bulletin_tui.ui.widgets.mouse import is_primary

if TYPE_CHECKING:
    from textual.events import Click


@dataclass(frozen=True, slots=True)
class KeyHint:
    """A key as people write it, and what it does, in a word or two."""

    key: str
    label: str
    pressed: str = ""
    """Textual's name of the key, which a click on the hint stands for; empty if for none."""

    @property
    def cells(self) -> int:
        """Its width on screen."""
        return cell_len(self.key) + 1 + cell_len(self.label)


SEPARATOR = "  "


class StatusLine(Widget):
    """Shows as many key hints as fit beside the status, the first ones first."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "status-line--key",
        "status-line--label",
        "status-line--alert",
    }

    status: reactive[str] = reactive("")
    alert: reactive[str] = reactive("")
    """A lasting state that the reader must know of, before everything else."""
    next_step: reactive[str] = reactive("")
    """What is to be done next, as long as something waits for it; before notice and status."""
    notice: reactive[str] = reactive("")
    """What was just done; takes the place of the status while it stands."""
    progress: reactive[str] = reactive("")
    """How far something has come that goes on behind; beside the status."""
    attention: reactive[str] = reactive("")
    """What should be looked at, until it has been; before the status."""
    hints: reactive[tuple[KeyHint, ...]] = reactive(())
    _shown: tuple[KeyHint, ...] = ()
    """The hints that fit; the last of them ends one cell before the edge."""

    def watch_next_step(self, step: str) -> None:
        """What is to be done now is no longer what was done before."""
        if step:
            self.clear_notice()

    def clear_notice(self) -> None:
        """Show the status again."""
        self.notice = ""

    def render(self) -> Content:
        """The line, exactly as wide as the widget."""
        alert = Content(f" {self.alert} ") if self.alert else Content()
        rest = (self.notice,) if self.notice else (self.attention, self.status, self.progress)
        words = " · ".join(filter(None, (self.next_step, *rest)))
        status = Content(f" {words}" if words else "")
        left = Content.assemble(alert.stylize(self._style("alert")), status)
        width = self.size.width
        self._shown = self._fitting_hints(width - left.cell_length - len(SEPARATOR))
        right = Content(SEPARATOR).join(map(self._painted, self._shown))
        gap = max(0, width - left.cell_length - right.cell_length - 1)
        return Content.assemble(left, " " * gap, right).truncate(width, ellipsis=True)

    def _fitting_hints(self, room: int) -> tuple[KeyHint, ...]:
        ends = accumulate(hint.cells + len(SEPARATOR) for hint in self.hints)
        count = sum(end - len(SEPARATOR) < room for end in ends)
        return self.hints[:count]

    def _painted(self, hint: KeyHint) -> Content:
        key = Content(hint.key).stylize(self._style("key"))
        return Content.assemble(key, Content(f" {hint.label}").stylize(self._style("label")))

    def on_click(self, event: Click) -> None:
        """Do as if the key were pressed whose hint was clicked."""
        hint = self._hint_at(event.x)
        if is_primary(event) and hint is not None and hint.pressed:
            self.app.post_message(Key(hint.pressed, key_to_character(hint.pressed)))

    def _hint_at(self, x: int) -> KeyHint | None:
        end = self.size.width - 1
        for hint in reversed(self._shown):
            if end - hint.cells <= x < end:
                return hint
            end -= hint.cells + len(SEPARATOR)
        return None

    def _style(self, part: str) -> str:
        style = self.get_component_styles(f"status-line--{part}")
        bold = " bold" if style.text_style.bold else ""
        return f"{style.color.hex}{bold} on {style.background.hex}"
