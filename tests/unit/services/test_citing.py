"""A citation carries where its passage comes from, as far as that is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bulletin_tui.model.article import (
    Article,
    Block,
    BlockKind,
    Document,
    Precision,
    PrintedDate,
    Span,
)
from bulletin_tui.services.citing import cite
from unit.store.samples import make_article

TEXT = "Mở đầu\nĐoạn một\nkéo dài.\nPhần hai\nĐoạn hai."
BLOCKS = (
    Block(BlockKind.PARAGRAPH, 0, 6),
    Block(BlockKind.PARAGRAPH, 7, 24),
    Block(BlockKind.HEADING, 25, 33, 2),
    Block(BlockKind.PARAGRAPH, 34, 43),
)
BARE = make_article()
DATE = PrintedDate(datetime(2024, 5, 6), Precision.DAY)  # noqa: DTZ001 - as printed
ARTICLE = replace(
    BARE,
    document=Document(TEXT, BLOCKS),
    summary=replace(
        BARE.summary, title="Họp xã", source="Báo xã", published=DATE, authors=("Vũ An",)
    ),
)


def cited(article: Article, span: Span) -> str:
    return cite(article, article.text[span.start : span.end], span)


def test_a_citation_names_author_title_source_date_heading_and_paragraph() -> None:
    assert cited(ARTICLE, Span(34, 42)) == (
        "“Đoạn hai”\n— Vũ An, “Họp xã”, Báo xã, 06/05/2024, Phần hai, ¶ 3"
    )


def test_what_is_not_known_is_left_out() -> None:
    summary = replace(ARTICLE.summary, source=None, published=None, updated=None, authors=())
    assert cited(replace(ARTICLE, summary=summary), Span(0, 6)) == "“Mở đầu”\n— “Họp xã”, ¶ 1"


def test_the_breaks_of_the_text_are_no_breaks_of_the_quote() -> None:
    assert cited(ARTICLE, Span(7, 24)).startswith("“Đoạn một kéo dài.”")
