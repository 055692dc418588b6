"""Importing files: each is read in a process of its own, judged, and its bytes are kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui.errors import ArticleUnreadableError, NotSavedError
from bulletin_tui.library.files import read_article_bytes
from bulletin_tui.library.originals import Originals
from bulletin_tui.search.preparing import from_line
from bulletin_tui.search.stored import restore
from bulletin_tui.services.importing.gathering import gather
from bulletin_tui.services.importing.judging import Judge
from bulletin_tui.services.importing.report import ImportedFile, ImportReport, Outcome
from bulletin_tui.words import _
from bulletin_tui.workers.pool import PreparePool, process_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bulletin_tui.model.article import ArticleSummary
    from bulletin_tui.services.stacks import Stacks
    from bulletin_tui.workers.pool import Answer

_TICK_S = 0.2


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How files are imported."""

    source: str | None = None
    """The name of the source that they are put under, whatever they say of themselves."""
    only_tries: bool = False
    """Whether nothing is to be written."""


def import_files(
    stacks: Stacks,
    folder: Path,
    wanted: Sequence[Path],
    options: ImportOptions,
    *,
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
    is_stopped: Callable[[], bool] = lambda: False,
) -> ImportReport:
    """Take files and folders into the originals below `folder`; each wholly or not at all.

    `stacks` is the library as it is, which shows what was imported once it is read again.
    `on_progress` is called with how many files are done, of how many. Raises IndexUnavailableError,
    also if no process can be started.
    """
    paths, skipped = gather(wanted)
    importer = _Importer(stacks, Originals(folder), options)
    taken: list[ImportedFile] = list(skipped)
    on_progress(0, len(paths))
    before = [_state(path) for path in paths]
    with PreparePool(paths, process_count(len(paths))) as pool:
        for done, state in enumerate(before, start=1):
            answer = _take(pool, is_stopped)
            if answer is None:
                return ImportReport(tuple(taken), is_complete=False)
            taken.append(importer.take_in(answer, state))
            on_progress(done, len(paths))
    return ImportReport(tuple(taken), is_complete=True)


def _take(pool: PreparePool, is_stopped: Callable[[], bool]) -> Answer | None:
    while not is_stopped():
        answer = pool.take(_TICK_S)
        if answer is not None:
            return answer
    return None


class _Importer:
    """Takes in one file after the other."""

    def __init__(self, stacks: Stacks, originals: Originals, options: ImportOptions) -> None:
        self._options = options
        self._originals = originals
        if not options.only_tries:
            originals.sweep()
        self._judge = Judge(stacks, originals)

    def take_in(self, answer: Answer, state: tuple[int, ...] | None) -> ImportedFile:
        """Judge one file and keep its bytes, if they are still those that were read."""
        path = str(answer.path)
        if answer.refusal is not None:
            return ImportedFile(path, Outcome.SKIPPED, reason=answer.refusal.reason)
        article = restore(from_line(answer.line))
        verdict = self._judge.judge(article, answer.path.name)
        done = ImportedFile(path, verdict.outcome, article, verdict.reason, verdict.other)
        if verdict.outcome not in (Outcome.ADDED, Outcome.UPDATED):
            return done
        try:
            if not self._options.only_tries:
                done = replace(done, kept_at=self._keep(answer.path, state, verdict.other))
        except (ArticleUnreadableError, NotSavedError) as error:
            return ImportedFile(path, Outcome.SKIPPED, reason=error.words)
        self._judge.remember(article, verdict)
        return done

    def _keep(
        self, path: Path, state: tuple[int, ...] | None, older: ArticleSummary | None
    ) -> Path:
        data = read_article_bytes(path)
        if state is None or _state(path) != state:
            raise ArticleUnreadableError(
                _("The file changed while it was being read."), advice=_("Try again.")
            )
        for known in older.paths if older else ():
            if self._originals.holds(known):
                return self._originals.replace(Path(known), path.name, data)
        return self._originals.keep(self._options.source, path.name, data)


def _state(path: Path) -> tuple[int, ...] | None:
    """What tells that a file is still the same; None if it is not there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns
