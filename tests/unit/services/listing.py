"""Lists of marks for the tests of what is done with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import AnchorState, Annotation, PlacedAnnotation
from bulletin_tui.services.marks.listed import MarkedText, MarkList, list_mark
from unit.store.samples import ARTICLE, NOW, make_annotation

if TYPE_CHECKING:
    from bulletin_tui.services.marks.listed import ListedMark

UPLAND = MarkedText("xa-vung-cao", "Tổ kiểm tra về xã vùng cao", "Bản tin vùng cao", "a", 0)
HARBOUR = MarkedText("ben-ca", "Bến cá", "Báo biển", "b", 1)


def annotation(mark_id: str = "mark", **details: object) -> Annotation:
    """A highlight of the same words every time."""
    return replace(make_annotation(ARTICLE, mark_id=mark_id), **details)  # type: ignore[arg-type]


def listed(
    mark_id: str = "mark",
    *,
    article: MarkedText = UPLAND,
    state: AnchorState = AnchorState.KEPT,
    minutes: int = 0,
    **details: object,
) -> ListedMark:
    """A mark, made so many minutes later than others."""
    at = NOW + timedelta(minutes=minutes)
    made = annotation(mark_id, **{"created_at": at, "updated_at": at, **details})
    span = None if state is AnchorState.ORPHAN else made.span
    return list_mark(made, article, PlacedAnnotation(made, state, span))


def mark_list(*marks: ListedMark) -> MarkList:
    """All that there is."""
    return MarkList(marks, is_complete=True)
