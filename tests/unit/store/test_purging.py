"""What is removed for good is in no file of this device any more, and never comes back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.model.annotation import Position
from bulletin_tui.store import purging
from bulletin_tui.store.copies import know_more
from bulletin_tui.store.database import connect
from bulletin_tui.store.purging import purge_everywhere
from bulletin_tui.store.store import open_store
from bulletin_tui.store.tending import tend
from unit.store.damage import overwrite_page, set_back
from unit.store.samples import ARTICLE, NOW, OTHER, make_annotation

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.paths import Paths
    from bulletin_tui.store.store import Store

SECRET = "Mật khẩu két sắt là 4711"
MARK = make_annotation(ARTICLE, note=SECRET, mark_id="secret")
KEPT = make_annotation(ARTICLE, "Đường vào bản", mark_id="kept", note="giữ lại")


def add(store: Store, *marks: Annotation) -> None:
    """Save marks in one act."""
    with store.act() as act:
        for mark in marks:
            act.add(ARTICLE if mark.article_id == ARTICLE.id else OTHER, mark)


def keep_a_secret(paths: Paths) -> None:
    """Marks, one of them with a secret, of which there is a backup and an undone change."""
    with closing(open_store(paths)) as store:
        add(store, *(replace(KEPT, id=f"before-{n}", note=f"trước {n} " * 20) for n in range(60)))
        add(store, MARK, KEPT)
        add(store, *(replace(KEPT, id=f"after-{n}", note=f"sau {n} " * 20) for n in range(60)))
        with store.act() as act:
            act.revise(replace(MARK, note=f"{SECRET}, đã đổi"))
        store.undo()
    tend(paths, NOW)


def files_with(words: str, folder: Path) -> list[Path]:
    """The files below a folder that have these words, however JSON writes them."""
    return [
        file for file in folder.rglob("*") if file.is_file() and words.encode() in file.read_bytes()
    ]


def test_nothing_below_the_data_folder_has_its_words_any_more(paths: Paths) -> None:
    keep_a_secret(paths)
    assert len(files_with(SECRET, paths.data)) == 3
    purged = purge_everywhere(paths, "secret")
    assert purged == purging.Purged([], [])
    assert files_with(SECRET, paths.data) == []
    with closing(open_store(paths)) as store:
        assert store.notice == ""
        assert "secret" not in {mark.id for mark in store.annotations()}
        assert len(store.annotations()) == 121


def test_its_text_goes_when_no_other_mark_is_on_it(paths: Paths) -> None:
    secret = make_annotation(OTHER, "cá xếp", mark_id="secret", note=SECRET)
    with closing(open_store(paths)) as store:
        add(store, secret, KEPT)
    purge_everywhere(paths, "secret")
    with closing(open_store(paths)) as store:
        assert store.find_text(secret.text_digest) is None
        assert store.find_text(KEPT.text_digest) == ARTICLE.text
    assert files_with(OTHER.text[:20], paths.journal) == []


def test_no_words_of_its_text_stay_with_the_place_where_reading_stopped(paths: Paths) -> None:
    secret = make_annotation(OTHER, "cá xếp", mark_id="secret", note=SECRET)
    with closing(open_store(paths)) as store:
        add(store, secret, KEPT)
        store.save_position(OTHER, Position(20, 25))
        store.save_position(ARTICLE, Position(20, 25))
    tend(paths, NOW)
    assert len(files_with("cá xếp", paths.data)) == 3
    purge_everywhere(paths, "secret")
    assert files_with("cá xếp", paths.data) == []
    with closing(open_store(paths)) as store:
        assert store.find_position(OTHER.id) == Position(20, 25)
        kept = store.find_position(ARTICLE.id)
        assert kept is not None
        assert kept.words == ARTICLE.text[:180]


@pytest.mark.parametrize("copy", ["journal", "backups"])
def test_no_copy_brings_it_back(paths: Paths, copy: str) -> None:
    keep_a_secret(paths)
    journal, backup = next(paths.journal.iterdir()), next(paths.backups.iterdir())
    old = {file: file.read_bytes() for file in (journal, backup)}
    purge_everywhere(paths, "secret")
    file = journal if copy == "journal" else backup
    file.write_bytes(old[file])
    with closing(connect(paths.state_db)) as connection:
        assert not know_more(connection, paths)
    overwrite_page(paths.state_db, 0)
    with closing(open_store(paths)) as store:
        assert {mark.id for mark in store.annotations()} >= {"kept", "after-7"}
        assert "secret" not in {mark.id for mark in store.annotations()}


def test_it_goes_again_when_an_old_copy_of_the_database_is_put_back(paths: Paths) -> None:
    keep_a_secret(paths)
    with set_back(paths):
        purge_everywhere(paths, "secret")
        with closing(open_store(paths)) as store:
            add(store, replace(KEPT, id="later"))
    with closing(open_store(paths)) as store:
        assert {"later", "kept"} <= {mark.id for mark in store.annotations()}
        assert "secret" not in {mark.id for mark in store.annotations()}
    tend(paths, NOW)
    assert files_with(SECRET, paths.data) == []


def test_what_could_be_undone_of_it_is_forgotten_and_the_rest_is_not(paths: Paths) -> None:
    with closing(open_store(paths)) as store:
        add(store, MARK, KEPT)
        with store.act() as act:
            act.revise(replace(MARK, note="một"))
        purge_everywhere(paths, "secret")
        assert [change.after.id for change in store.undo()] == ["kept"]
        assert store.undo() == ()


def test_other_windows_hear_of_it_and_of_what_comes_next(paths: Paths) -> None:
    with closing(open_store(paths)) as store:
        add(store, KEPT)
        add(store, MARK)
        seen, _marks = store.annotations_since(0)
        before = store.data_version()
        purge_everywhere(paths, "secret")
        assert store.data_version() != before
        after, changed = store.annotations_since(seen)
        assert [(mark.id, mark.deleted) for mark in changed] == [("secret", True)]
        add(store, replace(KEPT, id="next"))
        _last, changed = store.annotations_since(after)
        assert [mark.id for mark in changed] == ["next"]


def test_no_later_event_has_its_name(paths: Paths) -> None:
    with closing(open_store(paths)) as store:
        add(store, MARK)
    with closing(sqlite3.connect(paths.state_db)) as connection:
        (clock,) = connection.execute("SELECT max(clock) FROM annotation").fetchone()
    purge_everywhere(paths, "secret")
    with closing(open_store(paths, now=lambda: NOW.replace(year=2001))) as store:
        add(store, KEPT)
    with closing(sqlite3.connect(paths.state_db)) as connection:
        assert connection.execute("SELECT min(clock) FROM annotation").fetchone()[0] > clock


def test_a_copy_that_cannot_be_written_is_named_and_tried_again(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_a_secret(paths)

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(purging, "rewrite_backup", full)
        purged = purge_everywhere(paths, "secret")
    assert purged is not None
    assert purged.left == list(paths.backups.iterdir())
    tend(paths, NOW)
    assert files_with(SECRET, paths.data) == []


def test_a_purge_that_was_killed_half_way_is_finished(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_a_secret(paths)

    def killed(*_arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(purging, "finish_purges", killed)
        with pytest.raises(KeyboardInterrupt):
            purge_everywhere(paths, "secret")
    assert files_with(SECRET, paths.data) != []
    tend(paths, NOW)
    assert files_with(SECRET, paths.data) == []


def test_what_is_out_of_reach_is_named(paths: Paths, tmp_path: Path) -> None:
    keep_a_secret(paths)
    shared = tmp_path / "chung"
    shared.mkdir()
    foreign = shared / "0123456789abcdef.jsonl"
    foreign.write_bytes(next(paths.journal.iterdir()).read_bytes())
    with closing(open_store(paths)) as store:
        store.exchange.choose_folder(str(shared))
    paths.damaged.mkdir()
    (paths.damaged / "state-cũ.db").write_bytes(paths.state_db.read_bytes())
    (paths.damaged / "khác.db").write_bytes(b"")
    purged = purge_everywhere(paths, "secret")
    assert purged is not None
    assert set(purged.out_of_reach) == {foreign, paths.damaged / "state-cũ.db"}


def test_a_log_out_of_reach_is_named_also_where_a_mark_is_in_several_lines(
    paths: Paths, tmp_path: Path
) -> None:
    note = "".join(Random(1).choices("aăâbcdđeêghiklmnoôơpqrstuưvxy", k=200_000))
    with closing(open_store(paths)) as store:
        add(store, replace(MARK, note=note))
        store.exchange.choose_folder(str(tmp_path))
    foreign = tmp_path / "0123456789abcdef.jsonl"
    foreign.write_bytes(next(paths.journal.iterdir()).read_bytes())
    assert MARK.id.encode() not in foreign.read_bytes()
    purged = purge_everywhere(paths, MARK.id)
    assert purged is not None
    assert purged.out_of_reach == [foreign]


def test_removing_it_once_more_forgets_nothing_of_its_clock(paths: Paths) -> None:
    keep_a_secret(paths)
    clocks = []
    for _again in range(2):
        purge_everywhere(paths, "secret")
        with closing(connect(paths.state_db)) as connection:
            clocks += connection.execute("SELECT clock FROM purged").fetchall()
    assert clocks[0] == clocks[1] > (0,)


def test_a_damaged_backup_is_set_aside_and_named(paths: Paths) -> None:
    keep_a_secret(paths)
    (backup,) = paths.backups.iterdir()
    overwrite_page(backup, 4)
    purged = purge_everywhere(paths, "secret")
    assert purged is not None
    assert purged.left == []
    assert list(paths.backups.iterdir()) == []
    assert len(list(paths.damaged.iterdir())) == 1


def test_there_is_nothing_to_be_removed_under_an_unknown_id(paths: Paths) -> None:
    keep_a_secret(paths)
    assert purge_everywhere(paths, "không có") is None
    assert len(files_with(SECRET, paths.data)) == 3
