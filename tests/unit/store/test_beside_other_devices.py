"""What other devices made is taken in beside what is here: neither changes the other unasked."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.model.annotation import HighlightColor
from bulletin_tui.store.documents import known_as
from bulletin_tui.store.events import MarkEvent, TextEvent
from bulletin_tui.store.log_folder import News
from bulletin_tui.store.purging import purge_everywhere
from bulletin_tui.store.revisions import Revision
from bulletin_tui.text.hashing import text_digest
from unit.store.damage import flip_the_note
from unit.store.samples import ARTICLE, ROAD, make_annotation, span_of

if TYPE_CHECKING:
    from typing import Any

    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.paths import Paths
    from bulletin_tui.store.documents import KnownDocument
    from bulletin_tui.store.store import Store

MARK = make_annotation(ARTICLE, note="Hỏi lại")
TALK = span_of(ARTICLE, "từng ý kiến")
KNOWN = known_as(ARTICLE)
OTHER_DEVICE = "a" * 16
HERE = {"note": "ở đây", "color": HighlightColor.BLUE, "tags": ("đây",), "span": ROAD}
ELSEWHERE = {"note": "ở kia", "color": HighlightColor.PINK, "tags": ("kia",), "span": TALK}


def save(store: Store, mark: Annotation) -> None:
    with store.act() as act:
        act.add(ARTICLE, mark)


def last_event(paths: Paths) -> tuple[str, int]:
    with closing(sqlite3.connect(paths.state_db)) as connection:
        question = "SELECT device || '-' || clock, clock FROM annotation ORDER BY clock DESC"
        event, clock = connection.execute(question).fetchone()
    return event, clock


def absorb(store: Store, *revisions: Revision, known: KnownDocument = KNOWN) -> None:
    news = tuple(MarkEvent(one, known) for one in revisions)
    store.exchange.absorb(News((TextEvent(text_digest(ARTICLE.text), ARTICLE.text), *news), None))


def fields_of(mark: Annotation) -> dict[str, Any]:
    return {name: getattr(mark, name) for name in HERE}


@pytest.mark.parametrize("name", HERE)
def test_undoing_takes_back_what_was_changed_here_and_nothing_else(
    store: Store, paths: Paths, name: str
) -> None:
    save(store, MARK)
    mine = replace(MARK, **{name: HERE[name]})  # type: ignore[arg-type]
    with store.act() as act:
        act.revise(mine)
    event, clock = last_event(paths)
    theirs = {other: value for other, value in ELSEWHERE.items() if other != name}
    absorb(store, Revision(replace(mine, **theirs), OTHER_DEVICE, clock + 1, (event,)))  # type: ignore[arg-type]
    store.undo()
    (mark,) = store.annotations()
    assert fields_of(mark) == fields_of(MARK) | theirs


def test_an_article_keeps_the_title_that_it_has_here(store: Store) -> None:
    save(store, MARK)
    known = replace(KNOWN, title="Tên khác")
    absorb(store, Revision(replace(MARK, note="ở kia"), OTHER_DEVICE, 1, ()), known=known)
    assert store.find_document(ARTICLE.id) == KNOWN


def test_the_text_of_a_mark_that_was_removed_for_good_does_not_come_back(
    store: Store, paths: Paths
) -> None:
    save(store, MARK)
    purge_everywhere(paths, MARK.id)
    absorb(store, Revision(MARK, OTHER_DEVICE, 1, ()))
    assert store.find_text(text_digest(ARTICLE.text)) is None


def test_an_event_whose_row_is_damaged_here_is_not_written_beside_it(
    store: Store, paths: Paths
) -> None:
    theirs = Revision(MARK, OTHER_DEVICE, 1, ())
    absorb(store, theirs)
    flip_the_note(paths, MARK.id)
    absorb(store, theirs)
    with closing(sqlite3.connect(paths.state_db)) as connection:
        assert connection.execute("SELECT count(*) FROM annotation").fetchone() == (1,)


def test_a_text_that_comes_after_its_mark_is_kept(store: Store) -> None:
    news = MarkEvent(Revision(MARK, OTHER_DEVICE, 1, ()), KNOWN)
    store.exchange.absorb(News((news,), None))
    assert store.find_text(MARK.text_digest) is None
    store.exchange.absorb(News((TextEvent(MARK.text_digest, ARTICLE.text),), None))
    assert store.find_text(MARK.text_digest) == ARTICLE.text


def test_a_text_that_is_not_as_it_was_written_is_none(store: Store, paths: Paths) -> None:
    save(store, MARK)
    with closing(sqlite3.connect(paths.state_db)) as connection, connection:
        spoilt = zlib.compress(b"other words")
        connection.execute("UPDATE text_version SET text = ?", (spoilt,))
    assert store.find_text(MARK.text_digest) is None
