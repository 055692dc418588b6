"""The list of marks as rows: those without a place first, then by article in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import AnchorState, AnnotationKind, HighlightColor
from bulletin_tui.services.searching import match_label
from bulletin_tui.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.model.annotation import Annotation, PlacedAnnotation
    from bulletin_tui.model.library import Library

COLOR_LABELS = {
    HighlightColor.YELLOW: N_("yellow"),
    HighlightColor.GREEN: N_("green"),
    HighlightColor.BLUE: N_("blue"),
    HighlightColor.PINK: N_("pink"),
    HighlightColor.ORANGE: N_("orange"),
}
STATE_LABELS = {
    AnchorState.KEPT: "",
    AnchorState.MOVED: N_("moved with the text"),
    AnchorState.CHANGED: N_("changed with the text"),
    AnchorState.ORPHAN: N_("its passage is gone"),
}


@dataclass(frozen=True, slots=True)
class AnnotationRow:
    """A mark, or the heading of an article's marks."""

    key: str
    heading: str = ""
    placed: PlacedAnnotation | None = None


def annotation_rows(
    placed: Sequence[PlacedAnnotation], library: Library, typed: str = ""
) -> tuple[AnnotationRow, ...]:
    """The rows whose quote, note, tags or article fit what was typed."""
    groups: dict[str, list[PlacedAnnotation]] = {}
    for mark in placed:
        is_orphan = mark.state is AnchorState.ORPHAN
        key = "" if is_orphan else mark.annotation.article_id
        title = _title(library, mark.annotation.article_id)
        if _fits(typed, mark.annotation, title):
            groups.setdefault(key, []).append(mark)
    rows: list[AnnotationRow] = []
    for key in sorted(groups, key=bool):
        heading = _title(library, key) if key else _("Without a place in the text")
        rows.append(AnnotationRow(f"heading:{key}", heading))
        rows += [AnnotationRow(mark.annotation.id, placed=mark) for mark in _in_order(groups[key])]
    return tuple(rows)


def annotation_label(placed: PlacedAnnotation) -> str:
    """What kind of mark it is, in words."""
    mark = placed.annotation
    is_bookmark = mark.kind is AnnotationKind.BOOKMARK
    kind = _("bookmark") if is_bookmark else _(COLOR_LABELS[mark.color or HighlightColor.YELLOW])
    when = mark.created_at.astimezone().strftime("%d/%m/%Y")
    parts = (kind, when, ", ".join(mark.tags), _(STATE_LABELS[placed.state]))
    return " · ".join(part for part in parts if part)


def _title(library: Library, article_id: str) -> str:
    entry = library.find_entry(article_id)
    return entry.title if entry else _("An article that is gone")


def _fits(typed: str, mark: Annotation, title: str) -> bool:
    label = " ".join((mark.quote.exact, mark.note, *mark.tags, title))
    return match_label(typed, label) is not None


def _in_order(marks: list[PlacedAnnotation]) -> list[PlacedAnnotation]:
    return sorted(marks, key=lambda mark: mark.span.start if mark.span else -1)
