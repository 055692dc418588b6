"""The words of one paragraph of Word, in order, with what runs over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.importers.run import Run
from bulletin_tui.importers.word.markup import child, is_on, tag
from bulletin_tui.model.article import InlineStyle

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

    from bulletin_tui.importers.styled_text import StyledText

_NOT_READ = frozenset({"del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr"})
"""What was deleted, codes of fields, a second form of what is there, and properties."""
_STYLES = {"b": InlineStyle.STRONG, "i": InlineStyle.EMPHASIS, "strike": InlineStyle.STRIKE}
_SIGNS = {"tab": " ", "noBreakHyphen": "-", "ptab": " "}


def read_paragraph(
    paragraph: BaseOxmlElement,
) -> tuple[StyledText, list[BaseOxmlElement]]:
    """The paragraph, and the text boxes that hang on it, whose paragraphs are their own."""
    reader = _Reader()
    waiting: list[BaseOxmlElement | InlineStyle] = [paragraph]
    while waiting:
        node = waiting.pop()
        if isinstance(node, InlineStyle):
            reader.run.end(node)
            continue
        for style in reader.take(node):
            reader.run.begin(style)
            waiting.append(style)
        if tag(node) not in _NOT_READ and tag(node) != "txbxContent":
            waiting.extend(reversed(list(node)))
    return reader.run.take()[0], reader.boxes


class _Reader:
    def __init__(self) -> None:
        self.run = Run()
        self.boxes: list[BaseOxmlElement] = []

    def take(self, node: BaseOxmlElement) -> list[InlineStyle]:
        """Read what the element is by itself; the styles that all inside it has."""
        name = tag(node)
        if name == "t":
            self.run.add(node.text or "")
        elif name in _SIGNS:
            self.run.add(_SIGNS[name])
        elif name in {"br", "cr"}:
            self.run.break_line()
        elif name == "txbxContent":
            self.boxes.append(node)
        elif name == "hyperlink":
            return [InlineStyle.LINK]
        elif name == "r":
            return [style for key, style in _STYLES.items() if is_on(child(node, "rPr", key))]
        return []
