"""Where reading stopped, what came last, and what was read."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import Position
from bulletin_tui.store.store import open_store
from unit.store.samples import ARTICLE, OTHER

if TYPE_CHECKING:
    from bulletin_tui.paths import Paths
    from bulletin_tui.store.store import Store


def test_a_position_comes_back_after_a_restart(store: Store, paths: Paths) -> None:
    store.save_position(ARTICLE, Position(120, 150))
    store.close()
    with closing(open_store(paths)) as again:
        assert again.find_position(ARTICLE.id) == Position(120, 150)


def test_an_article_that_was_never_opened_has_no_position(store: Store) -> None:
    assert store.find_position(ARTICLE.id) is None


def test_a_later_position_replaces_the_one_before(store: Store) -> None:
    store.save_position(ARTICLE, Position(120, 150))
    store.save_position(ARTICLE, Position(10, 20))
    assert store.find_position(ARTICLE.id) == Position(10, 20)


def test_the_article_whose_position_was_saved_last_was_opened_last(store: Store) -> None:
    assert store.last_opened_id() is None
    for article in (ARTICLE, OTHER, ARTICLE):
        store.save_position(article, Position(0, 0))
        assert store.last_opened_id() == article.id


def test_read_marks_are_set_and_taken_away(store: Store) -> None:
    store.set_read(ARTICLE, is_read=True)
    store.set_read(ARTICLE, is_read=True)
    store.set_read(OTHER, is_read=True)
    assert store.read_ids() == {ARTICLE.id, OTHER.id}
    store.set_read(ARTICLE, is_read=False)
    assert store.read_ids() == {OTHER.id}


def test_positions_and_read_marks_are_not_undone(store: Store) -> None:
    store.save_position(ARTICLE, Position(120, 150))
    store.set_read(ARTICLE, is_read=True)
    assert store.undo() == ()


def test_an_article_that_is_gone_is_still_known_by_name(store: Store) -> None:
    store.save_position(ARTICLE, Position(0, 0))
    known = store.find_document(ARTICLE.id)
    assert known is not None
    assert (known.title, known.source, known.paths) == (
        ARTICLE.summary.title,
        ARTICLE.summary.source,
        ARTICLE.summary.paths,
    )
    assert store.find_document(OTHER.id) is None


def test_the_name_last_seen_is_the_one_known(store: Store) -> None:
    store.save_position(ARTICLE, Position(0, 0))
    renamed = replace(ARTICLE, summary=replace(ARTICLE.summary, title="Tên mới", paths=("/mới",)))
    store.set_read(renamed, is_read=True)
    known = store.find_document(ARTICLE.id)
    assert known is not None
    assert (known.title, known.paths) == ("Tên mới", ("/mới",))


def test_a_path_that_is_no_text_is_kept_as_it_is(store: Store) -> None:
    odd = replace(ARTICLE, summary=replace(ARTICLE.summary, paths=("/b\udce1o c\udce1o.md",)))
    store.set_read(odd, is_read=True)
    known = store.find_document(ARTICLE.id)
    assert known is not None
    assert known.paths == odd.summary.paths
