"""What a query asks for without its conditions: for when nothing meets them all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.model.search import Field, Query

if TYPE_CHECKING:
    from bulletin_tui.model.search import Term


def find_looser(query: Query) -> Query | None:
    """Its words alone, wherever they stand; None where it has no words, or nothing but words."""
    if query.in_notes:
        return None
    words = tuple(term for term in query.terms if not term.negated)
    if not words:
        return None
    terms = tuple(replace(term, field=Field.ANY) for term in words)
    is_bound = query.conditions or query.before or query.after
    if terms == query.terms and not is_bound:
        return None
    return Query(typed=" ".join(map(_typed, terms)), terms=terms)


def _typed(term: Term) -> str:
    quote = '"' * term.phrase
    return "|".join(f"{quote}{each}{quote}" for each in term.alternatives)
