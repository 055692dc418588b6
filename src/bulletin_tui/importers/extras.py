"""Formats that are read with a library which is not installed with the program."""

from __future__ import annotations

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.words import _


def missing_extra(kind: str, extra: str) -> ArticleUnreadableError:
    """What is said of a file whose library is missing; `kind` is what such files are called."""
    return ArticleUnreadableError(
        _("Reading {kind} files needs a library that is not installed.").format(kind=kind),
        advice=_("Install it with: pip install 'bulletin-tui[{extra}]'.").format(extra=extra),
    )
