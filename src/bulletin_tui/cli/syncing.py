"""`bulletin sync`: marks of other devices, through a folder that anything may carry about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.cli.output import Style
from bulletin_tui.cli.session import DONE, INCOMPLETE, Session
from bulletin_tui.cli.verb import Verb, add_json, named_path
from bulletin_tui.errors import UsageError
from bulletin_tui.services.syncing import (
    is_missing,
    stop_syncing,
    sync,
    sync_status,
    use_folder,
)
from bulletin_tui.services.workspace import open_workspace
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import N_, _, ngettext

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from pathlib import Path

    from bulletin_tui.cli.output import JsonObject, Output
    from bulletin_tui.services.syncing import LogStatus, SyncReport, SyncStatus
    from bulletin_tui.services.workspace import Workspace


def exchange(
    session: Session, *, folder: Path | None, wants_status: bool, is_off: bool, as_json: bool
) -> int:
    """Choose the folder, exchange marks through it, or say what came from where."""
    if (folder is not None) + wants_status + is_off > 1:
        raise UsageError(_("Of FOLDER, --status and --off only one can be meant."))
    with open_workspace(session.paths, session.settings) as workspace:
        workspace.store.check_keeping()
        if is_off:
            return _stop(session.out, workspace, as_json=as_json)
        if wants_status:
            return _show_status(session.out, workspace, as_json=as_json)
        if folder is not None:
            _choose(session.out, workspace, folder)
        report, status = sync(workspace), sync_status(workspace)
    if report is None or status is None:
        raise _no_folder()
    if as_json:
        session.out.json({"received": report.received, "logs_written": report.logs_written})
    else:
        session.out.line(_summary(report))
    if status.damage:
        where = _("`bulletin sync --status` says in which of them.")
        session.out.warn(f"{status.damage} {where}")
    return INCOMPLETE if status.damage else DONE


def _choose(out: Output, workspace: Workspace, folder: Path) -> None:
    """Use the folder; one that is made is named, for it may be a slip of the fingers."""
    is_new = is_missing(folder)
    chosen = use_folder(workspace, folder)
    if is_new:
        sentence = _("The folder {path} was not there and has been made.")
        out.warn(sentence.format(path=clean_line(str(chosen))))


def _stop(out: Output, workspace: Workspace, *, as_json: bool) -> int:
    folder = stop_syncing(workspace)
    if as_json:
        out.json({"stopped": str(folder) if folder is not None else None})
    elif folder is None:
        out.line(_("Marks are not exchanged with other devices, so there is nothing to end."))
    else:
        sentence = _("Marks are exchanged through {path} no more; what came from there stays.")
        out.line(sentence.format(path=clean_line(str(folder))))
    return DONE


def _summary(report: SyncReport) -> str:
    if not report.received and not report.logs_written:
        return _("Nothing new here or there.")
    received = ngettext(
        "{count} change taken in", "{count} changes taken in", report.received
    ).format(count=report.received)
    if not report.logs_written:
        return received
    return " · ".join((received, _("what was marked here is there now")))


def _show_status(out: Output, workspace: Workspace, *, as_json: bool) -> int:
    status = sync_status(workspace)
    if status is None:
        raise _no_folder()
    if as_json:
        out.json(_record(status))
    else:
        out.line((clean_line(str(status.folder)), Style.STRONG))
        for log in status.logs:
            out.line(f"  {_log_line(log)}")
        if not status.logs:
            out.line("  ", _("There is no log in it yet: `bulletin sync` puts one there."))
    for fault in filter(None, (status.fault, status.journal_fault)):
        out.warn(fault)
    return INCOMPLETE if status.fault or status.journal_fault else DONE


def _log_line(log: LogStatus) -> str:
    who = _("this device") if log.is_own else (log.device_name or log.device or _("unknown device"))
    changes = ngettext("{count} change", "{count} changes", log.changes).format(count=log.changes)
    bad = ngettext("{count} bad line", "{count} bad lines", log.bad_lines)
    unread = ngettext("{count} byte not read yet", "{count} bytes not read yet", log.unread_bytes)
    parts = (
        who,
        changes,
        bad.format(count=log.bad_lines) if log.bad_lines else "",
        unread.format(count=log.unread_bytes) if log.unread_bytes else "",
        log.name,
    )
    return " · ".join(part for part in parts if part)


def _record(status: SyncStatus) -> JsonObject:
    return {
        "folder": str(status.folder),
        "device": status.device,
        "fault": status.fault or None,
        "journal_fault": status.journal_fault or None,
        "logs": [
            {
                "name": log.name,
                "device": log.device,
                "device_name": log.device_name or None,
                "own": log.is_own,
                "changes": log.changes,
                "bad_lines": log.bad_lines,
                "unread_bytes": log.unread_bytes,
            }
            for log in status.logs
        ],
    }


def _no_folder() -> UsageError:
    return UsageError(
        _("No folder for other devices has been chosen yet."),
        advice=_("`bulletin sync FOLDER` chooses one that your devices share."),
    )


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "folder",
        metavar="FOLDER",
        nargs="?",
        type=named_path,
        help=_("exchange marks through this folder from now on"),
    )
    parser.add_argument(
        "--status", action="store_true", dest="wants_status", help=_("say what came from where")
    )
    parser.add_argument(
        "--off", action="store_true", dest="is_off", help=_("exchange nothing any more")
    )
    add_json(parser)


VERBS = (Verb("sync", "[FOLDER]", N_("exchange marks with other devices"), _arguments, exchange),)
