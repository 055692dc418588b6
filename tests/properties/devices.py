"""Random histories of several devices that exchange marks through a folder not to be trusted.

Clocks are wrong and jump, files arrive in parts, are copied by the synchroniser and wiped; a device
is copied with its data folder. What every device acknowledged is told apart from what it shows.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import HighlightColor
from bulletin_tui.services.annotating import add_highlight, edit_note, recolor, remove, undo
from bulletin_tui.services.stacks import MemoryStacks
from bulletin_tui.services.syncing import sync, use_folder
from bulletin_tui.services.workspace import Workspace
from bulletin_tui.settings import Settings
from bulletin_tui.store.devices import _place_of
from bulletin_tui.store.store import open_store
from bulletin_tui.text.words import word_spans
from unit.store.samples import ARTICLE, NOW, make_paths

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.paths import Paths

COLORS = tuple(HighlightColor)
SPANS = word_spans(ARTICLE.text)[:30]


@dataclass(slots=True)
class Device:
    """One device: its data, the folder as it sees it, and its idea of the time."""

    root: Path
    chance: random.Random
    skew: timedelta
    workspace: Workspace = field(init=False)
    acknowledged: dict[str, set[str]] = field(default_factory=dict)
    """Every note that was saved here, by its mark."""

    @property
    def shared(self) -> Path:
        """This device's copy of the shared folder."""
        return self.root / "shared"

    def open(self) -> None:
        """Start the program."""
        paths = make_paths(self.root)
        store = open_store(paths, now=self.now)
        self.workspace = Workspace(paths, Settings(), MemoryStacks((ARTICLE,)), store)
        use_folder(self.workspace, self.shared)

    def now(self) -> datetime:
        """A clock that is wrong by as much as it likes, and not always in the same way."""
        return NOW + self.skew + timedelta(seconds=self.chance.uniform(-9, 9))

    def act(self) -> None:
        """Do something to a mark of this device or of another."""
        ids = [mark.id for mark in self.workspace.store.annotations()]
        deed = self.chance.random()
        if not ids or deed < 0.35:
            note = f"ghi chú {self.chance.getrandbits(64):x}"
            span = self.chance.choice(SPANS)
            mark = add_highlight(self.workspace, ARTICLE, span, self.chance.choice(COLORS), note)
            self.acknowledged.setdefault(mark.id, set()).add(mark.note)
        elif deed < 0.65:
            name, note = self.chance.choice(ids), f"sửa {self.chance.getrandbits(64):x}"
            edit_note(self.workspace, name, note)
            self.acknowledged.setdefault(name, set()).add(note)
        elif deed < 0.8:
            recolor(self.workspace, self.chance.choice(ids), self.chance.choice(COLORS))
        elif deed < 0.9:
            remove(self.workspace, [self.chance.choice(ids)])
        else:
            undo(self.workspace)

    def restart(self) -> None:
        """End the program and start it again."""
        self.workspace.close()
        self.open()

    def marks(self) -> dict[str, Annotation]:
        """What it shows, without what only its own rows have."""
        store = self.workspace.store
        found = (*store.annotations(), *store.removed_annotations())
        return {mark.id: replace(mark, revision=0) for mark in found}

    def revisions_of(self, annotation_id: str) -> set[str]:
        """Every note that the mark ever had, as far as it is known here."""
        with self.workspace.store.act() as act:
            return {one.note for one in act.history(annotation_id)}


def _pretend_to_be_at_home(paths: Paths) -> None:
    """Let a copied database look as if it had always been there, as on a copied machine."""
    with closing(sqlite3.connect(paths.state_db)) as connection, connection:
        place = _place_of(paths.data)
        connection.execute("UPDATE meta SET value = ? WHERE key = 'device place'", (place,))


class History:
    """Three devices and what happens to them; deterministic for a seed."""

    def __init__(self, root: Path, seed: int) -> None:
        self._chance = random.Random(seed)
        self._root = root
        self.devices: list[Device] = []
        for number in range(3):
            chance = random.Random(seed * 7 + number)
            self._add(Device(root / f"may-{number}", chance, self._skew()))

    def _skew(self) -> timedelta:
        return timedelta(seconds=self._chance.choice([-86_400, -5, 0, 4, 9, 40_000_000]))

    def _add(self, device: Device) -> None:
        device.shared.mkdir(parents=True)
        device.open()
        self.devices.append(device)

    def run(self, steps: int) -> None:
        """Let things happen."""
        for _step in range(steps):
            device = self._chance.choice(self.devices)
            happening = self._chance.random()
            if happening < 0.5:
                device.act()
            elif happening < 0.65:
                sync(device.workspace)
            elif happening < 0.8:
                self._carry(device, self._chance.choice(self.devices), whole=False)
            else:
                self._mishap(device)

    def _mishap(self, device: Device) -> None:
        mishap = self._chance.randrange(6)
        if mishap == 0:
            device.skew = self._skew()
        elif mishap == 1:
            device.restart()
        elif mishap == 2:
            for file in device.shared.iterdir():
                file.unlink()
        elif mishap == 3:
            self._leave_conflict_copy(device)
        elif mishap == 4:
            self._damage_a_line(device)
        elif len(self.devices) < 4:
            self._copy_device(device)

    def _carry(self, source: Device, target: Device, *, whole: bool) -> None:
        """Bring files from one folder to another, or a part of each, but never an older one."""
        for file in source.shared.iterdir():
            data = file.read_bytes()
            if not whole and self._chance.random() < 0.3:
                data = data[: self._chance.randrange(len(data) + 1)]
            goal = target.shared / file.name
            there = goal.read_bytes() if goal.exists() else b""
            is_own = whole and file.name.startswith(source.workspace.store.exchange.device())
            if not there.startswith(data) and (is_own or len(there) < len(data)):
                goal.write_bytes(data)

    def _leave_conflict_copy(self, device: Device) -> None:
        for file in list(device.shared.glob("*.jsonl"))[:1]:
            shutil.copy(file, file.with_name(f"{file.stem}.sync-conflict-20260301.jsonl"))

    def _damage_a_line(self, device: Device) -> None:
        files = sorted(device.shared.glob("*.jsonl"))
        if files:
            file = self._chance.choice(files)
            data = bytearray(file.read_bytes())
            if data:
                data[self._chance.randrange(len(data))] ^= 0x11
                file.write_bytes(data)

    def _copy_device(self, device: Device) -> None:
        device.workspace.close()
        root = self._root / "may-chep"
        shutil.copytree(device.root, root)
        shutil.rmtree(root / "shared")
        if self._chance.random() < 0.5:
            _pretend_to_be_at_home(make_paths(root))
        device.open()
        twin = Device(root, random.Random(self._chance.random()), device.skew)
        self._add(twin)

    def settle(self) -> None:
        """Let every folder have everything, and every device take it in."""
        for _round in range(3):
            for device in self.devices:
                sync(device.workspace)
            for source in self.devices:
                for target in self.devices:
                    self._carry(source, target, whole=True)

    def close(self) -> None:
        """End all programs."""
        for device in self.devices:
            device.workspace.close()
