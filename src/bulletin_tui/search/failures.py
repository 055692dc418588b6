"""What SQLite reports of an index, turned into sentences; no `sqlite3` error leaves the package."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bulletin_tui.errors import IndexDamagedError, IndexUnavailableError
from bulletin_tui.reasons import system_reason
from bulletin_tui.search.place import not_kept
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator


_SAID_OF_DAMAGE = (
    "no such table",
    "vtable constructor failed",
    "SQL logic error",
    "Could not decode to UTF-8",
)
"""How errors begin that SQLite gives no number of their own."""
_OF_THE_PLACE = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_BUSY: errno.EAGAIN,
    sqlite3.SQLITE_LOCKED: errno.EAGAIN,
    sqlite3.SQLITE_READONLY: errno.EROFS,
    sqlite3.SQLITE_PERM: errno.EACCES,
    sqlite3.SQLITE_CANTOPEN: errno.ENOENT,
    sqlite3.SQLITE_IOERR: errno.EIO,
}
"""What the system would call that of which SQLite complains."""
_REASONS = {
    sqlite3.SQLITE_FULL: N_("the disk is full"),
    sqlite3.SQLITE_BUSY: N_("another program has locked it"),
    sqlite3.SQLITE_LOCKED: N_("another program has locked it"),
    sqlite3.SQLITE_READONLY: N_("it may not be written"),
    sqlite3.SQLITE_PERM: N_("it may not be written"),
    sqlite3.SQLITE_CANTOPEN: N_("it cannot be opened"),
    sqlite3.SQLITE_IOERR: N_("the disk reports an error"),
}


class InterruptedSearchError(Exception):
    """The search was ended from another thread."""


@contextmanager
def using_index() -> Iterator[None]:
    """Raises IndexUnavailableError, and InterruptedSearchError when `interrupt` was called."""
    try:
        yield
    except sqlite3.Error as error:
        if primary_code(error) == sqlite3.SQLITE_INTERRUPT:
            raise InterruptedSearchError from error
        raise unavailable(error) from error


def unavailable(error: Exception) -> IndexUnavailableError:
    """What SQLite or the system reports, as a sentence.

    Damage is an IndexDamagedError; what building anew does not mend is an IndexNotKeptError.
    """
    words = _("The search index cannot be used: {reason}.").format(reason=_reason(error))
    if isinstance(error, OSError):
        return not_kept(words, error.errno)
    if isinstance(error, sqlite3.Error):
        code = primary_code(error)
        if code in _OF_THE_PLACE:
            return not_kept(words, _OF_THE_PLACE[code])
        if _is_damage(error):
            advice = _("`bulletin index --rebuild` builds it anew.")
            return IndexDamagedError(words, advice=advice, brief=_("it is damaged"))
    return IndexUnavailableError(words, brief=_("it cannot be used"))


def _reason(error: Exception) -> str:
    """In the reader's language, but for what SQLite says too seldom to be known."""
    if isinstance(error, OSError):
        return clean_line(system_reason(error))
    if isinstance(error, sqlite3.Error):
        known = _REASONS.get(primary_code(error) or sqlite3.SQLITE_OK)
        if known is not None:
            return _(known)
        if _is_damage(error):
            return _("it is damaged")
    return clean_line(str(error))


def primary_code(error: sqlite3.Error) -> int | None:
    """SQLite's number for the kind of error; None for what Python itself complains of."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def _is_damage(error: sqlite3.Error) -> bool:
    """Whether what the file holds is at fault, and not the disk, a lock or a permission.

    The statements are known to be right, so a table that they do not find was there before.
    """
    if isinstance(error, sqlite3.ProgrammingError):
        return False
    if isinstance(error, sqlite3.OperationalError):
        return str(error).startswith(_SAID_OF_DAMAGE)
    return isinstance(error, sqlite3.DatabaseError)
