"""Which of a page's datelines dates the report: the nearest to its title, a labelled one first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.importers.tidy.datelines import Dateline, read_dateline
from bulletin_tui.importers.tidy.guesses import LineClass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.importers.tidy.guesses import Guess
    from bulletin_tui.importers.tidy.seen import Seen

_NEAR = 6
"""Lines below the text in which a date is still the report's."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A dateline and the line it is on."""

    number: int
    line: Dateline


def find_stamps(
    seen: Sequence[Seen], guesses: Sequence[Guess], title: int | None, run: range
) -> list[Stamp]:
    """The datelines that may date the report, the best first."""
    stamps = [
        Stamp(number, line)
        for number, guess in enumerate(guesses[: run.stop + _NEAR])
        if guess.what is LineClass.DATELINE and (line := read_dateline(seen[number].text))
    ]
    anchor = run.start if title is None else title
    return sorted(stamps, key=lambda stamp: _rank(stamp, anchor, run))


def _rank(stamp: Stamp, anchor: int, run: range) -> tuple[bool, bool, bool, int]:
    is_below = stamp.number >= run.stop and bool(run)
    is_inside = stamp.number > run.start
    return (
        is_inside and not is_below,
        is_below,
        not stamp.line.is_labelled,
        abs(stamp.number - anchor),
    )
