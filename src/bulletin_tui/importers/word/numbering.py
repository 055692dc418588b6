"""The numbers that Word paints before paragraphs; no paragraph has them among its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.importers.word.markup import child, tag, value, whole_number
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


@dataclass(frozen=True, slots=True)
class _Level:
    """How the items of one depth are numbered."""

    shape: str = "decimal"
    text: str = ""
    start: int = 1
    style: str = ""
    """The id of the style whose paragraphs are of this depth."""


class Numbering:
    """Counts the items of a document's lists."""

    def __init__(self, definitions: BaseOxmlElement | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        """By the number of the list, and by depth."""
        self._sequences: dict[str, str] = {}
        """What each list counts on: lists of one definition go on from each other."""
        self._restarts: dict[str, dict[int, int]] = {}
        """Where the first item of a list begins to count anew."""
        self._counts: dict[str, dict[int, int]] = {}
        if definitions is not None:
            self._read(definitions)

    def depth_of(self, list_id: str, style: str) -> int:
        """At which level of the list the paragraphs of a style are."""
        levels = self._levels.get(list_id, {})
        return next((depth for depth, level in levels.items() if style and level.style == style), 0)

    def next_marker(self, list_id: str, depth: int) -> str:
        """What stands before the next item of the list at this depth, from 0."""
        depth = min(depth, _DEEPEST - 1)
        levels = self._levels.get(list_id, {})
        level = levels.get(depth, _Level(text=f"%{depth + 1}."))
        counts = self._counts.setdefault(self._sequences.get(list_id, list_id), {})
        counts |= {at: start - 1 for at, start in self._restarts.pop(list_id, {}).items()}
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [at for at in counts if at > depth]:
            del counts[deeper]
        if level.shape == "bullet":
            return BULLET
        marker = _PLACEHOLDER.sub(
            lambda place: _count(levels, counts, int(place[1]) - 1), level.text
        )
        return clean_line(marker[:_LONGEST_MARKER])

    def _read(self, definitions: BaseOxmlElement) -> None:
        levels: dict[str, dict[int, _Level]] = {}
        for node in definitions:
            if tag(node) == "abstractNum":
                levels[value(node, "abstractNumId")] = {
                    whole_number(each, "ilvl"): _level(each) for each in node if tag(each) == "lvl"
                }
        for node in definitions:
            abstract = child(node, "abstractNumId") if tag(node) == "num" else None
            if abstract is not None:
                list_id = value(node, "numId")
                self._sequences[list_id] = f"of {value(abstract)}"
                self._levels[list_id] = levels.get(value(abstract), {})
                self._restarts[list_id] = _restarts(node)


def _level(node: BaseOxmlElement) -> _Level:
    shape, text, style = child(node, "numFmt"), child(node, "lvlText"), child(node, "pStyle")
    return _Level(
        value(shape) if shape is not None else "decimal",
        value(text) if text is not None else "",
        whole_number(child(node, "start"), otherwise=1),
        value(style) if style is not None else "",
    )


def _restarts(node: BaseOxmlElement) -> dict[int, int]:
    overrides = [each for each in node if tag(each) == "lvlOverride"]
    return {
        whole_number(each, "ilvl"): whole_number(start, otherwise=1)
        for each in overrides
        if (start := child(each, "startOverride")) is not None
    }


def _count(levels: dict[int, _Level], counts: dict[int, int], depth: int) -> str:
    level = levels.get(depth, _Level())
    return written_number(counts.get(depth, level.start), level.shape)


def written_number(count: int, shape: str) -> str:
    """A number in one of the shapes that Word has for numbers."""
    if shape == "none":
        return ""
    if shape == "decimalZero":
        return f"{count:02}"
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
