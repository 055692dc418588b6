"""`bulletin annotate`: marks made without the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.cli.passages import find_quote, in_context
from bulletin_tui.cli.records import annotation_record
from bulletin_tui.cli.session import DONE, Session
from bulletin_tui.cli.verb import Verb, add_json, positive
from bulletin_tui.errors import NothingFoundError, UsageError
from bulletin_tui.model.annotation import HighlightColor
from bulletin_tui.services.annotating import add_highlight
from bulletin_tui.services.safekeeping import look_after
from bulletin_tui.services.workspace import open_workspace
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import N_, _

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Sequence

    from bulletin_tui.model.article import Article, Span


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
    with open_workspace(session.paths, session.settings, only_saves=True) as workspace:
        workspace.store.check_keeping()
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


VERBS = (
    Verb(
        "annotate",
        "ID --quote TEXT",
        N_("highlight a passage"),
        _annotate_arguments,
        annotate,
        reads_library=True,
    ),
)
