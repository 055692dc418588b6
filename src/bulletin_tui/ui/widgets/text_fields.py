"""Fields that can be typed into with any input method; their text is always NFC.

Vietnamese input methods send a burst, such as `viet` ⌫⌫ `ệt`. Textual inserts letters as they
come but runs the other keys only after they have bubbled up, when later letters are already
there; here every key of a field acts in its turn.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from bulletin_tui.text.clean import clean_line

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingsMap
    from textual.widget import Widget


async def act_at_once(field: Widget, bindings: BindingsMap, event: events.Key) -> None:
    """Run what `bindings` has for the key now, unless it declines; then the key bubbles as ever."""
    for binding in bindings.key_to_bindings.get(event.key, ()):
        if await field.app.run_action(binding.action, field):
            event.stop()
            event.prevent_default()
            return


def compose_at_end(before: str, added: str) -> tuple[int, str]:
    """`before + added` in NFC, as what stays of `before` (its first code points) and what follows.

    `before` must be NFC: only its last letters can change, when marks are added to them.
    """
    composed = unicodedata.normalize("NFC", before + added)
    kept = len(before)
    while not composed.startswith(before[:kept]):
        kept -= 1
    return kept, composed[kept:]


class LineField(Input):
    """One line to type into."""

    # Textual lays the whole screen out anew when this changes, which it does with every key; the
    # field's own size does not depend on it.
    virtual_size = Reactive(Size(0, 0))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+backspace,alt+backspace", "delete_left_word", show=False),
        Binding("ctrl+delete,alt+delete", "delete_right_word", show=False),
    ]

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        max_length: int = 0,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(
            value,
            placeholder,
            max_length=max_length,
            select_on_focus=False,
            id=id,
            classes=classes,
        )
        self.cursor_blink = False
        self.read_only = False

    def validate_value(self, value: str) -> str:
        """Whatever the field is set to, it holds NFC."""
        return unicodedata.normalize("NFC", value)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put `text` in the place of a range; marks join the letter before them."""
        if self.read_only:
            return
        start, end = sorted((max(0, start), min(len(self.value), end)))
        kept, added = compose_at_end(self.value[:start], text)
        super().replace(added, kept, end)

    def action_paste(self) -> None:
        """Paste what was copied in this program."""
        self._paste(self.app.clipboard)

    async def _on_key(self, event: events.Key) -> None:
        await act_at_once(self, self._bindings, event)

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self._paste(event.text)

    def _paste(self, text: str) -> None:
        self.replace(clean_line(text), *self.selection)
