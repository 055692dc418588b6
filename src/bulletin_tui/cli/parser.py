"""Reading the command line: the verbs, the one help screen, and argparse's words translated."""

from __future__ import annotations

import argparse
import gettext
import os
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import bulletin_tui
from bulletin_tui.cli.catching_up import catch_up
from bulletin_tui.cli.opening import is_path, open_path
from bulletin_tui.cli.session import DONE
from bulletin_tui.cli.verb import as_text, mark_dashed, unmarked
from bulletin_tui.errors import UsageError
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import DOMAIN, N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.cli.session import Session
    from bulletin_tui.cli.verb import Verb


GROUPS = (
    (
        N_("Read and find"),
        {"read": "reading", "list": "reading", "show": "showing", "search": "searching"},
    ),
    (
        N_("Collect"),
        {
            "add": "sources",
            "sources": "sources",
            "remove": "sources",
            "import": "importing",
            "edit": "editing",
        },
    ),
    (
        N_("Mark"),
        {
            "annotate": "annotating",
            "annotations": "marks",
            "recover": "marks",
            "purge": "purging",
            "export": "exporting",
            "restore": "restoring",
            "sync": "syncing",
        },
    ),
    (
        N_("Look after"),
        {"index": "indexing", "paths": "upkeep", "doctor": "upkeep", "completion": "completing"},
    ),
)
"""The verbs in the order of the help, each with the module of this package that has it."""
MODULES = {name: module for _title, verbs in GROUPS for name, module in verbs.items()}

EXAMPLE = "bulletin search 'nghi quyet 29'"

ARGPARSE_WORDS = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("expected one argument"),
    N_("ignored explicit argument %r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
)
"""Sentences of argparse that can be met here; it looks them up in gettext's current domain."""


class Parser(argparse.ArgumentParser):
    """argparse with our help screen, and with errors raised for the one place that shows them."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError."""
        advice = _("`{command} --help` says what it understands.").format(command=self.prog)
        raise UsageError(f"{self.prog}: {unmarked(message)}", advice=advice)


class MainParser(Parser):
    """`bulletin` itself: its help is one screen that names every verb."""

    def format_help(self) -> str:
        """The verbs in their groups, examples, and where to go on."""
        lines = [_("Bulletin reads reports in the terminal, offline: read, find, mark.")]
        lines += [_row("bulletin [PATH]", _("open the reader, or read a folder or file in it")), ""]
        for title, verbs in GROUPS:
            lines.append(_(title))
            for verb in map(_load, verbs):
                lines.append(_row(f"{verb.name} {verb.operands}", _(verb.summary)))
        lines += ["", _("For example: {command}").format(command=EXAMPLE)]
        lines += [_("`bulletin search --help` explains one command; F1 helps in the reader.")]
        return "\n".join(lines) + "\n"


def run_command(session: Session, typed: Sequence[str], language: str) -> int:
    """Understand what was typed and do it; returns the exit status. Raises UsageError.

    A first word that is a verb is a verb: a folder of that name is written `./list`.
    """
    if typed[0] not in MODULES and not typed[0].startswith("-"):
        return _open_named(session, typed)
    _translate_argparse(language)
    verbs = [_load(name) for name in ([typed[0]] if typed[0] in MODULES else MODULES)]
    if len(verbs) == 1 and verbs[0].takes_dashes:
        typed = mark_dashed(typed)
    parser = _build_parser(verbs)
    try:
        arguments = vars(parser.parse_args(typed))
    except SystemExit:  # how argparse leaves once it has printed the help or the version
        return DONE
    if arguments["verb"] is None:
        parser.error(_("the following arguments are required: %s") % "COMMAND")
    verb = _load(arguments.pop("verb"))
    if verb.reads_library:
        catch_up(session)
    return verb.run(session, **arguments)


def _open_named(session: Session, typed: Sequence[str]) -> int:
    """Open what a first word names that is no verb. Raises UsageError if that is nothing."""
    first = typed[0]
    if len(typed) == 1 and (is_path(first) or Path(first).suffix):
        return open_path(session, Path(first))
    advice = _("`{command} --help` says what it understands.").format(command="bulletin")
    if is_path(first):
        raise UsageError(_("Only one folder or file can be opened at a time."), advice=advice)
    sentence = _("“{word}” is no command, and no folder or file here.")
    raise UsageError(sentence.format(word=clean_line(first)), advice=advice)


def _load(name: str) -> Verb:
    """The verb, from the one module that has it: a command starts sooner without the others."""
    verbs: tuple[Verb, ...] = import_module(f"bulletin_tui.cli.{MODULES[name]}").VERBS
    return next(verb for verb in verbs if verb.name == name)


def parser_of_everything() -> argparse.ArgumentParser:
    """The parser of every verb."""
    return _build_parser([_load(name) for name in MODULES])


def _build_parser(verbs: Sequence[Verb]) -> argparse.ArgumentParser:
    """The parser of a command line with these verbs, in the language in use."""
    parser = MainParser(prog="bulletin", allow_abbrev=False)
    version = f"bulletin {bulletin_tui.__version__}"
    parser.add_argument("--version", action="version", version=version)
    # Not `required`, which would be missed before an unknown option is named.
    parsers = parser.add_subparsers(dest="verb", metavar="COMMAND", parser_class=Parser)
    for verb in verbs:
        summary = _(verb.summary)
        made = parsers.add_parser(verb.name, help=summary, description=summary, allow_abbrev=False)
        made.register("type", None, as_text)  # of all arguments that have no type of their own
        verb.add_arguments(made)
    return parser


def _translate_argparse(language: str) -> None:
    """Make argparse, and the processes started from here, speak `language`."""
    gettext.bindtextdomain(DOMAIN, Path(bulletin_tui.__file__).with_name("locales"))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language


def _row(command: str, summary: str) -> str:
    return f"  {command:<28}{summary}"
