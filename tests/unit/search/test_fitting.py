"""What an article's data says to a query, whatever its text."""

from __future__ import annotations

import pytest

from bulletin_tui.search.fitting import asks_for_data, data_fits
from bulletin_tui.search.query import parse_query
from unit.search.articles import SCHOOLS


@pytest.mark.parametrize(
    "typed",
    [
        "title:trường ",
        "source:muong khuong ",
        'place:"Lào Cai"',
        "doc:12-NQ/HU ",
        "before:2019 ",
        "after:10/2018 ",
        "-source:báo ",
        "author:mây|lan ",
        "source:huyện nghị quyết ",
    ],
)
def test_an_article_fits_what_is_known_about_it(typed: str) -> None:
    assert asks_for_data(parse_query(typed))
    assert data_fits(parse_query(typed), SCHOOLS.summary)


@pytest.mark.parametrize(
    "typed", ["title:cầu ", "-source:huyện ", "before:2018 ", "title:trường source:báo "]
)
def test_one_thing_that_is_otherwise_is_enough_not_to_fit(typed: str) -> None:
    assert not data_fits(parse_query(typed), SCHOOLS.summary)


def test_words_of_the_text_are_not_asked_for_here() -> None:
    assert not asks_for_data(parse_query("nghị quyết -cầu "))
    assert data_fits(parse_query("thuyền -trường "), SCHOOLS.summary)
