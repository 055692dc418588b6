"""Looking words up in the tables finds what reading every text would find."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_tui.model.article import Boilerplate
from bulletin_tui.model.search import Tier
from bulletin_tui.search.matching import Slot, find_all
from bulletin_tui.search.periods import is_between
from bulletin_tui.search.query import parse_query
from bulletin_tui.search.readings import typed_readings
from bulletin_tui.search.shelf import index_in_memory
from bulletin_tui.search.texts import ArticleEntry
from bulletin_tui.search.unfolded import folded_spans
from bulletin_tui.services.searching import Searcher
from properties.test_search_finding import ARTICLES, TYPED

if TYPE_CHECKING:
    from bulletin_tui.model.article import Article
    from bulletin_tui.model.search import Query


@settings(deadline=None, max_examples=300)
@given(ARTICLES, TYPED)
def test_every_article_that_has_the_words_is_found(articles: list[Article], typed: str) -> None:
    query = parse_query(typed)
    having = {each.id for each in articles if has_all(each, query)}
    found = Searcher.over(articles).find(typed, decodes_keys=False).hits
    assert having <= {hit.article.id for hit in found}
    assert {hit.article.id for hit in found if hit.tier <= Tier.FOLDED} <= having


@settings(deadline=None, max_examples=150)
@given(ARTICLES, TYPED, st.data())
def test_folded_lines_are_in_no_hit_and_keep_no_article_from_being_found(
    articles: list[Article], typed: str, data: st.DataObject
) -> None:
    partly = [partly_folded(each, data) for each in articles]
    query = parse_query(typed)
    having = {each.id for each in partly if has_all(each, query)}
    for searcher in (Searcher.over(partly), Searcher(index_in_memory(partly))):
        found = searcher.find(typed, decodes_keys=False).hits
        assert having <= {hit.article.id for hit in found}
        assert {hit.article.id for hit in found if hit.tier <= Tier.FOLDED} <= having
        for hit in found:
            document = next(each.document for each in partly if each.id == hit.article.id)
            folded = folded_spans(document.blocks)
            assert not any(match.overlaps(span) for match in hit.matches for span in folded)


def partly_folded(whole: Article, data: st.DataObject) -> Article:
    blocks = tuple(
        replace(block, boilerplate=Boilerplate.RELATED, is_folded=data.draw(st.booleans()))
        for block in whole.document.blocks
    )
    return replace(whole, document=replace(whole.document, blocks=blocks))


def has_all(article: Article, query: Query) -> bool:
    """Whether an article answers a query by its words as they were typed, its text read through."""
    entry = ArticleEntry(article)
    if query.is_empty or not is_between(article.summary.dated, query.after, query.before):
        return False
    slots = {
        negated: [
            Slot(term, typed_readings(term, is_strict=True))
            for term in query.terms
            if term.negated is negated
        ]
        for negated in (False, True)
    }
    wanted = find_all(entry, slots[False]) if slots[False] else True
    return bool(wanted) and not any(find_all(entry, [slot]) for slot in slots[True])
