"""Formats that are read with a library which is not installed with the program."""

from __future__ import annotations

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.words import _


def missing_extra(kind: str, extra: str) -> ArticleUnreadableError:
    """What is said of a file whose library is missing; `kind` is what such files are called.

    The command is in the sentence itself, which is all that reports and lists have room for.
    """
    sentence = _("{kind} files need a library: pip install 'bulletin-tui[{extra}]'")
    return ArticleUnreadableError(sentence.format(kind=kind, extra=extra))
