"""The list of marks as rows, and how each is set."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from bulletin_tui.model.annotation import (
    AnchorState,
    AnnotationKind,
    HighlightColor,
    OtherNote,
    PlacedAnnotation,
)
from bulletin_tui.services.marks.arranging import ArrangedMarks, Grouping
from bulletin_tui.services.marks.filtering import parse_filter
from bulletin_tui.ui.rendering.annotation_lines import mark_row
from bulletin_tui.ui.rendering.annotation_rows import AnnotationRows
from bulletin_tui.ui.rendering.list_rows import Role
from unit.services.listing import HARBOUR, listed, mark_list
from unit.store.samples import NOW

if TYPE_CHECKING:
    from bulletin_tui.services.marks.listed import ListedMark
    from bulletin_tui.ui.rendering.list_rows import ListRow, RowLine

MARKS = mark_list(
    listed("one", note="Hỏi lại"), listed("two", article=HARBOUR), listed("gone", deleted=True)
)


def rows(typed: str = "", grouping: Grouping = Grouping.ARTICLE) -> AnnotationRows:
    return AnnotationRows(ArrangedMarks(MARKS, grouping), parse_filter(typed))


def shown(found: AnnotationRows) -> list[str]:
    marks = (found.mark_at(index) for index in range(len(found)))
    return [mark.id if mark is not None else "-" for mark in marks]


def row_of(mark: ListedMark, words: str = "", **details: Any) -> ListRow:
    return mark_row(mark, words, **{"width": 80, "device": "", **details})


def lines(*args: object, **details: object) -> list[str]:
    return [line.text.strip() for line in row_of(listed(*args, **details)).lines]  # type: ignore[arg-type]


def set_parts(line: RowLine) -> list[tuple[str, Role]]:
    """The parts of a line that are set otherwise than the rest."""
    return [(line.text[span.start : span.end], span.role) for span in line.spans]


def test_every_group_that_has_marks_has_a_heading() -> None:
    assert shown(rows()) == ["-", "one", "-", "two"]
    assert shown(rows("hoi lai")) == ["-", "one"]
    assert shown(rows("is:removed")) == ["-", "gone"]


def test_a_mark_in_two_groups_counts_once() -> None:
    twice = mark_list(listed(tags=("đê", "kinh tế")))
    found = AnnotationRows(ArrangedMarks(twice, Grouping.TAG))
    assert (len(found), found.count) == (4, 1)


def test_a_row_is_found_again_by_its_key_also_in_another_group() -> None:
    key = rows().key_at(3)
    assert rows().find(key) == 3
    assert rows("ben ca").find(key) == 1
    assert rows("hoi lai").find(key) is None
    assert rows(grouping=Grouping.DATE).find(key) is not None


def unsettled(*settled: str) -> AnnotationRows:
    """Three marks that have moved, but for those that are `settled` by now."""
    names = ("first", "second", "third")
    marks = [
        listed(name, state=AnchorState.KEPT if name in settled else AnchorState.MOVED)
        for name in names
    ]
    return AnnotationRows(ArrangedMarks(mark_list(*marks)))


def followed_by(row: int, *settled: str) -> str | None:
    found = unsettled(*settled)
    index = found.find_next_unsettled(unsettled(), row)
    mark = found.mark_at(index)
    return mark.id if mark is not None else None


def test_what_is_settled_is_followed_by_what_is_not() -> None:
    assert shown(unsettled()) == ["-", "first", "second", "third"]
    assert followed_by(1, "first") == "second"
    assert followed_by(2, "second") == "third"
    assert followed_by(3, "third") == "second"
    assert followed_by(1, "first", "second") == "third"


def test_nothing_follows_what_is_not_settled_or_was_the_last() -> None:
    assert followed_by(1) is None
    assert followed_by(1, "second") is None
    assert followed_by(1, "first", "second", "third") is None
    assert rows("hoi lai").find_next_unsettled(rows(), 3) is None


def test_a_mark_is_told_by_a_glyph_and_by_the_name_of_its_colour() -> None:
    glyphs = {color: lines(color=color, tags=())[0][0] for color in HighlightColor}
    assert len(set(glyphs.values())) == len(HighlightColor)
    assert lines(color=HighlightColor.PINK, tags=()) == ["♥ mô hình nuôi ong", "pink · 01/03/2026"]


def test_the_glyph_has_the_colour_and_stands_behind_a_tick() -> None:
    first, *_others = row_of(listed(color=HighlightColor.PINK), is_ticked=True).lines
    assert set_parts(first) == [("✓", Role.TITLE), ("♥", Role.PINK)]
    first, *_others = row_of(listed(kind=AnnotationKind.BOOKMARK, color=None)).lines
    assert set_parts(first) == [(" ", Role.TITLE), ("◆", Role.TITLE)]


def test_a_removed_mark_says_so() -> None:
    assert lines(deleted=True, tags=()) == ["● mô hình nuôi ong", "removed · yellow · 01/03/2026"]


def test_what_changed_is_shown_as_it_was_and_as_it_is() -> None:
    row = row_of(changed())
    texts = [line.text.strip() for line in row.lines]
    assert texts[:2] == ["● - mô hình nuôi ong", "+ mô hình nuôi dê"]
    assert texts[2].startswith("yellow · 01/03/2026")
    assert set_parts(row.lines[0])[2:] == [("ong", Role.OLD)]
    assert set_parts(row.lines[1]) == [("dê", Role.NEW)]


def test_the_note_of_what_changed_stands_before_its_data() -> None:
    row = row_of(changed(note="hỏi\nlại ông Sơn", tags=()), "lai")
    assert row.lines[2].text == "  ✎ hỏi lại ông Sơn · yellow · 01/03/2026"
    data = (" · yellow · 01/03/2026", Role.MUTED)
    assert set_parts(row.lines[2]) == [("lại", Role.MATCH), data]


def test_the_note_of_what_changed_begins_where_the_first_word_of_the_filter_is_seen() -> None:
    note = "Cần hỏi lại hợp tác xã về số thùng ong và giá mật năm ngoái"
    row = row_of(changed(note=note), "ngoai mat", width=30)
    assert row.lines[2].text.startswith("  ✎ …ong và giá mật năm ngoái · yellow")


def test_a_row_begins_where_the_first_word_of_the_filter_is_seen() -> None:
    note = "Cần hỏi lại hợp tác xã về số thùng ong và giá mật năm ngoái"
    row = row_of(listed(note=note), "ngoai mat", width=30)
    assert row.lines[0].text == " ● mô hình nuôi ong"
    assert row.lines[1].text == "  ✎ …ong và giá mật năm ngoái"
    assert set_parts(row.lines[1]) == [("mật", Role.MATCH), ("ngoái", Role.MATCH)]


@pytest.mark.parametrize("width", [1, 3, 8, 20, 40])
def test_the_first_match_is_seen_in_so_many_cells(width: int) -> None:
    row = row_of(listed(note=f"{'số liệu ' * 9}giá mật ong"), "gia", width=width)
    (match,) = row.lines[1].spans
    assert match.start < max(width, 6)


def test_a_row_whose_words_are_seen_anyway_begins_at_its_beginning() -> None:
    row = row_of(listed(note="Cần hỏi lại hợp tác xã về giá mật"), "hoi", width=30)
    assert row.lines[1].text == "  ✎ Cần hỏi lại hợp tác xã về giá mật"


def changed(**details: object) -> ListedMark:
    mark = listed(state=AnchorState.CHANGED, **details)  # type: ignore[arg-type]
    placed = PlacedAnnotation(mark.annotation, AnchorState.CHANGED, None, "mô hình nuôi dê")
    return replace(mark, placed=placed)


def test_a_bookmark_is_called_by_its_label() -> None:
    details = {"kind": AnnotationKind.BOOKMARK, "color": None, "note": "Chỗ cần hỏi"}
    assert lines(**details)[:2] == ["◆ Chỗ cần hỏi", "mô hình nuôi ong…"]


def test_what_another_device_wrote_stands_under_the_note() -> None:
    others = (OtherNote("Ý khác", "3f2a9c", NOW),)
    assert lines(note="Ý này", other_notes=others)[1:] == [
        "✎ Ý này",
        "⇄ other version from 3f2a: Ý khác",
    ]
    row = row_of(listed(note="Ý này", other_notes=others), device="3f2a9c")
    assert row.lines[2].text == "  ⇄ other version from this device: Ý khác"


def test_the_words_of_the_filter_are_seen_in_what_another_device_wrote_too() -> None:
    others = (OtherNote("Cần hỏi lại về giá mật năm ngoái", "3f2a9c", NOW),)
    row = row_of(listed(note="Ý này", other_notes=others), "mat", width=50)
    assert row.lines[2].text == "  ⇄ other version from 3f2a: …về giá mật năm ngoái"
    assert set_parts(row.lines[2]) == [("mật", Role.MATCH)]


def test_where_marks_of_several_articles_mix_each_names_its_own() -> None:
    texts = [line.text for line in row_of(listed(), names_article=True).lines]
    assert HARBOUR.title not in texts[-1]
    assert listed().article.title in texts[-1]
