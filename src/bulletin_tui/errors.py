"""The few things that can go wrong and that a person can act on.

Each is raised where its cause is known, with one sentence that says what happened and why.
"""

from __future__ import annotations


class BulletinError(Exception):
    """A failure to be shown to the reader: `str()` is the sentence, `advice` what to do."""

    def __init__(self, message: str, *, advice: str = "") -> None:
        super().__init__(message)
        self.advice = advice

    @property
    def words(self) -> str:
        """What happened and what to do, as one text."""
        sentence = str(self)
        if self.advice and not sentence.endswith((".", "!", "?", "…")):
            sentence += "."
        return " ".join(part for part in (sentence, self.advice) if part)


class ArticleUnreadableError(BulletinError):
    """An article's file is missing, refused or not text."""


class ArticleNotFoundError(BulletinError):
    """No article has this id."""


class FolderRefusedError(BulletinError):
    """A folder cannot be added to the library, or is not in it."""


class NotSavedError(BulletinError):
    """What the reader made is not on disk; what was typed must stay on screen."""


class StateUnavailableError(BulletinError):
    """`state.db` cannot be written, or cannot be opened at all."""


class IndexUnavailableError(BulletinError):
    """`index.db` is missing, damaged or of another version; it can be rebuilt.

    `brief` is the cause in a few words, without a capital or a full stop.
    """

    def __init__(self, message: str, *, advice: str = "", brief: str = "") -> None:
        super().__init__(message, advice=advice)
        self.brief = brief


class IndexDamagedError(IndexUnavailableError):
    """What is in `index.db` cannot be right; building it anew mends it."""


class IndexBusyError(IndexUnavailableError):
    """Another process builds the index; what is new comes in by that build, or by the next one."""


class IndexNotKeptError(IndexUnavailableError):
    """The place of `index.db`, or another program, is at fault: building it anew mends nothing."""


class InternalError(BulletinError):
    """The program itself is at fault; nobody has done anything wrong."""


class UsageError(BulletinError):
    """The command line asks for something that does not exist."""


class NotAnExportError(UsageError):
    """A file whose marks are to be restored has none, or in a form that is not understood."""


class NothingFoundError(BulletinError):
    """The request was understood and has no answer."""
