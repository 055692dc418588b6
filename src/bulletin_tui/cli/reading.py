"""`bulletin read`, `list` and `show`: articles in the reader and as plain text."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from bulletin_tui.cli.encodings import list_encodings, reread
from bulletin_tui.cli.incomplete import warn_of
from bulletin_tui.cli.opening import open_reader
from bulletin_tui.cli.output import Style
from bulletin_tui.cli.reasons import write_reasons
from bulletin_tui.cli.records import article_record, text_record
from bulletin_tui.cli.session import DONE, Session
from bulletin_tui.cli.typesetting import plain_text, typeset
from bulletin_tui.cli.verb import Verb, add_json, add_limit
from bulletin_tui.errors import IndexUnavailableError, NothingFoundError
from bulletin_tui.services.describing import meta_line
from bulletin_tui.services.opening import open_stacks, whole_id
from bulletin_tui.text.clean import clean_line
from bulletin_tui.text.dates import iso_printed_date
from bulletin_tui.text.fold import fold
from bulletin_tui.words import N_, _

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Iterator, Sequence

    from bulletin_tui.cli.output import Output
    from bulletin_tui.model.article import Article, ArticleSummary
    from bulletin_tui.paths import Paths
    from bulletin_tui.services.stacks import Stacks


def list_articles(session: Session, *, source: str | None, limit: int | None, as_json: bool) -> int:
    """Name the articles, newest first."""
    stacks = _open_stacks(session.paths)
    articles = list(islice(summaries_from(stacks, source), limit))
    if as_json:
        session.out.json({"articles": [article_record(article) for article in articles]})
    else:
        _write_list(session.out, articles)
    status = warn_of(session, stacks)
    if not articles:
        raise NothingFoundError(_("There are no such articles."))
    return status


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
    stacks = _open_stacks(session.paths, list_later=True)
    if stacks.find_summary(article_id) is None:
        stacks.refresh()  # only the beginning of an id needs the whole library
        article_id = whole_id(stacks.library, article_id)
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


def _open_stacks(paths: Paths, *, list_later: bool = False) -> Stacks:
    """The articles, also of an index. Raises IndexUnavailableError when that has none."""
    stacks = open_stacks(paths, list_later=list_later)
    if stacks.grows and not stacks.newest_ids(1):
        sentence, advice = _("There is no search index yet."), _("`bulletin index` builds it.")
        raise stacks.failure or IndexUnavailableError(sentence, advice=advice)
    return stacks


def summaries_from(stacks: Stacks, source: str | None) -> Iterator[ArticleSummary]:
    """The articles whose source's name contains `source`, its marks typed or not."""
    wanted = fold(source or "")
    return (summary for summary in stacks.summaries() if wanted in fold(summary.source or ""))


def _write_list(out: Output, articles: Sequence[ArticleSummary]) -> None:
    for article in articles:
        if out.is_terminal:
            out.line((article.title, Style.STRONG))
            out.line(f"  {article.id}", (f"  {meta_line(article)}", Style.DIM))
        else:
            date = iso_printed_date(article.dated) if article.dated else ""
            out.row(article.id, date, article.source or "", article.title)


def _write_article(session: Session, article: Article, *, with_folded: bool) -> None:
    out = session.out
    width = min(out.width, session.settings.measure) if out.is_terminal else None
    out.line((article.summary.title, Style.STRONG))
    meta = (meta_line(article.summary), ", ".join(article.summary.authors))
    out.line((" · ".join(filter(None, meta)), Style.DIM))
    out.line()
    for line in typeset(article, width, with_folded=with_folded):
        out.line(line)


def _read_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("article_id", metavar="ID", nargs="?", help=_("the article to open"))


def _list_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--source", metavar="NAME", help=_("only of this source"))
    add_limit(parser, None)
    add_json(parser)


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
    Verb("read", "[ID]", N_("open the reader, at an article"), _read_arguments, open_reader),
    Verb("list", "", N_("list the articles, newest first"), _list_arguments, list_articles),
    Verb("show", "ID", N_("print an article"), _show_arguments, show_article),
)
