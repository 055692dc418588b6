"""Laws of painting: every line fills the pane, and a letter is painted where its place says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from bulletin_tui.model.annotation import AnnotationKind, HighlightColor
from bulletin_tui.model.article import Document, Span
from bulletin_tui.ui.rendering.head import ArticleHeader
from bulletin_tui.ui.rendering.overlays import Overlays, PaintedMark, RangeIndex
from bulletin_tui.ui.rendering.page import Page
from bulletin_tui.ui.rendering.painting import Painter, set_frame
from bulletin_tui.ui.rendering.palette import HIGHLIGHTS, STYLE_NAMES
from unit.rendering.documents import document_of, item, quote, table_document

if TYPE_CHECKING:
    from textual.strip import Strip

WIDTHS, WIDE_ENOUGH = st.integers(1, 90), st.integers(12, 90)
STARTS, LENGTHS = st.integers(0, 70), st.integers(1, 40)
MARKED = Style(underline=True)
STYLES = {name: Style() for name in STYLE_NAMES} | {
    HIGHLIGHTS[HighlightColor.GREEN]: MARKED,
}
HEADER = ArticleHeader("Báo cáo 日本 cuối năm", ("Trường Hoa Mai · 12/2020",))
DOCUMENTS = st.sampled_from(
    [
        document_of(
            "Đoạn mở đầu khá dài để phải xuống dòng vài lần.", "Đoạn 日本語 hai 👨\u200d👩 nữa."
        ),
        document_of(item("việc đầu tiên phải làm", "1."), quote("lời nói ở hội nghị"), "Hết."),
        table_document(("Năm", "Nơi học"), ("2020", "trường ở ven sông"), ("2021", "日本")),
    ]
)


def painted(document: Document, width: int, overlays: Overlays) -> list[Strip]:
    measures, column = set_frame(width, 40)
    page = Page(document, HEADER, column)
    page.table.advance(10_000)
    painter = Painter(document, STYLES, Style(), measures)
    return [painter.paint(page, number, overlays) for number in range(page.height)]


def highlight(span: Span) -> RangeIndex[PaintedMark]:
    mark = PaintedMark("1", span, HighlightColor.GREEN, AnnotationKind.HIGHLIGHT, has_note=True)
    return RangeIndex([mark])


@given(DOCUMENTS, WIDTHS, STARTS, LENGTHS)
def test_every_line_fills_the_pane_whatever_lies_over_the_text(
    document: Document, width: int, start: int, length: int
) -> None:
    span = Span(start, start + length)
    overlays = Overlays(highlight(span), RangeIndex([span]), None, span, cursor_block=0)
    for strip in painted(document, width, overlays):
        assert strip.cell_length == sum(cell_len(part.text) for part in strip) == width


@given(DOCUMENTS, WIDE_ENOUGH, STARTS, LENGTHS)
def test_exactly_the_letters_of_a_highlight_are_painted_as_one(
    document: Document, width: int, start: int, length: int
) -> None:
    strips = painted(document, width, Overlays(marks=highlight(Span(start, start + length))))
    shown = "".join(
        part.text for strip in strips for part in strip if part.style and part.style.underline
    )
    assert letters(shown) == letters(document.text[start : start + length])


def letters(text: str) -> list[str]:
    return sorted("".join(text.split()))
