"""Words typed without an input method, read as what their keys type, where that is likelier."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.model.search import Decoded, Field
from bulletin_tui.search.weights import MUCH_RARER
from bulletin_tui.text.fold import fold, has_marks
from bulletin_tui.text.telex import decode_telex, decode_vni
from bulletin_tui.text.words import word_spans

if TYPE_CHECKING:
    from bulletin_tui.model.search import Query, Term
    from bulletin_tui.search.lexicon import Lexicon


LEAST_SHARE = 0.5
"""Of the words, that are keys: whoever types without an input method types most words so, and a
single one among others is more likely a slip, to be corrected when nothing is found.
"""


def decode_keys(query: Query, lexicon: Lexicon) -> tuple[Query, tuple[Decoded, ...]]:
    """The query with the words that were meant, and which those are. Raises sqlite3.Error."""
    words = [_decoded(term, lexicon) for term in query.terms]
    asked = sum(map(_is_plain, query.terms))
    decoded = tuple(
        Decoded(term.alternatives[0], word)
        for term, word in zip(query.terms, words, strict=True)
        if word is not None
    )
    if not decoded or len(decoded) < LEAST_SHARE * asked:
        return query, ()
    terms = (
        term if word is None else replace(term, alternatives=(word,))
        for term, word in zip(query.terms, words, strict=True)
    )
    return replace(query, terms=tuple(terms)), decoded


def _decoded(term: Term, lexicon: Lexicon) -> str | None:
    typed = term.alternatives[0]
    if not _is_plain(term) or has_marks(typed):
        return None
    for decode in (decode_telex, decode_vni):
        word = "".join(decode(typed))
        if word and _is_likelier(term, fold(typed), fold(word), lexicon):
            return word
    return None


def _is_plain(term: Term) -> bool:
    """Whether a term is one word, out of quotes and fields."""
    if term.field is not Field.ANY or term.phrase or len(term.alternatives) > 1:
        return False
    return len(word_spans(term.alternatives[0])) == 1


def _is_likelier(term: Term, typed: str, decoded: str, lexicon: Lexicon) -> bool:
    """Whether nothing is written as typed, or what is decoded is written far more often."""
    as_typed = lexicon.row_count((typed,), is_prefix=term.unfinished)
    as_decoded = lexicon.row_count((decoded,), is_prefix=term.unfinished)
    if as_typed and term.unfinished:
        return False
    return as_decoded > MUCH_RARER * as_typed
