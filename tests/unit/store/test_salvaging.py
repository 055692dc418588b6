"""What is known again in the bytes of a database is known by its content alone."""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui.store.revisions import _CHECKSUM_AT, Revision, _checksum, encode
from bulletin_tui.store.salvaging import read_table, salvage
from bulletin_tui.store.store import open_store
from bulletin_tui.text.hashing import text_digest
from unit.store.damage import PAGE_BYTES
from unit.store.samples import ARTICLE, OTHER, make_annotation

if TYPE_CHECKING:
    import pytest

    from bulletin_tui.paths import Paths


def make_file(path: Path, *rows: tuple[object, ...]) -> Path:
    """A database with a table for each of the rows."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for number, row in enumerate(rows):
            names = ", ".join(f"c{at}" for at in range(len(row)))
            connection.execute(f"CREATE TABLE t{number} ({names})")
            marks = ", ".join("?" * len(row))
            connection.execute(f"INSERT INTO t{number} VALUES ({marks})", row)
    return path


def document(**values: object) -> tuple[object, ...]:
    """The row of a document."""
    usual = {"id": "a", "text_hash": "b", "title": "c", "source": None, "paths": "[]", "at": "d"}
    return tuple((usual | values).values())


def fail_to_read(monkeypatch: pytest.MonkeyPatch, page: int) -> None:
    """Have the disk give back all pages but one, which is counted from 0."""
    pread = os.pread

    def read_some(file: int, length: int, offset: int) -> bytes:
        if offset == page * PAGE_BYTES:
            raise OSError
        return pread(file, length, offset)

    def read_all(path: Path) -> bytes:
        raise OSError(path)

    monkeypatch.setattr(os, "pread", read_some)
    monkeypatch.setattr(Path, "read_bytes", read_all)


def test_a_page_that_the_disk_gives_back_no_more_hides_no_other(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = "trang này sang trang khác " * 1000
    with closing(open_store(paths)) as store, store.act() as act:
        act.add(ARTICLE, make_annotation(ARTICLE, note=note))
    fail_to_read(monkeypatch, page=0)
    assert [one.annotation.note for one in salvage(paths.state_db).revisions] == [note]


def test_a_text_is_one_that_has_its_digest(tmp_path: Path) -> None:
    digest = text_digest(ARTICLE.text)
    found = salvage(
        make_file(
            tmp_path / "old.db",
            (digest, zlib.compress(ARTICLE.text.encode())),
            (text_digest("b"), zlib.compress(b"\xff")),
            (text_digest("c"), b"c"),
            (text_digest("d"), zlib.compress(OTHER.text.encode())),
        )
    )
    assert found.texts.keys() == {digest}


def test_what_was_removed_for_good_is_known_by_the_shape_of_its_row(tmp_path: Path) -> None:
    shaped = ("mark", 0, 0, 1)
    others = [("mark", 0, 0, 2), ("mark", "0", 0, 1), ("mark", 0, "2026", 1), (1, 0, 0, 1)]
    found = salvage(make_file(tmp_path / "old.db", shaped, *others))
    assert [tuple(row.values()) for row in found.purged] == [shaped]


def test_a_document_is_known_by_what_its_row_holds(tmp_path: Path) -> None:
    names = json.dumps(["/bao-cao/a.md"])
    odd = [
        document(id="1", paths="7"),
        document(id="2", paths="["),
        document(id="3", source=4),
        document(id="4", title=5),
    ]
    found = salvage(make_file(tmp_path / "old.db", document(paths=names), *odd))
    assert found.documents.keys() == {"a"}
    assert found.documents["a"].paths == ("/bao-cao/a.md",)


def test_a_row_with_a_sound_checksum_that_is_no_mark_is_passed_over(tmp_path: Path) -> None:
    mark = Revision(make_annotation(ARTICLE), "may", 1, ())
    values = list(encode(mark)[:_CHECKSUM_AT])
    values[3] = "no kind of ours"
    strange = (*values, _checksum(tuple(values)), None, None)
    found = salvage(make_file(tmp_path / "old.db", encode(mark), strange))
    assert [one.event for one in found.revisions] == [mark.event]


def test_what_may_never_end_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def wait_for_ever(path: Path) -> bytes:
        raise AssertionError(path)

    pipe = tmp_path / "old.db"
    os.mkfifo(pipe)
    monkeypatch.setattr(Path, "read_bytes", wait_for_ever)
    assert not salvage(pipe).revisions


def test_there_is_nothing_in_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert not salvage(tmp_path / "none.db").revisions
    assert read_table(tmp_path / "none.db", "meta").rows == []
