"""Excerpts of a text, as lists show what was found in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bulletin_tui.model.article import Span


@dataclass(frozen=True, slots=True)
class Snippet:
    """An excerpt of the canonical text, cut at words."""

    text: str
    offset: int
    """Where `text` begins in the canonical text."""
    matches: tuple[Span, ...]
    """In `text`, not in the article."""
