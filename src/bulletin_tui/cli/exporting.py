"""`bulletin export`: every mark, to take elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.cli.session import DONE, Session
from bulletin_tui.cli.verb import Verb, named_path
from bulletin_tui.errors import BulletinError, UsageError
from bulletin_tui.reasons import system_reason
from bulletin_tui.services.exporting import FORMATS, Shape, export, export_into
from bulletin_tui.services.interchange.template import FORMS, MARK_FIELDS, parse_template
from bulletin_tui.services.new_files import write_file
from bulletin_tui.services.workspace import open_workspace
from bulletin_tui.words import N_, _

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from pathlib import Path

    from bulletin_tui.services.interchange.template import Template

_LONGEST_TEMPLATE = 65536
"""In code points."""


def export_marks(
    session: Session,
    *,
    form: str,
    template: Path | None,
    article_id: str | None,
    with_texts: bool,
    file: Path | None,
    folder: Path | None,
    force: bool,
) -> int:
    """Write the marks of all articles or one: to stdout, into a new file, or one an article."""
    shape = Shape(form, with_texts, _read_template(template, form) if template else None)
    with open_workspace(session.paths, session.settings, only_reads=True) as workspace:
        notice = workspace.store.notice
        if folder is not None:
            for written in export_into(workspace, folder, shape, article_id, replace=force):
                session.out.row(str(written))
        elif file is not None:
            _save(file, export(workspace, shape, article_id), force=force)
        else:
            session.out.text(export(workspace, shape, article_id))
    if notice:
        session.out.warn(notice)
    return DONE


def _read_template(file: Path, form: str) -> Template:
    if form != "markdown":
        raise UsageError(_("A template stands in the place of a format; choose one of the two."))
    try:
        with file.open(encoding="utf-8-sig") as opened:
            text = opened.read(_LONGEST_TEMPLATE + 1)
    except (OSError, UnicodeDecodeError) as error:
        sentence = _("{path} could not be read: {reason}.")
        reason = (
            system_reason(error) if isinstance(error, OSError) else _("it is not text in UTF-8")
        )
        raise BulletinError(sentence.format(path=file, reason=reason)) from error
    if len(text) > _LONGEST_TEMPLATE:
        raise UsageError(_("The template is too long."))
    return parse_template(text)


def _save(file: Path, text: str, *, force: bool) -> None:
    try:
        write_file(file, text, replace=force)
    except FileExistsError as error:
        message = _("{path} is there already.").format(path=file)
        raise BulletinError(message, advice=_("`--force` replaces it.")) from error
    except OSError as error:
        message = _("{path} could not be written: {reason}.")
        raise BulletinError(message.format(path=file, reason=system_reason(error))) from error


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--format",
        dest="form",
        choices=FORMATS,
        default="markdown",
        help=_("Markdown to read, jsonld to restore from, the others for other programs"),
    )
    parser.add_argument(
        "--template",
        type=named_path,
        metavar="FILE",
        help=_("a shape of your own, with the names of fields in braces"),
    )
    parser.add_argument(
        "--article", dest="article_id", metavar="ID", help=_("only of this article")
    )
    parser.add_argument(
        "--without-texts",
        dest="with_texts",
        action="store_false",
        help=_("leave out of jsonld the texts that were marked"),
    )
    parser.add_argument(
        "-o", dest="file", type=named_path, metavar="FILE", help=_("write into a new file")
    )
    parser.add_argument(
        "--into",
        dest="folder",
        type=named_path,
        metavar="FOLDER",
        help=_("write a file for each article into a folder, named after its title"),
    )
    parser.add_argument("--force", action="store_true", help=_("replace what is there"))
    parser.epilog = _template_help()


def _template_help() -> str:
    """What may stand in a template."""
    names = " ".join(f"{{{name}}}" for name in MARK_FIELDS)
    forms = " ".join(f"{{quote:{form}}}" for form in FORMS if form)
    sentence = _(
        "Fields of a template: {names}. How they are set: {forms}. Lines `%% article` and `%% mark`"
        " say what is written for each article and for each mark."
    )
    return sentence.format(names=names, forms=forms)


VERBS = (
    Verb(
        "export",
        "",
        N_("write all marks into a file"),
        _arguments,
        export_marks,
        reads_library=True,
    ),
)
