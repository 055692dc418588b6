"""Parsing that one odd file cannot end: whatever a parser stumbles over is said in words."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.model.article import Document

_FAULTS = (
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RuntimeError,
    EOFError,
    zlib.error,
)
"""What a parser may stumble with over one file; the others are to be read nevertheless."""


def parse_guarded(data: bytes, name: str, encoding: str | None = None) -> Document:
    """`parsing.parse`, whatever the file holds. Raises ArticleUnreadableError and nothing else."""
    from bulletin_tui.importers.parsing import parse  # only what is parsed needs the parsers

    try:
        return parse(data, name, encoding)
    except MemoryError as error:
        raise ArticleUnreadableError(
            _("Reading it takes more memory than a file may have.")
        ) from error
    except _FAULTS as error:
        raise ArticleUnreadableError(_("It could not be understood.")) from error
