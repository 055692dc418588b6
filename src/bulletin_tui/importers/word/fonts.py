"""Runs of Word in old Vietnamese fonts, read by the letters that these fonts have."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from bulletin_tui.importers.encodings.fonts import OldFont, are_western, find_old_font
from bulletin_tui.importers.word.markup import child, tag, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

    from bulletin_tui.importers.word.styles import Styles

_FONTS = "rFonts"
_BY_THEME = ("hAnsiTheme", "asciiTheme")
_NAMED = ("hAnsi", "ascii")
"""Letters beyond ASCII are set in the first of these that is there."""


class Fonts:
    """The fonts of one document's runs: their own, or those of their styles."""

    def __init__(self, document: WordDocument, styles: Styles) -> None:
        self._body = document.element.body
        self._styles = styles
        defaults = child(document.styles.element, "docDefaults", "rPrDefault")
        self._default = (_own_font(defaults) or "") if defaults is not None else ""
        self._of_styles: dict[str, str] = {}
        self._may_be_old = any(map(_names_old, (self._body, document.styles.element)))
        self.old: set[str] = set()
        """The names of the old fonts that texts were read in."""

    def read(self, words: str, run: BaseOxmlElement | None, style: str) -> str:
        """The words of a run, in a paragraph of the style of this id."""
        font = self._find_old(run, style) if self._may_be_old and run is not None else None
        if font is None or not self._are_western:
            return words
        if not words.isascii():
            self.old.add(font.name)
        return font.read(words)

    @cached_property
    def _are_western(self) -> bool:
        """Asked about the whole document, once a run of it is in an old font."""
        return are_western(self._in_old_fonts())

    def _in_old_fonts(self) -> Iterator[tuple[OldFont, str]]:
        style = ""
        for node in self._body.iter():
            if tag(node) == "p":
                style = self._styles.id_of(node)
            font = self._find_old(node, style) if tag(node) == "r" else None
            if font is not None:
                yield font, "".join(each.text or "" for each in node if tag(each) == "t")

    def _find_old(self, run: BaseOxmlElement, style: str) -> OldFont | None:
        font = _own_font(run)
        if font is None:
            named = child(run, "rPr", "rStyle")
            font = self._of_style(value(named)) if named is not None else None
        return find_old_font(font or self._of_style(style) or self._default)

    def _of_style(self, style: str) -> str:
        if style not in self._of_styles:
            ancestry = self._styles.ancestry(style or self._styles.default)
            found = (_own_font(node) for node in ancestry)
            self._of_styles[style] = next((font for font in found if font is not None), "")
        return self._of_styles[style]


def _names_old(part: BaseOxmlElement) -> bool:
    """Whether an old font is named anywhere in a part of the document."""
    names = {name for fonts in part.iter(f"{{*}}{_FONTS}") for name in fonts.attrib.values()}
    return any(find_old_font(str(name)) for name in names)


def _own_font(node: BaseOxmlElement) -> str | None:
    """The font that a run or a style says itself; empty for one of the document's theme."""
    fonts = child(node, "rPr", _FONTS)
    if fonts is None:
        return None
    if any(value(fonts, name) for name in _BY_THEME):
        return ""
    return next((font for name in _NAMED if (font := value(fonts, name))), None)
