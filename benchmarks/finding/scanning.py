"""Scanning: what it takes to look through the text itself, with ripgrep and with fzf."""

from __future__ import annotations

import shutil
import subprocess
import time
from typing import TYPE_CHECKING

from finding.peers import fold
from finding.queries import spread
from finding.table import print_table, quantile

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from finding.library import Library
    from finding.queries import Question

QUERIES = 5
RIPGREP = ("rg", "--count", "--fixed-strings", "--ignore-case", "--")
FZF = ("fzf", "--filter")


def report_scanning(library: Library, questions: Sequence[Question]) -> None:
    """A line of folded text an article; fzf is asked once over that, as it takes long."""
    titles, texts = library.folder / "titles.txt", library.folder / "texts.txt"
    with titles.open("w") as title_lines, texts.open("w") as text_lines:
        for story in library.corpus:
            title_lines.write(fold(story.title) + "\n")
            text_lines.write(fold(f"{story.title} {story.body}").replace("\n", " ") + "\n")
    plain = [question for question in questions if question.kind == "nodia"] or questions
    typed = [question.typed for question in spread(plain, QUERIES)]
    scans = (
        ("ripgrep, texts", RIPGREP, texts, typed),
        ("fzf, titles", FZF, titles, typed),
        ("fzf, texts", FZF, texts, typed[:1]),
    )
    rows = [
        [name, *_figures([_scan((*argv, each), path) for each in queries])]
        for name, argv, path, queries in scans
        if shutil.which(argv[0])
    ]
    if rows:
        print_table(
            f"Scanning: {library.corpus.size} articles, folded, a process a query, ms",
            ["", "queries", "p50", "max"],
            rows,
        )


def _figures(series: list[float]) -> list[str]:
    return [str(len(series)), f"{quantile(series, 0.5):.0f}", f"{max(series):.0f}"]


def _scan(argv: Sequence[str], path: Path) -> float:
    """Milliseconds of the process; it may well find nothing."""
    start = time.perf_counter()
    with path.open("rb") as lines:
        subprocess.run(argv, stdin=lines, stdout=subprocess.DEVNULL, check=False)
    return (time.perf_counter() - start) * 1000
