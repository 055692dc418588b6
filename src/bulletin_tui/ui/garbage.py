"""What Python's collector of garbage need not look through at every turn."""

from __future__ import annotations

import gc

_TURNS = (700, 10, 100)
"""Python's own but for the last: a turn through all that is there is one that a key waits for."""


def keep_for_good() -> None:
    """Take all there is now for no garbage, and collect from here on.

    What is let go of is freed all the same; only rings of objects would stay. So this is for the
    few moments at which much has been built that lasts.
    """
    gc.freeze()
    gc.set_threshold(*_TURNS)
    gc.enable()
