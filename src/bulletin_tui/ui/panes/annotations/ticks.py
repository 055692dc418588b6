"""Which marks are ticked: a command is for those of them that are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bulletin_tui.services.marks.listed import ListedMark
    from bulletin_tui.ui.rendering.annotation_rows import AnnotationRows


class Ticks:
    """Marks by their ids."""

    def __init__(self) -> None:
        self._ids: set[str] = set()

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, annotation_id: str) -> bool:
        return annotation_id in self._ids

    def toggle(self, annotation_id: str) -> None:
        """Tick the mark, or take its tick away."""
        self._ids ^= {annotation_id}

    def add(self, marks: Iterable[ListedMark]) -> None:
        """Tick all of these."""
        self._ids.update(mark.id for mark in marks)

    def clear(self) -> None:
        """Take every tick away."""
        self._ids.clear()

    def keep_shown(self, rows: AnnotationRows) -> None:
        """Take the ticks of those marks away that have no row."""
        if self._ids:
            self._ids.intersection_update(mark.id for mark in rows.shown())

    def shown(self, rows: AnnotationRows) -> tuple[ListedMark, ...]:
        """The ticked marks that have a row."""
        if not self._ids:
            return ()
        return tuple(mark for mark in rows.shown() if mark.id in self._ids)

    def chosen(self, rows: AnnotationRows, current: ListedMark | None) -> tuple[ListedMark, ...]:
        """The marks that a command is for: those ticked and shown, else the one at the cursor."""
        return self.shown(rows) or (() if current is None else (current,))
