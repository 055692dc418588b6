"""A passage as it was and as it is today, cut so that what differs is seen."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin_tui.model.article import Span
from bulletin_tui.text.words import word_spans

_BEFORE = 12
"""Cells of the words that stayed, before the first that did not."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage on one line, perhaps without its beginning."""

    text: str
    different: Span
    """Where it differs from the other one, in `text`; empty where words are only missing."""


def differences(then: str, now: str) -> tuple[Excerpt, Excerpt]:
    """Both passages from shortly before the first word that is not the same."""
    old, new = " ".join(then.split()), " ".join(now.split())
    old_words, new_words = (
        [text[w.start : w.end] for w in word_spans(text)] for text in (old, new)
    )
    first = _common(old_words, new_words)
    last = _common(old_words[first:][::-1], new_words[first:][::-1])
    return _excerpt(old, first, last), _excerpt(new, first, last)


def _common(one: list[str], other: list[str]) -> int:
    """How many words both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _excerpt(text: str, first: int, last: int) -> Excerpt:
    words = word_spans(text)
    changed = words[first : len(words) - last]
    if changed:
        start, end = changed[0].start, changed[-1].end
    else:
        start = end = words[first].start if first < len(words) else len(text)
    begin = next((word.start for word in words if word.start >= start - _BEFORE), 0)
    begin = 0 if start <= 2 * _BEFORE else begin
    ellipsis = "…" if begin else ""
    moved = len(ellipsis) - begin
    return Excerpt(ellipsis + text[begin:], Span(start + moved, end + moved))
