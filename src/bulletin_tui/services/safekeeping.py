"""Looking after what was marked: checked, written to the journal, backed up.

Needs nothing of the thread that owns the workspace, and holds up no saving.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bulletin_tui.errors import StateUnavailableError
from bulletin_tui.store.backups import backup_files, made_at
from bulletin_tui.store.tending import mend_journals, tend
from bulletin_tui.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bulletin_tui.services.workspace import Workspace
    from bulletin_tui.store.tending import Tended


@dataclass(frozen=True, slots=True)
class KeptBackups:
    """The backups that there are."""

    count: int
    newest_at: datetime | None


def look_after(workspace: Workspace, *, is_thorough: bool = True) -> tuple[str, ...]:
    """Do what is due; returns what is the matter, in sentences.

    Without `is_thorough`, not every row is read, unless a backup is made of them.
    """
    if not workspace.store.keeps:
        return ()
    try:
        return tuple(_sentences(tend(workspace.paths, datetime.now(UTC), checks_rows=is_thorough)))
    except StateUnavailableError as error:
        return (str(error),)


def journal_fault(workspace: Workspace) -> str:
    """Why the journal lacks what was saved last, as a sentence; empty when it does not."""
    fault = workspace.store.journal_fault
    return _journal_words(fault) if fault else ""


def mend_journal(workspace: Workspace) -> int:
    """Read the whole journal, and mend it; returns how many of its lines were bad.

    Raises StateUnavailableError, and NotSavedError when it cannot be written.
    """
    return mend_journals(workspace.paths)


def kept_backups(workspace: Workspace) -> KeptBackups:
    """How many backups there are, and when the newest was made."""
    files = backup_files(workspace.paths.backups)
    return KeptBackups(len(files), made_at(files[0]) if files else None)


def _sentences(tended: Tended) -> Iterator[str]:
    damaged = tended.damaged_rows
    if damaged and tended.can_be_mended:
        yield ngettext(
            "{count} row of the database is damaged; it is mended when the program starts next.",
            "{count} rows of the database are damaged; they are mended when the program starts"
            " next.",
            damaged,
        ).format(count=damaged)
    elif damaged:
        yield ngettext(
            "{count} row of the database is damaged; an older version of the mark is shown.",
            "{count} rows of the database are damaged; older versions of the marks are shown.",
            damaged,
        ).format(count=damaged)
    if tended.journal_fault:
        yield _journal_words(tended.journal_fault)
    if tended.backup_fault:
        sentence = _("Your marks are saved, but no backup could be made: {reason}.")
        yield sentence.format(reason=tended.backup_fault)


def _journal_words(reason: str) -> str:
    sentence = _("Your marks are saved, but their journal cannot be written: {reason}.")
    return sentence.format(reason=reason)
