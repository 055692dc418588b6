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


def decode_keys(query: Query, lexicon: Lexicon) -> tuple[Query, tuple[Decoded, ...]]:
    """The query with the words that were meant, and which those are. Raises sqlite3.Error."""
    terms: list[Term] = []
    decoded: list[Decoded] = []
    for term in query.terms:
        word = _decoded(term, lexicon)
        if word is None:
            terms.append(term)
        else:
            decoded.append(Decoded(term.alternatives[0], word))
            terms.append(replace(term, alternatives=(word,)))
    return (replace(query, terms=tuple(terms)), tuple(decoded)) if decoded else (query, ())


def _decoded(term: Term, lexicon: Lexicon) -> str | None:
    typed = term.alternatives[0]
    is_plain = term.field is Field.ANY and not term.phrase and len(term.alternatives) == 1
    if not is_plain or has_marks(typed) or len(word_spans(typed)) != 1:
        return None
    for decode in (decode_telex, decode_vni):
        word = decode(typed)
        if word is not None and _is_likelier(term, fold(typed), fold(word), lexicon):
            return word
    return None


def _is_likelier(term: Term, typed: str, decoded: str, lexicon: Lexicon) -> bool:
    """Whether nothing is written as typed, or what is decoded is written far more often."""
    as_typed = lexicon.row_count((typed,), is_prefix=term.unfinished)
    as_decoded = lexicon.row_count((decoded,), is_prefix=term.unfinished)
    if as_typed and term.unfinished:
        return False
    return as_decoded > MUCH_RARER * as_typed
