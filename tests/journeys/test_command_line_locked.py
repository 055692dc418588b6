"""While another program keeps the reader's database locked, commands say so and change nothing."""

from __future__ import annotations

import shlex
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.conftest import CommandLine

SAID = "your notes cannot be read: another program keeps the database locked"
_FOR_EVER = 3600.0
"""A command that waited for so long would not come back."""


@pytest.fixture
def locked(bulletin: CommandLine, monkeypatch: pytest.MonkeyPatch) -> Iterator[CommandLine]:
    """A person whose database another program has locked."""
    bulletin("add", str(bulletin.articles))
    monkeypatch.setattr("bulletin_tui.store.at_a_glance.LOCK_TIMEOUT_SECONDS", 0.01)
    monkeypatch.setattr("bulletin_tui.store.database.LOCK_TIMEOUT_SECONDS", _FOR_EVER)
    file = bulletin.home / "data" / "bulletin" / "state.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield bulletin


@pytest.mark.parametrize(
    "command", ["list", "search phiên", "annotations", "sources", "export", "index"]
)
def test_what_only_reads_does_not_wait_as_long_as_what_saves(
    locked: CommandLine, command: str
) -> None:
    answer = locked(*shlex.split(command))
    assert (answer.status, answer.out) == (1, "")
    assert SAID in answer.err


def test_the_doctor_reports_it_among_the_rest(locked: CommandLine) -> None:
    answer = locked("doctor", "--json")
    found = {each["topic"]: each["sentence"] for each in answer.json["findings"]}
    assert found["state"] == SAID
    assert "terminal" in found


SAVING = (
    "annotate doc-sach --quote 'chủ nhật'",
    "edit doc-sach --title 'Đọc sách'",
    "recover mark",
    "purge --yes mark",
)


@pytest.mark.parametrize("command", SAVING)
@pytest.mark.parametrize("lock", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_what_saves_one_thing_waits_once_and_for_a_few_seconds(
    bulletin: CommandLine, monkeypatch: pytest.MonkeyPatch, command: str, lock: str
) -> None:
    bulletin("add", str(bulletin.articles))
    monkeypatch.setattr("bulletin_tui.store.at_a_glance.SAVING_LOCK_TIMEOUT_SECONDS", 0.01)
    monkeypatch.setattr("bulletin_tui.store.database.LOCK_TIMEOUT_SECONDS", _FOR_EVER)
    file = bulletin.home / "data" / "bulletin" / "state.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute(lock)
        answer = bulletin(*shlex.split(command))
    assert (answer.status, answer.out) == (1, "")
    assert "not saved: another program keeps the database locked" in answer.err


def test_what_saves_is_told_when_it_has_waited_for_long(
    locked: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bulletin_tui.store.database.LOCK_TIMEOUT_SECONDS", 0.02)
    answer = locked("remove", "--yes", str(locked.articles))
    assert answer.status == 1
    assert SAID in answer.err
