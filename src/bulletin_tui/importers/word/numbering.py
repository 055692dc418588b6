"""The numbers that Word paints before paragraphs; they are in no text of the document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bulletin_tui.importers.word.markup import child, tag, value
from bulletin_tui.text.clean import clean_line

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

BULLET = "•"
_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LETTERS = 26
_LONGEST_MARKER = 20
"""In code points; longer ones are no markers but text that is numbered."""
_DEEPEST = 9


class Numbering:
    """Counts the items of a document's lists."""

    def __init__(self, definitions: BaseOxmlElement | None) -> None:
        self._levels: dict[str, dict[int, tuple[str, str]]] = {}
        """The format and the text of each level, by the number of the list."""
        self._counts: dict[str, list[int]] = {}
        if definitions is not None:
            self._read(definitions)

    def next_marker(self, list_id: str, level: int) -> str:
        """What stands before the next item of the list at this level, from 0."""
        level = min(max(level, 0), _DEEPEST - 1)
        counts = self._counts.setdefault(list_id, [0] * _DEEPEST)
        counts[level] += 1
        counts[level + 1 :] = [0] * (_DEEPEST - level - 1)
        levels = self._levels.get(list_id, {})
        shape, text = levels.get(level, ("decimal", f"%{level + 1}."))
        if shape == "bullet":
            return BULLET
        marker = _PLACEHOLDER.sub(
            lambda place: _number(
                max(1, counts[int(place[1]) - 1]), levels.get(int(place[1]) - 1, (shape, ""))[0]
            ),
            text,
        )
        return clean_line(marker[:_LONGEST_MARKER])

    def _read(self, definitions: BaseOxmlElement) -> None:
        shapes: dict[str, dict[int, tuple[str, str]]] = {}
        for node in definitions:
            if tag(node) == "abstractNum":
                shapes[value(node, "abstractNumId")] = {
                    int(value(level, "ilvl") or 0): _shape(level)
                    for level in node
                    if tag(level) == "lvl"
                }
        for node in definitions:
            abstract = child(node, "abstractNumId") if tag(node) == "num" else None
            if abstract is not None:
                self._levels[value(node, "numId")] = shapes.get(value(abstract), {})


def _shape(level: BaseOxmlElement) -> tuple[str, str]:
    shape, text = child(level, "numFmt"), child(level, "lvlText")
    return (
        value(shape) if shape is not None else "decimal",
        value(text) if text is not None else "",
    )


def _number(count: int, shape: str) -> str:
    if shape.endswith("Roman"):
        roman = _roman(count)
        return roman.upper() if shape.startswith("upper") else roman
    if shape.endswith("Letter"):
        letter = chr(ord("a") + (count - 1) % _LETTERS)
        return letter.upper() if shape.startswith("upper") else letter
    return str(count)


def _roman(count: int) -> str:
    signs = []
    for number, sign in _ROMAN:
        signs.append(sign * (count // number))
        count %= number
    return "".join(signs)
