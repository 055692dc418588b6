"""How well, how soon and at what price articles are found, beside tantivy, fzf and ripgrep.

Without files, made-up articles and queries are used: good for speed and size, too easy to tell
quality. `--corpus` takes a file with one JSON object a line (id, title, body; date and source if
it has them), plain or .xz; `--queries` one with kind, q (what is typed) and rel (ids).
"""

from __future__ import annotations

import argparse
import os
import platform
import sqlite3
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from finding.building import report_building, report_changing, report_workers
from finding.corpus import Corpus
from finding.latency import report_latency
from finding.library import Library
from finding.made_up import made_up_corpus
from finding.opening import report_opening
from finding.quality import report_quality
from finding.queries import Question, made_questions, read_questions
from finding.scanning import report_scanning
from finding.typing_keys import report_typing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TARGETS = 60
"""Articles that made queries look for."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What the sections measure on."""

    options: argparse.Namespace
    all: Library
    few: Library
    """The first articles, which quality is told on, and which are parsed from files."""
    questions: Sequence[Question]


SECTIONS: dict[str, Callable[[Bench], None]] = {
    "build": lambda bench: report_building(bench.all),
    "workers": lambda bench: report_workers(bench.few),
    "quality": lambda bench: report_quality(bench.few, bench.questions),
    "latency": lambda bench: report_latency(bench.all, bench.questions, bench.options.typed),
    "scan": lambda bench: report_scanning(bench.all, bench.questions),
    "open": lambda bench: report_opening(bench.all, bench.questions),
    "change": lambda bench: report_changing(bench.all),
    "typing": lambda bench: report_typing(bench.all, bench.questions),
}


def main() -> None:
    """Print the facts of the run, then the sections that are asked for."""
    options = _options()
    _print_facts()
    with tempfile.TemporaryDirectory() as passing:
        bench = _bench(options, options.work or Path(passing))
        for name in options.only:
            SECTIONS[name](bench)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, help="articles, .jsonl or .jsonl.xz")
    parser.add_argument("--queries", type=Path, help="queries to those articles, .jsonl")
    parser.add_argument(
        "--only",
        type=_sections,
        default=list(SECTIONS),
        metavar="SECTION,…",
        help=f"of {', '.join(SECTIONS)}",
    )
    parser.add_argument("--articles", type=int, default=100_000, help="how many (%(default)s)")
    parser.add_argument(
        "--few", type=int, default=8_000, help="of them, for quality and workers (%(default)s)"
    )
    parser.add_argument("--typed", type=int, default=36, help="queries typed (%(default)s)")
    parser.add_argument(
        "--work", type=Path, help="a folder that keeps what is built; remove it when that changes"
    )
    options = parser.parse_args()
    if options.queries and not options.corpus:
        parser.error("queries need the articles they were made for: --corpus")
    return options


def _sections(names: str) -> list[str]:
    chosen = names.split(",")
    if unknown := set(chosen) - set(SECTIONS):
        raise argparse.ArgumentTypeError(f"no such section: {', '.join(sorted(unknown))}")
    return [name for name in SECTIONS if name in chosen]


def _bench(options: argparse.Namespace, folder: Path) -> Bench:
    corpus = _corpus(options, folder)
    few = corpus.first(options.few)
    questions = read_questions(options.queries) if options.queries else made_questions(few, TARGETS)
    return Bench(options, _library(corpus, folder), _library(few, folder), questions)


def _corpus(options: argparse.Namespace, folder: Path) -> Corpus:
    if options.corpus is None:
        folder.mkdir(parents=True, exist_ok=True)
        return made_up_corpus(folder / "made-up.jsonl", options.articles)
    every = Corpus(options.corpus, options.articles)
    return every.first(sum(1 for _story in every))


def _library(corpus: Corpus, folder: Path) -> Library:
    own = folder / str(corpus.size)
    own.mkdir(parents=True, exist_ok=True)
    return Library(corpus, own)


def _print_facts() -> None:
    print("Search: " + " ".join(sys.argv))
    print(
        f"  {time.strftime('%Y-%m-%d %H:%M')}, {os.cpu_count()} cores,"
        f" load {os.getloadavg()[0]:.1f}, {_memory_gb():.0f} GB, {platform.machine()},"
        f" Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )


def _memory_gb() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9


if __name__ == "__main__":
    main()
