"""What lines are by where they stand: above the title, between it and the text, inside, below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bulletin_tui.importers.tidy.bylines import bare_names, is_photo_credit
from bulletin_tui.importers.tidy.captions import between_paragraphs, is_caption_like
from bulletin_tui.importers.tidy.counters import is_number
from bulletin_tui.importers.tidy.debris import is_token
from bulletin_tui.importers.tidy.guesses import FURNITURE, Guess, LineClass
from bulletin_tui.importers.tidy.lines import LineContext
from bulletin_tui.importers.tidy.publishers import is_organisation
from bulletin_tui.importers.tidy.titles import is_same_title

if TYPE_CHECKING:
    from collections.abc import MutableSequence, Sequence

    from bulletin_tui.importers.tidy.seen import Seen

_NEAR = 4
"""Lines below the text in which names are the author's."""
_LINKED = 0.6
_MOST_WORDS_OF_A_MENU = 8
_MOST_WORDS_OF_A_CATEGORY = 14
_STAYS = frozenset({LineClass.COUNTER, LineClass.CONTROL, LineClass.DEBRIS, LineClass.BREADCRUMB})
"""What is furniture inside a text too."""
_PLACES = {
    LineContext.NAVIGATION: Guess(LineClass.NAVIGATION, 0.9, "in_navigation"),
    LineContext.HEADER: Guess(LineClass.NAVIGATION, 0.75, "in_header"),
    LineContext.FOOTER: Guess(LineClass.FOOTER, 0.9, "in_footer"),
    LineContext.ASIDE: Guess(LineClass.WIDGET, 0.85, "in_aside"),
    LineContext.FORM: Guess(LineClass.CONTROL, 0.9, "in_form"),
}
_TAIL_STARTS = frozenset(
    {
        LineClass.RELATED_HEADING,
        LineClass.WIDGET,
        LineClass.FOOTER,
        LineClass.SITE,
        LineClass.NAVIGATION,
        LineClass.BREADCRUMB,
    }
)
_IN_TAIL = {
    LineClass.RELATED_HEADING: (LineClass.RELATED, 0.9),
    LineClass.WIDGET: (LineClass.WIDGET, 0.75),
    LineClass.NAVIGATION: (LineClass.NAVIGATION, 0.75),
    LineClass.BREADCRUMB: (LineClass.NAVIGATION, 0.75),
    LineClass.FOOTER: (LineClass.FOOTER, 0.75),
    LineClass.SITE: (LineClass.FOOTER, 0.75),
}
_DATED = re.compile(
    r".{12,200}[\s(\["
    r"|-]\(?\[?[0-9]{1,2}[/.-][0-9]{1,2}(?:[/.-][0-9]{2,4})?(?:[ ,-]{1,3}[0-9:h]{2,8})?[)\]]?$"
    r"|\(?[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}\)?[ :|-]{1,4}\S.{10,200}"
)


def place_inside(seen: Sequence[Seen], guesses: MutableSequence[Guess], run: range) -> None:
    """Settle the lines inside the text: hardly anything there is not read."""
    last: dict[str, int] = {}
    for number in run:
        line, guess = seen[number], guesses[number]
        is_short = line.bare and line.words >= 4 and guess.what is not LineClass.BODY
        if is_short and last.get(line.bare, -9) >= number - 3:
            guesses[number] = Guess(LineClass.REPEATED, 0.9, "repeated")
            continue
        last[line.bare] = number
        if guess.what in _STAYS or _is_outside(line):
            guesses[number] = _PLACES.get(line.line.context, guess)
        elif line.line.link_share > _LINKED and line.words > 3 and guess.what is not LineClass.BODY:
            guesses[number] = Guess(LineClass.RELATED, 0.75, "link")
        elif (guess.what is LineClass.DATELINE and line.words > 1) or (
            guess.what is LineClass.BYLINE and not is_photo_credit(line)
        ):
            continue
        else:
            below = guesses[number + 1] if number + 1 < len(guesses) else guess
            guesses[number] = between_paragraphs(line, guess, below)


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
    _place_between(seen, guesses, range(title + 1, run.start))


def _place_between(seen: Sequence[Seen], guesses: MutableSequence[Guess], lines: range) -> None:
    """The lines between the title and the text."""
    in_list = False
    for number in lines:
        line, guess = seen[number], guesses[number]
        in_list = in_list or guess.what is LineClass.RELATED_HEADING
        if _is_outside(line):
            guesses[number] = _PLACES[line.line.context]
        elif in_list and guess.what in (LineClass.UNKNOWN, LineClass.EXCERPT):
            guesses[number] = Guess(LineClass.RELATED, 0.75, "below_related_heading")
        elif guess.what is LineClass.UNKNOWN:
            guesses[number] = _between(line, seen[number - 1], guess)


def _between(line: Seen, above: Seen, guess: Guess) -> Guess:
    if bare_names(line):
        return Guess(LineClass.BYLINE, 0.7, "names_above")
    if line.bare == above.bare:
        return Guess(LineClass.REPEATED, 0.9, "repeated")
    if is_number(line):
        return Guess(LineClass.COUNTER, 0.75, "number")
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
            guesses[number] = Guess(LineClass.CATEGORY, 0.6, "above_title")
        elif _is_outside(line):
            guesses[number] = _PLACES[line.line.context]
        elif guess.what is LineClass.DATELINE and title - number > 2:
            guesses[number] = Guess(LineClass.WIDGET, 0.7, "date_of_today")
        elif number not in unknown:
            continue
        elif is_organisation(line) and not in_list:
            guesses[number] = Guess(LineClass.SITE, 0.85, "organisation")
        elif in_list or line.line.link_share > _LINKED:
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
                and not _is_outside(line)
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


def place_below(seen: Sequence[Seen], guesses: MutableSequence[Guess], run: range) -> None:
    """Settle the lines below the text: its end, then other reports, then the rest of the page."""
    zone: tuple[LineClass, float] | None = None
    lines_left = _NEAR
    for number in range(run.stop, len(seen)):
        line, guess = seen[number], guesses[number]
        if guess.what in _TAIL_STARTS:
            zone = _IN_TAIL[guess.what]
        if _is_outside(line) and guess.what not in FURNITURE:
            guesses[number] = _PLACES[line.line.context]
        elif _heads_footer(seen, guesses, number):
            guesses[number] = Guess(LineClass.FOOTER, 0.85, "in_footer")
        elif zone is not None:
            guesses[number] = _in_tail(guess, zone)
        else:
            guesses[number] = _after_text(line, guess, guesses[number - 1], near=lines_left > 0)
            lines_left -= guess.what not in (LineClass.CONTROL, LineClass.DEBRIS)


def _heads_footer(seen: Sequence[Seen], guesses: Sequence[Guess], number: int) -> bool:
    """Whether a line is an organisation in capitals, with its address or the like below."""
    below = guesses[number + 1 : number + 2]
    is_above_footer = bool(below) and below[0].what is LineClass.FOOTER
    return is_above_footer and seen[number].is_capital and is_organisation(seen[number])


def _in_tail(guess: Guess, zone: tuple[LineClass, float]) -> Guess:
    if guess.what in FURNITURE or guess.what in (LineClass.SITE, LineClass.REPEATED):
        return guess
    what, confidence = zone
    if guess.what is LineClass.BODY:
        return Guess(LineClass.RELATED, 0.65, "text_below_page")
    return Guess(what, confidence, f"below_{what.name.lower()}")


def _after_text(line: Seen, guess: Guess, above: Guess, *, near: bool) -> Guess:
    if guess.what is LineClass.BYLINE or guess.what in FURNITURE:
        return guess
    if guess.what in (LineClass.UNKNOWN, LineClass.PROSE) and near and bare_names(line):
        return Guess(LineClass.BYLINE, 0.8, "names_below")
    if _DATED.fullmatch(line.bare) and not line.is_ended and guess.what is not LineClass.DATELINE:
        return Guess(LineClass.RELATED, 0.85, "dated_title")
    if line.line.link_share > _LINKED and line.words > 2:
        return Guess(LineClass.RELATED, 0.8, "link")
    if is_token(line):
        return Guess(LineClass.DEBRIS, 0.75, "token")
    if is_number(line) and above.what is LineClass.COUNTER:
        return Guess(LineClass.COUNTER, 0.8, "number")
    if guess.what is LineClass.EXCERPT:
        return Guess(LineClass.RELATED, 0.6, "excerpt")
    return guess


def _is_outside(line: Seen) -> bool:
    return line.line.context in _PLACES
