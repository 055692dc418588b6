"""`bulletin annotations` and `recover`: marks listed, and brought back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from bulletin_tui.cli.output import Style
from bulletin_tui.cli.records import annotation_record
from bulletin_tui.cli.session import DONE, Session
from bulletin_tui.cli.verb import Verb, add_json
from bulletin_tui.errors import NothingFoundError
from bulletin_tui.model.annotation import AnchorState, AnnotationKind, HighlightColor
from bulletin_tui.services.annotating import list_annotations, list_removed
from bulletin_tui.services.marked_articles import marked_id
from bulletin_tui.services.marks.changing import bring_back
from bulletin_tui.services.marks.elsewhere import ELSEWHERE, articles_elsewhere
from bulletin_tui.services.marks.other_versions import version_label
from bulletin_tui.services.safekeeping import look_after
from bulletin_tui.services.searching import match_label
from bulletin_tui.services.workspace import open_workspace
from bulletin_tui.words import N_, _

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Sequence

    from bulletin_tui.cli.output import JsonObject, Output
    from bulletin_tui.model.annotation import Annotation, PlacedAnnotation
    from bulletin_tui.services.workspace import Workspace


STATES = {
    AnchorState.KEPT: "",
    AnchorState.MOVED: N_("moved with the text"),
    AnchorState.CHANGED: N_("changed with the text"),
    AnchorState.ORPHAN: N_("its passage is gone"),
}


@dataclass(frozen=True, slots=True)
class _Listed:
    """A mark as it is listed."""

    placed: PlacedAnnotation
    state: str
    """That of its anchor, or `ELSEWHERE`."""
    is_absent: bool
    """Whether its article is in no folder of the library: nobody looked into its text."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the marks that are listed must have."""

    kind: str | None
    tags: Sequence[str]
    color: str | None
    state: str | None

    def fits(self, listed: _Listed) -> bool:
        mark = listed.placed.annotation
        return (
            self.kind in (None, mark.kind)
            and self.color in (None, mark.color)
            and self.state in (None, listed.state)
            and all(map(partial(_has_tag, mark), self.tags))
        )


def _has_tag(mark: Annotation, typed: str) -> bool:
    return any(match_label(typed, tag) is not None for tag in mark.tags)


def list_marks(
    session: Session,
    *,
    article_id: str | None,
    kind: str | None,
    tags: Sequence[str],
    color: str | None,
    state: str | None,
    removed: bool,
    as_json: bool,
) -> int:
    """List annotations: the orphans first, then the newest, or one article's in reading order."""
    wanted = _Wanted(kind, tags, color, state)
    with open_workspace(session.paths, session.settings, only_reads=True) as workspace:
        if article_id is not None:
            article_id = marked_id(workspace, article_id)
        listing = list_removed if removed else list_annotations
        every = _listed(workspace, listing(workspace, article_id))
        found = [listed for listed in every if wanted.fits(listed)]
        notice, device = workspace.store.notice, _device(workspace, found)
    if as_json:
        session.out.json({"annotations": [_record(listed) for listed in found]})
    else:
        _write_marks(session.out, found, device)
    if notice:
        session.out.warn(notice)
    if not found:
        raise NothingFoundError(_("There are no such marks."))
    return DONE


def recover(session: Session, *, ids: Sequence[str], as_json: bool) -> int:
    """Bring marks back that were removed; those that are there stay."""
    with open_workspace(session.paths, session.settings, only_saves=True) as workspace:
        workspace.store.check_keeping()
        bring_back(workspace, ids)
        everything = {placed.annotation.id: placed for placed in list_annotations(workspace)}
        found = _listed(workspace, [everything[one] for one in dict.fromkeys(ids)])
        device = _device(workspace, found)
        faults = look_after(workspace, is_thorough=False)
    for fault in faults:
        session.out.warn(fault)
    if as_json:
        session.out.json({"annotations": [_record(listed) for listed in found]})
    else:
        _write_marks(session.out, found, device)
    return DONE


def _listed(workspace: Workspace, found: Sequence[PlacedAnnotation]) -> list[_Listed]:
    """The marks, orphans before those that are elsewhere; else in their order."""
    elsewhere = articles_elsewhere(workspace, found)
    lost = {placed.annotation.article_id for placed in found if placed.state is AnchorState.ORPHAN}
    absent = {each for each in lost if workspace.library.find_position(each) is None}
    listed = []
    for placed in found:
        article_id = placed.annotation.article_id
        state = ELSEWHERE if article_id in elsewhere else placed.state.value
        listed.append(_Listed(placed, state, article_id in absent))
    return sorted(listed, key=lambda each: each.state != AnchorState.ORPHAN)


def _device(workspace: Workspace, found: Sequence[_Listed]) -> str:
    """This one, if another one wrote any of the notes."""
    has_others = any(listed.placed.annotation.other_notes for listed in found)
    return workspace.store.exchange.device() if has_others else ""


def _record(listed: _Listed) -> JsonObject:
    return annotation_record(listed.placed, listed.state)


def _write_marks(out: Output, found: Sequence[_Listed], device: str) -> None:
    for listed in found:
        placed = listed.placed
        mark = placed.annotation
        if not out.is_terminal:
            out.row(mark.id, mark.article_id, mark.kind, mark.quote.exact, mark.note, listed.state)
            continue
        out.line((mark.quote.exact, Style.STRONG))
        if placed.now:
            out.line(f"  + {placed.now}")
        for line in mark.note.splitlines():
            out.line(f"  {line}")
        for other in mark.other_notes:
            out.line(f"  ⇄ {version_label(other, device)}: {other.note}")
        out.line((f"  {_data_line(listed)}", Style.DIM))


def _data_line(listed: _Listed) -> str:
    mark = listed.placed.annotation
    state = "" if mark.deleted else _state_words(listed)
    data = (mark.id, mark.article_id, mark.color or mark.kind, ", ".join(mark.tags), state)
    return " · ".join(filter(None, data))


def _state_words(listed: _Listed) -> str:
    if listed.state == ELSEWHERE:
        return _("in another folder")
    if listed.is_absent:
        return _("its article is not in the library")
    return _(STATES[listed.placed.state])


def _annotations_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--article", dest="article_id", metavar="ID", help=_("only of this article")
    )
    parser.add_argument(
        "--kind", choices=[kind.value for kind in AnnotationKind], help=_("only of this kind")
    )
    parser.add_argument(
        "--tag",
        dest="tags",
        metavar="TAG",
        action="append",
        default=[],
        help=_("only with this tag, or one that begins so; may be given several times"),
    )
    parser.add_argument(
        "--color",
        choices=[color.value for color in HighlightColor],
        help=_("only of this colour"),
    )
    parser.add_argument(
        "--state",
        choices=[*(state.value for state in AnchorState), ELSEWHERE],
        help=_("only those that stand so in today's text"),
    )
    parser.add_argument(
        "--removed", action="store_true", help=_("those that were removed, instead of the others")
    )
    add_json(parser)


def _recover_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "ids", metavar="ID", nargs="+", help=_("a mark's id; `annotations --removed` names them")
    )
    add_json(parser)


VERBS = (
    Verb(
        "annotations",
        "",
        N_("list highlights and bookmarks"),
        _annotations_arguments,
        list_marks,
        reads_library=True,
    ),
    Verb(
        "recover",
        "ID…",
        N_("bring removed marks back"),
        _recover_arguments,
        recover,
        reads_library=True,
    ),
)
