"""A walk over a page's tags that gathers its blocks: every visible word, in order.

Nothing here recurses, and a page of any nesting takes time linear in its length.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.importers.html import elements
from bulletin_tui.importers.html.grid import Grid
from bulletin_tui.importers.html.nesting import Nesting, Open, Setting
from bulletin_tui.importers.html.pieces import Piece
from bulletin_tui.importers.html.raised import raised_kind
from bulletin_tui.importers.html.regions import Regions
from bulletin_tui.importers.html.tokens import EndTag, StartTag, Text, attributes_of
from bulletin_tui.importers.pictures import picture_words
from bulletin_tui.importers.run import Run
from bulletin_tui.model.article import BlockKind

if TYPE_CHECKING:
    from bulletin_tui.importers.html.tokens import Token
    from bulletin_tui.importers.styled_text import StyledText

_HIDING = re.compile(r"style|hidden|pagebreak", re.IGNORECASE)
_LONGEST_HIDING = 2000
"""Where in the attributes of what is no block they are looked for, in code points."""
_UNSEEN = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)

_LEADS_BACK = re.compile(r"\s*↩[\ufe0e\ufe0f]?\s*")
"""What a link from a note to where it is cited shows."""


class Walker:
    """Takes tokens, gives pieces.

    In a book a `<br>` does not end a block, and pictures are told by their alternative texts; with
    `shows_all` no attribute hides anything.
    """

    def __init__(
        self, *, is_xml: bool = False, is_book: bool = False, shows_all: bool = False
    ) -> None:
        self.regions = Regions()
        self.hidden_words = 0
        self._is_xml = is_xml
        self._is_book = is_book
        self._shows_all = shows_all
        self._page: list[Piece] = []
        self._sink = self._page
        self._grid: Grid | None = None
        """The innermost table, as long as it may be one of data."""
        self._nesting = Nesting()
        self._run = Run()
        self._marker = ""
        self._is_apart = True
        self._is_picture = False
        """Whether nothing but pictures is in the block yet."""

    def take(self, token: Token) -> None:
        """Go on by one token."""
        if isinstance(token, Text):
            self._read(token.words)
        elif isinstance(token, StartTag):
            self._start(token)
        elif isinstance(token, EndTag):
            self._end(token.name)

    def finish(self) -> list[Piece]:
        """All pieces, in order."""
        self._flush()
        self._spill()
        return self._page

    def _read(self, words: str) -> None:
        here = self._nesting.here.setting
        if here.is_hidden:
            self.hidden_words += len(words.split())
        elif here.kind is BlockKind.CODE:
            self._run.add_preformatted(words)
        elif not _LEADS_BACK.fullmatch(words):
            if self._grid and self._sink is self._page and words.strip():
                self._leave_grid(self._grid, here)
            self._is_picture &= not words.strip()
            self._run.add(words)

    def _leave_grid(self, grid: Grid, here: Setting) -> None:
        """Words between cells would come to stand before the table; its caption does anyway."""
        if here.kind is not BlockKind.CAPTION or grid.is_begun:
            self._spill()

    def _start(self, tag: StartTag) -> None:
        name = tag.name
        if name in elements.VOID:
            self._void(name, tag.attributes)
        elif elements.is_block(name):
            self._close_before(name)
            self._flush(apart=name)
            attributes = attributes_of(tag.attributes) if tag.attributes else {}
            setting = self._setting(name, attributes)
            self._nesting.enter(Open(name, is_block=True, setting=setting))
            self._enter(name, attributes)
            if self._is_whole(tag):
                self._close(self._nesting.innermost())
        elif not self._is_whole(tag):
            self._open_inline(name, tag.attributes)

    def _is_whole(self, tag: StartTag) -> bool:
        """Whether the element ends with its own tag: only XML, and what is not HTML, does that."""
        return tag.is_closed and (self._is_xml or not elements.is_html(tag.name))

    def _void(self, name: str, written: str = "") -> None:
        here = self._nesting.here.setting
        if here.is_hidden:
            return
        if name == "hr":
            self._flush(apart=name)
        elif name == "br":
            self._break(here)
        elif name == "img" and self._is_book:
            self._tell_picture(attributes_of(written))

    def _tell_picture(self, attributes: dict[str, str]) -> None:
        words = picture_words(attributes.get("alt", ""))
        if words and not self._hides(attributes):
            self._is_picture |= self._run.is_empty
            self._run.owe_space()
            self._run.add(words)
            self._run.owe_space()

    def _break(self, here: Setting) -> None:
        if here.kind is BlockKind.CODE:
            self._run.add_preformatted("\n")
        elif here.kind in {BlockKind.HEADING, BlockKind.CAPTION}:
            self._run.owe_space()
        elif self._is_book:
            self._run.break_line()
        else:
            was_empty = self._run.is_empty
            self._flush()
            self._is_apart = was_empty

    def _open_inline(self, name: str, written: str) -> None:
        setting = self._nesting.here.setting
        if _HIDING.search(written, 0, _LONGEST_HIDING) and not setting.is_hidden:
            setting = replace(setting, is_hidden=self._hides(attributes_of(written)))
        kind = raised_kind(name, written)
        self._nesting.enter(Open(name, is_block=False, setting=setting, is_raised=kind is not None))
        if name in elements.STYLES:
            self._run.begin(elements.STYLES[name])
        if kind is not None:
            self._run.begin_raised(kind)

    def _setting(self, name: str, attributes: dict[str, str]) -> Setting:
        around = setting = self._nesting.here.setting
        region = self.regions.enter(around.region, name, attributes)
        if region != around.region:
            setting = replace(setting, region=region)
        is_hidden = name == "template" and not self._shows_all
        if not around.is_hidden and (is_hidden or (attributes and self._hides(attributes))):
            setting = replace(setting, is_hidden=True)
        return setting.inside(name)

    def _enter(self, name: str, attributes: dict[str, str]) -> None:
        """What the beginning of an element changes around it."""
        here = self._nesting.here
        if name == "ol":
            here.number = _first_number(attributes)
        elif name == "li":
            self._marker = self._nesting.next_marker()
        elif name == "table":
            self._spill()
            here.grid = self._grid = Grid(here.setting.region, is_apart=self._is_apart)
        elif self._grid is not None and name in elements.TABLE_PARTS:
            self._enter_grid(self._grid, name, attributes)

    def _enter_grid(self, grid: Grid, name: str, attributes: dict[str, str]) -> None:
        if name == "tr":
            grid.open_row()
            self._sink = self._page
        elif name in elements.CELLS:
            self._sink = grid.open_cell(name, attributes).pieces
        elif name == "caption" and grid.is_begun:
            self._spill()

    def _hides(self, attributes: dict[str, str]) -> bool:
        if self._shows_all:
            return False
        return (
            attributes.get("hidden", "until-found").lower() != "until-found"
            or _UNSEEN.search(attributes.get("style", "")) is not None
            or (self._is_book and _is_page_number(attributes))
        )

    def _close_before(self, name: str) -> None:
        """End what ends by itself when this begins."""
        paragraph = self._nesting.find_paragraph()
        if paragraph is not None:
            self._close(paragraph)
        ended = self._nesting.find_ended_by_start(name)
        if ended is not None:
            self._close(ended)

    def _end(self, name: str) -> None:
        if name == "br":
            self._void(name)
            return
        position = self._nesting.find_ended_by_end(name)
        if position is not None:
            self._close(position)
        elif elements.is_block(name):
            self._flush(apart=name)

    def _close(self, position: int) -> None:
        """End the element at this position, and all that is open inside it."""
        if self._nesting.is_block(position):
            self._flush()
        for element in self._nesting.leave(position):
            self._is_apart |= element.tag in elements.SPACED
            if not element.is_block:
                self._end_inline(element)
            elif element.tag == "li":
                self._marker = ""
            elif element.grid is not None:
                self._close_grid(element.grid)
            elif self._grid is not None and element.tag in elements.CELLS:
                self._sink = self._page

    def _end_inline(self, element: Open) -> None:
        if element.is_raised:
            self._run.end_raised()
        if element.tag in elements.STYLES:
            self._run.end(elements.STYLES[element.tag])

    def _close_grid(self, grid: Grid) -> None:
        if grid is not self._grid:
            return
        table = grid.find_table()
        if table is None:
            self._spill()
        else:
            self._page.append(table)
            self._grid, self._sink = None, self._page
        self._is_apart = True

    def _spill(self) -> None:
        """Give up the innermost table: it lays out the page."""
        if self._grid is not None:
            self._page += self._grid.pieces()
            self._grid, self._sink = None, self._page

    def _flush(self, *, apart: str = "") -> None:
        """End the block that is being read, if there is one."""
        if not self._run.is_empty:
            content, link_share = self._run.take()
            if content.text.strip():
                self._emit(content, link_share)
                self._is_apart = False
        if apart in elements.SPACED:
            self._is_apart = True

    def _emit(self, content: StyledText, link_share: float) -> None:
        here = self._nesting.here.setting
        marker = self._marker if here.kind is BlockKind.LIST_ITEM else ""
        self._marker = "" if marker else self._marker
        self.regions.weigh(here.region, content.text, link_share)
        is_caption = self._is_picture and here.kind is BlockKind.PARAGRAPH
        self._sink.append(
            Piece(
                BlockKind.CAPTION if is_caption else here.kind,
                content,
                level=here.level,
                marker=marker,
                region=here.region,
                link_share=link_share,
                is_apart=self._is_apart,
            )
        )


def _is_page_number(attributes: dict[str, str]) -> bool:
    """Whether an element says where a page of the printed book begins."""
    types = attributes.get("epub:type", "").split()
    return "pagebreak" in types or attributes.get("role") == "doc-pagebreak"


def _first_number(attributes: dict[str, str]) -> int:
    """One less than what the first item of an ordered list has."""
    start = attributes.get("start", "")
    return int(start) - 1 if start.isascii() and start.isdigit() and len(start) <= 6 else 0
