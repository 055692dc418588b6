"""Being painted in the very next frame, that of the key which changed what is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.messages import Update

if TYPE_CHECKING:
    from textual.widget import Widget


def paint_soon(*widgets: Widget) -> None:
    """Paint what was refreshed of these; waiting for their turn to be idle, they miss the frame."""
    for widget in widgets:
        if widget.is_attached:
            widget.screen.post_message(Update(widget))
