"""`-` on the command line: what comes in on standard input."""

from __future__ import annotations

import sys

from bulletin_tui.errors import BulletinError, UsageError
from bulletin_tui.reasons import system_reason
from bulletin_tui.services.restoring import read_bounded
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _

STDIN = "-"


def read_stdin() -> bytes:
    """All of it. Raises UsageError for a stream that is closed, and BulletinError."""
    if sys.stdin is None:
        raise UsageError(_("“-” stands for stdin, which is closed."))
    try:
        return read_bounded(sys.stdin.buffer)
    except OSError as error:
        raise not_read(STDIN, error) from error


def not_read(file: str, error: OSError) -> BulletinError:
    """That a file which was named, or standard input, could not be read."""
    sentence = _("{path} could not be read: {reason}.")
    return BulletinError(sentence.format(path=clean_line(file), reason=system_reason(error)))
