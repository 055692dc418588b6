"""`bulletin completion`: a script by which a shell completes commands, options and paths."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

import shtab

from bulletin_tui.cli.parser import parser_of_everything
from bulletin_tui.cli.session import DONE, Session
from bulletin_tui.cli.verb import Verb, named, named_path
from bulletin_tui.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

SHELLS = ("bash", "zsh", "fish")


def completion(session: Session, *, shell: str) -> int:
    """Write the script."""
    parser = parser_of_everything()
    for action in _actions(parser):
        if action.type in (named, named_path):
            action.complete = shtab.FILE  # type: ignore[attr-defined]  # how shtab is told
    for line in shtab.complete(parser, shell).splitlines():
        session.out.line(line)
    return DONE


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Every argument of a parser and of the verbs in it."""
    for action in parser._actions:  # noqa: SLF001 - argparse has no other list of them
        yield action
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for verb in action.choices.values():
                yield from _actions(verb)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", metavar="SHELL", choices=SHELLS, help=_("bash, zsh or fish"))


VERBS = (
    Verb(
        "completion",
        "SHELL",
        N_("write a script that completes what is typed"),
        _add_arguments,
        completion,
    ),
)
