"""What is said about a search."""

from __future__ import annotations

import pytest

from bulletin_tui.model.article import ArticleSummary
from bulletin_tui.model.search import (
    Decoded,
    Hit,
    NoteHit,
    Query,
    SearchResult,
    Term,
    Tier,
)
from bulletin_tui.model.snippet import Snippet
from bulletin_tui.search.query import parse_query
from bulletin_tui.ui.rendering.search_words import (
    count_words,
    decoded_words,
    empty_words,
    place_words,
    remark,
)
from bulletin_tui.words import grouped

SUMMARY = ArticleSummary(
    "a", "Tiêu đề", None, None, (), None, None, None, (), None, ("bai.md",), 10
)
QUERY = Query("cầu treo", (Term(("cầu",)), Term(("treo",))))
NOTES_ONLY = Query("in:notes cầu", (Term(("cầu",)),), in_notes=True)
NOTE = NoteHit("m", "a", Snippet("cầu treo cũ", 0, ()))


def hits(*tiers: Tier) -> tuple[Hit, ...]:
    return tuple(Hit(SUMMARY, tier, "", 1.0, (), (), ()) for tier in tiers)


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (SearchResult(Query(""), (), 0), ""),
        (SearchResult(QUERY, (), 0), "nothing found"),
        (SearchResult(QUERY, (), 0, is_complete=False), ""),
        (SearchResult(QUERY, hits(Tier.EXACT), 1), "1 article"),
        (SearchResult(QUERY, hits(*[Tier.EXACT] * 2), 1234), "2 of 1,234 articles"),
        (SearchResult(QUERY, hits(*[Tier.EXACT] * 2), 1234, is_cut=True), "2 of 1,234+ articles"),
        (SearchResult(QUERY, hits(*[Tier.EXACT] * 2), 2, is_cut=True), "2+ articles"),
        (SearchResult(QUERY, hits(Tier.EXACT), 1, is_cut=True), "1+ articles"),
        (SearchResult(QUERY, (), 0, notes=(NOTE,)), "1 own mark"),
        (SearchResult(NOTES_ONLY, hits(Tier.EXACT), 1, notes=(NOTE,)), "1 own mark"),
        (SearchResult(QUERY, hits(Tier.EXACT), 1, notes=(NOTE,) * 3), "1 article · 3 own marks"),
    ],
)
def test_how_much_was_found(result: SearchResult, words: str) -> None:
    assert count_words(result) == words


def test_where_one_stands_among_the_matches() -> None:
    assert place_words(3, 17) == "3 of 17"
    assert place_words(None, 17) == "17 matches"


def test_hits_that_are_not_exact_are_counted_by_how_they_differ() -> None:
    found = hits(Tier.FOLDED, Tier.FOLDED, Tier.TONE, Tier.CORRECTED)
    result = SearchResult(QUERY, found, 4, respelt="cầu tre")
    assert remark(result, "F7") == (
        "No exact hits: 2 without accents, 1 with other accents, 1 corrected · F7 takes “cầu tre”"
    )


def test_without_another_spelling_no_key_is_offered() -> None:
    result = SearchResult(QUERY, hits(Tier.CORRECTED), 1)
    assert remark(result, "F7") == "No exact hits: 1 corrected"


@pytest.mark.parametrize("tiers", [(), (Tier.FOLDED,), (Tier.EXACT, Tier.CORRECTED)])
def test_what_needs_no_remark_gets_none(tiers: tuple[Tier, ...]) -> None:
    assert remark(SearchResult(QUERY, hits(*tiers), len(tiers), respelt="khác"), "F7") == ""


def test_a_hint_about_the_query_comes_first() -> None:
    query = Query("before:mai", (Term(("before:mai",)),), hint="That is no date.")
    assert remark(SearchResult(query, hits(Tier.CORRECTED), 1), "F7") == "That is no date."


def test_where_nothing_was_found_the_place_decides_what_is_said() -> None:
    nothing = SearchResult(QUERY, (), 0)
    of_notes = SearchResult(NOTES_ONLY, (), 0)
    said = {
        empty_words(nothing, in_article=False),
        empty_words(nothing, in_article=True),
        empty_words(of_notes, in_article=False),
    }
    assert len(said) == 3
    assert all("cầu" in sentence for sentence in said)


def test_the_words_that_keys_were_read_as_are_shown() -> None:
    assert decoded_words((Decoded("caauf", "cầu"), Decoded("treo", "treo"))) == (
        "→ cầu treo (Telex)"
    )
    assert decoded_words((Decoded("ca6u2", "cầu"),)) == "→ cầu (VNI)"
    assert decoded_words(()) == ""


def test_what_was_not_searched_is_said_before_how_hits_are_spelt() -> None:
    result = SearchResult(QUERY, hits(Tier.TONE), 1, articles=1200, unsearched=1000)
    assert remark(result, "F7") == (
        "Searched so far: 200 of 1,200 articles; of the others, titles and names."
    )
    assert "yet" in empty_words(SearchResult(QUERY, (), 0, unsearched=1), in_article=False)


def test_thousands_stand_apart() -> None:
    assert [grouped(number) for number in (7, 1234, 1234567)] == ["7", "1,234", "1,234,567"]


def test_nothing_found_says_what_else_a_date_or_a_condition_asks_for() -> None:
    def words(typed: str) -> str:
        return empty_words(SearchResult(parse_query(typed, is_final=True), (), 0), in_article=False)

    assert "after:10/2018" in words("10/2018")
    assert "after:" not in words("tháng 10 năm 2018")
    assert words("before:2018") == "Nothing here answers “before:2018”."


def test_nothing_found_under_conditions_says_what_the_words_alone_would_find() -> None:
    loose = SearchResult(QUERY, (), 1200, is_cut=True)
    result = SearchResult(parse_query("cầu treo before:1900 "), (), 0, looser=loose)
    assert empty_words(result, in_article=False).endswith(
        "Without its conditions, “cầu treo” finds 1,200+ articles."
    )
    assert "1,200" not in empty_words(result, in_article=True)


def test_no_mark_is_said_to_have_a_condition_as_its_words() -> None:
    nothing = SearchResult(parse_query("in:notes", is_final=True), (), 0)
    assert empty_words(nothing, in_article=False) == "None of your marks answers “in:notes”."
