"""What is said about marks in the bottom line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import AnchorState, AnnotationKind, HighlightColor
from bulletin_tui.services.annotating import ActKind
from bulletin_tui.ui.rendering.mark_glyphs import COLOR_LABELS, mark_glyph
from bulletin_tui.words import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.services.annotating import ActOfMarks

_QUOTED = 30
"""Code points of a passage that are enough to tell it from others nearby."""

_UNDONE = {
    ActKind.ADDED: (
        N_("Undone, gone again: {mark}"),
        N_("Undone: {count} marks are gone again."),
    ),
    ActKind.REMOVED: (
        N_("Undone, there again: {mark}"),
        N_("Undone: {count} marks are there again."),
    ),
    ActKind.CHANGED: (
        N_("Undone, as it was before: {mark}"),
        N_("Undone: {count} marks are as they were before."),
    ),
}
"""For one mark, and for several."""
_REDONE = {
    ActKind.ADDED: (
        N_("Done again, there again: {mark}"),
        N_("Done again: {count} marks are there again."),
    ),
    ActKind.REMOVED: (
        N_("Done again, gone again: {mark}"),
        N_("Done again: {count} marks are gone again."),
    ),
    ActKind.CHANGED: (
        N_("Done again, changed again: {mark}"),
        N_("Done again: {count} marks are changed again."),
    ),
}


def named(mark: Annotation) -> str:
    """A mark by its glyph, its kind, and how its passage or its name begins."""
    is_bookmark = mark.kind is AnnotationKind.BOOKMARK
    kind = _("bookmark") if is_bookmark else _(COLOR_LABELS[mark.color or HighlightColor.YELLOW])
    words = " ".join((mark.note if is_bookmark and mark.note else mark.quote.exact).split())
    quote = words if len(words) <= _QUOTED else f"{words[:_QUOTED].rstrip()}…"
    return f"{mark_glyph(mark.kind, mark.color)} {kind} “{quote}”"


def attention_words(unsettled: Mapping[AnchorState, int]) -> str:
    """How many marks should be looked at, and why; empty when there are none."""
    changed = unsettled.get(AnchorState.CHANGED, 0)
    orphans = unsettled.get(AnchorState.ORPHAN, 0)
    moved = unsettled.get(AnchorState.MOVED, 0)
    parts = []
    if changed:
        parts.append(ngettext("{count} mark changed", "{count} marks changed", changed))
    if orphans:
        parts.append(
            ngettext("{count} mark without a place", "{count} marks without a place", orphans)
        )
    if moved:
        parts.append(ngettext("{count} mark moved", "{count} marks moved", moved))
    counts = [count for count in (changed, orphans, moved) if count]
    return ", ".join(part.format(count=count) for part, count in zip(parts, counts, strict=True))


def undone_words(act: ActOfMarks) -> str:
    """What has become of the marks now that the act is undone; a single one is named."""
    return _what_became(act, _UNDONE[act.kind])


def redone_words(act: ActOfMarks) -> str:
    """What has become of the marks now that the act is done again; a single one is named."""
    return _what_became(act, _REDONE[act.kind])


def _what_became(act: ActOfMarks, sentences: tuple[str, str]) -> str:
    one, several = sentences
    if len(act.marks) == 1:
        return _(one).format(mark=named(act.marks[0]))
    return _(several).format(count=len(act.marks))
