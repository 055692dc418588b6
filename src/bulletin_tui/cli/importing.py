"""`bulletin import`: files and folders taken into the library, which keeps their bytes."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui.cli.indexing import bring_up_to_date, say_that_it_follows
from bulletin_tui.cli.output import Style
from bulletin_tui.cli.records import article_record
from bulletin_tui.cli.session import DONE, INCOMPLETE, Session
from bulletin_tui.cli.standard_input import STDIN, read_stdin
from bulletin_tui.cli.verb import Verb, add_json, named
from bulletin_tui.errors import (
    BulletinError,
    IndexBusyError,
    IndexUnavailableError,
    NothingFoundError,
    UsageError,
)
from bulletin_tui.reasons import system_reason
from bulletin_tui.services.describing import meta_line
from bulletin_tui.services.importing.filing import file_under
from bulletin_tui.services.importing.importing import ImportOptions, import_files
from bulletin_tui.services.importing.report import Outcome, counted
from bulletin_tui.services.index_condition import find_condition
from bulletin_tui.services.safekeeping import look_after
from bulletin_tui.services.workspace import open_workspace, reload_library
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import N_, _, ngettext

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Callable, Iterator, Sequence

    from bulletin_tui.cli.output import JsonObject, Output
    from bulletin_tui.services.importing.report import ImportedFile, ImportReport
    from bulletin_tui.services.workspace import Workspace

_NAME_OF_STDIN = "stdin.txt"


def import_articles(
    session: Session,
    *,
    files: Sequence[str],
    source: str | None,
    name: str,
    only_tries: bool,
    as_json: bool,
) -> int:
    """Take the files in, and say of each what became of it."""
    options = ImportOptions(source or None, only_tries)
    with _wanted(files, name) as wanted, open_workspace(session.paths, session.settings) as library:
        _have_index(session, library)
        report = _import(session, library, wanted, options)
        try:
            if not only_tries:
                _take_up(session, library, report, options.source)
        finally:  # what was taken in is said even if the library cannot show it
            said = _of_stdin(report) if STDIN in files else report
            _say(session.out, said, options, as_json=as_json)
    return INCOMPLETE if report.has_failures or not report.is_complete else DONE


def _say(out: Output, report: ImportReport, options: ImportOptions, *, as_json: bool) -> None:
    if not report.files and report.is_complete:
        raise NothingFoundError(_("There are no files in it."))
    if as_json:
        out.json({"dry_run": options.only_tries, **_record(report)})
    else:
        _write_report(out, report, options)
    if report.reason:
        out.warn(report.reason)


def _have_index(session: Session, library: Workspace) -> None:
    """Build the index that is to be built, so that files are judged by what is in the library.

    Where it cannot be, the bytes of what was imported still tell what is there.
    """
    with suppress(IndexUnavailableError):
        if library.stacks.grows and find_condition(session.paths) is None:
            bring_up_to_date(session, session.paths)
            reload_library(library)


def _import(
    session: Session, library: Workspace, wanted: Sequence[Path], options: ImportOptions
) -> ImportReport:
    try:
        return import_files(
            library.stacks,
            session.paths.imported,
            wanted,
            options,
            encodings=library.store.encodings.all(),
            corrections=library.store.corrections.all(),
            on_progress=_progress(session.out),
        )
    finally:
        session.out.end_progress()


def _take_up(
    session: Session, library: Workspace, report: ImportReport, source: str | None
) -> None:
    """Have the library show what was imported, under its source, which is kept like a mark."""
    if source:
        file_under(library, report, source)
        for fault in look_after(library, is_thorough=False):
            session.out.warn(fault)
    if not source and not report.changes_library:
        return
    reload_library(library)
    if library.stacks.grows:
        try:
            bring_up_to_date(session, session.paths)
        except IndexBusyError:
            say_that_it_follows(session)
        reload_library(library)


@contextmanager
def _wanted(files: Sequence[str], name: str) -> Iterator[list[Path]]:
    """The paths that were named; for `-` a file with what stdin holds, as long as it is needed."""
    if STDIN in files and len(files) > 1:
        raise UsageError(_("“-” for stdin stands alone."))
    if STDIN not in files:
        yield list(map(Path, files))
        return
    data = read_stdin()
    with tempfile.TemporaryDirectory(prefix="bulletin-") as folder:
        path = Path(folder, Path(name).name or _NAME_OF_STDIN)
        try:
            path.write_bytes(data)
        except OSError as error:
            sentence = _("{path} could not be written: {reason}.")
            raise BulletinError(sentence.format(path=path, reason=system_reason(error))) from error
        yield [path]


def _of_stdin(report: ImportReport) -> ImportReport:
    """The report without the file that held what stdin had, which is gone."""
    return replace(report, files=tuple(replace(file, path=STDIN) for file in report.files))


def _shown(path: str) -> str:
    return _("standard input") if path == STDIN else clean_line(path)


def _progress(out: Output) -> Callable[[int, int], None]:
    sentence = _("Importing {done} of {total}")
    return lambda done, total: out.progress(sentence.format(done=done, total=total))


def _record(report: ImportReport) -> JsonObject:
    return {
        **{outcome.value: report.outcomes[outcome] for outcome in Outcome},
        "is_complete": report.is_complete,
        "reason": report.reason,
        "files": [_file_record(file) for file in report.files],
    }


def _file_record(file: ImportedFile) -> JsonObject:
    article = file.article
    return {
        "path": file.path,
        "outcome": file.outcome,
        "reason": file.reason,
        "kept_path": str(file.kept_path) if file.kept_path else None,
        "other_id": file.other.id if file.other else None,
        "article": article_record(article.summary) if article else None,
        "folded_blocks": sum(block.is_folded for block in article.document.blocks)
        if article
        else None,
        "warnings": article.document.warnings if article else (),
    }


def _write_report(out: Output, report: ImportReport, options: ImportOptions) -> None:
    """A line for each file that came to something, then how many came to what."""
    if options.only_tries:
        out.warn(_("Nothing was written. Without --dry-run:"))
    for file in report.files:
        if file.outcome is Outcome.SKIPPED:
            out.warn(f"{_shown(file.path)}: {file.reason}")
        else:
            _write_file(out, file)
    out.line(counted(report, options.source))


def _write_file(out: Output, file: ImportedFile) -> None:
    if file.article is None:
        return
    summary = file.article.summary
    if not out.is_terminal:
        out.row(file.outcome, summary.id, summary.title, _shown(file.path))
        return
    sign = {Outcome.ADDED: "+", Outcome.UPDATED: "↻", Outcome.DUPLICATE: "="}[file.outcome]
    out.line(f"{sign} ", (summary.title, Style.STRONG))
    facts = [meta_line(summary), _folded(file), _other(file), *file.article.document.warnings]
    for fact in filter(None, facts):
        out.line("  ", (fact, Style.DIM))


def _folded(file: ImportedFile) -> str:
    blocks = file.article.document.blocks if file.article else ()
    count = sum(block.is_folded for block in blocks)
    words = ngettext("{count} line folded", "{count} lines folded", count)
    return words.format(count=count) if count else ""


def _other(file: ImportedFile) -> str:
    if file.other is None:
        return ""
    if file.outcome is Outcome.UPDATED:
        return _("a newer version; marks go along")
    return _("its text is that of {path}").format(path=clean_line(file.other.paths[0]))


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        type=named,
        help=_("a file, a folder, or - for stdin"),
    )
    parser.add_argument(
        "--source",
        type=clean_line,
        metavar="NAME",
        help=_("put them under this source, also what is there already"),
    )
    parser.add_argument(
        "--name",
        metavar="NAME",
        default=_NAME_OF_STDIN,
        help=_("the file name that stands for stdin, which tells its format"),
    )
    parser.add_argument(
        "--dry-run", action="store_true", dest="only_tries", help=_("only say what would be done")
    )
    add_json(parser)


VERBS = (Verb("import", "FILE", N_("take files into the library"), _arguments, import_articles),)
