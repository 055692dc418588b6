"""Opening an article's file safely: regular files only, of bounded size, never waiting."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.reasons import system_reason
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MEGABYTE = 1024 * 1024
LARGEST_FILE = 64 * MEGABYTE
"""In bytes."""

_FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC


def read_article_bytes(path: Path) -> bytes:
    """The whole file as it stood at one moment; a link is followed to where it leads.

    Whether a link may be followed is for the caller to judge: `find_article_files` does for a
    folder. Raises ArticleUnreadableError.
    """
    with _opened(path) as descriptor:
        before = os.fstat(descriptor)
        _check(before)
        with os.fdopen(os.dup(descriptor), "rb") as file:
            data = file.read(LARGEST_FILE + 1)
        after = os.fstat(descriptor)
    if len(data) > LARGEST_FILE:
        _refuse_size(len(data))
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise ArticleUnreadableError(
            _("The file changed while it was being read."), advice=_("Try again.")
        )
    return data


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    """A descriptor; every failure of the system, also while it is read, is given its sentence."""
    try:
        descriptor = _open(path)
        try:
            yield descriptor
        finally:
            os.close(descriptor)
    except FileNotFoundError as error:
        raise ArticleUnreadableError(
            _("The file is not there."), advice=_("It may have been moved, renamed or deleted.")
        ) from error
    except PermissionError as error:
        raise ArticleUnreadableError(
            _("The file may not be read: permission denied."),
            advice=_("Ask its owner for the right to read it."),
        ) from error
    except OSError as error:
        if error.errno == errno.ENXIO:  # nobody listens at this socket
            raise ArticleUnreadableError(_special()) from error
        sentence = _("The file cannot be read: {reason}.").format(reason=system_reason(error))
        raise ArticleUnreadableError(sentence) from error


def _open(path: Path) -> int:
    try:
        return os.open(path, _FLAGS)
    except OSError as error:
        if error.errno != errno.ELOOP:
            raise
    # Resolved first, then opened without following: what is opened is what was resolved.
    return os.open(os.path.realpath(path, strict=True), _FLAGS)


def _check(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise ArticleUnreadableError(_("It is a folder, not a file."))
    if not stat.S_ISREG(status.st_mode):
        raise ArticleUnreadableError(_special())
    if status.st_size > LARGEST_FILE:
        _refuse_size(status.st_size)


def _special() -> str:
    return _("It is a pipe, a socket or a device, not a file of text.")


def _refuse_size(size: int) -> NoReturn:
    sentence = _("The file is too large: {size} MB, and at most {limit} MB are read.")
    raise ArticleUnreadableError(
        sentence.format(size=-(-size // MEGABYTE), limit=LARGEST_FILE // MEGABYTE),
        advice=_("Split it into several files."),
    )
