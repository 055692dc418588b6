"""Errors in the program itself: what is written down of one, and what a person is told."""

from __future__ import annotations

import platform
from contextlib import suppress
from typing import TYPE_CHECKING

from bulletin_tui import __version__
from bulletin_tui.errors import InternalError
from bulletin_tui.paths import make_private
from bulletin_tui.services.new_files import write_file
from bulletin_tui.text.clean import guard
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bulletin_tui.paths import Paths


def internal_error(paths: Paths, details: str, unsaved: Sequence[str] = ()) -> InternalError:
    """What to tell a person, who also gets back the words that could not be saved.

    The details are written into a file, in place of those of the error before.
    """
    parts = [_("Bulletin has stopped over an error in the program itself.")]
    file = _write_down(paths, "\n\n".join((details.rstrip("\n"), *unsaved)))
    if file is not None:
        where = _("What happened is written in {path}.")
        parts.append(where.format(path=file))
    else:
        parts.append(details.rstrip("\n"))
    saved = _("What was marked and written is saved.")
    parts.append(_("Not saved is what you were writing:") if unsaved else saved)
    return InternalError("\n".join((*parts, *unsaved)))


def _write_down(paths: Paths, details: str) -> Path | None:
    head = f"Bulletin {__version__}, Python {platform.python_version()}, {platform.system()}"
    with suppress(OSError):
        make_private(paths.cache)
        text = guard(f"{head}\n\n{details}\n", keep="\n\t")
        write_file(paths.last_error, text, replace=True)
        return paths.last_error
    return None
