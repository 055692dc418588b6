"""Which folded lines of a document are open, and the line that stands for those that are not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.services.folds import CLOSED, OPEN, fold_count, fold_kinds
from bulletin_tui.text.folded_runs import folded_runs, run_of_block
from bulletin_tui.ui.rendering.cells import cell_width, cut_to_cells
from bulletin_tui.words import ngettext

if TYPE_CHECKING:
    from bulletin_tui.model.article import Document, Span
    from bulletin_tui.text.folded_runs import FoldedRun
    from bulletin_tui.ui.rendering.selecting import Units


@dataclass(frozen=True, slots=True)
class Folds:
    """The folded runs of one document; replaced whole when one is opened or closed."""

    runs: tuple[FoldedRun, ...] = ()
    opened: frozenset[int] = frozenset()
    """Where the runs start that are open, as offsets."""

    @classmethod
    def of(cls, document: Document, opened: frozenset[int] = frozenset()) -> Folds:
        """The runs of `document`; those that start at an offset in `opened` are open."""
        return cls(folded_runs(document.blocks), opened)

    def is_open(self, run: FoldedRun) -> bool:
        """Whether the run's own lines are shown below its line."""
        return run.span.start in self.opened

    @property
    def closed(self) -> tuple[FoldedRun, ...]:
        """The runs of which nothing is shown but one line."""
        return tuple(run for run in self.runs if not self.is_open(run))

    def begun_by(self, index: int) -> FoldedRun | None:
        """The run whose first block this is."""
        run = run_of_block(self.runs, index)
        return run if run is not None and run.first == index else None

    def closed_over(self, index: int) -> FoldedRun | None:
        """The closed run that hides this block."""
        run = run_of_block(self.runs, index)
        return run if run is not None and not self.is_open(run) else None

    def with_open(self, run: FoldedRun, *, is_open: bool) -> Folds:
        """The same runs, with this one open or closed."""
        start = {run.span.start}
        return Folds(self.runs, self.opened | start if is_open else self.opened - start)

    def with_all_open(self, *, are_open: bool) -> Folds:
        """The same runs, all of them open or closed."""
        starts = (run.span.start for run in self.runs)
        return Folds(self.runs, frozenset(starts) if are_open else frozenset())


def fold_label(run: FoldedRun, *, is_open: bool, marks: int, width: int) -> str:
    """The line of a run in at most `width` cells; what is in it gives way to how much."""
    count, kinds = fold_count(run), fold_kinds(run)
    after = ""
    if marks and not is_open:
        after = " · " + ngettext("{count} mark", "{count} marks", marks).format(count=marks)
    label = f"{OPEN if is_open else CLOSED} {count}" + (f": {kinds}" if kinds else "")
    return cut_to_cells(cut_to_cells(label, width - cell_width(after)) + after, width)


class Shown:
    """Words or sentences, but for those in closed folds."""

    def __init__(self, units: Units, folds: Folds) -> None:
        self._units = units
        self._closed = folds.closed

    def after(self, offset: int) -> Span | None:
        """The first unit that ends after `offset` and is shown."""
        found = self._units.after(offset)
        for run in self._closed:
            if found is not None and run.span.overlaps(found):
                found = self._units.after(run.span.end)
        return found

    def before(self, offset: int) -> Span | None:
        """The last unit that starts before `offset` and is shown."""
        found = self._units.before(offset)
        for run in reversed(self._closed):
            if found is not None and run.span.overlaps(found):
                found = self._units.before(run.span.start)
        return found
