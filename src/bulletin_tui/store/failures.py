"""What SQLite reports, turned into sentences; no `sqlite3` error leaves the package."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.errors import NotSavedError, StateUnavailableError
from bulletin_tui.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

LOCK_TIMEOUT_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class _Cause:
    reason: str
    advice: str = ""


_START_AGAIN = N_(
    "Copy what you typed, leave, and start the program again: it has copies of your marks."
)
# By the beginning of SQLite's name for the error; the first that fits is taken.
_CAUSES = {
    "SQLITE_FULL": _Cause(
        N_("the disk is full"), N_("Make some room on the disk, then save again.")
    ),
    "SQLITE_BUSY": _Cause(
        N_("another program keeps the database locked"),
        N_("Close the other window, or wait a moment, then try again."),
    ),
    "SQLITE_READONLY_DBMOVED": _Cause(
        N_("the database was removed or replaced while it was open"),
        _START_AGAIN,
    ),
    "SQLITE_READONLY": _Cause(
        N_("the database can only be read"),
        N_("Check the permissions of the file and its folder."),
    ),
    "SQLITE_CANTOPEN": _Cause(
        N_("the database cannot be opened"),
        N_("Check the permissions of the file and its folder."),
    ),
    "SQLITE_IOERR": _Cause(
        N_("the disk reports an error"),
        N_("Check the disk and the room on it, then save again."),
    ),
    "SQLITE_CORRUPT": _Cause(
        N_("the database is damaged"),
        N_("Start the program again: it brings your marks back and keeps the damaged file."),
    ),
    # Plain, of statements that are known to be right: what they ask for was there before.
    "SQLITE_ERROR": _Cause(
        N_("the database has lost what was in it"),
        _START_AGAIN,
    ),
    "SQLITE_NOTADB": _Cause(
        N_("the file is not a database"),
        N_("Start the program again: it brings your marks back and keeps the file."),
    ),
}


def error_name(error: sqlite3.Error) -> str:
    """SQLite's extended name of the error, `SQLITE_IOERR_WRITE` for one; empty when it has none."""
    name: object = getattr(error, "sqlite_errorname", "")
    return name if isinstance(name, str) else ""


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another connection kept the database locked for longer than the timeout."""
    return error_name(error).startswith("SQLITE_BUSY")


def is_denied(error: sqlite3.Error) -> bool:
    """Whether the file or its folder may not be written."""
    return error_name(error).startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM"))


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the file's content is at fault, and not the disk, a lock or a permission.

    Statements that are known to be right meet the plain SQLITE_ERROR in a header that is not.
    """
    name = error_name(error)
    return name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or name == "SQLITE_ERROR"


def reason_of(error: sqlite3.Error) -> str:
    """Why it failed, to be put after a colon."""
    return _(_cause_of(error).reason)


@contextmanager
def saving_in_words() -> Iterator[None]:
    """Raise NotSavedError for what SQLite reports.

    A commit that failed may be on disk all the same, so saving has to be repeatable.
    """
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.Error as error:
        raise _explained(NotSavedError, _("not saved: {reason}"), error) from error


@contextmanager
def reading_in_words() -> Iterator[None]:
    """Raise StateUnavailableError for what SQLite reports."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.Error as error:
        sentence = _("your notes cannot be read: {reason}")
        raise _explained(StateUnavailableError, sentence, error) from error


def _explained(
    kind: type[NotSavedError | StateUnavailableError], sentence: str, error: sqlite3.Error
) -> NotSavedError | StateUnavailableError:
    cause = _cause_of(error)
    return kind(sentence.format(reason=_(cause.reason)), advice=_(cause.advice))


def _cause_of(error: sqlite3.Error) -> _Cause:
    name = error_name(error)
    for prefix, cause in _CAUSES.items():
        if name.startswith(prefix):
            return cause
    return _Cause(str(error))
