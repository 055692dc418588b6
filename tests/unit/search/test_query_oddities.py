"""Queries that cannot be meant as they stand: taken literally, set aside while typed, and said."""

from __future__ import annotations

import pytest

from bulletin_tui.model.search import Field, Term
from bulletin_tui.search.query import MOST_CHARACTERS, MOST_TERMS, parse_query


def test_what_is_no_date_is_searched_as_it_stands_and_said() -> None:
    query = parse_query("before:Tết chè")
    assert query.before is None
    assert [term.alternatives for term in query.terms] == [("before:Tết",), ("chè",)]
    assert "“Tết” is not a date" in query.hint
    assert "18/10/2018" in query.hint


@pytest.mark.parametrize(
    ("typed", "literal", "value"),
    [
        ("is:un", "is:un", "un"),
        ("is:read|unread", "is:read|unread", "read|unread"),
        ("is: good", "is: good", "good"),
        ('is:"chưa đọc"', "is: chưa đọc", "chưa đọc"),
        ("in:titles", "in:titles", "titles"),
    ],
)
def test_a_value_that_a_name_does_not_know_is_searched_as_it_stands_and_said(
    typed: str, literal: str, value: str
) -> None:
    query = parse_query(f"{typed} ")
    assert query.terms == (Term((literal,), phrase=True),)
    assert not query.conditions
    assert f"“{value}” is not known" in query.hint


def test_a_hint_names_the_values_to_write() -> None:
    assert "unread, highlighted, bookmarked, noted" in parse_query("is:good ").hint
    assert "notes" in parse_query("in:titles ").hint


def test_notes_cannot_be_left_out_by_a_dash() -> None:
    query = parse_query("-in:notes chè")
    assert not query.in_notes
    assert "“in:notes” has no opposite" in query.hint


@pytest.mark.parametrize("typed", ["before:20", "after:18/10", "is:un", "-is:", "in:no", "is:x"])
def test_a_condition_that_is_still_typed_changes_no_result(typed: str) -> None:
    query = parse_query(f"chè {typed}")
    assert query.terms == parse_query("chè ").terms
    assert not query.conditions
    assert query.hint.startswith("Write ")


@pytest.mark.parametrize("name", ["title", "tag", "is", "in", "before"])
@pytest.mark.parametrize("value", ["", " ", '""', '"', "%"])
def test_a_name_with_nothing_behind_it_asks_for_nothing_and_says_what_to_write(
    name: str, value: str
) -> None:
    query = parse_query(f"chè {name}:{value}")
    assert query.terms == parse_query("chè ").terms
    assert f"behind “{name}:”" in query.hint


def test_a_name_does_not_take_the_next_name_for_its_value() -> None:
    query = parse_query("title: source:đài ")
    assert query.terms == (Term(("đài",), field=Field.SOURCE),)
    assert "behind “title:”" in query.hint
    assert parse_query("title: -chè ").terms == (Term(("chè",), negated=True),)


def test_an_unknown_name_is_searched_as_a_word_and_the_known_ones_are_said() -> None:
    query = parse_query("colour:red")
    assert [term.alternatives for term in query.terms] == [("colour:red",)]
    assert "“colour:” is not known" in query.hint
    assert "title, source, author" in query.hint


def test_names_in_quotes_are_words() -> None:
    query = parse_query('"title:" "colour:red"')
    assert [term.alternatives for term in query.terms] == [("title:",), ("colour:red",)]
    assert not query.hint


@pytest.mark.parametrize(
    "typed", ["08:30", "Quận ủy: tổng kết", "https://example.org/a", "a:b:c d"]
)
def test_a_colon_in_running_text_asks_for_no_field(typed: str) -> None:
    assert all(term.field is Field.ANY for term in parse_query(typed).terms)


def test_a_colon_that_names_nothing_gives_no_hint() -> None:
    assert not parse_query("08:30 Quận ủy: tổng kết https://example.org/a").hint


@pytest.mark.parametrize(
    ("typed", "alternatives"),
    [("title:thôn|title:bản", ("thôn", "title:bản")), ("title:-thôn", ("-thôn",))],
)
def test_a_dash_or_a_name_within_a_term_is_taken_literally_and_said(
    typed: str, alternatives: tuple[str, ...]
) -> None:
    query = parse_query(f"{typed} ")
    assert query.terms == (Term(alternatives, Field.TITLE, phrase=True),)
    assert "-title:a|b" in query.hint


@pytest.mark.parametrize("typed", ["|thôn bản", "thôn || bản"])
def test_a_bar_that_joins_nothing_is_left_out_and_said(typed: str) -> None:
    query = parse_query(typed)
    assert [term.alternatives for term in query.terms] == [("thôn",), ("bản",)]
    assert "a|b" in query.hint


@pytest.mark.parametrize("typed", ["thôn|", "thôn | ", "thôn -", 'thôn "', "thôn --", "+ thôn *"])
def test_a_sign_that_may_go_on_gives_no_hint(typed: str) -> None:
    query = parse_query(typed)
    assert [term.alternatives for term in query.terms] == [("thôn",)]
    assert not query.hint


def test_two_dashes_leave_nothing_out() -> None:
    assert parse_query("--thôn ").terms == (Term(("--thôn",)),)


@pytest.mark.parametrize("typed", ["%", '" %"', "% "])
def test_signs_alone_are_searched_as_they_stand(typed: str) -> None:
    assert parse_query(typed).terms == (Term(("%",), phrase=True),)


@pytest.mark.parametrize("typed", ["", " ", "|", '""', "\ufeff", "title:"])
def test_nothing_asks_for_nothing(typed: str) -> None:
    assert parse_query(typed).is_empty


def test_a_query_that_is_too_long_keeps_its_beginning() -> None:
    query = parse_query("nước " * 10_000)
    assert len(query.terms) == MOST_TERMS
    assert "too long" in query.hint
    assert len(parse_query("ă" * 10_000).typed) == MOST_CHARACTERS


def test_alternatives_count_as_terms_do() -> None:
    query = parse_query("|".join("xã" for _ in range(2 * MOST_TERMS)))
    assert [len(term.alternatives) for term in query.terms] == [MOST_TERMS]
    assert "too long" in query.hint


def test_what_cannot_be_shown_is_cleaned_away() -> None:
    assert parse_query("nước\x00 \x1b[31msạch\ud800").typed == "nước␀ sạch�"


@pytest.mark.parametrize("word", ["数学", "доклад", "تقرير", "รายงาน"])
def test_words_of_any_script_are_terms(word: str) -> None:
    assert parse_query(f"title:{word} ").terms == (Term((word,), field=Field.TITLE),)


@pytest.mark.parametrize("typed", ["ſource:đài", "ıs:unread", "İn:notes"])
def test_letters_that_only_resemble_a_name_are_words(typed: str) -> None:
    query = parse_query(f"{typed} ")
    assert query.terms == (Term((typed,)),)
    assert not query.conditions
