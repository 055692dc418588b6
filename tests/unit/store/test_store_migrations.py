"""A step of the schema is done wholly or not at all, once."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.store import migrations
from bulletin_tui.store.database import connect_in_memory, pragma_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    """A database with every step done."""
    opened = connect_in_memory()
    migrations.migrate(opened)
    yield opened
    opened.close()


def add_step(monkeypatch: pytest.MonkeyPatch, step: Callable[[sqlite3.Connection], object]) -> None:
    """Let one more step follow."""
    monkeypatch.setattr(migrations, "_STEPS", (*migrations._STEPS, step))


def add_mood(connection: sqlite3.Connection) -> None:
    """A step that works."""
    connection.execute("ALTER TABLE annotation ADD COLUMN mood TEXT")


def break_a_reference(connection: sqlite3.Connection) -> None:
    """A step that leaves a row without the row it refers to."""
    add_mood(connection)
    connection.execute("PRAGMA defer_foreign_keys = ON")
    connection.execute("INSERT INTO read_mark VALUES ('không có', '')")


def columns(connection: sqlite3.Connection) -> set[str]:
    """Of the annotation table."""
    return {row[1] for row in connection.execute("PRAGMA table_info(annotation)")}


def test_a_new_database_says_whose_it_is_and_how_new(connection: sqlite3.Connection) -> None:
    assert pragma_number(connection, "application_id") == migrations.APPLICATION_ID
    assert pragma_number(connection, "user_version") == migrations.SCHEMA_VERSION


def test_every_table_is_strict(connection: sqlite3.Connection) -> None:
    tables = connection.execute("PRAGMA table_list").fetchall()
    lax = [name for _schema, name, kind, _columns, _rowid, strict in tables if not strict]
    assert {name for name in lax if not name.startswith("sqlite_")} == set()


def test_only_the_steps_that_are_missing_are_done(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_step(monkeypatch, add_mood)
    migrations.migrate(connection)
    migrations.migrate(connection)
    assert "mood" in columns(connection)
    assert pragma_number(connection, "user_version") == migrations.SCHEMA_VERSION + 1


def test_a_step_that_breaks_a_reference_is_taken_back(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_step(monkeypatch, break_a_reference)
    with pytest.raises(sqlite3.IntegrityError):
        migrations.migrate(connection)
    assert "mood" not in columns(connection)
    assert pragma_number(connection, "user_version") == migrations.SCHEMA_VERSION
