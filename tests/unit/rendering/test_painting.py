"""What a line of an article looks like."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.style import Style

from bulletin_tui.model.annotation import AnchorState, AnnotationKind, HighlightColor
from bulletin_tui.model.article import Document, InlineStyle, Span
from bulletin_tui.ui.rendering.head import ArticleHeader
from bulletin_tui.ui.rendering.overlays import Overlays, PaintedMark, RangeIndex
from bulletin_tui.ui.rendering.page import Page
from bulletin_tui.ui.rendering.painting import Painter, set_frame
from bulletin_tui.ui.rendering.palette import STYLE_NAMES
from unit.rendering.documents import (
    document_of,
    heading,
    item,
    span_of,
    table_document,
    with_inline,
)

STYLES = {name: Style(meta={name: True}) for name in STYLE_NAMES}
"""Every style leaves its name, so that a test can read which were laid over each other."""
BOOKMARK, HIGHLIGHT = AnnotationKind.BOOKMARK, AnnotationKind.HIGHLIGHT
TEXT = document_of("Hội nghị họp trong hai ngày.", "Hết.")


def painted(
    document: Document, overlays: Overlays | None = None, *, header: ArticleHeader | None = None
) -> list[list[tuple[str, set[str]]]]:
    """Each line as its stretches of text with the names of their styles; blanks left out."""
    measures, column = set_frame(60, 40)
    page = Page(document, header or ArticleHeader(), column)
    page.table.finish()
    painter = Painter(document, STYLES, Style(), measures)
    return [
        [
            (part.text.strip(), set(part.style.meta if part.style else {}))
            for part in painter.paint(page, line, overlays or Overlays())
            if part.text.strip()
        ]
        for line in range(page.height)
    ]


def marked(
    words: str, color: HighlightColor = HighlightColor.PINK, *, has_note: bool = False
) -> PaintedMark:
    return PaintedMark("1", span_of(TEXT, words), color, HIGHLIGHT, has_note)


def found_again(state: AnchorState) -> PaintedMark:
    return replace(marked("nghị"), state=state)


def test_plain_text_is_one_stretch() -> None:
    assert painted(TEXT)[0] == [("Hội nghị họp trong hai ngày.", set())]


def test_blocks_are_set_by_their_kind_and_level() -> None:
    document = document_of(heading("Lớn", 1), heading("Sâu", 6), item("việc"))
    assert painted(document)[0] == [("Lớn", {"heading-1"})]
    assert painted(document)[2] == [("Sâu", {"heading-4"})]
    assert painted(document)[4] == [("•", {"lead"}), ("việc", set())]


def test_runs_inside_a_block_may_nest() -> None:
    document = with_inline(TEXT, "họp trong hai", InlineStyle.STRONG)
    document = with_inline(document, "trong", InlineStyle.EMPHASIS)
    assert painted(document)[0][1:4] == [
        ("họp", {"strong"}),
        ("trong", {"strong", "emphasis"}),
        ("hai", {"strong"}),
    ]


def test_overlays_lie_over_each_other() -> None:
    overlays = Overlays(
        marks=RangeIndex([marked("nghị họp trong")]),
        matches=RangeIndex([span_of(TEXT, "họp"), span_of(TEXT, "ngày")]),
        current_match=span_of(TEXT, "ngày"),
        selection=span_of(TEXT, "trong hai"),
    )
    assert painted(TEXT, overlays)[0] == [
        ("♥", {"glyph-pink"}),
        ("Hội", set()),
        ("nghị", {"highlight-pink"}),
        ("họp", {"highlight-pink", "match"}),
        ("trong", {"highlight-pink", "selection"}),
        ("hai", {"selection"}),
        ("ngày", {"match-current"}),
        (".", set()),
    ]


def test_a_selection_that_ends_elsewhere_is_painted_as_far_as_the_row() -> None:
    overlays = Overlays(selection=Span(TEXT.text.index("hai"), len(TEXT.text)))
    assert painted(TEXT, overlays)[0][1] == ("hai ngày.", {"selection"})
    assert painted(TEXT, overlays)[2] == [("Hết.", {"selection"})]


@pytest.mark.parametrize(
    ("marks", "glyph"),
    [
        ([marked("nghị")], "♥"),
        ([marked("nghị", has_note=True)], "✎♥"),
        ([marked("nghị"), marked("hai", HighlightColor.BLUE)], "♥■"),
        ([found_again(AnchorState.MOVED)], "↕♥"),
        ([found_again(AnchorState.CHANGED)], "≠♥"),
        ([PaintedMark("2", Span(0, 8), None, BOOKMARK)], "◆"),
        ([PaintedMark("2", Span(0, 8), None, BOOKMARK, has_note=True)], "◈"),
        ([marked("nghị", has_note=True), PaintedMark("2", Span(0, 8), None, BOOKMARK)], "◆♥"),
    ],
)
def test_marks_have_a_glyph_where_they_begin(marks: list[PaintedMark], glyph: str) -> None:
    lines = painted(TEXT, Overlays(marks=RangeIndex(marks)))
    glyphs = [text for line in lines for text, names in line if names and "glyph" in min(names)]
    assert "".join(glyphs) == glyph


def test_the_glyph_of_a_highlight_has_its_colour_and_any_other_sign_its_own() -> None:
    marks = [marked("nghị", has_note=True), marked("trong", HighlightColor.BLUE)]
    assert painted(TEXT, Overlays(marks=RangeIndex(marks[:1])))[0][:2] == [
        ("✎", {"glyph"}),
        ("♥", {"glyph-pink"}),
    ]
    assert painted(TEXT, Overlays(marks=RangeIndex(marks[1:])))[0][0] == ("■", {"glyph-blue"})


def test_of_two_highlights_that_overlap_both_can_be_seen() -> None:
    longer, shorter = marked("họp trong hai"), marked("trong", HighlightColor.BLUE)
    line = painted(TEXT, Overlays(marks=RangeIndex([shorter, longer])))[0]
    assert [styles for words, styles in line if words in ("họp", "trong", "hai")] == [
        {"highlight-pink"},
        {"highlight-pink", "highlight-blue", "overlap"},
        {"highlight-pink"},
    ]


def test_the_shorter_of_two_highlights_is_laid_over_the_longer() -> None:
    longer, shorter = marked("họp trong hai"), marked("trong", HighlightColor.BLUE)
    styles = dict(STYLES)
    styles["highlight-pink"], styles["highlight-blue"] = Style(color="red"), Style(color="blue")
    page = Page(TEXT, ArticleHeader(), set_frame(60, 40)[1])
    page.table.finish()
    painter = Painter(TEXT, styles, Style(), set_frame(60, 40)[0])
    for marks in ([longer, shorter], [shorter, longer]):
        strip = painter.paint(page, 0, Overlays(marks=RangeIndex(marks)))
        colors = {
            part.text.strip(): part.style.color.name
            for part in strip
            if part.style and part.style.color
        }
        assert colors == {"họp": "red", "trong": "blue", "hai": "red"}


def test_the_passage_cursor_is_a_bar_along_its_block_alone() -> None:
    document = document_of("một hai " * 10, "Hết.")
    lines = painted(document, Overlays(cursor_block=0))
    assert [("▌", {"cursor"}) in line for line in lines] == [True, True, False, False]


def test_a_table_has_a_header_and_a_rule() -> None:
    lines = painted(table_document(("Năm", "Tên"), ("2021", "An")))
    assert lines[0] == [("Năm", {"table-header"}), ("Tên", {"table-header"})]
    assert lines[1] == [("━" * 9, {"rule"})]


def test_the_head_has_its_own_styles() -> None:
    lines = painted(TEXT, header=ArticleHeader("Tựa", ("12/2020",)))
    assert lines[:5] == [
        [("Tựa", {"title"})], [], [("12/2020", {"meta"})], [("─" * 40, {"rule"})], [],
    ]  # fmt: skip
