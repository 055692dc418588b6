"""The printed lines of a document's pages, joined into paragraphs again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.importers.pdf.contents import leads_to_page
from bulletin_tui.importers.pdf.edges import Place
from bulletin_tui.importers.pdf.foot_notes import begins_note, find_foot_notes
from bulletin_tui.importers.pdf.printed import ITEM_SIGN
from bulletin_tui.importers.pdf.running_heads import find_running_heads
from bulletin_tui.importers.pdf.spacing import MOST_INDENT, Spacing, is_other_print

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from bulletin_tui.importers.pdf.printed import PrintedLine, PrintedPage

_FULL, _SURELY_FULL = 0.75, 0.875
"""Of the usual length: a line that is this long goes on in the next one, also behind a sentence."""
_BEGINS_ANEW = re.compile(rf"(?:{ITEM_SIGN.pattern})\s|(?:Điều|Chương|Mục)\s[0-9IVX]")
_UNFINISHED = re.compile(r"\s(?:số|của|và|về|ngày|tháng|of|the|and)$")
"""Words with which no title and no sentence ends: large print is wrapped sooner than the text."""
_HYPHEN = re.compile(r"(?<=[^\W\d_])-$")
_VIETNAMESE = re.compile("[ăđơưạ-ỹ]", re.IGNORECASE)
"""Letters of no other language that divides words: `kinh tế-xã hội` keeps its hyphen."""
_ROOM = 0.12
"""Of the height of a page: more of it is empty below the last line of a page that is cut off."""
_FEWEST_SPACES_OF_A_HEAD = 2
_USUAL = 0.9
"""Of all lines, nine in ten are no longer than what counts as the usual length."""
_SAME_LEFT = 2.0
"""In points."""
_LEAST_USUAL = 32.0
"""In letters; shorter lines are those of tables and lists."""


@dataclass(frozen=True, slots=True)
class PrintedText:
    """What is printed on the pages of a document."""

    paragraphs: tuple[str, ...]
    heads: tuple[tuple[str, ...], ...] = ()
    """Running heads and page numbers, each kind together, in all the words that it has."""


def read_pages(pages: Sequence[PrintedPage]) -> PrintedText:
    """Paragraphs over the ends of lines and pages; what runs over all pages is not among them."""
    spacing = Spacing(pages)
    heads = find_running_heads(pages, spacing)
    left_out = {place for kind in heads.left_out for place in kind}
    notes = find_foot_notes(pages, left_out | heads.apart, spacing.size)
    joiner = _Joiner(spacing, _usual_lengths(pages, spacing), _cut_off(pages, left_out))
    for number, page in enumerate(pages):
        for at, line in enumerate(page.lines):
            place = Place(number, at)
            if place in left_out:
                continue
            if place in notes:
                joiner.add_note(line)
            elif place in heads.apart:
                joiner.set_aside(line.text)
            else:
                joiner.add(line, number)
    words = tuple(
        tuple(dict.fromkeys(pages[place.page].lines[place.line].text for place in kind))
        for kind in heads.left_out
    )
    return PrintedText(tuple(joiner.finish()), words)


def _usual_lengths(pages: Sequence[PrintedPage], spacing: Spacing) -> list[float]:
    """How long a full line of each page is: as on all pages of its height."""
    lengths: dict[int, list[float]] = {}
    for page in pages:
        found = lengths.setdefault(round(page.height), [])
        found += [spacing.length(line) for line in page.lines if not leads_to_page(line.text)]
    usual = {height: _usual(sorted(found)) for height, found in lengths.items()}
    return [usual[round(page.height)] for page in pages]


def _usual(lengths: Sequence[float]) -> float:
    return max(lengths[int(len(lengths) * _USUAL)] if lengths else 0, _LEAST_USUAL)


def _cut_off(pages: Sequence[PrintedPage], left_out: Container[Place]) -> frozenset[int]:
    """The pages that end long before they are full: nothing goes on over their ends."""
    filled = [
        max(
            (
                line.depth
                for at, line in enumerate(page.lines)
                if Place(number, at) not in left_out and not line.is_sideways
            ),
            default=0.0,
        )
        / max(page.height, 1.0)
        for number, page in enumerate(pages)
    ]
    full = max(filled, default=0.0) - _ROOM
    return frozenset(number for number, share in enumerate(filled) if share < full)


class _Joiner:
    """Takes the lines in their order; what is set aside comes behind the paragraph it cuts."""

    def __init__(self, spacing: Spacing, usual: Sequence[float], cut_off: frozenset[int]) -> None:
        self._spacing = spacing
        self._cut_off = cut_off
        self._usual = usual
        self._joined: list[list[str]] = []
        """Paragraphs in pieces: a long one costs no more than its lines."""
        self._aside: list[list[str]] = []
        self._above: PrintedLine | None = None
        self._first: PrintedLine | None = None
        """The first line of the paragraph that is open."""
        self._page = 0
        self._note: list[str] | None = None
        """The last note, which may go on on the next page."""

    def add(self, line: PrintedLine, page: int) -> None:
        """Read the next line of the text."""
        if self._above and self._goes_on(self._above, line, page):
            _extend(self._joined[-1], line.text)
        else:
            self._joined += [*self._aside, [line.text]]
            self._aside = []
            self._first = line
        self._above, self._page = line, page

    def add_note(self, line: PrintedLine) -> None:
        """Read the next line of the notes."""
        if self._note is not None and not begins_note(line):
            _extend(self._note, line.text)
        else:
            self._note = [line.text]
            self._aside.append(self._note)

    def set_aside(self, words: str) -> None:
        """Keep a line that belongs to no paragraph."""
        self._aside.append([words])

    def finish(self) -> list[str]:
        """All paragraphs."""
        return ["".join(pieces) for pieces in self._joined + self._aside]

    def _goes_on(self, above: PrintedLine, line: PrintedLine, page: int) -> bool:
        """Whether a line belongs to the paragraph of the line before it."""
        if above.is_row or line.is_row or leads_to_page(above.text):
            return False
        is_list = above.text.endswith((":", ";")) and line.text[:1].isupper()
        if is_list or _BEGINS_ANEW.match(line.text) or _is_head_beside(above.text, line.text):
            return False
        if self._is_divided(above, line, page) or self._is_set_right(above, line, page):
            return False
        if self._begins_by_indent(line, page):
            return False
        return (
            self._is_full(above, line, page)
            or self._is_inside_sentence(above, line, page)
            or _UNFINISHED.search(above.text) is not None
        )

    def _is_inside_sentence(self, above: PrintedLine, line: PrintedLine, page: int) -> bool:
        """Whether a line right below another one, as in a column, goes on in small letters."""
        if page != self._page or above.depth >= line.depth or not line.size:
            return False
        is_below = abs(above.left - line.left) <= _SAME_LEFT or self._is_first(above, line, page)
        return is_below and line.text[:1].islower() and not above.ends_sentence

    def _is_first(self, above: PrintedLine, line: PrintedLine, page: int) -> bool:
        """Whether only the indent of a paragraph's first line is between where two lines begin."""
        spacing = self._spacing
        is_indented = spacing.has_indents and spacing.is_indented(above, page)
        return is_indented and spacing.is_at_margin(line, page)

    def _is_divided(self, above: PrintedLine, line: PrintedLine, page: int) -> bool:
        """Whether a gap, other print or the end of a page that is not full is between two lines."""
        if page == self._page:
            return self._spacing.is_apart(above, line)
        is_cut_off = not self._cut_off.isdisjoint(range(self._page, page))
        return is_cut_off or is_other_print(above, line)

    def _is_full(self, above: PrintedLine, line: PrintedLine, page: int) -> bool:
        usual, length = self._usual[self._page], self._spacing.length(above)
        if length < _FULL * usual:
            return False
        is_set_on = self._spacing.has_indents and self._spacing.is_at_margin(line, page)
        return is_set_on or length >= _SURELY_FULL * usual or not above.ends_sentence

    def _is_set_right(self, above: PrintedLine, line: PrintedLine, page: int) -> bool:
        """Whether a line is at the right below the end of a sentence, as the name of a writer."""
        is_below = page == self._page and above.depth < line.depth
        is_right = line.left - above.left > MOST_INDENT
        return is_below and is_right and above.ends_sentence

    def _begins_by_indent(self, line: PrintedLine, page: int) -> bool:
        """Whether the indent before a line says that a paragraph begins, and not that one hangs."""
        if not (self._spacing.has_indents and self._spacing.is_indented(line, page)):
            return False
        if _is_head(line.text):
            return False
        hangs = self._first is not None and _BEGINS_ANEW.match(self._first.text) is not None
        return line.text[:1].isupper() and not (hangs and self._is_left_of(self._first, line))

    def _is_left_of(self, first: PrintedLine | None, line: PrintedLine) -> bool:
        return first is not None and first.left < line.left - 1


def _is_head_beside(above: str, line: str) -> bool:
    """Whether one of two lines is a heading in capitals, and the other one no part of it."""
    ends = _is_head(above) and line != line.upper() and not line[:1].islower()
    return ends or (_is_head(line) and not _is_head(above))


def _is_head(words: str) -> bool:
    """Whether a line is in capitals, and is more than a name."""
    return words.isupper() and words.count(" ") >= _FEWEST_SPACES_OF_A_HEAD


def _extend(pieces: list[str], line: str) -> None:
    """Append a line to a paragraph; what is divided between the two is whole again."""
    before = pieces[-1]
    if not (_HYPHEN.search(before) and line[:1].islower()):
        pieces.append(f" {line}")
        return
    if not _VIETNAMESE.search(before):
        pieces[-1] = before[:-1]
    pieces.append(line)
