"""`bulletin read` and `list`: articles in the reader, and named."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from bulletin_tui.cli.incomplete import warn_of
from bulletin_tui.cli.opening import open_reader
from bulletin_tui.cli.output import Style
from bulletin_tui.cli.records import article_record
from bulletin_tui.cli.session import DONE
from bulletin_tui.cli.verb import Verb, add_json, add_limit
from bulletin_tui.errors import IndexUnavailableError, NothingFoundError
from bulletin_tui.services.describing import meta_line
from bulletin_tui.services.opening import open_stacks
from bulletin_tui.text.dates import iso_printed_date
from bulletin_tui.text.fold import fold
from bulletin_tui.words import N_, _

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Iterator, Sequence

    from bulletin_tui.cli.output import Output
    from bulletin_tui.cli.session import Session
    from bulletin_tui.model.article import ArticleSummary
    from bulletin_tui.paths import Paths
    from bulletin_tui.services.stacks import Stacks


def list_articles(session: Session, *, source: str | None, limit: int | None, as_json: bool) -> int:
    """Name the articles, newest first."""
    stacks = open_library(session.paths)
    articles = list(islice(summaries_from(stacks, source), limit))
    if as_json:
        session.out.json({"articles": [article_record(article) for article in articles]})
    else:
        _write_list(session.out, articles)
    warn_of(session, stacks)
    if not articles:
        raise _no_articles(of_a_source=source is not None)
    return DONE


def _no_articles(*, of_a_source: bool) -> NothingFoundError:
    if of_a_source:
        return NothingFoundError(_("There are no such articles."))
    advice = _("`bulletin add FOLDER` adds some; `bulletin add bundled`, those of the program.")
    return NothingFoundError(_("There are no articles in the library."), advice=advice)


def open_library(paths: Paths, *, list_later: bool = False) -> Stacks:
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


def _read_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("article_id", metavar="ID", nargs="?", help=_("the article to open"))


def _list_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--source", metavar="NAME", help=_("only of this source"))
    add_limit(parser, None, _("stop after this many articles"))
    add_json(parser)


VERBS = (
    Verb("read", "[ID]", N_("open the reader, at an article"), _read_arguments, open_reader),
    Verb(
        "list",
        "",
        N_("list the articles, newest first"),
        _list_arguments,
        list_articles,
        reads_library=True,
    ),
)
