"""What is printed on one page of a PDF document: its lines, and where each of them stands."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise, starmap
from typing import TYPE_CHECKING, NamedTuple

from bulletin_tui.importers.encodings.fonts import OldFont, are_western, find_old_font
from bulletin_tui.importers.note_marks import is_note_mark, set_mark
from bulletin_tui.importers.pdf.letter_order import set_letters_in_order
from bulletin_tui.importers.signs import with_signs
from bulletin_tui.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdf import PageObject

_LETTER_WIDTH, _CAPITAL_WIDTH = 0.6, 0.8
"""Of the size of print; few letters are wider."""
_NARROW_LETTER = 0.35
"""Of the size of print; most letters are wider."""
_BETWEEN_COLUMNS = " | "
_COLUMN_GAP = 2.5
"""Times the size of print: a wider gap inside a line stands between columns."""
ITEM_SIGN = re.compile(r"[-–•*+]|(?:[0-9]{1,2}|[a-zđ]|[IVX]{1,4})[.)]")
"""What stands before an item of a list, and is no column however far from it."""
_RAISED = 0.8
"""Of the size of the line: what is raised is no larger."""
_ASKEW = 4
_LEVEL = 0.2
"""How much a line may rise, as a share of its length, without being askew."""
_OTHER_LINE = 0.3
"""Of the size of print: pieces that are higher or lower than each other are no one word."""
_A4 = (0.0, 0.0, 595.0, 842.0)
_REMEMBERED = 8
"""Pieces before a raised one that are looked at."""
_SAME_LINE = 0.05
"""Of the size of print: no more is between the heights of words on one line."""
_MADE_UP_LEADING = 14.0
_ENDS = re.compile(r"[.!?…:;][\"”’)\]]*$")
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
)
"""Letters that are printed as one."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line in clean words with single spaces; lengths are in points."""

    text: str
    left: float
    """From the left edge of the page to its first letter."""
    depth: float
    """From the top edge of the page down to the line."""
    size: float
    """Of most of its letters."""
    is_row: bool = False
    """Whether wide gaps divide it into columns."""
    is_sideways: bool = False
    """Whether it runs another way than most lines of the page."""

    @property
    def ends_sentence(self) -> bool:
        """Whether its last sign ends a sentence, or leads to a list."""
        return _ENDS.search(self.text) is not None


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """The lines of a page that have words, in the order in which the file draws them."""

    lines: tuple[PrintedLine, ...]
    height: float
    """From its top to its bottom as it is read, in points."""
    old_fonts: frozenset[str] = frozenset()
    """The names of the old fonts by whose letters its text was read."""


NOTHING_PRINTED = PrintedPage((), 0.0)


class _Chunk(NamedTuple):
    """A piece of text as pypdf reports it."""

    text: str
    x: float
    y: float
    size: float
    turn: int
    """Quarters of a circle, against the clock, by which its letters are turned; or `_ASKEW`."""
    font: OldFont | None


def read_page(page: PageObject) -> PrintedPage:
    """The lines of one page; raises whatever pypdf stumbles over."""
    text, chunks = _drawn(page)
    if any(starmap(_is_drawn_into, pairwise(chunks))) and set_letters_in_order(page):
        text, chunks = _drawn(page)
    if "".join(chunk.text for chunk in chunks) != text:
        return without_places(text.split("\n"))
    old_fonts = _read_in_old_fonts(chunks)
    left, bottom, width, height = _box_of(page)
    lines = _lines(chunks)
    turns: Counter[int] = Counter()
    for chunk in chunks:
        turns[chunk.turn] += len(chunk.text)
    turns.pop(_ASKEW, None)
    turn = turns.most_common(1)[0][0] if turns else 0
    printed = (_line(line, turn, (left, bottom), (width, height)) for line in lines)
    shown = tuple(line for line in printed if line.text)
    return PrintedPage(shown, width if turn % 2 else height, old_fonts)


def _drawn(page: PageObject) -> tuple[str, list[_Chunk]]:
    """The text of a page, and its pieces."""
    chunks: list[_Chunk] = []

    def visit(
        text: str,
        outer: list[float],
        inner: list[float],
        font: dict[str, object] | None,
        size: float,
    ) -> None:
        if text:
            old_font = find_old_font(str(font.get("/BaseFont", ""))) if font else None
            chunks.append(_placed(text, outer, inner, size)._replace(font=old_font))

    return page.extract_text(visitor_text=visit), chunks


def _is_drawn_into(before: _Chunk, chunk: _Chunk) -> bool:
    """Whether a piece begins before the one before it on the same line ends."""
    is_level = before.y == chunk.y and before.turn == chunk.turn == 0
    narrowest = before.x + _NARROW_LETTER * before.size * len(before.text.strip())
    return is_level and chunk.x < narrowest and chunk.text.strip() != ""


def _box_of(page: PageObject) -> tuple[float, float, float, float]:
    """Where the page begins, and its width and height; those of A4 where it does not say."""
    from pypdf.errors import PyPdfError

    try:
        box = page.mediabox
        return float(box.left), float(box.bottom), float(box.width), float(box.height)
    except (PyPdfError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return _A4


def _read_in_old_fonts(chunks: list[_Chunk]) -> frozenset[str]:
    """Have texts in old fonts read by the letters of these, which are named."""
    old = [(chunk.font, chunk.text) for chunk in chunks if chunk.font]
    if not old or not are_western(old):
        return frozenset()
    for number, chunk in enumerate(chunks):
        if chunk.font:
            chunks[number] = chunk._replace(text=chunk.font.read(chunk.text))
    return frozenset(font.name for font, text in old if not text.isascii())


def without_places(lines: Sequence[str]) -> PrintedPage:
    """A page of which only the words are known: as if its lines stood evenly, one below another."""
    texts = [text for line in lines if (text := _tidy(line))]
    printed = [
        PrintedLine(text, 0.0, _MADE_UP_LEADING * number, 0.0)
        for number, text in enumerate(texts, start=1)
    ]
    return PrintedPage(tuple(printed), _MADE_UP_LEADING * (len(texts) + 1))


def _placed(text: str, outer: Sequence[float], inner: Sequence[float], size: float) -> _Chunk:
    """The chunk where both matrices put it."""
    a, b, c, d, e, f = inner
    right, up = a * outer[0] + b * outer[2], a * outer[1] + b * outer[3]
    tall = math.hypot(c * outer[0] + d * outer[2], c * outer[1] + d * outer[3])
    x = e * outer[0] + f * outer[2] + outer[4]
    y = e * outer[1] + f * outer[3] + outer[5]
    numbers = (x, y, tall * size, right, up)
    if not all(map(math.isfinite, numbers)):
        return _Chunk(text, 0.0, 0.0, 0.0, 0, None)
    return _Chunk(text, x, y, round(tall * size, 1), _turn(right, up), None)


def _turn(right: float, up: float) -> int:
    if min(abs(right), abs(up)) > _LEVEL * max(abs(right), abs(up)):
        return _ASKEW
    if abs(right) >= abs(up):
        return 0 if right >= 0 else 2
    return 1 if up > 0 else 3


def _lines(chunks: Sequence[_Chunk]) -> list[list[_Chunk]]:
    """The chunks of each line; one that holds the ends of several lines is divided."""
    lines: list[list[_Chunk]] = [[]]
    for chunk in chunks:
        first, *others = chunk.text.split("\n")
        lines[-1].append(chunk._replace(text=first))
        lines += [[chunk._replace(text=other)] if other else [] for other in others]
    return _with_words_together([line for line in lines if any(map(_is_seen, line))])


def _with_words_together(lines: Sequence[list[_Chunk]]) -> list[list[_Chunk]]:
    """The lines whose words are drawn one by one as lines again."""
    joined: list[list[_Chunk]] = []
    for line in lines:
        if joined and _go_on(joined[-1][-1], line[0]):
            joined[-1] += [line[0]._replace(text=f" {line[0].text}"), *line[1:]]
        else:
            joined.append(list(line))
    return joined


def _go_on(before: _Chunk, chunk: _Chunk) -> bool:
    """Whether a piece stands right of another one, and no column begins between them."""
    is_level = before.size == chunk.size and abs(before.y - chunk.y) <= _SAME_LINE * chunk.size
    is_right = before.turn == chunk.turn == 0 and before.x < chunk.x
    return is_level and is_right and not _is_in_next_column(before, chunk)


def _is_seen(chunk: _Chunk) -> bool:
    return bool(chunk.text.strip())


def _line(
    chunks: Sequence[_Chunk], turn: int, moved: tuple[float, float], box: tuple[float, float]
) -> PrintedLine:
    sizes: Counter[float] = Counter()
    for chunk in chunks:
        sizes[chunk.size] += len(chunk.text.strip())
    size = sizes.most_common(1)[0][0]
    first = next(chunk for chunk in chunks if chunk.text.strip() and chunk.size == size)
    x, y = first.x - moved[0], first.y - moved[1]
    left, depth = ((x, box[1] - y), (y, x), (box[0] - x, y), (box[1] - y, box[0] - x))[turn]
    words = _tidy(_words(chunks, size))
    return PrintedLine(
        words,
        left,
        depth,
        size,
        is_row=_BETWEEN_COLUMNS in words,
        is_sideways=first.turn != turn,
    )


def _words(chunks: Sequence[_Chunk], size: float) -> str:
    """The words of a line: the marks of notes in brackets, columns apart as in tables."""
    pieces: list[str] = []
    before: _Chunk | None = None
    for number, chunk in enumerate(chunks):
        piece, mark = chunk.text, chunk.text.strip()
        is_raised = mark.isdigit() and 0 < chunk.size <= size * _RAISED
        if is_raised and before is None and number + 1 < len(chunks):
            piece = f"{set_mark(mark)} "
        elif is_raised and is_note_mark("".join(pieces[-_REMEMBERED:]), mark):
            piece = piece.replace(mark, set_mark(mark))
        elif before and _is_in_next_column(before, chunk):
            piece = f"{' ' if _is_item_sign(pieces) else _BETWEEN_COLUMNS}{piece}"
        elif before and _is_on_another_line(before, chunk):
            piece = f" {piece}"
        pieces.append(piece)
        before = chunk if mark else before
    return "".join(pieces)


def _is_item_sign(pieces: Sequence[str]) -> bool:
    return len(pieces) <= _REMEMBERED and ITEM_SIGN.fullmatch(_tidy("".join(pieces))) is not None


def _is_on_another_line(before: _Chunk, piece: _Chunk) -> bool:
    """Whether a piece stands higher or lower than the one before it, and is not raised."""
    small, large = sorted((before.size, piece.size))
    return small > _RAISED * large and abs(before.y - piece.y) > _OTHER_LINE * large


def _is_in_next_column(before: _Chunk, chunk: _Chunk) -> bool:
    """Whether a wide gap is between two pieces, however wide the letters of the first are."""
    if before.turn != 0 or chunk.turn != 0 or not chunk.text.strip():
        return False
    letters = before.text.strip()
    capitals = sum(map(str.isupper, letters))
    width = capitals * _CAPITAL_WIDTH + (len(letters) - capitals) * _LETTER_WIDTH
    return chunk.x - before.x - width * before.size > _COLUMN_GAP * chunk.size > 0


def _tidy(line: str) -> str:
    return " ".join(clean(with_signs(line).translate(_LIGATURES)).split())
