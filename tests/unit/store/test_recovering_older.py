"""What a damaged database of an earlier version of the program has left comes back too."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.store.events import MarkEvent
from bulletin_tui.store.journal import read_log
from bulletin_tui.store.log_lines import LineReader
from bulletin_tui.store.store import open_store
from unit.store.damage import drop_the_journal, overwrite_page
from unit.store.samples import ARTICLE, make_annotation

if TYPE_CHECKING:
    from collections.abc import Callable

    from bulletin_tui.paths import Paths

MARK = make_annotation(ARTICLE, note="một")


def write_as_of_version_2(paths: Paths) -> None:
    """Let there be no parents yet: a row was made in view of the one before it."""
    with closing(sqlite3.connect(paths.state_db)) as connection:
        connection.execute("ALTER TABLE annotation DROP COLUMN parents_checksum")
        connection.execute("ALTER TABLE annotation DROP COLUMN parents")
        connection.execute("PRAGMA user_version = 2")


def write_without_parents(paths: Paths) -> None:
    """Let the rows be those of version 2 in today's table."""
    with closing(sqlite3.connect(paths.state_db)) as connection, connection:
        connection.execute("DROP TRIGGER annotation_is_never_overwritten")
        connection.execute("UPDATE annotation SET parents = NULL, parents_checksum = 0")


@pytest.mark.parametrize("write_older", [write_as_of_version_2, write_without_parents])
def test_a_mark_that_was_changed_stands_as_it_was_changed_last(
    paths: Paths, write_older: Callable[[Paths], None]
) -> None:
    with closing(open_store(paths)) as store:
        with store.act() as act:
            act.add(ARTICLE, MARK)
        for note in ("hai", "ba"):
            with store.act() as act:
                act.revise(replace(MARK, note=note))
    drop_the_journal(paths)
    write_older(paths)
    overwrite_page(paths.state_db, 0)
    with closing(open_store(paths)) as store:
        assert [(mark.note, mark.other_notes) for mark in store.annotations()] == [("ba", ())]
        assert "from the old file" in store.notice


def test_a_journal_that_is_written_anew_tells_what_each_row_was_made_in_view_of(
    paths: Paths,
) -> None:
    with closing(open_store(paths)) as store:
        with store.act() as act:
            act.add(ARTICLE, MARK)
        with store.act() as act:
            act.revise(replace(MARK, note="hai"))
    drop_the_journal(paths)
    write_without_parents(paths)
    with closing(open_store(paths)) as store:
        store.follow_with_journal()
    (log,) = paths.journal.iterdir()
    told = [each.revision for each in read_log(log, LineReader()) if isinstance(each, MarkEvent)]
    assert [each.parents for each in told] == [(), (told[0].event,)]
