"""`bulletin search`: the passages in which something stands, and the reader's own notes."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from bulletin_tui.cli.answers import answer_record, limited, lines, write_page
from bulletin_tui.cli.incomplete import warn_of
from bulletin_tui.cli.session import DONE
from bulletin_tui.cli.verb import Verb, add_json, add_limit, add_words, unmarked
from bulletin_tui.errors import NothingFoundError, UsageError
from bulletin_tui.model.search import Tier
from bulletin_tui.services.coverage import coverage_words
from bulletin_tui.services.decoded_keys import read_as
from bulletin_tui.services.looser_searches import looser_words
from bulletin_tui.services.noting import MOST_NOTES, NoteSearcher, in_place, with_notes
from bulletin_tui.services.searching import Searcher
from bulletin_tui.services.workspace import open_workspace
from bulletin_tui.words import N_, _, ngettext

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Sequence

    from bulletin_tui.cli.answers import PlacedResult
    from bulletin_tui.cli.output import Output
    from bulletin_tui.cli.session import Session
    from bulletin_tui.model.search import SearchResult
    from bulletin_tui.services.workspace import Workspace

MOST_HITS = 20
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
    from bulletin_tui.cli.line_format import parse_format

    out = session.out
    line = parse_format(line_format if line_format is not None else LINE_FORMAT)
    with _open(session) as workspace:
        found = _find(workspace, _query(words, source), limit)
        stacks = workspace.stacks
        notice = workspace.store.notice
    if as_json:
        out.json(answer_record(found))
    elif line_format is None and out.is_terminal:
        write_page(out, found)
    else:
        for each in lines(found, line):
            out.text(each)
    _warn(out, found)
    if notice:
        out.warn(notice)
    warn_of(session, stacks)
    coverage = coverage_words(found.result)
    if coverage:
        out.warn(coverage)
    if not found.result.hits and not found.notes:
        raise NothingFoundError(_nothing(found.result, is_partial=bool(coverage)))
    return DONE


def _nothing(result: SearchResult, *, is_partial: bool) -> str:
    if is_partial:
        return _("Nothing found yet.")
    if result.looser is not None:
        return looser_words(result.looser, result.query.typed)
    return _("Nothing found.")


def _query(words: Sequence[str], source: str | None) -> str:
    """One query: a source narrows it before anything is cut. Raises UsageError for an empty one."""
    typed = " ".join(words)
    if source is None:
        if not typed.strip():
            raise UsageError(_("There is nothing to look for: the query is empty."))
        return typed
    name = source.replace('"', " ")
    return f'source:"{name}" {typed}'


def _open(session: Session) -> Workspace:
    return open_workspace(session.paths, session.settings, list_later=True, only_reads=True)


def _find(workspace: Workspace, typed: str, limit: int) -> PlacedResult:
    most_notes = max(limit, MOST_NOTES)
    answer = NoteSearcher(workspace).ask(typed, limit=most_notes, is_final=True)
    with closing(Searcher.for_workspace(workspace)) as searcher:
        found = searcher.find(typed, limit=limit, restriction=answer.restriction)
    result = with_notes(found, answer)
    return limited(result, in_place(workspace, result.notes), limit)


def _warn(out: Output, found: PlacedResult) -> None:
    result = found.result
    if result.query.hint:
        out.warn(result.query.hint)
    if words := read_as(result.decoded):
        out.warn(_("The keys were read as {words}.").format(words=words))
    elif result.respelt and not any(hit.tier < Tier.CORRECTED for hit in result.hits):
        out.warn(_("Nothing is spelt so; this was found: {query}").format(query=result.respelt))
    more = result.total - len(result.hits)
    if more > 0:
        sentence = ngettext(
            "{count} more article; see --limit.", "{count} more articles; see --limit.", more
        )
        out.warn(sentence.format(count=more))
    if left_out := found.notes_left_out:
        sentence = ngettext(
            "{count} more of your notes; see --limit.",
            "{count} more of your notes; see --limit.",
            left_out,
        )
        out.warn(sentence.format(count=left_out))
    if result.is_cut:
        out.warn(_("Not every article could be looked at; more words narrow the search."))


def _arguments(parser: ArgumentParser) -> None:
    add_words(parser, "QUERY", _("what to look for"))
    parser.add_argument("--source", metavar="NAME", type=unmarked, help=_("only in this source"))
    parser.add_argument(
        "--format",
        dest="line_format",
        metavar="FORMAT",
        type=unmarked,
        help=_("one line for each passage, such as '{example}'").format(
            example="{path}:{offset}:{text}"
        ),
    )
    explanation = _("stop after this many articles, those counted that only your notes are on")
    add_limit(parser, MOST_HITS, explanation)
    add_json(parser)


VERBS = (
    Verb(
        "search",
        "QUERY",
        N_("find passages; accents need not be typed"),
        _arguments,
        search,
        reads_library=True,
        takes_dashes=True,
    ),
)
