"""`bulletin export`: every mark, to take elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui.cli.session import DONE, Session
from bulletin_tui.cli.verb import Verb
from bulletin_tui.errors import BulletinError
from bulletin_tui.services.exporting import export_json, export_markdown, write_export
from bulletin_tui.services.workspace import open_workspace
from bulletin_tui.words import N_, _

if TYPE_CHECKING:
    from argparse import ArgumentParser

FORMATS = {"markdown": export_markdown, "json": export_json}


def export(
    session: Session, *, form: str, article_id: str | None, file: Path | None, force: bool
) -> int:
    """Write the marks of all articles or one, to stdout or into a new file."""
    with open_workspace(session.paths, session.settings) as workspace:
        exported = FORMATS[form](workspace, article_id)
        notice = workspace.store.notice
    if file is None:
        session.out.text(exported)
    else:
        _save(file, exported, force=force)
    if notice:
        session.out.warn(notice)
    return DONE


def _save(file: Path, text: str, *, force: bool) -> None:
    try:
        write_export(file, text, replace=force)
    except FileExistsError as error:
        message = _("{path} is there already.").format(path=file)
        raise BulletinError(message, advice=_("`--force` replaces it.")) from error
    except OSError as error:
        message = _("{path} could not be written: {reason}.")
        raise BulletinError(message.format(path=file, reason=error.strerror)) from error


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--format",
        dest="form",
        choices=list(FORMATS),
        default="markdown",
        help=_("Markdown to read, or JSON for programs"),
    )
    parser.add_argument(
        "--article", dest="article_id", metavar="ID", help=_("only of this article")
    )
    parser.add_argument(
        "-o", dest="file", type=Path, metavar="FILE", help=_("write into a new file")
    )
    parser.add_argument("--force", action="store_true", help=_("replace the file if it is there"))


VERBS = (Verb("export", "", N_("write all marks as Markdown or JSON"), _arguments, export),)
