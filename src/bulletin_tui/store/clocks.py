"""The clock of events: the wall's, but later than what is known, and never one made up."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from bulletin_tui.store.revisions import BELIEVED_CLOCK

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

_STRIDE = 1_000_000
"""Microseconds that a clock may be put forward by an event; it waits for the wall's to catch up."""
_LAST = f"""
    SELECT max(
        (SELECT coalesce(max(clock), 0) FROM annotation WHERE clock <= {BELIEVED_CLOCK}),
        (SELECT coalesce(max(clock), 0) FROM purged WHERE clock <= {BELIEVED_CLOCK})
    )
"""  # noqa: S608


def next_clock(connection: sqlite3.Connection, now: datetime) -> int:
    """The microseconds of `now`, or somewhat later than everything that is known here.

    A wall clock of a time that is not believed is as wrong as one that lags behind: what is made
    later, once it is set right, has to come later too.
    How much later is left to chance: two copies of one machine, which do not know yet that they
    are two, then hardly ever give two events one name.
    """
    row: tuple[int] = connection.execute(_LAST).fetchone()
    wall = int(now.timestamp() * 1_000_000)
    return wall if row[0] < wall <= BELIEVED_CLOCK else row[0] + 1 + secrets.randbelow(_STRIDE)
