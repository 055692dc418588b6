"""Rows of what was found: passages, places in the open article, own marks."""

from __future__ import annotations

from bulletin_tui.importers.parsing import parse
from bulletin_tui.model.article import Article, ArticleSummary, Span
from bulletin_tui.model.search import (
    Hit,
    NoteHit,
    Passage,
    Query,
    SearchResult,
    Term,
    Tier,
)
from bulletin_tui.model.snippet import Snippet
from bulletin_tui.ui.rendering.hit_rows import (
    MOST_NOTES,
    MOST_PASSAGES,
    HitRow,
    NoteRow,
    PlaceRow,
    hit_rows,
    note_rows,
    place_rows,
)

TEXT = (
    "# Cầu mới\n\nCầu treo dài tám mươi mét, cầu gỗ cũ đã mục.\n\n"
    "Dân bản góp công.\n\n## Đường lên\n\nTừ cầu đi lên là dốc.\n"
)
SUMMARY = ArticleSummary(
    "a", "Cầu mới", "Tin bản", None, (), None, None, None, (), None, ("bai.md",), 30
)
DOCUMENT = parse(TEXT.encode(), "bai.md")
ARTICLE = Article(SUMMARY, DOCUMENT, "")


def found(word: str) -> Hit:
    folded, spans, at = DOCUMENT.text.lower(), [], 0
    while (at := folded.find(word, at)) >= 0:
        spans.append(Span(at, at + len(word)))
        at += len(word)
    return Hit(SUMMARY, Tier.EXACT, "", 1.0, (), (), tuple(spans))


def shown(row: HitRow | NoteRow | PlaceRow) -> list[str]:
    return [line.text for line in row.lines(60, 5)]


def note(number: int) -> NoteHit:
    return NoteHit(f"m{number}", "a", Snippet("cầu gỗ: xem lại", 0, (Span(0, 3),)))


def test_every_block_of_the_article_with_a_match_is_one_row_in_reading_order() -> None:
    rows = place_rows(found("cầu"), ARTICLE)
    assert [len(row.matches) for row in rows] == [1, 2, 1]
    assert [row.offset for row in rows] == sorted(row.offset for row in rows)
    assert all(row.holds(row.offset) for row in rows)


def test_a_place_is_named_by_its_paragraph_and_heading() -> None:
    *_others, last = place_rows(found("cầu"), ARTICLE)
    label, *excerpt = shown(last)
    assert label == "¶ 3 · Đường lên"
    assert excerpt == ["Từ cầu đi lên là dốc."]


def test_an_article_takes_so_many_rows_and_its_title_stands_on_the_first() -> None:
    passage = Passage(Span(0, 5), (), Snippet("Cầu treo", 0, ()))
    hit = Hit(SUMMARY, Tier.EXACT, "", 1.0, (), (passage,) * 9, ())
    rows = hit_rows(SearchResult(Query("cầu", (Term(("cầu",)),)), (hit,), 1))
    assert len(rows) == MOST_PASSAGES
    assert [shown(row)[0] == "Cầu mới" for row in rows] == [True, False, False, False, False]


def test_own_marks_take_few_rows_and_the_last_one_says_how_many_more_there_are() -> None:
    query = Query("cầu", (Term(("cầu",)),))
    result = SearchResult(query, (), 0, notes=tuple(note(number) for number in range(6)))
    rows = note_rows(result, ["Cầu mới"] * 6)
    assert len(rows) == MOST_NOTES
    assert "4 more" in shown(rows[-1])[0]
    assert shown(rows[0])[1:] == ["Cầu mới", "cầu gỗ: xem lại"]


def test_own_marks_are_all_shown_where_they_alone_are_asked_for() -> None:
    query = Query("in:notes cầu", (Term(("cầu",)),), in_notes=True)
    result = SearchResult(query, (), 0, notes=tuple(note(number) for number in range(6)))
    rows = note_rows(result, [""] * 6)
    assert len({row.key for row in rows}) == 6
    assert "gone" in shown(rows[0])[1]
