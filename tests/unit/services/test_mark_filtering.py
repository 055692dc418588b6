"""What is typed above the list of marks narrows it, with or without accents."""

from __future__ import annotations

import pytest

from bulletin_tui.model.annotation import AnchorState, AnnotationKind, HighlightColor, OtherNote
from bulletin_tui.services.marks.filtering import parse_filter
from bulletin_tui.services.marks.listed import MarkedText, list_mark
from bulletin_tui.ui.panes.annotations.mark_list import CONDITIONS
from bulletin_tui.words import _, use_language
from unit.services.listing import HARBOUR, annotation, listed, mark_list
from unit.store.samples import NOW

MARKS = mark_list(
    listed("yellow", color=HighlightColor.YELLOW, tags=("giáo dục",), note="Hỏi phòng thống kê"),
    listed("green", color=HighlightColor.GREEN, tags=("kinh tế", "số liệu"), article=HARBOUR),
    listed("place", color=None, kind=AnnotationKind.BOOKMARK, tags=()),
    listed("orphan", color=HighlightColor.BLUE, state=AnchorState.ORPHAN, tags=()),
    listed("changed", color=HighlightColor.PINK, state=AnchorState.CHANGED, tags=()),
    listed("moved", color=HighlightColor.ORANGE, state=AnchorState.MOVED, tags=()),
    listed("other", other_notes=(OtherNote("Ý khác", "may-tinh", NOW),), tags=()),
    listed("gone", deleted=True, tags=("giáo dục",)),
)


def fitting(typed: str) -> list[str]:
    found = parse_filter(typed).fitting(MARKS)
    return [MARKS.marks[index].id for index in sorted(found)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("thong ke", ["yellow"]),
        ("thống kê hỏi", ["yellow"]),
        ("thông kê", []),
        ("ben ca", ["green"]),
        ("tag:giao", ["yellow"]),
        ("nhãn:giáo", ["yellow"]),
        ('tag:"so lieu"', ["green"]),
        ("-tag:giao -tag:kinh is:noted", []),
        ("color:gr", ["green"]),
        ("màu:vang", ["yellow", "other"]),
        ("color:xanh", ["green", "orphan"]),
        ("tag:⭐", []),
        ("source:bao", ["green"]),
        ("nguồn:biển", ["green"]),
        ("kind:bookmark", ["place"]),
        ("loại:đánhdấu", ["place"]),
        ("is:orphan", ["orphan"]),
        ("is:changed", ["changed"]),
        ("is:moved", ["moved"]),
        ("is:noted", ["yellow"]),
        ("is:conflict", ["other"]),
        ("là:đãxoá", ["gone"]),
        ("-is:removed is:noted", ["yellow"]),
        ("is:removed tag:giao", ["gone"]),
        ("y khac", ["other"]),
        ("is:bookmarked", ["place"]),
        ("is:bookmark", ["place"]),
        ("là:dấu-trang", ["place"]),
        ("is:highlight -is:kept", ["orphan", "changed", "moved"]),
        ("is:highlighted is:kept", ["yellow", "green", "other"]),
        ("là:giữ-nguyên là:tô-màu", ["yellow", "green", "other"]),
        ("là:da-xoa", ["gone"]),
        ('la:"đã xóa"', ["gone"]),
        ("là:đổi", ["changed"]),
        ("là:doi", ["changed", "moved"]),
        ("là:đã-dời", ["moved"]),
        ("là:dời", ["moved"]),
        ("là:không-còn-chỗ", ["orphan"]),
    ],
)
def test_the_marks_that_fit_are_found(typed: str, found: list[str]) -> None:
    assert fitting(typed) == found


@pytest.mark.parametrize("typed", ["", "   ", "tag:", "is:", "-"])
def test_nothing_is_left_out_before_something_is_asked(typed: str) -> None:
    assert len(fitting(typed)) == len(MARKS.marks) - 1


@pytest.mark.parametrize("typed", ["is:elsewhere", "là:ở-thư-mục-khác"])
def test_marks_in_other_folders_can_be_asked_for(typed: str) -> None:
    article = MarkedText("kho", "Kho thóc", "Báo kho", None, 2, is_elsewhere=True)
    marks = mark_list(listed("here"), list_mark(annotation("away"), article, None))
    assert set(parse_filter(typed).fitting(marks)) == {1}


@pytest.mark.parametrize("typed", ["color:purple", "kind:gì", "nobody:mô"])
def test_what_means_nothing_is_taken_as_words(typed: str) -> None:
    assert parse_filter(typed).words == typed


@pytest.mark.parametrize("typed", ["is:nonsense", "-là:nonsense", "tag:giao is:nonsense"])
def test_a_condition_that_nobody_knows_is_told_and_fits_nothing(typed: str) -> None:
    assert parse_filter(typed).unknown_condition == "nonsense"
    assert fitting(typed) == []


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_conditions_that_are_told_are_known(language: str) -> None:
    use_language(language)
    told = _(CONDITIONS).format(word="?").partition("?")[2].partition(":")[2].strip(" .")
    use_language("en")
    words = told.split(", ")
    assert len(words) == 10
    assert [word for word in words if parse_filter(f"is:{word}").unknown_condition] == []


@pytest.mark.parametrize("typed", ["is:orphan", "is:bookmark", "kind:bookmark", "color:green"])
def test_a_condition_that_holds_for_no_mark_at_all_finds_none(typed: str) -> None:
    marks = mark_list(listed(color=HighlightColor.YELLOW))
    assert len(parse_filter(typed).fitting(marks)) == 0
    assert len(parse_filter(f"-{typed}").fitting(marks)) == 1


def test_a_word_may_be_left_out() -> None:
    assert "yellow" not in fitting("-thống")
    assert len(fitting("-thống")) == len(MARKS.marks) - 2


def test_a_filter_goes_on_from_what_was_typed_before() -> None:
    for typed in ("t", "th", "tho", "thon", "thong", "thong k"):
        assert "yellow" in fitting(typed)
    assert fitting("thong kx") == []


@pytest.mark.parametrize("typed", ["là:đ", "là:đã", "is:d"])
def test_what_may_become_another_condition_asks_for_no_removed_marks(typed: str) -> None:
    assert fitting(typed)
    assert set(fitting(typed)) <= set(fitting("-is:removed"))


@pytest.mark.parametrize("typed", ["tag:removed", "nguồn:xóa", "removed"])
def test_removed_marks_are_asked_for_as_a_condition_alone(typed: str) -> None:
    assert not parse_filter(typed).is_for_removed


def test_a_quotation_mark_with_nothing_behind_it_yet_points_nothing_out() -> None:
    assert parse_filter('"').words == ""
    assert parse_filter('"thống kê').words == '"thống kê'


def test_what_is_typed_twice_is_asked_for_and_pointed_out_once() -> None:
    once = parse_filter("thống kê tag:giáo -kê")
    assert parse_filter("thống kê tag:giáo -kê " * 3) == once
