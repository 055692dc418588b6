"""Articles are searched among those that the reader's marks leave."""

from __future__ import annotations

from dataclasses import replace

from bulletin_tui.model.search import Query, Restriction
from bulletin_tui.search.query import parse_query
from bulletin_tui.services.searching import EVERYTHING, Searcher
from unit.search.articles import ALL, BRIDGE, SCHOOLS, TEA, titles

TAGGED_TEA = replace(
    TEA,
    document=replace(TEA.document, metadata=replace(TEA.document.metadata, tags=("Nông sản",))),
)
SEARCHER = Searcher.over((SCHOOLS, BRIDGE, TAGGED_TEA))


def found(typed: str, restriction: Restriction) -> set[str]:
    """The titles of what is found under a restriction."""
    return set(titles(SEARCHER.find(typed, restriction=restriction)))


def test_only_what_may_be_found_is_found_before_the_cut() -> None:
    only = Restriction(only=frozenset({BRIDGE.id}))
    assert found("học trò ", only) == {BRIDGE.summary.title}
    without = Restriction(without=frozenset({BRIDGE.id}))
    result = SEARCHER.find("học trò ", limit=1, restriction=without)
    assert (titles(result), result.total) == ([SCHOOLS.summary.title], 1)


def test_a_correction_is_not_found_where_nothing_may_be() -> None:
    assert found("nghij quyeets ", Restriction(only=frozenset())) == set()


def test_a_condition_alone_lists_what_it_leaves() -> None:
    only = Restriction(only=frozenset({BRIDGE.id, SCHOOLS.id}))
    assert found("is:read ", only) == {BRIDGE.summary.title, SCHOOLS.summary.title}


def test_a_tag_is_the_articles_own_or_the_readers() -> None:
    def tagged(typed: str, *article_ids: str) -> set[str]:
        (term,) = (term for term in parse_query(typed).terms if term.field == "tag")
        return found(typed, Restriction(tagged={term: frozenset(article_ids)}))

    assert tagged("tag:nong ") == {TEA.summary.title}
    assert tagged("tag:nong ", BRIDGE.id) == {TEA.summary.title, BRIDGE.summary.title}
    assert tagged('tag:nong "chở nông sản"', BRIDGE.id) == {BRIDGE.summary.title}


def test_in_notes_the_words_are_those_of_the_notes() -> None:
    of_notes = Restriction(only=frozenset({SCHOOLS.id}))
    assert found("in:notes xem lại -trường ", of_notes) == {SCHOOLS.summary.title}
    assert not Query("in:notes", in_notes=True).is_empty


def test_without_a_restriction_everything_may_be_found() -> None:
    everything = Searcher.over(ALL).find("học trò ")
    assert everything.total == 2


def looser(typed: str, restriction: Restriction = EVERYTHING) -> tuple[str, int] | None:
    """The words, and the number of articles that have them, where nothing meets the conditions."""
    found = SEARCHER.find(typed, restriction=restriction).looser
    return (found.query.typed, found.total) if found is not None else None


def test_what_finds_nothing_says_what_its_words_would_find_without_conditions() -> None:
    assert looser("học trò before:1900 ") == ("học trò", 2)
    assert looser('"học trò" -học ') == ('"học trò"', 2)
    assert looser("source:học ") == ("học", 2)
    assert looser("học ", Restriction(only=frozenset())) is None
    assert looser("học is:read ", Restriction(only=frozenset())) == ("học", 2)


def test_nothing_is_said_of_words_that_are_nowhere_or_that_were_found() -> None:
    assert looser("zzzz before:1900 ") is None
    assert looser("zzzz ") is None
    assert looser("before:1900 ") is None
    assert looser("học trò after:1900|học ") is None
