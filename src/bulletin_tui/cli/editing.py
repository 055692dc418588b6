"""`bulletin edit`: what is known about an article, corrected by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.cli.encodings import choose_encoding
from bulletin_tui.cli.output import Style
from bulletin_tui.cli.records import known_record
from bulletin_tui.cli.session import DONE, Session
from bulletin_tui.cli.verb import Verb, add_json
from bulletin_tui.errors import UsageError
from bulletin_tui.services.editing import correct, uncorrect, understand
from bulletin_tui.services.known_fields import known_fields
from bulletin_tui.services.safekeeping import look_after
from bulletin_tui.services.workspace import open_workspace
from bulletin_tui.words import N_, _

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Collection, Sequence

    from bulletin_tui.cli.output import Output
    from bulletin_tui.model.article import Article
    from bulletin_tui.services.workspace import Workspace

_SINGLE = {
    "title": ("--title", "TEXT", N_("what it is called")),
    "source": ("--source", "NAME", N_("who published it")),
    "place": ("--place", "NAME", N_("the place it is about or from")),
    "published": ("--published", "DATE", N_("when it was published, such as 18/10/2018")),
    "updated": ("--updated", "DATE", N_("when it was changed last")),
    "language": ("--lang", "CODE", N_("its language, such as vi")),
    "category": ("--category", "NAME", N_("the section it stood in")),
}
_SEVERAL = {
    "authors": ("--author", "NAME", N_("who wrote it; several are parted by “;”")),
    "tags": ("--tag", "NAME", N_("what it is about; several are parted by “;”")),
    "documents": ("--doc", "SYMBOL", N_("a document it cites; several are parted by “;”")),
}
_NAMES = {flag.removeprefix("--"): name for name, (flag, *_) in (_SINGLE | _SEVERAL).items()}


def edit_article(
    session: Session,
    *,
    article_id: str,
    as_json: bool,
    clear: list[str] | None,
    encoding: str | None,
    **given: str | list[str] | None,
) -> int:
    """Correct what was given, and print what is known now.

    Raises NotSavedError, and UsageError for a bad date, or a field that is given and cleared.
    """
    typed = {
        field: "\n".join(value) if isinstance(value, list) else value
        for field, value in given.items()
        if value is not None
    }
    understand(typed)  # all of it, before anything is saved
    cleared = tuple(_NAMES[name] for name in clear or ())
    _check_apart(typed, cleared)
    paths, settings = session.paths, session.settings
    with open_workspace(paths, settings, list_later=True, only_saves=True) as workspace:
        workspace.store.check_keeping()
        article = _get_article(workspace, article_id)
        if encoding is not None:
            article = choose_encoding(session.out, workspace, article, encoding)
        if typed:
            article = correct(workspace, article, typed)
        if cleared:
            article = uncorrect(workspace, article, cleared)
        faults = look_after(workspace, is_thorough=False)
    for fault in faults:
        session.out.warn(fault)
    if as_json:
        session.out.json(known_record(article))
    else:
        _write(session.out, article)
    return DONE


def _get_article(workspace: Workspace, article_id: str) -> Article:
    if workspace.stacks.find_summary(article_id) is None:
        workspace.stacks.refresh()  # only the beginning of an id needs the whole library
    return workspace.get_article(article_id)


def _check_apart(typed: Collection[str], cleared: Sequence[str]) -> None:
    for field in cleared:
        if field in typed:
            flag, *_rest = (_SINGLE | _SEVERAL)[field]
            sentence = _("{flag} and --clear {name} contradict each other.")
            raise UsageError(
                sentence.format(flag=flag, name=flag.removeprefix("--")),
                advice=_("Give one of the two."),
            )


def _write(out: Output, article: Article) -> None:
    """One line a field; other programs get the name of the field, the value and its origin."""
    for known in known_fields(article):
        if not out.is_terminal:
            out.row(known.field, known.shown, known.origin)
        elif known.shown or known.is_corrected:
            origin = f"  {known.origin}" if known.origin else ""
            out.line((f"{known.label}: ", Style.STRONG), known.shown, (origin, Style.DIM))


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("article_id", metavar="ID", help=_("an article's id, or how it begins"))
    for field, (flag, metavar, explanation) in _SINGLE.items():
        parser.add_argument(flag, dest=field, metavar=metavar, help=_(explanation))
    for field, (flag, metavar, explanation) in _SEVERAL.items():
        parser.add_argument(flag, dest=field, metavar=metavar, action="append", help=_(explanation))
    parser.add_argument(
        "--clear",
        metavar="FIELD",
        action="append",
        choices=tuple(_NAMES),
        help=_("take a correction back: what the file says counts again"),
    )
    parser.add_argument(
        "--encoding",
        metavar="NAME",
        help=_("read the file in this encoding from now on; `auto` to find it out"),
    )
    add_json(parser)


VERBS = (
    Verb(
        "edit",
        "ID",
        N_("correct what is known about an article"),
        _arguments,
        edit_article,
        reads_library=True,
    ),
)
