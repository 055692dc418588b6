"""The words of one block, gathered piece by piece, with the styles that run over them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING

from bulletin_tui.importers.note_marks import is_mark, is_note_mark, set_mark
from bulletin_tui.importers.styled_text import StyledText
from bulletin_tui.model.article import Inline, InlineStyle
from bulletin_tui.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Sequence


_REMEMBERED = 8
"""Pieces before a raised one that are looked at."""


class Raised(IntEnum):
    """What speaks for words being the mark of a note."""

    LINKED = 1
    """They lead to another place of the same text."""
    RAISED = 2
    NOTE = 3
    """It is said that they are one."""


@dataclass(slots=True)
class _RaisedWords:
    """Words that may be the mark of a note, from where they begin."""

    kind: Raised
    pieces: int
    styles: int
    depth: int = 1


class Run:
    """Grows piece by piece; white space collapses unless it is preformatted.

    Styles stay on from one block to the next until they are ended; ends without a beginning do
    nothing.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._owes_space = False
        self._depths = dict.fromkeys(InlineStyle, 0)
        self._starts: dict[InlineStyle, int] = {}
        self._styles: list[Inline] = []
        self._linked = 0
        self._is_preformatted = False
        self._raised: _RaisedWords | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing visible is in the block yet."""
        return not self._length

    def add(self, words: str) -> None:
        """Append what stands between two tags, decoded."""
        words = clean(words)
        piece = " ".join(words.split())
        if not piece:
            self._owes_space |= bool(words)
            return
        is_within = self._length and self._pieces[-1] != "\n"
        if is_within and (self._owes_space or words[0].isspace()):
            self._append(" ")
        self._append(piece)
        self._linked += len(piece) if self._depths[InlineStyle.LINK] else 0
        self._owes_space = words[-1].isspace()

    def add_preformatted(self, words: str) -> None:
        """Append words whose spaces and line feeds count."""
        self._is_preformatted = True
        self._append(clean(words))

    def break_line(self) -> None:
        """End a line inside the block."""
        if self._length:
            self._append("\n")
            self._owes_space = False

    def owe_space(self) -> None:
        """Keep what comes next apart."""
        self._owes_space = True

    def begin(self, style: InlineStyle) -> None:
        """Set what comes in this style."""
        if not self._depths[style]:
            self._starts[style] = self._length
        self._depths[style] += 1

    def end(self, style: InlineStyle) -> None:
        """End what `begin` began last."""
        if self._depths[style]:
            self._depths[style] -= 1
            if not self._depths[style]:
                self._close(style, self._starts.pop(style))

    def begin_raised(self, kind: Raised) -> None:
        """Look at what comes as the mark of a note, up to `end_raised`."""
        if self._raised is None:
            self._raised = _RaisedWords(kind, len(self._pieces), len(self._styles))
            return
        self._raised.depth += 1
        is_raised_link = {kind, self._raised.kind} == {Raised.LINKED, Raised.RAISED}
        self._raised.kind = Raised.NOTE if is_raised_link else max(kind, self._raised.kind)

    def end_raised(self) -> None:
        """Set what came since `begin_raised` in brackets, if it is the mark of a note."""
        raised = self._raised
        if raised is None:
            return
        raised.depth -= 1
        if not raised.depth:
            self._raised = None
            self._set_mark(raised)

    def _set_mark(self, raised: _RaisedWords) -> None:
        before = "".join(self._pieces[max(0, raised.pieces - _REMEMBERED) : raised.pieces])
        written = "".join(self._pieces[raised.pieces :])
        mark = written.strip()
        if not _is_note(raised.kind, before, written):
            return
        bracketed = set_mark(mark)
        if bracketed == mark:
            return
        self._pieces[raised.pieces :] = [written.replace(mark, bracketed)]
        self._length += len(bracketed) - len(mark)
        self._styles[raised.styles :] = [
            replace(style, start=style.start + 1, end=style.end + 1)
            for style in self._styles[raised.styles :]
        ]

    def take(self) -> tuple[StyledText, float]:
        """The block, and how much of it is links; another one begins."""
        for style, start in self._starts.items():
            self._close(style, start)
            self._starts[style] = 0
        share = min(1.0, self._linked / self._length) if self._length else 0.0
        content = self._content()
        self._pieces, self._styles = [], []
        self._length = self._linked = 0
        self._owes_space = self._is_preformatted = False
        self._raised = None
        return content, share

    def _append(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)

    def _close(self, style: InlineStyle, start: int) -> None:
        if start < self._length:
            self._styles.append(Inline(start, self._length, style))

    def _content(self) -> StyledText:
        text = "".join(self._pieces)
        if self._is_preformatted:
            return StyledText(clean(text).strip("\n").rstrip())
        text = text.rstrip()  # a line may have been broken last
        cleaned = clean(text)
        if cleaned != text:  # a tag stood between a letter and its marks
            return StyledText("\n".join(" ".join(line.split()) for line in cleaned.split("\n")))
        return StyledText(text, _tight(text, self._styles) if self._styles else ())


def _is_note(kind: Raised, before: str, written: str) -> bool:
    mark = written.strip()
    if kind is Raised.NOTE:
        return bool(mark)
    if kind is Raised.RAISED:
        return is_note_mark(before.rstrip(), mark) or (not before.strip() and is_mark(mark))
    return written == mark and is_note_mark(before, mark)


def joined(contents: Sequence[StyledText], separator: str = " ") -> StyledText:
    """Several as one."""
    pieces: list[str] = []
    styles: list[Inline] = []
    length = 0
    for content in contents:
        if pieces:
            pieces.append(separator)
            length += len(separator)
        styles += [Inline(length + s.start, length + s.end, s.style) for s in content.styles]
        pieces.append(content.text)
        length += len(content.text)
    return StyledText("".join(pieces), tuple(styles))


def _tight(text: str, styles: list[Inline]) -> tuple[Inline, ...]:
    """The styles in their order, none of them beginning or ending with white space."""
    tight = []
    for style in styles:
        words = text[style.start : style.end]
        start = style.start + len(words) - len(words.lstrip())
        end = start + len(words.strip())
        if start < end:
            tight.append(Inline(start, end, style.style))
    return tuple(sorted(tight, key=lambda style: (style.start, -style.end)))
