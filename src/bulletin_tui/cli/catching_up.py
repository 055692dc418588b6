"""Having the index follow the folders before a command reads the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.errors import IndexUnavailableError
from bulletin_tui.paths import is_there
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.cli.session import Session


def catch_up(session: Session) -> None:
    """Bring the index up to date if that is quick; else say on stderr that it is behind."""
    if not is_there(session.paths.index_db):
        return
    from bulletin_tui.services.lagging import Lag, find_lag  # few libraries need the index

    match find_lag(session.paths):
        case Lag.SHORT:
            _build(session)
        case Lag.LONG:
            words = _("The folders are newer than the index; `bulletin index` reads what is new.")
            session.out.warn(words)
        case Lag.NONE:
            pass


def _build(session: Session) -> None:
    from bulletin_tui.cli.indexing import bring_up_to_date  # mostly nothing has changed

    try:
        bring_up_to_date(session, session.paths)
    except IndexUnavailableError as error:  # the index goes on as it is
        session.out.warn(error.words)
