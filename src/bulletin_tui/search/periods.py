"""Printed dates as stretches of time: a year, a month, a day, a minute."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bulletin_tui.model.article import Precision

if TYPE_CHECKING:
    from bulletin_tui.model.article import PrintedDate

_KNOWN_PARTS = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3, Precision.MINUTE: 5}
"""How many of year, month, day, hour and minute a date gives."""

_LAST = datetime(9999, 12, 31, 23, 59)  # noqa: DTZ001 - printed dates have no zone


def is_between(
    dated: PrintedDate | None, after: PrintedDate | None, before: PrintedDate | None
) -> bool:
    """Whether a date can lie from the start of `after` on, and lies ahead of `before`.

    `after:2018 before:2019` is the whole of 2018; what is dated 2018 can be after 10/2018. What
    bears no date lies nowhere.
    """
    if dated is None:
        return after is None and before is None
    known = slice(_KNOWN_PARTS[dated.precision])
    return (after is None or dated.value.timetuple()[known] >= after.value.timetuple()[known]) and (
        before is None or dated.value < before.value
    )


def age(dated: datetime | None) -> timedelta:
    """What newer dates have less of; what bears no date is oldest."""
    return _LAST - dated if dated else timedelta.max
