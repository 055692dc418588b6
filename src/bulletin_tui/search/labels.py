"""Narrowing short lists by what is typed: commands, headings, names."""

from __future__ import annotations

from functools import lru_cache

from bulletin_tui.model.article import Span
from bulletin_tui.text.clean import clean_line
from bulletin_tui.text.fold import fold, strict, strictly_matches
from bulletin_tui.text.words import word_spans, word_starts


def match_label(typed: str, label: str) -> tuple[Span, ...] | None:
    """The beginnings of words in `label` that each typed word stands for; None if one has none.

    The order of the words is free; a bare letter stands for any marked form of it. Signs without
    a word, such as ⭐, stand for themselves.
    """
    comparable, bare, starts = _forms(label)
    words = label_words(typed)
    if not words:
        return _match_signs(strict(clean_line(typed)).strip(), comparable)
    matches: set[Span] = set()
    for wanted in words:
        bare_wanted, length = fold(wanted), len(wanted)
        spans = [
            Span(start, start + length)
            for start in starts
            if bare.startswith(bare_wanted, start)
            and strictly_matches(wanted, comparable[start : start + length])
        ]
        if not spans:
            return None
        matches.update(spans)
    return _apart(sorted(matches))


@lru_cache(maxsize=256)
def _forms(label: str) -> tuple[str, str, list[int]]:
    """A label as it is compared, its bare letters, and where its words begin.

    They are kept for the rows on the screen, most of which stay there from letter to letter.
    """
    comparable = strict(label)
    return comparable, fold(comparable), word_starts(label)


@lru_cache(maxsize=4)
def label_words(typed: str) -> tuple[str, ...]:
    """The words typed, each once, in the form in which labels are compared.

    They are kept: a list compares every row with the same ones, and much may have been pasted.
    """
    text = strict(clean_line(typed))
    return tuple(dict.fromkeys(text[span.start : span.end] for span in word_spans(text)))


def _match_signs(signs: str, comparable: str) -> tuple[Span, ...] | None:
    start = comparable.find(signs)
    found = (Span(start, start + len(signs)),) if signs else ()
    return None if start < 0 else found


def _apart(spans: list[Span]) -> tuple[Span, ...]:
    """Of spans that start together the longest."""
    return tuple({span.start: span for span in spans}.values())
