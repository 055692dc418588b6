"""Words and letters changed here and there, as they are when a text is worked over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.article import Span
from edited_reports.marked import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

_LETTERS = "abcdeghiklmnopqrstuvxyêôơưăâđ"


def changed_words(
    words: Sequence[Span], share: float, others: Sequence[str], chance: Random
) -> Iterator[Piece]:
    """A share of the words, at least one, replaced by others, taken out, or given a companion."""
    count = max(round(share * len(words)), 1)
    for number in sorted(chance.sample(range(len(words)), count)):
        word, other = words[number], chance.choice(others)
        kind = chance.random()
        if kind < 0.6:
            yield Piece(word, other)
        elif kind < 0.8:
            yield Piece(word, "")
        elif number + 1 < len(words):
            yield Piece(Span(word.end, word.end), f" {other}")
        else:
            yield Piece(Span(word.start, word.start), f"{other} ")


def changed_letters(text: str, at: Span, count: int, chance: Random) -> Iterator[Piece]:
    """Some letters of a passage replaced, taken out or doubled."""
    letters = [offset for offset in range(at.start, at.end) if text[offset].isalnum()]
    for offset in sorted(chance.sample(letters, min(count, len(letters)))):
        letter = Span(offset, offset + 1)
        new = chance.choice((chance.choice(_LETTERS), "", text[offset] * 2))
        yield Piece(letter, new)
