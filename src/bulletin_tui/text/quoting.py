"""What is noted of a passage to find it again: its words, and some of those around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import TextQuoteSelector

if TYPE_CHECKING:
    from bulletin_tui.model.article import Span

CONTEXT_LENGTH = 64
"""Code points on either side of a passage that speak for its place."""


def describe(text: str, span: Span) -> TextQuoteSelector:
    """The passage by its words, with up to 64 code points on either side."""
    return TextQuoteSelector(
        exact=text[span.start : span.end],
        prefix=text[max(span.start - CONTEXT_LENGTH, 0) : span.start],
        suffix=text[span.end : span.end + CONTEXT_LENGTH],
    )
