"""`bulletin restore`: marks taken up again from a file, also from one of another program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui.cli.session import DONE, INCOMPLETE, Session
from bulletin_tui.cli.standard_input import STDIN, not_read, read_stdin
from bulletin_tui.cli.verb import Verb, add_json, named
from bulletin_tui.errors import NothingFoundError
from bulletin_tui.model.annotation import AnchorState
from bulletin_tui.services.interchange.formats import READABLE
from bulletin_tui.services.restoring import read_bounded, restore
from bulletin_tui.services.safekeeping import look_after
from bulletin_tui.services.taking_up import Outcome
from bulletin_tui.services.workspace import open_workspace
from bulletin_tui.words import N_, _

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from bulletin_tui.cli.output import JsonObject, Output
    from bulletin_tui.services.restoring import Restoration

_MOST_NAMED = 50
"""Of what was refused; JSON names all of it."""


def restore_marks(
    session: Session, *, file: str, form: str | None, only_tries: bool, as_json: bool
) -> int:
    """Take up the marks of a file; those that are refused are named on stderr."""
    data = _read(file)
    with open_workspace(session.paths, session.settings, only_saves=not only_tries) as workspace:
        restored = restore(workspace, data, form, only_tries=only_tries)
        faults = () if only_tries else look_after(workspace, is_thorough=False)
    if not restored.marks and not restored.refusals:
        raise NothingFoundError(_("There are no marks in the file."))
    if as_json:
        session.out.json({"dry_run": only_tries, **_record(restored)})
    else:
        _write_summary(session.out, restored, only_tries=only_tries)
    _name_refusals(session.out, restored)
    for fault in faults:
        session.out.warn(fault)
    return INCOMPLETE if restored.refusals else DONE


def _read(file: str) -> bytes:
    if file == STDIN:
        return read_stdin()
    try:
        with Path(file).open("rb") as opened:
            return read_bounded(opened)
    except OSError as error:
        raise not_read(file, error) from error


def _record(restored: Restoration) -> JsonObject:
    return {
        "format": restored.form,
        **{outcome.value: restored.outcomes[outcome] for outcome in Outcome},
        "refused": len(restored.refusals),
        "states": {state.value: restored.states[state] for state in AnchorState},
        "marks": [
            {
                "id": mark.placed.annotation.id,
                "article_id": mark.placed.annotation.article_id,
                "outcome": mark.outcome,
                "state": mark.placed.state,
                "quote": mark.placed.annotation.quote.exact,
            }
            for mark in restored.marks
        ],
        "refusals": [{"where": each.where, "reason": each.reason} for each in restored.refusals],
    }


def _write_summary(out: Output, restored: Restoration, *, only_tries: bool) -> None:
    """What became of the marks, then where those stand that were written."""
    outcomes, states = restored.outcomes, restored.states
    facts = (
        (outcomes[Outcome.ADDED], _("{count} added")),
        (outcomes[Outcome.RETURNED], _("{count} brought back")),
        (outcomes[Outcome.UPDATED], _("{count} updated")),
        (outcomes[Outcome.ALREADY_THERE], _("{count} already there")),
        (outcomes[Outcome.NEWER_HERE], _("{count} newer here and left alone")),
        (outcomes[Outcome.PURGED], _("{count} removed here for good and left out")),
        (len(restored.refusals), _("{count} refused")),
    )
    places = (
        (states[AnchorState.KEPT], _("{count} placed")),
        (states[AnchorState.MOVED], _("{count} found in another place")),
        (states[AnchorState.CHANGED], _("{count} changed, to be confirmed")),
        (states[AnchorState.ORPHAN], _("{count} without a place for now")),
    )
    if only_tries:
        out.warn(_("Nothing was written. Without --dry-run:"))
    for group in (facts, places):
        named = [sentence.format(count=count) for count, sentence in group if count]
        if named:
            out.line(" · ".join(named))


def _name_refusals(out: Output, restored: Restoration) -> None:
    for refusal in restored.refusals[:_MOST_NAMED]:
        out.warn(f"{refusal.where}: {refusal.reason}")
    rest = len(restored.refusals) - _MOST_NAMED
    if rest > 0:
        sentence = _("… and {count} more")
        out.warn(sentence.format(count=rest))


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="FILE", type=named, help=_("an exported file, or - for stdin")
    )
    parser.add_argument(
        "--format",
        dest="form",
        choices=READABLE,
        help=_("its format, where it is not told by what it holds"),
    )
    parser.add_argument(
        "--dry-run", action="store_true", dest="only_tries", help=_("only say what would be done")
    )
    add_json(parser)


VERBS = (
    Verb(
        "restore",
        "FILE",
        N_("take up marks from a file"),
        _arguments,
        restore_marks,
        reads_library=True,
    ),
)
