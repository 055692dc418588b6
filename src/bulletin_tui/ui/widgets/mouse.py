"""Which button of the mouse was used; only the first one does anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.events import MouseEvent

_PRIMARY_BUTTON = 1


def is_primary(event: MouseEvent) -> bool:
    """Whether it was the first button, with which things are chosen and selected."""
    return event.button == _PRIMARY_BUTTON
