"""What lines are below the text: its end, then other reports, then the rest of the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bulletin_tui.importers.tidy.bylines import bare_names, may_sign_below, unit_that_signs
from bulletin_tui.importers.tidy.captions import is_caption_like
from bulletin_tui.importers.tidy.counters import is_number
from bulletin_tui.importers.tidy.debris import is_token
from bulletin_tui.importers.tidy.guesses import FURNITURE, Guess, LineClass
from bulletin_tui.importers.tidy.lines import LineContext
from bulletin_tui.importers.tidy.page_words import heads_comments
from bulletin_tui.importers.tidy.publishers import is_organisation
from bulletin_tui.importers.tidy.surroundings import LINKED, PLACES, is_outside

if TYPE_CHECKING:
    from collections.abc import MutableSequence, Sequence

    from bulletin_tui.importers.tidy.seen import Seen

_NEAR = 4
"""Lines below the text in which names are the author's."""
_MOST_WORDS_OF_A_LINK = 24
_TEXTS = frozenset({LineClass.BODY, LineClass.PROSE})
_ENDS = frozenset({LineClass.BYLINE, LineClass.CONTROL})


class _Zone(NamedTuple):
    """What the lines of one part of the page below the text are, until another part begins."""

    what: LineClass
    confidence: float
    has_texts: bool = False
    """Whether paragraphs are no more the report's than short lines are."""


_IN_TAIL = {
    LineClass.RELATED_HEADING: _Zone(LineClass.RELATED, 0.9),
    LineClass.WIDGET: _Zone(LineClass.WIDGET, 0.75),
    LineClass.NAVIGATION: _Zone(LineClass.NAVIGATION, 0.75),
    LineClass.BREADCRUMB: _Zone(LineClass.NAVIGATION, 0.75),
    LineClass.FOOTER: _Zone(LineClass.FOOTER, 0.75),
    LineClass.SITE: _Zone(LineClass.FOOTER, 0.75),
}
_COMMENTS = _Zone(LineClass.WIDGET, 0.75, has_texts=True)
_OF_THE_AUTHOR = re.compile(r"(?:ve |doi net ve |about the )?(?:tac gia|authors?)")
_DATED = re.compile(
    r".{12,200}[\s(\["
    r"|-]\(?\[?[0-9]{1,2}[/.-][0-9]{1,2}(?:[/.-][0-9]{2,4})?(?:[ ,-]{1,3}[0-9:h]{2,8})?[)\]]?$"
    r"|\(?[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}\)?[ :|-]{1,4}\S.{10,200}"
)


def place_below(
    seen: Sequence[Seen], guesses: MutableSequence[Guess], run: range, *, is_official: bool
) -> None:
    """Settle the lines below the text: its end, then other reports, then the rest of the page.

    An official document goes on below who signed it.
    """
    zone: _Zone | None = None
    lines_left, is_over = _NEAR, False
    for number in range(run.stop, len(seen)):
        line, guess = seen[number], guesses[number]
        zone = _COMMENTS if heads_comments(line) else _IN_TAIL.get(guess.what, zone)
        is_near = zone is None and lines_left > 0
        if is_outside(line) and not _stays(guess, near=is_near):
            guesses[number] = PLACES[line.line.context]
        elif _heads_footer(seen, guesses, number):
            guesses[number] = Guess(LineClass.FOOTER, 0.85, "in_footer")
        elif zone is not None:
            guesses[number] = _in_tail(seen, guesses, number, zone)
        else:
            may_sign = is_near and may_sign_below(seen[number - 1])
            may_sign = may_sign and not _says_something(guesses[number + 1 : number + 3])
            found = _after_text(line, guess, guesses[number - 1], near=may_sign)
            if number == run.stop and _is_signed_by_a_unit(seen, guesses, number):
                found = Guess(LineClass.BYLINE, 0.7, "unit_below")
            guesses[number] = _after_end(line, found) if is_over else found
            is_end = found.what in _ENDS and not is_official
            is_over = (is_over or is_end) and line.text[-1:] != ":"
            lines_left -= guess.what not in (LineClass.CONTROL, LineClass.DEBRIS)
            if _heads_more(line, found):
                lines_left = 0


def _stays(guess: Guess, *, near: bool) -> bool:
    """Whether a line is what it is wherever the page has it; a report may end in its footer."""
    is_sign = guess.what in (LineClass.BYLINE, LineClass.DATELINE)
    return guess.what in FURNITURE or (near and is_sign)


def _after_end(line: Seen, found: Guess) -> Guess:
    """A report ends with who wrote it or with buttons: short words behind are the page's."""
    is_short = line.words <= _MOST_WORDS_OF_A_LINK and not line.is_ended
    if found.what is LineClass.UNKNOWN and is_short and not is_caption_like(line):
        return Guess(LineClass.RELATED, 0.7, "below_related")
    return found


def _heads_footer(seen: Sequence[Seen], guesses: Sequence[Guess], number: int) -> bool:
    """Whether a line is an organisation in capitals, with its address or the like below."""
    below = guesses[number + 1 : number + 2]
    is_above_footer = bool(below) and below[0].what is LineClass.FOOTER
    return is_above_footer and seen[number].is_capital and is_organisation(seen[number])


def _in_tail(seen: Sequence[Seen], guesses: Sequence[Guess], number: int, zone: _Zone) -> Guess:
    guess = guesses[number]
    if guess.what in FURNITURE or guess.what in (LineClass.SITE, LineClass.REPEATED):
        return guess
    rule = f"below_{zone.what.name.lower()}"
    if guess.what is not LineClass.BODY:
        return Guess(zone.what, zone.confidence, rule)
    if zone.has_texts or (_is_title(guesses[number + 1 : number + 2]) and _is_teaser(seen, number)):
        return Guess(zone.what, min(zone.confidence, 0.75), rule)
    return Guess(LineClass.RELATED, 0.65, "text_below_page")


def _heads_more(line: Seen, guess: Guess) -> bool:
    """Whether a line is a heading of something else, which may be a list of names."""
    is_heading = line.line.context is LineContext.HEADING and guess.what is not LineClass.BYLINE
    return is_heading and not _OF_THE_AUTHOR.fullmatch(line.bare.strip(" :"))


def _is_signed_by_a_unit(seen: Sequence[Seen], guesses: Sequence[Guess], number: int) -> bool:
    """Whether a unit of an office signs, right below the text and not right above a footer."""
    below = guesses[number + 1 : number + 2]
    return (
        guesses[number].what is LineClass.UNKNOWN
        and unit_that_signs(seen[number]) is not None
        and bool(below)
        and below[0].what not in (LineClass.FOOTER, LineClass.SITE)
    )


def _says_something(below: Sequence[Guess]) -> bool:
    """Whether a date and a text are below a name, as where somebody comments."""
    dated = (LineClass.DATELINE,)
    return len(below) > 1 and below[0].what in dated and below[1].what in _TEXTS


def _is_title(below: Sequence[Guess]) -> bool:
    return bool(below) and below[0].what in (LineClass.UNKNOWN, LineClass.DATELINE)


def _is_teaser(seen: Sequence[Seen], number: int) -> bool:
    """Whether a paragraph is between two titles: the first words of the report that one names."""
    beside = (seen[number - 1], seen[number + 1])
    return not any(line.is_ended or line.words > _MOST_WORDS_OF_A_LINK for line in beside)


def _after_text(line: Seen, guess: Guess, above: Guess, *, near: bool) -> Guess:
    if guess.what is LineClass.BYLINE or guess.what in FURNITURE:
        return guess
    if guess.what in (LineClass.UNKNOWN, LineClass.PROSE) and near and bare_names(line):
        return Guess(LineClass.BYLINE, 0.8, "names_below")
    if _DATED.fullmatch(line.bare) and not line.is_ended and guess.what is not LineClass.DATELINE:
        return Guess(LineClass.RELATED, 0.85, "dated_title")
    if line.line.link_share > LINKED and line.words > 2:
        return Guess(LineClass.RELATED, 0.8, "link")
    if is_token(line):
        return Guess(LineClass.DEBRIS, 0.75, "token")
    if is_number(line) and above.what is LineClass.COUNTER:
        return Guess(LineClass.COUNTER, 0.8, "number")
    if guess.what is LineClass.EXCERPT:
        return Guess(LineClass.RELATED, 0.6, "excerpt")
    return guess
