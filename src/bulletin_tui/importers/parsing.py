"""The door to the formats: a file's bytes and name to its document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.importers.decode import decode
from bulletin_tui.importers.formats import MARKDOWN_SUFFIXES, SUFFIXES
from bulletin_tui.importers.markdown import read_markdown
from bulletin_tui.importers.plain_text import read_plain_text
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.model.article import Document


def parse(data: bytes, name: str, encoding: str | None = None) -> Document:
    """The document in a file of this name, read by the encoding chosen or by the likeliest.

    Raises ArticleUnreadableError.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        sentence = _("Files ending in “{suffix}” cannot be read.").format(suffix=clean_line(suffix))
        raise ArticleUnreadableError(
            sentence,
            advice=_("Bulletin reads {suffixes}.").format(suffixes=", ".join(sorted(SUFFIXES))),
        )
    decoded = decode(data, encoding)
    read = read_markdown if suffix in MARKDOWN_SUFFIXES else read_plain_text
    document = read(decoded.text)
    return replace(
        document,
        warnings=decoded.warnings + document.warnings,
        provenance=replace(document.provenance, encoding=decoded.encoding),
    )
