"""Inline Markdown to its visible words and the styles that run over them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bulletin_tui.importers.html_words import visible_lines
from bulletin_tui.model.article import Inline, InlineStyle
from bulletin_tui.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_STYLES = {
    "strong": InlineStyle.STRONG,
    "em": InlineStyle.EMPHASIS,
    "s": InlineStyle.STRIKE,
    "link": InlineStyle.LINK,
}


@dataclass(frozen=True, slots=True)
class StyledText:
    """Clean words with their styles; offsets count in `text`."""

    text: str
    styles: tuple[Inline, ...] = ()
    """Ordered by start, then by descending end."""

    @property
    def is_emphasised(self) -> bool:
        """Whether one emphasis runs over all of it."""
        return any(
            style.style is InlineStyle.EMPHASIS and (style.start, style.end) == (0, len(self.text))
            for style in self.styles
        )

    def after(self, words: str) -> StyledText:
        """The same behind plain words."""
        shift = len(words)
        styles = (
            replace(style, start=style.start + shift, end=style.end + shift)
            for style in self.styles
        )
        return StyledText(words + self.text, tuple(styles))


def styled_text(tokens: Sequence[Token], line_break: str = "\n") -> StyledText:
    """What a reader sees of markdown-it's inline tokens: no addresses, no tags, images' words."""
    writer = _Writer(line_break)
    for token in tokens:
        writer.write(token)
    return writer.finish()


class _Writer:
    """Grows the text token by token; entities are decoded by now, so each piece is cleaned."""

    def __init__(self, line_break: str) -> None:
        self._line_break = line_break
        self._pieces: list[str] = []
        self._length = 0
        self._open: list[tuple[InlineStyle, int]] = []
        self._styles: list[Inline] = []

    def write(self, token: Token) -> None:
        """Append what is visible of one token."""
        name, _, edge = token.type.rpartition("_")
        if edge == "open" and name in _STYLES:
            self._open.append((_STYLES[name], self._length))
        elif edge == "close" and name in _STYLES:
            style, start = self._open.pop()
            self._style(start, style)
        elif token.type == "code_inline":
            start = self._length
            self._append(clean(token.content))
            self._style(start, InlineStyle.CODE)
        else:
            self._append(self._words(token))

    def finish(self) -> StyledText:
        """The whole text; without its styles if one of them cuts a letter from its marks."""
        text = "".join(self._pieces)
        cleaned = clean(text)
        if cleaned != text:
            return StyledText(cleaned)
        return StyledText(text, tuple(sorted(self._styles, key=_outermost_first)))

    def _words(self, token: Token) -> str:
        if token.type == "softbreak":
            return " "
        if token.type == "hardbreak":
            return self._line_break
        if token.type == "footnote_ref":
            return clean(f"[{token.meta['label']}]")
        if token.type == "image":
            return styled_text(token.children or (), " ").text
        if token.type == "html_inline":
            is_break = token.content.lower().startswith("<br")
            return self._line_break if is_break else " ".join(visible_lines(token.content))
        return clean(token.content).replace("\n", " ")  # an entity may stand for one

    def _append(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)

    def _style(self, start: int, style: InlineStyle) -> None:
        if start < self._length:
            self._styles.append(Inline(start, self._length, style))


def _outermost_first(style: Inline) -> tuple[int, int]:
    return (style.start, -style.end)
