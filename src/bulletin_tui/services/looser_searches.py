"""What a search that finds nothing would find without its conditions, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.words import grouped, ngettext

if TYPE_CHECKING:
    from bulletin_tui.model.search import SearchResult


def looser_words(looser: SearchResult, typed: str) -> str:
    """That nothing was found for what was typed, and how much its words alone would find."""
    sentence = ngettext(
        "Nothing found for “{typed}”. Without its conditions, “{words}” finds {count} article.",
        "Nothing found for “{typed}”. Without its conditions, “{words}” finds {count} articles.",
        looser.total + looser.is_cut,
    )
    count = grouped(looser.total) + "+" * looser.is_cut
    return sentence.format(typed=typed, words=looser.query.typed, count=count)
