"""Words that are said in a place of their own, over and over as a search goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

if TYPE_CHECKING:
    from textual.widgets import Static


def say_in(place: Static, words: str) -> None:
    """Have it show these words; the screen is laid out anew only if they are others."""
    if str(place.content) != words:
        place.update(Content(words))
