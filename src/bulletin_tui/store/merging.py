"""What an annotation is when several devices changed it without knowing of each other.

Every device gets the same answer from the same revisions, in whatever order they came. A field that
only one of them changed is as that one left it; of a field that several changed the latest stands.
A change beats a removal, and of several notes none is dropped.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import OtherNote

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.store.revisions import Revision


@dataclass(frozen=True, slots=True)
class Standing:
    """An annotation as all that is known of it has it."""

    annotation: Annotation
    heads: tuple[Revision, ...]
    """The revisions that nobody has revised, the latest first; never empty."""

    def parents_of(self, revised: Annotation) -> tuple[str, ...]:
        """The events that `revised` replaces: not those whose note still waits to be settled."""
        if revised.deleted or not revised.other_notes:
            return tuple(head.event for head in self.heads)
        waiting = {other.note for other in revised.other_notes}
        latest, *others = self.heads
        settled = (head.event for head in others if head.annotation.note not in waiting)
        return (latest.event, *settled)


def merge(
    heads: Sequence[Revision], parents: Mapping[str, tuple[str, ...]], known: Mapping[str, Revision]
) -> Standing:
    """How the annotation stands; `parents` and `known` hold its revisions by their events."""
    if len(heads) == 1:
        return Standing(heads[0].annotation, (heads[0],))
    alive = [head for head in heads if not head.annotation.deleted] or list(heads)
    ordered = sorted(alive, key=lambda head: head.order, reverse=True)
    rest = [head for head in heads if head not in alive]
    base = _common_ancestor(ordered, parents, known)
    merged = _merge_fields([head.annotation for head in ordered], base)
    others = _other_notes(ordered, base, merged.note)
    return Standing(replace(merged, other_notes=others), (*ordered, *rest))


def _common_ancestor(
    heads: Sequence[Revision], parents: Mapping[str, tuple[str, ...]], known: Mapping[str, Revision]
) -> Annotation | None:
    """The latest revision that all heads go back to; None when it is not known here."""
    shared = set.intersection(*(_ancestors(head.event, parents) for head in heads))
    candidates = [known[event] for event in shared if event in known]
    return max(candidates, key=lambda one: one.order).annotation if candidates else None


def _ancestors(event: str, parents: Mapping[str, tuple[str, ...]]) -> set[str]:
    found: set[str] = set()
    waiting = list(parents.get(event, ()))
    while waiting:
        ancestor = waiting.pop()
        if ancestor not in found:
            found.add(ancestor)
            waiting.extend(parents.get(ancestor, ()))
    return found


def _merge_fields(heads: Sequence[Annotation], base: Annotation | None) -> Annotation:
    """The latest of `heads`, with what the others changed and it did not."""
    anchored = _latest_change(heads, base, lambda head: head.anchor)
    return replace(
        heads[0].anchored_as(anchored),
        color=_latest_change(heads, base, lambda head: head.color).color,
        note=_latest_change(heads, base, lambda head: head.note).note,
        tags=_merge_tags(heads, base),
        updated_at=max(head.updated_at for head in heads),
    )


def _latest_change(
    heads: Sequence[Annotation], base: Annotation | None, field: Callable[[Annotation], object]
) -> Annotation:
    """The first of `heads` in which the field is not as it was before."""
    if base is None:
        return heads[0]
    return next((head for head in heads if field(head) != field(base)), heads[0])


def _merge_tags(heads: Sequence[Annotation], base: Annotation | None) -> tuple[str, ...]:
    """Every tag that somebody added, and of the old ones those that nobody took away."""
    old = base.tags if base is not None else ()
    kept = [tag for tag in old if all(tag in head.tags for head in heads)]
    added = [tag for head in heads for tag in head.tags if tag not in old]
    return tuple(dict.fromkeys((*kept, *added)))


def _other_notes(
    heads: Sequence[Revision], base: Annotation | None, shown: str
) -> tuple[OtherNote, ...]:
    old = base.note if base is not None else ""
    found: dict[str, OtherNote] = {}
    for head in heads:
        note = head.annotation.note
        if note and note not in (old, shown):
            found.setdefault(note, OtherNote(note, head.device, head.annotation.updated_at))
    return tuple(found.values())
