"""The place of `index.db`: what keeps an index from being kept there, and what to do about it."""

from __future__ import annotations

import errno
import stat
from typing import TYPE_CHECKING

from bulletin_tui.errors import IndexNotKeptError
from bulletin_tui.reasons import numbered_reason
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _

if TYPE_CHECKING:
    from pathlib import Path

BESIDE = ("", "-wal", "-shm", "-journal")
"""The endings of an index and of what SQLite keeps beside it."""
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_READ_ONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_LOCKED = frozenset({errno.EAGAIN, errno.EBUSY})


def check_place(index_path: Path) -> None:
    """Raises IndexNotKeptError where something else is in the place of an index's files."""
    for ending in BESIDE:
        check_file(index_path.with_name(index_path.name + ending))


def check_file(path: Path) -> None:
    """Raises IndexNotKeptError where something is at the path that is no file."""
    sentence = _obstacle(path)
    if sentence:
        raise IndexNotKeptError(
            sentence.format(path=clean_line(str(path))),
            advice=_("Remove it, and the index is built."),
            brief=_("something else is in its place"),
        )


def not_kept(sentence: str, number: int | None) -> IndexNotKeptError:
    """The error for what the system reports with this number, with advice that fits."""
    if number in _FULL:
        advice, brief = _("Make room on the disk."), _("the disk is full")
    elif number in _LOCKED:
        advice = _("Another program is writing it; try again in a moment.")
        brief = _("another program has locked it")
    elif number in _READ_ONLY:
        advice = _("Nothing needs to be done: searching works.")
        brief = _("it may not be written")
    else:
        advice, brief = "", _("it cannot be kept")
    return IndexNotKeptError(sentence, advice=advice, brief=brief)


def cannot_be_kept(index_path: Path, number: int | None) -> IndexNotKeptError:
    """What an error of the system with this number means for an index that is to be written."""
    sentence = _("The search index cannot be kept in {folder}: {reason}.").format(
        folder=clean_line(str(index_path.parent)), reason=numbered_reason(number)
    )
    return not_kept(sentence, number)


def _obstacle(path: Path) -> str:
    """What is wrong with what is at the path, if there is anything; `{path}` is left open."""
    try:
        mode = _mode_behind(path) if path.is_symlink() else path.lstat().st_mode
    except OSError:  # nothing is there, or opening it will tell
        return ""
    if mode is None:
        return _("A link that leads nowhere is in the place of the search index: {path}.")
    if stat.S_ISDIR(mode):
        return _("A folder is in the place of the search index: {path}.")
    if not stat.S_ISREG(mode):
        return _("What is in the place of the search index is not a file: {path}.")
    return ""


def _mode_behind(link: Path) -> int | None:
    try:
        return link.stat().st_mode
    except OSError:
        return None
