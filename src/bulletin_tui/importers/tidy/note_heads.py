"""The head of a note: a date in its first two lines, with who wrote it, and the title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.importers.tidy.datelines import read_dateline
from bulletin_tui.importers.tidy.guesses import LineClass
from bulletin_tui.text.dates_within import find_printed_dates
from bulletin_tui.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.importers.tidy.guesses import Guess
    from bulletin_tui.importers.tidy.seen import Seen
    from bulletin_tui.model.article import PrintedDate

_LINES = 2
_MOST_WORDS = 20
_MOST_WORDS_OF_A_TITLE = 30
_PLACED = re.compile(
    r"(?!.*(?: thu (?:hai|ba|tu|nam|sau|bay|[2-7])| chu nhat)\b)"
    r"\S{1,12}(?: \S{1,12}){0,4}, ?ngay [0-9].{1,40}"
)
_OTHER_DAY = re.compile(
    r"\b(?:han|truoc|den|het|tu|so|hieu luc|due|from|until|till|before|after|deadline|since"
    r"|valid|born|sinh)\b|\bby$"
)
"""What makes a date behind it another day than that of the note."""


@dataclass(frozen=True, slots=True)
class NoteHead:
    """The date of a note and its line, and the line of the title where a bare date is above it."""

    date: PrintedDate
    dated_at: int
    title: int | None = None


def find_note_head(seen: Sequence[Seen], guesses: Sequence[Guess]) -> NoteHead | None:
    """The one date that the first lines give; a diary has several and is of none of them."""
    if sum(guess.what is LineClass.DATELINE for guess in guesses) > 1:
        return None
    for number, line in enumerate(seen[:_LINES]):
        if date := _date(line, guesses[number]):
            is_bare = number == 0 and _is_bare(line) and _may_be_title(seen[1:2])
            return NoteHead(date, number, 1 if is_bare else None)
    return None


def is_placed(text: str) -> bool:
    """Whether a dateline is the name of a place and a day, as letters have it."""
    return bool(_PLACED.fullmatch(fold(text).strip(" .")))


def _date(line: Seen, guess: Guess) -> PrintedDate | None:
    if guess.what is LineClass.DATELINE:
        dateline = read_dateline(line.text)
        is_other = dateline is None or _OTHER_DAY.search(fold(dateline.before))
        return dateline.published if dateline and not is_other else None
    if not line.bare or line.words > _MOST_WORDS:
        return None
    found = find_printed_dates(line.text)
    if len(found) != 1:
        return None
    span = found[0].span
    before, after = line.bare[: span.start].rstrip(), line.bare[span.end :]
    is_apart = before.endswith((",", " -", " (", ", ngay", " - ngay", "(ngay"))
    if not is_apart or after.strip(" .)") or _OTHER_DAY.search(before):
        return None
    return found[0].date


def _is_bare(line: Seen) -> bool:
    dateline = read_dateline(line.text)
    return dateline is not None and (not dateline.before or is_placed(line.text))


def _may_be_title(below: Sequence[Seen]) -> bool:
    return bool(below) and bool(below[0].bare) and below[0].words <= _MOST_WORDS_OF_A_TITLE
