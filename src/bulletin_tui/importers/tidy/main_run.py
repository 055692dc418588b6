"""The text of a report: lines of prose, and the run of them that is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bulletin_tui.importers.tidy.guesses import NOTHING, Guess, LineClass
from bulletin_tui.importers.tidy.lines import LineContext
from bulletin_tui.importers.tidy.page_words import CONTACT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.importers.tidy.seen import Seen

_PROSE_WORDS, _LONG_WORDS, _SIGNED_PROSE, _SHORT_PROSE = 25, 40, 10, 7
_LONGEST_EXCERPT = 50
_MOST_COUNTED = 120
"""Words of one line: a very long one says no more than three long ones."""
_LINKED = 0.6
_SENTENCE_END = re.compile(r"[^\W\d_]{3}[.!?…][”\")]? [^\W\d_]")
_NAMES_LAST = re.compile(
    r"[^\W\d_A-ZĐ]{2}[.!?…][”\")]?(?: -)? [A-ZĐÂÔƯ\u1ea0-\u1ef9]\S*"
    r"(?: [A-ZĐÂÔƯ\u1ea0-\u1ef9]\S*){0,4}$"
)
_ITEM = re.compile(r"(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[.)]?|[a-zđ]\)|[IVX]{1,5}\.)\s")

_LEAST = 25
"""What a run has to be worth to be a report's text."""
_ENOUGH_PROSE = 40
"""What a run of short sentences has to be worth."""
_GAPS = {
    # What lies between two lines of one report is worth their words; nobody writes so much that
    # a heading of related reports stands inside it.
    LineClass.UNKNOWN: -4.0,
    LineClass.EXCERPT: -12.0,
    LineClass.DATELINE: -6.0,
    LineClass.BYLINE: -25.0,
    LineClass.COUNTER: -40.0,
    LineClass.WIDGET: -40.0,
    LineClass.NAVIGATION: -20.0,
    LineClass.CONTROL: -12.0,
    LineClass.DEBRIS: -3.0,
    LineClass.BREADCRUMB: -60.0,
    LineClass.SITE: -40.0,
    LineClass.FOOTER: -60.0,
    LineClass.RELATED_HEADING: -200.0,
}
_LONGEST_BOX, _BOX_GAP = 5, -20.0
"""Titles in a box inside a text."""
_CONTACT_GAP = -12.0
"""A notice may well give a telephone number."""
_SHARE_OF_AN_ITEM, _SHARE_IN_A_LIST = 0.25, 0.6
"""What the words of an item are worth: any list may be a menu."""
_ASKS = ("?", "!", "?”", "!”")
_ENDS = frozenset({LineClass.BODY, LineClass.PROSE})
_ENDS_OF_A_LIST = _ENDS | {LineClass.ITEM}
_NOT_ABOVE_A_LIST = frozenset(
    {LineClass.RELATED_HEADING, LineClass.WIDGET, LineClass.NAVIGATION, LineClass.FOOTER}
)
_AWAY = frozenset(
    {
        LineContext.NAVIGATION,
        LineContext.HEADER,
        LineContext.FOOTER,
        LineContext.ASIDE,
        LineContext.FORM,
    }
)


def as_prose(seen: Seen) -> Guess:
    """Whether the line is part of a text, by its length and its end alone."""
    if seen.line.link_share > _LINKED:
        return NOTHING
    if seen.is_cut_off and seen.words <= _LONGEST_EXCERPT and not seen.bullet:
        return Guess(LineClass.EXCERPT, 0.5, "excerpt")
    if seen.words >= _LONG_WORDS or (seen.words >= _PROSE_WORDS and _has_sentence(seen)):
        return Guess(LineClass.BODY, 0.9, "body")
    if (seen.bullet in ("-", "+", "–", "*") or _ITEM.match(seen.text)) and seen.words >= 3:
        return Guess(LineClass.ITEM, 0.6, "item")
    is_signed = seen.words >= _SIGNED_PROSE and _NAMES_LAST.search(seen.text)
    if is_signed or (seen.words >= _SHORT_PROSE and seen.is_ended):
        return Guess(LineClass.PROSE, 0.6, "prose")
    return NOTHING


def _has_sentence(seen: Seen) -> bool:
    """Whether a sentence ends in the line: names may stand behind the last of a text."""
    return seen.is_ended or bool(_SENTENCE_END.search(seen.text))


def find_main_run(seen: Sequence[Seen], guesses: Sequence[Guess]) -> range:
    """The lines from the first of the text to its last; empty where there is no text.

    A list is a text where there is no other, unless a heading of the page is right above it. What
    asks or calls above the first paragraph may be the title.
    """
    run = _best_run(seen, guesses, _ENDS)
    if run:
        is_asked = (
            seen[run.start].text.endswith(_ASKS) and guesses[run.start].what is LineClass.PROSE
        )
        return run[1:] if is_asked and len(run) > 1 else run
    items = _best_run(seen, guesses, _ENDS_OF_A_LIST)
    above = guesses[items.start - 1].what if items and items.start else LineClass.UNKNOWN
    return items if above not in _NOT_ABOVE_A_LIST else run


def _best_run(seen: Sequence[Seen], guesses: Sequence[Guess], ends: frozenset[LineClass]) -> range:
    """The run of the greatest worth (Kadane's maximum subarray).

    Prose counts its words, everything else costs what it is unlikely to stand in a text.
    """
    share = _SHARE_IN_A_LIST if LineClass.ITEM in ends else _SHARE_OF_AN_ITEM
    best, best_worth = range(0), float(_LEAST)
    start, worth, has_body = 0, 0.0, False
    for number, (line, guess) in enumerate(zip(seen, guesses, strict=True)):
        if worth <= 0:
            start, worth, has_body = number, 0.0, False
        is_box = end_of_box(seen, guesses, number) > number
        worth += _BOX_GAP if is_box else _worth(line, guess, share)
        has_body = has_body or guess.what is LineClass.BODY
        is_text = has_body or worth >= _ENOUGH_PROSE
        if worth >= best_worth and is_text and guess.what in ends:
            best, best_worth = range(start, number + 1), worth
    return best


def end_of_box(seen: Sequence[Seen], guesses: Sequence[Guess], number: int) -> int:
    """Where the text goes on below a heading of other reports, of a box inside it; else `number`.

    Below a few titles two paragraphs stand in a row: what tells of other reports has one for each.
    """
    if guesses[number].what is not LineClass.RELATED_HEADING:
        return number
    for below in range(number + 1, min(number + _LONGEST_BOX + 2, len(seen) - 1)):
        if guesses[below].what in _ENDS:
            both = guesses[below : below + 2]
            is_text = below > number + 1 and all(each.what in _ENDS for each in both)
            return below if is_text and both[0].what is LineClass.BODY else number
        if guesses[below].what is not LineClass.UNKNOWN or seen[below].is_ended:
            return number
    return number


def _worth(line: Seen, guess: Guess, share_of_items: float) -> float:
    context = line.line.context
    if context in _AWAY:
        return -15.0
    favour = 1.5 if context is LineContext.ARTICLE else 1.0
    if guess.what is LineClass.BODY:
        return min(line.words, _MOST_COUNTED) * favour
    if guess.what is LineClass.PROSE:
        return line.words * 0.5 * favour
    if guess.what is LineClass.ITEM:
        return min(line.words, 20) * share_of_items * favour
    if line.line.link_share > _LINKED:
        return -8.0
    if guess.rule == CONTACT:
        return _CONTACT_GAP
    return _GAPS.get(guess.what, -4.0)
