"""What became of files that were to be imported, file by file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bulletin_tui.words import N_, _

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.model.article import Article, ArticleSummary


class Outcome(StrEnum):
    """What became of a file."""

    ADDED = "added"
    UPDATED = "updated"
    """It is a newer version of what the library had, whose marks go along."""
    DUPLICATE = "duplicate"
    """Its text is in the library already."""
    SKIPPED = "skipped"
    """It could not be read or kept, for the reason that is given."""


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """One file, and what became of it."""

    path: str
    outcome: Outcome
    article: Article | None = None
    """None for what was skipped."""
    reason: str = ""
    """Why it was skipped."""
    other: ArticleSummary | None = None
    """The article that it is a duplicate, or a newer version, of."""
    kept_path: Path | None = None
    """Where its bytes are now; None where nothing was written."""
    is_no_article: bool = False
    """Whether its name alone says that it is none, as that of a picture beside the reports does."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """All of them, in the order in which they were taken."""

    files: tuple[ImportedFile, ...]
    is_complete: bool
    """Whether it came to its end; else it was stopped after these."""
    reason: str = ""
    """Why it could not go on, as a sentence; empty where it was stopped by the reader."""

    @property
    def outcomes(self) -> Counter[Outcome]:
        """How many files came to what."""
        return Counter(file.outcome for file in self.files)

    @property
    def has_failures(self) -> bool:
        """Whether there are files that should have been articles and are not."""
        return any(
            file.outcome is Outcome.SKIPPED and not file.is_no_article for file in self.files
        )

    @property
    def changes_library(self) -> bool:
        """Whether anything was written."""
        return any(file.kept_path is not None for file in self.files)


_COUNTED = {
    Outcome.ADDED: N_("{count} new"),
    Outcome.UPDATED: N_("{count} newer"),
    Outcome.DUPLICATE: N_("{count} already there"),
    Outcome.SKIPPED: N_("{count} left out"),
}


_PUT_ELSEWHERE = {Outcome.DUPLICATE: N_("{count} already there, put under “{source}”")}


def counted(report: ImportReport, source: str | None = None) -> str:
    """How many files came to what, in one line.

    A `source` that was named for them is where those are put, too, that were there already.
    """
    counts = report.outcomes
    sentences = _COUNTED | _PUT_ELSEWHERE if source else _COUNTED
    named = [
        _(sentence).format(count=counts[outcome], source=source)
        for outcome, sentence in sentences.items()
        if counts[outcome]
    ]
    return " · ".join(named)
