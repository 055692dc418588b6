"""The door: from the lines of a page, and what its head declares, to what it reports."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from bulletin_tui.importers.tidy.below import place_below
from bulletin_tui.importers.tidy.bylines import as_byline
from bulletin_tui.importers.tidy.counters import as_counter
from bulletin_tui.importers.tidy.datelines import as_dateline
from bulletin_tui.importers.tidy.debris import as_debris
from bulletin_tui.importers.tidy.guesses import Guess, LineClass
from bulletin_tui.importers.tidy.known import Gatherer, Known
from bulletin_tui.importers.tidy.legal import find_legal_head
from bulletin_tui.importers.tidy.lines import FOLDED_FROM, LineContext, LineReading, Tidied
from bulletin_tui.importers.tidy.main_run import as_prose, find_main_run
from bulletin_tui.importers.tidy.note_heads import find_note_head
from bulletin_tui.importers.tidy.page_words import as_page_word
from bulletin_tui.importers.tidy.seen import see, see_words
from bulletin_tui.importers.tidy.signs import is_page
from bulletin_tui.importers.tidy.surroundings import place_above, place_inside
from bulletin_tui.importers.tidy.titles import FoundTitle, find_title
from bulletin_tui.model.article import (
    BOILERPLATE_FIELD,
    BlockKind,
    Boilerplate,
    Evidence,
    Metadata,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.importers.tidy.legal import LegalHead
    from bulletin_tui.importers.tidy.lines import Line
    from bulletin_tui.importers.tidy.seen import Seen

_RULES = (as_counter, as_dateline, as_byline, as_debris, as_page_word)
"""In this order: what comes first is the more particular."""
_OFTEN = 9
"""Words of lines that stand on many pages of one site, so that what they are is remembered."""
_NOT_SURE = FOLDED_FROM - 0.05
_SEARCHED_WITHOUT_TEXT = 15
"""Lines among which a page without a text has its title."""
_NOTHING_DECLARED = Metadata()
_AS_WRITTEN = LineReading()
_FEWEST_WORDS = 60
"""Of a text that is believed to have a dateline or a byline without being a page."""
_FEWEST_BELOW_A_TITLE = 30
"""Of one that a page has marked the title of."""
_BOILERPLATE = {
    LineClass.NAVIGATION: Boilerplate.NAVIGATION,
    LineClass.CATEGORY: Boilerplate.NAVIGATION,
    LineClass.SITE: Boilerplate.NAVIGATION,
    LineClass.BREADCRUMB: Boilerplate.NAVIGATION,
    LineClass.FOOTER: Boilerplate.FOOTER,
    LineClass.WIDGET: Boilerplate.WIDGET,
    LineClass.RELATED_HEADING: Boilerplate.RELATED,
    LineClass.RELATED: Boilerplate.RELATED,
    LineClass.COUNTER: Boilerplate.COUNTER,
    LineClass.CONTROL: Boilerplate.CONTROL,
    LineClass.DEBRIS: Boilerplate.DEBRIS,
    LineClass.REPEATED: Boilerplate.REPEATED,
}
_KINDS = {
    LineClass.TITLE: (BlockKind.HEADING, 1),
    LineClass.HEADING: (BlockKind.HEADING, 2),
    LineClass.CAPTION: (BlockKind.CAPTION, 0),
}


def tidy(
    lines: Sequence[Line],
    declared: Metadata = _NOTHING_DECLARED,
    declared_evidence: Sequence[Evidence] = (),
) -> Tidied:
    """What each line is, and what is known of the report.

    `declared` is what is said of the page outside its lines, such as `og:title`, one evidence for
    each value; it is weighed with what the lines say. A value that nothing speaks for is None: a
    title too, which is then for the importer to choose. Takes time linear in the lines.
    """
    seen = [see(line) for line in lines]
    guesses = [_guess(line) for line in seen]
    known = Known(declared, declared_evidence)
    run = find_main_run(seen, guesses)
    is_whole_page = is_page(seen, guesses) or _is_published(declared)
    as_written = (_AS_WRITTEN,) * len(lines)
    legal = find_legal_head(seen)
    if not (is_whole_page or legal or _may_be_a_report(seen, guesses, run)):
        Gatherer(seen, guesses, run, known).gather_note(find_note_head(seen, guesses))
        return Tidied(as_written, known.metadata, known.evidence)
    title = _title(seen, guesses, run, legal, known.metadata.title)
    if title and run:
        place_above(seen, guesses, title.number, run)
    place_inside(seen, guesses, run)
    if run:
        place_below(seen, guesses, run, is_official=legal is not None)
    Gatherer(seen, guesses, run or _no_run(title, legal, len(seen)), known).gather(title, legal)
    if is_whole_page or legal:
        readings = _readings(seen, guesses, run, legal=legal)
        return Tidied(readings, known.metadata, known.evidence + _of_folding(lines, readings))
    if not known.is_signed:
        known = Known(declared, declared_evidence)
        Gatherer(seen, guesses, run, known).gather_note(find_note_head(seen, guesses))
    return Tidied(as_written, known.metadata, known.evidence)


def _is_published(declared: Metadata) -> bool:
    """Whether the head of a page says more than the title and the language of any text."""
    unsaid = replace(declared, id=None, title=None, language=None, tags=())
    return unsaid != _NOTHING_DECLARED


def _of_folding(lines: Sequence[Line], readings: Sequence[LineReading]) -> tuple[Evidence, ...]:
    """One evidence for each rule that folds lines of a class: the first of them."""
    found: dict[tuple[str, str], Evidence] = {}
    for line, reading in zip(lines, readings, strict=True):
        if reading.boilerplate and reading.confidence >= FOLDED_FROM:
            span = Span(line.start, line.end)
            said = (reading.boilerplate.value, reading.rule, reading.confidence, span)
            found.setdefault(said[:2], Evidence(BOILERPLATE_FIELD, *said))
    return tuple(found.values())


def _guess(seen: Seen) -> Guess:
    """What a line is by itself."""
    if seen.bare and (guess := _ruled(seen.text) if seen.words <= _OFTEN else _by_rules(seen)):
        return guess
    return as_prose(seen)


@lru_cache(maxsize=4096)
def _ruled(text: str) -> Guess | None:
    return _by_rules(see_words(text))


def _by_rules(seen: Seen) -> Guess | None:
    for rule in _RULES:
        if guess := rule(seen):
            return guess
    return None


def _may_be_a_report(seen: Sequence[Seen], guesses: Sequence[Guess], run: range) -> bool:
    """Whether a text without a page around it has one date, or names below it."""
    has_title = any(line.line.context is LineContext.TITLE for line in seen)
    fewest = _FEWEST_BELOW_A_TITLE if has_title else _FEWEST_WORDS
    if sum(seen[number].words for number in run) < fewest:
        return False
    datelines = sum(guess.what is LineClass.DATELINE for guess in guesses)
    return datelines <= 1


def _title(
    seen: Sequence[Seen],
    guesses: list[Guess],
    run: range,
    legal: LegalHead | None,
    declared: str | None,
) -> FoundTitle | None:
    if legal is not None:
        return FoundTitle(legal.title.number, 0.9)
    if run:
        title = find_title(seen, guesses, run, declared)
        return title or _first_of_run(seen, guesses, run)
    end = _head_without_text(guesses)
    return find_title(seen, guesses, range(end, end), declared)


def _first_of_run(seen: Sequence[Seen], guesses: list[Guess], run: range) -> FoundTitle | None:
    """A heading that the text begins with, where nothing above it can be the title."""
    first = seen[run.start]
    is_heading = first.line.context in (LineContext.TITLE, LineContext.HEADING)
    return FoundTitle(run.start, 0.8) if is_heading and guesses else None


def _head_without_text(guesses: Sequence[Guess]) -> int:
    """Where the head of a page without a text ends."""
    for number, guess in enumerate(guesses):
        if guess.what is LineClass.DATELINE and number:
            return number + 1
    return min(len(guesses), _SEARCHED_WITHOUT_TEXT)


def _no_run(title: FoundTitle | None, legal: LegalHead | None, lines: int) -> range:
    if legal:
        return range(legal.end + 1, lines)
    return range(title.number + 1, title.number + 1) if title else range(0)


def _readings(
    seen: Sequence[Seen],
    guesses: Sequence[Guess],
    run: range,
    *,
    legal: LegalHead | None,
) -> tuple[LineReading, ...]:
    """Nothing is folded where no text was found: it may be all there is."""
    if not run:
        return (_AS_WRITTEN,) * len(seen)
    return tuple(
        _reading(line, guess, sure=not (legal and legal.start <= number <= legal.end))
        if number not in run or guess.what not in _READ_INSIDE or _is_beside(line)
        else LineReading(rule=guess.rule, confidence=guess.confidence)
        for number, (line, guess) in enumerate(zip(seen, guesses, strict=True))
    )


def _is_beside(line: Seen) -> bool:
    """Whether the page has a line beside its text; what is as long as a paragraph is read."""
    return line.line.context in _BESIDE and as_prose(line).what is not LineClass.BODY


_BESIDE = frozenset({LineContext.ASIDE, LineContext.NAVIGATION, LineContext.FORM})
_READ_INSIDE = frozenset(
    {
        LineClass.FOOTER,
        LineClass.WIDGET,
        LineClass.SITE,
        LineClass.NAVIGATION,
        LineClass.RELATED_HEADING,
    }
)
"""What may as well be words of the text where it stands inside it."""


def _reading(seen: Seen, guess: Guess, *, sure: bool) -> LineReading:
    kind, level = None, 0
    if seen.line.context is LineContext.UNKNOWN and guess.what in _KINDS:
        kind, level = _KINDS[guess.what]
    boilerplate = _BOILERPLATE.get(guess.what)
    confidence = guess.confidence
    if boilerplate and (not sure or guess.what is LineClass.BREADCRUMB):
        is_menu = seen.line.context is LineContext.NAVIGATION
        confidence = confidence if sure and is_menu else min(confidence, _NOT_SURE)
    return LineReading(kind, level, boilerplate, confidence, guess.rule)
