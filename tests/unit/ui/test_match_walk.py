"""Walking through matches: inside an article first, then on into the next, then around."""

from __future__ import annotations

from bulletin_tui.model.article import ArticleSummary, Span
from bulletin_tui.model.search import Hit, Tier
from bulletin_tui.ui.match_walk import next_stop


def hit(article_id: str, *starts: int) -> Hit:
    summary = ArticleSummary(
        article_id, "Tiêu đề", None, None, (), None, None, None, (), None, ("bai.md",), 10
    )
    matches = tuple(Span(start, start + 2) for start in starts)
    return Hit(summary, Tier.EXACT, "", 1.0, (), (), matches)


HITS = (hit("a", 10, 20), hit("only-its-title"), hit("b", 5))


def stop(article_id: str | None, current: int | None, cursor: int, step: int) -> tuple[str, int]:
    found = next_stop(HITS, article_id, current, cursor, step)
    assert found is not None
    return found.hit.article.id, found.index


def test_the_walk_goes_on_inside_the_article() -> None:
    assert stop("a", 0, 10, 1) == ("a", 1)
    assert stop("a", 1, 20, -1) == ("a", 0)


def test_after_the_last_match_comes_the_next_article_that_has_one() -> None:
    assert stop("a", 1, 20, 1) == ("b", 0)
    assert stop("b", 0, 5, -1) == ("a", 1)


def test_the_walk_begins_again_at_the_other_end_and_says_so() -> None:
    found = next_stop(HITS, "b", 0, 5, 1)
    assert found is not None
    assert (found.hit.article.id, found.index, found.wrapped) == ("a", 0, True)


def test_without_a_current_match_the_walk_starts_at_the_cursor() -> None:
    assert stop("a", None, 15, 1) == ("a", 1)
    assert stop("a", None, 15, -1) == ("a", 0)


def test_from_an_article_without_hits_the_walk_enters_at_the_nearest_end() -> None:
    assert stop("elsewhere", None, 0, 1) == ("a", 0)
    assert stop(None, None, 0, -1) == ("b", 0)


def test_nothing_matches_anywhere() -> None:
    assert next_stop((), "a", None, 0, 1) is None
    assert next_stop((hit("only-its-title"),), "a", None, 0, 1) is None
