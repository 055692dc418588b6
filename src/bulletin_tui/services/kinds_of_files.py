"""Which files can be articles, as their names say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.importers.formats import SUFFIXES
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _

if TYPE_CHECKING:
    from pathlib import PurePath


def why_no_article(path: PurePath) -> str:
    """Why a file of this name is none that could be read; empty if it may be."""
    suffix = path.suffix.lower()
    if suffix in SUFFIXES:
        return ""
    if not suffix:
        return _("Its name does not tell its format.")
    return _("Files ending in “{suffix}” cannot be read.").format(suffix=clean_line(suffix))
