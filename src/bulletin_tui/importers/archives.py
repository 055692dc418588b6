"""ZIP archives read in memory within limits; what they say of their own size is not believed."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from typing import NoReturn

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.words import _

MEGABYTE = 1024 * 1024
LARGEST_CONTENT = 64 * MEGABYTE
"""In bytes, of all that is unpacked."""
MOST_MEMBERS = 1000
HIGHEST_RATIO = 200
"""Of unpacked to packed bytes, for what is larger than the least that is always read."""
_ALWAYS_READ = MEGABYTE
_ENCRYPTED = 1
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
"""What `zipfile` raises over damaged archives and over kinds of compression it does not know."""


class Archive:
    """The members of an archive, by name."""

    def __init__(self, data: bytes) -> None:
        """Raises ArticleUnreadableError for what is no archive, or one of too many members."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS as error:
            _refuse_damaged(error)
        self.names = tuple(self._zip.namelist())
        """In the archive's order."""
        self._left = LARGEST_CONTENT
        if len(self.names) > MOST_MEMBERS:
            sentence = _("The file is an archive of {count} files, and at most {limit} are read.")
            raise ArticleUnreadableError(sentence.format(count=len(self.names), limit=MOST_MEMBERS))

    def check(self) -> None:
        """Unpack every member once. Raises ArticleUnreadableError."""
        for name in dict.fromkeys(self.names):
            self.find(name)

    def find(self, name: str) -> bytes | None:
        """The content of a member; None if there is none. Raises ArticleUnreadableError."""
        try:
            member = self._zip.getinfo(name)
        except KeyError:
            return None
        if member.flag_bits & _ENCRYPTED:
            raise ArticleUnreadableError(
                _("The file is protected by a password."),
                advice=_("Save it without the password with the program that made it."),
            )
        limit = min(self._left, max(_ALWAYS_READ, HIGHEST_RATIO * member.compress_size))
        try:
            with self._zip.open(member) as file:
                content = file.read(limit + 1)
        except _FAULTS as error:
            _refuse_damaged(error)
        if len(content) > limit:
            raise ArticleUnreadableError(
                _("The file unpacks to far more than a text has; it is not read."),
                advice=_("Such files are made to fill a computer's memory."),
            )
        self._left -= len(content)
        return content


def _refuse_damaged(error: Exception) -> NoReturn:
    raise ArticleUnreadableError(
        _("The file is damaged: it cannot be unpacked."),
        advice=_("Fetch it again, or save it anew with the program that made it."),
    ) from error
