"""The same when programs are killed, disks spoil the file, clocks jump, and marks are purged."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import rule

from bulletin_tui.store.purging import purge_everywhere
from bulletin_tui.store.tending import tend
from properties.test_store_model import Marking
from unit.store.damage import PAGE_BYTES, overwrite_page
from unit.store.samples import ARTICLE, make_annotation

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bulletin_tui.model.annotation import Annotation

JUMPS = st.sampled_from([timedelta(days=-400), timedelta(seconds=-1), timedelta(days=400)])


class KilledError(Exception):
    """Stands for the end of the process."""


class Failing(Marking):
    """Nothing that was saved is lost, whatever happens to the program and to the file."""

    @rule()
    def be_killed(self) -> None:
        """What was not committed was never there; the data folder is used as it was just then."""
        again = self.place.with_name(f"{self.place.name}'")
        with suppress(KilledError), self.workspace.store.act() as act:
            act.add(ARTICLE, make_annotation(ARTICLE, mark_id="never-saved"))
            shutil.copytree(self.place, again)
            raise KilledError
        self.workspace.close()
        shutil.rmtree(self.place)
        self.place = again
        self.workspace = self.open()

    @rule(where=st.floats(0, 1, exclude_max=True), how=st.sampled_from(["page", "cut", "gone"]))
    def be_damaged(self, where: float, how: str) -> None:
        """Everything comes back; what can be undone does as a whole, or not at all."""
        self.workspace.close()
        file = self.workspace.paths.state_db
        spoil(file, where, how)
        self.workspace = self.open()
        connection = self.workspace.store._database.connection
        if not connection.execute("SELECT 1 FROM act LIMIT 1").fetchone():
            self.states, self.today = [self.marks], 0

    @rule(jump=JUMPS)
    def set_the_clock(self, jump: timedelta) -> None:
        """The order of revisions does not hang on it."""
        self.now += jump

    @rule()
    def look_after(self) -> None:
        """A backup changes nothing."""
        tended = tend(self.workspace.paths, self.now)
        assert (tended.damaged_rows, tended.journal_fault, tended.backup_fault) == (0, "", "")

    @rule(name=Marking.ids)
    def purge(self, name: str) -> None:
        """It never was; acts that changed nothing else were never done."""
        purge_everywhere(self.workspace.paths, name)
        self.purged.add(name)
        today = without(self.states[self.today], name)
        before = distinct(without(state, name) for state in self.states[: self.today + 1])
        after = distinct(without(state, name) for state in self.states[self.today :])
        assert before[-1] == after[0] == today
        self.states, self.today = before + after[1:], len(before) - 1


def without(state: dict[str, Annotation], name: str) -> dict[str, Annotation]:
    """A state that never had this mark."""
    return {other: mark for other, mark in state.items() if other != name}


def distinct(states: Iterable[dict[str, Annotation]]) -> list[dict[str, Annotation]]:
    """The states without those that are like the one before."""
    found: list[dict[str, Annotation]] = []
    for state in states:
        if not found or found[-1] != state:
            found.append(state)
    return found


def spoil(file: Path, where: float, how: str) -> None:
    """Destroy a page, cut the file short, or remove it."""
    size = file.stat().st_size
    if how == "page":
        overwrite_page(file, int(where * size) // PAGE_BYTES)
    elif how == "cut":
        os.truncate(file, int(where * size))
    else:
        file.unlink()


Failing.TestCase.settings = settings(max_examples=30, stateful_step_count=20, deadline=None)
test_failing = Failing.TestCase
