"""The sidebar's rows: smart lists, then sources, then places, each unfolding to its articles."""

from __future__ import annotations

import pytest

from bulletin_tui.model.library import Entry, Group, Library
from bulletin_tui.services.reading import ReadingState
from bulletin_tui.ui.rendering.sidebar_order import SortedBy, arrange
from bulletin_tui.ui.rendering.sidebar_rows import SidebarRows, article_key

LIBRARY = Library(
    (
        Entry("a", "Tổng kết năm học", "Phòng Giáo dục", "Sa Pa"),
        Entry("b", "Họp báo", None, None),
    )
)


def rows(
    *expanded: str, library: Library = LIBRARY, state: ReadingState | None = None
) -> SidebarRows:
    return SidebarRows(library, state or ReadingState(), frozenset(expanded))


def test_smart_lists_come_first_then_sources_then_places() -> None:
    labels = [row.label for row in rows()]
    assert labels == [
        "All",
        "Unread",
        "With marks",
        "Sources",
        "Phòng Giáo dục",
        "Unknown source",
        "Places",
        "Sa Pa",
    ]


def test_a_group_unfolds_to_its_articles() -> None:
    unfolded = rows("source:Phòng Giáo dục")
    at = next(i for i, row in enumerate(unfolded) if row.key == "source:Phòng Giáo dục")
    assert unfolded[at].is_expanded
    assert unfolded[at + 1].article_id == "a"
    assert unfolded[at + 2].article_id is None


def test_counts_follow_what_was_read_and_marked() -> None:
    state = ReadingState(frozenset({"a"}), {"b": 3})
    shown = {row.key: row for row in rows("unread", "marked", state=state)}
    assert shown["unread"].count == 1
    assert shown["marked"].count == 1
    assert shown[article_key("unread", "b")].is_marked
    assert article_key("unread", "a") not in shown


def holding(open_id: str, *expanded: str, read: str = "") -> list[str]:
    """The keys of the groups that are said to have the open article in them."""
    state = ReadingState(frozenset(read), {"a": 1})
    found = SidebarRows(LIBRARY, state, frozenset(expanded), open_id=open_id)
    return [row.key for row in found if row.holds_open]


def test_folded_groups_say_that_the_open_article_is_in_them() -> None:
    assert holding("a") == ["all", "unread", "marked", "source:Phòng Giáo dục", "place:Sa Pa"]
    assert holding("b", read="b") == ["all", "source:"]
    assert holding("b", "all", "source:") == ["unread"]
    assert holding("xa") == []


def test_years_and_folders_are_listed_once_there_are_some() -> None:
    library = Library(
        [Entry("a", "Mới", None, None, "2024"), Entry("b", "Cũ", None, None)],
        find_folders=lambda: (Group("/x/bài", (0,)), Group("/y/bài", (1,)), Group("/z", ())),
        find_recent=lambda: (1,),
    )
    found = SidebarRows(library, ReadingState(), frozenset(), folder_names={"/z": "Bundled"})
    labels = [(row.label, row.count) for row in found if row.count != 0]
    assert labels[2] == ("Recent", 1)
    assert labels[-6:] == [
        ("Years", None),
        ("2024", 1),
        ("Undated", 1),
        ("Folders", None),
        ("/x/bài", 1),
        ("/y/bài", 1),
    ]
    assert [(row.label, row.folder) for row in found][-1] == ("Bundled", "/z")


@pytest.mark.parametrize("by", [SortedBy.TITLE, SortedBy.SOURCE])
def test_in_another_order_every_row_is_found_by_its_key(by: SortedBy) -> None:
    entries = [Entry(f"{n:03}", f"Bài {n * 7 % 50}", f"Nguồn {n % 3}", "Sa Pa") for n in range(50)]
    library = Library(entries)
    keys = frozenset({"all", "unread", "place:Sa Pa", "source:Nguồn 1"})
    read = ReadingState(frozenset({"003", "017"}))
    found = SidebarRows(library, read, keys, arrangement=arrange(library, by))
    assert [found.find(row.key) for row in found] == list(range(len(found)))
    shown = [row for row in found if row.key.startswith("all\n")]
    if by is SortedBy.TITLE:
        assert [row.label for row in shown] == [f"Bài {n}" for n in range(50)]
    else:
        sources = {entry.id: str(entry.source) for entry in entries}
        assert [sources[row.article_id or ""] for row in shown] == sorted(sources.values())


def test_an_empty_group_does_not_unfold() -> None:
    marked = next(row for row in rows("marked") if row.key == "marked")
    assert marked.is_expanded is None


def test_nothing_is_headed_that_has_no_rows() -> None:
    unplaced = Library((Entry("b", "Họp báo", None, None),))
    assert [row.label for row in rows(library=unplaced) if row.is_section] == ["Sources"]
    assert not any(row.is_section for row in rows(library=Library()))


def test_every_row_has_a_key_of_its_own() -> None:
    keys = [row.key for row in rows("all", "unread", "source:", "place:Sa Pa")]
    assert len(keys) == len(set(keys))


def test_an_empty_library_still_shows_its_lists() -> None:
    shown = rows("all", library=Library())
    assert [row.count for row in shown if not row.is_section] == [0, 0, 0]


def test_every_row_is_found_again_by_its_key() -> None:
    everything = rows("all", "unread", "source:", "place:Sa Pa")
    assert [everything.find(row.key) for row in everything] == list(range(len(everything)))


def test_rows_that_are_not_shown_are_not_found() -> None:
    folded = rows("place:Sa Pa", state=ReadingState(frozenset({"a"})))
    assert folded.find(article_key("all", "a")) is None
    assert folded.find(article_key("place:Sa Pa", "b")) is None
    assert folded.find("place:Lào Cai") is None


def test_a_row_belongs_to_the_group_above_it() -> None:
    unfolded = rows("all", "place:Sa Pa")
    groups = [unfolded[unfolded.heading_index(index)].key for index in range(len(unfolded))]
    assert groups[:4] == ["all", "all", "all", "unread"]
    assert groups[-2:] == ["place:Sa Pa", "place:Sa Pa"]


def test_a_group_of_many_unfolds_without_making_its_rows() -> None:
    many = Library(Entry(f"{n:06}", f"Bài số {n}", f"Nguồn {n % 7}", None) for n in range(5000))
    unfolded = rows("all", "unread", library=many, state=ReadingState(frozenset({"000003"})))
    assert unfolded[4].article_id == "000003"
    assert unfolded[5000 + 2 + 3].article_id == "000004"
    assert len(unfolded) == 5000 + 4999 + 3 + 1 + 7
