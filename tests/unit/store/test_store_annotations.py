"""What is marked comes back as it was; every revision stays."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import BulletinError
from bulletin_tui.model.annotation import AnnotationKind, HighlightColor
from bulletin_tui.store.documents import known_as
from bulletin_tui.store.events import MarkEvent
from bulletin_tui.store.log_folder import News
from bulletin_tui.store.revisions import BELIEVED_CLOCK, DamagedRow, Revision
from bulletin_tui.store.store import open_store
from unit.store.samples import NOW, make_annotation, make_article

if TYPE_CHECKING:
    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.paths import Paths
    from bulletin_tui.store.store import Store

ARTICLE = make_article()
MARK = make_annotation(ARTICLE, note="Hỏi lại trưởng bản\nvề sản lượng")


def add(store: Store, *annotations: Annotation) -> None:
    """Save annotations in one act."""
    with store.act() as act:
        for annotation in annotations:
            act.add(ARTICLE, annotation)


def revise(store: Store, annotation: Annotation) -> Annotation:
    """Save a revision as an act of its own."""
    with store.act() as act:
        return act.revise(annotation)


def absorb(store: Store, *revisions: Revision) -> None:
    """Take in what other devices made."""
    events = tuple(MarkEvent(one, known_as(ARTICLE)) for one in revisions)
    store.exchange.absorb(News(events, None))


def tamper(paths: Paths, statement: str) -> None:
    """Change a row behind the store's back, as a failing disk does."""
    with closing(sqlite3.connect(paths.state_db)) as connection, connection:
        connection.execute("DROP TRIGGER annotation_is_never_overwritten")
        connection.execute(statement)


def kept_texts(paths: Paths) -> list[tuple[str, str]]:
    """Each mark's id with the text that it was made on, in order."""
    question = """
        SELECT annotation.id, text FROM annotation JOIN text_version ON digest = text_digest
        ORDER BY annotation.id
    """
    with closing(sqlite3.connect(paths.state_db)) as connection:
        rows = connection.execute(question).fetchall()
    return [(mark_id, zlib.decompress(text).decode()) for mark_id, text in rows]


def test_an_annotation_comes_back_as_it_was(store: Store) -> None:
    add(store, MARK)
    assert store.annotations() == (MARK,)


def test_a_bookmark_has_no_colour(store: Store) -> None:
    bookmark = replace(MARK, kind=AnnotationKind.BOOKMARK, color=None, tags=())
    add(store, bookmark)
    assert store.annotations() == (bookmark,)


def test_annotations_are_there_after_a_restart(store: Store, paths: Paths) -> None:
    add(store, MARK)
    store.close()
    with closing(open_store(paths)) as again:
        assert again.annotations() == (MARK,)


def test_the_text_that_was_marked_is_kept_once(store: Store, paths: Paths) -> None:
    add(store, MARK, replace(MARK, id="second"))
    assert kept_texts(paths) == [(MARK.id, ARTICLE.text), ("second", ARTICLE.text)]
    with closing(sqlite3.connect(paths.state_db)) as connection:
        assert connection.execute("SELECT count(*) FROM text_version").fetchone() == (1,)


def test_texts_that_differ_in_white_space_alone_are_both_kept(store: Store, paths: Paths) -> None:
    spaced = make_article(paragraphs=(ARTICLE.text.replace("\n\n", "\n"),))
    assert spaced.text_hash == ARTICLE.text_hash
    add(store, MARK)
    with store.act() as act:
        act.add(spaced, make_annotation(spaced, mark_id="other"))
    assert kept_texts(paths) == [(MARK.id, ARTICLE.text), ("other", spaced.text)]


def test_the_annotations_made_last_come_first_whatever_the_clock_says(paths: Paths) -> None:
    with closing(open_store(paths)) as store:
        early = replace(MARK, id="a", created_at=MARK.created_at.replace(year=2030))
        late = replace(MARK, id="b", created_at=MARK.created_at.replace(year=2020))
        add(store, early)
        add(store, late)
        revise(store, replace(early, note="sửa sau cùng"))
        assert [annotation.id for annotation in store.annotations()] == ["b", "a"]


def test_one_articles_annotations_leave_out_those_of_others(store: Store) -> None:
    other = make_article("bien-dong")
    add(store, MARK)
    with store.act() as act:
        act.add(other, replace(MARK, id="other", article_id=other.id))
    assert [annotation.id for annotation in store.annotations(other.id)] == ["other"]


def test_a_revision_counts_on(store: Store) -> None:
    add(store, MARK)
    revised = revise(store, replace(MARK, note="Đã hỏi"))
    assert revised.revision == 2
    assert store.annotations() == (revised,)


def test_a_revision_that_changes_nothing_is_not_written(store: Store) -> None:
    add(store, MARK)
    before = store.annotations()
    revise(store, MARK)
    assert store.annotations() == before
    store.undo()
    assert store.annotations() == ()


def test_a_deleted_annotation_is_not_listed(store: Store) -> None:
    add(store, MARK)
    revise(store, replace(MARK, deleted=True))
    assert store.annotations() == ()


def test_a_failure_inside_an_act_saves_nothing_of_it(store: Store) -> None:
    def fail_half_way() -> None:
        with store.act() as act:
            act.add(ARTICLE, MARK)
            raise BulletinError("không được")

    with pytest.raises(BulletinError):
        fail_half_way()
    assert store.annotations() == ()
    assert store.find_document(ARTICLE.id) is None


@pytest.mark.parametrize("statement", ["UPDATE annotation SET note = ''", "DELETE FROM annotation"])
def test_the_database_itself_refuses_to_lose_a_revision(
    store: Store, paths: Paths, statement: str
) -> None:
    add(store, MARK)
    with (
        closing(sqlite3.connect(paths.state_db)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="never"),
    ):
        connection.execute(statement)


def test_a_row_that_was_changed_on_disk_is_reported_and_not_shown(
    store: Store, paths: Paths
) -> None:
    add(store, MARK)
    tamper(paths, "UPDATE annotation SET note = 'Hỏi lại trưởng bảo'")
    assert store.annotations() == ()
    assert store.damaged_rows() == (DamagedRow(MARK.id, 1),)


def test_a_damaged_row_leaves_the_revision_before_it(store: Store, paths: Paths) -> None:
    add(store, MARK)
    revise(store, replace(MARK, note="Đã hỏi"))
    tamper(paths, "UPDATE annotation SET start = start + 1 WHERE revision = 2")
    assert store.annotations() == (MARK,)
    assert store.damaged_rows() == (DamagedRow(MARK.id, 2),)
    assert revise(store, replace(MARK, note="Hỏi lần nữa")).revision == 3


def test_bytes_that_are_no_text_are_damage_and_not_a_crash(store: Store, paths: Paths) -> None:
    add(store, MARK)
    tamper(paths, "UPDATE annotation SET note = CAST(x'ff41' AS TEXT)")
    assert store.annotations() == ()
    assert store.damaged_rows() == (DamagedRow(MARK.id, 1),)


def test_damage_in_old_revisions_is_found_when_every_row_is_checked(
    store: Store, paths: Paths
) -> None:
    add(store, MARK)
    revise(store, replace(MARK, note="Đã hỏi"))
    tamper(paths, "UPDATE annotation SET clock = clock + 5 WHERE revision = 1")
    store.annotations()
    assert store.damaged_rows() == ()
    assert store.damaged_rows(check_all=True) == (DamagedRow(MARK.id, 1),)


def test_a_kept_text_that_is_damaged_harms_no_mark(store: Store, paths: Paths) -> None:
    add(store, MARK)
    tamper(paths, "UPDATE text_version SET text = substr(text, 1, 50)")
    assert store.annotations() == (MARK,)


def test_only_what_changed_since_a_revision_is_read_again(store: Store) -> None:
    add(store, MARK, replace(MARK, id="second"))
    start, everything = store.annotations_since(0)
    assert [mark.id for mark in everything] == [MARK.id, "second"]
    assert store.annotations_since(start) == (start, ())
    revised = revise(store, replace(MARK, note="Đã hỏi"))
    gone = revise(store, replace(MARK, id="second", deleted=True))
    assert store.annotations_since(start)[1] == (revised, gone)


def test_what_another_process_wrote_has_changed_too(store: Store, paths: Paths) -> None:
    start, _nothing = store.annotations_since(0)
    with closing(open_store(paths, now=lambda: NOW)) as other:
        add(other, MARK)
    assert store.annotations_since(start)[1] == (MARK,)


def test_changes_are_read_in_parts_when_that_is_asked_for(store: Store) -> None:
    add(store, MARK, replace(MARK, id="second"), replace(MARK, id="third"))
    found: list[str] = []
    reached, parts = 0, 0
    while True:
        upto, changed = store.annotations_since(reached, 2)
        if upto == reached:
            break
        reached, parts = upto, parts + 1
        found += [mark.id for mark in changed]
    assert (sorted(found), parts) == (sorted([MARK.id, "second", "third"]), 2)


def test_a_mark_put_on_another_text_keeps_that_text(store: Store) -> None:
    add(store, MARK)
    other = make_article("bien-dong")
    with store.act() as act:
        moved = act.revise(MARK, other)
    assert moved.article_id == other.id
    assert store.find_text(moved.text_digest) == other.text
    store.undo()
    assert [mark.article_id for mark in store.annotations()] == [ARTICLE.id]


def test_events_that_revise_each_other_hide_no_mark(store: Store, paths: Paths) -> None:
    add(store, MARK)
    device = store.exchange.device()
    (own,) = clocks(paths)
    ring = [
        Revision(replace(MARK, note="một"), "a" * 16, 5, (f"{device}-{own}", f"{'b' * 16}-6")),
        Revision(replace(MARK, note="hai"), "b" * 16, 6, (f"{'a' * 16}-5",)),
    ]
    absorb(store, *ring)
    (mark,) = store.annotations()
    assert {mark.note, *(other.note for other in mark.other_notes)} == {MARK.note, "hai"}


def test_of_events_that_revise_each_other_beyond_all_time_the_last_one_stands(store: Store) -> None:
    never = 2 * BELIEVED_CLOCK
    one = Revision(MARK, "a" * 16, never, (f"{'b' * 16}-{never}",))
    absorb(store, one, Revision(replace(MARK, note="hai"), "b" * 16, never, (one.event,)))
    assert [mark.note for mark in store.annotations()] == ["hai"]


def test_of_two_events_with_one_name_neither_is_lost(store: Store) -> None:
    name = "a" * 16
    one, other = (replace(MARK, id=mark_id, note=mark_id) for mark_id in ("một", "hai"))
    for _again in range(2):
        absorb(store, Revision(one, name, 5, ()), Revision(other, name, 5, ()))
    assert {mark.note for mark in store.annotations()} == {"một", "hai"}
    with store.act() as act:
        assert len(act.history(one.id)) == len(act.history(other.id)) == 1


def test_what_another_device_changed_since_is_not_undone(store: Store, paths: Paths) -> None:
    add(store, MARK)
    revise(store, replace(MARK, color=HighlightColor.BLUE))
    last = f"{store.exchange.device()}-{max(clocks(paths))}"
    elsewhere = replace(MARK, color=HighlightColor.BLUE, note="Đã hỏi", tags=("chè",))
    absorb(store, Revision(elsewhere, "a" * 16, max(clocks(paths)) + 1, (last,)))
    store.undo()
    (mark,) = store.annotations()
    assert (mark.color, mark.note, mark.tags) == (MARK.color, "Đã hỏi", ("chè",))


def clocks(paths: Paths) -> list[int]:
    """The clocks of all rows."""
    with closing(sqlite3.connect(paths.state_db)) as connection:
        return [row[0] for row in connection.execute("SELECT clock FROM annotation")]
