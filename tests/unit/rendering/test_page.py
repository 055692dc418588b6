"""The head and the text as one run of lines."""

from __future__ import annotations

from bulletin_tui.ui.rendering.head import ArticleHeader, HeadRole, HeadRow, set_head
from bulletin_tui.ui.rendering.page import Page
from unit.rendering.documents import document_of, heading

HEADER = ArticleHeader("Kế hoạch", ("Trường Hoa Mai · Hạ Long · 6 phút", "Căn cứ 12/KH"))


def page_of(*parts: str, header: ArticleHeader = HEADER, width: int = 40) -> Page:
    page = Page(document_of(*parts), header, width)
    page.table.advance(10_000)
    return page


def test_the_text_follows_the_head() -> None:
    page = page_of("Một.", "Hai.")
    assert page.text_top == 6
    assert page.height == 6 + 3
    assert [page.row_of_line(line) for line in (0, 5, 6, 8)] == [0, 0, 0, 2]
    assert [page.line_of_row(row) for row in (0, 2)] == [6, 8]


def test_a_title_that_begins_the_text_stands_above_the_rest_of_the_head() -> None:
    document = document_of(heading("Kế hoạch", 1), "Một.")
    page = Page(document, HEADER, 40)
    page.table.advance(10_000)
    lines = [page.line(number) for number in range(page.height)]
    roles = [line.role for line in lines if isinstance(line, HeadRow)]
    assert not isinstance(lines[0], HeadRow)
    assert HeadRole.TITLE not in roles
    assert roles[0] is HeadRole.META
    assert [page.line_of_row(row) for row in (0, 2)] == [0, 6]
    assert [page.row_of_line(line) for line in (0, 1, 4, 6)] == [0, 1, 1, 2]


def test_without_a_head_the_text_begins_at_the_top() -> None:
    assert page_of("Một.", header=ArticleHeader()).text_top == 0


def test_data_about_the_article_break_between_items() -> None:
    rows = [row.text for row in set_head(HEADER, 26) if row.role is HeadRole.META]
    assert rows == ["Trường Hoa Mai · Hạ Long ·", "6 phút", "Căn cứ 12/KH"]


def test_no_row_of_data_about_the_article_begins_with_a_dot() -> None:
    rows = [row.text for row in set_head(HEADER, 24) if row.role is HeadRole.META]
    assert rows == ["Trường Hoa Mai ·", "Hạ Long · 6 phút", "Căn cứ 12/KH"]


def test_an_item_too_long_for_a_row_breaks_at_its_spaces() -> None:
    rows = [row.text for row in set_head(HEADER, 10) if row.role is HeadRole.META]
    assert rows[:2] == ["Trường Hoa", "Mai ·"]
