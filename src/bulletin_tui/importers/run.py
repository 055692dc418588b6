"""The words of one block, gathered piece by piece, with the styles that run over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.importers.styled_text import StyledText
from bulletin_tui.model.article import Inline, InlineStyle
from bulletin_tui.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Sequence


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
