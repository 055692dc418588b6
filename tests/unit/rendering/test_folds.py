"""Folded lines: one row that stands for them, and their own rows once they are open."""

from __future__ import annotations

from dataclasses import replace

from rich.style import Style

from bulletin_tui.model.annotation import AnnotationKind, HighlightColor
from bulletin_tui.model.article import Article, Boilerplate, Span
from bulletin_tui.ui.rendering.contents import contents
from bulletin_tui.ui.rendering.folds import Folds, Shown, fold_label
from bulletin_tui.ui.rendering.head import ArticleHeader, HeadRow
from bulletin_tui.ui.rendering.overlays import Overlays, PaintedMark, RangeIndex
from bulletin_tui.ui.rendering.page import Page
from bulletin_tui.ui.rendering.painting import GUTTER, Painter, set_frame
from bulletin_tui.ui.rendering.palette import STYLE_NAMES
from bulletin_tui.ui.rendering.progress import ProgressMeter
from bulletin_tui.ui.rendering.selecting import Selecting, Sentences, Words
from bulletin_tui.ui.rendering.wrap import WrapTable
from unit.rendering.documents import document_of, doubtful, folded, heading, span_of
from unit.store.samples import ARTICLE

PAGE = document_of(
    folded("Trang chủ", Boilerplate.NAVIGATION),
    folded("Đang xem: 12"),
    heading("Họp xã Hoa Mai", level=1),
    "Xã họp sáng nay. Mọi người đều đến.",
    folded("Hôm qua: 340"),
    folded("Tháng này: 9 000"),
    folded("Bản quyền của xã", Boilerplate.FOOTER),
    "Chiều nay họp tiếp.",
    folded("Lên đầu trang", Boilerplate.CONTROL),
)
SHUT = Folds.of(PAGE)


def lines_of(folds: Folds, width: int = 60) -> list[str]:
    table = WrapTable(PAGE, width, folds)
    table.finish()
    lines = []
    for number in range(len(table)):
        row = table.row(number)
        pieces = "".join(PAGE.text[piece.start : piece.end] for piece in row.pieces)
        is_open = row.fold is not None and folds.is_open(row.fold)
        fold = fold_label(row.fold, is_open=is_open, marks=0, width=width) if row.fold else ""
        lines.append(fold + pieces)
    return lines


def test_a_run_of_folded_blocks_is_one_row() -> None:
    assert lines_of(SHUT) == [
        "▸ 2 lines folded: navigation, counters",
        "",
        "",
        "Họp xã Hoa Mai",
        "",
        "Xã họp sáng nay. Mọi người đều đến.",
        "",
        "▸ 3 lines folded: counters, footer",
        "",
        "Chiều nay họp tiếp.",
        "",
        "▸ 1 line folded: buttons",
    ]


def test_an_open_run_has_its_lines_below_its_row_close_together() -> None:
    lines = lines_of(SHUT.with_open(SHUT.runs[1], is_open=True))
    assert lines[7:12] == [
        "▾ 3 lines folded: counters, footer",
        "Hôm qua: 340",
        "Tháng này: 9 000",
        "Bản quyền của xã",
        "",
    ]


def test_all_runs_open_and_close_at_once() -> None:
    everything = SHUT.with_all_open(are_open=True)
    assert everything.closed == ()
    assert everything.with_all_open(are_open=False) == SHUT


def test_opening_and_closing_a_run_leaves_what_a_new_table_would_have() -> None:
    table = WrapTable(PAGE, 12)
    for folds in (SHUT, SHUT.with_all_open(are_open=True), SHUT):
        table.set_folds(folds)
        table.finish()
        fresh = WrapTable(PAGE, 12, folds)
        fresh.finish()
        assert list(map(table.row, range(len(table)))) == list(map(fresh.row, range(len(fresh))))


def test_every_offset_of_a_closed_run_stands_on_its_row_and_the_row_on_its_start() -> None:
    table = WrapTable(PAGE, 60, SHUT)
    table.finish()
    run = SHUT.runs[1]
    assert {table.place(offset) for offset in range(run.span.start, run.span.end)} == {(7, 0)}
    assert table.first_offset(7) == run.span.start
    assert table.cluster_at(7, 20) == Span(run.span.start, run.span.start)


def test_a_mark_in_a_closed_run_has_its_row_painted_again() -> None:
    table = WrapTable(PAGE, 60, SHUT)
    table.finish()
    assert table.rows_of(span_of(PAGE, "Tháng này")) == range(7, 8)


def test_the_row_of_an_open_run_is_painted_again_with_its_first_line() -> None:
    table = WrapTable(PAGE, 60, SHUT.with_all_open(are_open=True))
    table.finish()
    rows = table.rows_of(span_of(PAGE, "Hôm qua"))
    assert [table.row(row).fold is not None for row in rows] == [True, False]


def test_how_many_lines_and_marks_there_are_outlasts_what_they_are() -> None:
    label = fold_label(SHUT.runs[1], is_open=False, marks=2, width=32)
    assert label == "▸ 3 lines folded: cou… · 2 marks"


def test_the_row_of_a_run_tells_of_the_marks_in_it() -> None:
    span = span_of(PAGE, "Tháng này")
    mark = PaintedMark("1", span, HighlightColor.GREEN, AnnotationKind.HIGHLIGHT)
    overlays = Overlays(marks=RangeIndex((mark,)))
    page = Page(PAGE, ArticleHeader(), 60, SHUT)
    page.table.finish()
    styles = dict.fromkeys(STYLE_NAMES, Style())
    painter = Painter(PAGE, styles, Style(), set_frame(60 + GUTTER + 1, 60)[0])
    assert painter.paint(page, 7, overlays).text.strip().endswith("footer · 1 mark")
    assert "mark" not in painter.paint(page, 7, Overlays()).text


def test_the_head_stands_below_the_title_also_where_lines_are_folded_above_it() -> None:
    page = Page(PAGE, ArticleHeader("Họp xã Hoa Mai", ("Báo xã",)), 60, SHUT)
    page.table.finish()
    heads = [n for n in range(page.height) if isinstance(page.line(n), HeadRow)]
    assert heads[0] == 4
    page.set_folds(SHUT.with_all_open(are_open=True))
    heads = [n for n in range(page.height) if isinstance(page.line(n), HeadRow)]
    assert heads[0] == 6


def test_sentences_and_words_of_closed_runs_are_passed_over() -> None:
    last, behind = span_of(PAGE, "Mọi người đều đến."), span_of(PAGE, "Chiều nay họp tiếp.")
    selecting = Selecting(last.start, last.end)
    grown = selecting.step(Shown(Sentences(PAGE), SHUT), 1)
    assert grown.head == behind.end
    assert grown.step(Shown(Sentences(PAGE), SHUT), -1).head == last.end
    assert selecting.step(Shown(Words(PAGE.text), SHUT), 1).head == behind.start + len("Chiều")


def test_progress_counts_the_paragraphs_and_words_of_the_report_alone() -> None:
    progress = ProgressMeter(PAGE).measure(0, span_of(PAGE, "Chiều nay họp tiếp.").end, 3)
    assert (progress.paragraph, progress.paragraphs) == (1, 2)
    assert progress.words_left == 4 + 8 + 4
    assert progress.percent == 100


def test_what_may_belong_to_the_report_is_shown_and_not_counted() -> None:
    document = document_of("Tin thứ nhất.", doubtful("Tin khác"))
    table = WrapTable(document, 60, Folds.of(document))
    table.finish()
    assert [row.fold for row in map(table.row, range(len(table)))] == [None, None, None]
    assert ProgressMeter(document).measure(0, 5, 0).paragraphs == 1


def test_headings_of_folded_lines_are_not_in_the_contents() -> None:
    block, text = heading("Tin liên quan")
    related = replace(block, boilerplate=Boilerplate.RELATED, is_folded=True), text
    document = document_of(heading("Mở đầu"), "Một.", related)
    article = Article(ARTICLE.summary, document, "")
    assert [place.label for place in contents(article, ())] == ["Mở đầu"]
