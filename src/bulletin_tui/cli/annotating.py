"""`bulletin annotate`, `annotations` and `recover`: marks made and listed without the reader."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from bulletin_tui.cli.output import Style
from bulletin_tui.cli.passages import find_quote, in_context
from bulletin_tui.cli.records import annotation_record
from bulletin_tui.cli.session import DONE, Session
from bulletin_tui.cli.verb import Verb, add_json, positive
from bulletin_tui.errors import (
    ArticleNotFoundError,
    NothingFoundError,
    NotSavedError,
    UsageError,
)
from bulletin_tui.model.annotation import AnchorState, AnnotationKind, HighlightColor
from bulletin_tui.services.annotating import add_highlight, list_annotations, list_removed
from bulletin_tui.services.marks.changing import bring_back
from bulletin_tui.services.safekeeping import look_after
from bulletin_tui.services.searching import match_label
from bulletin_tui.services.workspace import open_workspace
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import N_, _

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Collection, Sequence

    from bulletin_tui.cli.output import Output
    from bulletin_tui.model.annotation import Annotation, PlacedAnnotation
    from bulletin_tui.model.article import Article, Span
    from bulletin_tui.services.workspace import Workspace


STATES = {
    AnchorState.KEPT: "",
    AnchorState.MOVED: N_("moved with the text"),
    AnchorState.CHANGED: N_("changed with the text"),
    AnchorState.ORPHAN: N_("its passage is gone"),
}


def annotate(
    session: Session,
    *,
    article_id: str,
    quote: str,
    occurrence: int | None,
    note: str,
    color: str,
    tags: Sequence[str],
    as_json: bool,
) -> int:
    """Highlight the passage that `quote` names. Raises UsageError when it names several."""
    with open_workspace(session.paths, session.settings) as workspace:
        if not workspace.store.keeps:
            raise NotSavedError(workspace.store.notice)
        article = workspace.get_article(article_id)
        span = _chosen(article, quote, occurrence)
        made = add_highlight(workspace, article, span, HighlightColor(color), note, tags)
        placed = workspace.placer.place(article, made)
        faults = look_after(workspace, is_thorough=False)
    for fault in faults:
        session.out.warn(fault)
    if as_json:
        session.out.json(annotation_record(placed))
    else:
        session.out.row(made.id, made.quote.exact)
    return DONE


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the marks that are listed must have."""

    kind: str | None
    tags: Sequence[str]
    color: str | None
    state: str | None

    def fits(self, placed: PlacedAnnotation) -> bool:
        mark = placed.annotation
        return (
            self.kind in (None, mark.kind)
            and self.color in (None, mark.color)
            and self.state in (None, placed.state)
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
    with open_workspace(session.paths, session.settings) as workspace:
        if article_id is not None:
            article_id = _known_id(workspace, article_id)
        listing = list_removed if removed else list_annotations
        found = [placed for placed in listing(workspace, article_id) if wanted.fits(placed)]
        absent = _absent(workspace, found)
        notice = workspace.store.notice
    if as_json:
        session.out.json({"annotations": [annotation_record(placed) for placed in found]})
    else:
        _write_marks(session.out, found, absent)
    if notice:
        session.out.warn(notice)
    if not found:
        raise NothingFoundError(_("There are no such marks."))
    return DONE


def recover(session: Session, *, ids: Sequence[str], as_json: bool) -> int:
    """Bring marks back that were removed; those that are there stay."""
    with open_workspace(session.paths, session.settings) as workspace:
        if not workspace.store.keeps:
            raise NotSavedError(workspace.store.notice)
        bring_back(workspace, ids)
        everything = {placed.annotation.id: placed for placed in list_annotations(workspace)}
        found = [everything[one] for one in dict.fromkeys(ids)]
        absent = _absent(workspace, found)
        faults = look_after(workspace, is_thorough=False)
    for fault in faults:
        session.out.warn(fault)
    if as_json:
        session.out.json({"annotations": [annotation_record(placed) for placed in found]})
    else:
        _write_marks(session.out, found, absent)
    return DONE


def _chosen(article: Article, quote: str, occurrence: int | None) -> Span:
    """The one place of a quote, or the one asked for, counted from 1."""
    places = find_quote(article.text, quote)
    shown = clean_line(quote)
    if not places:
        message = _("“{quote}” is not in “{title}”.")
        raise NothingFoundError(message.format(quote=shown, title=article.summary.title))
    if occurrence is None and len(places) > 1:
        message = _("“{quote}” stands in {count} places; choose one with --occurrence:")
        listed = (f"  {n}: {in_context(article.text, at)}" for n, at in enumerate(places, 1))
        message = message.format(quote=shown, count=len(places))
        raise UsageError("\n".join((message, *listed)))
    if occurrence is not None and occurrence > len(places):
        message = _("“{quote}” stands in {count} places only.")
        raise NothingFoundError(message.format(quote=shown, count=len(places)))
    return places[(occurrence or 1) - 1]


def _known_id(workspace: Workspace, article_id: str) -> str:
    """The whole id; an article that is gone still has its marks under the id as typed."""
    try:
        return workspace.get_id(article_id)
    except ArticleNotFoundError:
        return article_id


def _absent(workspace: Workspace, found: Sequence[PlacedAnnotation]) -> frozenset[str]:
    """The articles of marks that are in no folder of the library: nobody looked into their text."""
    lost = {placed.annotation.article_id for placed in found if placed.state is AnchorState.ORPHAN}
    return frozenset(each for each in lost if workspace.library.find_position(each) is None)


def _write_marks(out: Output, found: Sequence[PlacedAnnotation], absent: Collection[str]) -> None:
    for placed in found:
        mark = placed.annotation
        if not out.is_terminal:
            out.row(mark.id, mark.article_id, mark.kind, mark.quote.exact, mark.note, placed.state)
            continue
        out.line((mark.quote.exact, Style.STRONG))
        if placed.now:
            out.line(f"  + {placed.now}")
        for line in mark.note.splitlines():
            out.line(f"  {line}")
        is_absent = mark.article_id in absent
        out.line((f"  {_data_line(placed, is_absent=is_absent)}", Style.DIM))


def _data_line(placed: PlacedAnnotation, *, is_absent: bool) -> str:
    mark = placed.annotation
    state = _("its article is not in the library") if is_absent else _(STATES[placed.state])
    state = "" if mark.deleted else state
    data = (mark.id, mark.article_id, mark.color or mark.kind, ", ".join(mark.tags), state)
    return " · ".join(filter(None, data))


def _annotate_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("article_id", metavar="ID", help=_("an article's id, or how it begins"))
    parser.add_argument(
        "--quote", metavar="TEXT", required=True, help=_("the passage, in whole words")
    )
    parser.add_argument(
        "--occurrence",
        type=positive,
        metavar="NUMBER",
        help=_("which one, when the passage stands in several places"),
    )
    parser.add_argument("--note", metavar="TEXT", default="", help=_("words on the passage"))
    parser.add_argument(
        "--color",
        choices=[color.value for color in HighlightColor],
        default=HighlightColor.YELLOW.value,
        help=_("the highlight's colour"),
    )
    parser.add_argument(
        "--tag",
        dest="tags",
        metavar="TAG",
        action="append",
        default=[],
        help=_("a tag; may be given several times"),
    )
    add_json(parser)


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
        choices=[state.value for state in AnchorState],
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
        "annotate",
        "ID --quote TEXT",
        N_("highlight a passage"),
        _annotate_arguments,
        annotate,
        reads_library=True,
    ),
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
