"""The price: what building an index takes, how large it is, and what a change takes."""

from __future__ import annotations

import sqlite3
import subprocess
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from finding.corpus import article
from finding.library import cost_of
from finding.ours import Upkeep, build_from_files, builder_command, builder_order
from finding.table import print_table, quantile, times

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from finding.corpus import Story
    from finding.library import Library

TEXT_TABLES = ("article", "passage", "file")
"""The catalogue and the text; all else in the file serves to find words."""
CHANGES = 60


def report_building(library: Library) -> None:
    """Build every index anew."""
    ours, theirs = library.build_anew()
    named = {"ours, one process": ours, "tantivy, one writer thread": theirs}
    print_table(
        f"Building: {library.corpus.size} articles that are parsed already, s",
        ["", "wall", "CPU", "CPU of tantivy"],
        [
            [name, f"{cost.wall_s:.1f}", f"{cost.cpu_s:.1f}", times(cost.cpu_s, theirs.cpu_s)]
            for name, cost in named.items()
        ],
    )
    _report_sizes(library)


def report_workers(library: Library) -> None:
    """Build the index of a folder in one process, and in the program that the interface starts.

    And in two processes that share nothing, each with half of the files and an index of its own:
    what the machine gives at best.
    """
    files = sorted(library.files.rglob("*.md"))
    with TemporaryDirectory(dir=library.folder) as folder:
        alone = cost_of(lambda: build_from_files(files, Path(folder, "alone.db")))
        command = builder_command(Path(folder, "workers.db"))
        shared = cost_of(lambda: _run(command, builder_order(library.files)))
        apart = cost_of(lambda: _build_halves(files, Path(folder)))
    costs = {"one process": alone, "with workers": shared, "two halves, an index each": apart}
    print_table(
        f"Building: {library.corpus.size} files, read and parsed as well, s",
        ["", "wall", "CPU", "wall of one process (promised ≤ .5)"],
        [
            [name, f"{cost.wall_s:.1f}", f"{cost.cpu_s:.1f}", times(cost.wall_s, alone.wall_s)]
            for name, cost in costs.items()
        ],
    )


def _build_halves(files: Sequence[Path], folder: Path) -> None:
    halves, indexes = (files[::2], files[1::2]), (folder / "even.db", folder / "odd.db")
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(build_from_files, halves, indexes))


def _run(command: Sequence[str], order: bytes) -> None:
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as process:
        assert process.stdin is not None
        process.stdin.write(order)
        process.stdin.flush()
        process.wait()


def _report_sizes(library: Library) -> None:
    text = sum(_bytes(story) for story in library.corpus)
    file = library.ours.stat().st_size
    tables = _table_bytes(library.ours)
    words = {name: size for name, size in tables.items() if name not in TEXT_TABLES}
    theirs = sum(path.stat().st_size for path in library.tantivy.iterdir())
    sizes = {
        "the text": text,
        "ours, index.db in all": file,
        **({"ours, to find words (promised ≤ .75)": sum(words.values())} if tables else {}),
        **{f"  {name}": size for name, size in tables.most_common()},
        "tantivy, without the text": theirs,
    }
    print_table(
        "Size",
        ["", "MB", "of the text"],
        [[name, f"{size / 1e6:.1f}", times(size, text)] for name, size in sizes.items()],
    )


def _bytes(story: Story) -> int:
    return len(story.title.encode()) + len(story.body.encode())


def _table_bytes(path: Path) -> Counter[str]:
    """Bytes of each table with its indexes; nothing where SQLite cannot tell."""
    sizes: Counter[str] = Counter()
    with closing(sqlite3.connect(path)) as connection:
        tables = dict(connection.execute("SELECT name, tbl_name FROM sqlite_schema"))
        try:
            pages = connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name")
        except sqlite3.OperationalError:
            return sizes
        for name, size in pages:
            sizes[_of_table(tables.get(name, name), tables)] += size
    return sizes


def _of_table(name: str, tables: Iterable[str]) -> str:
    """The table of words that a shadow table such as `title_words_data` belongs to."""
    owner = name.rpartition("_")[0]
    return owner if owner in tables else name


def report_changing(library: Library) -> None:
    """Add articles to the index one by one and change some, then undo it all."""
    stories = list(islice(library.corpus, CHANGES))
    added = [replace(story, id=f"added-{story.id}", body=_turned(story.body)) for story in stories]
    changed = [replace(story, body=_turned(story.body)) for story in stories]
    upkeep = Upkeep(library.ours)
    try:
        rows = [
            _row("add one (promised p50 ≤ 5)", _each(upkeep, added)),
            _row("change one (promised p50 ≤ 10)", _each(upkeep, changed)),
        ]
        for story in added:
            upkeep.remove(story.id)
        _each(upkeep, stories)
    finally:
        upkeep.close()
    heads = ["an article, with its tokens", "p50", "p95", "max"]
    print_table(f"Changing an index of {library.corpus.size} articles, ms", heads, rows)


def _turned(body: str) -> str:
    """The same words in another text."""
    return "\n".join(reversed(body.split("\n"))) + " …"


def _each(upkeep: Upkeep, stories: Iterable[Story]) -> list[float]:
    taken = []
    for story in stories:
        parsed = article(story)
        start = time.perf_counter()
        upkeep.write(parsed)
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def _row(name: str, series: list[float]) -> list[str]:
    figures = (quantile(series, 0.5), quantile(series, 0.95), max(series))
    return [name, *(f"{figure:.1f}" for figure in figures)]
