"""Which of a page's bylines names the author of the report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from bulletin_tui.importers.tidy.bylines import (
    RANK_OF_AUTHORS,
    Byline,
    bare_names,
    in_initials,
    is_credit,
    read_byline,
    unit_that_signs,
    without_credit,
)
from bulletin_tui.importers.tidy.datelines import without_invitation
from bulletin_tui.importers.tidy.guesses import LineClass
from bulletin_tui.importers.tidy.names import has_surname, is_nobody, people
from bulletin_tui.importers.tidy.note_heads import is_placed
from bulletin_tui.importers.tidy.seen import see_words
from bulletin_tui.text.dates_within import find_printed_dates
from bulletin_tui.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bulletin_tui.importers.tidy.guesses import Guess
    from bulletin_tui.importers.tidy.seen import Seen
    from bulletin_tui.importers.tidy.stamps import Stamp

_GLUED = re.compile(
    r"[.!?…”\"](?:/\.)?\s?(?P<names>[^.!?…]{4,45})\.?$"
    r"|[.!?…”\"](?:/\.)?\s(?P<initials>(?:[^.!?…]{2,30}\s-\s)?[A-ZĐ][hrg]{0,2}\.[^.!?…]{1,20}\.?)$"
)
_BY = re.compile(
    r"(?:^|[ (|-])(?:(?:posted |written |published |submitted |created )?by|par"
    r"|(?:dang |viet |gui )?boi)"
    r" (?P<who>[^0-9|(]{3,50}?)(?:,? (?:on|at|ngay|luc|vao|vao luc)\b|,? [0-9]|[|(,·•]| - |$)"
)


@dataclass(frozen=True, slots=True)
class FoundByline:
    """The authors, the line that names them, and how sure that is."""

    byline: Byline
    number: int
    rule: str
    confidence: float

    @property
    def is_labelled(self) -> bool:
        """Whether a label says that these are the authors."""
        return self.rule == "byline" and self.byline.rank >= RANK_OF_AUTHORS


def find_byline(
    seen: Sequence[Seen],
    guesses: Sequence[Guess],
    run: range,
    stamps: Sequence[Stamp],
    site: str | None,
) -> FoundByline | None:
    """The byline of the greatest worth; the first of several. The name of the site is none."""
    publisher = fold(site or "")
    found = [
        each
        for each in (
            *_on_lines(seen, guesses, run),
            *_beside_dates(seen, stamps),
            *_glued(seen, run),
        )
        if each.byline.names
        and not is_nobody(each.byline.names[0])
        and (each.is_labelled or fold(each.byline.names[0]) != publisher)
    ]
    found = [each for each in found if each.byline.rank > 0 or people(", ".join(each.byline.names))]
    return max(found, key=_worth, default=None)


def _worth(found: FoundByline) -> tuple[int, float]:
    return found.byline.rank, found.confidence


def _on_lines(seen: Sequence[Seen], guesses: Sequence[Guess], run: range) -> Iterator[FoundByline]:
    yield from _one_below_another(seen, guesses)
    for number, guess in enumerate(guesses):
        if guess.what is LineClass.BYLINE:
            labelled = read_byline(seen[number])
            byline = labelled or bare_names(seen[number]) or unit_that_signs(seen[number])
            is_below = bool(run) and number >= run[-1]
            if byline and (not is_credit(seen[number]) or (is_below and people(byline.printed))):
                yield FoundByline(byline, number, guess.rule, guess.confidence)


def _one_below_another(seen: Sequence[Seen], guesses: Sequence[Guess]) -> Iterator[FoundByline]:
    """The names of several authors, each on a line of its own above the text."""
    for number, pair in enumerate(pairwise(guesses)):
        if all(guess.rule == "names_above" for guess in pair):
            names = [people(seen[each].text) for each in (number, number + 1)]
            if all(len(each) == 1 for each in names) and names[0] != names[1]:
                byline = Byline((*names[0], *names[1]), 3, seen[number].text)
                yield FoundByline(byline, number, "names_above", 0.7)


def _beside_dates(seen: Sequence[Seen], stamps: Sequence[Stamp]) -> Iterator[FoundByline]:
    for stamp in stamps:
        text = without_invitation(seen[stamp.number].text)
        said = _BY.search(fold(text))
        printed = text[said.start("who") : said.end("who")] if said else stamp.line.before
        names = people(printed)
        if names and not is_placed(text):
            rank = 3 if said or all(map(has_surname, names)) else 2
            byline = Byline(names, rank, printed)
            yield FoundByline(byline, stamp.number, "names_before_date", 0.8)
        elif not names and (behind := _behind(stamp.line.after)):
            yield FoundByline(behind, stamp.number, "names_after_date", 0.75)
        elif stamp.line.before and not names and (before := _before(text)):
            yield FoundByline(before, stamp.number, "names_before_date", 0.7)
        for piece in _pieces(text):
            labelled = read_byline(see_words(piece))
            if labelled:
                yield FoundByline(labelled, stamp.number, "byline", 0.9)


def _before(text: str) -> Byline | None:
    """The names in the last of the pieces before a date, which may begin with a section."""
    dates = find_printed_dates(text)
    pieces = _pieces(text[: dates[0].span.start].rstrip(" ,|•·/–-") if dates else "")
    return bare_names(see_words(pieces[-1].strip())) if pieces else None


def _behind(text: str) -> Byline | None:
    """The names behind a date, which may be followed by the part of the site."""
    for piece in _pieces(without_invitation(text)):
        if names := people(piece):
            return Byline(names, 2, piece)
    return None


def _pieces(text: str) -> list[str]:
    return [piece.strip() for piece in re.split(r"[|•·]|\s[–/-]\s", text) if piece.strip()]


def _glued(seen: Sequence[Seen], run: range) -> Iterator[FoundByline]:
    """Names behind the last sentence of the text, on its line."""
    if not run:
        return
    text = without_credit(seen[run[-1]].text)
    match = _GLUED.search(text, max(0, len(text) - 60))
    if match is None:
        return
    printed = match["names"] or match["initials"]
    labelled = read_byline(see_words(printed))
    if labelled:
        yield FoundByline(labelled, run[-1], "byline", 0.85)
    elif names := people(printed) or in_initials(printed):
        yield FoundByline(Byline(names, 2, printed), run[-1], "names_at_the_end", 0.75)
