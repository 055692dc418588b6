"""`bulletin search`: the passages in which something stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.cli.output import Style
from bulletin_tui.cli.reading import summaries_from, warn_of_problems
from bulletin_tui.cli.records import hit_record
from bulletin_tui.cli.session import DONE, INCOMPLETE, Session
from bulletin_tui.cli.verb import Verb, add_json, add_limit
from bulletin_tui.errors import NothingFoundError, UsageError
from bulletin_tui.services.describing import meta_line
from bulletin_tui.services.searching import Searcher
from bulletin_tui.services.workspace import read_articles
from bulletin_tui.text.clean import guard
from bulletin_tui.words import N_, _, ngettext

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Iterator, Sequence

    from bulletin_tui.cli.output import Output, Piece
    from bulletin_tui.model.article import Span
    from bulletin_tui.model.search import SearchResult

MOST_HITS = 20
MOST_PASSAGES = 4
"""Of an article, on a terminal; programs get them all."""
NO_FIELDS = {"id": "", "title": "", "source": "", "path": "", "offset": 0, "text": ""}
LINE_FORMAT = "{id}:{offset}:{text}"


def search(
    session: Session,
    *,
    words: Sequence[str],
    source: str | None,
    limit: int,
    line_format: str | None,
    as_json: bool,
) -> int:
    """Find passages in all articles, the best article first."""
    if line_format is not None:
        _check_format(line_format)
    articles = read_articles(session.paths)
    library = articles.library
    chosen = {summary.id for summary in summaries_from(articles, source)}
    result = Searcher([article for article in articles.articles if article.id in chosen]).find(
        " ".join(words), limit=limit
    )
    if as_json:
        session.out.json(
            {
                "query": result.query.typed,
                "hint": result.query.hint,
                "total": result.total,
                "hits": [hit_record(hit) for hit in result.hits],
            }
        )
    elif line_format is not None or not session.out.is_terminal:
        for line in _formatted(result, line_format or LINE_FORMAT):
            session.out.text(line)
    else:
        _write_hits(session.out, result)
    _warn(session.out, result)
    warn_of_problems(session.out, library)
    if not result.hits:
        raise NothingFoundError(_("Nothing found."))
    return INCOMPLETE if library.problems else DONE


def _check_format(line_format: str) -> None:
    try:
        line_format.format_map(NO_FIELDS)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        message = _("The format “{text}” cannot be used.").format(text=line_format)
        names = " ".join(f"{{{name}}}" for name in NO_FIELDS)
        advice = _("Its fields are: {names}").format(names=names)
        raise UsageError(message, advice=advice) from error


def _formatted(result: SearchResult, line_format: str) -> Iterator[str]:
    """One line for each passage; an article found by its title or data alone has one too."""
    for hit in result.hits:
        article = hit.article
        fields = {
            "id": article.id,
            "title": article.title,
            "source": article.source or "",
            "path": guard(article.paths[0]),
        }
        snippets = [(passage.snippet.offset, passage.snippet.text) for passage in hit.passages]
        for offset, text in snippets or [(0, article.title)]:
            line = {**fields, "offset": offset, "text": " ".join(text.split())}
            yield line_format.format_map(line)


def _write_hits(out: Output, result: SearchResult) -> None:
    for number, hit in enumerate(result.hits):
        if number:
            out.line()
        out.line(*_marked(hit.article.title, hit.title_matches, Style.STRONG))
        meta = " · ".join(filter(None, (hit.why, meta_line(hit.article))))
        out.line(f"  {hit.article.id}", (f"  {meta}", Style.DIM))
        for passage in hit.passages[:MOST_PASSAGES]:
            out.line("    ", *_marked(passage.snippet.text, passage.snippet.matches))


def _marked(text: str, matches: Sequence[Span], style: Style | None = None) -> Iterator[Piece]:
    """The text in pieces, its matches set apart."""
    end = 0
    for match in matches:
        yield _styled(text[end : match.start], style)
        yield text[match.start : match.end], Style.MATCH
        end = match.end
    yield _styled(text[end:], style)


def _styled(text: str, style: Style | None) -> Piece:
    return (text, style) if style else text


def _warn(out: Output, result: SearchResult) -> None:
    if result.query.hint:
        out.warn(result.query.hint)
    more = result.total - len(result.hits)
    if more > 0:
        sentence = ngettext(
            "{count} more article; see --limit.", "{count} more articles; see --limit.", more
        )
        out.warn(sentence.format(count=more))


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("words", metavar="QUERY", nargs="+", help=_("what to look for"))
    parser.add_argument("--source", metavar="NAME", help=_("only in this source"))
    parser.add_argument(
        "--format",
        dest="line_format",
        metavar="FORMAT",
        help=_("one line for each passage, such as '{example}'").format(
            example="{path}:{offset}:{text}"
        ),
    )
    add_limit(parser, MOST_HITS)
    add_json(parser)


VERBS = (
    Verb("search", "QUERY", N_("find passages; accents need not be typed"), _arguments, search),
)
