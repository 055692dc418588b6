"""Annotations set as one text: each note, passage and row of tags is a block of it.

So they are matched and weighed as an article is, and words count together where they stand
together. The newest annotation comes first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.model.article import Article, ArticleSummary, Block, BlockKind, Document, Span
from bulletin_tui.model.search import NoteHit, Tier
from bulletin_tui.search.choosing import slot_tiers
from bulletin_tui.search.hits import SNIPPET_WIDTH, match_spans
from bulletin_tui.search.matching import Found, find_all, may_match
from bulletin_tui.search.ranking import rank
from bulletin_tui.search.runs import in_blocks
from bulletin_tui.search.texts import MOST_BETWEEN_WORDS, ArticleEntry
from bulletin_tui.text.snippets import snippet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.search.matching import Match, Slot
    from bulletin_tui.search.ranking import Ranked

_APART = "\n" * (MOST_BETWEEN_WORDS + 1)
"""So far that no phrase reaches across."""
_NO_ARTICLE = ArticleSummary("", "", None, None, (), None, None, None, (), None, ("",), 0)


@dataclass(frozen=True, slots=True)
class Answer:
    """An annotation in which every slot is filled."""

    pages: NotePages
    number: int
    found: Found
    tier: Tier

    @property
    def annotation(self) -> Annotation:
        """The one that answers."""
        return self.pages.annotations[self.number]

    def weighed(self) -> Ranked:
        """What its matches are worth, as those of an article; takes a while."""
        return rank(self.found)


class NotePages:
    """Some annotations, ready to be searched."""

    def __init__(self, annotations: tuple[Annotation, ...]) -> None:
        self.annotations = annotations
        self._owners: list[int] = []
        """For each block the number of its annotation."""
        self._shown: list[list[Span]] = []
        """For each annotation what can be shown of it: its note, if it has one, and the passage."""
        texts: list[str] = []
        blocks: list[Block] = []
        at = 0
        for number, annotation in enumerate(annotations):
            tags = _APART.join(annotation.tags)
            parts = [part for part in (annotation.note, annotation.quote.exact, tags) if part]
            parts = parts or [""]
            spans = []
            for part in parts:
                spans.append(Span(at, at + len(part)))
                at += len(part) + len(_APART)
            texts += parts
            blocks += [Block(BlockKind.PARAGRAPH, span.start, span.end) for span in spans]
            self._owners += [number] * len(parts)
            self._shown.append(spans[:-1] if tags and len(spans) > 1 else spans)
        document = Document(_APART.join(texts), tuple(blocks))
        self._entry = ArticleEntry(Article(_NO_ARTICLE, document, text_hash=""))

    @property
    def words(self) -> list[str]:
        """The words of each annotation, in the form of `SearchText.words`."""
        words = self._entry.body.words
        ends = [parts[0].start for parts in self._shown[1:]] + [len(words)]
        return [words[parts[0].start : end] for parts, end in zip(self._shown, ends, strict=True)]

    def answers(self, slots: Sequence[Slot]) -> Iterator[Answer]:
        """The annotations in which every slot is filled."""
        found = find_all(self._entry, slots) if may_match(self._entry, slots) else None
        if found is None:
            return
        by_number: dict[int, list[Match]] = {}
        for block, matches in in_blocks(self._entry, found.body):
            by_number.setdefault(self._owners[block], []).extend(matches)
        for number, matches in by_number.items():
            each = Found(self._entry, slots, (), matches, ())
            tiers = slot_tiers(each)
            if len(tiers) == len(slots):
                yield Answer(self, number, each, max(tiers.values()))

    def hit(self, number: int, ranked: Ranked | None = None) -> NoteHit:
        """An annotation as it is shown; nothing is matched without `ranked`."""
        body, annotation = self._entry.body, self.annotations[number]
        spans = match_spans(body, ranked.found.body) if ranked else ()
        parts = self._shown[number]
        part = next((part for part in parts if any(map(part.overlaps, spans))), parts[0])
        inside = tuple(filter(part.overlaps, spans))
        return NoteHit(
            annotation_id=annotation.id,
            article_id=annotation.article_id,
            snippet=snippet(body.raw, part, inside, SNIPPET_WIDTH),
            tier=ranked.tier if ranked else Tier.EXACT,
        )
