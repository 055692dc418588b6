"""Laws of queries: whatever is typed means something."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.model.search import Field
from bulletin_tui.search.query import MOST_CHARACTERS, MOST_TERMS, parse_query
from bulletin_tui.text.forbidden import FORBIDDEN

SYNTAX = '" “ - | : title: before: after: doc: is: % ( *'.split()
OTHERS = ["nghị", "quyet", "29-NQ/TW", "2018", "10/2018", "\x00", "\ud800", "\u0323", "\u0302"]
PIECES = st.sampled_from([*SYNTAX, *OTHERS, " ", "  ", "a" * 99])
TYPED = st.text(max_size=40) | st.lists(PIECES, max_size=60).map("".join)


@given(TYPED)
def test_any_string_is_a_query(typed: str) -> None:
    query = parse_query(typed)
    assert len(query.terms) <= MOST_TERMS
    assert len(query.typed) <= MOST_CHARACTERS
    assert all(any(map(str.strip, term.alternatives)) for term in query.terms)


@given(TYPED)
def test_what_is_shown_of_a_query_is_clean(typed: str) -> None:
    query = parse_query(typed)
    parts = [query.typed, query.hint, *(word for term in query.terms for word in term.alternatives)]
    assert not any(map(FORBIDDEN.search, parts))
    assert all(unicodedata.is_normalized("NFC", part) for part in parts)


@given(TYPED)
def test_at_most_the_last_term_is_unfinished(typed: str) -> None:
    terms = parse_query(typed).terms
    assert not any(term.unfinished for term in terms[:-1])
    assert not any(term.unfinished for term in parse_query(f"{typed} ").terms)


@given(st.lists(st.sampled_from(["xã", "29", "nước", "thôn-bản", "C.K."]), min_size=1, max_size=20))
def test_words_without_syntax_are_searched_everywhere_in_their_order(words: list[str]) -> None:
    query = parse_query(" ".join(words))
    assert [term.alternatives for term in query.terms] == [(word,) for word in words]
    assert all(term.field is Field.ANY and not term.negated for term in query.terms)
    assert not query.hint
