"""Whether saved marks survive a disk that fails, and whether the person is told.

    python benchmarks/faults.py [--acts 60] [--seed 1] [--only NAME,...]

A child process marks an article through the services while its disk is full, its files may not
grow, or single calls of the system fail. Every act that it acknowledges has to be in the database
afterwards, and in the journal unless the person was told that it is not. What needs the right to
mount, or strace, is left out without it. The exit status is 1 when anything was lost, broken or
not told.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from durability import NOTE, Tally, check, in_journals, make_article, paths_in

from bulletin_tui.errors import BulletinError
from bulletin_tui.model.annotation import HighlightColor
from bulletin_tui.model.article import Span
from bulletin_tui.services.annotating import add_highlight, edit_note
from bulletin_tui.services.stacks import MemoryStacks
from bulletin_tui.services.workspace import Workspace
from bulletin_tui.settings import Settings
from bulletin_tui.store.store import open_store
from bulletin_tui.store.tending import tend

if TYPE_CHECKING:
    from collections.abc import Callable

SMALL_FILE_BYTES, SMALL_DISK = 200_000, "1m"
ATTEMPTS = 3
"""How often a person tries to save the same note."""
TENDED_EVERY = 10

CALLS = {
    "fsync fails": "fsync,fdatasync:error=EIO:when=40+31",
    "fsync: no room": "fsync,fdatasync:error=ENOSPC:when=41+23",
    "database write fails": "pwrite64:error=EIO:when=60+211",
    "database write: no room": "pwrite64:error=ENOSPC:when=61+173",
    "journal write fails": "write:error=EIO:when=5+3",
    "journal write: no room": "write:error=ENOSPC:when=6+2",
    "unlink fails": "unlink:error=EIO:when=9+7",
}
"""Which calls strace lets fail, and how often: https://man7.org/linux/man-pages/man1/strace.1.html"""


@dataclass(slots=True)
class Outcome:
    """What became of one child."""

    acts: dict[str, tuple[int, str, bool]] = field(default_factory=dict)
    """By mark: the last revision acknowledged, its note, and whether the journal was said to lack
    it."""
    acknowledged: int = 0
    told: int = 0
    injected: int = 0
    lost: int = 0
    broken: int = 0
    untold: int = 0


def main() -> int:
    """Run every fault, print a line for each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--acts", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    parser.add_argument("--child", metavar="FOLDER", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child is not None:
        return mark(options.child, options.acts, options.seed)
    chosen = [name.strip() for name in options.only.split(",") if name.strip()]
    names = [name for name in ("small disk", "small files", *CALLS) if not chosen or name in chosen]
    print(f"{'':<26}{'saved':>7}{'faults':>8}{'told':>6}{'lost':>6}{'untold':>8}{'broken':>8}")
    failed = False
    for name in names:
        outcome = suffer(name, options.acts, options.seed)
        if outcome is None:
            print(f"{name:<26}not measured")
            continue
        faults = str(outcome.injected) if outcome.injected else "–"
        print(
            f"{name:<26}{outcome.acknowledged:>7}{faults:>8}{outcome.told:>6}"
            f"{outcome.lost:>6}{outcome.untold:>8}{outcome.broken:>8}"
        )
        failed = failed or bool(outcome.lost or outcome.untold or outcome.broken)
        failed = failed or not outcome.told
    return 1 if failed else 0


def suffer(name: str, acts: int, seed: int) -> Outcome | None:
    """Run a child under one fault; None where that is not possible."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        command = [sys.executable, __file__, "--acts", str(acts), "--seed", str(seed), "--child"]
        place, trace = folder / "home", folder / "trace"
        place.mkdir()
        limit: Callable[[], None] | None = None
        if name in CALLS:
            if shutil.which("strace") is None:
                return None
            calls = CALLS[name].partition(":")[0]
            tracing = ["-e", f"trace={calls}", "-e", f"inject={CALLS[name]}"]
            command = ["strace", "-f", "-qq", "-o", str(trace), *tracing, *command]
        elif name == "small disk":
            if not mount(place):
                return None
            stack.callback(subprocess.run, ["umount", str(place)], check=True)
        else:
            limit = limit_files
        open_store(paths_in(place)).close()
        said = run_child([*command, str(place)], limit)
        outcome = read_outcome(said)
        if trace.exists():
            outcome.injected = trace.read_text().count("(INJECTED)")
        if name == "small disk":
            subprocess.run(["mount", "-o", "remount,size=64m", str(place)], check=True)
        look_for_everything(place, outcome)
        return outcome


def run_child(command: list[str], limit: Callable[[], None] | None) -> list[str]:
    """What the child said, line by line."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "LANGUAGE": "en"}
    done = subprocess.run(
        command, stdout=subprocess.PIPE, env=environment, preexec_fn=limit, check=False
    )
    return done.stdout.decode().splitlines()


def limit_files() -> None:
    """Let no file grow beyond some size."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL_FILE_BYTES, SMALL_FILE_BYTES))


def mount(folder: Path) -> bool:
    """Put a small disk there."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={SMALL_DISK}", "tmpfs", str(folder)]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def read_outcome(said: list[str]) -> Outcome:
    """What was acknowledged and told."""
    outcome = Outcome()
    for line in said:
        kind, *values = json.loads(line)
        if kind == "saved":
            mark_id, revision, note, is_told = values
            outcome.acts[mark_id] = (revision, note, is_told)
            outcome.acknowledged += 1
        if kind == "told" or values[-1] is True:
            outcome.told += 1
    return outcome


def look_for_everything(folder: Path, outcome: Outcome) -> None:
    """The journal as it was left, then the database once the disk works again."""
    events, _bad = in_journals(paths_in(folder).journal)
    written = {(each.annotation.id, each.annotation.note) for each in events}
    outcome.untold = sum(
        not is_told and (mark_id, note) not in written
        for mark_id, (_revision, note, is_told) in outcome.acts.items()
    )
    tally = Tally()
    tally.notes = {name: (revision, note) for name, (revision, note, _) in outcome.acts.items()}
    check(folder, tally)
    outcome.lost, outcome.broken = tally.lost, tally.broken + tally.journals_unlike


def mark(folder: Path, acts: int, seed: int) -> int:
    """Add and edit marks as a person does who tries again; say what was saved, and what told."""
    article, chance = make_article(), random.Random(seed)
    try:
        store = open_store(paths_in(folder))
    except BulletinError as error:
        say("told", str(error))
        return 0
    with closing(store):
        if not store.keeps:
            say("told", store.notice)
            return 0
        workspace = Workspace(paths_in(folder), Settings(), MemoryStacks((article,)), store)
        for number in range(acts):
            start = chance.randrange(len(article.text) - 400)
            save(workspace, Span(start, start + 100), f"{NOTE}{chance.random()}")
            if number % TENDED_EVERY == TENDED_EVERY - 1:
                look_after(workspace, number)
    return 0


def save(workspace: Workspace, span: Span, note: str) -> None:
    """Highlight a passage and write a note on it."""
    article = workspace.get_article("bai-dai")
    for _attempt in range(ATTEMPTS):
        try:
            made = add_highlight(workspace, article, span, HighlightColor.YELLOW, NOTE)
            say("saved", made.id, made.revision, made.note, bool(workspace.store.journal_fault))
            edited = edit_note(workspace, made.id, note)
        except BulletinError as error:
            say("told", str(error))
            continue
        fault = bool(workspace.store.journal_fault)
        return say("saved", edited.id, edited.revision, edited.note, fault)
    return None


def look_after(workspace: Workspace, number: int) -> None:
    """Have backups made."""
    try:
        tended = tend(workspace.paths, datetime.now(UTC) + timedelta(hours=number))
    except BulletinError as error:
        return say("told", str(error))
    for fault in filter(None, (tended.journal_fault, tended.backup_fault)):
        say("told", fault)
    return None


def say(*what: object) -> None:
    """One line of JSON, by a call that is not let fail."""
    os.writev(sys.stdout.fileno(), [json.dumps(what).encode() + b"\n"])


if __name__ == "__main__":
    sys.exit(main())
