"""What was typed, as what was found has it: the corrected query, and keys read as words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bulletin_tui.model.search import Decoded, Field, Tier

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bulletin_tui.model.search import Query
    from bulletin_tui.search.matching import Match
    from bulletin_tui.search.ranking import Ranked


def respelt(query: Query, ranked: Sequence[Ranked]) -> str:
    """The query with its words as the best corrected article has them; empty without one."""
    best = next((each for each in ranked if each.tier >= Tier.TONE), None)
    if best is None:
        return ""
    typed = query.typed
    for term, stands, _match in _replaced(best):
        typed = re.sub(rf"(?<!\w){re.escape(term)}(?!\w)", lambda _found: stands, typed, count=1)  # noqa: B023
    return typed if typed != query.typed else ""


def decoded_words(ranked: Sequence[Ranked]) -> tuple[Decoded, ...]:
    """The keys of Telex or VNI that the best article's words were read from."""
    best = ranked[0] if ranked else None
    if best is None:
        return ()
    return tuple(
        Decoded(typed, stands)
        for typed, stands, match in _replaced(best)
        if match.reading.is_decoded
    )


def _replaced(ranked: Ranked) -> Iterator[tuple[str, str, Match]]:
    """Each word that stands there otherwise than it was typed, with how it stands first."""
    found = ranked.found
    first: dict[int, tuple[str, Match]] = {}
    for text, matches in ((found.entry.title, found.title), (found.entry.body, found.body)):
        for match in matches:
            if match.tier >= Tier.TONE and match.slot not in first:
                first[match.slot] = (text.raw[match.start : match.end].lower(), match)
    for slot, (stands, match) in sorted(first.items()):
        term = found.slots[slot].term
        if term.field is Field.ANY and len(term.alternatives) == 1:
            yield term.alternatives[0], stands, match
