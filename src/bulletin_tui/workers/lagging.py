"""Whether an index is behind its library: a build would find something to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.importers.formats import reading_version
from bulletin_tui.search.built_from import (
    built_at_ns,
    count_unworded,
    known_files,
    read_by,
    worded_in,
)
from bulletin_tui.search.chosen_encodings import known_encodings
from bulletin_tui.search.corrected import known_corrections
from bulletin_tui.search.writing import TRY_AGAIN
from bulletin_tui.words import language_in_use
from bulletin_tui.workers.planning import plan_build

if TYPE_CHECKING:
    from bulletin_tui.search.opening import Index
    from bulletin_tui.search.writing import FileState
    from bulletin_tui.workers.build_order import BuildOrder


def is_behind(index: Index, order: BuildOrder) -> bool:
    """Whether the library is another one by now than that which the index was built from.

    A file that could not be read, and is as it was, does not count. Raises IndexUnavailableError.
    """
    built_ns = built_at_ns(index)
    return (
        not built_ns
        or count_unworded(index) > 0
        or read_by(index) != reading_version()
        or known_encodings(index) != order.encodings
        or known_corrections(index) != order.corrections
        or _has_changed(index, order, built_ns)
    )


def _has_changed(index: Index, order: BuildOrder, built_ns: int) -> bool:
    known = known_files(index)
    is_foreign = worded_in(index) != language_in_use()
    if is_foreign and any(state.problem for state in known.values()):
        return True
    plan = plan_build(order.folders, known, None)
    states = (*(state for _path, state in plan.wanted), *plan.troubles)
    news = (each for each in states if not _was_in_vain(each, known.get(each.path), built_ns))
    return bool(plan.gone) or any(True for _each in news)


def _was_in_vain(state: FileState, known: FileState | None, built_ns: int) -> bool:
    """Whether the last build tried the file as it is, and could not read it, as the next may."""
    return (
        known is not None
        and known.problem != ""
        and (known.size, known.mtime_ns) == (state.size, TRY_AGAIN)
        and state.mtime_ns < built_ns
    )
