"""Finding the reader's own words: notes, the passages that were marked, and tags.

Articles are not looked at: what was marked in one that is gone is found as well.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain, zip_longest
from operator import attrgetter
from typing import TYPE_CHECKING

from bulletin_tui.model.search import Field, Tier
from bulletin_tui.search.correcting import corrections
from bulletin_tui.search.marked import marks_tagged
from bulletin_tui.search.matching import Slot
from bulletin_tui.search.note_pages import NotePages
from bulletin_tui.search.readings import typed_readings
from bulletin_tui.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.model.search import NoteHit, Query, Term
    from bulletin_tui.search.note_pages import Answer

MOST_WEIGHED = 60
"""Annotations weighed against each other: those of a better tier first, then the newer ones."""
_PAGE = 500
"""Annotations searched at once, and read again when one of them changes."""


@dataclass(frozen=True, slots=True)
class FoundNotes:
    """Annotations that answer a query."""

    hits: tuple[NoteHit, ...] = ()
    """Best first, no more than were asked for."""
    article_ids: frozenset[str] = frozenset()
    """The articles of all that were found; for `in:notes` of all that there are."""


class NoteIndex:
    """The annotations of a reader; only one thread at a time may use it."""

    def __init__(self) -> None:
        self._annotations: dict[str, Annotation] = {}
        self._pages: list[NotePages] = []
        """The oldest first, so that a new mark leaves all but the last as they are."""
        self._vocabulary: Vocabulary | None = None

    def update(self, changed: Iterable[Annotation]) -> None:
        """Take annotations that are new, the one made last at the end, revised or removed."""
        for mark in changed:
            if mark.deleted:
                self._annotations.pop(mark.id, None)
            else:
                self._annotations[mark.id] = mark
        marks = tuple(self._annotations.values())
        parts = [marks[at : at + _PAGE][::-1] for at in range(0, len(marks), _PAGE)]
        self._pages = [
            page if page is not None and page.annotations == part else NotePages(part)
            for part, page in zip_longest(parts, self._pages[: len(parts)])
        ]
        self._vocabulary = None

    @property
    def annotations(self) -> list[Annotation]:
        """All of them, the one made last first."""
        return list(reversed(self._annotations.values()))

    def find(
        self,
        query: Query,
        is_among: Callable[[str], bool],
        *,
        limit: int,
        decodes_keys: bool = True,
    ) -> FoundNotes:
        """The annotations in which all words of the query stand, and its tags.

        `is_among` says of an article's id whether marks in it may be found: fields other than
        `tag:`, dates and conditions are left to it. Words are corrected, and keys of Telex and
        VNI read, only when nothing has them as typed.
        """
        unwanted = self._unwanted(query)

        def is_allowed(mark: Annotation) -> bool:
            return mark.id not in unwanted and is_among(mark.article_id)

        slots = [_slot(term) for term in _words(query) if not term.negated]
        if not slots:
            return self._newest(is_allowed, limit)
        answers = self._answers(slots, is_allowed, every=query.in_notes)
        if self._annotations and not answers:
            slots = self._with_corrections(slots, decodes_keys=decodes_keys)
            answers = self._answers(slots, is_allowed, every=query.in_notes)
        return _best(answers, limit)

    def _unwanted(self, query: Query) -> set[str]:
        """The annotations that a tag, or a word that must not be there, leaves out."""
        unwanted: set[str] = set()
        for term in query.terms:
            if term.field is Field.TAG:
                tagged = {mark.id for mark in marks_tagged(term, self._annotations.values())}
                unwanted |= tagged if term.negated else self._annotations.keys() - tagged
        for term in _words(query):
            if term.negated:
                answers = chain.from_iterable(page.answers([_slot(term)]) for page in self._pages)
                unwanted |= {answer.annotation.id for answer in answers}
        return unwanted

    def _newest(self, is_allowed: Callable[[Annotation], bool], limit: int) -> FoundNotes:
        marks = [mark for mark in self.annotations if is_allowed(mark)]
        return FoundNotes(
            tuple(NotePages((mark,)).hit(0) for mark in marks[:limit]),
            frozenset(mark.article_id for mark in marks),
        )

    def _answers(
        self, slots: Sequence[Slot], is_allowed: Callable[[Annotation], bool], *, every: bool
    ) -> list[Answer]:
        """All that have the slots filled, or unless `every` one is wanted, enough to be weighed."""
        answers: list[Answer] = []
        for page in reversed(self._pages):
            answers += (answer for answer in page.answers(slots) if is_allowed(answer.annotation))
            if not every and sum(each.tier <= Tier.FOLDED for each in answers) >= MOST_WEIGHED:
                break
        return answers

    def _with_corrections(self, slots: Sequence[Slot], *, decodes_keys: bool) -> list[Slot]:
        """The slots with the words of annotations that may have been meant."""
        if self._vocabulary is None:
            self._vocabulary = _vocabulary(self._pages)
        supposed = [
            corrections(slot.term, self._vocabulary, at_least=1, decodes_keys=decodes_keys)
            for slot in slots
        ]
        return [
            replace(slot, readings=(*slot.readings, *readings))
            for slot, readings in zip(slots, supposed, strict=True)
        ]


def _vocabulary(pages: Iterable[NotePages]) -> Vocabulary:
    """The words of all annotations."""
    vocabulary = Vocabulary()
    for number, words in enumerate(chain.from_iterable(page.words for page in pages)):
        vocabulary.add(number, words)
    return vocabulary


def _words(query: Query) -> list[Term]:
    return [term for term in query.terms if term.field is Field.ANY]


def _slot(term: Term) -> Slot:
    readings = typed_readings(term, is_strict=term.negated)
    return Slot(term, readings, in_body_only=True)


def _best(answers: Sequence[Answer], limit: int) -> FoundNotes:
    likely = sorted(answers, key=attrgetter("tier"))[:MOST_WEIGHED]
    weighed = [(each, each.weighed()) for each in likely]
    weighed.sort(key=lambda pair: (pair[1].tier, -pair[1].score))
    return FoundNotes(
        tuple(each.pages.hit(each.number, ranked) for each, ranked in weighed[:limit]),
        frozenset(each.annotation.article_id for each in answers),
    )
