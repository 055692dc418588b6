"""How much of the library a search has looked at, while the index is being built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.words import _, grouped

if TYPE_CHECKING:
    from bulletin_tui.model.search import SearchResult


def coverage_words(result: SearchResult) -> str:
    """That not every text was searched, and how many were; empty if all were."""
    if not result.unsearched or result.query.in_notes:
        return ""
    sentence = _("Searched so far: {done} of {total} articles; of the others, titles and names.")
    done = result.articles - result.unsearched
    return sentence.format(done=grouped(done), total=grouped(result.articles))
