"""Finding a quote of which nothing more is known: neither its text nor the words around it."""

from __future__ import annotations

from bulletin_tui.model.article import Span
from bulletin_tui.text.flattening import flatten


def find_lone_quote(text: str, quote: str) -> Span | None:
    """Where the quote stands, however it is set; None unless it stands there exactly once."""
    flat = flatten(text)
    words = flatten(quote).text.strip()
    start = flat.text.find(words) if words else -1
    if start < 0 or flat.text.find(words, start + 1) >= 0:
        return None
    return flat.original(Span(start, start + len(words)))
