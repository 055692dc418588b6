"""The list of marks comes in groups, and what should be looked at comes first."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import AnchorState
from bulletin_tui.model.article import Span
from bulletin_tui.services.marks.arranging import ArrangedMarks, Grouping, Sorting
from unit.services.listing import HARBOUR, UPLAND, listed, mark_list
from unit.store.samples import NOW

if TYPE_CHECKING:
    import pytest

    from bulletin_tui.services.marks.listed import ListedMark

DAY = 24 * 60


def arranged(
    *marks: ListedMark, grouping: Grouping = Grouping.ARTICLE, sorting: Sorting = Sorting.PLACE
) -> list[tuple[str, list[str]]]:
    found = ArrangedMarks(mark_list(*marks), grouping, sorting)
    return [
        (group.state or group.name, [marks[index].id for index in group.members])
        for group in found.groups
    ]


def test_marks_stand_as_the_articles_have_them() -> None:
    late, early = listed("late", span=Span(90, 95)), listed("early", span=Span(3, 9))
    other = listed("other", article=HARBOUR)
    assert arranged(other, late, early) == [
        (UPLAND.id, ["early", "late"]),
        (HARBOUR.id, ["other"]),
    ]


def test_what_should_be_looked_at_comes_first_the_worst_before_the_rest() -> None:
    marks = (
        listed("kept"),
        listed("moved", state=AnchorState.MOVED),
        listed("changed", state=AnchorState.CHANGED),
        listed("orphan", state=AnchorState.ORPHAN),
    )
    for grouping in Grouping:
        names = [group[0] for group in arranged(*marks, grouping=grouping)]
        assert names[:3] == ["orphan", "changed", "moved"]


def test_a_mark_stands_below_each_of_its_tags() -> None:
    marks = (listed("both", tags=("đê", "an toàn")), listed("none", tags=()))
    assert arranged(*marks, grouping=Grouping.TAG) == [
        ("an toàn", ["both"]),
        ("đê", ["both"]),
        ("", ["none"]),
    ]


def test_a_tag_named_like_a_state_is_a_tag() -> None:
    marks = (
        listed("one", tags=("orphan",)),
        listed("two", state=AnchorState.ORPHAN),
        listed("three", tags=()),
    )
    groups = ArrangedMarks(mark_list(*marks), Grouping.TAG).groups
    assert [(group.state, group.name) for group in groups] == [
        (AnchorState.ORPHAN, ""),
        (None, "orphan"),
        (None, ""),
    ]
    assert len({group.key for group in groups}) == 3


def test_the_latest_day_comes_first() -> None:
    marks = (listed("old"), listed("new", minutes=2 * DAY))
    days = [members for _day, members in arranged(*marks, grouping=Grouping.DATE)]
    assert days == [["new"], ["old"]]


def test_the_newest_mark_comes_first_and_its_article_with_it() -> None:
    marks = (listed("old"), listed("new", minutes=5, article=HARBOUR), listed("middle", minutes=1))
    assert arranged(*marks, sorting=Sorting.MADE) == [
        (HARBOUR.id, ["new"]),
        (UPLAND.id, ["middle", "old"]),
    ]


def test_the_mark_changed_last_comes_first_however_old_it_is() -> None:
    late = NOW + timedelta(minutes=9)
    marks = (listed("old", updated_at=late), listed("new", minutes=5))
    assert arranged(*marks, sorting=Sorting.CHANGED) == [(UPLAND.id, ["old", "new"])]
    assert arranged(*marks, sorting=Sorting.MADE) == [(UPLAND.id, ["new", "old"])]


def test_removed_marks_stand_apart() -> None:
    arrangement = ArrangedMarks(mark_list(listed("there"), listed("gone", deleted=True)))
    assert [group.members for group in arrangement.groups] == [(0,)]
    assert [group.members for group in arrangement.removed_groups] == [(1,)]
    assert arrangement.count == 1


def test_the_day_of_a_mark_is_that_of_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    late = datetime(2026, 3, 1, 20, tzinfo=UTC)
    monkeypatch.setenv("TZ", "Asia/Ho_Chi_Minh")
    time.tzset()
    try:
        found = arranged(listed("đêm", created_at=late), grouping=Grouping.DATE)
    finally:
        monkeypatch.undo()
        time.tzset()
    assert found == [("2026-03-02", ["đêm"])]
