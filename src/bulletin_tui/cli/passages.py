"""Finding a typed passage in an article's text: by its letters, then by letters without marks."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from bulletin_tui.model.article import Span
from bulletin_tui.text.fold import fold, strict, strictly_matches

if TYPE_CHECKING:
    from collections.abc import Callable

CONTEXT = 40


def find_quote(text: str, quote: str) -> list[Span]:
    """Where `quote` stands in a canonical text, in whole words; its white space stands for any.

    As typed if it stands there so; else whatever the case; else with the marks that were not typed.
    """
    words = unicodedata.normalize("NFC", quote).split()
    if not words:
        return []
    as_typed = _places(text, words, str)
    return as_typed or _places(text, words, strict) or _without_marks(text, words)


def in_context(text: str, span: Span) -> str:
    """The passage on one line, with some of what stands before and after it."""
    start, end = max(0, span.start - CONTEXT), span.end + CONTEXT
    line = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{line}{'…' if end < len(text) else ''}"


def _without_marks(text: str, words: list[str]) -> list[Span]:
    """A letter typed with a mark still stands for itself alone."""
    typed = strict("".join(words))
    return [
        span
        for span in _places(text, words, fold)
        if strictly_matches(typed, strict("".join(text[span.start : span.end].split())))
    ]


def _places(text: str, words: list[str], form: Callable[[str], str]) -> list[Span]:
    passage = r"\s+".join(re.escape(form(word)) for word in words)
    before = r"(?<!\w)" if words[0][0].isalnum() else ""
    after = r"(?!\w)" if words[-1][-1].isalnum() else ""
    found = re.finditer(before + passage + after, form(text))
    return [Span(*match.span()) for match in found]
