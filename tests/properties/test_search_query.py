"""Laws of queries: whatever is typed means something, and what is written well means just that."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import datetime

from hypothesis import assume, given
from hypothesis import strategies as st

from bulletin_tui.model.article import Precision, PrintedDate
from bulletin_tui.model.search import Field, MarkCondition, Query, ReadingMark, Term
from bulletin_tui.search.query import MOST_CHARACTERS, MOST_TERMS, parse_query
from bulletin_tui.text.dates import format_printed_date
from bulletin_tui.text.forbidden import FORBIDDEN
from bulletin_tui.text.words import word_spans

LONGEST_HINT = 200
NAMES = "title source author place doc tag lang in before after is nguồn noi từ sau colour".split()
SYNTAX = [*'" “ » - -- | : ： * ( % / .'.split(), *(f"{name}:" for name in NAMES), "\u00a0", " "]
VALUES = "nghị quyet 29-NQ/TW 2018 10/2018 18-10-2018 20 unread un notes read|noted 数学".split()
ODD = ["\x00", "\x1b[31m", "\x1b]0;", "\x85", "\ud800", "\u0323", "\u0302", "\u202e", "\ufeff"]
PIECES = st.sampled_from([*SYNTAX, *VALUES, *ODD, "a" * 99, "ſource:x", "İS:un"])
TYPED = (
    st.text(max_size=40)
    | st.lists(PIECES, max_size=60).map("".join)
    | st.builds(lambda piece, times: piece * times, PIECES, st.integers(0, 20_000))
)

WORDS = st.sampled_from(["xã", "29", "nước", "thôn-bản", "C.K.", "hoà", "sông", "Đuống"])
DATES = st.builds(
    lambda year, month, day, precision: {
        Precision.YEAR: PrintedDate(datetime(year, 1, 1), precision),  # noqa: DTZ001
        Precision.MONTH: PrintedDate(datetime(year, month, 1), precision),  # noqa: DTZ001
        Precision.DAY: PrintedDate(datetime(year, month, day), precision),  # noqa: DTZ001
    }[precision],
    st.integers(1000, 2999),
    st.integers(1, 12),
    st.integers(1, 28),
    st.sampled_from([Precision.YEAR, Precision.MONTH, Precision.DAY]),
)
PHRASES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
TERMS = st.booleans().flatmap(
    lambda phrase: st.builds(
        Term,
        st.lists(PHRASES if phrase else WORDS, min_size=1, max_size=3).map(tuple),
        st.sampled_from(Field),
        st.just(phrase),
        st.booleans(),
    )
)
CONDITIONS = st.builds(MarkCondition, st.sampled_from(ReadingMark), st.booleans())
QUERIES = st.builds(
    Query,
    st.just(""),
    st.lists(TERMS, max_size=8).map(tuple),
    st.lists(CONDITIONS, unique=True, max_size=3).map(tuple),
    st.booleans(),
    st.none() | DATES,
    st.none() | DATES,
)


def written(query: Query) -> str:
    """What one types to ask for it, white space at the end."""
    parts = [written_term(term) for term in query.terms]
    parts += [f"{'-' * each.negated}is:{each.mark}" for each in query.conditions]
    parts += ["in:notes"] * query.in_notes
    ends = {"before": query.before, "after": query.after}
    parts += [f"{name}:{format_printed_date(date)}" for name, date in ends.items() if date]
    return " ".join([*parts, ""])


def written_term(term: Term) -> str:
    """What one types to ask for a term."""
    name = "" if term.field is Field.ANY else f"{term.field}:"
    mark = '"' * term.phrase
    alternatives = "|".join(f"{mark}{each}{mark}" for each in term.alternatives)
    return f"{'-' * term.negated}{name}{alternatives}"


def meaning(query: Query) -> Query:
    """A query without how it was typed."""
    terms = tuple(replace(term, unfinished=False) for term in query.terms)
    return replace(query, typed="", hint="", terms=terms)


@given(TYPED)
def test_any_string_is_a_query_of_bounded_size(typed: str) -> None:
    query = parse_query(typed)
    assert sum(len(term.alternatives) for term in query.terms) <= MOST_TERMS
    assert len(query.conditions) <= 2 * len(ReadingMark)
    assert len(query.typed) <= MOST_CHARACTERS
    assert len(query.hint) <= LONGEST_HINT
    assert all(all(map(str.strip, term.alternatives)) for term in query.terms)


@given(TYPED)
def test_what_is_shown_of_a_query_is_clean(typed: str) -> None:
    query = parse_query(typed)
    parts = [query.typed, query.hint, *(word for term in query.terms for word in term.alternatives)]
    assert not any(map(FORBIDDEN.search, parts))
    assert all(unicodedata.is_normalized("NFC", part) for part in parts)
    assert parse_query(query.typed).typed == query.typed


@given(PIECES, st.text(min_size=1), st.text(min_size=1))
def test_of_a_text_beyond_all_bounds_only_the_beginning_is_read(
    piece: str, end: str, other: str
) -> None:
    beginning = piece * 4 * MOST_CHARACTERS
    assert parse_query(beginning + end) == parse_query(beginning + other)


@given(TYPED)
def test_at_most_the_last_term_is_unfinished(typed: str) -> None:
    terms = parse_query(typed).terms
    assert not any(term.unfinished for term in terms[:-1])
    assert not any(term.unfinished for term in parse_query(f"{typed} ").terms)


@given(TYPED)
def test_what_was_understood_is_understood_the_same_when_it_is_typed(typed: str) -> None:
    query = parse_query(typed)
    again = written(query)
    assume(len(again) <= MOST_CHARACTERS)
    assert meaning(parse_query(again)) == meaning(query)


@given(QUERIES)
def test_all_that_can_be_asked_for_can_be_typed_and_gives_no_hint(query: Query) -> None:
    alternatives = sum(len(term.alternatives) for term in query.terms)
    assume(alternatives <= MOST_TERMS and len(written(query)) <= MOST_CHARACTERS)
    understood = parse_query(written(query))
    assert meaning(understood) == query
    assert not understood.hint


@given(TYPED)
def test_without_a_hint_no_word_is_left_out(typed: str) -> None:
    query = parse_query(typed)
    assume(not query.hint)
    asked = written(query).casefold()
    for span in word_spans(query.typed):
        word = query.typed[span.start : span.end]
        assert word.casefold() in asked or word.lower() in NAMES or word.isdecimal()


@given(PHRASES, st.sampled_from('is:xa in:xa before:xa title:"" colour:red a||b title:-b'.split()))
def test_what_cannot_be_used_gives_a_hint_and_leaves_the_rest_as_it_is(
    others: str, bad: str
) -> None:
    query = parse_query(f"{bad} {others} ")
    assert query.hint
    plain = parse_query(f"{others} ").terms
    assert query.terms[-len(plain) :] == plain


@given(
    CONDITIONS.map(lambda each: f"{'-' * each.negated}is:{each.mark}")
    | st.just("in:notes")
    | DATES.map(lambda date: f"before:{format_printed_date(date)}"),
    st.integers(0, 20),
)
def test_a_condition_is_never_searched_as_words_while_it_is_typed(typed: str, keys: int) -> None:
    beginning = typed[: typed.index(":") + 1 + keys]
    assert parse_query(f"chè {beginning}").terms == (Term(("chè",)),)


@given(st.lists(WORDS, min_size=1, max_size=20))
def test_words_without_syntax_are_searched_everywhere_in_their_order(words: list[str]) -> None:
    query = parse_query(" ".join(words))
    assert [term.alternatives for term in query.terms] == [(word,) for word in words]
    assert all(term.field is Field.ANY and not term.negated for term in query.terms)
    assert not query.hint
