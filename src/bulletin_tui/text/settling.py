"""Moving what was deleted or inserted to where paragraphs begin.

Of two paragraphs that begin alike the first was deleted: by letters alone its beginning may as well
have stayed, and that of the second gone. The marks on the first would then land in the second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.article import Span
from bulletin_tui.text.edits import Edit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.text.wording import Wording

_FURTHEST = 4_000
"""How many words an edit is moved at most."""
_AT_EDGE = 4
_LINES = 2
"""Line feeds that count: more do not part a text any deeper."""
_SENTENCE_ENDS = ".!?…:;"


def settled(edits: Sequence[Edit], old: Wording, new: Wording) -> list[Edit]:
    """The edits with each lone deletion and insertion where it cuts the text least."""
    done: list[Edit] = []
    waiting = list(reversed(edits))
    while waiting:
        edit = waiting.pop()
        if edit.is_equal or (edit.old and edit.new):
            done.append(edit)
            continue
        before = done.pop() if done and done[-1].is_equal else _nothing_before(edit)
        after = waiting.pop() if waiting and waiting[-1].is_equal else _nothing_after(edit)
        text, words = (old, edit.old) if edit.old else (new, edit.new)
        shift = _best_shift(text, words, len(before.old), len(after.old))
        done += (_moved(before, 0, shift), _moved(edit, shift, shift))
        waiting.append(_moved(after, shift, 0))
    return [edit for edit in done if edit.old or edit.new]


def _nothing_before(edit: Edit) -> Edit:
    old, new = edit.old.start, edit.new.start
    return Edit(Span(old, old), Span(new, new), is_equal=True)


def _nothing_after(edit: Edit) -> Edit:
    old, new = edit.old.end, edit.new.end
    return Edit(Span(old, old), Span(new, new), is_equal=True)


def _moved(edit: Edit, start: int, end: int) -> Edit:
    """The edit with its start and its end moved."""
    return Edit(
        Span(edit.old.start + start, edit.old.end + end),
        Span(edit.new.start + start, edit.new.end + end),
        is_equal=edit.is_equal,
    )


def _best_shift(text: Wording, words: Span, back: int, forth: int) -> int:
    """How far to move the words, which only may be moved over others that are the same."""
    best, best_depth = 0, _depth(text, words)
    for step, limit in ((-1, back), (1, forth)):
        moved = words
        for shift in range(step, step * (min(limit, _FURTHEST) + 1), step):
            passed = moved.end - 1 if step < 0 else moved.start
            moved = Span(words.start + shift, words.end + shift)
            taken = moved.start if step < 0 else moved.end - 1
            if text.codes[passed] != text.codes[taken]:
                break
            depth = _depth(text, moved)
            if depth > best_depth:
                best, best_depth = shift, depth
    return best


def _depth(text: Wording, words: Span) -> int:
    """How deep the text is parted at both ends of some words."""
    return _depth_before(text, words.start) + _depth_before(text, words.end)


def _depth_before(text: Wording, word: int) -> int:
    """How deep the text is parted before a word: by its own edge, lines, a sentence's end."""
    if word in (0, len(text)):
        return _AT_EDGE
    end, start = text.ends[word - 1], text.starts[word]
    lines = min(text.text.count("\n", end, start), _LINES)
    return lines + (text.text[end - 1] in _SENTENCE_ENDS)
