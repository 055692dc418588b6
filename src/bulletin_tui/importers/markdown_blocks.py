"""markdown-it's block tokens laid out on a page, in reading order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.token import Token

from bulletin_tui.importers.html_words import visible_lines
from bulletin_tui.importers.page import Page
from bulletin_tui.importers.styled_text import StyledText, styled_text
from bulletin_tui.model.article import BlockKind
from bulletin_tui.text.clean import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

BULLET = "•"
_TASKS = {"[ ] ": "☐", "[x] ": "☑", "[X] ": "☑"}
_TASK_LENGTH = 4
_CAPTION = re.compile(r"(?:Ảnh:|Hình\b|Figure\b|Photo\b)")
_CALLOUT = re.compile(r"\[!(?P<kind>[\w-]+)\][+-]? *")
_AROUND_IMAGES = frozenset({"softbreak", "hardbreak", "link_open", "link_close"})


def lay_out(tokens: Iterable[Token]) -> Page:
    """The page that the tokens of one text describe; every visible word is on it."""
    layout = _Layout()
    for token in tokens:
        handle = _HANDLERS.get(token.type)
        if handle is not None:
            handle(layout, token)
    return layout.page


class _List:
    """A list that is being read."""

    def __init__(self) -> None:
        self._number = 0

    def next_marker(self, item: Token) -> str:
        """As written, except that numbers always grow: `1. 1. 4.` is read as 1. 2. 4."""
        if not item.info:
            return BULLET
        self._number = max(self._number + 1, int(item.info))
        return f"{self._number}{item.markup}"


class _Quote:
    """A quotation that is being read."""


class _Layout:
    """Where in the nesting the reading is, and the page so far."""

    def __init__(self) -> None:
        self.page = Page()
        self._containers: list[_List | _Quote] = []
        self._marker = ""
        """Of the list item whose first paragraph is still to come."""
        self._heading = 0
        self._note = ""
        """What stands before the first words of the footnotes that are being read."""
        self._rows: list[list[StyledText]] | None = None

    def open_list(self, _token: Token) -> None:
        self._containers.append(_List())

    def open_quote(self, _token: Token) -> None:
        self._containers.append(_Quote())

    def close_container(self, _token: Token) -> None:
        self._containers.pop()

    def open_item(self, token: Token) -> None:
        match self._containers:
            case [*_, _List() as innermost]:
                self._marker = innermost.next_marker(token)

    def close_item(self, _token: Token) -> None:
        self._marker = ""

    def open_note(self, token: Token) -> None:
        self._note = f"{self._note} [{token.meta['label']}]".lstrip()

    def close_note(self, _token: Token) -> None:
        if self._note:  # nothing was in it
            self._add_paragraph(StyledText(clean(self._note)))
        self._note = ""

    def open_heading(self, token: Token) -> None:
        self._heading = int(token.tag.removeprefix("h"))

    def close_heading(self, _token: Token) -> None:
        self._heading = 0

    def open_table(self, _token: Token) -> None:
        self._rows = []

    def open_row(self, _token: Token) -> None:
        if self._rows is not None:
            self._rows.append([])

    def close_table(self, _token: Token) -> None:
        self.page.add_table(self._rows or ())
        self._rows = None

    def read_code(self, token: Token) -> None:
        self.close_note(token)
        self.page.add(BlockKind.CODE, StyledText(clean(token.content).rstrip("\n")))

    def read_html(self, token: Token) -> None:
        self.close_note(token)
        for line in visible_lines(token.content):
            self._add_paragraph(StyledText(clean_line(line)))

    def read_inline(self, token: Token) -> None:
        children: Sequence[Token] = token.children or []
        if self._rows is not None:
            self._rows[-1].append(styled_text(self._after_note(children), " "))
        elif self._heading:
            content = styled_text(self._after_note(children), " ")
            self.page.add(BlockKind.HEADING, content, level=self._heading)
        else:
            self._take_task(children)
            self._take_callout(children)
            children = self._after_note(children)
            self._add_paragraph(styled_text(children), is_caption=_is_picture(children))

    def _after_note(self, children: Sequence[Token]) -> Sequence[Token]:
        if not self._note:
            return children
        note = Token("text", "", 0, content=f"{self._note} ")
        self._note = ""
        return [note, *children]

    def _add_paragraph(self, content: StyledText, *, is_caption: bool = False) -> None:
        """As the innermost container has it; an item's further paragraphs have no marker."""
        if not self._containers:
            is_caption |= content.is_emphasised and _CAPTION.match(content.text) is not None
            self.page.add(BlockKind.CAPTION if is_caption else BlockKind.PARAGRAPH, content)
            return
        innermost = type(self._containers[-1])
        level = sum(isinstance(container, innermost) for container in self._containers) - 1
        if innermost is _Quote:
            self.page.add(BlockKind.QUOTE, content, level=level)
        else:
            self.page.add(BlockKind.LIST_ITEM, content, level=level, marker=self._marker)
            self._marker = ""

    def _take_task(self, children: Sequence[Token]) -> None:
        """`- [x] done`: the box is the item's marker."""
        if self._marker and children and children[0].content[:_TASK_LENGTH] in _TASKS:
            self._marker = _TASKS[children[0].content[:_TASK_LENGTH]]
            children[0].content = children[0].content[_TASK_LENGTH:]

    def _take_callout(self, children: Sequence[Token]) -> None:
        """`> [!note] title`: the title, or else the kind of the callout, on a line of its own."""
        in_quote = self._containers and isinstance(self._containers[-1], _Quote)
        callout = _CALLOUT.match(children[0].content) if in_quote and children else None
        if callout is None:
            return
        title = children[0].content[callout.end() :]
        children[0].content = title or callout["kind"].replace("-", " ").capitalize()
        for token in children:
            if token.type == "softbreak":
                token.type = "hardbreak"
                break


def _is_picture(children: Sequence[Token]) -> bool:
    """Whether a paragraph is images and nothing else."""
    is_image = [token.type == "image" for token in children if token.type not in _AROUND_IMAGES]
    return any(is_image) and all(is_image)


_HANDLERS: dict[str, Callable[[_Layout, Token], None]] = {
    "bullet_list_open": _Layout.open_list,
    "bullet_list_close": _Layout.close_container,
    "ordered_list_open": _Layout.open_list,
    "ordered_list_close": _Layout.close_container,
    "list_item_open": _Layout.open_item,
    "list_item_close": _Layout.close_item,
    "blockquote_open": _Layout.open_quote,
    "blockquote_close": _Layout.close_container,
    "footnote_reference_open": _Layout.open_note,
    "footnote_reference_close": _Layout.close_note,
    "heading_open": _Layout.open_heading,
    "heading_close": _Layout.close_heading,
    "inline": _Layout.read_inline,
    "fence": _Layout.read_code,
    "code_block": _Layout.read_code,
    "html_block": _Layout.read_html,
    "table_open": _Layout.open_table,
    "tr_open": _Layout.open_row,
    "table_close": _Layout.close_table,
}
