"""Bookmarks stand among the headings, by their names."""

from __future__ import annotations

from bulletin_tui.model.annotation import AnchorState, AnnotationKind, PlacedAnnotation
from bulletin_tui.model.article import Article, Span
from bulletin_tui.ui.rendering.contents import contents
from unit.rendering.documents import document_of, heading
from unit.services.listing import annotation
from unit.store.samples import ARTICLE

TEXT = document_of(heading("Đầu", 2), heading("Sâu", 3), "Một đoạn.", heading("Cuối", 2), "Hết.")


def bookmark(words: str, note: str = "") -> PlacedAnnotation:
    start = TEXT.text.index(words)
    mark = annotation(kind=AnnotationKind.BOOKMARK, note=note)
    return PlacedAnnotation(mark, AnchorState.KEPT, Span(start, start + len(words)))


def lines(*bookmarks: PlacedAnnotation) -> list[tuple[str, int]]:
    article = Article(ARTICLE.summary, TEXT, "")
    return [(place.label, place.depth) for place in contents(article, bookmarks)]


def test_headings_are_as_deep_as_their_levels_are_apart() -> None:
    assert lines() == [("Đầu", 0), ("Sâu", 1), ("Cuối", 0)]


def test_a_bookmark_stands_below_its_heading_under_its_name() -> None:
    assert lines(bookmark("Một đoạn", "Chỗ cần hỏi\nthêm")) == [
        ("Đầu", 0),
        ("Sâu", 1),
        ("◆ Chỗ cần hỏi", 2),
        ("Cuối", 0),
    ]


def test_a_bookmark_without_a_name_is_called_by_its_words() -> None:
    assert lines(bookmark("Hết"))[-1] == ("◆ mô hình nuôi ong…", 1)
