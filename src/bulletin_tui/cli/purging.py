"""`bulletin purge`: a mark removed for good, from every copy that is in reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.cli.confirming import check_can_ask, is_answered_yes
from bulletin_tui.cli.session import DONE, INCOMPLETE, Session
from bulletin_tui.cli.verb import Verb, add_json
from bulletin_tui.services.purging import check_known, find_annotation, purge
from bulletin_tui.services.workspace import open_workspace
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import N_, _

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from pathlib import Path

    from bulletin_tui.cli.output import Output
    from bulletin_tui.model.annotation import Annotation


def purge_mark(session: Session, *, annotation_id: str, is_sure: bool, as_json: bool) -> int:
    """Remove a mark for good, and say where it may still be.

    Raises UsageError when nobody can be asked whether that is meant.
    """
    out = session.out
    with open_workspace(session.paths, session.settings, only_saves=True) as workspace:
        check_known(workspace, annotation_id)
        if not is_sure and not _is_confirmed(out, find_annotation(workspace, annotation_id)):
            out.warn(_("Nothing was removed."))
            return INCOMPLETE
        purged = purge(workspace, annotation_id)
    if as_json:
        out.json(
            {
                "purged": annotation_id,
                "left_in": [str(file) for file in purged.left],
                "out_of_reach": [str(file) for file in purged.out_of_reach],
            }
        )
        return INCOMPLETE if purged.left else DONE
    out.line(_("It is gone from the database, the journal and the backups of this device."))
    _name(
        out,
        _("These could not be written anew; that is tried again at the next start:"),
        purged.left,
    )
    _name(out, _("These still have it, and are left to you:"), purged.out_of_reach)
    out.line(_("Exports that you made, and devices that exchanged marks with this one, keep it."))
    return INCOMPLETE if purged.left else DONE


def _is_confirmed(out: Output, mark: Annotation | None) -> bool:
    check_can_ask(out, _("A mark is removed for good only when somebody says so."))
    if mark is not None:
        out.text(f"{mark.quote.exact}\n{mark.note}" if mark.note else mark.quote.exact)
    question = _("Remove it for good, so that nothing can bring it back? Type “yes”.")
    return is_answered_yes(out, question)


def _name(out: Output, sentence: str, files: list[Path]) -> None:
    if files:
        out.line(sentence)
    for file in files:
        out.line(f"  {clean_line(str(file))}")


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "annotation_id", metavar="ID", help=_("a mark's id, as `bulletin annotations` names it")
    )
    parser.add_argument(
        "--yes", action="store_true", dest="is_sure", help=_("do not ask whether it is meant")
    )
    add_json(parser)


VERBS = (Verb("purge", "ID", N_("remove a mark for good"), _arguments, purge_mark),)
