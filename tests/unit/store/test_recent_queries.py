"""The recent searches: each once, the last one first, bounded, and gone when they are forgotten."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bulletin_tui.store.recent_queries import MOST_QUERIES
from bulletin_tui.store.store import open_store

if TYPE_CHECKING:
    from bulletin_tui.paths import Paths


def test_the_last_search_comes_first_and_each_only_once(paths: Paths) -> None:
    store = open_store(paths)
    for text in ("bản đồ", "cầu treo", "bản đồ"):
        store.remember_query(text)
    assert store.recent_queries() == ("bản đồ", "cầu treo")
    store.close()


def test_the_order_is_that_of_asking_even_when_the_clock_went_back(paths: Paths) -> None:
    years = iter((2024, 2020, 2022, 2021))
    store = open_store(paths, now=lambda: datetime(next(years), 1, 1, tzinfo=UTC))
    for text in ("một", "hai", "ba", "một"):
        store.remember_query(text)
    assert store.recent_queries() == ("một", "ba", "hai")
    store.close()


def test_the_oldest_makes_room(paths: Paths) -> None:
    store = open_store(paths)
    for number in range(MOST_QUERIES + 3):
        store.remember_query(str(number))
    kept = store.recent_queries()
    assert len(kept) == MOST_QUERIES
    assert kept[-1] == "3"
    store.close()


def test_searches_are_kept_until_they_are_forgotten(paths: Paths) -> None:
    store = open_store(paths)
    for text in ("giữ lại", "bỏ đi"):
        store.remember_query(text)
    store.forget_query("bỏ đi")
    store.close()
    again = open_store(paths)
    assert again.recent_queries() == ("giữ lại",)
    again.forget_queries()
    assert again.recent_queries() == ()
    again.close()


def test_what_is_forgotten_is_not_left_in_the_file(paths: Paths) -> None:
    store = open_store(paths)
    store.remember_query("chuyện riêng tư không ai biết")
    store.forget_queries()
    store.close()
    assert "chuyện riêng tư".encode() not in paths.state_db.read_bytes()
