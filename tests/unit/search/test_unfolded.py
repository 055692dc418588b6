"""Folded lines are not searched, but for those of the open article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.model.article import Article, Boilerplate, Span
from bulletin_tui.search.shelf import index_in_memory
from bulletin_tui.search.thinning import LONGEST_WHOLE
from bulletin_tui.search.unfolded import unfolded
from bulletin_tui.services.searching import ArticleSearcher, Searcher
from unit.search.articles import article

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def folded_last(whole: Article) -> Article:
    *others, last = whole.document.blocks
    folded = replace(last, boilerplate=Boilerplate.FOOTER, is_folded=True)
    return replace(whole, document=replace(whole.document, blocks=(*others, folded)))


PAGE = folded_last(article("Họp xã", "Xã họp về trường học.", "Bản quyền của cổng thông tin."))
LONG = folded_last(
    article("Sách", *["Chuyện làng xưa kể lại. " * 9] * 1000, "Bản quyền của cổng thông tin.")
)
SEARCHERS: list[Callable[[Sequence[Article]], Searcher]] = [
    Searcher.over,
    lambda articles: Searcher(index_in_memory(articles)),
]


@pytest.mark.parametrize("searcher", SEARCHERS)
def test_words_that_are_only_folded_find_nothing(
    searcher: Callable[[Sequence[Article]], Searcher],
) -> None:
    assert len(LONG.text) > LONGEST_WHOLE
    both = searcher([PAGE, LONG])
    assert both.find("bản quyền").hits == ()
    assert [hit.article.id for hit in both.find("trường học -quyền").hits] == [PAGE.id]
    assert [hit.article.id for hit in both.find("làng -quyền").hits] == [LONG.id]


def test_the_search_in_the_open_article_finds_what_is_folded_too() -> None:
    (hit,) = ArticleSearcher().find(PAGE, "quyền").hits
    assert [PAGE.text[span.start : span.end] for span in hit.matches] == ["quyền"]


def test_an_article_with_folded_lines_comes_out_of_the_index_as_it_went_in() -> None:
    stored = index_in_memory([PAGE])
    assert Searcher(stored).find("trường").hits[0].passages[0].snippet.text.startswith("Xã họp")


def test_what_is_folded_is_blank_in_a_text_of_the_same_length() -> None:
    assert unfolded("một hai ba", [Span(4, 7)]) == "một \n\n\n ba"
    assert unfolded("hai ba", [Span(0, 2), Span(4, 7)], start=4) == "\n\n\n ba"
