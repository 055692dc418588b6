"""The sidebar while it is filtered: a flat list of the articles whose titles fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.snippet import Snippet
from bulletin_tui.text.snippets import ELLIPSIS
from bulletin_tui.ui.rendering.list_rows import Role, RowLine, RowSpan
from bulletin_tui.ui.rendering.sidebar_rows import MARKED, SidebarRow, title_line
from bulletin_tui.ui.rendering.snippet_lines import snippet_lines

if TYPE_CHECKING:
    from bulletin_tui.services.finding_titles import TitlesFound
    from bulletin_tui.services.reading import ReadingState

LINES = 3
"""Of a row: titles that fit the same words are told apart by the rest of them."""


class FilteredRows:
    """A row for each article that was found, in the order they were found in."""

    height = LINES

    def __init__(self, found: TitlesFound, state: ReadingState) -> None:
        self._found = found
        self._state = state
        self._numbers = {entry.id: number for number, entry in enumerate(found.entries)}

    def __len__(self) -> int:
        return len(self._found.entries)

    def __getitem__(self, index: int) -> SidebarRow:
        entry = self._found.entries[index]
        return SidebarRow(
            key=entry.id,
            label=entry.title,
            article_id=entry.id,
            is_read=entry.id in self._state.read_ids,
            is_marked=bool(self._state.marks.get(entry.id)),
            matches=self._found.matches[index],
        )

    def find(self, key: str) -> int | None:
        """Where the row with this key is."""
        return self._numbers.get(key)

    def heading_index(self, index: int) -> int:
        """The row itself: there are no groups."""
        return index


def title_lines(row: SidebarRow, lead: str, role: Role, width: int) -> tuple[RowLine, ...]:
    """An article's title behind `lead`: on one line, or where it fits a filter on `LINES`.

    These begin late enough in the title for its first match to be seen.
    """
    if not row.matches:
        return (title_line(row, lead, role),)
    right = MARKED if row.is_marked else ""
    room = width - len(lead) - len(ELLIPSIS) - 2 * len(right)
    first, *others = snippet_lines(Snippet(row.label, 0, row.matches), max(1, room), LINES)
    indent = " " * len(lead)
    if first.offset:
        lead += ELLIPSIS
    return (
        _part_line(first, lead, role, right),
        *(_part_line(part, indent, role) for part in others),
    )


def _part_line(part: Snippet, lead: str, role: Role, right: str = "") -> RowLine:
    shift = len(lead)
    spans = (RowSpan(s.start + shift, s.end + shift, Role.MATCH) for s in part.matches)
    return RowLine(f"{lead}{part.text}", role, tuple(spans), right)
