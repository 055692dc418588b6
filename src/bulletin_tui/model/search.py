"""Searching: what was typed, and what was found."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bulletin_tui.model.article import ArticleSummary, PrintedDate, Span
    from bulletin_tui.model.snippet import Snippet


class Field(StrEnum):
    """What a term is looked for in."""

    ANY = "any"
    TITLE = "title"
    SOURCE = "source"
    AUTHOR = "author"
    PLACE = "place"
    DOCUMENT = "doc"
    TAG = "tag"
    LANGUAGE = "lang"


class ReadingMark(StrEnum):
    """What a reader has done with an article, as `is:` asks for it."""

    READ = "read"
    UNREAD = "unread"
    HIGHLIGHTED = "highlighted"
    BOOKMARKED = "bookmarked"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase to be found; `a|b` is one term with two alternatives."""

    alternatives: tuple[str, ...]
    """As typed, NFC; a phrase keeps its spaces."""
    field: Field = Field.ANY
    phrase: bool = False
    negated: bool = False
    unfinished: bool = False
    """The last word while typing: its completions match too."""


@dataclass(frozen=True, slots=True)
class MarkCondition:
    """One `is:`, or `-is:`."""

    mark: ReadingMark
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, understood."""

    typed: str
    terms: tuple[Term, ...] = ()
    conditions: tuple[MarkCondition, ...] = ()
    in_notes: bool = False
    """Whether only the reader's own notes and marked passages are asked for."""
    before: PrintedDate | None = None
    after: PrintedDate | None = None
    hint: str = ""
    """A sentence about syntax that was taken literally; empty when all was understood."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        return not (self.terms or self.conditions or self.in_notes or self.before or self.after)


@dataclass(frozen=True, slots=True)
class Restriction:
    """What a query asks of the reader's marks, as the ids of articles; applied before any cut."""

    only: frozenset[str] | None = None
    """The articles that may be found; None for all."""
    without: frozenset[str] = frozenset()
    """Articles that may not be found."""
    tagged: Mapping[Term, frozenset[str]] = field(default_factory=dict)
    """For each `tag:` of the query that is not negated, the articles that the reader tagged so.

    Such a term is met in these and in those whose own tags match. A negated one is met where
    neither does: its articles are among those of `without`.
    """

    def allows(self, article_id: str) -> bool:
        """Whether an article may be found, as far as `only` and `without` say."""
        return article_id not in self.without and (self.only is None or article_id in self.only)


class Tier(IntEnum):
    """How well a hit fits; a lower tier is always listed first."""

    EXACT = 0
    """Every word as typed."""
    FOLDED = 1
    """Some marks were not typed: `nghi quyet` for `nghị quyết`."""
    TONE = 2
    """A typed word stands there with another tone or mark."""
    CORRECTED = 3
    """A word was corrected: `ngih` for `nghi`."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of an article with its matches."""

    span: Span
    matches: tuple[Span, ...]
    """In the canonical text, ordered, not overlapping."""
    snippet: Snippet
    number: int = 1
    """Which paragraph of the article it is, headings not counted, from 1."""
    heading: str = ""
    """The nearest heading above it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An article with matches."""

    article: ArticleSummary
    tier: Tier
    why: str
    """Why it matched, in the interface language; empty for exact hits."""
    score: float
    """Within a tier, higher is better."""
    title_matches: tuple[Span, ...]
    """In the title."""
    passages: tuple[Passage, ...]
    """Best first; empty when only the title or its data matched."""
    matches: tuple[Span, ...]
    """Every match in the canonical text, in reading order."""


@dataclass(frozen=True, slots=True)
class NoteHit:
    """A mark of the reader's whose note, tags or passage match."""

    annotation_id: str
    article_id: str
    snippet: Snippet
    """Of the note, else of the passage; its offset means nothing to the article."""
    tier: Tier = Tier.EXACT


@dataclass(frozen=True, slots=True)
class Decoded:
    """Keys of Telex or VNI that were read as the word they type."""

    typed: str
    word: str


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The answer to one query."""

    query: Query
    hits: tuple[Hit, ...]
    total: int
    """Articles that match, before the limit; at least so many when `is_cut`."""
    is_cut: bool = False
    """Whether there were more candidates than could be looked at."""
    is_complete: bool = True
    """Whether corrections were looked for as well, as far as they are wanted."""
    respelt: str = ""
    """The query with its words as the first corrected hits have them; empty when none is."""
    decoded: tuple[Decoded, ...] = ()
    notes: tuple[NoteHit, ...] = ()
    looser: SearchResult | None = None
    """Where nothing meets the conditions of the query: how many have its words without them.

    Its hits are not made. None where there are none.
    """
    articles: int = 0
    """Those of the library."""
    unsearched: int = 0
    """Articles of which only titles and names were searched: the index is being built."""

    def count(self, tier: Tier) -> int:
        """How many of the hits listed are of a tier."""
        return sum(hit.tier is tier for hit in self.hits)
