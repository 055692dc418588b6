"""Two versions of a text laid side by side: which words of the old one are which of the new one.

The shortest edit by Levenshtein, in parts where the texts are long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.article import Span
from bulletin_tui.text.common_rows import parts_beside
from bulletin_tui.text.edits import Alignment, Edit
from bulletin_tui.text.settling import settled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bulletin_tui.text.wording import Wording

_AT_ONCE = 6_000_000
"""Pairs of words that are compared without cutting the texts into parts; takes 3 ms."""
_AT_MOST = 300_000_000
"""Pairs that are compared in all; nothing of the other parts is matched."""


def align(old: Wording, new: Wording) -> Alignment:
    """Lay two texts written in one vocabulary side by side."""
    return Alignment(settled(_joined(_edits(old.codes, new.codes)), old, new))


def lay_beside(old: str, new: str) -> Alignment:
    """Lay two short rows of words side by side."""
    return Alignment(list(_shortest(old, new, Span(0, len(old)), Span(0, len(new)))))


def _edits(old: str, new: str) -> Iterator[Edit]:
    left = _AT_MOST
    for old_part, new_part in _parts(old, new):
        pairs = len(old_part) * len(new_part)
        if pairs > left:
            yield Edit(old_part, Span(new_part.start, new_part.start), is_equal=False)
            yield Edit(Span(old_part.end, old_part.end), new_part, is_equal=False)
        else:
            left -= pairs
            yield from _shortest(old, new, old_part, new_part)


def _parts(old: str, new: str) -> Iterator[tuple[Span, Span]]:
    if len(old) * len(new) <= _AT_ONCE:
        yield Span(0, len(old)), Span(0, len(new))
    else:
        yield from parts_beside(old, new)


def _shortest(old: str, new: str, old_part: Span, new_part: Span) -> Iterator[Edit]:
    from rapidfuzz.distance import Levenshtein  # 13 ms, and most texts never change

    script = Levenshtein.opcodes(
        old[old_part.start : old_part.end], new[new_part.start : new_part.end]
    )
    for step in script:
        yield Edit(
            Span(old_part.start + step.src_start, old_part.start + step.src_end),
            Span(new_part.start + step.dest_start, new_part.start + step.dest_end),
            is_equal=step.tag == "equal",
        )


def _joined(edits: Iterator[Edit]) -> list[Edit]:
    """The edits, with what is equal in two parts one after the other made one."""
    joined: list[Edit] = []
    for edit in edits:
        if edit.is_equal and joined and joined[-1].is_equal:
            last = joined.pop()
            edit = Edit(  # noqa: PLW2901
                Span(last.old.start, edit.old.end),
                Span(last.new.start, edit.new.end),
                is_equal=True,
            )
        if edit.old or edit.new:
            joined.append(edit)
    return joined
