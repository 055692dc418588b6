"""The title: the line before the text that most speaks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.importers.tidy.bylines import bare_names, says_by
from bulletin_tui.importers.tidy.captions import is_caption_like
from bulletin_tui.importers.tidy.guesses import LineClass
from bulletin_tui.importers.tidy.lines import LineContext
from bulletin_tui.importers.tidy.page_words import crumbs
from bulletin_tui.importers.tidy.publishers import is_organisation
from bulletin_tui.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.importers.tidy.guesses import Guess
    from bulletin_tui.importers.tidy.seen import Seen

_MOST_WORDS = 45
_LEAST_SCORE = 1.5
_FURTHEST = 60
_WORDS_OF_A_WHOLE_TITLE = 6
_RIGHT_ABOVE = 3
"""Lines above the text in which a heading of other reports was an entry of the menu."""
"""Lines before the text that are looked at."""
_POSSIBLE = frozenset(
    {
        LineClass.UNKNOWN,
        LineClass.PROSE,
        LineClass.ITEM,
        LineClass.EXCERPT,
        LineClass.BODY,
        LineClass.NAVIGATION,
    }
)
_LISTS = frozenset({LineClass.RELATED_HEADING, LineClass.BREADCRUMB, LineClass.NAVIGATION})
"""What begins a list of other reports, and what ends one."""
_BELOW_A_TITLE = frozenset({LineClass.DATELINE, LineClass.BYLINE, LineClass.CONTROL})
_CONTEXTS = {
    LineContext.TITLE: 5.0,
    LineContext.HEADING: 2.0,
    LineContext.HEADER: -1.0,
    LineContext.NAVIGATION: -6.0,
    LineContext.FOOTER: -8.0,
    LineContext.ASIDE: -5.0,
    LineContext.FORM: -6.0,
    LineContext.LIST_ITEM: -2.0,
    LineContext.CAPTION: -4.0,
}


@dataclass(frozen=True, slots=True)
class FoundTitle:
    """The line that is the title, and how sure that is."""

    number: int
    confidence: float


def find_title(
    seen: Sequence[Seen], guesses: Sequence[Guess], text: range, declared: str | None
) -> FoundTitle | None:
    """The title among the lines before the text."""
    end = text.start
    start = max(0, end - _FURTHEST)
    tails = _breadcrumb_tails(seen, guesses)
    crumbs_end = max((n for n in range(end) if guesses[n].what is LineClass.BREADCRUMB), default=0)
    places: dict[str, list[int]] = {}
    best, best_score, in_list = None, _LEAST_SCORE, False
    for number in range(start, end):
        guess = guesses[number]
        if guess.what in _LISTS:
            in_list = guess.what is LineClass.RELATED_HEADING
        if guess.what not in _POSSIBLE or not _may_be(seen[number]):
            continue
        line = seen[number]
        score = _own_score(line, guess) + _place_score(seen, guesses, number, end)
        places = places or _places(seen)
        is_again = len(places[line.bare.strip(" .")]) > 1
        if number and _is_lead(line, seen[number - 1], guesses[number - 1], is_again=is_again):
            score -= 3.0
        if not is_organisation(line):
            score += _repeat_score(line, places[line.bare.strip(" .")], number, text)
            score += 6 * _is_any(line.bare, _bare(declared))
        score += 4 * _is_any(line.bare, tails)
        score -= 3 * (number < crumbs_end) + 3 * _is_first_question(seen, number, text)
        if in_list and line.line.context is not LineContext.TITLE:
            score -= 1.0 if end - number <= _RIGHT_ABOVE else 4.0
        if score > best_score:
            best, best_score = number, score
    return None if best is None else FoundTitle(best, min(0.98, 0.5 + 0.06 * best_score))


def _is_first_question(seen: Sequence[Seen], number: int, text: range) -> bool:
    """Whether a line is the first of several that somebody is asked."""
    asked = (seen[below].text for below in text[:_FURTHEST])
    is_above = number + 1 == text.start and seen[number].text.endswith("?")
    return is_above and sum(text.endswith("?") for text in asked) > 1


def _places(seen: Sequence[Seen]) -> dict[str, list[int]]:
    """The lines with the same words, by these."""
    places: dict[str, list[int]] = {}
    for number, line in enumerate(seen):
        if line.bare:
            places.setdefault(line.bare.strip(" ."), []).append(number)
    return places


def _may_be(line: Seen) -> bool:
    return bool(line.bare) and 1 <= line.words <= _MOST_WORDS and any(map(str.isalpha, line.text))


def _own_score(line: Seen, guess: Guess) -> float:
    score = 3.0 if line.words >= 6 else 2.0 if line.words >= 4 else -2.0
    if line.text.endswith((".", ";", ":", ",")) or line.is_cut_off:
        score -= 1.0 if line.text.endswith(".") and not line.is_cut_off else 2.5
    if line.words > 30:
        score -= 1.0
    if guess.what in (LineClass.BODY, LineClass.EXCERPT, LineClass.NAVIGATION):
        score -= 3.0
    if not line.text[0].isupper() and not line.text[0].isdigit() and line.text[0] not in "“\"'‘":
        score -= 2.0
    if is_organisation(line):
        score -= 3.5
    if is_caption_like(line) or bare_names(line) is not None:
        score -= 6.0 if says_by(line) else 3.0
    if line.line.link_share > 0.6:
        score -= 2.0
    if line.bullet:
        score -= 1.5
    return score + _CONTEXTS.get(line.line.context, 0.0)


def _place_score(seen: Sequence[Seen], guesses: Sequence[Guess], number: int, end: int) -> float:
    score = max(0.0, 2.0 - 0.25 * (end - 1 - number)) + _score_of_below(seen, guesses, number, end)
    if any(guess.what is LineClass.DATELINE for guess in guesses[max(0, number - 2) : number]):
        score += 1.0
    above = guesses[number - 1].what if number else None
    is_long = seen[number].words >= _WORDS_OF_A_WHOLE_TITLE
    if above is LineClass.BREADCRUMB or (above is LineClass.NAVIGATION and is_long):
        score += 1.0
    return score + (number == 0 and is_long) + 0.5 * seen[number].line.is_apart


def _score_of_below(seen: Sequence[Seen], guesses: Sequence[Guess], number: int, end: int) -> float:
    """What stands below a title: its date, who wrote, buttons."""
    is_free = number + 1 < end and guesses[number + 1].what is LineClass.UNKNOWN
    has_names = is_free and bare_names(seen[number + 1]) is not None
    if has_names and says_by(seen[number + 1]):
        return 3.0
    if any(_is_stamp(guesses, below) for below in (number + 1, number + 2)):
        return 2.0
    has_signs = any(guess.what in _BELOW_A_TITLE for guess in guesses[number + 1 : number + 5])
    return 1.5 if has_names else float(has_signs)


def _is_stamp(guesses: Sequence[Guess], number: int) -> bool:
    """Whether a line is the date of a report: that of today has a menu below it."""
    below = guesses[number + 1 : number + 3]
    return (
        number < len(guesses)
        and guesses[number].what is LineClass.DATELINE
        and not (below and all(guess.what is LineClass.NAVIGATION for guess in below))
    )


def _is_lead(line: Seen, above: Seen, guess: Guess, *, is_again: bool) -> bool:
    """Whether a line stands right below what may be a title: a sentence, or as long a one."""
    is_long = min(line.words, above.words) >= _WORDS_OF_A_WHOLE_TITLE
    return (
        (line.text.endswith(".") or (is_long and not is_again))
        and guess.what in (LineClass.UNKNOWN, LineClass.ITEM)
        and above.words >= 4
        and not above.is_ended
        and not is_organisation(above)
    )


def _repeat_score(line: Seen, places: Sequence[int], number: int, text: range) -> float:
    """Said again elsewhere; twice in a row is a caption that a picture brought along.

    A sentence said twice is a caption, short words said above are those of a menu, and what the
    text says again is one of its headings.
    """
    others = [place for place in places if abs(place - number) > 1]
    beside = [place for place in places if abs(place - number) == 1]
    if others and all(place in text for place in others):
        return -2.0
    if others and line.text.endswith("."):
        return -2.0
    if others and line.words < _WORDS_OF_A_WHOLE_TITLE:
        return -1.0 if min(others) < number else 0.0
    return 4.0 * bool(others) - 2.0 * bool(beside and not others)


def _breadcrumb_tails(seen: Sequence[Seen], guesses: Sequence[Guess]) -> tuple[str, ...]:
    return tuple(
        fold(steps[-1])
        for line, guess in zip(seen, guesses, strict=True)
        if guess.what is LineClass.BREADCRUMB and (steps := crumbs(line))
    )


def _bare(declared: str | None) -> tuple[str, ...]:
    return (fold(declared),) if declared else ()


def _is_any(bare: str, others: Sequence[str]) -> bool:
    """Whether a line is one of these, which may be cut off, or have the site's name behind it."""
    return any(is_same_title(bare, other) for other in others)


def is_same_title(bare: str, other: str) -> bool:
    """Whether two folded titles are one, of which one may be cut off or carry the site's name."""
    first, second = sorted((bare.strip(" ."), other.strip(" .…")), key=len)
    if first == second:
        return True
    return len(first) >= 20 and second.startswith(first)
