"""Whether a saved mark survives SIGKILL at any moment.

    python benchmarks/durability.py [--runs 300] [--seed 1] [--damage] [--control]

A child process marks an article through the services and acknowledges every act once it is
saved; it is killed a moment after it began to open the database, or after its first
acknowledgement. Then everything acknowledged has to be there, the database sound, and the journal
has to have the same. With `--damage` the database is spoilt before each child begins, so that most
are killed while they mend it. With `--control` the child acknowledges before it saves: the rig then
has to find losses. The exit status is 1 when anything was lost or broken.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import HighlightColor
from bulletin_tui.model.article import Article, ArticleSummary, Block, BlockKind, Document, Span
from bulletin_tui.paths import Paths
from bulletin_tui.services.annotating import add_highlight, edit_note, remove
from bulletin_tui.services.stacks import MemoryStacks
from bulletin_tui.services.workspace import Workspace
from bulletin_tui.settings import Settings
from bulletin_tui.store.events import MarkEvent
from bulletin_tui.store.journal import journals_in, read_log
from bulletin_tui.store.log_lines import LineReader
from bulletin_tui.store.store import StoreAccess, open_store
from bulletin_tui.text.hashing import text_hash

if TYPE_CHECKING:
    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.store.revisions import Revision

PAGE_BYTES = 4096
OPENING_SECONDS, MENDING_SECONDS = 0.010, 0.4
"""Within these after it began to open the database a child is killed."""
RUNS_A_FOLDER = 15
"""Runs that share a database, so that both young and grown ones are hit."""
EARLY_SECONDS = 0.02
"""Between a control's acknowledgement and its saving: long enough for a kill to fall into it."""
WORDS = 4000
NOTE = "Ghi chú viết trong lúc máy có thể tắt bất cứ khi nào. " * 4


@dataclass(slots=True)
class Tally:
    """What became of the runs."""

    runs: int = 0
    killed_opening: int = 0
    acknowledged: int = 0
    lost: int = 0
    broken: int = 0
    not_in_journal: int = 0
    journals_unlike: int = 0
    damaged: int = 0
    notes: dict[str, tuple[int, str]] = field(default_factory=dict)
    """Of the present folder: the last revision acknowledged of each mark, and its note."""


def main() -> int:
    """Run the rig, print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--damage", action="store_true")
    parser.add_argument("--control", action="store_true")
    parser.add_argument("--child", metavar="FOLDER", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child is not None:
        mark_for_ever(options.child, options.seed, early=options.control)
    tally = run(options.runs, options.seed, control=options.control, damage=options.damage)
    return print_tally(tally)


def print_tally(tally: Tally) -> int:
    """The table; returns the exit status."""
    print(f"{'runs':>30} {tally.runs}")
    print(f"{'cut short while opening':>30} {tally.killed_opening}")
    print(f"{'acts acknowledged':>30} {tally.acknowledged}")
    print(f"{'marks lost or set back':>30} {tally.lost}")
    print(f"{'databases broken':>30} {tally.broken}")
    print(f"{'marks the journal had not yet':>30} {tally.not_in_journal}")
    print(f"{'journals unlike their database':>30} {tally.journals_unlike}")
    if tally.damaged:
        print(f"{'databases spoilt beforehand':>30} {tally.damaged}")
    failures = (tally.lost, tally.broken, tally.not_in_journal, tally.journals_unlike)
    return 1 if any(failures) else 0


def run(runs: int, seed: int, *, control: bool, damage: bool) -> Tally:
    """Kill `runs` children, a new folder every few of them."""
    moments = random.Random(seed)
    tally = Tally()
    while tally.runs < runs:
        tally.notes.clear()
        with tempfile.TemporaryDirectory() as folder:
            for number in range(min(RUNS_A_FOLDER, runs - tally.runs)):
                if damage and number:
                    spoil(paths_in(Path(folder)).state_db, moments)
                    tally.damaged += 1
                longest = MENDING_SECONDS if damage and number else OPENING_SECONDS
                kill_one(Path(folder), moments, tally, control=control, longest=longest)
                check(Path(folder), tally)
    return tally


def spoil(file: Path, chance: random.Random) -> None:
    """Do to a file what a bad disk does, or a person."""
    size = file.stat().st_size
    how = chance.randrange(4)
    if how == 0:
        file.unlink()
    elif how == 1:
        os.truncate(file, chance.randrange(size))
    else:
        with file.open("r+b") as stream:
            stream.seek(chance.randrange(size // PAGE_BYTES) * PAGE_BYTES)
            stream.write(chance.randbytes(PAGE_BYTES))


def kill_one(
    folder: Path,
    moments: random.Random,
    tally: Tally,
    *,
    control: bool = False,
    longest: float = OPENING_SECONDS,
) -> None:
    """Start a child, kill it, and take down what it acknowledged."""
    command = [sys.executable, __file__, "--child", str(folder), "--seed", str(tally.runs)]
    if control:
        command.append("--control")
    lines_before, seconds = moments.choice(((1, longest), (2, 0.030)))
    with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        said = [child.stdout.readline() for _line in range(lines_before)]
        time.sleep(moments.uniform(0.0005, seconds))
        child.send_signal(signal.SIGKILL)
        said.extend(child.stdout.readlines())
    acts = [line for line in said[1:] if line.endswith(b"\n")]
    tally.runs += 1
    tally.killed_opening += not acts
    tally.acknowledged += len(acts)
    for act in acts:
        mark, revision, note = json.loads(act)
        tally.notes[mark] = (revision, note)


def check(folder: Path, tally: Tally) -> None:
    """Look for everything acknowledged in this folder so far; in the journal before all else."""
    events, _bad = in_journals(paths_in(folder).journal)
    written = {(each.annotation.id, each.annotation.note) for each in events}
    tally.not_in_journal += sum(
        (mark, note) not in written for mark, (_revision, note) in tally.notes.items()
    )
    with closing(open_store(paths_in(folder))) as store:
        with store.act() as act:
            lost = [
                mark
                for mark, (revision, note) in tally.notes.items()
                if not is_there(act.find(mark), revision, note)
            ]
        tally.lost += len(lost)
        for mark in lost:
            del tally.notes[mark]
        sound = store.access is StoreAccess.WRITABLE and (tally.damaged > 0 or not store.notice)
        sound = sound and not store.damaged_rows(check_all=True)
    with closing(sqlite3.connect(paths_in(folder).state_db)) as connection:
        sound = sound and connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = set(connection.execute("SELECT device, clock FROM annotation"))
    tally.broken += not sound
    events, bad = in_journals(paths_in(folder).journal)
    names = {(each.device, each.clock) for each in events}
    tally.journals_unlike += bool(bad) or rows != names


def in_journals(folder: Path) -> tuple[list[Revision], int]:
    """What the journal has, and how many of its lines are bad."""
    found: list[Revision] = []
    bad = 0
    for journal in journals_in(folder):
        reader = LineReader()
        events = read_log(journal.file, reader)
        found += [event.revision for event in events if isinstance(event, MarkEvent)]
        bad += reader.bad
    return found, bad


def is_there(found: Annotation | None, revision: int, note: str) -> bool:
    """Whether an act is in the database; one after it may be there without acknowledgement."""
    if found is None or found.revision < revision:
        return False
    return found.revision > revision or found.note == note


def mark_for_ever(folder: Path, seed: int, *, early: bool) -> None:
    """Add, edit and remove marks; each act is a line on stdout as soon as it is saved."""
    article = make_article()
    chance = random.Random(seed)
    say("opening")
    store = open_store(paths_in(folder))
    workspace = Workspace(paths_in(folder), Settings(), MemoryStacks((article,)), store)
    while True:
        start = chance.randrange(len(article.text) - 400)
        span = Span(start, start + chance.randrange(20, 400))
        made = add_highlight(workspace, article, span, HighlightColor.YELLOW, NOTE)
        say([made.id, made.revision, made.note])
        note = f"{NOTE}{chance.random()}"
        if early:
            say([made.id, made.revision + 1, note])
            time.sleep(EARLY_SECONDS)
        edited = edit_note(workspace, made.id, note)
        say([edited.id, edited.revision, edited.note])
        if chance.random() < 0.3:
            (removed,) = remove(workspace, [made.id])
            say([removed.id, removed.revision, removed.note])


def say(what: object) -> None:
    """One line of JSON, at once."""
    os.write(sys.stdout.fileno(), json.dumps(what).encode() + b"\n")


def make_article() -> Article:
    """An article long enough for thousands of marks."""
    text = " ".join(f"chữ{number}" for number in range(WORDS))
    summary = ArticleSummary(
        id="bai-dai",
        title="Bài dài",
        source=None,
        place=None,
        authors=(),
        published=None,
        updated=None,
        language=None,
        documents=(),
        portal=None,
        paths=("bai-dai.txt",),
        words=WORDS,
    )
    document = Document(text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    return Article(summary, document, text_hash(text))


def paths_in(folder: Path) -> Paths:
    """Everything below one folder."""
    return Paths(folder / "articles", folder / "data", folder / "cache", folder / "config")


if __name__ == "__main__":
    sys.exit(main())
