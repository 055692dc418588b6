"""Styles of Word: their names, and the lists that their paragraphs are items of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.importers.word.markup import child, value, whole_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

NO_LIST = "0"
_INHERITED = 20
"""Styles that one style may stand on."""


class Styles:
    """The styles of one document, by their ids."""

    def __init__(self, document: WordDocument) -> None:
        self._names = {
            style.style_id: (style.name or "").lower() for style in document.styles if style.name
        }
        self._nodes = {style.style_id: style.element for style in document.styles}
        self.default = next(
            (
                style_id
                for style_id, node in self._nodes.items()
                if value(node, "type") == "paragraph" and value(node, "default") == "1"
            ),
            "",
        )
        """The id of the style of paragraphs that name none."""

    def name_of(self, paragraph: BaseOxmlElement) -> str:
        """The name of the paragraph's style, in small letters; empty for none."""
        return self._names.get(self.id_of(paragraph), "")

    def id_of(self, paragraph: BaseOxmlElement) -> str:
        """The id of the paragraph's style; empty for none."""
        style = child(paragraph, "pPr", "pStyle")
        return value(style) if style is not None else ""

    def list_of(self, paragraph: BaseOxmlElement) -> tuple[str, int | None]:
        """The list that the paragraph is an item of, itself or by its style, and how deep in it.

        Without a list its id is empty; None where only the list knows how deep.
        """
        list_id, depth = "", None
        for node in (paragraph, *self.ancestry(self.id_of(paragraph))):
            numbered = child(node, "pPr", "numPr")
            if numbered is None:
                continue
            said, deep = child(numbered, "numId"), child(numbered, "ilvl")
            depth = whole_number(deep) if depth is None and deep is not None else depth
            if said is not None:
                list_id = value(said)
                break
        return ("" if list_id == NO_LIST else list_id), depth

    def ancestry(self, style: str) -> Iterator[BaseOxmlElement]:
        """A style by its id, and those that it stands on."""
        for _turn in range(_INHERITED):
            node = self._nodes.get(style)
            if node is None:
                return
            yield node
            based = child(node, "basedOn")
            style = value(based) if based is not None else ""
