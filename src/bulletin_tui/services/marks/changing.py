"""Changing many marks at once: whatever it is, it is one act and undone as one.

Everything raises NothingFoundError, with nothing changed, when one of the marks never was, and
NotSavedError.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import AnnotationKind
from bulletin_tui.services.annotating import clean_tags, get_annotation

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from bulletin_tui.model.annotation import Annotation, HighlightColor
    from bulletin_tui.services.workspace import Workspace


def recolor_all(workspace: Workspace, ids: Sequence[str], color: HighlightColor) -> int:
    """Give the highlights another colour; bookmarks have none. Returns how many have it now."""

    def recolored(mark: Annotation) -> Annotation | None:
        is_highlight = mark.kind is AnnotationKind.HIGHLIGHT
        return replace(mark, color=color) if is_highlight else None

    return _change(workspace, ids, recolored)


def retag(
    workspace: Workspace, ids: Sequence[str], add: Collection[str], drop: Collection[str]
) -> int:
    """Put tags on the marks and take others off. Returns how many marks there are."""
    added, dropped = clean_tags(add), set(drop)

    def retagged(mark: Annotation) -> Annotation:
        kept = (tag for tag in mark.tags if tag not in dropped)
        return replace(mark, tags=tuple(dict.fromkeys((*kept, *added))))

    return _change(workspace, ids, retagged)


def bring_back(workspace: Workspace, ids: Sequence[str]) -> int:
    """Bring back marks that were removed; those that are there stay. Returns how many there are."""
    return _change(workspace, ids, lambda mark: replace(mark, deleted=False))


def _change(
    workspace: Workspace, ids: Sequence[str], change: Callable[[Annotation], Annotation | None]
) -> int:
    with workspace.store.act() as act:
        marks = [get_annotation(act, name, even_removed=True) for name in ids]
        changed = [new for mark in marks if (new := change(mark)) is not None]
        for mark in changed:
            act.revise(mark)
    return len(changed)
