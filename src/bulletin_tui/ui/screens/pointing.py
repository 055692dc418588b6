"""What the mouse points at: no widget that is gone from the screen, though it is still painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from textual.screen import Screen

if TYPE_CHECKING:
    from textual.geometry import Offset
    from textual.widget import Widget

Result = TypeVar("Result")


class PointedScreen(Screen[Result], Generic[Result]):
    """Where a notice has just gone, the mouse selects nothing.

    A screen that another one is opened above leaves its notices to that one.
    """

    def on_screen_suspend(self) -> None:
        """What is still to be told stands on the screen above, and here again when that goes."""
        self.query("ToastHolder").remove()

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """The widget there, and the place in its text if it has any."""
        widget, offset = super().get_widget_and_offset_at(x, y)
        is_gone = widget is not None and widget is not self and widget.parent is None
        return (None, None) if is_gone else (widget, offset)
