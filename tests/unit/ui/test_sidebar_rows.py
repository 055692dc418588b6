"""The sidebar's rows: smart lists, then sources, then places, each unfolding to its articles."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bulletin_tui.model.article import (
    Article,
    ArticleSummary,
    Block,
    BlockKind,
    Document,
    Precision,
    PrintedDate,
)
from bulletin_tui.model.library import Library
from bulletin_tui.services.reading import ReadingState
from bulletin_tui.ui.rendering.sidebar_rows import SidebarRow, sidebar_rows

SUMMARY = ArticleSummary(
    id="a",
    title="Tổng kết năm học",
    source="Phòng Giáo dục",
    place="Sa Pa",
    authors=(),
    published=PrintedDate(datetime(2023, 5, 4), Precision.DAY),  # noqa: DTZ001 - as printed
    updated=None,
    language="vi",
    documents=(),
    portal=None,
    paths=("a.md",),
    words=4,
)


def article(article_id: str, **changes: str | None) -> Article:
    summary = replace(SUMMARY, id=article_id, **changes)  # type: ignore[arg-type]
    document = Document("Một đoạn.", (Block(BlockKind.PARAGRAPH, 0, 9),))
    return Article(summary, document, f"hash of {article_id}")


LIBRARY = Library((article("a"), article("b", source=None, place=None, title="Họp báo")))


def rows(*expanded: str, state: ReadingState | None = None) -> tuple[SidebarRow, ...]:
    return sidebar_rows(LIBRARY, state or ReadingState(), frozenset(expanded))


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
    assert shown["marked"].count == 3
    assert shown["unread/b"].is_marked
    assert "unread/a" not in shown


def test_an_empty_group_does_not_unfold() -> None:
    marked = next(row for row in rows("marked") if row.key == "marked")
    assert marked.is_expanded is None


def test_every_row_has_a_key_of_its_own() -> None:
    keys = [row.key for row in rows("all", "unread", "source:", "place:Sa Pa")]
    assert len(keys) == len(set(keys))


def test_an_empty_library_still_shows_its_lists() -> None:
    shown = sidebar_rows(Library(), ReadingState(), frozenset({"all"}))
    assert [row.count for row in shown if not row.is_section] == [0, 0, 0]
