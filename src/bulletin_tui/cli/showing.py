"""`bulletin show`: an article as plain text, or why it is read as it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bulletin_tui.cli.encodings import list_encodings, reread
from bulletin_tui.cli.incomplete import warn_of
from bulletin_tui.cli.output import Style
from bulletin_tui.cli.reading import open_library
from bulletin_tui.cli.reasons import write_reasons
from bulletin_tui.cli.records import text_record
from bulletin_tui.cli.session import DONE, Session
from bulletin_tui.cli.typesetting import plain_text, typeset
from bulletin_tui.cli.verb import Verb, add_json
from bulletin_tui.services.describing import meta_line
from bulletin_tui.services.opening import find_successors, whole_id
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import N_, _

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from bulletin_tui.model.article import Article


def show_article(
    session: Session,
    *,
    article_id: str,
    encoding: str | None,
    lists_encodings: bool,
    as_json: bool,
    plain: bool,
    full: bool,
    why: bool,
) -> int:
    """Print one article, or why it is read so; what is wrong with any is said on stderr."""
    stacks = open_library(session.paths, list_later=True)
    if stacks.find_summary(article_id) is None:
        stacks.refresh()  # only the beginning of an id needs the whole library
        article_id = whole_id(stacks.library, article_id, partial(find_successors, session.paths))
    warn_of(session, stacks)
    article = stacks.get_article(article_id)
    if lists_encodings:
        return list_encodings(session, article, as_json=as_json)
    if encoding is not None:
        article = reread(session, article, encoding)
    for warning in article.document.warnings:
        session.out.warn(f"{clean_line(article.summary.paths[0])}: {warning}")
    if as_json:
        session.out.json(text_record(article))
    elif why:
        write_reasons(session.out, article)
    elif plain:
        session.out.text(plain_text(article, with_folded=full))
    else:
        _write_article(session, article, with_folded=full)
    return DONE


def _write_article(session: Session, article: Article, *, with_folded: bool) -> None:
    out = session.out
    width = min(out.width, session.settings.measure) if out.is_terminal else None
    out.line((article.summary.title, Style.STRONG))
    meta = (meta_line(article.summary), ", ".join(article.summary.authors))
    out.line((" · ".join(filter(None, meta)), Style.DIM))
    out.line()
    for line in typeset(article, width, with_folded=with_folded):
        out.line(line)


def _show_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("article_id", metavar="ID", help=_("an article's id, or how it begins"))
    parser.add_argument(
        "--why", action="store_true", help=_("where its data comes from, and what is folded")
    )
    parser.add_argument(
        "--plain", action="store_true", help=_("the bare text; offsets count in that of --full")
    )
    parser.add_argument(
        "--full", action="store_true", help=_("with the lines that are folded in the reader")
    )
    parser.add_argument(
        "--encoding", metavar="NAME", help=_("read it in this encoding, without choosing it")
    )
    parser.add_argument(
        "--encodings",
        action="store_true",
        dest="lists_encodings",
        help=_("name the encodings it could be in, with the first lines that would differ"),
    )
    add_json(parser)


VERBS = (
    Verb(
        "show",
        "ID",
        N_("print an article"),
        _show_arguments,
        show_article,
        reads_library=True,
    ),
)
