"""What lines are by where they stand: above the title, between it and the text, inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.importers.tidy.bylines import bare_names, is_credit, says_by
from bulletin_tui.importers.tidy.captions import between_paragraphs, is_caption_like
from bulletin_tui.importers.tidy.counters import is_number
from bulletin_tui.importers.tidy.guesses import FURNITURE, Guess, LineClass
from bulletin_tui.importers.tidy.lines import LineContext
from bulletin_tui.importers.tidy.main_run import end_of_box
from bulletin_tui.importers.tidy.publishers import is_organisation
from bulletin_tui.importers.tidy.titles import is_same_title

if TYPE_CHECKING:
    from collections.abc import MutableSequence, Sequence

    from bulletin_tui.importers.tidy.seen import Seen

LINKED = 0.6
"""The share of linked words from which a line is a link."""
_MOST_WORDS_OF_A_MENU = 8
_FURTHEST_HEADING = 400
"""Lines of the text among which those of a table of contents are looked for."""
_MOST_WORDS_OF_A_CATEGORY = 14
_LINES_OF_A_LEAD = 4
_STAYS = frozenset({LineClass.COUNTER, LineClass.CONTROL, LineClass.DEBRIS, LineClass.BREADCRUMB})
"""What is furniture inside a text too."""
PLACES = {
    LineContext.NAVIGATION: Guess(LineClass.NAVIGATION, 0.9, "in_navigation"),
    LineContext.HEADER: Guess(LineClass.NAVIGATION, 0.75, "in_header"),
    LineContext.FOOTER: Guess(LineClass.FOOTER, 0.9, "in_footer"),
    LineContext.ASIDE: Guess(LineClass.WIDGET, 0.85, "in_aside"),
    LineContext.FORM: Guess(LineClass.CONTROL, 0.9, "in_form"),
}


def place_inside(seen: Sequence[Seen], guesses: MutableSequence[Guess], run: range) -> None:
    """Settle the lines inside the text: hardly anything there is not read."""
    last: dict[str, int] = {}
    _place_names(seen, guesses, run)
    _place_boxes(seen, guesses, run)
    for number in run:
        line, guess = seen[number], guesses[number]
        if guess.what is LineClass.RELATED:
            continue
        is_short = line.bare and line.words >= 4 and guess.what is not LineClass.BODY
        if is_short and last.get(line.bare, -9) >= number - 3:
            guesses[number] = Guess(LineClass.REPEATED, 0.9, "repeated")
            continue
        last[line.bare] = number
        if guess.what in _STAYS or is_outside(line):
            guesses[number] = PLACES.get(line.line.context, guess)
        elif line.line.link_share > LINKED and line.words > 3 and guess.what is not LineClass.BODY:
            guesses[number] = Guess(LineClass.RELATED, 0.75, "link")
        elif (guess.what is LineClass.DATELINE and line.words > 1) or (
            guess.what is LineClass.BYLINE and not is_credit(line)
        ):
            continue
        else:
            below = guesses[number + 1] if number + 1 < len(guesses) else guess
            guesses[number] = between_paragraphs(line, guess, below)


def _place_boxes(seen: Sequence[Seen], guesses: MutableSequence[Guess], run: range) -> None:
    """Boxes of other reports that stand inside the text."""
    for number in run:
        for inside in range(number, end_of_box(seen, guesses, number)):
            guesses[inside] = Guess(LineClass.RELATED, 0.8, "related_heading")


def _place_names(seen: Sequence[Seen], guesses: MutableSequence[Guess], run: range) -> None:
    """Who wrote it, where that stands between a lead and the first paragraph."""
    for number in run[:_LINES_OF_A_LEAD]:
        if guesses[number].what is LineClass.BODY:
            return
        if guesses[number].what is LineClass.UNKNOWN and bare_names(seen[number]):
            guesses[number] = Guess(LineClass.BYLINE, 0.7, "names_above")


def place_above(
    seen: Sequence[Seen], guesses: MutableSequence[Guess], title: int, run: range
) -> None:
    """Settle the lines above the text, and the title among them."""
    bare = seen[title].bare
    guesses[title] = Guess(LineClass.TITLE, guesses[title].confidence, "title")
    for number in range(run.start):
        is_again = seen[number].words >= 4 and is_same_title(seen[number].bare, bare)
        if is_again and number != title and guesses[number].what is not LineClass.BREADCRUMB:
            guesses[number] = Guess(LineClass.REPEATED, 0.9, "title_again")
    _place_menu(seen, guesses, title)
    _place_between(seen, guesses, range(title + 1, run.start), run)


def _place_between(
    seen: Sequence[Seen], guesses: MutableSequence[Guess], lines: range, run: range
) -> None:
    """The lines between the title and the text; a table of contents says its headings before."""
    in_list = False
    headings = {seen[number].bare for number in run[:_FURTHEST_HEADING]}
    for number in lines:
        line, guess = seen[number], guesses[number]
        in_list = in_list or guess.what is LineClass.RELATED_HEADING
        if is_outside(line):
            guesses[number] = PLACES[line.line.context]
        elif in_list and guess.what in (LineClass.UNKNOWN, LineClass.EXCERPT):
            guesses[number] = Guess(LineClass.RELATED, 0.75, "below_related_heading")
        elif guess.what is LineClass.UNKNOWN or (guess.what is LineClass.PROSE and says_by(line)):
            is_entry = line.bare in headings and line.words > 1
            guesses[number] = (
                Guess(LineClass.NAVIGATION, 0.8, "menu")
                if is_entry
                else _between(line, seen[number - 1], guess)
            )


def _between(line: Seen, above: Seen, guess: Guess) -> Guess:
    if bare_names(line):
        return Guess(LineClass.BYLINE, 0.7, "names_above")
    if line.bare == above.bare:
        return Guess(LineClass.REPEATED, 0.9, "repeated")
    if is_number(line):
        return Guess(LineClass.COUNTER, 0.75, "number")
    if line.line.link_share > LINKED:
        return Guess(LineClass.RELATED, 0.75, "link")
    return Guess(LineClass.CAPTION, 0.7, "caption") if is_caption_like(line) else guess


def _place_menu(seen: Sequence[Seen], guesses: MutableSequence[Guess], title: int) -> None:
    """What is above the title: the site's name, its menu, other reports, and the category."""
    menus = sum(guess.what is LineClass.NAVIGATION for guess in guesses[:title])
    unknown = [
        number
        for number in range(title)
        if guesses[number].what not in FURNITURE
        and guesses[number].what
        not in (LineClass.DATELINE, LineClass.BYLINE, LineClass.REPEATED, LineClass.SITE)
    ]
    category = _category(seen, guesses, title)
    in_list = False
    for number in range(title):
        line, guess = seen[number], guesses[number]
        in_list = in_list or guess.what is LineClass.RELATED_HEADING
        if number == category:
            sure = 0.75 if line.line.link_share > LINKED else 0.6
            guesses[number] = Guess(LineClass.CATEGORY, sure, "above_title")
        elif is_outside(line):
            guesses[number] = PLACES[line.line.context]
        elif guess.what is LineClass.DATELINE and title - number > 2:
            guesses[number] = Guess(LineClass.WIDGET, 0.7, "date_of_today")
        elif number not in unknown:
            continue
        elif is_organisation(line) and not in_list:
            guesses[number] = Guess(LineClass.SITE, 0.85, "organisation")
        elif in_list or line.line.link_share > LINKED:
            guesses[number] = Guess(LineClass.RELATED, 0.8, "above_title")
        elif (
            line.words <= _MOST_WORDS_OF_A_MENU and not line.is_ended and len(unknown) + menus >= 3
        ):
            guesses[number] = Guess(LineClass.NAVIGATION, 0.8, "menu")
        elif guess.what in (LineClass.BODY, LineClass.PROSE, LineClass.EXCERPT):
            guesses[number] = Guess(LineClass.RELATED, 0.7, "text_above_title")
        else:
            guesses[number] = Guess(LineClass.NAVIGATION, 0.6, "above_title")


def _category(seen: Sequence[Seen], guesses: Sequence[Guess], title: int) -> int | None:
    """The short line right above the title, if it is no part of anything else."""
    near = guesses[max(0, title - 6) : title]
    if any(guess.what is LineClass.RELATED_HEADING for guess in near):
        return None
    for number in range(title - 1, max(-1, title - 4), -1):
        line, guess = seen[number], guesses[number]
        if guess.what in (LineClass.UNKNOWN, LineClass.NAVIGATION):
            is_one = (
                line.words <= _MOST_WORDS_OF_A_CATEGORY
                and not line.is_ended
                and not is_organisation(line)
                and not is_outside(line)
                and any(map(str.isalpha, line.text))
                and not _is_menu(guess, guesses[number - 1] if number else None)
            )
            return number if is_one else None
        if guess.what not in (LineClass.DATELINE, LineClass.CONTROL, LineClass.REPEATED):
            return None
    return None


def _is_menu(guess: Guess, above: Guess | None) -> bool:
    """Whether a line and the one above it are both words of menus; one alone may be a category."""
    return guess.what is LineClass.NAVIGATION and (
        above is None or above.what is LineClass.NAVIGATION
    )


def is_outside(line: Seen) -> bool:
    """Whether the page has the line where no text is."""
    return line.line.context in PLACES
