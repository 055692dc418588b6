"""Finding passages again in a text that has changed.

A wrong place is worse than none: where the words in and around a passage do not speak for one place
alone, it is an orphan. Words are compared, so a text that is only set anew has not changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import AnchorState, TextQuoteSelector
from bulletin_tui.model.article import Span
from bulletin_tui.text.flattening import flatten
from bulletin_tui.text.judging import (
    contexts,
    contexts_in,
    is_alike_enough,
    is_convincing,
    is_likely,
)
from bulletin_tui.text.passages import Passage, passage_of
from bulletin_tui.text.seeking import (
    has_closed_over,
    place_in_same_paragraph,
    places_of,
    similar_places,
)
from bulletin_tui.text.versions import Versions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bulletin_tui.text.judging import Place

_HARDLY_CHANGED = 0.8
"""How like the old ones words must be to be believed although the old ones stand elsewhere."""


class Reanchoring:
    """The way of marks from an old text, None if it is not known, into a new one.

    What all marks share is worked out once, for the first that needs it.
    """

    def __init__(self, old: str | None, new: str) -> None:
        self._versions = Versions(old or "", new)

    def find(self, quote: TextQuoteSelector, span: Span) -> tuple[AnchorState, Span | None]:
        """How the passage once at `span` stands in the new text; the span is None for orphans."""
        flat = flatten(quote.exact)
        if not flat:
            return AnchorState.ORPHAN, None
        versions = self._versions
        if flatten(versions.old[span.start : span.end]) == flat:
            found = self._beside_old_text(span, flat)
        elif versions.is_too_long:
            found = _verbatim(versions.new, quote)
        else:
            found = self._by_selector(quote, flat)
        if found is None:
            return AnchorState.ORPHAN, None
        return self._state(quote, span, flat, found)

    def find_lone(self, exact: str) -> Span | None:
        """Where a quote stands of which nothing more is known; None unless it stands there once."""
        versions = self._versions
        if versions.is_too_long:
            return _verbatim(versions.new, TextQuoteSelector(exact, "", ""))
        wording = versions.written_down(exact)
        places = places_of(wording, Span(0, len(wording)), versions.new_words) if wording else []
        return versions.new_words.span_of(places[0]) if len(places) == 1 else None

    def _state(
        self, quote: TextQuoteSelector, span: Span, flat: str, found: Span
    ) -> tuple[AnchorState, Span]:
        new = self._versions.new
        if found.overlaps(span) and new[span.start : span.end] == quote.exact:
            return AnchorState.KEPT, span
        if flatten(new[found.start : found.end]) != flat:
            return AnchorState.CHANGED, found
        return (AnchorState.KEPT if self._is_same_place(span, found) else AnchorState.MOVED), found

    def _is_same_place(self, span: Span, found: Span) -> bool:
        """Whether as many code points or words are before the passage as there were."""
        versions = self._versions
        if span.start == found.start:
            return True
        if not versions.old or versions.is_too_long:
            return False
        old, new = versions.old_words.words_in(span), versions.new_words.words_in(found)
        return old.start == new.start

    def _beside_old_text(self, span: Span, flat: str) -> Span | None:
        versions = self._versions
        middle = versions.old_middle
        is_inside = middle.start <= span.start < span.end <= middle.end
        if versions.is_too_long or not is_inside:
            return self._in_common_ends(span)
        if versions.is_another_text:
            return None
        passage = passage_of(versions.old_words, span, flat, contexts(versions.old, span))
        if passage is None:
            return None
        unchanged = place_in_same_paragraph(passage.wording, passage.words, versions.new_words)
        if unchanged is not None:
            return passage.span_at(unchanged, versions.new_words)
        return self._changed_place(passage)

    def _in_common_ends(self, span: Span) -> Span | None:
        versions = self._versions
        if span.end <= versions.common_start:
            return span
        if span.start < len(versions.old) - versions.common_end:
            return None
        shift = len(versions.new) - len(versions.old)
        return Span(span.start + shift, span.end + shift)

    def _changed_place(self, passage: Passage) -> Span | None:
        """The place beside the passage, unless its very words stand at a place of their own."""
        there = self._versions.alignment.counterpart(passage.words)
        beside = self._place_beside(passage, there)
        if beside is not None and beside.words == 1:
            return beside.span
        elsewhere = self._places(passage, self._unaccounted(self._exact(passage), there))
        if elsewhere and is_convincing(elsewhere[0], elsewhere[1:]):
            return elsewhere[0].span
        if beside is not None and (not elsewhere or beside.words >= _HARDLY_CHANGED):
            return beside.span
        if elsewhere or beside is not None:
            return None
        return self._similar_place(passage, there, is_old_known=True)

    def _by_selector(self, quote: TextQuoteSelector, flat: str) -> Span | None:
        """The passage by its words and what is known of its context, by nothing else."""
        text = quote.prefix + quote.exact + quote.suffix
        span = Span(len(quote.prefix), len(quote.prefix) + len(quote.exact))
        passage = passage_of(self._versions.written_down(text), span, flat, contexts_in(quote))
        if passage is None:
            return None
        places = self._places(passage, self._exact(passage))
        if places:
            return places[0].span if is_convincing(places[0], places[1:]) else None
        return self._similar_place(passage, None, is_old_known=False)

    def _place_beside(self, passage: Passage, there: Span | None) -> Place | None:
        if there is None:
            return None
        versions = self._versions
        place = passage.beside(there, versions.new_words, versions.alignment)
        if place.words < 1 and has_closed_over(passage.wording, passage.words, versions.new_words):
            return None
        return place if is_likely(place) else None

    def _exact(self, passage: Passage) -> list[Span]:
        return places_of(passage.wording, passage.words, self._versions.new_words)

    def _similar_place(
        self, passage: Passage, there: Span | None, *, is_old_known: bool
    ) -> Span | None:
        similar: Iterable[Span]
        similar = similar_places(passage.wording, passage.words, self._versions.new_words)
        if is_old_known:
            similar = self._unaccounted(similar, there)
        places = self._places(passage, similar)
        if places and is_alike_enough(places[0], places[1:], is_old_known=is_old_known):
            return places[0].span
        return None

    def _places(self, passage: Passage, found: Iterable[Span]) -> list[Place]:
        """The passage at each of some words, the best place first."""
        places = [passage.at(words, self._versions.new_words) for words in found]
        return sorted(places, key=lambda place: -place.score)

    def _unaccounted(self, found: Iterable[Span], there: Span | None) -> list[Span]:
        """Without those that mostly come from other places of the old text than the passage."""
        return [words for words in found if 2 * self._foreign(words, there) <= len(words)]

    def _foreign(self, words: Span, there: Span | None) -> int:
        """How many of some words were in the old text, but not in the passage."""
        alignment = self._versions.alignment
        own = 0
        if there is not None and words.overlaps(there):
            common = Span(max(words.start, there.start), min(words.end, there.end))
            own = alignment.matched(common)
        return alignment.matched(words) - own


def _verbatim(text: str, quote: TextQuoteSelector) -> Span | None:
    """Where a passage stands to the letter with its context, in a text too long for more."""
    whole = quote.prefix + quote.exact + quote.suffix
    at = text.find(whole)
    if at < 0 or text.find(whole, at + 1) >= 0:
        return None
    start = at + len(quote.prefix)
    return Span(start, start + len(quote.exact))
