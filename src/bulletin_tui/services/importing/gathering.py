"""Which files an import is to take: the named ones, and everything in the named folders."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui.library.shelf import find_all_files
from bulletin_tui.services.importing.report import ImportedFile, Outcome
from bulletin_tui.services.kinds_of_files import why_no_article

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bulletin_tui.model.library import FileProblem


def gather(wanted: Iterable[Path]) -> tuple[tuple[Path, ...], tuple[ImportedFile, ...]]:
    """The files to be read, each once, and those that cannot be articles, with the reason."""
    files: dict[Path, None] = {}
    skipped: list[ImportedFile] = []
    for path in wanted:
        if not os.path.isdir(path):  # noqa: PTH112 - of any text, also one that can be no name
            files[path] = None
            continue
        found = find_all_files(path)
        skipped.extend(map(_skipped, (*found.absent, *found.problems)))
        for each in (Path(file.path) for file in found.files):
            if reason := why_no_article(each):
                skipped.append(_no_article(each, reason))
            else:
                files[each] = None
    return tuple(files), tuple(skipped)


def _skipped(problem: FileProblem) -> ImportedFile:
    return ImportedFile(problem.path, Outcome.SKIPPED, reason=problem.reason)


def _no_article(path: Path, reason: str) -> ImportedFile:
    return ImportedFile(str(path), Outcome.SKIPPED, reason=reason, is_no_article=True)
