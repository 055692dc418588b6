"""Opening the reader itself; nothing else of the command line is loaded before its first frame."""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.errors import UsageError
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.cli.session import Session


TEXTUAL_SETTINGS = {
    "ESCDELAY": "25",  # milliseconds until a lone Esc is not the beginning of a sequence
    "TEXTUAL_FPS": "120",  # a change waits half as long to be painted
}
"""Read by Textual when it is imported; the reader's own environment goes first."""
TURN_S = 0.0005
"""How long a thread that searches may keep the interpreter from the one that paints."""


def is_path(typed: str) -> bool:
    """Whether a first word that is no verb means a folder or a file."""
    return not typed.startswith("-") and (os.sep in typed or os.path.lexists(typed))


def open_path(session: Session, path: Path) -> int:
    """Open the reader on a folder, or on a file, without adding it.

    Raises UsageError for anything else.
    """
    shown = clean_line(str(path))
    if not os.path.exists(path):  # noqa: PTH110 - of any text, also one that can be no name
        raise UsageError(_("There is no folder or file {path}.").format(path=shown))
    if not os.path.isdir(path):  # noqa: PTH112
        from bulletin_tui.services.kinds_of_files import why_no_article  # mostly it is a folder

        reason = why_no_article(path)
        if not reason and os.path.isfile(path) and not os.path.getsize(path):  # noqa: PTH113, PTH202
            reason = _("There is no text in the file.")
        if reason:
            raise UsageError(f"{shown}: {reason}")
    return open_reader(replace(session, paths=session.paths.for_folder(path)))


def open_reader(session: Session, *, article_id: str | None = None) -> int:
    """Open the reader in this terminal. Raises UsageError where there is none."""
    if not (os.isatty(0) and os.isatty(1)):
        advice = _("Without one, `bulletin list`, `show` and `search` answer in plain text.")
        raise UsageError(_("The reader needs a terminal."), advice=advice)
    gc.disable()  # the reader enables it once its first article is shown
    sys.setswitchinterval(TURN_S)
    for name, value in TEXTUAL_SETTINGS.items():
        os.environ.setdefault(name, value)
    from bulletin_tui.ui.app import run_reader

    return run_reader(session.paths, session.settings, article_id)
