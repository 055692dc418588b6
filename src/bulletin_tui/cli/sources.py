"""`bulletin add`, `sources` and `remove`: the folders that the library is made of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui.cli.confirming import check_can_ask, is_answered_yes
from bulletin_tui.cli.incomplete import name_files
from bulletin_tui.cli.indexing import bring_up_to_date, say_that_it_follows
from bulletin_tui.cli.output import Style
from bulletin_tui.cli.session import DONE, INCOMPLETE, Session
from bulletin_tui.cli.verb import Verb, add_json, as_text, named
from bulletin_tui.errors import FolderRefusedError, IndexBusyError, IndexUnavailableError
from bulletin_tui.model.indexing import IndexState
from bulletin_tui.services import sources
from bulletin_tui.services.index_condition import find_condition
from bulletin_tui.services.indexing import is_wanted
from bulletin_tui.services.removing import (
    check_imported,
    describe_removal,
    find_removable,
    remove_imported,
)
from bulletin_tui.services.safekeeping import look_after
from bulletin_tui.services.sources import Outcome, SourceKind
from bulletin_tui.services.unread_files import find_unread_files
from bulletin_tui.services.workspace import open_workspace
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import N_, _, ngettext

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from bulletin_tui.cli.output import JsonObject, Output
    from bulletin_tui.services.removing import Removal
    from bulletin_tui.services.sources import Addition, Source
    from bulletin_tui.services.workspace import Workspace


def add_folders(session: Session, *, folders: list[str], is_sure: bool) -> int:
    """Add folders and index them; those that cannot be added are named on stderr."""
    added: list[Addition] = []
    status = DONE
    with _open(session) as workspace:
        for typed in folders:
            try:
                added.append(_add(workspace, typed, is_sure=is_sure))
            except FolderRefusedError as error:
                session.out.warn(error.words)
                status = INCOMPLETE
        _look_after(session.out, workspace)
    for addition in added:
        session.out.line(sources.describe_addition(addition))
    new = [each.folder for each in added if each.outcome is Outcome.ADDED]
    if not new:
        return status
    return max(status, _index(session, new))


def _add(workspace: Workspace, typed: str, *, is_sure: bool) -> Addition:
    if typed == SourceKind.BUNDLED:
        return sources.add_bundled(workspace)
    folder = sources.resolve_folder(typed)
    if sources.is_everything(folder) and not is_sure:
        count = sources.describe_count(sources.count_articles_in(folder))
        sentence = _("{path} holds all of your files: {count} would be read.")
        raise FolderRefusedError(
            sentence.format(path=clean_line(str(folder)), count=count),
            advice=_("Add it anyway with --yes."),
        )
    return sources.add_folder(workspace, folder)


def _index(session: Session, new: list[Path]) -> int:
    """Index what is in the library now; the exit status tells what of the new could be read."""
    if not is_wanted(session.paths):
        return DONE
    end = _bring_up_to_date(session)
    if end is not IndexState.DONE:
        return _status_of(end)
    with _open(session) as workspace:
        counts = workspace.stacks.count_in(new)
    articles = ngettext("{count} article", "{count} articles", sum(counts))
    session.out.line(articles.format(count=sum(counts)))
    condition = find_condition(session.paths)
    problems = [
        problem
        for problem in (condition.problems if condition else ())
        if any(map(Path(problem.path).is_relative_to, new))
    ]
    name_files(session.out, problems)
    return INCOMPLETE if problems else DONE


def remove(session: Session, *, name: str, is_sure: bool) -> int:
    """Take a folder or an imported article out of the library; nothing and no mark is lost."""
    with _open(session) as workspace:
        article_id = find_removable(workspace, as_text(name))
        if article_id is None:
            said = _remove_folder(workspace, name)
        elif is_sure or _is_confirmed(session.out, check_imported(workspace, article_id)):
            said = describe_removal(remove_imported(workspace, article_id))
        else:
            session.out.warn(_("Nothing was removed."))
            return INCOMPLETE
        _look_after(session.out, workspace)
    session.out.line(said)
    return _status_of(_bring_up_to_date(session)) if is_wanted(session.paths) else DONE


def _remove_folder(workspace: Workspace, typed: str) -> str:
    removed = sources.remove_typed(workspace, typed)
    sentence = _("{path} was removed from the library; its files and your marks are kept.")
    return sentence.format(path=clean_line(str(removed)))


def _is_confirmed(out: Output, removal: Removal) -> bool:
    check_can_ask(out, _("An article is taken out only when somebody says so."))
    question = _("Take “{title}” out of the library? Its file is kept aside. Type “yes”.")
    return is_answered_yes(out, question.format(title=removal.title))


def _bring_up_to_date(session: Session) -> IndexState:
    """Have the index follow the folders; how that ended, once it was said why if it could not."""
    try:
        bring_up_to_date(session, session.paths)
    except IndexBusyError:
        say_that_it_follows(session)
        return IndexState.BUSY
    except IndexUnavailableError as error:
        session.out.warn(error.words)
        return IndexState.FAILED
    return IndexState.DONE


def _status_of(end: IndexState) -> int:
    return INCOMPLETE if end is IndexState.FAILED else DONE


def list_sources(session: Session, *, as_json: bool) -> int:
    """Name the folders; those that cannot be read now are named on stderr too."""
    with _open(session, only_reads=True) as workspace:
        found = sources.list_sources(workspace)
        unread = find_unread_files(session.paths, workspace.stacks)
    if as_json:
        session.out.json({"sources": [_record(source) for source in found]})
    else:
        for source in found:
            _write(session.out, source)
    away = [source for source in found if source.problem]
    for source in away:
        session.out.warn(f"{clean_line(str(source.folder))}: {source.problem}")
    name_files(session.out, unread)
    return INCOMPLETE if away else DONE


def _open(session: Session, *, only_reads: bool = False) -> Workspace:
    return open_workspace(session.paths, session.settings, list_later=True, only_reads=only_reads)


def _look_after(out: Output, workspace: Workspace) -> None:
    for sentence in look_after(workspace, is_thorough=False):
        out.warn(sentence)


def _write(out: Output, source: Source) -> None:
    path = clean_line(str(source.folder))
    if not out.is_terminal:
        seen = source.seen_at.isoformat(timespec="seconds") if source.seen_at else ""
        numbers = (str(source.articles), str(source.unreadable))
        out.row(source.kind, path, *numbers, seen, source.problem)
        return
    articles = ngettext("{count} article", "{count} articles", source.articles)
    parts = [articles.format(count=source.articles)]
    if source.unreadable:
        unread = ngettext("{count} unreadable file", "{count} unreadable files", source.unreadable)
        parts.append(unread.format(count=source.unreadable))
    if source.seen_at:
        date = source.seen_at.astimezone().strftime("%d/%m/%Y %H:%M")
        parts.append(_("last seen {date}").format(date=date))
    out.line((path, Style.STRONG))
    out.line((f"  {' · '.join([*parts, source.problem] if source.problem else parts)}", Style.DIM))


def _record(source: Source) -> JsonObject:
    return {
        "kind": source.kind,
        "path": str(source.folder),
        "articles": source.articles,
        "unreadable": source.unreadable,
        "seen_at": source.seen_at.isoformat() if source.seen_at else None,
        "problem": source.problem,
    }


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "folders",
        metavar="FOLDER",
        nargs="+",
        type=named,
        help=_("a folder, with all that is in it, or `bundled`"),
    )
    parser.add_argument(
        "--yes", action="store_true", dest="is_sure", help=_("add also what holds all files")
    )


def _remove_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "name",
        metavar="FOLDER|ID",
        type=named,
        help=_("a folder that was added, `bundled`, or an imported article or its file"),
    )
    parser.add_argument(
        "--yes", action="store_true", dest="is_sure", help=_("do not ask whether it is meant")
    )


VERBS = (
    Verb(
        "add", "FOLDER…", N_("add folders of articles to the library"), _add_arguments, add_folders
    ),
    Verb(
        "sources",
        "",
        N_("name the folders of the library"),
        add_json,
        list_sources,
        reads_library=True,
    ),
    Verb(
        "remove",
        "FOLDER|ID",
        N_("take a folder or an article out of the library"),
        _remove_arguments,
        remove,
    ),
)
