"""Marks are shown on what their article is today, and on itself once that is there again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unit.store.samples import ARTICLE, OTHER, make_annotation

if TYPE_CHECKING:
    from bulletin_tui.store.store import Store


def shown_on(store: Store) -> list[str]:
    return [mark.article_id for mark in store.annotations()]


def test_a_mark_goes_along_there_and_back_as_often_as_one_likes(store: Store) -> None:
    with store.act() as act:
        act.add(ARTICLE, make_annotation(ARTICLE))
    for _again in range(2):
        with store.act() as act:
            act.move(ARTICLE.id, OTHER)
        assert shown_on(store) == [OTHER.id]
        with store.act() as act:
            act.move(OTHER.id, ARTICLE)
        assert shown_on(store) == [ARTICLE.id]
    assert ARTICLE.id not in store.successors()
