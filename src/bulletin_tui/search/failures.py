"""What SQLite reports of an index, turned into sentences; no `sqlite3` error leaves the package."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bulletin_tui.errors import IndexUnavailableError
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator


class InterruptedSearchError(Exception):
    """The search was ended from another thread."""


@contextmanager
def using_index() -> Iterator[None]:
    """Raises IndexUnavailableError, and InterruptedSearchError when `interrupt` was called."""
    try:
        yield
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise InterruptedSearchError from error
        raise unavailable(error) from error


def unavailable(error: Exception) -> IndexUnavailableError:
    """What SQLite or the system reports, as a sentence."""
    sentence = _("The search index cannot be used: {reason}.")
    return IndexUnavailableError(
        sentence.format(reason=clean_line(str(error))),
        advice=_("`bulletin index --rebuild` builds it anew."),
    )
