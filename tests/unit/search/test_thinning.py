"""Of an article as long as a book only the passages with the words are looked at."""

from __future__ import annotations

from contextlib import closing

import pytest

from bulletin_tui.model.article import Span
from bulletin_tui.model.search import Tier
from bulletin_tui.search import entries
from bulletin_tui.search.preparing import prepare
from bulletin_tui.search.stored import StoredArticle, row_of
from bulletin_tui.search.thinning import ThinnedEntry
from bulletin_tui.services.searching import Searcher
from unit.search.articles import article, shown, titles

LINES = [f"Trang {at} kể chuyện mùa màng, đồng áng và con trâu của làng. " * 4 for at in range(60)]
LINES[7] = "Năm ấy lũ về sớm, cả xã sơ tán lên đồi."
LINES[41] = "Cuối năm, cả xã làm lại con đường; lũ về sớm không còn là chuyện lạ."
BOOK = article("Sổ làng", *LINES)


@pytest.fixture(autouse=True)
def _books_are_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "LONGEST_WHOLE", 1000)


def test_matches_lie_where_the_words_are_in_the_whole_text() -> None:
    with closing(Searcher.over([BOOK])) as searcher:
        (hit,) = searcher.find("lũ về sớm ").hits
    assert hit.tier is Tier.EXACT
    assert shown(BOOK.text, hit.matches) == ["lũ về sớm", "lũ về sớm"]
    assert [BOOK.text[each.span.start : each.span.end] for each in hit.passages] == [
        LINES[7],
        LINES[41],
    ]
    for passage in hit.passages:
        excerpt = passage.snippet
        (match,) = excerpt.matches
        at = excerpt.offset + match.start
        assert BOOK.text[at : at + len(match)] == "lũ về sớm"


def test_words_far_apart_are_found_and_unwanted_ones_rule_out() -> None:
    with closing(Searcher.over([BOOK])) as searcher:
        assert titles(searcher.find("sơ tán con đường ")) == ["Sổ làng"]
        assert titles(searcher.find("trâu -đồi ")) == []
        assert titles(searcher.find("trâu -ngựa ")) == ["Sổ làng"]


def test_a_book_found_by_its_title_alone_shows_no_passage() -> None:
    with closing(Searcher.over([BOOK])) as searcher:
        (hit,) = searcher.find("title:sổ ").hits
    assert (hit.passages, hit.matches) == ((), ())


def test_unwanted_words_do_not_hide_the_passages_that_are_wanted() -> None:
    with closing(Searcher.over([BOOK])) as searcher:
        (hit,) = searcher.find("lũ sớm -ngựa ").hits
    assert BOOK.text[hit.passages[0].span.start :].startswith(LINES[7])


def test_a_typed_mark_is_looked_for_behind_many_other_marks() -> None:
    book = article("Sổ", *["Con ma tuý hoạ trong chuyện. " * 20] * 200, "Chống má tuý giả.")
    with closing(Searcher.over([book])) as searcher:
        (hit,) = searcher.find('"má tuý"').hits
    assert shown(book.text, hit.matches) == ["má tuý"]


def test_a_row_of_words_is_found_across_two_passages() -> None:
    line = "từ " * 1500
    at = line.index(" ", 590) + 1
    book = article("Sổ", f"{line[:at]}đường làng mới mở {line[at:]}", *LINES)
    for shift in range(0, 700, 13):
        moved = article("Sổ", f"{'x' * shift} {book.text[: len(line)]}", *LINES)
        with closing(Searcher.over([moved])) as searcher:
            assert titles(searcher.find('"đường làng mới mở"')) == ["Sổ"], shift


def stored_book() -> StoredArticle:
    return row_of(prepare(BOOK), number=1, first_passage=1)


def test_passages_next_to_each_other_are_one_text_and_others_are_lines_of_their_own() -> None:
    entry = ThinnedEntry(stored_book(), [(1, 0, "một h"), (2, 5, "ai"), (5, 90, "ba")])
    assert entry.body.raw == "một hai\nba"
    assert entry.canonical([Span(4, 7), Span(8, 10)]) == (Span(4, 7), Span(90, 92))


def test_without_a_passage_there_is_an_empty_block() -> None:
    entry = ThinnedEntry(stored_book(), [])
    assert entry.canonical(entry.blocks) == (Span(0, 0),)


def test_a_text_without_blocks_is_one() -> None:
    stored = stored_book()._replace(layout="[[], []]")
    assert entries.WholeEntry(stored, "một hai").blocks == [Span(0, 7)]
