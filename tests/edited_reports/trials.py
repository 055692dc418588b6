"""Passages marked in one text and looked for in the next, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from edited_reports.marked import mark_somewhere, paragraphs_of

if TYPE_CHECKING:
    from random import Random

    from bulletin_tui.model.article import Span
    from edited_reports.edits import Edit
    from edited_reports.marked import Marked
    from edited_reports.reports import Shelf

RIGHT, WRONG = 0.8, 0.4
"""Overlap with the true place, over both together: from here on it is right, below it is wrong."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A marked text, what became of it, and where the passage is then."""

    before: Marked
    after: Marked

    def is_right(self, found: Span | None) -> bool:
        """Whether the passage was found, or found to be gone."""
        return found == self.after.span or self._overlap(found) >= RIGHT

    def is_wrong(self, found: Span | None) -> bool:
        """Whether another place was taken for it."""
        return found is not None and self._overlap(found) < WRONG

    def _overlap(self, found: Span | None) -> float:
        truth = self.after.span
        if found is None or truth is None:
            return 0.0
        common = min(found.end, truth.end) - max(found.start, truth.start)
        return max(common, 0) / (max(found.end, truth.end) - min(found.start, truth.start))


@dataclass(slots=True)
class Tally:
    """How often passages were found."""

    trials: int = 0
    right: int = 0
    wrong: int = 0
    orphaned: int = 0
    """Without being right."""

    def count(self, trial: Trial, found: Span | None) -> None:
        """Add what came of one trial."""
        self.trials += 1
        if trial.is_right(found):
            self.right += 1
        elif found is None:
            self.orphaned += 1
        elif trial.is_wrong(found):
            self.wrong += 1

    def add(self, other: Tally) -> None:
        """Count those of another tally too."""
        self.trials += other.trials
        self.right += other.right
        self.wrong += other.wrong
        self.orphaned += other.orphaned


def make_trial(edit: Edit, shelf: Shelf, chance: Random) -> Trial:
    """A passage somewhere in one of the shelf's texts, and the text edited."""
    text = shelf.report(chance)
    text = "\n\n".join(text[each.start : each.end] for each in paragraphs_of(text))
    before = edit.before(mark_somewhere(text, chance), shelf, chance)
    after = edit.change(before, shelf, chance)
    while after.text == text and after.span is None:  # the same file is no other
        after = edit.change(before, shelf, chance)
    return Trial(before, after)
