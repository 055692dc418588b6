"""Encodings on the command line: `show --encoding`, `show --encodings`, `edit --encoding`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.cli.output import Style
from bulletin_tui.cli.session import DONE, Session
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.cli.output import JsonObject, Output
    from bulletin_tui.model.article import Article
    from bulletin_tui.services.encodings import Encodings, Proposal
    from bulletin_tui.services.workspace import Workspace


def reread(session: Session, article: Article, encoding: str) -> Article:
    """The article as this encoding reads it; nothing is chosen. Raises UsageError."""
    from bulletin_tui.services.encodings import (  # most articles are shown as they are
        encoding_label,
        get_choice,
        read_as,
    )

    found = read_as(article, get_choice(encoding))
    session.out.warn(encoding_label(found.document.provenance.encoding))
    return found


def list_encodings(session: Session, article: Article, *, as_json: bool) -> int:
    """Name the encodings that give another text, each with lines before and after."""
    from bulletin_tui.services.encodings import encoding_label, propose

    found = propose(session.paths, article)
    if as_json:
        session.out.json(_record(found))
        return DONE
    session.out.row(found.current, encoding_label(found.current))
    for proposal in found.proposals:
        _write_proposal(session, proposal)
    return DONE


def choose_encoding(out: Output, workspace: Workspace, article: Article, typed: str) -> Article:
    """Have the article's file read by an encoding, and say so. Raises UsageError."""
    from bulletin_tui.services.encodings import choose, encoding_label, get_choice

    chosen = get_choice(typed)
    article = choose(workspace, article, chosen)
    sentence = (
        _("It is read as {encoding} from now on; the file itself is unchanged.")
        if chosen
        else _("Its encoding is found out again; it is read as {encoding}.")
    )
    out.warn(sentence.format(encoding=encoding_label(article.document.provenance.encoding)))
    if workspace.stacks.grows:
        out.warn(_("`bulletin index` brings it into the search index."))
    return article


def _write_proposal(session: Session, proposal: Proposal) -> None:
    name = f"{proposal.encoding}\t{proposal.label}"
    session.out.line((name, Style.STRONG) if proposal.is_likely else name)
    for before, after in proposal.lines:
        session.out.line((f"  - {before}", Style.DIM))
        session.out.line(f"  + {after}")


def _record(found: Encodings) -> JsonObject:
    return {
        "current": found.current,
        "chosen": found.chosen,
        "proposals": [
            {
                "encoding": each.encoding,
                "likely": each.is_likely,
                "lines": [{"before": before, "after": after} for before, after in each.lines],
            }
            for each in found.proposals
        ],
    }
