"""`bulletin index`: the index of a large library, built while one waits."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui.cli.session import DONE, INCOMPLETE, Session
from bulletin_tui.cli.verb import Verb, add_json, named
from bulletin_tui.errors import IndexBusyError, IndexUnavailableError
from bulletin_tui.model.indexing import IndexState
from bulletin_tui.services.folders import library_folders
from bulletin_tui.services.identifying import follow_edited_files
from bulletin_tui.services.index_condition import find_condition
from bulletin_tui.services.indexing import Indexing, describe
from bulletin_tui.services.workspace import open_workspace
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import N_, _, ngettext

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from bulletin_tui.cli.output import JsonObject, Output
    from bulletin_tui.model.indexing import IndexProgress
    from bulletin_tui.paths import Paths
    from bulletin_tui.services.index_condition import IndexCondition


def build_index(session: Session, *, folder: str | None, is_anew: bool, as_json: bool) -> int:
    """Bring the index up to date; the files that cannot be read are named on stderr.

    Raises IndexUnavailableError if the build cannot come to its end.
    """
    out = session.out
    paths = session.paths if folder is None else session.paths.for_folder(Path(folder))
    last = bring_up_to_date(session, paths, is_anew=is_anew)
    condition = find_condition(paths)
    if condition is None:
        raise IndexUnavailableError(_("The search index was removed while it was being built."))
    if last.damage:
        sentence = _("The search index was damaged and has been built anew: {reason}.")
        out.warn(sentence.format(reason=last.damage))
    for problem in condition.problems:
        out.warn(f"{clean_line(problem.path)}: {problem.reason}")
    unworded = last.articles - last.worded
    if unworded:
        sentence = ngettext(
            "{count} article is found only by its title until the index is built again.",
            "{count} articles are found only by their titles until the index is built again.",
            unworded,
        )
        out.warn(sentence.format(count=unworded))
    if as_json:
        out.json(_record(paths, last, condition))
    else:
        _write_summary(out, last, condition)
    return INCOMPLETE if condition.problems or unworded else DONE


def bring_up_to_date(session: Session, paths: Paths, *, is_anew: bool = False) -> IndexProgress:
    """Have the index built, with its progress on the terminal; how the build ended.

    Raises IndexBusyError, and IndexUnavailableError if it cannot come to its end.
    """
    out = session.out
    indexing = Indexing(
        paths,
        lambda progress: out.progress(describe(progress)),
        language=session.settings.language,
        is_anew=is_anew,
    )
    indexing.start()
    try:
        last = indexing.wait()
    finally:
        indexing.stop()
        out.end_progress()
    if last.is_elsewhere:
        raise IndexBusyError(last.reason)
    if last.state is not IndexState.DONE:
        raise IndexUnavailableError(last.reason, advice=last.advice)
    _follow_edited_files(session, paths)
    return last


def say_that_it_follows(session: Session) -> None:
    """What was changed is done; only the index has yet to show it, once another build has ended."""
    words = _("Another window or command is building the search index; what has changed follows.")
    session.out.warn(words)


def _follow_edited_files(session: Session, paths: Paths) -> None:
    """What was marked and corrected goes along with the files that the build read anew."""
    with open_workspace(paths, session.settings, list_later=True) as workspace:
        follow_edited_files(workspace)


def _write_summary(out: Output, last: IndexProgress, condition: IndexCondition) -> None:
    articles = ngettext(
        "{count} article in the index", "{count} articles in the index", condition.articles
    )
    changed = ngettext("{count} file changed", "{count} files changed", last.changed)
    out.line(articles.format(count=condition.articles), " · ", changed.format(count=last.changed))


def _record(paths: Paths, last: IndexProgress, condition: IndexCondition) -> JsonObject:
    return {
        "folders": [str(folder) for folder in library_folders(paths)],
        "index": str(paths.index_db),
        "size": condition.size,
        "articles": condition.articles,
        "files": last.total,
        "changed": last.changed,
        "damage": last.damage,
        "problems": [
            {"path": problem.path, "reason": problem.reason} for problem in condition.problems
        ],
    }


def _index_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "folder",
        metavar="FOLDER",
        nargs="?",
        type=named,
        help=_("index this folder, for `bulletin FOLDER`, and not the library"),
    )
    parser.add_argument(
        "--rebuild", action="store_true", dest="is_anew", help=_("read every article again")
    )
    add_json(parser)


VERBS = (
    Verb(
        "index",
        "[FOLDER]",
        N_("build the search index of a large library"),
        _index_arguments,
        build_index,
    ),
)
