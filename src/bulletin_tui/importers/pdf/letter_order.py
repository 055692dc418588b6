"""Lines that a file draws font by font, as LibreOffice does: their letters as they stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pypdf import PageObject
    from pypdf.generic import ContentStream, PdfObject

_Operation: TypeAlias = "tuple[list[object], bytes]"

_WIDE = 100.0
"""Thousandths of the size of print: in a wider gap a letter of another font may stand."""
_UPRIGHT = (1.0, 0.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Letters of one font without a wide gap between them; lengths are in points."""

    font: str
    size: float
    left: float
    right: float
    height: float
    shown: list[object]
    """Strings, and the gaps between them."""


def set_letters_in_order(page: PageObject) -> bool:
    """Have a page draw its lines from left to right; whether any of them needed it."""
    from pypdf.errors import PyPdfError

    try:
        return _set_in_order(page)
    except (PyPdfError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return False


def _set_in_order(page: PageObject) -> bool:
    from pypdf.generic import ContentStream, NameObject

    stream = ContentStream(page["/Contents"].get_object(), page.pdf, "bytes")
    widths = _Widths(_entry(page["/Resources"], "/Font"))
    ordered: list[_Operation] = []
    is_changed = False
    for block in _blocks(stream):
        fonts = [operation for operation in block if operation[1] == b"Tf"]
        pieces = _mixed_line(block, widths) if len(fonts) > 1 else []
        ordered += [*_drawn(pieces), fonts[-1]] if pieces else block
        is_changed |= bool(pieces)
    if is_changed:
        stream.operations = ordered
        page[NameObject("/Contents")] = stream
    return is_changed


def _blocks(stream: ContentStream) -> Iterator[list[_Operation]]:
    """What the stream does, with each of its texts by itself."""
    block: list[_Operation] = []
    for operands, operator in stream.operations:
        if operator == b"BT":
            yield block
            block = []
        block.append((operands, operator))
        if operator == b"ET":
            yield block
            block = []
    yield block


class _Widths:
    """How wide the letters of a page's fonts are, in thousandths of their size."""

    def __init__(self, fonts: PdfObject) -> None:
        self._fonts = fonts
        self._known: dict[str, Mapping[int, float]] = {}

    def of(self, font: str) -> Mapping[int, float]:
        """By the letters' codes, each of which is one byte."""
        if font not in self._known:
            said = _entry(self._fonts, font)
            (first,) = _numbers([_entry(said, "/FirstChar")])
            widths = _numbers(_items(_entry(said, "/Widths")))
            self._known[font] = dict(enumerate(widths, int(first)))
        return self._known[font]


def _mixed_line(block: Sequence[_Operation], widths: _Widths) -> list[_Piece]:
    """From left to right the pieces of a text that is one line of several fonts, else none."""
    pieces: list[_Piece] = []
    pen = _Piece("", 0.0, 0.0, 0.0, 0.0, [])
    for operands, operator in block[1:-1]:
        numbers = _numbers(operands)
        if operator == b"Tf":
            pen = replace(pen, font=str(operands[0]), size=numbers[0])
        elif operator == b"Td" and not pieces:
            pen = replace(pen, left=numbers[0], right=numbers[0], height=numbers[1])
        elif operator == b"Tm" and tuple(numbers[:4]) == _UPRIGHT:
            pen = replace(pen, left=numbers[4], right=numbers[4], height=numbers[5])
        elif operator in {b"Tj", b"TJ"}:
            shown = _items(operands[0]) if operator == b"TJ" else operands
            pieces += _divided(shown, pen, widths.of(pen.font))
        else:
            return []
    is_line = len({piece.height for piece in pieces}) == 1
    is_mixed = any(
        before.font != piece.font and piece.left < before.left for before, piece in pairwise(pieces)
    )
    pieces.sort(key=lambda piece: piece.left)
    return [piece for piece in pieces if piece.shown] if is_line and is_mixed else []


def _divided(shown: Sequence[object], pen: _Piece, widths: Mapping[int, float]) -> Iterator[_Piece]:
    """The pieces between wide gaps of what is shown, from where an empty piece is."""
    piece = pen
    for each in shown:
        if isinstance(each, bytes):
            width = sum(widths[code] for code in each)
        elif isinstance(each, int | float):
            width = -each
        else:
            raise TypeError
        right = piece.right + width * pen.size / 1000
        if isinstance(each, bytes) or abs(width) <= _WIDE:
            piece = replace(piece, right=right, shown=[*piece.shown, each])
        else:
            yield piece
            piece = replace(pen, left=right, right=right)
    yield piece


def _drawn(pieces: Sequence[_Piece]) -> Iterator[_Operation]:
    """What draws these pieces one after another."""
    from pypdf.generic import ArrayObject, FloatObject, NameObject

    yield [], b"BT"
    for piece in pieces:
        yield [NameObject(piece.font), FloatObject(piece.size)], b"Tf"
        yield [*map(FloatObject, (*_UPRIGHT, piece.left, piece.height))], b"Tm"
        yield [ArrayObject(piece.shown)], b"TJ"
    yield [], b"ET"


def _entry(holder: PdfObject | None, key: str) -> PdfObject:
    from pypdf.generic import DictionaryObject

    if not isinstance(holder, DictionaryObject):
        raise TypeError
    return holder[key]


def _items(array: object) -> list[object]:
    return [*array] if isinstance(array, list) else []


def _numbers(operands: Sequence[object]) -> list[float]:
    return [float(each) for each in operands if isinstance(each, int | float)]
