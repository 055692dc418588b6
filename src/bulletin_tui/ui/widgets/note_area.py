"""Several lines to type into; import it only where it is mounted, for TextArea is slow to load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import TextArea

from bulletin_tui.text.clean import clean
from bulletin_tui.ui.widgets.text_fields import act_at_once, compose_at_end

if TYPE_CHECKING:
    from textual import events
    from textual.document._document import EditResult, Location


class NoteArea(TextArea):
    """A note in plain text, NFC, softly wrapped; Tab leaves it."""

    def __init__(
        self,
        text: str = "",
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(
            clean(text),
            soft_wrap=True,
            tab_behavior="focus",
            highlight_cursor_line=False,
            id=id,
            classes=classes,
        )
        self.cursor_blink = False

    def replace(
        self,
        insert: str,
        start: Location,
        end: Location,
        *,
        maintain_selection_offset: bool = True,
    ) -> EditResult:
        """Put `insert` in the place of a range; marks join the letter before them."""
        start, end = sorted((start, end))
        row, column = start
        kept, added = compose_at_end(self.document.get_line(row)[:column], insert)
        return super().replace(
            added, (row, kept), end, maintain_selection_offset=maintain_selection_offset
        )

    def action_paste(self) -> None:
        """Paste what was copied in this program."""
        self._paste(self.app.clipboard)

    async def _on_key(self, event: events.Key) -> None:
        await act_at_once(self, self._bindings, event)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self._paste(event.text)

    def _paste(self, text: str) -> None:
        if self.read_only:
            return
        result = self.replace(clean(text), *self.selection, maintain_selection_offset=False)
        self.move_cursor(result.end_location)
