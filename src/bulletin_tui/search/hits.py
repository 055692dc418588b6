"""What is shown of an article that was found: its best passages, its matches, why it matched."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.model.article import Span
from bulletin_tui.model.search import Hit, Passage, Tier
from bulletin_tui.search.choosing import chosen, slot_tiers
from bulletin_tui.search.focusing import focused
from bulletin_tui.search.matching import find_all
from bulletin_tui.search.ranking import best_blocks
from bulletin_tui.search.runs import in_blocks
from bulletin_tui.text.snippets import snippet
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.search.matching import Found, Match
    from bulletin_tui.search.ranking import Ranked
    from bulletin_tui.search.runs import Shares
    from bulletin_tui.search.texts import Entry, SearchText

MOST_PASSAGES = 5
"""Of one article; its other matches are all in `Hit.matches`."""
SNIPPET_WIDTH = 160
"""Code points."""


def hit(ranked: Ranked) -> Hit:
    """The hit of an article, with every match that answers the query."""
    entry, slots = ranked.found.entry, ranked.found.slots
    found = ranked.found
    if not found.is_whole:
        found = find_all(entry, slots) or found
        found = chosen(found, slot_tiers(found))
    found = focused(found)
    return Hit(
        article=entry.summary,
        tier=ranked.tier,
        why=_why(found),
        score=ranked.score,
        title_matches=match_spans(entry.title, found.title),
        passages=_passages(found, ranked.shares),
        matches=entry.canonical(match_spans(entry.body, found.body)),
    )


def _passages(found: Found, shares: Shares) -> tuple[Passage, ...]:
    """The blocks with matches, best first, and among equals in reading order."""
    best = best_blocks(found, in_blocks(found.entry, found.body), shares, MOST_PASSAGES)
    return tuple(_passage(found.entry, found.entry.blocks[number], each) for number, each in best)


def _passage(entry: Entry, block: Span, matches: Sequence[Match]) -> Passage:
    spans = match_spans(entry.body, matches)
    (whole,) = entry.canonical([block])
    number, heading = entry.place(block.start)
    excerpt = snippet(entry.body.raw, block, spans, SNIPPET_WIDTH)
    return Passage(
        span=whole,
        matches=entry.canonical(spans),
        snippet=replace(excerpt, offset=excerpt.offset + whole.start - block.start),
        number=number,
        heading=heading,
    )


def match_spans(text: SearchText, matches: Sequence[Match]) -> tuple[Span, ...]:
    """Where the matches are; those with only a space between them, or that overlap, are one."""
    if not matches:
        return ()
    spans: list[Span] = []
    start, end = matches[0].start, matches[0].end
    for match in matches[1:]:
        if match.start <= end or _is_space(text.raw[end : match.start]):
            end = max(end, match.end)
        else:
            spans.append(Span(start, end))
            start, end = match.start, match.end
    return (*spans, Span(start, end))


def _is_space(between: str) -> bool:
    return len(between) == 1 and between.isspace() and between != "\n"


def _why(found: Found) -> str:
    """What stands in the article, most often, for a word that does not stand there as typed."""
    stands: dict[int, Counter[str]] = {}
    for text, matches in ((found.entry.title, found.title), (found.entry.body, found.body)):
        for match in matches:
            if match.tier >= Tier.TONE:
                word = text.raw[match.start : match.end].lower()
                stands.setdefault(match.slot, Counter())[word] += 1
    sentence = _("“{found}” for “{typed}”")
    return ", ".join(
        sentence.format(
            found=stands[slot].most_common(1)[0][0],
            typed="|".join(found.slots[slot].term.alternatives),
        )
        for slot in sorted(stands)
    )
