"""What is typed into the search box, understood."""

from __future__ import annotations

import unicodedata
from datetime import datetime

import pytest

from bulletin_tui.model.article import Precision, PrintedDate
from bulletin_tui.model.search import Field, Term
from bulletin_tui.search.query import MOST_CHARACTERS, MOST_TERMS, parse_query


def words(typed: str) -> list[tuple[str, ...]]:
    """The alternatives of each term."""
    return [term.alternatives for term in parse_query(typed).terms]


def test_each_word_is_a_term() -> None:
    assert words("đổi mới giáo dục") == [("đổi",), ("mới",), ("giáo",), ("dục",)]


def test_quotes_make_a_phrase() -> None:
    assert parse_query('"nước sạch" xã').terms == (
        Term(("nước sạch",), phrase=True),
        Term(("xã",), unfinished=True),
    )


@pytest.mark.parametrize("typed", ["“nước sạch”", "„nước sạch“", "«nước sạch»"])
def test_quotes_of_any_shape_make_a_phrase(typed: str) -> None:
    assert parse_query(typed).terms == (Term(("nước sạch",), phrase=True),)


def test_a_quote_that_is_still_open_holds_the_rest() -> None:
    assert parse_query('xã "nước sạ').terms[1] == Term(("nước sạ",), phrase=True, unfinished=True)


def test_a_dash_leaves_a_word_out() -> None:
    assert parse_query('-hè -"nước sạch" -29-NQ/TW ').terms == (
        Term(("hè",), negated=True),
        Term(("nước sạch",), phrase=True, negated=True),
        Term(("29-NQ/TW",), negated=True),
    )


def test_a_dash_between_spaces_is_no_syntax() -> None:
    assert words("kinh tế - xã hội") == [("kinh",), ("tế",), ("xã",), ("hội",)]


@pytest.mark.parametrize("typed", ["thôn|bản ", "thôn | bản ", "thôn |bản| "])
def test_a_bar_joins_alternatives(typed: str) -> None:
    assert words(typed) == [("thôn", "bản")]


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("title", Field.TITLE),
        ("source", Field.SOURCE),
        ("author", Field.AUTHOR),
        ("place", Field.PLACE),
        ("doc", Field.DOCUMENT),
        ("TITLE", Field.TITLE),
    ],
)
def test_a_name_and_a_colon_tell_where_to_look(name: str, field: Field) -> None:
    assert parse_query(f"{name}:chè ").terms == (Term(("chè",), field=field),)
    assert parse_query(f"{name}: chè ").terms == (Term(("chè",), field=field),)


@pytest.mark.parametrize(
    ("typed", "value", "precision"),
    [
        ("2018", datetime(2018, 1, 1), Precision.YEAR),  # noqa: DTZ001
        ("10/2018", datetime(2018, 10, 1), Precision.MONTH),  # noqa: DTZ001
        ("18/10/2018", datetime(2018, 10, 18), Precision.DAY),  # noqa: DTZ001
        ("2018-10-18", datetime(2018, 10, 18), Precision.DAY),  # noqa: DTZ001
        ('"ngày 18 tháng 10 năm 2018"', datetime(2018, 10, 18), Precision.DAY),  # noqa: DTZ001
    ],
)
def test_dates_are_written_as_people_write_them(
    typed: str, value: datetime, precision: Precision
) -> None:
    assert parse_query(f"after:{typed}").after == PrintedDate(value, precision)
    assert parse_query(f"before:{typed}").before == PrintedDate(value, precision)


def test_not_before_a_date_is_after_it() -> None:
    assert parse_query("-before:2018").after == parse_query("after:2018").after


def test_what_is_no_date_is_searched_as_it_stands_and_said() -> None:
    query = parse_query("before:Tết chè")
    assert query.before is None
    assert [term.alternatives for term in query.terms] == [("before:Tết",), ("chè",)]
    assert "“Tết” is not a date" in query.hint


def test_a_date_that_is_still_typed_does_not_empty_the_results() -> None:
    query = parse_query("chè before:20")
    assert [term.alternatives for term in query.terms] == [("chè",)]
    assert query.hint


def test_a_name_with_nothing_behind_it_is_no_term_yet() -> None:
    query = parse_query("chè title:")
    assert [term.alternatives for term in query.terms] == [("chè",)]
    assert "behind “title:”" in query.hint


def test_an_unknown_name_is_searched_as_a_word_and_said() -> None:
    query = parse_query("colour:red")
    assert [term.alternatives for term in query.terms] == [("colour:red",)]
    assert "“colour:” is not known" in query.hint


@pytest.mark.parametrize(
    "typed", ["08:30", "Quận ủy: tổng kết", "https://example.org/a", "a:b:c d"]
)
def test_a_colon_in_running_text_asks_for_no_field(typed: str) -> None:
    assert all(term.field is Field.ANY for term in parse_query(typed).terms)


def test_a_colon_that_names_nothing_gives_no_hint() -> None:
    assert not parse_query("08:30 Quận ủy: tổng kết https://example.org/a").hint


def test_the_last_word_is_unfinished_until_a_space_or_a_quote_follows() -> None:
    assert parse_query("nước sạ").terms[-1].unfinished
    assert parse_query("xã thôn|bả").terms[-1].unfinished
    assert not parse_query("nước sạch ").terms[-1].unfinished
    assert not parse_query('"nước sạch"').terms[-1].unfinished
    assert not parse_query("nước sạch,").terms[-1].unfinished
    assert not parse_query("nước -sạ").terms[-1].unfinished


def test_only_the_last_word_is_unfinished() -> None:
    assert [term.unfinished for term in parse_query("nước sạch về").terms] == [False, False, True]


def test_what_is_typed_is_composed() -> None:
    assert words(unicodedata.normalize("NFD", "quyết")) == [("quyết",)]


def test_a_tone_typed_before_its_hat_is_put_in_order() -> None:
    assert words("e\u0301\u0302") == [("ế",)]
    assert words("u\u0323\u031b") == [("ự",)]


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


def test_what_cannot_be_shown_is_cleaned_away() -> None:
    assert parse_query("nước\x00 \x1b[31msạch\ud800").typed == "nước␀ sạch�"
