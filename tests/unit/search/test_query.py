"""What is typed into the search box, understood."""

from __future__ import annotations

import unicodedata

import pytest

from bulletin_tui.model.search import Term
from bulletin_tui.search.query import parse_query


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
