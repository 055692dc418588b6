"""Why the system refused something, in the reader's language."""

from __future__ import annotations

import errno
import os

from bulletin_tui.words import N_, _

_REASONS = {
    errno.EACCES: N_("Permission denied"),
    errno.EBUSY: N_("Device or resource busy"),
    errno.EDQUOT: N_("Disk quota exceeded"),
    errno.EEXIST: N_("File exists"),
    errno.EFBIG: N_("File too large"),
    errno.EIO: N_("Input/output error"),
    errno.EISDIR: N_("Is a directory"),
    errno.ELOOP: N_("Too many levels of symbolic links"),
    errno.EMFILE: N_("Too many open files"),
    errno.ENAMETOOLONG: N_("File name too long"),
    errno.ENOENT: N_("No such file or directory"),
    errno.ENOSPC: N_("No space left on device"),
    errno.ENOTDIR: N_("Not a directory"),
    errno.ENOTEMPTY: N_("Directory not empty"),
    errno.EPERM: N_("Operation not permitted"),
    errno.EPIPE: N_("Broken pipe"),
    errno.EROFS: N_("Read-only file system"),
    errno.ESTALE: N_("Stale file handle"),
}


def system_reason(error: OSError) -> str:
    """The cause in a few words: the system's own ones, or those that were put in their place."""
    if error.errno is not None and error.strerror == os.strerror(error.errno):
        return numbered_reason(error.errno)
    return error.strerror or str(error)


def numbered_reason(number: int | None) -> str:
    """What an error number of the system stands for; None is that of reading or writing."""
    number = number or errno.EIO
    return _(_REASONS.get(number, os.strerror(number)))
