"""Whether lines are those of a page at all: a person's own notes are left as they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bulletin_tui.importers.tidy.guesses import LineClass
from bulletin_tui.importers.tidy.lines import LineContext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.importers.tidy.guesses import Guess
    from bulletin_tui.importers.tidy.seen import Seen

_SURE = 5
"""No kind of line is proof alone: people count things, and list what others wrote."""
_WORTH = {
    LineClass.COUNTER: 1,
    LineClass.BREADCRUMB: 4,
    LineClass.SITE: 3,
    LineClass.RELATED_HEADING: 3,
    LineClass.CONTROL: 1,
    LineClass.WIDGET: 1,
    LineClass.NAVIGATION: 1,
    LineClass.DEBRIS: 1,
    LineClass.FOOTER: 1,
    LineClass.BYLINE: 1,
}
_LONG_CONTROL = 4
_WHOLE_MENU = 0.9
_OF_A_SITE = frozenset(
    {
        LineContext.NAVIGATION,
        LineContext.HEADER,
        LineContext.FOOTER,
        LineContext.ASIDE,
        LineContext.FORM,
    }
)
_OF_VISITS = re.compile(
    r"truy cap|truy nhap|truc tuyen|online|luot|khach|vieng|ghe tham|visit|view|hits"
    r"|da xem|dang xem"
)
_STRONG_FOOTER = re.compile(
    r"(?:so )?giay phep|ban quyen|copyright\W{0,3}(?:©|\(c\)|[0-9]{4}|by |all )|©"
    r"|chiu trach nhiem|truong ban bien tap|co quan "
    r"|don vi (?:chu|xay)"
    r"|ghi ro nguon|thiet ke boi|powered"
)


def is_page(seen: Sequence[Seen], guesses: Sequence[Guess]) -> bool:
    """Whether there is enough that only a page has, for its furniture to be folded."""
    if any(line.line.context in _OF_A_SITE for line in seen):
        return True
    worth: dict[LineClass, int] = {}
    footers = 0
    for line, guess in zip(seen, guesses, strict=True):
        worth[guess.what] = max(worth.get(guess.what, 0), _worth(line, guess))
        footers += guess.what is LineClass.FOOTER
    return sum(worth.values()) + (footers > 1) >= _SURE


def _worth(line: Seen, guess: Guess) -> int:
    if guess.what is LineClass.DATELINE:
        counts = _OF_VISITS.search(line.bare)
        return 3 if guess.confidence > 0.95 or ":" in line.text or counts else 1
    if guess.what is LineClass.WIDGET and line.bare[-1:] in "0123456789)":
        return 2
    if guess.what is LineClass.NAVIGATION and guess.confidence >= _WHOLE_MENU:
        return 2
    if guess.what is LineClass.FOOTER and _STRONG_FOOTER.match(line.bare):
        return 3
    if guess.what is LineClass.COUNTER and _OF_VISITS.search(line.bare):
        return 3
    if guess.what is LineClass.CONTROL and line.words >= _LONG_CONTROL and not line.is_ended:
        return 3
    return _WORTH.get(guess.what, 0)
