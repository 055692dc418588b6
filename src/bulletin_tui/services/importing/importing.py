"""Importing files: each is read in a process of its own, judged, and its bytes are kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, TypeAlias

from bulletin_tui.errors import ArticleUnreadableError, IndexUnavailableError, NotSavedError
from bulletin_tui.library.files import read_article_bytes
from bulletin_tui.library.kept_bytes import KeptBytes
from bulletin_tui.library.originals import Originals, safe_name
from bulletin_tui.search.preparing import from_line
from bulletin_tui.search.stored import restore
from bulletin_tui.services.importing.gathering import gather
from bulletin_tui.services.importing.judging import Judge, Verdict
from bulletin_tui.services.importing.report import ImportedFile, ImportReport, Outcome
from bulletin_tui.text.by_hand import corrected
from bulletin_tui.words import _
from bulletin_tui.workers.one_file import prepare_file
from bulletin_tui.workers.pool import PreparePool, process_count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from bulletin_tui.model.article import Article
    from bulletin_tui.services.stacks import Stacks
    from bulletin_tui.workers.pool import Answer

Corrections: TypeAlias = "Mapping[str, Mapping[str, str]]"
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
    encodings: Mapping[str, str] | None = None,
    corrections: Corrections | None = None,
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
    is_stopped: Callable[[], bool] = lambda: False,
) -> ImportReport:
    """Take files and folders into the originals below `folder`; each wholly or not at all.

    `stacks` is the library as it is, which shows what was imported once it is read again.
    `encodings` are those that the reader chose, by path; `corrections` were made by hand, by
    the ids of articles, and the report has the articles with them, as the library will.
    `on_progress` is called with how many files are done, of how many. Raises NotSavedError,
    and IndexUnavailableError before the first file; later that ends the import, and the report has
    the reason.
    """
    paths, skipped = gather(wanted)
    importer = _Importer(stacks, Originals(folder), options, encodings or {})
    taken: list[ImportedFile] = list(skipped)
    on_progress(0, len(paths))
    try:
        for done, file in enumerate(_take_all(importer, paths, is_stopped), start=1):
            taken.append(_as_corrected(file, corrections or {}))
            on_progress(done, len(paths))
    except IndexUnavailableError as error:
        return ImportReport(tuple(taken), is_complete=False, reason=error.words)
    return ImportReport(tuple(taken), is_complete=len(taken) == len(skipped) + len(paths))


def _as_corrected(file: ImportedFile, corrections: Corrections) -> ImportedFile:
    """A newer version takes over what was corrected in the article whose place it takes."""
    if file.article is None:
        return file
    own = corrections.get(file.article.id)
    values = own or corrections.get(file.other.id if file.other is not None else "")
    return replace(file, article=corrected(file.article, values)) if values else file


def _take_all(
    importer: _Importer, paths: Sequence[Path], is_stopped: Callable[[], bool]
) -> Iterator[ImportedFile]:
    """What becomes of the files, in their order, until `is_stopped`."""
    before = [_state(path) for path in paths]
    with PreparePool(paths, process_count(len(paths))) as pool:
        for path, state in zip(paths, before, strict=True):
            answer = _take(pool, is_stopped)
            if answer is None:
                return
            yield importer.take_in(path, answer, state)


def _take(pool: PreparePool, is_stopped: Callable[[], bool]) -> Answer | None:
    while not is_stopped():
        answer = pool.take(_TICK_S)
        if answer is not None:
            return answer
    return None


class _Importer:
    """Takes in one file after the other."""

    def __init__(
        self,
        stacks: Stacks,
        originals: Originals,
        options: ImportOptions,
        encodings: Mapping[str, str],
    ) -> None:
        self._stacks = stacks
        self._options = options
        self._originals = originals
        self._encodings = {path: each for path, each in encodings.items() if originals.holds(path)}
        if not options.only_tries:
            originals.sweep()
        self._kept = KeptBytes(originals.folder)
        self._judge = Judge(stacks, originals.folder, self._encodings)

    def take_in(self, path: Path, answer: Answer, state: tuple[int, ...] | None) -> ImportedFile:
        """Judge one file and keep its bytes, if they are still those that were read."""
        kept = self._kept.find(path)
        if kept is not None:
            return self._duplicate(path, answer, kept)
        article, verdict = self._judge_as_chosen(path) or self._judge_as_read(path, answer)
        done = ImportedFile(str(path), verdict.outcome, article, verdict.reason, verdict.other)
        if article is None or verdict.outcome not in (Outcome.ADDED, Outcome.UPDATED):
            return done
        try:
            if not self._options.only_tries:
                done = replace(done, kept_path=self._keep(path, state, verdict.place))
        except ArticleUnreadableError as error:  # told as those that tell why they cannot read it
            return ImportedFile(str(path), Outcome.SKIPPED, reason=str(error))
        except NotSavedError as error:
            return ImportedFile(str(path), Outcome.SKIPPED, reason=error.words)
        self._judge.remember(article, verdict)
        if verdict.place is not None:
            self._kept.forget(verdict.place)
        return done

    def _duplicate(self, path: Path, answer: Answer, kept: Path) -> ImportedFile:
        """What has the bytes of a kept file is read as that is; the index may not know it yet."""
        encoding = self._encodings.get(str(kept))
        article = (_read_as(path, encoding) if encoding else None) or _as_read(answer)
        ids = self._stacks.ids_at([str(kept)])
        other = self._stacks.find_summary(ids[0]) if ids else None
        outcome = Outcome.SKIPPED if article is None else Outcome.DUPLICATE
        reason = answer.refusal.reason if article is None and answer.refusal else ""
        return ImportedFile(str(path), outcome, article, reason, other)

    def _judge_as_chosen(self, path: Path) -> tuple[Article, Verdict] | None:
        """For a newer version of a file whose encoding was chosen."""
        name = safe_name(path.name)
        likely = {each for kept, each in self._encodings.items() if PurePath(kept).name == name}
        for encoding in sorted(likely):
            article = _read_as(path, encoding)
            if article is None:
                continue
            verdict = self._judge.judge(article, path.name, encoding)
            if verdict.outcome in (Outcome.UPDATED, Outcome.DUPLICATE):
                return article, verdict
        return None

    def _judge_as_read(self, path: Path, answer: Answer) -> tuple[Article | None, Verdict]:
        article = _as_read(answer)
        if article is None:
            reason = answer.refusal.reason if answer.refusal else ""
            return None, Verdict(Outcome.SKIPPED, reason=reason)
        verdict = self._judge.judge(article, path.name)
        return None if verdict.outcome is Outcome.SKIPPED else article, verdict

    def _keep(self, path: Path, state: tuple[int, ...] | None, place: Path | None) -> Path:
        data = read_article_bytes(path)
        if state is None or _state(path) != state:
            raise ArticleUnreadableError(
                _("The file changed while it was being read."), advice=_("Try again.")
            )
        if place is not None:
            return self._originals.replace(place, path.name, data)
        return self._originals.keep(self._options.source, path.name, data)


def _as_read(answer: Answer) -> Article | None:
    return restore(from_line(answer.line)) if answer.refusal is None else None


def _read_as(path: Path, encoding: str) -> Article | None:
    try:
        return restore(prepare_file(path, encoding))
    except ArticleUnreadableError:
        return None


def _state(path: Path) -> tuple[int, ...] | None:
    """What tells that a file is still the same; None if it is not there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns
