"""Opening the reader itself; nothing else of the command line is loaded before its first frame."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

from bulletin_tui.errors import UsageError
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.cli.session import Session


def open_reader(session: Session, *, article_id: str | None = None) -> int:
    """Open the reader in this terminal. Raises UsageError where there is none."""
    if not (os.isatty(0) and os.isatty(1)):
        advice = _("Without one, `bulletin list`, `show` and `search` answer in plain text.")
        raise UsageError(_("The reader needs a terminal."), advice=advice)
    gc.disable()  # the reader enables it once its first frame is painted
    from bulletin_tui.ui.app import run_reader

    return run_reader(session.paths, session.settings, article_id)
