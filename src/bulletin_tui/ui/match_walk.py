"""From match to match: through the open article, then on into the next article that has one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.model.search import Hit


@dataclass(frozen=True, slots=True)
class MatchStop:
    """One match of one hit."""

    hit: Hit
    index: int
    """Among the hit's matches, in reading order."""
    wrapped: bool = False
    """Whether the walk began again from the other end to get here."""

    @property
    def offset(self) -> int:
        """Where the match begins in its article's canonical text."""
        return self.hit.matches[self.index].start


def next_stop(
    hits: Sequence[Hit], article_id: str | None, current: int | None, cursor: int, step: int
) -> MatchStop | None:
    """The match one `step` (+1 or -1) on; None when nothing matches anywhere.

    `current` is the index of the match the reader stands on in the article, or None, and then the
    walk goes on from the offset `cursor`.
    """
    walkable = [hit for hit in hits if hit.matches]
    if not walkable:
        return None
    here = next((at for at, hit in enumerate(walkable) if hit.article.id == article_id), None)
    if here is None:
        hit = walkable[0] if step > 0 else walkable[-1]
        return _entry(hit, step)
    within = _within(walkable[here], current, cursor, step)
    if within is not None:
        return MatchStop(walkable[here], within)
    there = here + step
    is_outside = not 0 <= there < len(walkable)
    return _entry(walkable[there % len(walkable)], step, wrapped=is_outside)


def _entry(hit: Hit, step: int, *, wrapped: bool = False) -> MatchStop:
    return MatchStop(hit, 0 if step > 0 else len(hit.matches) - 1, wrapped)


def _within(hit: Hit, current: int | None, cursor: int, step: int) -> int | None:
    if current is not None:
        index = current + step
        return index if 0 <= index < len(hit.matches) else None
    starts = [span.start for span in hit.matches]
    if step > 0:
        return next((at for at, start in enumerate(starts) if start >= cursor), None)
    return next((at for at in reversed(range(len(starts))) if starts[at] < cursor), None)


def match_at(hit: Hit, offset: int) -> int | None:
    """The index of the match that begins at an offset, if one does."""
    return next((at for at, span in enumerate(hit.matches) if span.start == offset), None)
